# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of a GeoJSON document that may have hundreds of thousands of vertices.

Not by GEOS's own reader: it lets no other thread run meanwhile, 0.4 s for a région's coast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon

_SLICE = 5_000  # vertices
_LISTS = (list, tuple)


def polygons_of(said: Any) -> Iterator[Polygon | MultiPolygon]:
    """One for each geometry with a surface, longitude first, without heights. Other geometries are left out.

    Raises ValueError where there is no GeoJSON.
    """
    if not isinstance(said, Mapping):
        raise ValueError("not an object")
    kind = said.get("type")
    if kind in ("FeatureCollection", "GeometryCollection"):
        for one in _listed(said, "features" if kind == "FeatureCollection" else "geometries"):
            yield from polygons_of(one)
    elif kind == "Feature":
        if said.get("geometry") is not None:
            yield from polygons_of(said["geometry"])
    elif kind == "Polygon":
        yield _polygon(_listed(said, "coordinates"))
    elif kind == "MultiPolygon":
        yield MultiPolygon([_polygon(rings) for rings in _listed(said, "coordinates")])
    elif kind not in ("Point", "MultiPoint", "LineString", "MultiLineString"):
        raise ValueError(f"no GeoJSON: {str(kind)[:40]}")


def _listed(said: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = said.get(name)
    if not isinstance(value, _LISTS):
        raise ValueError(f"no list of {name}")
    return value


def _polygon(rings: Any) -> Polygon:
    if not isinstance(rings, _LISTS):
        raise ValueError("no list of rings")
    outer, *holes = [_ring(ring) for ring in rings] or [None]
    return Polygon() if outer is None else shapely.polygons(outer, holes or None)


def _ring(points: Any) -> Any:
    """Slice by slice: numpy, too, lets no other thread run."""
    if not isinstance(points, _LISTS) or not points:
        raise ValueError("no list of vertices")
    parts = [_vertices(points[start : start + _SLICE]) for start in range(0, len(points), _SLICE)]
    return shapely.linearrings(np.concatenate(parts))


def _vertices(points: Sequence[Any]) -> npt.NDArray[np.float64]:
    try:
        found = np.array([(x, y) for x, y, *_height in points], dtype=np.float64)
    except (TypeError, OverflowError) as error:
        raise ValueError("no vertex") from error
    if found.ndim != 2 or not np.isfinite(found).all():
        raise ValueError("no vertex")
    return found
