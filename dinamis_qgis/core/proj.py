# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates in tasks, by GDAL's binding of PROJ.

Not by QGIS's: 3.22 ties a CRS to the thread that made it first. In threads that come and go its transformation may be
invalid and hand the points back as they are, and a CRS that a task made first is dead for everybody, the main thread
included, once that thread has ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import numpy as np
import shapely
from osgeo import osr
from shapely.geometry.base import BaseGeometry

from ..domain.errors import InvalidZone
from ..domain.shapes import within_180
from ..domain.wedges import Points
from .geometry import LON_LAT
from .vsi import quiet_gdal

_CODE = re.compile(r"(EPSG|ESRI|IGNF|OGC):\w+", re.IGNORECASE)
_WIDEST = 540.0  # degrees: a map of the world may show it more than once
_LOOKED_AT = 500  # points
_PIECES = 64  # a side of a shape's bounding box is cut into so many: edges are straight in the shape's own CRS


def project(crs: str, points: Points) -> Points:
    """Longitude/latitude to ``crs``; infinite where, or if, PROJ cannot."""
    return moved(points, LON_LAT, crs)


def lon_lat_of(crs: str, x: float, y: float) -> tuple[float, float]:
    """One place in ``crs``; infinite where, or if, PROJ cannot."""
    longitude, latitude = moved(np.array([[x, y]]), crs, LON_LAT)[0]
    return float(longitude), float(latitude)


def to_lon_lat(shape: BaseGeometry, crs: str) -> BaseGeometry | None:
    """Polygons in ``crs`` as polygons in longitude/latitude, split at ±180°; None if PROJ cannot."""
    xmin, ymin, xmax, ymax = shape.bounds
    dense = shapely.segmentize(shape, max(xmax - xmin, ymax - ymin) / _PIECES)
    there = shapely.transform(dense, lambda points: moved(points, crs, LON_LAT))
    return within_180(there) if np.isfinite(shapely.get_coordinates(there)).all() else None


def zone_to_lon_lat(shape: BaseGeometry, crs: str) -> BaseGeometry:
    """As :func:`to_lon_lat`, of what a person gives. In degrees an edge longer than 180° is a jump over the
    antimeridian, as files write it. Raises :class:`InvalidZone`."""
    _check(shape, crs)
    found = to_lon_lat(within_180(shape) if _is_in_degrees(crs) else shape, crs)
    if found is None or found.is_empty:
        raise InvalidZone("not_transformable", crs[:80])
    return found


def lines_to_lon_lat(lines: BaseGeometry, crs: str) -> BaseGeometry:
    """Longitudes run on past 180° where a line crosses it. Raises :class:`InvalidZone`."""
    _check(lines, crs)
    degrees = _is_in_degrees(crs)

    def along(points: Points) -> Points:
        there = moved(points, crs, LON_LAT)
        return np.column_stack([np.unwrap(there[:, 0], period=360.0), there[:, 1]])

    xmin, ymin, xmax, ymax = lines.bounds
    step = max(xmax - xmin, ymax - ymin) / _PIECES
    each = [line if degrees else shapely.segmentize(line, step) for line in shapely.get_parts(lines)]
    return shapely.multilinestrings([shapely.transform(line, along) for line in each])


def _check(shape: BaseGeometry, crs: str) -> None:
    """Far outside a projection's domain PROJ answers numbers all the same: only what comes back is trusted."""
    xmin, ymin, xmax, ymax = shape.bounds
    points = shapely.get_coordinates(shape)
    points = points[:: max(len(points) // _LOOKED_AT, 1)]
    there = moved(points, crs, LON_LAT)
    right = np.isfinite(there).all() and np.abs(there[:, 1]).max() <= 90.0 and np.abs(there[:, 0]).max() <= _WIDEST
    if right and not _is_in_degrees(crs):
        step = max(xmax - xmin, ymax - ymin) / _PIECES
        right = np.allclose(moved(there, LON_LAT, crs), points, rtol=0.0, atol=step)
    if not right:
        raise InvalidZone("not_transformable", crs[:80])


def _is_in_degrees(crs: str) -> bool:
    known = reference(crs)
    return known is not None and bool(known.IsGeographic())


@contextmanager
def _quiet() -> Iterator[None]:
    """Without a listener in Python, which breaks where a message is cut within a letter; what GDAL raises ends it."""
    with quiet_gdal(), suppress(RuntimeError):
        yield


def moved(points: Points, source: str, target: str) -> Points:
    """From one map's CRS to another's; infinite where, or if, PROJ cannot."""
    given, wanted = reference(source), reference(target)
    if given is None or wanted is None:
        return np.full(points.shape, np.inf)
    with _quiet():
        transform = osr.CoordinateTransformation(given, wanted)
        there = np.array(transform.TransformPoints(points.tolist()), dtype=float)[:, :2]
        return np.where(np.isfinite(there).all(axis=1, keepdims=True), there, np.inf)
    return np.full(points.shape, np.inf)  # GDAL raised


def reference(text: str) -> osr.SpatialReference | None:
    """An authority's code or WKT of a map's CRS, x east and y north; None for anything else: GDAL would also open files
    and URLs."""
    srs = osr.SpatialReference()
    with _quiet():
        if "[" in text:
            known = srs.ImportFromWkt(text) == 0
        else:
            known = _CODE.fullmatch(text) is not None and srs.SetFromUserInput(text) == 0
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return srs if known and (srs.IsProjected() or srs.IsGeographic()) else None
    return None  # GDAL raised
