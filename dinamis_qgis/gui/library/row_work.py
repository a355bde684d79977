# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done with an opened image once it is on the map, each in a task of its own purpose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QWidget

from ...core.completion import Completion, completed, tell_completed
from ...core.compositions import COMPOSITIONS, numbers_in, shown_composition
from ...core.contrast import common_looks
from ...core.opening import Opening, has_composition, looks, open_groups
from ...core.orthorectified import Relief
from ...core.product import Group, Product
from ...core.product_texts import group_name
from ...core.recolouring import draw
from ...core.renderers import Look
from ...core.sensor_model import Rpc
from ...core.sharpened import SHARPENED, sharpened_layer
from ...core.survey import Wish
from ...core.task import TaskSlot
from ...core.vsi import archive_of
from ...domain.filenames import safe_name
from ...translation import tr
from ..context import PanelContext
from ..swipe.tool import SwipeTool
from .complete_dialog import CompleteDialog
from .images_model import ImagesModel
from .licence_reminder import remind
from .on_map import put_in_group, show_layer, show_on_map, show_only, zoom_to, zoom_to_lon_lat
from .rows import Row

Run = Callable[[str, Callable[[Any], Any], Callable[[Any], None]], None]  # description, work, done


class RowWork(QObject):
    """``run`` starts the page's own task, whose progress it shows and which it can cancel."""

    def __init__(
        self,
        context: PanelContext,
        model: ImagesModel,
        run: Run,
        open_them: Callable[[Wish], None],
        offer_overviews: Callable[[Sequence[Group], bool], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._offer_overviews = offer_overviews
        self._context, self._model, self._run, self._window = context, model, run, parent
        self._open = open_them
        self.canvas = context.canvas
        self._restyling = TaskSlot(self)
        self._swipe: SwipeTool | None = None
        self.dialog: CompleteDialog | None = None

    def close(self) -> None:
        self._restyling.close()
        if self._swipe is not None:
            self._swipe.close()
            self._swipe = None
        if self.dialog is not None:
            self.dialog.close()

    def open(self, row: Row) -> None:
        """One of the library, or whose layers were removed from the project."""
        if row.absent:
            self._context.notices.say(tr("The disk of this image is absent: {}").format(row.text.coverage))
        else:
            self._open(Wish((row.group,)))

    def toggle(self, row: Row) -> None:
        if row.nodes():
            show_on_map(row, not row.on_map)
        else:
            self.open(row)

    def zoom(self, row: Row) -> None:
        """Of an image that is not in the project: open it."""
        if row.layers():
            zoom_to(row.layers()[0], self.canvas)
        else:
            self.open(row)

    def show_place(self, row: Row) -> None:
        """On the map, opened or not."""
        if row.layers():
            zoom_to(row.layers()[0], self.canvas)
        elif row.held is not None and row.held.box is not None:
            zoom_to_lon_lat(row.held.box, self.canvas)

    def remember(self, row: Row) -> None:
        """In the library, where it lies: of a product in an archive, the archive."""
        self._context.library.add(archive_of(path) or path for path in row.paths)

    def ask_overviews(self, row: Row) -> None:
        self._offer_overviews([row.group], True)

    # --- colours ----------------------------------------------------------------------------------

    def restyle(self, row: Row, composition: str) -> None:
        """The row's pansharpened layer where that is in sight, else its first layer that has the composition; values
        are sampled off the main thread."""
        group = tuple(image for image in row.group if has_composition(image, composition))[:1]
        self._restyling.start(
            tr("Changing the composition"),
            lambda feedback: looks(group, composition, feedback),
            lambda found: self._restyled(row, group, found),
            self._context.notices.tell,
        )

    def _restyled(self, row: Row, group: Group, found: tuple[Look, ...]) -> None:
        for image, look in zip(group, found):
            layer = _sharpened_in_sight(row, image, look) or row.layer_of(image)
            if layer is not None:
                _draw_as(layer, image, look)
                show_only(row, layer)

    def can_share_contrast(self) -> bool:
        return sum(row.on_map for row in self._model.rows()) > 1

    def share_contrast(self) -> None:
        """Of the images on the map, each in the composition that it shows; the first one's, where they differ."""
        rows = [row for row in self._model.rows() if row.on_map]
        images = [image for row in rows for image in row.group if row.layer_of(image) is not None]
        composition = next((_shown_composition(row) for row in rows), "natural")
        self._restyling.start(
            tr("Sharing the contrast"),
            lambda feedback: common_looks(images, composition, feedback),
            lambda found: self._shared(rows, found),
            self._context.notices.tell,
        )

    def _shared(self, rows: list[Row], found: dict[str, Look]) -> None:
        for row in rows:
            for image in row.group:
                for layer in (row.layer_of(image), _sharpened_of(row, image)):
                    if layer is not None and image.path in found and not image.has_palette:
                        _draw_as(layer, image, found[image.path])

    # --- pansharpening ----------------------------------------------------------------------------

    def sharpen(self, row: Row) -> None:
        self._sharpen(row, None)

    def sharpen_into(self, row: Row) -> None:
        name = safe_name(f"{group_name(row.group[0])}.tif")
        home = QgsProject.instance().homePath() or str(Path.home())
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, tr("Pansharpened image"), str(Path(home) / name), "GeoTIFF (*.tif)"
        )
        if chosen:
            self._sharpen(row, Path(chosen).with_suffix(".tif"))

    def _sharpen(self, row: Row, out: Path | None) -> None:
        group, composition = row.group, _shown_composition(row)
        composition = "natural" if composition == "panchromatic" else composition
        self._run(
            tr("Pansharpening"),
            lambda feedback: sharpened_layer(group, composition, feedback, out),
            lambda layer: self._sharpened(row, layer, out),
        )

    def _sharpened(self, row: Row, layer: QgsRasterLayer, out: Path | None) -> None:
        if out is not None:
            remind(row.group, self._context, self._window)
        for node in row.nodes():
            node.setItemVisibilityChecked(False)  # what lies under it would be drawn for nothing
        put_in_group((layer,), row.group[0])
        row.layer_ids.insert(0, layer.id())
        show_layer(layer, True)
        self._context.select_layer(layer)

    # --- comparing --------------------------------------------------------------------------------

    def compare(self, row: Row, other: QgsRasterLayer) -> None:
        """The row on the left."""
        if self._swipe is None:
            self._swipe = SwipeTool(self._context.canvas)
            self._swipe.used.connect(self._swiping)
        show_on_map(row, True)
        show_layer(other, True)
        self._swipe.begin(row.layers()[0], other)

    def _swiping(self, on: bool) -> None:
        self._context.show_status(tr("Drag the divider over the map; Esc ends the comparison.") if on else "")

    # --- placing a Primary image ------------------------------------------------------------------

    def place_at_height(self, row: Row) -> None:
        model = row.group[0].model
        mean = model.mean_height if isinstance(model, Rpc) else 0.0
        height, agreed = QInputDialog.getDouble(
            self._window, tr("Constant height"), tr("Height above the ellipsoid (m)"), mean, -500.0, 9000.0, 1
        )
        if agreed:
            self._place(row, Relief(height))

    def place_on(self, row: Row, layer: QgsRasterLayer) -> None:
        """Most terrain models count from the geoid, the image's model from the ellipsoid."""
        raised, agreed = QInputDialog.getDouble(
            self._window,
            tr("Heights of the terrain model"),
            tr("Added to its heights, from the geoid to the ellipsoid (m); in metropolitan France 43 to 55:"),
            0.0, -120.0, 120.0, 1,
        )  # fmt: skip
        if agreed:
            self._place(row, Relief(raised, layer.source().split("|")[0], layer.name()))

    def _place(self, row: Row, relief: Relief) -> None:
        group, composition = row.group, _shown_composition(row)
        self._run(
            tr("Placing the image"),
            lambda feedback: open_groups([group], composition, feedback, relief),
            lambda opening: self._placed(row, opening),
        )

    def _placed(self, row: Row, opening: Opening) -> None:
        former = [layer.id() for layer in row.layers()]  # and what was sharpened as they lay
        for opened in opening.opened:
            put_in_group(opened.layers, row.group[0])
            row.layer_ids = [layer.id() for layer in opened.layers]
            self._context.select_layer(opened.layers[0])
        QgsProject.instance().removeMapLayers(former)

    # --- completing -------------------------------------------------------------------------------

    def complete(self, row: Row) -> None:
        self.dialog = CompleteDialog(row.group[0], lambda said: self._completed(row, said), self._window)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self, _result: int) -> None:
        self.dialog = None

    def _completed(self, row: Row, said: Completion) -> None:
        image = completed(row.group[0], said)
        layer = row.layer_of(image)
        if isinstance(layer, QgsRasterLayer):
            tell_completed(layer, image, said)
        self._model.renew(row, (image, *row.group[1:]))


