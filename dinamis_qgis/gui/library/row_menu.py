# SPDX-License-Identifier: GPL-2.0-or-later
"""« ⋮ » of an opened image: how it is shown, what can be made of it, and what is to be said with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QMenu

from ...core.compositions import composition_names
from ...core.opening import has_composition
from ...core.product_extras import CLOUDS, EXTRA
from ...core.product_texts import credit_of, masks_in_pixels
from ...core.sensor_model import Rpc
from ...core.vsi import plain
from ...translation import tr
from ..folders import open_folder
from ..tool_tip import tool_tip
from .on_map import extra_of, show_layer
from .rows import Row

if TYPE_CHECKING:
    from .row_work import RowWork


def fill_row_menu(row: Row, work: RowWork, cut: Callable[[Row], None], menu: QMenu) -> None:
    """``cut`` asks how the image is to be cut."""
    menu.setToolTipsVisible(True)
    shown = bool(row.layers())
    if not shown:
        opening = menu.addAction(tr("Open"))
        opening.setEnabled(not row.absent)
        opening.triggered.connect(lambda: work.open(row))
    zoom = menu.addAction(tr("Zoom"))
    zoom.setEnabled(shown or (row.held is not None and row.held.box is not None))
    zoom.triggered.connect(lambda: work.show_place(row))
    menu.addSeparator()
    for key, name in composition_names():
        if shown and any(has_composition(image, key) for image in row.group):
            menu.addAction(name).triggered.connect(lambda _checked=False, key=key: work.restyle(row, key))
    if shown and work.can_share_contrast():
        menu.addAction(tr("Same contrast for all")).triggered.connect(lambda: work.share_contrast())
    menu.addSeparator()
    if shown and _can_be_sharpened(row):
        menu.addAction(tr("Pansharpen (P + MS)")).triggered.connect(lambda: work.sharpen(row))
        menu.addAction(tr("Pansharpen into a GeoTIFF…")).triggered.connect(lambda: work.sharpen_into(row))
    if shown:
        menu.addAction(tr("Build overviews…")).triggered.connect(lambda: work.ask_overviews(row))
    cutting = menu.addAction(tr("Cut to my zone…"))
    cutting.setEnabled(not row.absent)
    cutting.triggered.connect(lambda: cut(row))
    _add_clouds(row, menu)
    if shown:
        _add_others(row, work, menu)
    if isinstance(row.group[0].model, Rpc):
        _add_reliefs(row, work, menu)
    if not row.group[0].is_described and shown:
        menu.addAction(tr("Complete…")).triggered.connect(lambda: work.complete(row))
    menu.addSeparator()
    credit = credit_of(row.group[0])
    if credit:
        copy = menu.addAction(tr("Copy the credit"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(credit))
    if row.held is None:
        adding = menu.addAction(tr("Add to my library (nothing is moved)"))
        adding.triggered.connect(lambda: work.remember(row))
    menu.addAction(tr("Open the folder")).triggered.connect(lambda: open_folder(Path(plain(row.group[0].path))))


def _can_be_sharpened(row: Row) -> bool:
    image = row.group[0]
    return len(row.group) == 2 or (image.kind.startswith("dimap") and image.spectral_mode.startswith("MS"))


def _add_clouds(row: Row, menu: QMenu) -> None:
    image = row.group[0]
    if not any(mask.kind == CLOUDS for mask in image.masks):
        return
    action = menu.addAction(tr("Cloud mask"))
    layer = extra_of(image, CLOUDS)
    if layer is None:
        why = tr("The product's cloud mask is empty or cannot be read, or its layer was removed.")
        if masks_in_pixels(image):
            why = tr("The masks of a Primary image are in its own pixels: they are not laid on the map.")
        action.setEnabled(False)
        action.setToolTip(tool_tip(why))
        return
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    action.setCheckable(True)
    action.setChecked(node is not None and node.isVisible())
    action.toggled.connect(lambda shown: show_layer(layer, shown))


def _add_others(row: Row, work: RowWork, menu: QMenu) -> None:
    others = _rasters_but(row.layers())
    submenu = menu.addMenu(tr("Compare with…"))
    submenu.setEnabled(bool(others))
    for layer in others:
        submenu.addAction(layer.name().replace("&", "&&")).triggered.connect(
            lambda _checked=False, layer=layer: work.compare(row, layer)
        )


def _add_reliefs(row: Row, work: RowWork, menu: QMenu) -> None:
    submenu = menu.addMenu(tr("Place on…"))
    submenu.addAction(tr("Constant height…")).triggered.connect(lambda: work.place_at_height(row))
    for layer in _rasters_but(row.layers()):
        if layer.bandCount() == 1 and layer.providerType() == "gdal" and not layer.source().startswith("<"):
            submenu.addAction(layer.name().replace("&", "&&")).triggered.connect(
                lambda _checked=False, layer=layer: work.place_on(row, layer)
            )


def _rasters_but(own: list[QgsMapLayer]) -> list[QgsRasterLayer]:
    """In the order of the tree, without quicklooks."""
    layers = QgsProject.instance().layerTreeRoot().layerOrder()
    rasters = [layer for layer in layers if isinstance(layer, QgsRasterLayer) and layer.isValid()]
    return [layer for layer in rasters if layer not in own and not layer.customProperty(EXTRA)]
