# SPDX-License-Identifier: GPL-2.0-or-later
"""A zone as it is handed to others, or shown: few vertices, right-handed rings, its territory's projection."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from .ground import utm_zone
from .shapes import polygons_only, simplified_apart, valid_polygons

_CENTIMETRE = 1e-7  # degrees: a fiftieth of a pixel
_WIDEST = 15.0  # degrees: metropolitan France

# The legal projections of the French territories (decree 2019-165 and its order), by longitude and latitude.
_LEGAL = (
    ((-5.5, 41.0, 10.0, 51.5), "EPSG:2154"),  # RGF93 / Lambert-93
    ((-63.3, 14.2, -60.7, 18.3), "EPSG:5490"),  # RGAF09 / UTM 20N
    ((-54.7, 2.0, -51.4, 6.0), "EPSG:2972"),  # RGFG95 / UTM 22N
    ((55.1, -21.5, 55.9, -20.8), "EPSG:2975"),  # RGR92 / UTM 40S
    ((44.9, -13.1, 45.4, -12.5), "EPSG:4471"),  # RGM04 / UTM 38S
    ((-56.6, 46.7, -56.0, 47.2), "EPSG:4467"),  # RGSPM06 / UTM 21N
)


def for_delivery(shape: BaseGeometry) -> Polygon | MultiPolygon:
    """The same outline within a centimetre, without the vertices that a measure needed: forms count them.

    Outer rings run counter-clockwise and holes clockwise, as RFC 7946 and KML ask.
    """
    few = polygons_only(simplified_apart(shape, _CENTIMETRE))
    sound = valid_polygons(few if not few.is_empty else shape)
    rings = [orient(polygon) for polygon in shapely.get_parts(sound)]
    return rings[0] if len(rings) == 1 else MultiPolygon(rings)


def seen_from_afar(shape: BaseGeometry, most: int) -> BaseGeometry:
    """For the eye alone: about ``most`` points, while that moves no edge by more than a thousandth of the whole."""
    west, south, east, north = shape.bounds
    finest = max(east - west, north - south) / 32_000.0
    for step in range(6):
        simple = simplified_apart(shape, finest * 2**step, keep_topology=False)
        if shapely.get_num_coordinates(simple) <= most:
            break
    return polygons_only(simple)


def usual_projection(shape: BaseGeometry) -> str:
    """The legal projection of the French territory that holds the middle of a zone (longitude/latitude); elsewhere the
    WGS 84 / UTM zone; "" where the zone is too wide for one."""
    shape = _in_one_piece(shape)
    west, south, east, north = shape.bounds
    if max(east - west, north - south) > _WIDEST:
        return ""
    middle = shape.centroid
    for (left, bottom, right, top), code in _LEGAL:
        if left <= middle.x <= right and bottom <= middle.y <= top:
            return code
    return utm_zone(shape)


def extent(shape: BaseGeometry) -> tuple[float, float, float, float]:
    """West, south, east, north in degrees; west is greater than east across the antimeridian."""
    west, south, east, north = _in_one_piece(shape).bounds
    return west, south, east - 360.0 if east > 180.0 else east, north


def _in_one_piece(shape: BaseGeometry) -> BaseGeometry:
    """What is split at the antimeridian, with longitudes that run on past 180."""
    west, _, east, _ = shape.bounds
    halves = shapely.get_parts(shape)
    crosses = east - west > 180.0 and not any(half.bounds[0] < 0.0 < half.bounds[2] for half in halves)
    return shapely.transform(shape, _eastwards) if crosses else shape


def _eastwards(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    x, y = points.T
    return np.column_stack([np.where(x < 0.0, x + 360.0, x), y])
