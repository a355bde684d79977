# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a request's sheet: the zone, and where it lies. On the main thread only."""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsProjectMetadata,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor
from shapely.geometry.base import BaseGeometry

from ..domain.outline import usual_projection
from .geometry import LON_LAT, lon_lat, to_qgis

_MARGIN = 1.25  # of the zone's own extent
_SURROUNDINGS = 6.0  # of the main map's extent
_LEAST_WIDTH = 400_000.0  # metres
_LABELLED_WIDTH = 800_000.0
_STEPS = (1.0, 2.0, 5.0)
Place = tuple[float, float, float, float]  # left, top, width, height in mm
_LINES = 3.0  # of the grid, across the map


def page_project(zone: BaseGeometry) -> QgsProject:
    """A project of its own, in the CRS that the zone's territory uses: the person's is not touched."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(usual_projection(zone) or LON_LAT))
    project.setEllipsoid("EPSG:7030")
    project.setMetadata(QgsProjectMetadata())  # a new project has the name of the computer's user as its author
    return project


def zone_layer(zone: BaseGeometry, project: QgsProject) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={LON_LAT}", "zone", "memory")
    feature = QgsFeature()
    geometry = to_qgis(zone)
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    _style(layer, color="227,26,28,40", outline_color="227,26,28", outline_width="0.5")
    project.addMapLayer(layer)
    return layer


def zone_map(layout: QgsPrintLayout, layer: QgsVectorLayer, place: Place) -> QgsLayoutItemMap:
    """The zone with a grid of longitudes and latitudes."""
    frame = _map(layout, [layer], place)
    extent = _extent(layer, layout.project())
    extent.scale(_MARGIN)
    frame.zoomToExtent(extent)
    _add_grid(frame, layer.extent())
    return frame


def locator_map(layout: QgsPrintLayout, main: QgsLayoutItemMap, place: Place) -> QgsLayoutItemMap | None:
    """Where the zone lies, on the map of the world that comes with QGIS; None when it is not installed."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    if not path.is_file():
        return None
    regions = QgsVectorLayer(f"{path}|layername=states_provinces", "regions", "ogr")
    if not regions.isValid():
        return None
    _style(regions, color="245,243,236", outline_color="150,150,150", outline_width="0.1")
    layout.project().addMapLayer(regions)
    locator = _map(layout, [*main.layers(), regions], place)
    extent = QgsRectangle(main.extent())
    metre = QgsUnitTypes.fromUnitToUnitFactor(QgsUnitTypes.DistanceUnit.DistanceMeters, locator.crs().mapUnits())
    extent.scale(max(_SURROUNDINGS, _LEAST_WIDTH * metre / extent.width()))
    if extent.width() < _LABELLED_WIDTH * metre:
        _label(regions, "name")
    locator.zoomToExtent(extent)
    locator.setBackgroundColor(QColor(214, 230, 240))
    locator.overview().setLinkedMap(main)
    mark = {"color": "220,0,0,80", "outline_color": "220,0,0", "outline_width": "0.8"}  # mm: a hectare is seen too
    locator.overview().setFrameSymbol(QgsFillSymbol.createSimple(mark))
    return locator


def scale_bar(layout: QgsPrintLayout, main: QgsLayoutItemMap, left: float, top: float, size: float) -> None:
    """Along the ellipsoid, in metres or kilometres."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(main)
    bar.applyDefaultSize(bar.guessUnits())
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(25)
    bar.setMaximumBarWidth(60)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(2)
    text = bar.textFormat()
    text.setSize(size)
    bar.setTextFormat(text)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(left, top))


def _map(layout: QgsPrintLayout, layers: list[QgsMapLayer], place: Place) -> QgsLayoutItemMap:
    left, top, width, height = place
    item = QgsLayoutItemMap(layout)
    item.attemptSetSceneRect(QRectF(left, top, width, height))
    item.setCrs(layout.project().crs())
    item.setLayers(layers)
    item.setFrameEnabled(True)
    layout.addLayoutItem(item)
    return item


def _extent(layer: QgsVectorLayer, project: QgsProject) -> QgsRectangle:
    """Of the layer, in the project's CRS: from its geometry, since a box across ±180° goes round the Earth."""
    (feature,) = layer.getFeatures()
    geometry = feature.geometry()
    geometry.transform(QgsCoordinateTransform(lon_lat(), project.crs(), project))
    return geometry.boundingBox()


def _add_grid(frame: QgsLayoutItemMap, degrees: QgsRectangle) -> None:
    grid = QgsLayoutItemMapGrid("grid", frame)
    grid.setCrs(lon_lat())
    interval = _round_step(min(max(degrees.width(), degrees.height(), 1e-4), 60.0) / _LINES)
    grid.setIntervalX(interval)
    grid.setIntervalY(interval)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Solid)
    grid.setGridLineColor(QColor(0, 0, 0, 60))
    grid.setGridLineWidth(0.1)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.Decimal)
    grid.setAnnotationPrecision(max(0, -math.floor(math.log10(interval))))
    text = QgsTextFormat()
    text.setSize(6)
    grid.setAnnotationTextFormat(text)
    side, shown = QgsLayoutItemMapGrid.BorderSide, QgsLayoutItemMapGrid.DisplayMode
    for edge, what in (
        (side.Left, shown.LatitudeOnly),
        (side.Bottom, shown.LongitudeOnly),
        (side.Right, shown.HideAll),
        (side.Top, shown.HideAll),
    ):
        grid.setAnnotationDisplay(what, edge)
        grid.setAnnotationPosition(QgsLayoutItemMapGrid.AnnotationPosition.InsideMapFrame, edge)
    frame.grids().addGrid(grid)


def _round_step(rough: float) -> float:
    """The largest of 1, 2, 5 × 10ⁿ that is not above ``rough``."""
    power = 10.0 ** math.floor(math.log10(rough))
    return max(step * power for step in _STEPS if step * power <= rough * 1.000001)


def _style(layer: QgsVectorLayer, **properties: str) -> None:
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(properties)))


def _label(layer: QgsVectorLayer, field: str) -> None:
    text = QgsTextFormat()
    text.setSize(5)
    text.setColor(QColor(110, 110, 110))
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
