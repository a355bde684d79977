# SPDX-License-Identifier: GPL-2.0-or-later
"""The library beside the opened images: what it holds becomes rows, and ⋮ says which folders it looks into."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QMenu, QMessageBox, QWidget

from ...core.holdings import Folder
from ...core.library_layer import follow, library_layer, show_library
from ...core.messages import sentence
from ...core.thumbnails import Thumbnails
from ...core.vsi import plain
from ...domain.errors import NewerFile
from ...translation import tr
from ..context import PanelContext
from .images_model import ImagesModel

_LOOK_AGAIN_MS = 10_000  # for a disk that is absent, while the page is seen


class Shelf(QObject):
    territory_chosen = pyqtSignal(bool)  # only its images are listed, or all

    def __init__(self, context: PanelContext, model: ImagesModel, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._model, self._window = context, model, window
        self.library = context.library
        self.box: QMessageBox | None = None
        self._thumbnails = Thumbnails(parent=self)
        self._thumbnails.arrived.connect(model.picture_arrived)
        model.picture = self._thumbnails.image
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AGAIN_MS)
        self._clock.timeout.connect(self._look_again)
        self.menu = self._build_menu()
        self.library.changed.connect(self._show_holdings)
        self.library.indexed.connect(self._tell)
        self._newer_told = False
        self._show_holdings()

    def watch(self, seen: bool) -> None:
        """The page is shown or hidden."""
        if seen:
            self.library.refresh()
            self._clock.start()
        else:
            self._clock.stop()

    def seen(self, first: int, last: int) -> None:
        """Rows in sight: their thumbnails are read."""
        rows = self._model.in_sight(first, last)
        self._thumbnails.want([row.pictured for row in rows if row.thumbnail is None and not row.absent])

    def ask_folder(self, *_checked: object) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("Folder of images to index"))
        if folder:
            self.library.add([folder])

    def close(self) -> None:
        self._clock.stop()
        self.library.changed.disconnect(self._show_holdings)
        self.library.indexed.disconnect(self._tell)
        self._thumbnails.close()
        if self.box is not None:
            self.box.close()

    # --- what it holds ----------------------------------------------------------------------------

    def _show_holdings(self) -> None:
        holdings = self.library.holdings
        self._model.set_held(holdings.images)
        self._thumbnails.retry()
        layer = library_layer(QgsProject.instance())
        if layer is not None and layer.isValid():
            follow(layer)
        if holdings.newer and not self._newer_told:
            self._newer_told = True
            self._context.notices.tell(NewerFile(str(self.library.file.path), "a newer version"))

    def _look_again(self) -> None:
        if any(not held.present for held in self.library.holdings.images):
            self.library.refresh()

    def _tell(self, indexed: Any) -> None:
        name = Path(indexed.folder).name or indexed.folder
        if indexed.absent:
            said = tr("{} is not there now: its images stay in the library, and are found again when it returns.")
            self._context.notices.say(said.format(name), Qgis.MessageLevel.Warning)
            return
        text = tr("%n image(s) indexed in {}.", "", indexed.products).format(name)
        troubles = [f"{plain(item.path)}: {sentence(item.error)}" for item in indexed.skipped]
        troubles += [tr("{}: the folder cannot be read.").format(path) for path in indexed.unreadable]
        if not troubles:
            self._context.notices.say(text, Qgis.MessageLevel.Success)
            return
        text += " " + tr("%n other(s) cannot be read.", "", len(troubles))
        self._troubles = troubles
        self._context.notices.say(text, Qgis.MessageLevel.Warning, [(tr("Which ones"), self._show_troubles)], 0)

    def _show_troubles(self) -> None:
        self.box = QMessageBox(QMessageBox.Icon.Warning, "DINAMIS", tr("What cannot be read"), parent=self._window)
        self.box.setDetailedText("\n\n".join(self._troubles))
        self.box.open()

    # --- ⋮ ----------------------------------------------------------------------------------------

    def _build_menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.addAction(tr("Index a folder…")).triggered.connect(self.ask_folder)
        self._again = menu.addAction(tr("Index all again"))
        self._again.triggered.connect(self._index_again)
        self._folders = menu.addMenu(tr("Indexed folders"))
        menu.addSeparator()
        self.on_map = menu.addAction(tr("Footprints on the map"))
        self.on_map.setCheckable(True)
        self.on_map.triggered.connect(self._toggle_layer)
        self.of_territory = menu.addAction(tr("In my territory only"))
        self.of_territory.setCheckable(True)
        self.of_territory.triggered.connect(self.territory_chosen)
        menu.aboutToShow.connect(self._fill_menu)
        return menu

    def _fill_menu(self) -> None:
        holdings = self.library.holdings
        self._again.setEnabled(bool(holdings.folders) and not self.library.busy)
        self._folders.setEnabled(bool(holdings.folders))
        self._folders.clear()
        for folder in holdings.folders:
            self._add_folder(folder)
        layer = library_layer(QgsProject.instance())
        node = QgsProject.instance().layerTreeRoot().findLayer(layer) if layer is not None else None
        self.on_map.setEnabled(bool(holdings.images))
        self.on_map.setChecked(node is not None and node.isVisible())
        self.of_territory.setEnabled(holdings.has_territory or self._model.of_territory)
        self.of_territory.setChecked(self._model.of_territory)

    def _add_folder(self, folder: Folder) -> None:
        text = plain(folder.path).replace("&", "&&")
        menu = self._folders.addMenu(text if folder.present else tr("{} (disk absent)").format(text))
        menu.setToolTipsVisible(True)
        count = menu.addAction(tr("%n image(s)", "", folder.products))
        count.setEnabled(False)
        for words, slot in ((tr("Index again"), self._index_one), (tr("Remove from the library"), self._remove_one)):
            action = menu.addAction(words)
            action.setData(folder.path)
            action.triggered.connect(slot)
        action.setToolTip(tr("The folder itself is left alone."))

    def _index_again(self, *_checked: object) -> None:
        self.library.index_again()

    def _index_one(self, *_checked: object) -> None:
        self.library.add([self._asked()])

    def _remove_one(self, *_checked: object) -> None:
        self.library.remove(self._asked())

    def _asked(self) -> str:
        action = self.sender()
        return action.data() if isinstance(action, QAction) else ""

    def _toggle_layer(self, shown: bool) -> None:
        project = QgsProject.instance()
        layer = show_library(project, self.library.file) if shown else library_layer(project)
        node = project.layerTreeRoot().findLayer(layer) if layer is not None else None
        if node is not None and shown:
            node.setItemVisibilityCheckedParentRecursive(True)
        elif node is not None:
            node.setItemVisibilityChecked(False)
