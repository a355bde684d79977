# SPDX-License-Identifier: GPL-2.0-or-later
"""Where downloads go: a folder that is asked for once, and kept."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.settings import Settings
from ...translation import tr


def chosen_folder() -> Path | None:
    """None where none was chosen, or where its disk is absent."""
    chosen = Settings.load().download_folder
    return Path(chosen) if chosen and Path(chosen).is_dir() else None


def ask_folder(parent: QWidget, start: Path | None = None) -> Path | None:
    """None when the person gives up; else it is the folder of the next ones too."""
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    begin = str(start or chosen_folder() or usual)
    chosen = QFileDialog.getExistingDirectory(parent, tr("Folder for downloaded images"), begin)
    if not chosen:
        return None
    settings = Settings.load()
    settings.download_folder = chosen
    settings.save()
    return Path(chosen)
