# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a dossier is written: beside the last one, at first among the person's documents; it may be moved then."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QStandardPaths, QUrl
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.settings import Settings
from ...domain.errors import NotWritable
from ...translation import tr
from ..notices import Notices


def place_for(parent: QWidget, name: str) -> str:
    """A free name in that folder; asked where there is no such folder. "" when the person gives up."""
    known = (Settings.load().dossier_folder, _documents())
    folder = next((Path(one) for one in known if one and Path(one).is_dir() and os.access(one, os.W_OK)), None)
    return str(_free(folder / name)) if folder is not None else _ask(parent, Path.home() / name)


def tell(parent: QWidget, path: Path, notices: Notices, open_url: Callable[[QUrl], object]) -> None:
    notices.say(
        tr("Dossier written: {}. The text is copied: paste it into the form. Nothing was sent.").format(path.name),
        Qgis.MessageLevel.Success,
        [
            (tr("Open the folder"), lambda: open_url(QUrl.fromLocalFile(str(path.parent)))),
            (tr("Put it elsewhere…"), lambda: move(parent, path, notices)),
        ],
        0,
    )


def move(parent: QWidget, dossier: Path, notices: Notices) -> None:
    """To where the person says, and the next ones go there too."""
    chosen = _ask(parent, dossier)
    if not chosen or Path(chosen) == dossier:
        return
    try:
        shutil.move(dossier, chosen)
    except OSError as error:
        notices.tell(NotWritable(chosen, str(error)))
    else:
        remember(Path(chosen))


def remember(dossier: Path) -> None:
    settings = Settings.load()
    settings.dossier_folder = str(dossier.parent)
    settings.save()


def _ask(parent: QWidget, path: Path) -> str:
    kinds = tr("Zip archives (*.zip)")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Create the dossier"), str(path), kinds)
    return chosen


def _documents() -> str:
    there = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return there if there and Path(there).is_dir() else str(Path.home())


def _free(path: Path) -> Path:
    """Nothing that is there is written over unasked."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return free
