# SPDX-License-Identifier: GPL-2.0-or-later
"""Opened images in the project and on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapLayer, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas

from ...core.layer_crs import own_crs
from ...core.layer_groups import plugin_group
from ...core.products import PATH_PROPERTY
from .images_model import Row


def add_to_project(layers: Sequence[QgsRasterLayer], canvas: QgsMapCanvas) -> None:
    """The first layer is shown; that of the bundle's other half goes under it, unticked: it would be drawn for nothing.

    The map moves there when the image lies outside of what is in sight.
    """
    project = QgsProject.instance()
    for layer in reversed(layers):
        own_crs(layer)
        project.addMapLayer(layer, False)
        node = plugin_group(project).insertLayer(0, layer)  # not where a search happens to be current
        if layer is not layers[0]:
            node.setItemVisibilityChecked(False)
    extent = _on_canvas(layers[0], canvas)
    if extent is not None and not extent.intersects(canvas.extent()):
        zoom_to(layers[0], canvas)


def layers_by_path() -> dict[str, str]:
    """The project's layers that were opened here: the id of each by its product's path."""
    layers = QgsProject.instance().mapLayers().values()
    return {path: layer.id() for layer in layers if (path := layer.customProperty(PATH_PROPERTY))}


def show_on_map(row: Row, shown: bool) -> None:
    """Shown: the colour layer, with the groups it lies in. Hidden: all of its layers."""
    for node in row.nodes()[:1] if shown else row.nodes():
        if shown:
            node.setItemVisibilityCheckedParentRecursive(True)
        else:
            node.setItemVisibilityChecked(False)


def show_only(row: Row, shown: QgsMapLayer) -> None:
    """One layer of a bundle: what lies over it would hide it."""
    for node in row.nodes():
        if node.layerId() == shown.id():
            node.setItemVisibilityCheckedParentRecursive(True)
        else:
            node.setItemVisibilityChecked(False)


def zoom_to(layer: QgsMapLayer, canvas: QgsMapCanvas) -> None:
    extent = _on_canvas(layer, canvas)
    if extent is not None:
        extent.scale(1.05)
        canvas.setExtent(extent)
        canvas.refresh()


def _on_canvas(layer: QgsMapLayer, canvas: QgsMapCanvas) -> QgsRectangle | None:
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    try:
        return transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return None
