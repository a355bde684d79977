# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons made clean after an overlay or a repair."""

from __future__ import annotations

import shapely
from shapely.geometry import GeometryCollection, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry


def polygons_only(shape: BaseGeometry) -> Polygon | MultiPolygon:
    """Drop the points and lines that an overlay leaves."""
    flat = [polygon for polygon in _polygons(shape) if not polygon.is_empty]
    return flat[0] if len(flat) == 1 else MultiPolygon(flat)


def valid_polygons(shape: BaseGeometry) -> Polygon | MultiPolygon:
    """The surface that ``shape`` encloses, repaired where its rings cross or touch."""
    return polygons_only(shape if shape.is_valid else shapely.make_valid(shape))


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [shape]
    if isinstance(shape, (MultiPolygon, GeometryCollection)):
        return [polygon for part in shape.geoms for polygon in _polygons(part)]
    return []
