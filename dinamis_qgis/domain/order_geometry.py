# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the outline of a zone can be ordered as it is, and what would mend it.

What an order form takes (least area, least width, most corners, most parts) stands in the tariff file, each limit with
its source and whether it was verified. A remedy never gives up ground: it holds the whole zone and says what it adds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, radians

import numpy as np
import shapely
from shapely.affinity import affine_transform
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from .area import area_km2
from .shapes import polygons_only, simplified_apart, valid_polygons, vertex_count, within_180
from .tariffs import Limit

_KM_PER_DEGREE = 111.195  # of a great circle of the mean Earth: here it only gives shapes a scale
_MOST_PARTS = 200
_LARGEST_KM = 1000.0
_STEPS = 12  # of a bisection between a growth and four times it: to a thousandth
_ARC = 4  # corners of a quarter of a circle that goes round a corner

Check = Callable[[], None]  # raises when the person gave up
Growth = Callable[[BaseGeometry, float], BaseGeometry]  # (shape in km, km) -> one that holds it


@dataclass(frozen=True)
class Problem:
    """``value`` is the zone's own, in the unit of ``limit``."""

    limit: Limit
    value: float


@dataclass(frozen=True)
class Remedy:
    """``shape``: longitude/latitude, holding the whole zone, ``added_km2`` larger."""

    shape: BaseGeometry
    added_km2: float


def problems(shape: BaseGeometry, corners: int, limits: Sequence[Limit], acquisition: str) -> tuple[Problem, ...]:
    """``corners`` as the outline was given (``shape`` may be densified). Those of the acquisition alone."""
    found = []
    for limit in limits:
        if limit.acquisition in ("", acquisition):
            value = _value(shape, corners, limit.kind)
            if value > float(limit.value) if limit.kind.startswith("most") else value < float(limit.value):
                found.append(Problem(limit, value))
    return tuple(found)


def simplified(shape: BaseGeometry, most: int, check: Check = lambda: None) -> Remedy | None:
    """As few as ``most`` corners, for the least ground added; None when it has too many parts to be mended."""
    return _smallest(shape, check, _simpler, lambda plane, _earth: vertex_count(plane) <= most)


def enlarged(shape: BaseGeometry, least_km2: float, check: Check = lambda: None) -> Remedy | None:
    return _smallest(shape, check, _around, lambda _plane, earth: area_km2(earth) >= least_km2)


def widened(shape: BaseGeometry, least_km: float, check: Check = lambda: None) -> Remedy | None:
    return _smallest(shape, check, _around, lambda plane, _earth: _narrowest(plane) >= least_km)


def hull(shape: BaseGeometry) -> Remedy:
    """One part without a dent: the most ground added, so only for whoever asks for it."""
    return _remedy(shape, shape.convex_hull)


def parts_by_size(shape: BaseGeometry) -> tuple[Polygon, ...]:
    """The zone's parts, the largest first: each can be a request of its own."""
    return tuple(sorted(shapely.get_parts(polygons_only(shape)), key=area_km2, reverse=True))


def _value(shape: BaseGeometry, corners: int, kind: str) -> float:
    if kind == "least_area_km2":
        return area_km2(shape)
    if kind == "least_width_km":
        return _narrowest(_plane(shape)[0])
    if kind == "most_corners":
        return float(corners or vertex_count(shape))
    return float(len(shapely.get_parts(polygons_only(shape))))


def _smallest(
    shape: BaseGeometry, check: Check, grow: Growth, enough: Callable[[BaseGeometry, BaseGeometry], bool]
) -> Remedy | None:
    """The least growth that is ``enough(plane, in degrees)``, by bisection; None when the largest one is not, or for a
    scatter of parts, whose growths would take minutes to unite: it is for the person to choose among them."""
    if len(shapely.get_parts(shape)) > _MOST_PARTS:
        return None
    plane, back = _plane(shape)

    def is_enough(km: float) -> bool:
        check()
        larger = grow(plane, km)
        return larger.covers(plane) and enough(larger, within_180(back(larger)))

    low, high = 0.0, 1e-3
    while not is_enough(high):
        low, high = high, high * 4.0
        if high > _LARGEST_KM:
            return None
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return _remedy(shape, back(grow(plane, high)))


def _remedy(shape: BaseGeometry, larger: BaseGeometry) -> Remedy:
    mended = within_180(larger)
    return Remedy(mended, max(0.0, area_km2(mended) - area_km2(shape)))


def _around(plane: BaseGeometry, km: float) -> BaseGeometry:
    return simplified_apart(plane, km / 8.0).buffer(km * 9.0 / 8.0, quad_segs=_ARC)


def _simpler(plane: BaseGeometry, km: float) -> BaseGeometry:
    """Grown by more than both simplifications may cut off (arcs of few corners lie within their circle). The first one
    spares the growth thousands of corners."""
    if km == 0.0:
        return plane
    first = km / 4.0
    reach = (km + first) / cos(radians(90.0 / _ARC / 2.0)) * 1.001
    grown = simplified_apart(plane, first).buffer(reach, quad_segs=_ARC)
    return valid_polygons(simplified_apart(_without_small_holes(grown, km), km))


def _without_small_holes(plane: BaseGeometry, km: float) -> BaseGeometry:
    kept = [
        Polygon(part.exterior, [ring for ring in part.interiors if Polygon(ring).area > km * km])
        for part in shapely.get_parts(polygons_only(plane))
    ]
    return MultiPolygon(kept) if len(kept) != 1 else kept[0]


def _narrowest(plane: BaseGeometry) -> float:
    return min((_width(part) for part in shapely.get_parts(plane)), default=0.0)


def _width(plane: BaseGeometry) -> float:
    """The shorter side of the smallest rectangle around it."""
    corners = shapely.get_coordinates(shapely.oriented_envelope(plane))
    if len(corners) < 4:
        return 0.0
    sides = np.hypot(*np.diff(corners[:3], axis=0).T)
    return float(sides.min())


def _plane(shape: BaseGeometry) -> tuple[BaseGeometry, Callable[[BaseGeometry], BaseGeometry]]:
    """In km around the middle of the shape, and the way back to degrees. Areas hold to some per mille in a département:
    growth is measured on the ellipsoid afterwards."""
    middle = shape.centroid
    x_km, y_km = _KM_PER_DEGREE * max(cos(radians(middle.y)), 1e-6), _KM_PER_DEGREE
    there = affine_transform(shape, [x_km, 0.0, 0.0, y_km, -middle.x * x_km, -middle.y * y_km])
    return there, lambda plane: affine_transform(plane, [1 / x_km, 0.0, 0.0, 1 / y_km, middle.x, middle.y])
