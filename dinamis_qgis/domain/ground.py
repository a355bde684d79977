# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints as catalogues give them, made fit for placing pictures: in one piece, with four corners in order."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from .wedges import Points

_TOLERANCE = 0.002  # of a footprint's size: vertices that stand out less are no corners
_LOST = 0.03  # share of the area that may change when four vertices are kept


def tidy(footprint: BaseGeometry | None) -> BaseGeometry | None:
    """The footprint (longitude/latitude) without holes, in one piece across ±180° (longitudes then run on past 180).

    None when it has no area or no sense. A ring that crosses itself has its vertices in a wrong order: its hull is
    meant.
    """
    parts: Any = getattr(footprint, "geoms", [footprint])
    polygons = [
        shapely.force_2d(Polygon(part.exterior)) for part in parts if isinstance(part, Polygon) and not part.is_empty
    ]
    if not polygons:
        return None
    xmin, ymin, xmax, ymax = shapely.total_bounds(polygons)
    if not (xmin >= -540.0 and xmax <= 540.0 and ymin >= -90.0 and ymax <= 90.0):  # also what is not a number
        return None
    if xmax - xmin > 180.0:
        polygons = [shapely.transform(polygon, _eastwards) for polygon in polygons]
    whole = unary_union([polygon if polygon.is_valid else polygon.convex_hull for polygon in polygons])
    return whole if isinstance(whole, (Polygon, MultiPolygon)) and whole.area > 0.0 else None


def utm_zone(shape: BaseGeometry) -> str:
    """The WGS 84 / UTM zone at the middle of a shape (longitude/latitude); UPS near the poles."""
    centre = shape.centroid
    if centre.y > 84.0:
        return "EPSG:32661"
    if centre.y < -80.0:
        return "EPSG:32761"
    zone = int((centre.x + 180.0) // 6.0) % 60 + 1
    return f"EPSG:{(32600 if centre.y >= 0.0 else 32700) + zone}"


def corners(ground: BaseGeometry) -> Points | None:
    """The four corners of a footprint in metres (x east, y north): the one nearest the north-west, then clockwise.

    Vertices that are no corners are left out; None when the shape is no convex quadrilateral.
    """
    if not isinstance(ground, Polygon):
        return None
    xmin, ymin, xmax, ymax = ground.bounds
    points = shapely.get_coordinates(ground.simplify(_TOLERANCE * max(xmax - xmin, ymax - ymin)))[:-1]
    while len(points) > 4:
        before, after = np.roll(points, 1, axis=0) - points, np.roll(points, -1, axis=0) - points
        points = np.delete(points, np.abs(_cross(before, after)).argmin(), axis=0)
    if len(points) < 4:
        return None
    kept = Polygon(points)
    turns = _cross(np.roll(points, -1, axis=0) - points, np.roll(points, -2, axis=0) - np.roll(points, -1, axis=0))
    convex = bool(np.all(turns > 0.0) or np.all(turns < 0.0))
    if not convex or kept.symmetric_difference(ground).area > _LOST * ground.area:
        return None
    if turns[0] > 0.0:  # counter-clockwise: x east, y north
        points = points[::-1]
    return np.roll(points, -int(np.hypot(*(points - [xmin, ymax]).T).argmin()), axis=0)


def _cross(a: Points, b: Points) -> Points:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]


def _eastwards(xy: Points) -> Points:
    return np.column_stack([np.where(xy[:, 0] < 0.0, xy[:, 0] + 360.0, xy[:, 0]), xy[:, 1]])
