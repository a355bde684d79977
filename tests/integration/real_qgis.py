# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a script inside the real QGIS desktop, with the staged plugin enabled, and brings its answer back.

The script imports what it needs from ``tests.integration.inside``. It runs within QGIS's event loop, in a profile
of its own, on a virtual screen. An exception in it, or no answer, is a failure here.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSIDE = Path(__file__).with_name("start_inside.py")
SCREEN = "-screen 0 1600x1000x24"


class RealQgisFailed(RuntimeError):
    pass


def stage() -> Path:
    """The folder for QGIS_PLUGINPATH, freshly staged: what is tried is what is shipped."""
    subprocess.run(["make", "-s", "build", f"VENV={sys.prefix}"], cwd=ROOT, check=True)
    return ROOT / "build"


def write_profile(folder: Path, locale: str, plugin: bool = True) -> None:
    """A profile that starts without any first-run dialog."""
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(
        f"[PythonPlugins]\ndinamis_qgis={str(plugin).lower()}\n"
        f"[locale]\noverrideFlag=true\nuserLocale={locale}\nglobalLocale={locale}\n"
        "[app]\nfirst_run_version=99\naskToSaveMemoryLayers=false\nprojections\\newProjectCrsBehavior=UsePresetCrs\n"
        "[qgis]\ncheckVersion=false\nshowTips=false\nnewProjectDefault=false\n",
        encoding="utf-8",
    )


def forgo_services(folder: Path) -> None:
    """No test asks a live service: the panel would ask this one by itself for its list of backdrops."""
    rows = folder / "profiles" / "default" / "dinamis" / "catalogues.json"
    rows.parent.mkdir()
    content = {"version": 1, "catalogues": [{"id": "ign-mosaics", "enabled": False}]}
    rows.write_text(json.dumps(content), encoding="utf-8")


def environment(plugins: Path, packages: list[str], **more: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        "QGIS_PLUGINPATH": str(plugins),
        "PYTHONPATH": os.pathsep.join([*packages, str(ROOT)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_LOGGING_RULES": "*.debug=false",
        **more,
    }


def desktop_command(*arguments: str, display: bool = False) -> list[str]:
    screen = [] if display else ["xvfb-run", "-a", "-s", SCREEN]
    return [*screen, "qgis", "--noversioncheck", "--nologo", *arguments]


def venv_packages() -> list[str]:
    """Where shapely 2 is: QGIS runs on the system's Python, which may have none."""
    return [sysconfig.get_path("purelib")]


def run(
    script: Path,
    out: Path,
    seconds: float = 180,
    locale: str = "fr",
    packages: list[str] | None = None,
    plugin: bool = True,
    stay: Callable[[dict], None] | None = None,
    home: Path | None = None,
    before: list[str] | None = None,
    **variables: str,
) -> dict:
    """``out`` receives screenshots, ``answer.json`` and QGIS's own output. Returns what the script answered.

    ``packages`` are the folders of Python packages put before the system's; by default the test environment's.
    With ``plugin`` False it can be loaded but is not enabled. With ``stay`` QGIS is shown on the person's display and
    left open: the callable gets the answer as soon as it is there. ``home`` keeps the profile for another run;
    ``before`` is a command that runs QGIS.
    """
    out.mkdir(parents=True, exist_ok=True)
    answer, log = out / "answer.json", out / "qgis.log"
    answer.unlink(missing_ok=True)
    profiles = home or Path(tempfile.mkdtemp(prefix="dinamis-profiles-"))
    if not (profiles / "profiles").is_dir():
        write_profile(profiles, locale, plugin)
        if stay is None:
            forgo_services(profiles)
    given = {
        "DINAMIS_SCRIPT": str(script),
        "DINAMIS_OUT": str(out),
        "DINAMIS_SECONDS": str(seconds),
        **({"DINAMIS_STAY": "1"} if stay else {}),
        **variables,
    }
    command = desktop_command("--profiles-path", str(profiles), "--code", str(INSIDE), display=stay is not None)
    command = [*(before or []), *command]
    env = environment(ROOT / "build", venv_packages() if packages is None else packages, **given)
    try:
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, stdout=output, stderr=subprocess.STDOUT, env=env, start_new_session=True
            )
            code = _wait(process, seconds + 30, answer, stay, log)
        if not answer.is_file():
            raise RealQgisFailed(f"QGIS ended with {code} and no answer\n{_tail(log)}")
        return {**_read(answer), "exit_code": code}
    finally:
        if home is None:
            shutil.rmtree(profiles, ignore_errors=True)


def _wait(
    process: subprocess.Popen, seconds: float, answer: Path, stay: Callable[[dict], None] | None, log: Path
) -> int:
    end = time.monotonic() + seconds
    told = False
    while process.poll() is None:
        if stay is not None and not told and answer.is_file():
            told = True
            stay(_read(answer))
        if time.monotonic() > end and not told:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise RealQgisFailed(f"no end after {seconds} s\n{_tail(log)}")
        time.sleep(0.05)
    return process.returncode


def _read(answer: Path) -> dict:
    said = json.loads(answer.read_text(encoding="utf-8"))
    if trace := said.pop("trace"):
        raise RealQgisFailed(trace)
    return said


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-3000:]


def open_for_a_person() -> int:
    """QGIS with the plugin, in ``build/profile``, until it is closed."""
    profiles = ROOT / "build" / "profile"
    if not profiles.is_dir():
        write_profile(profiles, "fr")
    display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    command = desktop_command("--profiles-path", str(profiles), display=display)
    return subprocess.run(command, env=environment(ROOT / "build", venv_packages()), check=False).returncode


if __name__ == "__main__":
    raise SystemExit(open_for_a_person())
