# SPDX-License-Identifier: GPL-2.0-or-later
"""A zone cut into cells of the ground: a point that stands for each, and its area.

With few images the cells are exact: the faces that their outlines draw. With many, points are spread over the zone,
and more are put where a first choice left something bare.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon

from ..area import areas_km2
from ..shapes import polygons_only

_Floats = npt.NDArray[np.float64]
_Shapes = npt.NDArray[np.object_]
Cells = tuple[_Shapes, _Floats]  # points, km²


def faces(zone: Polygon | MultiPolygon, surfaces: _Shapes) -> Cells:
    """Each face lies wholly within or wholly outside each surface."""
    outlines = shapely.boundary([*shapely.intersection(surfaces, zone), zone])
    drawn = shapely.get_parts(shapely.polygonize([shapely.union_all(outlines)]))
    points = shapely.point_on_surface(drawn)
    shapely.prepare(zone)
    inside = shapely.contains_properly(zone, points)
    return points[inside], areas_km2(drawn[inside])


def spread(zone: Polygon | MultiPolygon, count: int) -> Cells:
    """About ``count`` points at equal distances, and at least one in each part, however small."""
    parts = shapely.get_parts(polygons_only(zone))
    areas = areas_km2(parts)
    _, south, _, north = shapely.bounds(zone)
    shrink = max(0.05, math.cos(math.radians((south + north) / 2)))  # of a degree of longitude
    step = math.sqrt(max(float(shapely.area(parts).sum()) * shrink / count, 1e-18))
    points: list[object] = []
    km2: list[_Floats] = []
    for part, area in zip(parts, areas):
        grid = _grid(part, step / shrink, step) if part.area * shrink > 2 * step * step else []
        inside = grid or [shapely.point_on_surface(part)]
        points += inside
        km2.append(np.full(len(inside), area / len(inside)))
    return np.array(points, dtype=object), np.concatenate(km2) if km2 else np.zeros(0)


def _grid(part: Polygon, dx: float, dy: float) -> list[Point]:
    west, south, east, north = part.bounds
    if (east - west) / dx * (north - south) / dy > 50_000:  # a thin diagonal strip: its box is mostly empty
        return []
    x, y = np.meshgrid(np.arange(west + dx / 2, east, dx), np.arange(south + dy / 2, north, dy))
    shapely.prepare(part)
    inside = shapely.contains_xy(part, x.ravel(), y.ravel())
    return [Point(*place) for place in zip(x.ravel()[inside], y.ravel()[inside])]
