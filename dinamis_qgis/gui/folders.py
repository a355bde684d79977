# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders and files of this machine, between the panel and the desktop around it."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QMimeData, QUrl
from qgis.PyQt.QtGui import QDesktopServices


def open_folder(place: Path) -> None:
    """In the system's own file manager: the nearest that is there."""
    while not place.is_dir() and place != place.parent:
        place = place.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def paths_in(dropped: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
