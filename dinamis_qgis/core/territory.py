# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mon territoire »: one named outline, chosen once, kept in the profile as GeoJSON (RFC 7946), used by every page.

Files are read and written off the main thread.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import shapely
from qgis.core import QgsApplication
from shapely.geometry import GeometryCollection, mapping
from shapely.geometry.base import BaseGeometry

from ..domain import big_json
from ..domain.errors import InvalidFile, NewerFile
from ..domain.geojson import polygons_of
from ..domain.json_file import write_json
from ..domain.shapes import is_valid, polygons_only, vertex_count, within_180
from .geometry import unite
from .zone import Zone

SCHEMA_VERSION = 1
_VERSION_KEY = "dinamis_version"
NAME_FIELDS = ("nom", "name", "nom_officiel", "libelle", "libgeo", "nom_com", "nom_epci", "nom_dep", "lib", "label")
MOST_OUTLINES = 50_000  # a file of every commune holds 35 000


@dataclass(frozen=True)
class Territory:
    """``shape``: valid polygons in longitude/latitude. ``kind`` and ``code`` are text of the file (commune, 22093)."""

    name: str
    shape: BaseGeometry
    kind: str = ""
    code: str = ""

    @cached_property
    def zone(self) -> Zone:
        return Zone(self.shape, "territory", self.name, vertex_count(self.shape))


def territory_file() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "territory.geojson"


def read_territory(path: Path) -> Territory | None:
    """The stored territory, None when none was chosen. Raises InvalidFile (:class:`NewerFile` from a later version)."""
    if not path.is_file():
        return None
    found = read_territories(path)
    if len(found) != 1:
        raise InvalidFile(str(path), f"{len(found)} outlines instead of one")
    return found[0]


def write_territory(path: Path, territory: Territory) -> None:
    """Whole or not at all: the former file stays until the new one is complete. Raises NotWritable, NewerFile."""
    _refuse_newer(path)
    feature = {
        "type": "Feature",
        "properties": {"name": territory.name, "kind": territory.kind, "code": territory.code},
        "geometry": mapping(territory.shape),
    }
    collection = {"type": "FeatureCollection", _VERSION_KEY: SCHEMA_VERSION, "features": [feature]}
    write_json(path, collection)


def read_territories(path: Path) -> tuple[Territory, ...]:
    """The outlines of a GeoJSON file in longitude/latitude, in its order. What is no valid polygon is left out."""
    said = _read_json(path)
    version = said.get(_VERSION_KEY, SCHEMA_VERSION)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise NewerFile(str(path), f"version {version}, this one reads {SCHEMA_VERSION}", _VERSION_KEY)
    features = said.get("features") if said.get("type") == "FeatureCollection" else [said]
    listed = features if isinstance(features, list) else []
    found = [_territory(feature) for feature in listed if isinstance(feature, dict)]
    named = [territory for territory in found if territory is not None]
    if not named:
        raise InvalidFile(str(path), "no named polygon", "features")
    return tuple(named)


def as_one(territories: Sequence[Territory], name: str) -> Territory:
    """Overlaps count once."""
    return Territory(name, unite([each.shape for each in territories]))


def _read_json(path: Path) -> dict[str, Any]:
    try:
        said = big_json.read(path.read_bytes(), tuples=True)
    except OSError as error:
        raise InvalidFile(str(path), error.strerror or type(error).__name__) from error
    except ValueError as error:
        raise InvalidFile(str(path), f"not JSON: {error}") from error
    if not isinstance(said, dict):
        raise InvalidFile(str(path), "not a GeoJSON object")
    return said


def _territory(feature: dict[str, Any]) -> Territory | None:
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        return None
    name = next((str(properties[key]) for key in ("name", "nom") if properties.get(key)), "")
    try:
        outline = polygons_only(GeometryCollection(list(polygons_of(feature.get("geometry")))))
    except (ValueError, RecursionError, shapely.errors.ShapelyError):
        return None
    if not name or outline.is_empty or not is_valid(outline):
        return None
    xmin, ymin, xmax, ymax = outline.bounds
    if not (xmin >= -540.0 and xmax <= 540.0 and ymin >= -90.0 and ymax <= 90.0):
        return None
    outline = within_180(outline)
    return Territory(
        name, outline, str(properties.get("kind") or properties.get("type") or ""), str(properties.get("code") or "")
    )


def _refuse_newer(path: Path) -> None:
    try:
        read_territory(path)
    except NewerFile:
        raise
    except InvalidFile:  # broken: kept beside before it is replaced
        shutil.copy2(path, path.with_name(path.name + ".bak"))
