# SPDX-License-Identifier: GPL-2.0-or-later
"""``make bench`` and ``make load``: every module of ``tests/bench``, or of ``tests/load``, one Markdown table.

A module that measures has ``run() -> list[Figure]``. Each runs in a process of its own, with QGIS started.
A figure is compared with a baseline measured in the same run (their ratio has a limit), or has an absolute limit when
what counts is what a person waits for. The exit code says whether all limits were kept, and no ratio is much worse than
the last that was kept (``kept.md``, written by ``make bench-keep``). A module with a figure that is not kept, or worse,
is measured again, twice at most, and the best counts: other programs make it slow too, our own code does each time.
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
from tests.bench.kept import better, keep, kept, regressions, table

FOLDER = Path(__file__).parent
KEPT = FOLDER / "kept.md"
REPORTS = FOLDER.parents[1] / "build" / "reports"
TRIES = 3


def run_here(module: str) -> None:
    """In the child process: print the figures of one module as JSON, on the last line."""
    from qgis.testing import start_app

    start_app()
    figures = importlib.import_module(f"tests.{module}").run()
    print("\n" + json.dumps([asdict(figure) for figure in figures]), flush=True)
    os._exit(0)  # taking QGIS down is not what is measured


def run_apart(module: str) -> list[Figure]:
    done = subprocess.run([sys.executable, "-m", "tests.bench", module], stdout=subprocess.PIPE, text=True, check=True)
    return [Figure(**{**figure, "module": module}) for figure in json.loads(done.stdout.splitlines()[-1])]


def measured(module: str, before: dict[str, float]) -> list[Figure]:
    best = run_apart(module)
    for _again in range(TRIES - 1):
        if all(figure.kept for figure in best) and not regressions(best, before):
            break
        best = better(best, run_apart(module))
    return best


def modules_of(folder: str) -> list[str]:
    files = sorted((FOLDER.parent / folder).glob("*.py"))
    return [f"{folder}.{path.stem}" for path in files if "\ndef run(" in path.read_text(encoding="utf-8")]


def main(options: set[str], asked: list[str]) -> int:
    folder = "load" if "--load" in options else "bench"
    before = kept(KEPT)
    figures: list[Figure] = []
    for module in [f"{folder}.{one}" for one in asked] or modules_of(folder):
        figures += measured(module, {} if "--keep" in options else before)
        print(f"{module}: measured", file=sys.stderr, flush=True)
    print(table(figures))
    REPORTS.mkdir(parents=True, exist_ok=True)
    (REPORTS / f"{folder}.md").write_text(f"{table(figures)}\n", encoding="utf-8")
    if "--keep" in options:
        keep(figures, KEPT)
        return 0
    worse = regressions(figures, before)
    print("\n".join(["", *worse]) if worse else "\nno ratio is worse than the last that were kept")
    return int(bool(worse) or not all(figure.kept for figure in figures))


if __name__ == "__main__":
    given = sys.argv[1:]
    if len(given) == 1 and os.environ.get("DINAMIS_BENCH_CHILD"):
        run_here(given[0])
    os.environ["DINAMIS_BENCH_CHILD"] = "1"
    words = {one for one in given if one.startswith("--")}
    sys.exit(main(words, [one for one in given if one not in words]))
