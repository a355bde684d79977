# SPDX-License-Identifier: GPL-2.0-or-later
"""Opened images in the project and on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas

from ...core.completion import completed, completion_of
from ...core.compositions import name_composition
from ...core.geometry import lon_lat
from ...core.layer_crs import own_crs
from ...core.layer_groups import product_group
from ...core.opening import Opened
from ...core.product import Group, Product
from ...core.product_extras import EXTRA, OF_PRODUCT
from ...core.product_texts import group_name
from ...core.products import PATH_PROPERTY
from ...core.sharpened import SHARPENED
from .rows import Row


def add_to_project(opened: Opened, canvas: QgsMapCanvas) -> None:
    """In a group of the product, above the searches: the first layer is shown; that of the bundle's other half goes
    under it, unticked, as it would be drawn for nothing, and so do masks, footprint and quicklook.

    The map moves there when the image lies outside of what is in sight.
    """
    image = opened.group[0]
    put_in_group(opened.layers, image)
    project = QgsProject.instance()
    there = {(layer.customProperty(OF_PRODUCT), layer.customProperty(EXTRA)) for layer in project.mapLayers().values()}
    new = [one for one in opened.extras if (one.customProperty(OF_PRODUCT), one.customProperty(EXTRA)) not in there]
    for number, layer in enumerate(new):
        _insert(layer, image, len(opened.layers) + number, shown=False)
    extent = _on_canvas(opened.layers[0], canvas)
    if extent is not None and not extent.intersects(canvas.extent()):
        zoom_to(opened.layers[0], canvas)


def put_in_group(layers: Sequence[QgsRasterLayer], image: Product) -> None:
    """On top of the group of ``image``, the first one shown."""
    for layer in reversed(layers):
        name_composition(layer)
        _insert(layer, image, 0, shown=layer is layers[0])


def _insert(layer: QgsMapLayer, image: Product, place: int, shown: bool) -> None:
    project = QgsProject.instance()
    own_crs(layer)
    project.addMapLayer(layer, False)  # not where a search happens to be current
    group = product_group(project, image.path, group_name(image))
    node = group.insertLayer(min(place, len(group.children())), layer)
    node.setItemVisibilityChecked(shown)
    node.setExpanded(False)


def extra_of(image: Product, kind: str) -> QgsMapLayer | None:
    """A mask, the footprint or the quicklook of an image, when the project holds it."""
    for layer in QgsProject.instance().mapLayers().values():
        if layer.customProperty(OF_PRODUCT) == image.path and layer.customProperty(EXTRA) == kind:
            return layer
    return None


def layers_by_path() -> dict[str, str]:
    """The project's layers that were opened here: the id of each by its product's path."""
    layers = QgsProject.instance().mapLayers().values()
    return {path: layer.id() for layer in layers if (path := layer.customProperty(PATH_PROPERTY))}


def layers_of(group: Group) -> list[str]:
    """Ids of the project's layers of a group, the pansharpened one first."""
    layers = QgsProject.instance().mapLayers().values()
    sharp = [layer.id() for layer in layers if layer.customProperty(SHARPENED) == group[0].path]
    held = layers_by_path()
    return [*sharp, *(held[image.path] for image in group if image.path in held)]


def as_completed(group: Group, layer_ids: Sequence[str]) -> Group:
    """With what a person added to it, which its layer keeps."""
    layers = filter(None, map(QgsProject.instance().mapLayer, layer_ids))
    said = next(filter(None, map(completion_of, layers)), None)
    return group if said is None or group[0].is_described else (completed(group[0], said), *group[1:])


def show_on_map(row: Row, shown: bool) -> None:
    """Shown: the colour layer, with the groups it lies in. Hidden: all of its layers."""
    for node in row.nodes()[:1] if shown else row.nodes():
        if shown:
            node.setItemVisibilityCheckedParentRecursive(True)
        else:
            node.setItemVisibilityChecked(False)


def show_layer(layer: QgsMapLayer, shown: bool) -> None:
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    if node is not None and shown:
        node.setItemVisibilityCheckedParentRecursive(True)
    elif node is not None:
        node.setItemVisibilityChecked(False)


def show_only(row: Row, shown: QgsMapLayer) -> None:
    """One layer of a bundle: what lies over it would hide it."""
    for node in row.nodes():
        if node.layerId() == shown.id():
            node.setItemVisibilityCheckedParentRecursive(True)
        else:
            node.setItemVisibilityChecked(False)


def zoom_to(layer: QgsMapLayer, canvas: QgsMapCanvas) -> None:
    _go_to(_on_canvas(layer, canvas), canvas)


def zoom_to_lon_lat(box: tuple[float, float, float, float], canvas: QgsMapCanvas) -> None:
    """(xmin, ymin, xmax, ymax)"""
    _go_to(_moved(QgsRectangle(*box), lon_lat(), canvas), canvas)


def _go_to(extent: QgsRectangle | None, canvas: QgsMapCanvas) -> None:
    if extent is not None:
        extent.scale(1.05)
        canvas.setExtent(extent)
        canvas.refresh()


def _on_canvas(layer: QgsMapLayer, canvas: QgsMapCanvas) -> QgsRectangle | None:
    return _moved(layer.extent(), layer.crs(), canvas)


def _moved(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, canvas: QgsMapCanvas) -> QgsRectangle | None:
    transform = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    try:
        return transform.transformBoundingBox(extent)
    except QgsCsException:
        return None
