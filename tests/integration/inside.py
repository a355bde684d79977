# SPDX-License-Identifier: GPL-2.0-or-later
"""Within the real QGIS (``qgis --code start_inside.py``): runs DINAMIS_SCRIPT, writes ``answer.json``, closes QGIS.

A script puts what it found into ``answer`` and files into ``out``. An exception anywhere, slots included, is told to
the caller; QGIS would show it in a modal dialog.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QApplication, QLabel, QWidget
from qgis.utils import iface

out = Path(os.environ["DINAMIS_OUT"])
answer: dict[str, Any] = {}
raised: list[str] = []


def spin(seconds: float) -> None:
    """Let QGIS live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} s for: {what}")
        spin(0.02)


def grab(widget: QWidget, name: str) -> None:
    spin(0.05)
    widget.grab().save(str(out / name))


def start() -> None:
    sys.excepthook = lambda *error: raised.append("".join(traceback.format_exception(*error)))
    QTimer.singleShot(0, _run)
    if not _stays():
        QTimer.singleShot(int(float(os.environ["DINAMIS_SECONDS"]) * 1000), _too_long)


def _run() -> None:
    try:
        runpy.run_path(os.environ["DINAMIS_SCRIPT"], run_name="__main__")
    except BaseException:  # noqa: BLE001 - told to the caller
        raised.append(traceback.format_exc())
        iface.mainWindow().grab().save(str(out / "failed.png"))
    _write()
    if raised or not _stays():
        QTimer.singleShot(0, _leave)


def _leave() -> None:
    """Once nothing runs: QGIS would ask whether to stop it, and whether to save what it changed in the project."""
    if QgsApplication.taskManager().countActiveTasks():
        QTimer.singleShot(50, _leave)
        return
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


def _stays() -> bool:
    return bool(os.environ.get("DINAMIS_STAY"))


def _write() -> None:
    answer["trace"] = "\n".join(raised)
    unfinished = out / "answer.part"
    unfinished.write_text(json.dumps(answer, indent=1, ensure_ascii=False), encoding="utf-8")
    unfinished.rename(out / "answer.json")  # whoever waits for it never reads half of it


def _too_long() -> None:
    modal = QApplication.activeModalWidget()
    words = [label.text() for label in modal.findChildren(QLabel)] if modal is not None else []
    iface.mainWindow().screen().grabWindow(0).save(str(out / "too-long.png"))
    raised.append(f"not finished in time, see too-long.png; modal: {modal and modal.windowTitle()} {words}")
    _write()
    os._exit(3)
