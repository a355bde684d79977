# SPDX-License-Identifier: GPL-2.0-or-later
"""What the library holds, as people look at it: a row for each image, the places where it lies, and whether they are
there. Read in a task: a disk that is absent, or a slow share, keeps nobody waiting."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from ..domain.same_image import SameImages
from ..domain.scene import Scene
from .folder_walk import is_there
from .geopackage import wkb_of
from .library_file import LibraryFile
from .library_rows import CATALOGUE, moment, scenes
from .numbers import format_date
from .product import Group
from .product_json import product_from_json
from .task import TaskFeedback
from .vsi import archive_of, plain
from .words import level_name, mission_name


class Folder(NamedTuple):
    path: str
    indexed: str  # when, UTC; "" when it never was to its end
    present: bool
    products: int


class Held(NamedTuple):
    """An image, or both halves of a bundle. Of plain values: there may be thousands, which Python's garbage collector
    would look at one by one."""

    key: str
    paths: tuple[str, ...]  # of the halves, in the place that is used
    documents: tuple[str, ...]
    places: tuple[str, ...]  # where the image lies; the used one first
    present: bool
    acquired: float  # seconds since 1970, -inf when unknown
    words: str  # for the filter
    in_territory: bool
    box: tuple[float, float, float, float] | None  # longitude/latitude: xmin, ymin, xmax, ymax

    @property
    def group(self) -> Group:
        """Raises ValueError, TypeError or LookupError for what another version wrote."""
        return tuple(map(product_from_json, self.documents))


@dataclass(frozen=True)
class Holdings:
    folders: tuple[Folder, ...] = ()
    images: tuple[Held, ...] = ()
    twins: SameImages[tuple[str, ...]] = field(default_factory=SameImages)  # of images that are there
    by_url: dict[str, tuple[str, ...]] = field(default_factory=dict)  # the same, by the url of a library's scene
    has_territory: bool = False
    newer: bool = False  # another version wrote it: it is read, and left as it is

    def place_of(self, scene: Scene) -> tuple[str, ...]:
        """Paths to open for a scene, () where it is not on a disk that is there."""
        if scene.catalogue == CATALOGUE:
            return self.by_url.get(scene.self_url, ())
        return self.twins.of(scene) or ()


def read_holdings(file: LibraryFile, territory: BaseGeometry | None, feedback: TaskFeedback) -> Holdings:
    """Raises :class:`~dinamis_qgis.domain.errors.InvalidFile`, :class:`~dinamis_qgis.domain.errors.Busy`."""
    with file.reading() as database:
        if database is None:
            return Holdings()
        folders = database.execute(
            "SELECT path, indexed, (SELECT count(*) FROM products WHERE folder = folders.id) FROM folders ORDER BY path"
        ).fetchall()
        copies = [_Copy(*row) for row in database.execute(_COPIES)]
        known = list(scenes(database))
        newer = file.writes_older_than(database)
    there = _Presence(path for path, _indexed, _count in folders)
    if territory is not None:
        shapely.prepare(territory)
    images, by_path = [], {}
    for bundle, of_bundle in _by(copies, "bundle").items():
        feedback.check()
        held = _held(bundle, of_bundle, there, territory)
        images.append(held)
        if held.present:
            by_path.update({copy.path: held.paths for copy in of_bundle})
    urls = {copy.self_url: by_path[copy.path] for copy in copies if copy.path in by_path}
    twins: SameImages[tuple[str, ...]] = SameImages()
    for scene in known:
        if scene.self_url in urls:
            twins.add(scene, urls[scene.self_url])
    rows = tuple(Folder(path, indexed or "", there.root(path), count) for path, indexed, count in folders)
    return Holdings(rows, tuple(images), twins, urls, territory is not None, newer)


class _Copy(NamedTuple):
    path: str
    identity: str
    bundle: str
    missing: int
    root: str
    self_url: str
    scene_id: str
    mission: str | None
    acquired: str | None
    level: str | None
    mode: str | None
    geom: bytes | None
    document: str


_COPIES = (
    "SELECT products.path, identity, bundle, missing, folders.path, self_url, scene_id, mission, acquired, level, "
    "spectral_mode, geom, product FROM products JOIN documents USING (fid) JOIN folders ON folders.id = folder"
)


class _Presence:
    """Each place is asked once."""

    def __init__(self, roots: Iterable[str]) -> None:
        self._known = {root: is_there(root) for root in roots}

    def root(self, path: str) -> bool:
        return self._known[path]

    def of(self, copy: _Copy) -> bool:
        if not self._known[copy.root]:
            return False
        place = archive_of(copy.path) or copy.path
        if "*" in posixpath.basename(place):  # tiles that stand under one name
            place = posixpath.dirname(place)
        if place not in self._known:
            self._known[place] = is_there(place)
        return self._known[place]


def _held(bundle: str, copies: Sequence[_Copy], there: _Presence, territory: BaseGeometry | None) -> Held:
    halves = _by(copies, "identity")
    colour = sorted(halves.pop(bundle, copies), key=lambda copy: (not there.of(copy), copy.missing, copy.path))
    used = colour[0]
    others = [min(half, key=lambda copy: (not there.of(copy), copy.root != used.root, copy.path))
              for half in halves.values()]  # fmt: skip
    group = (used, *others[:1])
    places = tuple(dict.fromkeys(copy.path for copy in colour))
    acquired = moment(used.acquired) if used.acquired else None
    shape = shapely.from_wkb(wkb_of(used.geom)) if used.geom is not None else None
    words = (
        mission_name(used.mission or ""), used.mission or "", format_date(acquired) if acquired else "",
        f"{acquired:%Y-%m-%d}" if acquired else "", level_name(used.level or ""), *(copy.mode or "" for copy in group),
        used.scene_id, *map(plain, places),
    )  # fmt: skip
    return Held(
        bundle,
        tuple(copy.path for copy in group),
        tuple(copy.document for copy in group),
        places,
        there.of(used),
        acquired.timestamp() if acquired else -math.inf,
        " ".join(words).replace("\u00a0", " ").casefold(),
        shape is not None and territory is not None and bool(territory.intersects(shape)),
        None if shape is None else shape.bounds,
    )


def _by(copies: Iterable[_Copy], name: str) -> dict[str, list[_Copy]]:
    found: dict[str, list[_Copy]] = {}
    for copy in copies:
        found.setdefault(getattr(copy, name), []).append(copy)
    return found
