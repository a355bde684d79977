# SPDX-License-Identifier: GPL-2.0-or-later
"""Executed by ``qgis --code``: runs DINAMIS_SCRIPT in the event loop, writes ``answer.json``, closes QGIS."""

import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.utils import iface

out = Path(os.environ["DINAMIS_OUT"])
answer = {}


def spin(seconds):
    """Let QGIS live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def wait_until(condition, seconds=30, what=""):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what or getattr(condition, "__doc__", None) or "a condition did not come true")
        spin(0.02)


def grab(widget, name):
    spin(0.05)
    widget.grab().save(str(out / name))


def _main():
    script = Path(os.environ["DINAMIS_SCRIPT"])
    scope = {
        "__name__": "__dinamis__", "__file__": str(script), "iface": iface, "out": out, "answer": answer,
        "spin": spin, "wait_until": wait_until, "grab": grab,
    }  # fmt: skip
    try:
        exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), scope)  # noqa: S102
    except BaseException:  # noqa: BLE001 - told to the caller
        answer["trace"] = traceback.format_exc()
    (out / "answer.json").write_text(json.dumps(answer, indent=1, ensure_ascii=False), encoding="utf-8")
    if not os.environ.get("DINAMIS_STAY") or answer.get("trace"):
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(0, iface.actionExit().trigger)


QTimer.singleShot(0, _main)
