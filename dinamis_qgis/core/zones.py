# SPDX-License-Identifier: GPL-2.0-or-later
"""Zones from what QGIS shows: the map's extent, a layer's selection, a bookmark."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from shapely.geometry.base import BaseGeometry

from ..domain.errors import InvalidZone
from .geometry import lon_lat, to_shapely, unite, with_short_edges, zone_from_geometry
from .proj import lines_to_lon_lat
from .ribbon import as_lines
from .task import TaskFeedback

_EARTH = QgsRectangle(-540.0, -90.0, 540.0, 90.0)  # a map of the world may show it more than once


def map_zone(
    polygon: QgsGeometry, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> BaseGeometry:
    """As :func:`zone_from_geometry`, of what is drawn or shown on the map."""
    if not crs.isValid():
        raise InvalidZone("no_map_crs")
    return zone_from_geometry(with_short_edges(polygon, crs), crs, context)


def outline_in(polygon: QgsGeometry, crs: QgsCoordinateReferenceSystem, settings: QgsMapSettings) -> QgsGeometry:
    """An outline drawn in ``crs`` in the map's own, corner by corner, to be edited there. Raises InvalidZone."""
    moved, to = QgsGeometry(polygon), settings.destinationCrs()
    try:
        moved.transform(QgsCoordinateTransform(crs, to, settings.transformContext()))
    except QgsCsException as error:
        raise InvalidZone("not_transformable", to.authid()) from error
    return moved


def visible_zone(settings: QgsMapSettings) -> BaseGeometry:
    """What the map shows, its rotation included. Raises InvalidZone."""
    crs = settings.destinationCrs()
    if settings.visibleExtent().isEmpty():
        raise InvalidZone("empty_map")
    corners = [QgsPointXY(point) for point in settings.visiblePolygon()]
    polygon = QgsGeometry.fromPolygonXY([corners])
    if crs.isGeographic():
        polygon = polygon.intersection(QgsGeometry.fromRect(_EARTH))
    return map_zone(polygon, crs, settings.transformContext())


def extent_to_show(shape: BaseGeometry, settings: QgsMapSettings) -> QgsRectangle | None:
    """The extent, in the map's CRS, that shows the zone; None when the map shows some of it already, or never can."""
    try:
        if visible_zone(settings).intersects(shape):
            return None
    except InvalidZone:  # a map that shows nothing of the Earth
        pass
    return extent_of(shape, settings)


def extent_of(shape: BaseGeometry, settings: QgsMapSettings) -> QgsRectangle | None:
    """The extent, in the map's CRS, that shows the whole zone; None when the map never can."""
    to_map = QgsCoordinateTransform(lon_lat(), settings.destinationCrs(), settings.transformContext())
    try:
        extent = to_map.transformBoundingBox(QgsRectangle(*shape.bounds))
    except QgsCsException:
        return None
    extent.scale(1.1)
    return extent


def selection_zone(layer: QgsMapLayer | None, settings: QgsMapSettings) -> Callable[[TaskFeedback], BaseGeometry]:
    """The work, for a task, that unites the layer's selected polygons. Raises InvalidZone, also when called."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise InvalidZone("no_layer")
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise InvalidZone("not_polygon", layer.name())
    if not layer.crs().isValid():
        raise InvalidZone("no_crs", layer.name())
    if layer.selectedFeatureCount() == 0:
        raise InvalidZone("no_selection", layer.name())
    source, crs, context = QgsVectorLayerFeatureSource(layer), layer.crs(), settings.transformContext()
    request = QgsFeatureRequest().setFilterFids(layer.selectedFeatureIds()).setNoAttributes()

    def work(feedback: TaskFeedback) -> BaseGeometry:
        shapes = []
        for feature in source.getFeatures(request):
            feedback.check()
            shapes.append(zone_from_geometry(feature.geometry(), crs, context))
        if not shapes:
            raise InvalidZone("empty", layer_name)
        return unite(shapes)

    layer_name = layer.name()
    return work


def lines_of(layer: QgsMapLayer | None) -> Callable[[TaskFeedback], BaseGeometry]:
    """The work, for a task, that gathers the layer's lines in longitude/latitude: the selected ones, else all. Raises
    InvalidZone, also when called."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise InvalidZone("no_line")
    if layer.geometryType() != QgsWkbTypes.GeometryType.LineGeometry:
        raise InvalidZone("no_line", layer.name())
    if not layer.crs().isValid():
        raise InvalidZone("no_crs", layer.name())
    source, crs = QgsVectorLayerFeatureSource(layer), layer.crs().toWkt()
    request = QgsFeatureRequest().setNoAttributes()
    if layer.selectedFeatureCount():
        request.setFilterFids(layer.selectedFeatureIds())

    def work(feedback: TaskFeedback) -> BaseGeometry:
        shapes = []
        for feature in source.getFeatures(request):
            feedback.check()
            geometry = feature.geometry()
            if QgsWkbTypes.isCurvedType(geometry.wkbType()):
                geometry.convertToStraightSegment()
            if not geometry.isEmpty():
                shapes.append(to_shapely(geometry))
        return lines_to_lon_lat(as_lines(shapes), crs)

    return work


def bookmark_zone(bookmark: QgsBookmark, context: QgsCoordinateTransformContext) -> BaseGeometry:
    """What the map shows there, its rotation included where QGIS keeps one (3.32). Raises InvalidZone."""
    extent = bookmark.extent()
    rectangle = QgsGeometry.fromRect(extent)
    rotation = bookmark.rotation() if hasattr(bookmark, "rotation") else 0.0
    if rotation:
        rectangle.rotate(-rotation, extent.center())
    if extent.crs().isGeographic():
        rectangle = rectangle.intersection(QgsGeometry.fromRect(_EARTH))
    return map_zone(rectangle, extent.crs(), context)
