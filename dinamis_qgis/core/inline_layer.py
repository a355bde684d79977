# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as a vector layer whose data are in its source, as GeoJSON: saved with the project, with no file of its own.

A layer in memory would be empty when the project is opened again; a file beside the data is not wanted there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import shapely
from qgis.core import QgsVectorLayer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from .vsi import quiet_gdal

_LARGEST = 2 << 20  # characters of a source: more would weigh on each saving of the project
_TRIES = 12


def polygons_layer(
    shapes: Sequence[BaseGeometry], crs: str, name: str, properties: dict[str, Any], step: float
) -> tuple[QgsVectorLayer, float]:
    """``crs`` is ``EPSG:…``; ``step`` the size of a pixel in its units, below which an edge says nothing.

    Gives too how far the edges were smoothed, in units of ``crs``.
    """
    smoothed = step
    for _ in range(_TRIES):
        text = _geojson([_plain(shape, smoothed, step) for shape in shapes], crs, properties)
        if len(text) <= _LARGEST:
            break
        smoothed *= 2
    with quiet_gdal():  # it says that such a source cannot be edited
        return QgsVectorLayer(text, name, "ogr"), smoothed


def _plain(shape: BaseGeometry, smoothed: float, step: float) -> BaseGeometry:
    simple = shapely.simplify(shape, smoothed / 2, preserve_topology=True)
    return shapely.make_valid(shapely.transform(simple, lambda points: (points / step * 10).round() * step / 10))


def _geojson(shapes: Sequence[BaseGeometry], crs: str, properties: dict[str, Any]) -> str:
    code = crs.rpartition(":")[2]
    document = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}},
        "features": [
            {"type": "Feature", "properties": properties, "geometry": mapping(shape)}
            for shape in shapes
            if not shape.is_empty
        ],
    }
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False)
