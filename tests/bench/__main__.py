# SPDX-License-Identifier: GPL-2.0-or-later
"""``make bench``: every module of this folder, one Markdown table.

A module that measures has ``run() -> list[Figure]``. Each runs in a process of its own, with QGIS started.
A figure is compared with a baseline measured in the same run (their ratio has a limit), or has an absolute limit when
what counts is what a person waits for. The exit code says whether all limits were kept, and no ratio is much worse than
the last that was kept (``kept.json``, written by ``make bench-keep``).
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from tests.bench import Figure
from tests.bench.kept import keep, kept, regressions

FOLDER = Path(__file__).parent
KEPT = FOLDER / "kept.json"


def run_here(module: str) -> None:
    """In the child process: print the figures of one module as JSON, on the last line."""
    from qgis.testing import start_app

    start_app()
    figures = importlib.import_module(f"tests.bench.{module}").run()
    print("\n" + json.dumps([asdict(figure) for figure in figures]), flush=True)
    os._exit(0)  # taking QGIS down is not what is measured


def run_apart(module: str) -> list[Figure]:
    done = subprocess.run([sys.executable, "-m", "tests.bench", module], stdout=subprocess.PIPE, text=True, check=True)
    return [Figure(**figure) for figure in json.loads(done.stdout.splitlines()[-1])]


def table(figures: list[Figure]) -> str:
    rows = ["| figure | value | baseline | ratio | limit | kept |", "|---|---|---|---|---|---|"]
    for figure in figures:
        baseline = "" if figure.baseline is None else f"{figure.baseline:.4g} {figure.unit}"
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
        limit = f"{figure.limit:g}" + ("" if figure.baseline is not None else f" {figure.unit}")
        rows.append(
            f"| {figure.name} | {figure.value:.4g} {figure.unit} | {baseline} | {ratio} | ≤ {limit} "
            f"| {'yes' if figure.kept else 'NO'} |"
        )
    return "\n".join(rows)


def main() -> int:
    keeps = "--keep" in sys.argv
    modules = [one for one in sys.argv[1:] if one != "--keep"]
    modules = modules or sorted(path.stem for path in FOLDER.glob("*.py") if "\ndef run(" in path.read_text())
    figures = [figure for module in modules for figure in run_apart(module)]
    print(table(figures))
    if keeps:
        keep(figures, KEPT)
        return 0
    worse = regressions(figures, kept(KEPT))
    print("\n".join(["", *worse]) if worse else "\nno ratio is worse than the last that were kept")
    return int(bool(worse) or not all(figure.kept for figure in figures))


if __name__ == "__main__":
    if len(sys.argv) == 2 and os.environ.get("DINAMIS_BENCH_CHILD"):
        run_here(sys.argv[1])
    os.environ["DINAMIS_BENCH_CHILD"] = "1"
    sys.exit(main())
