# SPDX-License-Identifier: GPL-2.0-or-later
"""Deliveries that are dropped on the map, or anywhere on QGIS's window, open as in the panel."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsCustomDropHandler
from qgis.PyQt.QtCore import QTimer

from .. import dependencies


class MapDrop(QgsCustomDropHandler):
    """Takes what is ours of the files that are dropped together; QGIS opens the rest."""

    def __init__(self, open_paths: Callable[[list[str]], None]) -> None:
        super().__init__()
        self._open_paths = open_paths
        self._dropped: list[str] = []
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.timeout.connect(self._open)

    def handleFileDrop(self, file: str) -> bool:
        if dependencies.problem() is not None:
            return False
        from ..core.recognition import is_delivery

        if not is_delivery(file):
            return False
        self._dropped.append(file)
        self._last.start(0)  # once QGIS has asked of each
        return True

    def _open(self) -> None:
        dropped, self._dropped = self._dropped, []
        self._open_paths(dropped)
