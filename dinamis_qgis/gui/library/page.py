# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes images » : what was opened here, what the library holds, and opening more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QImage, QKeyEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.downloads import Finished
from ...core.opening import Opening, open_groups, recall
from ...core.product import Group, Product
from ...core.project_slot import ProjectSlot
from ...core.survey import Survey, Wish, survey
from ...core.task import TaskSlot
from ...domain.catalogues.registry import CatalogueRow
from ...translation import tr
from ..context import PanelContext
from ..downloads.strip import DownloadStrip
from ..fitted_button import FittedButton
from ..folders import paths_in
from ..search.results_bar import more_button
from ..work_progress import WorkProgress
from .arrivals import Arrivals
from .assemble import Assembling
from .delivery_menu import delivery_menu
from .delivery_sheet import DeliverySheet
from .empty import EmptyList
from .images_list import ImagesList
from .images_model import ImagesModel
from .library_bar import LibraryBar
from .on_map import add_to_project, as_completed, layers_by_path, layers_of
from .opened_notices import tell_opened
from .overview_work import OverviewWork
from .row_menu import fill_row_menu
from .row_work import RowWork
from .rows import Row
from .shelf import Shelf


class ImagesPage(QWidget):
    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._synthetic: CatalogueRow | None = None
        self._slot = ProjectSlot(self)
        self._recalling = TaskSlot(self)
        self.sheet: DeliverySheet | None = None
        self.model = ImagesModel(self)
        self._overviews = OverviewWork(context.notices, self)
        self.work = RowWork(context, self.model, self._run, self._open, self._overviews.offer, self)
        self.shelf = Shelf(context, self.model, self)
        self._given: tuple[str, ...] = ()
        self.assembling = Assembling(context, self.model, self._run_on, self.model.put, self._overviews.start, self)
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
        self._given = tuple(paths)
        self._run(tr("Reading the delivery"), lambda feedback: survey(paths, feedback), self._choose)

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
        self.bar.close_bar()
        self.shelf.library.working.disconnect(self._show_page)
        self.shelf.close()
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
        if wish.remember:
            self.shelf.library.add(self._given)

        def opened(opening: Opening) -> None:
            self._add(opening)
            self._overviews.after_opening([one.group for one in opening.opened], wish.overviews)

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
        tell_opened(opening, self._context.notices, self._complete)

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

    def _toggle(self, index: QModelIndex) -> None:
        self.work.toggle(self.model.row(index))

    def _zoom(self, index: QModelIndex) -> None:
        self.work.zoom(self.model.row(index))

    def row_menu(self, index: QModelIndex) -> QMenu:
        menu = QMenu(self)
        fill_row_menu(self.model.row(index), self.work, self.assembling.cut, menu)
        return menu

    def _run(self, description: str, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """With the page's own progress and Cancel."""
        self.progress.begin(description)
        task = self._slot.start(description, work, done, self._context.notices.tell)
        task.progressChanged.connect(self.progress.advance)

    def _run_on(self, *what: Any) -> None:
        self._run(*what)
        self._slot.go_on()

    def _map_changed(self, *_what: object) -> None:
        self.model.map_changed()

    # --- widgets ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.empty = EmptyList()
        self.empty.open_requested.connect(self._main_clicked)
        self.empty.index_requested.connect(self.shelf.ask_folder)
        self.bar = LibraryBar(self.model, self.shelf.library)
        self.bar.cancel_requested.connect(self.shelf.library.cancel)
        self.empty.all_requested.connect(self.bar.show_all)
        self.shelf.territory_chosen.connect(self.bar.set_of_territory)
        self.model.counted.connect(self._show_page)
        self.shelf.library.working.connect(self._show_page)
        self.list = ImagesList(self.model)
        self.assembling.follow(self.list.selectionModel())
        self.list.tick_clicked.connect(self._toggle)
        self.list.zoom_requested.connect(self._zoom)
        self.list.menu_requested.connect(lambda index, at: self.row_menu(index).popup(at))
        self.list.seen.connect(self.shelf.seen)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.list)
        self.progress = WorkProgress()
        self.sample_button = QPushButton(tr("Open the demonstration product"))
        self.sample_button.clicked.connect(self.open_sample)
        self.sample_button.hide()
        self.main_button = FittedButton()
        self.main_button.setDefault(True)
        self.main_button.clicked.connect(self._main_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.strip = DownloadStrip(self._context.downloads)
        layout.addWidget(self.strip)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignRight)
        buttons = QHBoxLayout()
        buttons.addWidget(self.main_button)
        buttons.addStretch()
        buttons.addWidget(self.assembling.button)
        buttons.addWidget(more_button(self.shelf.menu))
        layout.addLayout(buttons)
        self._show_page()

    def _show_page(self) -> None:
        """The filter stays while there is something to filter."""
        self.bar.setVisible(self.model.total > 0 or self.shelf.library.busy)
        self.empty.say(filtered=self.model.total > 0)
        self.pages.setCurrentWidget(self.list if self.model.count else self.empty)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shelf.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shelf.watch(False)

    def _show_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.main_button.set_words(*((tr("Cancel"),) * 2 if busy else (tr("Open a delivery…"), tr("Open…"))))
        self.sample_button.setEnabled(not busy)

    def _main_clicked(self) -> None:
        if self._slot.busy:
            self._slot.cancel()
        else:
            menu = delivery_menu(self, self.open_paths)
            menu.popup(self.main_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

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
