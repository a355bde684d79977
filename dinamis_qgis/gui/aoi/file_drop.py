# SPDX-License-Identifier: GPL-2.0-or-later
"""A file with a zone that is dropped on the panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget


class ZoneDropArea(QWidget):
    """Takes what falls on it and on whatever it holds that takes no drops itself; ``wanted`` says whether a zone is of
    use now."""

    def __init__(self, wanted: Callable[[], bool], take: Callable[[Path], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted, self._take = wanted, take
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropped(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropped(event)

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            self._take(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        from ...core.outline_files import is_zone_file

        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if len(paths) != 1 or not is_zone_file(paths[0]) or not self._wanted():
            event.ignore()
            return None
        event.acceptProposedAction()
        return Path(paths[0])
