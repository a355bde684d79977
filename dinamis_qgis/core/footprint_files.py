# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints that were exported from anywhere: GeoJSON, KML, KMZ, Shapefile, GeoPackage, CSV with WKT, zipped or not.

Read by GDAL with the drivers of these formats only: others would open addresses or files that a file names. What is in
a zip is read in place. Never on the main thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from osgeo import ogr
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from ..domain.catalogues.values import text
from ..domain.errors import Cancelled, InvalidFile
from ..domain.footprint_columns import Columns
from ..domain.footprint_items import item
from ..domain.shapes import polygons_only, valid_polygons, within_180
from ..domain.web import Feedback
from .geometry import LON_LAT
from .proj import reference, to_lon_lat
from .vector_files import decoded, opened, rows, sources

SUFFIXES = (".geojson", ".json", ".kml", ".kmz", ".shp", ".gpkg", ".csv", ".zip")
MOST = 50_000  # footprints of a file
_INSIDE = tuple(suffix for suffix in SUFFIXES if suffix not in (".zip", ".kmz"))
_DRIVERS = ["GeoJSON", "LIBKML", "KML", "ESRI Shapefile", "GPKG", "CSV"]
_WKT_COLUMNS = "WKT,geom,geometry,the_geom,wkb_geometry,geometrie,emprise,footprint,polygon,polygone,shape,geom_wkt"
_CSV = [f"GEOM_POSSIBLE_NAMES={_WKT_COLUMNS}", "KEEP_GEOM_COLUMNS=NO", "AUTODETECT_TYPE=NO"]
_SAMPLES = 200
_MOST_CORNERS = 5_000  # of one footprint
_EXACT = 2e-6  # degrees, 20 cm: an edge that is straight in a projection is a curve in degrees
_SHOWN = 500  # characters of a value


@dataclass(frozen=True)
class Table:
    """``crs``: WKT, or "" where the file tells none. ``samples``: the first values of each column."""

    path: str
    source: str  # what GDAL opens
    layer: str
    columns: tuple[str, ...]
    samples: dict[str, tuple[str, ...]]
    crs: str
    in_degrees: bool  # whether the first coordinates may be longitudes and latitudes
    count: int


@dataclass(frozen=True)
class Footprints:
    items: list[Any]
    left_out: int  # without a surface that can be placed


def look(path: Path, feedback: Feedback) -> Table:
    """The layer of most features. Raises :class:`InvalidFile`, :class:`Cancelled`."""
    best: tuple[int, str, str] | None = None
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        raise InvalidFile(str(path), "not one of " + ", ".join(SUFFIXES))
    for source in sources(path, _INSIDE):
        with _opened(source, path) as dataset:
            for index in range(dataset.GetLayerCount()):
                layer = dataset.GetLayer(index)
                count = layer.GetFeatureCount()
                if layer.GetGeomType() != ogr.wkbNone and count > (best[0] if best else 0):
                    best = count, source, layer.GetName()
        if feedback.isCanceled():
            raise Cancelled()
    if best is None:
        raise InvalidFile(str(path), "no footprint in it")
    count, source, name = best
    with _opened(source, path) as dataset:
        layer = dataset.GetLayerByName(name)
        columns = _columns(layer)
        crs = layer.GetSpatialRef()
        samples: dict[str, list[str]] = {column: [] for column in columns}
        in_degrees = True
        for number, (row, wkb) in enumerate(_rows(layer, columns, feedback)):
            if number >= _SAMPLES:
                break
            for column, value in row.items():
                samples[column].append(value)
            shape = _surface(wkb)
            in_degrees = in_degrees and (shape is None or _is_lon_lat(shape))
        known = {column: tuple(values) for column, values in samples.items()}
        wkt = crs.ExportToWkt() if crs is not None and not source.lower().endswith(".csv") else ""
        return Table(str(path), source, name, columns, known, wkt, in_degrees, count)


def read(table: Table, columns: Columns, feedback: Feedback, progress: Callable[[float], None]) -> Footprints:
    """STAC items in longitude/latitude; ``progress`` in %. Raises as :func:`look`."""
    crs = table.crs or columns.crs or (LON_LAT if table.in_degrees else "")
    if not crs or reference(crs) is None:
        raise InvalidFile(table.path, "its coordinate reference system is not known", "CRS")
    items, left_out, taken = [], 0, set()
    stem = text(Path(table.path).stem) or "image"
    with _opened(table.source, Path(table.path)) as dataset:
        layer = dataset.GetLayerByName(table.layer)
        for number, (row, wkb) in enumerate(_rows(layer, table.columns, feedback), 1):
            outline = _outline(wkb, crs)
            if outline is None:
                left_out += 1
            else:
                items.append(item(row, outline, columns, f"{stem}-{number}", taken))
            if number % 100 == 0:
                progress(100.0 * number / max(table.count, number))
            if len(items) >= MOST:
                break
    if not items:
        raise InvalidFile(table.path, "no footprint in it can be placed")
    return Footprints(items, left_out)


def _opened(source: str, table: Path) -> AbstractContextManager[ogr.DataSource]:
    return opened(source, table, _DRIVERS, _CSV if source.lower().endswith(".csv") else ())


def _columns(layer: ogr.Layer) -> tuple[str, ...]:
    definition = layer.GetLayerDefn()
    return tuple(_text(definition.GetFieldDefn(index).GetName()) for index in range(definition.GetFieldCount()))


def _rows(
    layer: ogr.Layer, columns: tuple[str, ...], feedback: Feedback
) -> Iterator[tuple[dict[str, str], bytes | None]]:
    for row, wkb in rows(layer, dict(enumerate(columns)), feedback):
        yield {name: value[:_SHOWN] for name, value in row.items()}, wkb


def _surface(wkb: bytes | None) -> BaseGeometry | None:
    """Polygons, also of closed lines; None for anything else."""
    if wkb is None:
        return None
    try:
        shape = shapely.from_wkb(wkb)
        if isinstance(shape, LineString) and shape.is_closed and len(shape.coords) > 3:
            shape = Polygon(shape)
        flat = polygons_only(shape)
    except (shapely.errors.ShapelyError, ValueError):
        return None
    return None if flat.is_empty or shapely.get_num_coordinates(flat) > _MOST_CORNERS else flat


def _is_lon_lat(shape: BaseGeometry) -> bool:
    xmin, ymin, xmax, ymax = shape.bounds
    return bool(xmin >= -540.0 and xmax <= 540.0 and ymin >= -90.0 and ymax <= 90.0)


def _outline(wkb: bytes | None, crs: str) -> BaseGeometry | None:
    shape = _surface(wkb)
    if shape is None:
        return None
    try:
        if _is_plain(crs):
            placed = within_180(shape) if _is_lon_lat(shape) else None
        else:
            moved = to_lon_lat(valid_polygons(shape), crs)
            placed = None if moved is None or not _is_lon_lat(moved) else moved.simplify(_EXACT)
    except (shapely.errors.ShapelyError, ValueError):
        return None
    return placed if placed is not None and placed.area > 0.0 else None


def _is_plain(crs: str) -> bool:
    """Whether it is longitude and latitude on WGS 84."""
    known = reference(crs)
    return known is not None and known.IsGeographic() == 1 and known.GetAuthorityCode(None) in ("4326", "CRS84")


def _text(said: str) -> str:
    return decoded(said)[:_SHOWN]
