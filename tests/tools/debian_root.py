# SPDX-License-Identifier: GPL-2.0-or-later
"""Another Debian in a folder, with its own QGIS, Python, GDAL, numpy: the project's `make` runs in it.

It is made once (some minutes, 3 GB) and needs root, for debootstrap and chroot. What is mounted in it is mounted for
one command alone, in a mount namespace of that command: nothing is left mounted, whatever ends the run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACE = Path("work/dinamis")  # within the folder
REAL_DATA = Path(os.environ.get("DINAMIS_REAL_DATA") or ROOT.parent / "shared/data")  # as in tests/conftest.py
MIRROR = os.environ.get("DINAMIS_DEBIAN") or "http://deb.debian.org/debian"
FIRST = "ca-certificates,git,make,python3"  # the Makefile installs the rest
MADE = Path("etc/dinamis-made")  # written at the end: half a Debian is not taken for one
ANY_AGE = 'Acquire::Check-Valid-Until "false";\n'  # sid's list is valid for days, and mirrors may lag behind
OF_THIS_MACHINE = ("etc/pip.conf", "etc/resolv.conf", "etc/ssl/certs/ca-certificates.crt")
_OWN = ("VENV", "SERVICES_VENV", "MAKEFLAGS", "TMPDIR", "DINAMIS_REAL_DATA")  # mean nothing in there
MOUNTS = """set -e
mount -t proc proc "$0/proc"
mount --rbind /sys "$0/sys"
mount --rbind /dev "$0/dev"
[ ! -d "$0/work/shared/data" ] || mount --bind "$2" "$0/work/shared/data"
exec chroot "$0" env -C "/$1" "${@:3}"
"""


class Impossible(RuntimeError):
    """This machine cannot have that Debian; the message says why."""


@dataclass(frozen=True)
class DebianRoot:
    suite: str
    folder: Path

    def make_ready(self) -> None:
        """Raises Impossible."""
        if os.geteuid() != 0:
            raise Impossible("debootstrap and chroot want root")
        for tool in ("debootstrap", "unshare", "chroot"):
            if shutil.which(tool) is None:
                raise Impossible(f"{tool} is not installed")
        _try(["unshare", "--mount", "true"])
        if not (self.folder / MADE).is_file():
            self._install()
        self._copy_sources()
        _try(self.command("make", "-s", "setup", "build"))

    def command(self, *words: str) -> list[str]:
        variables = ("QT_QPA_PLATFORM=offscreen", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", "HOME=/root")
        unset = [word for name in _OWN for word in ("-u", name)]
        inside = [str(PLACE), str(REAL_DATA), *unset, *variables, *words]
        return ["unshare", "--mount", "bash", "-c", MOUNTS, str(self.folder), *inside]

    def _install(self) -> None:
        _try(["debootstrap", "--variant=minbase", f"--include={FIRST}", self.suite, str(self.folder), MIRROR])
        for name in OF_THIS_MACHINE:
            if Path("/", name).is_file():
                shutil.copy(Path("/", name), self.folder / name)
        (self.folder / "etc/apt/apt.conf.d/dinamis").write_text(ANY_AGE)
        (self.folder / MADE).touch()

    def _copy_sources(self) -> None:
        """The working tree as it is, in a repository of its own; its virtual environments stay from run to run."""
        place = self.folder / PLACE
        place.mkdir(parents=True, exist_ok=True)
        for old in place.iterdir():
            if old.name.startswith(".venv"):
                continue
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        if REAL_DATA.is_dir():
            (self.folder / "work/shared/data").mkdir(parents=True, exist_ok=True)
        listed = _output(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]).split("\0")
        for name in filter(None, listed):
            if (ROOT / name).is_file():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, place / name)
        _try(["git", "-C", str(place), "init", "-q"])
        _try(["git", "-C", str(place), "add", "-A"])


def _output(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _try(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        last = [line.strip() for line in done.stdout.splitlines() if line.strip()][-1:]
        raise Impossible(f"{' '.join(command[:2])}… ended with {done.returncode}: {' '.join(last)[:200]}")
