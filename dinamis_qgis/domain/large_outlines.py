# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON with outlines of any size, read in slices.

``json`` and GEOS read a whole text without ever giving Python's lock back: 0.2 s for a région's coast (400 000
corners), in which QGIS stands still though the work is a task's. Here no slice takes longer than some milliseconds.
"""

from __future__ import annotations

import json
import re
import time
from typing import Any, Union

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import GeometryCollection, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from .shapes import polygons_only

_Points = npt.NDArray[np.float64]
Tree = Union[_Points, list["Tree"]]  # coordinates: points at its ends, longitude first

_KEY = re.compile(rb'"coordinates"\s*:\s*(?=\[)')
_BLANK = re.compile(rb"[ \t\r\n]*")
_RING_ENDS = re.compile(rb"\]\s*\]")
_POSITION = re.compile(rb"\[\s*[-0-9]")
_SLICE = 1 << 16  # bytes
_BREATH = 8  # slices, after which whoever waits for Python's lock surely gets it
_DEEPEST = 3  # lists around the positions of a MultiPolygon


def read(raw: bytes) -> Any:
    """As ``json.loads``; the coordinates of polygons come as a :data:`Tree`. Raises ValueError, RecursionError."""
    text: list[bytes] = []
    trees: list[Tree] = []
    done = 0
    for found in _KEY.finditer(raw):
        if found.start() < done:
            continue
        tree, end = _tree(raw, found.end())
        if tree is not None:
            text += [raw[done : found.end()], b'["%d"]' % len(trees)]
            trees.append(tree)
            done = end

    def with_points(said: dict[str, Any]) -> dict[str, Any]:
        mark = said.get("coordinates")
        if isinstance(mark, list) and len(mark) == 1 and isinstance(mark[0], str):
            said["coordinates"] = trees[int(mark[0])] if mark[0].isdecimal() and int(mark[0]) < len(trees) else []
        return said

    return json.loads(b"".join([*text, raw[done:]]).decode("utf-8-sig"), object_hook=with_points)


def surface(geometry: object) -> BaseGeometry:
    """The polygons of a geometry that :func:`read` gave; empty for other kinds. Raises ValueError, ShapelyError,
    RecursionError."""
    if not isinstance(geometry, dict):
        raise ValueError("no geometry")
    kind, said = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        return _polygon(said)
    if kind == "GeometryCollection":
        parts = [surface(part) for part in _listed(geometry.get("geometries"))]
        return polygons_only(GeometryCollection(parts))
    return MultiPolygon([_polygon(rings) for rings in _listed(said)] if kind == "MultiPolygon" else [])


def _polygon(rings: object) -> Polygon:
    listed = _listed(rings)
    if not all(isinstance(ring, np.ndarray) for ring in listed):
        raise ValueError("no list of rings")
    made = [shapely.linearrings(ring) for ring in listed]
    found: Polygon = shapely.polygons(made[0], made[1:] or None) if made else Polygon()
    return found


def _listed(said: object) -> list[Any]:
    if not isinstance(said, list):
        raise ValueError("no list of coordinates")
    return said


def _tree(raw: bytes, start: int) -> tuple[Tree | None, int]:
    """The array that begins there and where it ends; None when it is no outline: left to ``json``."""
    open_lists: list[list[Tree]] = []
    whole: Tree
    at = start
    try:
        while True:
            sign = raw[at : at + 1]
            if sign == b"[" and len(open_lists) < _DEEPEST:
                open_lists.append([])
                at = _after_blank(raw, at + 1)
                if not _POSITION.match(raw, at):
                    continue
                open_lists.pop()
                whole, at = _positions(raw, at)
            elif sign == b"]" and open_lists:
                whole = open_lists.pop()
            else:
                return None, start
            at = _after_blank(raw, at + 1)
            if not open_lists:
                return whole, at
            open_lists[-1].append(whole)
            if raw[at : at + 1] == b",":
                at = _after_blank(raw, at + 1)
    except (ValueError, TypeError, OverflowError):
        return None, start


def _positions(raw: bytes, at: int) -> tuple[_Points, int]:
    """The positions of a ring, without heights, up to the bracket that ends it."""
    slices: list[_Points] = []
    while True:
        part = raw[at : at + _SLICE]
        ends = _RING_ENDS.search(part)
        cut = ends.start() + 1 if ends is not None else part.rfind(b"]") + 1
        if not cut:
            raise ValueError("a position does not end")
        slices.append(_points(json.loads(b"[" + part[:cut] + b"]")))
        if len(slices) % _BREATH == 0:
            time.sleep(0.001)
        at = _after_blank(raw, at + cut)
        if raw[at : at + 1] == b"]":
            return (slices[0] if len(slices) == 1 else np.concatenate(slices)), at
        if raw[at : at + 1] != b",":
            raise ValueError("positions do not end")
        at = _after_blank(raw, at + 1)


def _points(said: list[Any]) -> _Points:
    if not all(isinstance(value, (int, float)) for value in said[0]):
        raise ValueError("no numbers")
    points = np.array([position[:2] for position in said], dtype=np.float64)
    if points.ndim != 2 or points.shape[1] != 2 or not np.isfinite(points).all():
        raise ValueError("no positions")
    return points


def _after_blank(raw: bytes, at: int) -> int:
    found = _BLANK.match(raw, at)
    return found.end() if found is not None else at
