# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a dossier is written: asked each time, in the folder of the last one."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.settings import Settings
from ...translation import tr


def ask(parent: QWidget, name: str) -> str:
    """ "" when the person gives up."""
    folder = Settings.load().dossier_folder
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Create the dossier"), str(Path(folder or Path.home()) / name), tr("Zip archives (*.zip)")
    )
    return chosen


def remember(dossier: Path) -> None:
    settings = Settings.load()
    settings.dossier_folder = str(dossier.parent)
    settings.save()
