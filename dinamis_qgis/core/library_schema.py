# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of ``library.gpkg``, and what brings an older one to ours.

``products`` has a feature for each place of each product, those with ``main`` = 1 once a product. People see the view
``images``: each image once, of a bundle its multispectral.
``documents`` holds all that was read of it, ``files`` what was read in which file, ``folders`` where to look.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from .field_types import NUMBER, TEXT
from .footprints import FIELDS
from .geopackage import announce_polygons, begin_geopackage, statements

VERSION = 1
STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {}  # from a former version to the next one

ONCE = "main = 1 AND identity = bundle"
_OWN = ("path", "product_type", "bands", "epsg", "folder", "identity", "bundle", "main", "missing", "volume")
SHOWN = ("products", "images")  # to whoever opens the GeoPackage
COLUMNS = ("geom", *(name for name, _kind in FIELDS), *_OWN)


def _sql_type(kind: object) -> str:
    return "TEXT" if kind == TEXT else "DOUBLE" if kind == NUMBER else "DATETIME"


_TABLES = f"""
CREATE TABLE dinamis_library (version INTEGER NOT NULL);
CREATE TABLE folders (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, indexed TEXT);
CREATE TABLE files (folder INTEGER NOT NULL, path TEXT NOT NULL, signature TEXT NOT NULL, volume TEXT NOT NULL,
  products TEXT NOT NULL, PRIMARY KEY (folder, path)) WITHOUT ROWID;
CREATE TABLE products (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom MULTIPOLYGON,
  {", ".join(f"{name} {_sql_type(kind)}" for name, kind in FIELDS)},
  path TEXT NOT NULL, product_type TEXT, bands TEXT, epsg MEDIUMINT, folder INTEGER NOT NULL, identity TEXT NOT NULL,
  bundle TEXT NOT NULL, main BOOLEAN NOT NULL, missing MEDIUMINT NOT NULL, volume TEXT NOT NULL, UNIQUE (folder, path));
CREATE TABLE documents (fid INTEGER PRIMARY KEY, product TEXT NOT NULL);
CREATE VIEW images AS SELECT fid AS OGC_FID, geom, {", ".join(name for name, _kind in FIELDS)},
  path, product_type, bands, epsg FROM products WHERE {ONCE};
CREATE INDEX products_identity ON products (identity);
CREATE INDEX products_self_url ON products (self_url);
"""  # noqa: S608 - our own column names


def create(database: sqlite3.Connection) -> None:
    """Within a transaction."""
    begin_geopackage(database)
    for each in statements(_TABLES):
        database.execute(each)
    for table in SHOWN:
        announce_polygons(database, table)
    database.execute("INSERT INTO dinamis_library VALUES (?)", (VERSION,))


def version_of(database: sqlite3.Connection) -> int | None:
    """None for a database that is no library. Raises :class:`sqlite3.Error`."""
    known = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'dinamis_library'").fetchone()
    row = database.execute("SELECT version FROM dinamis_library").fetchone() if known else None
    return row[0] if row and isinstance(row[0], int) else None
