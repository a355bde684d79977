# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes images » : what was opened here, and opening more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.opening import Found, Opening, find, has_composition, looks, open_groups, recall
from ...core.product import Group
from ...core.product_texts import credit_of
from ...core.renderers import Look, renderer_for
from ...core.task import TaskSlot
from ...core.vsi import plain
from ...domain.catalogues.registry import CatalogueRow
from ...translation import tr
from ..context import PanelContext
from .delivery_sheet import DeliverySheet, composition_names
from .images_list import ImagesList
from .images_model import ImagesModel, Row
from .on_map import add_to_project, layers_by_path, show_on_map, show_only, zoom_to
from .opened_notices import tell_opened


class ImagesPage(QWidget):
    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._synthetic: CatalogueRow | None = None
        self._slot = TaskSlot(self)
        self._restyling = TaskSlot(self)
        self._recalling = TaskSlot(self)
        self.sheet: DeliverySheet | None = None
        self.model = ImagesModel(self)
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

    # --- what others call -------------------------------------------------------------------------

    def open_paths(self, paths: Sequence[str]) -> None:
        """Folders, archives, metadata files or images: one product opens, several are shown first."""
        self._slot.start(
            tr("Reading the delivery"),
            lambda feedback: find(paths, feedback),
            self._choose,
            self._context.notices.tell,
        )

    def set_synthetic(self, row: CatalogueRow | None) -> None:
        """Offer the product of a catalogue of invented data, when it has one."""
        self._synthetic = row
        self.sample_button.setVisible(
            row is not None and bool(row.sample_product) and Path(row.sample_product).exists()
        )

    def open_sample(self) -> None:
        if self._synthetic is not None:
            self.open_paths([self._synthetic.sample_product])

    def close_page(self) -> None:
        self._slot.close()
        self._restyling.close()
        self._recalling.close()
        if self.sheet is not None:
            self.sheet.close()
        project = QgsProject.instance()
        project.readProject.disconnect(self._recall)
        project.layersAdded.disconnect(self._map_changed)
        project.layersRemoved.disconnect(self._map_changed)
        project.layerTreeRoot().visibilityChanged.disconnect(self._map_changed)

    # --- opening ----------------------------------------------------------------------------------

    def _choose(self, found: Found) -> None:
        if len(found.groups) == 1 and not found.skipped:
            self._open(found.groups, "natural")
            return
        self.sheet = DeliverySheet(found, self._open, self)
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet.finished.connect(self._forget_sheet)
        self.sheet.open()

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _open(self, groups: Sequence[Group], composition: str) -> None:
        self._slot.start(
            tr("Opening images"),
            lambda feedback: open_groups(groups, composition, feedback),
            self._add,
            self._context.notices.tell,
        ).progressChanged.connect(lambda percent: self.progress.setValue(int(percent)))

    def _add(self, opening: Opening) -> None:
        for opened in reversed(opening.opened):
            add_to_project(opened.layers, self._context.canvas)
            self.model.put(Row(opened.group, opened.thumbnail, [layer.id() for layer in opened.layers]))
        if opening.opened:
            self._context.select_layer(opening.opened[0].layers[0])
        self._show_page()
        tell_opened(opening, self._context.notices)

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
        held = layers_by_path()
        for group, thumbnail in reversed(found):
            self.model.put(Row(group, thumbnail, [held[image.path] for image in group if image.path in held]))
        self._show_page()

    # --- rows -------------------------------------------------------------------------------------

    def _toggle(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row.nodes():
            show_on_map(row, not row.on_map)
        else:  # its layers were removed from the project
            self._open([row.group], "natural")

    def _zoom(self, index: QModelIndex) -> None:
        layers = self.model.row(index).layers()
        if layers:
            zoom_to(layers[0], self._context.canvas)

    def row_menu(self, index: QModelIndex) -> QMenu:
        row = self.model.row(index)
        menu = QMenu(self)
        zoom = menu.addAction(tr("Zoom"))
        zoom.setEnabled(bool(row.layers()))
        zoom.triggered.connect(lambda: self._zoom(index))
        for key, name in composition_names():
            if row.layers() and any(has_composition(image, key) for image in row.group):
                menu.addAction(name).triggered.connect(lambda _checked=False, key=key: self._restyle(row, key))
        menu.addSeparator()
        credit = credit_of(row.group[0])
        if credit:
            copy = menu.addAction(tr("Copy the credit"))
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(credit))
        menu.addAction(tr("Open the folder")).triggered.connect(lambda: _open_folder(row.group[0].path))
        return menu

    def _restyle(self, row: Row, composition: str) -> None:
        """The row's first layer that has the composition; its values are sampled off the main thread."""
        group = tuple(image for image in row.group if has_composition(image, composition))[:1]
        self._restyling.start(
            tr("Changing the composition"),
            lambda feedback: looks(group, composition, feedback),
            lambda found: self._restyled(row, group, found),
            self._context.notices.tell,
        )

    def _restyled(self, row: Row, group: Group, found: tuple[Look, ...]) -> None:
        for image, look in zip(group, found):
            layer = row.layer_of(image)
            if layer is not None:
                layer.setRenderer(renderer_for(layer.dataProvider(), look))
                layer.triggerRepaint()
                show_only(row, layer)

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
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.progress)
        for button in (self.sample_button, self.main_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

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
            return
        menu = QMenu(self)
        menu.addAction(tr("Folder…")).triggered.connect(self._ask_folder)
        menu.addAction(tr("Zip, DIM_*.XML or image…")).triggered.connect(self._ask_files)
        menu.popup(self.main_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of a delivery"))
        if folder:
            self.open_paths([folder])

    def _ask_files(self) -> None:
        kinds = tr("Deliveries and images") + " (*.zip *.ZIP *.xml *.XML *.tif *.TIF *.tiff *.jp2 *.JP2)"
        files, _kind = QFileDialog.getOpenFileNames(self, tr("Files of a delivery"), "", kinds)
        if files:
            self.open_paths(files)

    # --- keys, drops ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._slot.busy:
            self._slot.cancel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)


def _open_folder(path: str) -> None:
    """Of an archive, the folder where it lies."""
    place = Path(plain(path))
    while not place.is_dir() and place != place.parent:
        place = place.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
