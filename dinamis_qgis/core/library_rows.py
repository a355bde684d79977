# SPDX-License-Identifier: GPL-2.0-or-later
"""Products as rows of the library and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import shapely

from ..domain.scene import Scene
from .footprints import FIELDS
from .geopackage import box_of, geometry_blob, note_change, wkb_of
from .identity import preferred
from .library_schema import SHOWN
from .product import Product
from .product_json import product_json
from .product_scene import scene_of

CATALOGUE = "library"  # the id of the catalogue that the library is
_FIELDS = tuple(name for name, _kind in FIELDS)
_LIKE_SCENE = tuple(name for name in _FIELDS if name not in ("scene_id", "aoi_coverage", "quicklook"))
# What each mission is searched under; « unknown » may be any, « other » is none of ours.
_COLLECTIONS = {"PHR": "pleiades", "PNEO": "pleiades-neo", "SPOT6": "spot-6-7", "SPOT7": "spot-6-7", "SPOT": "spot-1-5"}


_PUT = """INSERT OR REPLACE INTO products VALUES (
  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


@dataclass(frozen=True)
class Copy:
    """A product at one place."""

    path: str
    identity: str
    bundle: str
    volume: str
    missing: int  # tiles
    document: str
    image: Product


def copy_of(image: Product, identity: str, bundle: str, volume: str) -> Copy:
    return Copy(image.path, identity, bundle, volume, len(image.missing_tiles), product_json(image), image)


def collection_of(mission: str) -> str:
    if not mission:
        return "unknown"
    return next((name for start, name in _COLLECTIONS.items() if mission.startswith(start)), "other")


def put_copies(database: sqlite3.Connection, folder: int, copies: Sequence[Copy]) -> None:
    """Those that changed; the others are left as they are, with their ids."""
    there = {
        path: (fid, document, bundle, volume)
        for fid, path, document, bundle, volume in database.execute(
            "SELECT fid, path, product, bundle, volume FROM products JOIN documents USING (fid) WHERE folder = ?",
            (folder,),
        )
    }
    touched = set()
    for copy in copies:
        fid, *known = there.get(copy.path, (None,))
        if known == [copy.document, copy.bundle, copy.volume]:
            continue
        touched.add(copy.identity)
        if fid is not None:
            touched |= {row[0] for row in database.execute("SELECT identity FROM products WHERE fid = ?", (fid,))}
        placed = database.execute(_PUT, (fid, *_values(copy, folder)))
        row = (placed.lastrowid if fid is None else fid, copy.document)
        database.execute("INSERT OR REPLACE INTO documents VALUES (?, ?)", row)
    _choose_main(database, touched)


def drop_copies(database: sqlite3.Connection, folder: int, paths: Iterable[str]) -> None:
    touched = set()
    for path in paths:
        for fid, identity in database.execute(
            "SELECT fid, identity FROM products WHERE folder = ? AND path = ?", (folder, path)
        ).fetchall():
            touched.add(identity)
            database.execute("DELETE FROM products WHERE fid = ?", (fid,))
            database.execute("DELETE FROM documents WHERE fid = ?", (fid,))
    _choose_main(database, touched)


def drop_folder(database: sqlite3.Connection, folder: str) -> None:
    """From the library alone."""
    for (number,) in database.execute("SELECT id FROM folders WHERE path = ?", (folder,)).fetchall():
        paths = [row[0] for row in database.execute("SELECT path FROM products WHERE folder = ?", (number,))]
        drop_copies(database, number, paths)
        database.execute("DELETE FROM files WHERE folder = ?", (number,))
        database.execute("DELETE FROM folders WHERE id = ?", (number,))


def scenes(database: sqlite3.Connection) -> Iterator[Scene]:
    """Each image once, without its pictures; a bundle as its multispectral, in the resolution of its panchromatic."""
    pan = dict(
        database.execute("SELECT bundle, min(gsd) FROM products WHERE main = 1 AND identity <> bundle GROUP BY bundle")
    )
    rows = database.execute("SELECT images.*, bundle FROM images JOIN products ON fid = OGC_FID")
    names = [column[0] for column in rows.description]
    for values in rows:
        row = dict(zip(names, values))
        said: dict[str, Any] = {name: row[name] for name in _LIKE_SCENE if row[name] is not None}
        bundle, blob = row["bundle"], row["geom"]
        if "acquired" in said:
            said["acquired"] = moment(said["acquired"])
        if bundle in pan:
            said["spectral_mode"], said["gsd"] = "P+MS", pan[bundle] or said.get("gsd")
        footprint = shapely.from_wkb(wkb_of(blob)) if blob is not None else None
        yield Scene(id=row["scene_id"], footprint=footprint, **said)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def document_of(database: sqlite3.Connection, self_url: str) -> str:
    found = database.execute(
        "SELECT product FROM products JOIN documents USING (fid) WHERE main = 1 AND self_url = ?", (self_url,)
    ).fetchone()
    return found[0] if found else ""


def _values(copy: Copy, folder: int) -> tuple[Any, ...]:
    image = copy.image
    scene = scene_of(image, CATALOGUE)
    said = {name: getattr(scene, name) or None for name in _LIKE_SCENE}
    said.update({name: getattr(scene, name) for name in ("gsd", "cloud_cover", "incidence", "off_nadir")})
    said["sun_elevation"] = scene.sun_elevation
    said["scene_id"], said["collection"] = scene.id, collection_of(image.mission)
    said["acquired"] = f"{scene.acquired:%Y-%m-%dT%H:%M:%S}.{scene.acquired:%f}"[:-3] + "Z" if scene.acquired else None
    said["quicklook"] = scene.quicklook.href if scene.quicklook else None
    blob = None if scene.footprint is None or scene.footprint.is_empty else geometry_blob(scene.footprint)
    code = image.crs.rpartition(":")[2] if image.crs.startswith("EPSG:") else ""
    roles = [band.role for band in image.bands]
    return (
        blob, *(said.get(name) for name in _FIELDS), image.path, image.kind,
        ",".join(roles) if all(roles) else None, int(code) if code.isdigit() else None,
        folder, copy.identity, copy.bundle, 0, copy.missing, copy.volume,
    )  # fmt: skip


def _choose_main(database: sqlite3.Connection, identities: Iterable[str]) -> None:
    """Of each product one copy: the map and the searches show it once."""
    changed = False
    for identity in identities:
        changed = True
        rows = database.execute("SELECT fid, missing, path FROM products WHERE identity = ?", (identity,)).fetchall()
        if rows:
            main = rows[preferred([(missing, path) for _fid, missing, path in rows])][0]
            database.execute("UPDATE products SET main = (fid = ?) WHERE identity = ?", (main, identity))
    if changed:
        blobs = database.execute("SELECT geom FROM products WHERE geom IS NOT NULL").fetchall()
        boxes = [box_of(blob) for (blob,) in blobs]
        whole = None
        if boxes:
            columns = list(zip(*boxes))
            whole = (min(columns[0]), min(columns[1]), max(columns[2]), max(columns[3]))
        for table in SHOWN:
            note_change(database, table, whole)
