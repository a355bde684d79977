# SPDX-License-Identifier: GPL-2.0-or-later
"""The suite on this machine's QGIS and on newer ones, each in a Debian of its own: one table.

python -m tests.tools.matrix [--on here,trixie,sid] [paths of tests, options of pytest]

The folders (DINAMIS_ROOTS, /srv by default) are made when they are not there. What cannot be had on this machine is a
row that says why, and no failure; a test that fails is one.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.tools.debian_root import DebianRoot, Impossible

ROOT = Path(__file__).resolve().parents[2]
ROOTS = Path(os.environ.get("DINAMIS_ROOTS") or "/srv")
DEBIANS = {"trixie": "Debian 13", "sid": "Debian sid"}
REPORT = ROOT / "build" / "reports" / "matrix.md"
HEAD = "| where | QGIS | Python, Qt, GDAL, numpy, shapely | result | minutes |\n|---|---|---|---|---|"
ASKS = """
import platform, numpy, shapely
from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
words = [platform.python_version(), QT_VERSION_STR, gdal.__version__, numpy.__version__, shapely.__version__]
print(Qgis.QGIS_VERSION.split('-')[0], ', '.join(words), sep='|')
"""


@dataclass(frozen=True)
class Row:
    where: str
    qgis: str
    versions: str
    said: str
    minutes: str = "–"
    failed: bool = False

    def __str__(self) -> str:
        return f"| {self.where} | {self.qgis} | {self.versions} | {self.said} | {self.minutes} |"


def here(arguments: list[str]) -> Row:
    return _row("this machine", sys.executable, lambda *words: list(words), arguments)


def newer(suite: str, arguments: list[str]) -> Row:
    debian = DebianRoot(suite, ROOTS / suite)
    try:
        debian.make_ready()
    except Impossible as cause:
        return Row(DEBIANS[suite], "–", "–", f"not run: {cause}".replace("|", "/"))
    return _row(DEBIANS[suite], ".venv/bin/python", debian.command, arguments)


def _row(where: str, python: str, command: Callable[..., list[str]], arguments: list[str]) -> Row:
    asked = subprocess.run(command(python, "-c", ASKS), cwd=ROOT, check=True, capture_output=True, text=True)
    qgis, versions = asked.stdout.strip().splitlines()[-1].split("|")
    print(f"--- {where}: QGIS {qgis}; {versions}", flush=True)
    start, lines = time.monotonic(), []
    words = command(python, "-m", "pytest", "-q", *arguments)
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        for line in run.stdout:
            lines.append(line.rstrip())
            print(lines[-1], flush=True)
    counts = [line.strip("= ") for line in lines if re.search(r"\d+ (passed|failed|error)", line)]
    said = re.sub(r" in [\d.]+s.*", "", counts[-1]) if counts else f"it ended with {run.returncode}"
    return Row(where, qgis, versions, said, f"{(time.monotonic() - start) / 60:.1f}", run.returncode != 0)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.matrix")
    parser.add_argument("--on", default=",".join(["here", *DEBIANS]))
    options, arguments = parser.parse_known_args()
    rows = []
    for name in options.on.split(","):
        rows.append(here(arguments) if name == "here" else newer(name, arguments))
        table = "\n".join([HEAD, *map(str, rows)])
        REPORT.parent.mkdir(parents=True, exist_ok=True)
        REPORT.write_text(f"# The suite, version by version\n\n{table}\n", encoding="utf-8")
    print(table)
    return int(any(row.failed for row in rows))


if __name__ == "__main__":
    sys.exit(main())
