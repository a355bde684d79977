# SPDX-License-Identifier: GPL-2.0-or-later
"""« Ouvrir une livraison… » : a folder, or files."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ...translation import tr

_SUFFIXES = "*.zip *.ZIP *.tar *.tgz *.gz *.xml *.XML *.dim *.DIM *.tif *.TIF *.tiff *.TIFF *.jp2 *.JP2"


def delivery_menu(parent: QWidget, open_paths: Callable[[list[str]], None]) -> QMenu:
    """``open_paths`` is called with what the person chose in QGIS's own dialog."""

    def ask_folder() -> None:
        folder = QFileDialog.getExistingDirectory(parent, tr("Folder of a delivery"))
        if folder:
            open_paths([folder])

    def ask_files() -> None:
        kinds = f"{tr('Deliveries and images')} ({_SUFFIXES})"
        files, _kind = QFileDialog.getOpenFileNames(parent, tr("Files of a delivery"), "", kinds)
        if files:
            open_paths(files)

    menu = QMenu(parent)
    menu.addAction(tr("Folder…")).triggered.connect(ask_folder)
    menu.addAction(tr("Zip, DIM_*.XML or image…")).triggered.connect(ask_files)
    return menu
