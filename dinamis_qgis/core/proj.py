# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates in tasks, by GDAL's binding of PROJ.

Not by QGIS's: 3.22 ties a CRS to the thread that made it first. In threads that come and go its transformation may be
invalid and hand the points back as they are, and a CRS that a task made first is dead for everybody, the main thread
included, once that thread has ended.
"""

from __future__ import annotations

import re

import numpy as np
import shapely
from osgeo import osr
from shapely.geometry.base import BaseGeometry

from ..domain.shapes import within_180
from ..domain.wedges import Points
from .geometry import LON_LAT
from .pictures import gdal_complaints

_CODE = re.compile(r"(EPSG|ESRI|IGNF|OGC):\w+", re.IGNORECASE)
_PIECES = 64  # a side of a shape's bounding box is cut into so many: edges are straight in the shape's own CRS


def project(crs: str, points: Points) -> Points:
    """Longitude/latitude to ``crs``; infinite where, or if, PROJ cannot."""
    return _moved(points, LON_LAT, crs)


def lon_lat_of(crs: str, x: float, y: float) -> tuple[float, float]:
    """One place in ``crs``; infinite where, or if, PROJ cannot."""
    longitude, latitude = _moved(np.array([[x, y]]), crs, LON_LAT)[0]
    return float(longitude), float(latitude)


def to_lon_lat(shape: BaseGeometry, crs: str) -> BaseGeometry | None:
    """Polygons in ``crs`` as polygons in longitude/latitude, split at ±180°; None if PROJ cannot."""
    xmin, ymin, xmax, ymax = shape.bounds
    dense = shapely.segmentize(shape, max(xmax - xmin, ymax - ymin) / _PIECES)
    moved = shapely.transform(dense, lambda points: _moved(points, crs, LON_LAT))
    return within_180(moved) if np.isfinite(shapely.get_coordinates(moved)).all() else None


def _moved(points: Points, source: str, target: str) -> Points:
    given, wanted = reference(source), reference(target)
    if given is None or wanted is None:
        return np.full(points.shape, np.inf)
    with gdal_complaints():
        transform = osr.CoordinateTransformation(given, wanted)
        moved = np.array(transform.TransformPoints(points.tolist()), dtype=float)[:, :2]
        return np.where(np.isfinite(moved).all(axis=1, keepdims=True), moved, np.inf)
    return np.full(points.shape, np.inf)  # GDAL raised


def reference(text: str) -> osr.SpatialReference | None:
    """An authority's code or WKT of a map's CRS, x east and y north; None for anything else: GDAL would also open files
    and URLs."""
    srs = osr.SpatialReference()
    with gdal_complaints():
        if "[" in text:
            known = srs.ImportFromWkt(text) == 0
        else:
            known = _CODE.fullmatch(text) is not None and srs.SetFromUserInput(text) == 0
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return srs if known and (srs.IsProjected() or srs.IsGeographic()) else None
    return None  # GDAL raised
