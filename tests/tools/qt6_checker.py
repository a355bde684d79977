# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own migration checker (scripts/pyqt5_to_pyqt6 of its sources) must find nothing to change or to warn of.

python -m tests.tools.qt6_checker, in the environment of tests/requirements-qt6.txt

No package holds it: it is taken out of Debian's archive of QGIS's sources (150 MB read once, 32 kB kept beside the
environment). Where that cannot be had, this says so and fails nothing. It edits what it is given: that is a copy.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(sys.prefix) / "pyqt5_to_pyqt6.py"
MIRROR = os.environ.get("DINAMIS_DEBIAN") or "http://deb.debian.org/debian"
SOURCES = f"{MIRROR}/pool/main/q/qgis/qgis_3.40.6+dfsg.orig.tar.xz"
SHA256 = "d265698eb0bb5f327e5a3d124d9b1e968ebd6135df904c02023c77202e7786f6"
LONGEST = 180.0  # seconds
NEEDS = ("_3d", "analysis", "core", "gui")  # which the checker imports; QGIS's enums are tests/tools/source_rules.py's


def checker() -> Path:
    """Raises OSError, tarfile.TarError."""
    if not KEPT.is_file():
        text = _fetched()
        if hashlib.sha256(text).hexdigest() != SHA256:
            raise OSError("the checker in it is not the one that is known")
        part = KEPT.with_suffix(f".{os.getpid()}")
        part.write_bytes(text)
        part.replace(KEPT)
    return KEPT


def _fetched() -> bytes:
    end = time.monotonic() + LONGEST
    with urllib.request.urlopen(SOURCES, timeout=30) as answer, tarfile.open(fileobj=answer, mode="r|xz") as archive:
        for member in archive:
            if member.name.endswith("/scripts/pyqt5_to_pyqt6/pyqt5_to_pyqt6.py"):
                return archive.extractfile(member).read()
            if time.monotonic() > end:
                raise OSError(f"not read within {LONGEST:.0f} s")
    raise OSError("no checker in it")


def found(package: Path, program: Path) -> list[str]:
    """What it would change and what it warns of."""
    with tempfile.TemporaryDirectory() as name:
        copy, stubs = Path(name, "copy"), Path(name, "stubs", "qgis")
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
        stubs.mkdir(parents=True)
        for stub in ("__init__", *NEEDS):
            (stubs / f"{stub}.py").touch()
        env = {**os.environ, "PYTHONPATH": str(stubs.parent), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run([sys.executable, str(program), str(copy)], env=env, capture_output=True, text=True)
        lines = [line.replace(str(copy), package.name) for line in (done.stdout + done.stderr).splitlines()]
        for path in sorted(copy.rglob("*.py")):
            ours = package / path.relative_to(copy)
            before, after = (one.read_text(encoding="utf-8").splitlines() for one in (ours, path))
            lines += difflib.unified_diff(before, after, str(ours), "for Qt 6", lineterm="", n=0)
    return lines or ([f"it ended with {done.returncode}"] if done.returncode else [])


def main() -> int:
    try:
        program = checker()
    except (OSError, tarfile.TarError) as cause:
        print(f"QGIS's Qt 6 checker: not run, {SOURCES}: {cause}")
        return 0
    said = found(ROOT / "dinamis_qgis", program)
    print("\n".join(said) if said else "QGIS's Qt 6 checker finds nothing")
    return bool(said)


if __name__ == "__main__":
    sys.exit(main())
