# SPDX-License-Identifier: GPL-2.0-or-later
"""Zones in files: KML, KMZ, GeoJSON, GPX, Shapefile, GeoPackage, plain or zipped.

Read by GDAL with the drivers of these formats only: others would open addresses or files that a file names. What is in
a zip is read in place, nothing is extracted. Never on the main thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import shapely
from osgeo import ogr
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ..domain.catalogues.values import text
from ..domain.errors import InvalidZone, detach
from ..domain.shapes import is_valid, polygons_only
from ..domain.web import Feedback
from .proj import lines_to_lon_lat, zone_to_lon_lat
from .ribbon import as_lines
from .territory import MOST_OUTLINES, NAME_FIELDS, Territory, as_one
from .vector_files import opened, rows, sources

POLYGONS, LINES, POINTS = "polygons", "lines", "points"
SUFFIXES = (".kml", ".kmz", ".geojson", ".json", ".gpx", ".shp", ".gpkg", ".zip")
_HOLDS = {"Polygon": POLYGONS, "LineString": LINES, "Point": POINTS}
_INSIDE = (".kml", ".geojson", ".json", ".gpx", ".shp", ".gpkg")
_DRIVERS = ["GeoJSON", "LIBKML", "KML", "GPX", "ESRI Shapefile", "GPKG"]
_LOOKED_AT = 5000  # features, to see what a layer of any geometry holds
_NAME = "name"


@dataclass(frozen=True)
class FileLayer:
    """A layer of a file that can make a zone. ``crs`` is WKT, ``""`` where the file tells none."""

    path: str  # of the person's file
    source: str  # what GDAL opens
    name: str
    holds: str  # POLYGONS, LINES or POINTS
    count: int
    crs: str


def is_zone_file(path: str) -> bool:
    return path.lower().endswith(SUFFIXES)


def layers_of(path: Path, feedback: Feedback) -> tuple[FileLayer, ...]:
    """The layers with polygons or lines; those with polygons first. Raises InvalidFile, :class:`InvalidZone`."""
    found: list[FileLayer] = []
    for source in sources(path, _INSIDE):
        with _opened(source, path) as dataset:
            for index in range(dataset.GetLayerCount()):
                layer = dataset.GetLayer(index)
                holds, count = _content(layer, feedback)
                if count:
                    crs = layer.GetSpatialRef()
                    wkt = crs.ExportToWkt() if crs is not None else ""
                    found.append(FileLayer(str(path), source, layer.GetName(), holds, count, wkt))
    if not found:
        raise InvalidZone("empty", path.name)
    serving = [layer for layer in found if layer.holds != POINTS]
    if not serving:
        raise InvalidZone("points", path.name)
    return tuple(sorted(serving, key=lambda layer: layer.holds != POLYGONS))


def outlines_in(layer: FileLayer, feedback: Feedback, crs: str = "") -> tuple[Territory, ...]:
    """A territory for each polygon, named by the field that looks like a name; without one they are one territory.

    ``crs`` (WKT or a code) is for a file that tells none. Raises InvalidFile, :class:`InvalidZone`.
    """
    crs = crs or layer.crs
    if not crs:
        raise InvalidZone("no_crs", layer.name)
    title = Path(layer.path).stem
    found: list[Territory] = []
    refused = InvalidZone("empty", layer.name)
    with _opened(layer.source, Path(layer.path)) as dataset:
        opened = dataset.GetLayerByName(layer.name)
        field = _name_field(opened)
        for label, shape in _shapes(opened, feedback, field):
            try:
                outline = _outline(shape, crs)
            except InvalidZone as error:
                refused = detach(error)
                continue
            found.append(Territory(label or title, outline))
            if len(found) >= MOST_OUTLINES:
                break
    if not found:
        raise refused
    return tuple(found) if field >= 0 or len(found) == 1 else (as_one(found, title),)


def lines_in(layer: FileLayer, feedback: Feedback, crs: str = "") -> BaseGeometry:
    """The layer's lines in longitude/latitude. Raises InvalidFile, :class:`InvalidZone`."""
    crs = crs or layer.crs
    if not crs:
        raise InvalidZone("no_crs", layer.name)
    with _opened(layer.source, Path(layer.path)) as dataset:
        shapes = [shape for _, shape in _shapes(dataset.GetLayerByName(layer.name), feedback)]
    return lines_to_lon_lat(as_lines(shapes), crs)


def outlines_of_file(path: Path, feedback: Feedback) -> tuple[Territory, ...]:
    """The polygons of all layers of a file. Raises InvalidFile, :class:`InvalidZone`."""
    layers = [layer for layer in layers_of(path, feedback) if layer.holds == POLYGONS]
    if not layers:
        raise InvalidZone("not_polygon", path.name)
    return tuple(outline for layer in layers for outline in outlines_in(layer, feedback))


# --- what a file holds ----------------------------------------------------------------------------


def _opened(source: str, path: Path) -> AbstractContextManager[ogr.DataSource]:
    """A file of whatever suffix is opened by what it holds."""
    return opened(source, path, _DRIVERS)


def _content(layer: ogr.Layer, feedback: Feedback) -> tuple[str, int]:
    """What a layer holds most usefully, and how many features of any kind."""
    count = layer.GetFeatureCount()
    kind = _kind(layer.GetGeomType())
    if kind or not count:
        return kind, count
    seen = set()
    for number, (_, shape) in enumerate(_shapes(layer, feedback)):
        seen |= {_HOLDS.get(part.geom_type, POINTS) for part in shapely.get_parts(shapely.get_parts(shape))}
        if POLYGONS in seen or number >= _LOOKED_AT:
            break
    layer.ResetReading()
    return next((kind for kind in (POLYGONS, LINES, POINTS) if kind in seen), POINTS), count if seen else 0


def _kind(geometry_type: int) -> str:
    flat = ogr.GT_Flatten(geometry_type)
    if ogr.GT_IsSubClassOf(flat, ogr.wkbSurface) or ogr.GT_IsSubClassOf(flat, ogr.wkbMultiSurface):
        return POLYGONS
    if ogr.GT_IsSubClassOf(flat, ogr.wkbCurve) or ogr.GT_IsSubClassOf(flat, ogr.wkbMultiCurve):
        return LINES
    return POINTS if flat in (ogr.wkbPoint, ogr.wkbMultiPoint) else ""


def _shapes(layer: ogr.Layer, feedback: Feedback, field: int = -1) -> Iterator[tuple[str, BaseGeometry]]:
    """The field's text and the geometry of each feature. Raises Cancelled."""
    for row, wkb in rows(layer, {field: _NAME} if field >= 0 else {}, feedback):
        if wkb:
            shape = shapely.from_wkb(wkb, on_invalid="ignore")  # None for e.g. a ring of two points
            yield text(row.get(_NAME, "")), shape or Polygon()


def _outline(shape: BaseGeometry, crs: str) -> BaseGeometry:
    """Raises :class:`InvalidZone`: a self-crossing outline is refused, not repaired in silence."""
    flat = polygons_only(shape)
    if flat.is_empty:
        raise InvalidZone("empty" if shape.geom_type.endswith("Polygon") else "not_polygon")
    if not is_valid(flat):
        raise InvalidZone("self_crossing", shapely.is_valid_reason(flat))
    if flat.area == 0.0:
        raise InvalidZone("empty")
    return zone_to_lon_lat(flat, crs)


def _name_field(layer: ogr.Layer) -> int:
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(index).GetName().casefold() for index in range(definition.GetFieldCount())]
    return next((names.index(wanted) for wanted in NAME_FIELDS if wanted in names), -1)
