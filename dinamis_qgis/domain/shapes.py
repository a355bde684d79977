# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons in longitude/latitude made fit for overlays: repaired, surfaces only, split at the antimeridian."""

from __future__ import annotations

import math
from collections.abc import Callable
from inspect import signature
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import translate
from shapely.geometry import GeometryCollection, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

_BY_STRUCTURE = "method" in signature(shapely.make_valid).parameters  # since 2.1


def polygons_only(shape: BaseGeometry) -> Polygon | MultiPolygon:
    """Drop the points and lines that an overlay leaves."""
    flat = [polygon for polygon in _polygons(shape) if not polygon.is_empty]
    return flat[0] if len(flat) == 1 else MultiPolygon(flat)


def valid_polygons(shape: BaseGeometry) -> Polygon | MultiPolygon:
    """The surface that ``shape`` encloses, repaired where its rings cross or touch.

    By structure: the other method takes seconds for some hundred crossings.
    """
    if is_valid(shape):
        return polygons_only(shape)
    repaired = polygons_only(_repaired(shape))
    # GEOS may leave two parts with an edge in common, which no MultiPolygon may have.
    return repaired if is_valid(repaired) else polygons_only(shapely.union_all(shapely.get_parts(repaired)))


def _repaired(shape: BaseGeometry) -> BaseGeometry:
    if _BY_STRUCTURE:
        whole: BaseGeometry = apart(shapely.make_valid, shape, method="structure", keep_collapsed=False)
        return whole
    return shapely.union_all([_without_holes(polygon) for polygon in _polygons(shape)])


def _without_holes(polygon: Polygon) -> BaseGeometry:
    """The same, ring by ring, for shapely 2.0: its own method takes what two rings enclose for outside, and seconds for
    some hundred crossings."""
    shell, *holes = (_enclosed(np.asarray(ring.coords)) for ring in (polygon.exterior, *polygon.interiors))
    return shell.difference(shapely.union_all(holes))


def _enclosed(ring: npt.NDArray[np.float64]) -> BaseGeometry:
    """The faces of a ring that crosses itself, each inside or outside of it."""
    edges = shapely.get_parts(shapely.node(shapely.linestrings(ring)))
    faces = shapely.get_parts(shapely.polygonize(edges))
    outline = shapely.polygons(ring)
    shapely.prepare(outline)  # an outline that crosses itself can be asked of points
    inside = shapely.contains(outline, shapely.point_on_surface(faces))
    return shapely.union_all(faces[inside])


def within_180(shape: BaseGeometry) -> Polygon | MultiPolygon:
    """Valid polygons, each within [-180, 180]: what crosses ±180° is split.

    A crossing may be written past 180 (170 to 190) or as a jump (170 to -170): an edge longer than 180° is a jump,
    unless its ring reaches both -180 and 180 and so goes round the Earth.
    """
    if shape.is_empty:
        return MultiPolygon()
    xmin, _, xmax, _ = shape.bounds
    if xmax - xmin > 180.0:
        shape = MultiPolygon([_unrolled(polygon) for polygon in _polygons(shape)])
        xmin, _, xmax, _ = shape.bounds
    if xmin >= -180.0 and xmax <= 180.0:
        return valid_polygons(shape)
    whole = valid_polygons(shape)
    pieces = []
    for turn in range(math.floor((xmin + 180.0) / 360.0), math.floor((xmax + 180.0) / 360.0) + 1):
        window = shapely.box(-180.0 + 360.0 * turn, -90.0, 180.0 + 360.0 * turn, 90.0)
        pieces.append(translate(whole.intersection(window), -360.0 * turn))
    return polygons_only(shapely.union_all(pieces))


def simplified_apart(shape: BaseGeometry, tolerance: float, keep_topology: bool = True) -> BaseGeometry:
    simple: BaseGeometry = apart(shapely.simplify, shape, tolerance, preserve_topology=keep_topology)
    return simple


def is_valid(shape: BaseGeometry) -> bool:
    return bool(apart(shapely.is_valid, shape))


def apart(function: Callable[..., Any], shape: BaseGeometry, *given: Any, **more: Any) -> Any:
    """What a function of shapely makes of a large shape, in a task, without stopping the main thread: a lone geometry
    may hold Python's lock all the while (a coast: 0.1 s for ``is_valid``, half a second for ``simplify``); in an array
    none was seen to."""
    return function(np.array([shape], dtype=object), *given, **more).tolist()[0]


def vertex_count(shape: BaseGeometry) -> int:
    """Corners of polygons: the point that closes a ring is not counted again."""
    polygons = shapely.get_parts(polygons_only(shape))
    return int(shapely.get_num_coordinates(polygons).sum()) - len(shapely.get_rings(polygons))


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [shape]
    if isinstance(shape, (MultiPolygon, GeometryCollection)):
        return [polygon for part in shape.geoms for polygon in _polygons(part)]
    return []


def _unrolled(polygon: Polygon) -> Polygon:
    """Let longitudes run on past 180 where a ring jumps from one side of the antimeridian to the other."""
    outer = _without_jumps(np.asarray(polygon.exterior.coords)[:, :2])
    holes = [_without_jumps(np.asarray(hole.coords)[:, :2]) for hole in polygon.interiors]
    near = [hole + [360.0 * round((outer[:, 0].mean() - hole[:, 0].mean()) / 360.0), 0.0] for hole in holes]
    return Polygon(outer, near)


def _without_jumps(ring: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    x = ring[:, 0]
    goes_round = x.min() <= -180.0 and x.max() >= 180.0
    if goes_round or np.abs(np.diff(x)).max() <= 180.0:
        return ring
    x = np.degrees(np.unwrap(np.radians(x)))
    ring = np.column_stack([x, ring[:, 1]])
    if abs(x[-1] - x[0]) <= 180.0:
        return ring
    pole = math.copysign(90.0, ring[:, 1].mean())  # the ring came back a whole turn away: a pole lies inside
    return np.vstack([ring, [[x[-1], pole], [x[0], pole]], ring[:1]])
