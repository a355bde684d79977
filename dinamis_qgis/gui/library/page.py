# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes images » : what was opened here, and opening more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.downloads import Finished
from ...core.opening import Opening, open_groups, recall
from ...core.product import Group, Product
from ...core.survey import Survey, Wish, survey
from ...core.task import TaskSlot
from ...domain.catalogues.registry import CatalogueRow
from ...translation import tr
from ..context import PanelContext
from ..downloads.strip import DownloadStrip
from ..folders import paths_in
from .arrivals import Arrivals
from .assemble import Assembling
from .delivery_menu import delivery_menu
from .delivery_sheet import DeliverySheet
from .images_list import ImagesList
from .images_model import ImagesModel, Row
from .on_map import add_to_project, as_completed, layers_by_path, layers_of, show_on_map, zoom_to
from .opened_notices import tell_opened
from .overview_work import OverviewWork
from .row_menu import fill_row_menu
from .row_work import RowWork


class ImagesPage(QWidget):
    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._synthetic: CatalogueRow | None = None
        self._slot = TaskSlot(self)
        self._recalling = TaskSlot(self)
        self.sheet: DeliverySheet | None = None
        self.model = ImagesModel(self)
        self.work = RowWork(context, self.model, self._run, self)
        self.assembling = Assembling(context, self.model, self._run, self._list, self)
        self._overviews = OverviewWork(context.notices, self)
        self._arrivals = Arrivals(context.notices, self)
        self._arrivals.described.connect(self._recalled)
        self._arrivals.opened.connect(self._add)
        self._build()
        self.setAcceptDrops(True)
        self._slot.busy_changed.connect(self._show_busy)
        project = QgsProject.instance()
        project.layersAdded.connect(self._map_changed)
        project.layersRemoved.connect(self._map_changed)
        project.layerTreeRoot().visibilityChanged.connect(self._map_changed)
        project.readProject.connect(self._recall)
        self._show_busy(False)
        self._recall()
        self._arrivals.recall(context.downloads.done())

    # --- what others call -------------------------------------------------------------------------

    def open_paths(self, paths: Sequence[str]) -> None:
        """Folders, archives, metadata files or images: one product opens, several are shown first."""
        self._slot.start(
            tr("Reading the delivery"),
            lambda feedback: survey(paths, feedback),
            self._choose,
            self._context.notices.tell,
        )

    def set_synthetic(self, row: CatalogueRow | None) -> None:
        """Offer the product of a catalogue of invented data, when it has one."""
        self._synthetic = row
        self.sample_button.setVisible(
            row is not None and bool(row.sample_product) and Path(row.sample_product).exists()
        )

    def take_in(self, finished: Finished) -> None:
        """A download that came."""
        self._arrivals.take_in(finished.transfer)

    def open_sample(self) -> None:
        if self._synthetic is not None:
            self.open_paths([self._synthetic.sample_product])

    def close_page(self) -> None:
        self._slot.close()
        self.work.close()
        self.assembling.close()
        self._recalling.close()
        self._arrivals.close()
        self._overviews.close()
        self.strip.close_strip()
        if self.sheet is not None:
            self.sheet.close()
        project = QgsProject.instance()
        project.readProject.disconnect(self._recall)
        project.layersAdded.disconnect(self._map_changed)
        project.layersRemoved.disconnect(self._map_changed)
        project.layerTreeRoot().visibilityChanged.disconnect(self._map_changed)

    # --- opening ----------------------------------------------------------------------------------

    def _choose(self, seen: Survey) -> None:
        if seen.opens_at_once:
            self._open(Wish(seen.found.groups))
            return
        self.sheet = DeliverySheet(seen, self._open, self)
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet.finished.connect(self._forget_sheet)
        self.sheet.open()

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _open(self, wish: Wish) -> None:
        def opened(opening: Opening) -> None:
            self._add(opening)
            if wish.overviews:
                self._overviews.start(one.group for one in opening.opened)

        self._run(
            tr("Opening images"),
            lambda feedback: open_groups(wish.groups, wish.composition, feedback, same_contrast=wish.same_contrast),
            opened,
        )

    def _add(self, opening: Opening) -> None:
        for opened in reversed(opening.opened):
            add_to_project(opened, self._context.canvas)
            self.model.put(Row(opened.group, opened.thumbnail, [layer.id() for layer in opened.layers]))
        if opening.opened:
            self._context.select_layer(opening.opened[0].layers[0])
        self._show_page()
        tell_opened(opening, self._context.notices, self._complete)

    def _list(self, row: Row) -> None:
        self.model.put(row)
        self._show_page()

    def _complete(self, image: Product) -> None:
        for row in self.model.rows():
            if row.paths == (image.path,):
                self.work.complete(row)

    def _recall(self, *_document: object) -> None:
        """List the images that the project holds already."""
        held = layers_by_path()
        if not held:
            return
        self._recalling.start(
            tr("Listing the images of the project"),
            lambda feedback: recall(list(held), feedback),
            self._recalled,
            self._context.notices.tell,
        )

    def _recalled(self, found: list[tuple[Group, QImage | None]]) -> None:
        for group, thumbnail in reversed(found):
            ids = layers_of(group)
            self.model.put(Row(as_completed(group, ids), thumbnail, ids))
        self._show_page()

    # --- rows -------------------------------------------------------------------------------------

    def _toggle(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row.nodes():
            show_on_map(row, not row.on_map)
        else:  # its layers were removed from the project
            self._open(Wish((row.group,)))

    def _zoom(self, index: QModelIndex) -> None:
        layers = self.model.row(index).layers()
        if layers:
            zoom_to(layers[0], self._context.canvas)

    def row_menu(self, index: QModelIndex) -> QMenu:
        menu = QMenu(self)
        fill_row_menu(self.model.row(index), self.work, self.assembling.cut, menu)
        return menu

    def _run(self, description: str, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """With the page's own progress and Cancel."""
        self._slot.start(description, work, done, self._context.notices.tell).progressChanged.connect(
            lambda percent: self.progress.setValue(int(percent))
        )

    def _map_changed(self, *_what: object) -> None:
        self.model.map_changed()

    # --- widgets ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.empty = QLabel(
            tr(
                "No image here. Open a delivery (folder, zip, disk): it is shown in its true colours, and nothing is "
                "moved or written."
            )
        )
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(12)
        self.list = ImagesList(self.model)
        self.assembling.follow(self.list.selectionModel())
        self.list.tick_clicked.connect(self._toggle)
        self.list.zoom_requested.connect(self._zoom)
        self.list.menu_requested.connect(lambda index, at: self.row_menu(index).popup(at))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.list)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(4)
        self.sample_button = QPushButton(tr("Open the demonstration product"))
        self.sample_button.clicked.connect(self.open_sample)
        self.sample_button.hide()
        self.main_button = QPushButton()
        self.main_button.setDefault(True)
        self.main_button.clicked.connect(self._main_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.strip = DownloadStrip(self._context.downloads)
        layout.addWidget(self.strip)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignRight)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.assembling.button)
        buttons.addWidget(self.main_button)
        layout.addLayout(buttons)

    def _show_page(self) -> None:
        self.pages.setCurrentWidget(self.list if self.model.rowCount() else self.empty)

    def _show_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0 if busy and self.progress.value() <= 0 else 100)
        self.main_button.setText(tr("Cancel") if busy else tr("Open a delivery…"))
        self.sample_button.setEnabled(not busy)
        if not busy:
            self.progress.reset()

    def _main_clicked(self) -> None:
        if self._slot.busy:
            self._slot.cancel()
        else:
            menu = delivery_menu(self, self.open_paths)
            menu.popup(self.main_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    # --- keys, drops ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._slot.busy:
            self._slot.cancel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = paths_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)
