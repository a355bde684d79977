# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapes between QGIS and the domain.

The domain speaks longitude/latitude in shapely. An edge is straight in the CRS it was drawn in, so it is densified
there before it is transformed; what crosses ±180° is split, and every part lies within [-180, 180].
"""

from __future__ import annotations

import math

import numpy as np
import shapely
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsUnitTypes,
    QgsWkbTypes,
)
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from ..domain.errors import InvalidZone
from ..domain.shapes import is_valid, polygons_only, valid_polygons, within_180

LON_LAT = "EPSG:4326"
_MOST_TURNS = 3
_HAIR = 1e-10  # of a turn
_WIDEST = 540.0  # degrees: a map of the world may show it more than once
_PIECES = 64  # a side of the shape's bounding box is cut into so many pieces: 1e-9 on a département in Lambert-93


def lon_lat() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(LON_LAT)


def zone_from_geometry(
    geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> BaseGeometry:
    """A polygon of a layer in ``crs`` as valid polygons in longitude/latitude.

    In degrees, an edge longer than 180° is a jump over the antimeridian, as files write it; what a map shows has none
    (see :func:`with_short_edges`).

    Raises :class:`InvalidZone`: a self-crossing outline is refused, not repaired in silence.
    """
    if geometry.isNull() or geometry.isEmpty():
        raise InvalidZone("empty")
    if geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise InvalidZone("not_polygon")
    if not crs.isValid():
        raise InvalidZone("no_crs")
    shape = QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(shape.wkbType()):
        shape.convertToStraightSegment()
    shape.get().dropZValue()
    shape.get().dropMValue()
    flat = to_shapely(shape)
    if valid_polygons(flat).area == 0:  # of the repaired one: the lobes of a bow tie cancel each other
        raise InvalidZone("empty")
    if not is_valid(flat):
        raise InvalidZone("self_crossing", shapely.is_valid_reason(flat))
    return _transformed(flat, crs, context)


def with_short_edges(polygon: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    """The polygon of a map, whose edges mean what they show however long they are."""
    return polygon.densifyByDistance(90.0) if _in_degrees(crs) else polygon


def _in_degrees(crs: QgsCoordinateReferenceSystem) -> bool:
    return crs.isGeographic() and crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceDegrees


def to_shapely(geometry: QgsGeometry) -> BaseGeometry:
    return shapely.from_wkb(bytes(geometry.asWkb()))


def to_qgis(shape: BaseGeometry) -> QgsGeometry:
    """In two dimensions. They are named because shapely's default is its own GEOS's, while a process that QGIS started
    (desktop, qgis_process) runs shapely's wheel on QGIS's older GEOS, which refuses it."""
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape, output_dimension=2))
    return geometry


def unite(shapes: list[BaseGeometry]) -> BaseGeometry:
    """Polygons as one (multi)polygon: overlaps count once."""
    return polygons_only(unary_union(shapes))


def _transformed(
    shape: BaseGeometry, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> BaseGeometry:
    if _in_degrees(crs):
        xmin, ymin, xmax, ymax = shape.bounds
        if ymin < -90.0 or ymax > 90.0 or xmin < -_WIDEST or xmax > _WIDEST:
            raise InvalidZone("not_transformable", crs.authid())
        shape = within_180(shape)
    xmin, ymin, xmax, ymax = shape.bounds
    step = max(xmax - xmin, ymax - ymin) / _PIECES
    dense = shapely.segmentize(shape, step)
    if crs.authid() == LON_LAT:
        return within_180(dense)
    transform = QgsCoordinateTransform(crs, lon_lat(), context)
    if not transform.isValid():  # a plan without datum: the points would come back as they are, as degrees
        raise InvalidZone("not_transformable", crs.authid() or crs.description())
    try:
        return within_180(_moved(dense, transform, step))
    except InvalidZone:
        turn = _turn(transform)
        if turn is None:
            raise
    moved = _moved(_within_turn(dense, *turn), transform, step)
    return within_180(shapely.transform(moved, _to_the_edge))


def _moved(dense: BaseGeometry, transform: QgsCoordinateTransform, step: float) -> BaseGeometry:
    """Raises :class:`InvalidZone`."""
    geometry = to_qgis(dense)
    crs = transform.sourceCrs().authid()
    try:
        geometry.transform(transform)
        there_and_back = QgsGeometry(geometry)
        there_and_back.transform(transform, Qgis.TransformDirection.Reverse)
    except QgsCsException as error:
        raise InvalidZone("not_transformable", crs) from error
    # Far outside a projection's domain PROJ answers numbers all the same: only what comes back is trusted.
    if not np.allclose(shapely.get_coordinates(to_shapely(there_and_back)), shapely.get_coordinates(dense), atol=step):
        raise InvalidZone("not_transformable", crs)
    return to_shapely(geometry)


def _turn(transform: QgsCoordinateTransform) -> tuple[float, float] | None:
    """Of a cylindrical projection (Mercator, plate carrée), whose map repeats itself east and west: x of the middle,
    and the width of a turn around the Earth. None for the others."""
    back = Qgis.TransformDirection.Reverse
    try:
        longitude = transform.transform(0.0, 0.0).x()
        middle = transform.transform(longitude, 0.0, back).x()
        width = 360.0 * (transform.transform(longitude + 1.0, 0.0, back).x() - middle)
        quarter = transform.transform(longitude + 90.0, 60.0, back).x() - middle
    except QgsCsException:
        return None
    return (middle, width) if width > 0.0 and abs(quarter / width - 0.25) < 1e-9 else None


def _to_the_edge(points: np.ndarray) -> np.ndarray:
    x, y = points.T
    return np.column_stack([np.where(np.abs(x) > 180.0 - 360.0 * 2.0 * _HAIR, np.copysign(180.0, x), x), y])


def _within_turn(shape: BaseGeometry, middle: float, width: float) -> BaseGeometry:
    """What lies past the edges of the map, brought back into it. Edges are left out by a hair, where PROJ may give
    either of -180 and 180."""
    west, hair = middle - width / 2, width * _HAIR
    xmin, ymin, xmax, ymax = shape.bounds
    first, last = (math.floor((x - west) / width) for x in (xmin, xmax))
    if last - first > _MOST_TURNS:
        return shape
    pieces = []
    for turn in range(first, last + 1):
        window = shapely.box(west + turn * width + hair, ymin, west + (turn + 1) * width - hair, ymax)
        pieces.append(translate(shape.intersection(window), -turn * width))
    return unite(pieces)
