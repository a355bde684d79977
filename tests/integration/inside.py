# SPDX-License-Identifier: GPL-2.0-or-later
"""Executed by ``qgis --code``: runs DINAMIS_SCRIPT in the event loop, writes ``answer.json``, closes QGIS."""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QApplication, QLabel
from qgis.utils import iface

out = Path(os.environ["DINAMIS_OUT"])
answer = {}
raised = []  # exceptions in slots: QGIS would show each in a modal dialog
sys.excepthook = lambda *error: raised.append("".join(traceback.format_exception(*error)))


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
        exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), scope)
    except BaseException:  # noqa: BLE001 - told to the caller
        raised.append(traceback.format_exc())
    _write()
    if not os.environ.get("DINAMIS_STAY") or raised:
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(0, iface.actionExit().trigger)


def _write():
    answer["trace"] = "\n".join(raised)
    (out / "answer.json").write_text(json.dumps(answer, indent=1, ensure_ascii=False), encoding="utf-8")


def _too_long():
    modal = QApplication.activeModalWidget()
    words = [w.text() for w in modal.findChildren(QLabel)] if modal is not None else []
    iface.mainWindow().screen().grabWindow(0).save(str(out / "too-long.png"))
    raised.append(f"not finished in time (too-long.png); modal: {modal and modal.windowTitle()} {words}")
    _write()
    os._exit(3)


QTimer.singleShot(0, _main)
if not os.environ.get("DINAMIS_STAY"):
    QTimer.singleShot(int(float(os.environ["DINAMIS_SECONDS"]) * 1000), _too_long)