def _sharpened_of(row: Row, image: Product) -> QgsRasterLayer | None:
    return next((layer for layer in row.layers() if layer.customProperty(SHARPENED) == image.path), None)


def _sharpened_in_sight(row: Row, image: Product, look: Look) -> QgsRasterLayer | None:
    """Where it can be drawn so: those of former versions have three bands only."""
    sharp = _sharpened_of(row, image)
    in_sight = {node.layerId() for node in row.nodes() if node.isVisible()}
    return sharp if sharp is not None and sharp.id() in in_sight and _numbers_for(sharp, image, look) else None


def _numbers_for(sharp: QgsRasterLayer, image: Product, look: Look) -> tuple[int, ...] | None:
    """``look`` counts the bands of ``image``; a pansharpened layer has its own order."""
    roles = tuple(image.bands[number - 1].role for number in look.numbers)
    return next((numbers_in(sharp, key) for key, wanted in COMPOSITIONS.items() if wanted == roles), None)


def _draw_as(layer: QgsRasterLayer, image: Product, look: Look) -> None:
    if not layer.customProperty(SHARPENED):
        draw(layer, look)
    elif numbers := _numbers_for(layer, image, look):
        draw(layer, Look(numbers, look.limits))


def _shown_composition(row: Row) -> str:
    """Of what is in sight of it, the topmost layer first."""
    nodes = sorted(row.nodes(), key=lambda node: not node.isVisible())
    return next(filter(None, (shown_composition(node.layer()) for node in nodes)), "natural")
