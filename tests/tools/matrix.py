# SPDX-License-Identifier: GPL-2.0-or-later
"""The suite on this machine's QGIS, and on the newer one of Debian 13 in a folder of its own: one table.

python -m tests.tools.matrix [paths of tests]

The folder (DINAMIS_TRIXIE, /srv/trixie by default) is made when it is not there: some minutes, 2 GB, and root, since
debootstrap, mount and chroot want it. Without root that row of the table says so.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRIXIE = Path(os.environ.get("DINAMIS_TRIXIE") or "/srv/trixie")
INSIDE, VENV = "/work/dinamis", "/opt/venv"
PACKAGES = (
    *("qgis", "python3-qgis", "python3-gdal", "python3-venv", "python3-numpy", "python3-shapely", "python3-requests"),
    *("libqt5svg5", "openssl", "qttools5-dev-tools", "qttranslations5-l10n", "fonts-dejavu-core", "poppler-utils"),
)
PYTHON = ("pytest>=8,<10", "pytest-qgis>=2.1,<6", "pytest-qt>=4.4,<5", "hypothesis>=6,<7")
ASKS = "from qgis.core import Qgis; print(Qgis.QGIS_VERSION.split('-')[0])"
LEFT_OUT = ("tests/integration", "tests/kill", "tests/test_package.py")  # the desktop, and what needs the tools of lint


@dataclass(frozen=True)
class Row:
    where: str
    qgis: str
    said: str
    failed: bool

    def __str__(self) -> str:
        return f"| {self.where} | {self.qgis} | {self.said} |"


def here(paths: list[str]) -> Row:
    version = _output([sys.executable, "-c", ASKS])
    return _row("this machine", version, [sys.executable, "-m", "pytest", "-q", *paths], {})


def trixie(paths: list[str]) -> Row:
    if os.geteuid() != 0:
        return Row("Debian 13", "–", "not run: debootstrap, mount and chroot want root", False)
    if problem := _make_ready():
        return Row("Debian 13", "–", f"not run: {problem}", True)
    _copy()
    python = f"{VENV}/bin/python"
    version = _output(_inside(python, "-c", ASKS))
    left_out = [f"--ignore={one}" for one in LEFT_OUT]
    return _row("Debian 13", version, _inside(python, "-m", "pytest", "-q", *left_out, *paths), {})


def _make_ready() -> str:
    """What is wrong, ``""`` when all is there."""
    try:
        if not (TRIXIE / "usr/bin").is_dir():
            if shutil.which("debootstrap") is None:
                _run(["apt-get", "install", "-y", "-qq", "debootstrap"])
            _run(["debootstrap", "--variant=minbase", "trixie", str(TRIXIE)])
        for kind, place in (("proc", "proc"), ("sysfs", "sys")):
            if not os.path.ismount(TRIXIE / place):
                _run(["mount", "-t", kind, kind, str(TRIXIE / place)])
        if not os.path.ismount(TRIXIE / "dev"):
            _run(["mount", "--bind", "/dev", str(TRIXIE / "dev")])
        if not (TRIXIE / "usr/bin/qgis").exists():
            _run(_inside("apt-get", "update", "-qq"))
            _run(_inside("apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES))
        ready = TRIXIE / VENV.lstrip("/") / "bin/pytest"
        if not ready.exists():
            _run(_inside("python3", "-m", "venv", "--system-site-packages", VENV))
            _run(_inside(f"{VENV}/bin/pip", "install", "-q", *PYTHON))
    except (OSError, subprocess.CalledProcessError) as error:
        return str(error)
    return ""


def _copy() -> None:
    """The sources as they are in the working tree, and the translations that were built."""
    listed = _output(["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]).splitlines()
    place = TRIXIE / INSIDE.lstrip("/")
    shutil.rmtree(place, ignore_errors=True)
    for name in [*listed, *(path.relative_to(ROOT).as_posix() for path in (ROOT / "i18n").glob("*.qm"))]:
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)


def _inside(*command: str) -> list[str]:
    environment = ["env", "QT_QPA_PLATFORM=offscreen", "PYTHONDONTWRITEBYTECODE=1", "LC_ALL=C.UTF-8"]
    return [
        "chroot",
        str(TRIXIE),
        *environment,
        "sh",
        "-c",
        f'mkdir -p {INSIDE} && cd {INSIDE} && exec "$0" "$@"',
        *command,
    ]


def _row(where: str, version: str, command: list[str], more: dict[str, str]) -> Row:
    print(f"--- {where}, QGIS {version}", flush=True)
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **more}, stdout=subprocess.PIPE, text=True)
    print("\n".join(line for line in done.stdout.splitlines() if re.match(r"FAILED|ERROR|\d+ (passed|failed)", line)))
    last = [line for line in done.stdout.splitlines() if re.search(r"\d+ (passed|failed|error)", line)]
    return Row(
        where, version, last[-1].strip("= ") if last else f"it ended with {done.returncode}", done.returncode != 0
    )


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _run(command: list[str]) -> None:
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    )


def main() -> int:
    paths = sys.argv[1:] or ["tests"]
    rows = [here(paths), trixie(paths)]
    table = "\n".join(["| where | QGIS | result |", "|---|---|---|", *map(str, rows)])
    report = ROOT / "build" / "reports" / "matrix.md"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(f"# The suite, version by version\n\n{table}\n", encoding="utf-8")
    print(table)
    return int(any(row.failed for row in rows))


if __name__ == "__main__":
    sys.exit(main())
