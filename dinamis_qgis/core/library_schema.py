# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of ``library.gpkg``, and what brings an older one to ours.

``products`` has a feature for each place of each product, those with ``main`` = 1 once a product. People see the view
``images``: each image once, of a bundle its multispectral.
``documents`` holds all that was read of it, ``files`` what was read in which file, ``folders`` where to look.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from .geopackage import announce_polygons, begin_geopackage, statements

VERSION = 1
STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {}  # from a former version to the next one
SHOWN = ("products", "images")  # to whoever opens the GeoPackage

# Written out: a version's tables do not change with the names that the plugin uses today.
_TABLES = """
CREATE TABLE dinamis_library (version INTEGER NOT NULL);
CREATE TABLE folders (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, indexed TEXT);
CREATE TABLE files (folder INTEGER NOT NULL, path TEXT NOT NULL, signature TEXT NOT NULL, volume TEXT NOT NULL,
  products TEXT NOT NULL, PRIMARY KEY (folder, path)) WITHOUT ROWID;
CREATE TABLE products (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom MULTIPOLYGON, scene_id TEXT, catalogue TEXT,
  collection TEXT, title TEXT, mission TEXT, acquired DATETIME, gsd DOUBLE, spectral_mode TEXT, acquisition_mode TEXT,
  level TEXT, cloud_cover DOUBLE, incidence DOUBLE, off_nadir DOUBLE, sun_elevation DOUBLE, aoi_coverage DOUBLE,
  quicklook TEXT, self_url TEXT, licence TEXT, credit TEXT, path TEXT NOT NULL, product_type TEXT, bands TEXT,
  epsg MEDIUMINT, folder INTEGER NOT NULL, identity TEXT NOT NULL, bundle TEXT NOT NULL, main BOOLEAN NOT NULL,
  missing MEDIUMINT NOT NULL, volume TEXT NOT NULL, UNIQUE (folder, path));
CREATE TABLE documents (fid INTEGER PRIMARY KEY, product TEXT NOT NULL);
CREATE VIEW images AS SELECT fid AS OGC_FID, geom, scene_id, catalogue, collection, title, mission, acquired, gsd,
  spectral_mode, acquisition_mode, level, cloud_cover, incidence, off_nadir, sun_elevation, aoi_coverage, quicklook,
  self_url, licence, credit, path, product_type, bands, epsg FROM products WHERE main = 1 AND identity = bundle;
CREATE INDEX products_identity ON products (identity);
CREATE INDEX products_self_url ON products (self_url);
"""


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
