# SPDX-License-Identifier: GPL-2.0-or-later
"""A file with a zone that is dropped on the panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QWidget


class ZoneFileDrop(QObject):
    """Watches ``target`` and what is in it that takes no drops itself; ``wanted`` says whether a zone is of use now."""

    def __init__(self, target: QWidget, wanted: Callable[[], bool], take: Callable[[Path], None]) -> None:
        super().__init__(target)
        self._wanted, self._take = wanted, take
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _target: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() not in (kinds.DragEnter, kinds.DragMove, kinds.Drop):
            return False
        path = _dropped(event) if self._wanted() else None
        if path is None:
            event.ignore()
            return event.type() != kinds.Drop
        event.acceptProposedAction()
        if event.type() == kinds.Drop:
            self._take(path)
        return True


def _dropped(event: QDropEvent) -> Path | None:
    from ...core.outline_files import is_zone_file

    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(paths[0]) if len(paths) == 1 and is_zone_file(paths[0]) else None
