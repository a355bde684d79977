# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage that the plugin writes by itself, through SQLite: what each has, and polygons in it (OGC 12-128)."""

from __future__ import annotations

import sqlite3
import struct

from shapely.geometry.base import BaseGeometry

from .geometry import to_qgis

_APPLICATION, _VERSION = 0x47504B47, 10200  # « GPKG », 1.2
_LITTLE_ENDIAN_WITH_BOX = 0b0000_0011
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_CORE = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL REFERENCES gpkg_contents(table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL,
  PRIMARY KEY (table_name, column_name));
"""


def statements(script: str) -> list[str]:
    """To be run one by one: ``executescript`` would end the transaction."""
    return [each for each in script.split(";\n") if each.strip()]


def begin_geopackage(database: sqlite3.Connection) -> None:
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute(f"PRAGMA user_version = {_VERSION}")
    for each in statements(_CORE):
        database.execute(each)
    database.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
        [
            ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
            ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
            ("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84),
        ],
    )


def announce_polygons(database: sqlite3.Connection, table: str) -> None:
    """``table`` has a column ``geom`` of multipolygons in longitude/latitude."""
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, 4326)",
        (table, table),
    )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', 4326, 0, 0)", (table,))


def note_change(database: sqlite3.Connection, table: str, box: tuple[float, float, float, float] | None) -> None:
    """``box``: (xmin, ymin, xmax, ymax) of all that is in the table."""
    database.execute(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now'), min_x = ?, min_y = ?, max_x = ?, "
        "max_y = ? WHERE table_name = ?",
        (*(box or (None,) * 4), table),
    )


def geometry_blob(shape: BaseGeometry) -> bytes:
    """Polygons in longitude/latitude."""
    geometry = to_qgis(shape)
    geometry.convertToMultiType()
    xmin, ymin, xmax, ymax = shape.bounds
    head = struct.pack("<2sBBi4d", b"GP", 0, _LITTLE_ENDIAN_WITH_BOX, 4326, xmin, xmax, ymin, ymax)
    return head + bytes(geometry.asWkb())


def wkb_of(blob: bytes) -> bytes:
    return blob[40:]


def box_of(blob: bytes) -> tuple[float, float, float, float]:
    """(xmin, ymin, xmax, ymax)"""
    xmin, xmax, ymin, ymax = struct.unpack_from("<4d", blob, 8)
    return xmin, ymin, xmax, ymax
