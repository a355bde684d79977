# SPDX-License-Identifier: GPL-2.0-or-later
"""A ribbon: what lies within a distance, in metres on the ground, of lines such as a coast or a river.

A degree is not a length, and Lambert-93 or Web Mercator stretch theirs: each stretch of line is widened in an azimuthal
equidistant projection of its own, where 25 km from the centre lengths are true to 3 in a million, and the pieces are
united.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..domain.errors import Cancelled, InvalidZone
from ..domain.shapes import polygons_only, within_180
from ..domain.web import Feedback
from ..domain.wedges import Points
from .geometry import LON_LAT
from .proj import moved

WIDEST = 50_000.0  # metres
_STRETCH = 50_000.0  # metres of line that share a projection
_STEP = 0.05  # degrees: edges are straight in longitude/latitude
_QUARTER = 32  # edges of a quarter of a circle: its area is right to 4 in 10 000
_METRES = 111_320.0  # of a degree of latitude, near enough to cut a line
_AT_ONCE = 20  # vertices: GEOS takes far longer for one long winding line than for its parts
_COARSE = 1 / 500  # of the width: a bend that stands out less is straightened before it is widened
_MOST_VERTICES = 200_000


def ribbon(lines: BaseGeometry, metres: float, feedback: Feedback | None = None) -> Polygon | MultiPolygon:
    """Everything within ``metres`` of ``lines`` (longitude/latitude), ends rounded, split at ±180°.

    Raises :class:`InvalidZone`, :class:`Cancelled`.
    """
    pieces = []
    for line in shapely.get_parts(lines):
        if line.geom_type not in ("LineString", "LinearRing") or line.is_empty or line.length == 0.0:
            continue
        for points in _stretches(shapely.get_coordinates(shapely.segmentize(line, _STEP))):
            if feedback is not None and feedback.isCanceled():
                raise Cancelled()
            pieces.append(_around(points, metres))
    if not pieces:
        raise InvalidZone("no_line")
    return polygons_only(shapely.union_all(pieces))


def as_lines(shapes: list[BaseGeometry]) -> MultiLineString:
    """Of lines, without their heights. Raises :class:`InvalidZone` when they are too many to be widened."""
    lines = [line for shape in shapes for line in shapely.get_parts(shapely.force_2d(shape)) if _is_line(line)]
    if not lines:
        raise InvalidZone("no_line")
    if shapely.get_num_coordinates(lines).sum() > _MOST_VERTICES:
        raise InvalidZone("too_many_lines")
    return MultiLineString([LineString(line.coords) for line in lines])


def _is_line(shape: BaseGeometry) -> bool:
    return shape.geom_type in ("LineString", "LinearRing") and not shape.is_empty


def _stretches(points: Points) -> Iterator[Points]:
    """Consecutive parts of a line, each about :data:`_STRETCH` long at most, sharing their ends."""
    steps = np.diff(points, axis=0)
    steps[:, 0] *= np.cos(np.radians((points[1:, 1] + points[:-1, 1]) / 2))
    far = np.append(0.0, np.cumsum(np.hypot(*steps.T))) * _METRES
    cuts = np.searchsorted(far, np.arange(_STRETCH, far[-1], _STRETCH))
    yield from _parts(points, sorted({0, *cuts.tolist(), len(points) - 1}))


def _parts(points: Points, ends: list[int]) -> Iterator[Points]:
    for first, last in zip(ends, ends[1:]):
        yield points[first : last + 1]


def _around(points: Points, metres: float) -> Polygon | MultiPolygon:
    here = _equidistant(*points[len(points) // 2])
    flat = moved(points, LON_LAT, here)
    if not np.isfinite(flat).all():
        raise InvalidZone("not_transformable", LON_LAT)
    line = shapely.get_coordinates(LineString(flat).simplify(metres * _COARSE, preserve_topology=False))
    parts = [LineString(part) for part in _parts(line, [*range(0, len(line) - 1, _AT_ONCE), len(line) - 1])]
    wide = shapely.segmentize(shapely.union_all(shapely.buffer(parts, metres, quad_segs=_QUARTER)), _STRETCH / 20)
    back = shapely.transform(wide, lambda xy: moved(xy, here, LON_LAT))
    if not np.isfinite(shapely.get_coordinates(back)).all():
        raise InvalidZone("not_transformable", LON_LAT)
    return within_180(back)


def _equidistant(longitude: float, latitude: float) -> str:
    turned = math.remainder(longitude, 360.0)
    return (
        'PROJCS["ribbon",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
        'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Azimuthal_Equidistant"],'
        f'PARAMETER["latitude_of_center",{float(latitude)!r}],PARAMETER["longitude_of_center",{turned!r}],'
        'PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]'
    )
