# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloads that were under way when QGIS was closed go on by themselves, whether or not the panel is opened.

QGIS's start costs a timer; a while later the queue's file is looked into as text, and the queue is made only where
something waits in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer

_AFTER_MS = 3000  # of QGIS's own start: its windows and its project come first
_WAITS = re.compile(rb'"state"\s*:\s*"waiting"')
_MOST = 16 << 20


def something_waits(folder: Path) -> bool:
    """In a queue that is kept in ``folder``. What is paused or failed waits for the person alone."""
    try:
        return any(
            _WAITS.search(path.read_bytes()) for path in folder.glob("downloads*.json") if path.stat().st_size <= _MOST
        )
    except OSError:
        return False


class Resumption(QObject):
    """``resume`` makes the queue, which goes on where it was."""

    def __init__(self, resume: Callable[[], object], parent: QObject | None = None, after_ms: int = _AFTER_MS) -> None:
        super().__init__(parent)
        self._resume = resume
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._timer.start(after_ms)

    def close(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        if something_waits(Path(QgsApplication.qgisSettingsDirPath()) / "dinamis"):
            self._resume()
