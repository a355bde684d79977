# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogues that are configured: rows of data, and the driver that each row's ``kind`` names."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import requests

from ..accounts import AUTHS
from ..errors import InvalidCatalogueFile, InvalidFile, NewerFile, UnknownCatalogue
from . import Catalogue
from .by_address import StacByAddress
from .dialects import DIALECTS, Dialect
from .items_file import ItemsFile
from .openspot import OpenSpot
from .stac import StacCatalogue
from .static import StaticCatalogue

VERSION = 1  # of the files' schema
TILES = "wmts"  # kind of a row that is shown as a backdrop and serves no search
LIBRARY = "library"  # kind of the row of what lies on this computer
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class CatalogueRow:
    """A row of ``catalogues.json``. Paths in a row are relative to the file that holds it; here they are absolute.

    ``themes`` maps a theme's id (``vhr``, ``spot_history``, ``sentinel2``, ``land_cover``, ``water_snow``, ``forest``,
    ``all``) to the collections that serve it, none listed meaning the whole catalogue; a theme that is not there is
    not served.
    """

    id: str
    title: str
    kind: str  # a key of DRIVERS, or TILES
    url: str  # of the API's root, or a path
    auth: str = ""  # what it takes to open its files, or to search: one of AUTHS
    signing: str = ""  # root of the service that signs its files' addresses
    signs: str = ""  # hosts whose addresses it signs, with their subdomains; spaces between them
    key_page: str = ""  # web page where a person gets a key
    dialect: str = ""  # of a STAC API: a key of DIALECTS
    always: str = ""  # of a STAC API: properties that all its items are known to have, separated by spaces
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    licence: str = ""
    credit: str = ""
    enabled: bool = True
    synthetic: bool = False
    shows: str = ""  # what is found there, in few words, for who does not know its name
    verified: str = ""  # what the row rests on, and whether the live service was ever asked
    territories: str = ""  # path of a GeoJSON file of outlines
    sample_product: str = ""  # path of a product to open


Driver = Callable[[CatalogueRow, requests.Session], Catalogue]

DRIVERS: Mapping[str, Driver] = MappingProxyType(
    {
        "stac": lambda row, session: StacCatalogue(row.url, session, row.id, row.licence, row.credit, _dialect(row)),
        "static": lambda row, session: StaticCatalogue(row.url, session, row.id, row.licence, row.credit),
        "address": lambda row, session: StacByAddress(row.url, session, row.id, row.licence, row.credit),
        "openspot": lambda row, session: OpenSpot(row.url, session, row.id, row.licence, row.credit),
        "items": lambda row, _session: ItemsFile(Path(row.url), row.id, row.licence, row.credit),
    }
)


def _dialect(row: CatalogueRow) -> Dialect:
    return replace(DIALECTS[row.dialect], always=tuple(row.always.split()))


_PATHS = ("territories", "sample_product")
_BY_LANGUAGE = ("title", "shows", "verified")  # a text, or texts by language
_KINDS = {each.name: bool if each.type == "bool" else str for each in fields(CatalogueRow) if each.name != "themes"}


def rows(shipped: Path, user: Path | None = None, language: str = "en") -> tuple[CatalogueRow, ...]:
    """The shipped rows, with those of the user's file merged in by id, key by key; see :func:`read_rows`."""
    found, problem = read_rows(shipped, user, language)
    if problem is not None:
        _log.warning("%s", problem)
    return found


def read_rows(
    shipped: Path, user: Path | None = None, language: str = "en"
) -> tuple[tuple[CatalogueRow, ...], InvalidFile | None]:
    """The rows, and what is wrong with the user's file: then the shipped rows serve alone.

    A file of a later version (:class:`NewerFile`) is used as far as it can be read. What people read is a text, or
    texts by language. Raises :class:`InvalidCatalogueFile` when the shipped file is broken.
    """
    merged = _table(read_file(shipped), shipped)
    if user is None or not user.is_file():
        return _rows(merged, shipped, language), None
    newer: InvalidFile | None = None
    try:
        content = read_file(user)
        newer = newer_version(content, user)
        extended = {row_id: dict(row) for row_id, row in merged.items()}
        for row_id, row in _table(content, user).items():
            extended.setdefault(row_id, {}).update(row)
        return _rows(extended, user, language), newer
    except InvalidCatalogueFile as problem:
        return _rows(merged, shipped, language), newer or problem


def open_catalogue(
    name: str | CatalogueRow,
    session: requests.Session,
    configured: tuple[CatalogueRow, ...] = (),
    drivers: Mapping[str, Driver] = DRIVERS,
) -> Catalogue:
    """A row, the id of a configured one, the URL of a STAC root (an API's or a static catalogue's), or the path of an
    ItemCollection or a folder.

    Folders need a driver of the kind ``folder``, which lives with GDAL in ``core``. Raises :class:`UnknownCatalogue`.
    """
    row = name if isinstance(name, CatalogueRow) else _row_for(name.strip(), configured)
    if row.kind not in drivers:
        raise UnknownCatalogue(row.id)
    return drivers[row.kind](row, session)


def _row_for(name: str, configured: tuple[CatalogueRow, ...]) -> CatalogueRow:
    for row in configured:
        if row.id == name:
            return row
    if name.lower().startswith(("http://", "https://")):
        return CatalogueRow(id=name, title=name, kind="address", url=name)
    try:
        path = Path(name).resolve() if name else None
        kind = "" if path is None else "items" if path.is_file() else "folder" if path.is_dir() else ""
    except (OSError, ValueError):
        kind = ""
    if not kind:
        raise UnknownCatalogue(name)
    return CatalogueRow(id=str(path), title=name, kind=kind, url=str(path))


_Table = dict[str, Any]


def read_file(path: Path) -> _Table:
    """A catalogues.json as it is written. Raises :class:`InvalidCatalogueFile`."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InvalidCatalogueFile(str(path), error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise InvalidCatalogueFile(str(path), f"not JSON: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("catalogues"), list):
        raise InvalidCatalogueFile(str(path), "a list is missing", "catalogues")
    return content


def newer_version(content: Mapping[str, Any], path: Path) -> NewerFile | None:
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        return NewerFile(str(path), f"version {version}, this one writes {VERSION}", "version")
    return None


def _table(content: _Table, path: Path) -> dict[str, _Table]:
    """Rows by id, as written, with absolute paths."""
    if content.get("version") != VERSION and newer_version(content, path) is None:
        raise InvalidCatalogueFile(str(path), f"should be {VERSION}", "version")
    table: dict[str, _Table] = {}
    for index, row in enumerate(content["catalogues"]):
        key = f"catalogues[{index}]"
        if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"].strip():
            raise InvalidCatalogueFile(str(path), "should be a row with an id", key)
        if row["id"] in table:
            raise InvalidCatalogueFile(str(path), "is there twice", f"{key}.id")
        table[row["id"]] = _checked(row, key, path)
    return table


def _checked(row: _Table, key: str, path: Path) -> _Table:
    checked = {name: value for name, value in row.items() if name in _KINDS or name == "themes"}
    for name, value in checked.items():
        place = f"{key}.{name}"
        if name == "themes":
            checked[name] = _themes(value, place, path)
        elif name in _BY_LANGUAGE and isinstance(value, dict):
            if not value or not all(isinstance(word, str) for word in value.values()):
                raise InvalidCatalogueFile(str(path), "should be texts by language", place)
        elif not isinstance(value, _KINDS[name]):
            raise InvalidCatalogueFile(str(path), f"should be a {_KINDS[name].__name__}", place)
        elif (name == "dialect" and value not in DIALECTS) or (name == "auth" and value not in AUTHS):
            raise InvalidCatalogueFile(str(path), "is not known", place)
        elif name in _PATHS or (name == "url" and row.get("kind", "") != "stac" and "://" not in str(value)):
            try:
                checked[name] = str(path.parent.joinpath(str(value)).resolve()) if value else ""
            except (OSError, ValueError, RuntimeError) as error:  # NUL, half a character, links in a circle
                raise InvalidCatalogueFile(str(path), "is no path", place) from error
    return checked


def _themes(value: object, place: str, path: Path) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise InvalidCatalogueFile(str(path), "should be lists of collections by theme", place)
    for theme, collections in value.items():
        if not isinstance(collections, list) or not all(isinstance(one, str) for one in collections):
            raise InvalidCatalogueFile(str(path), "should be a list of collections", f"{place}.{theme}")
    return {theme: tuple(collections) for theme, collections in value.items()}


def _rows(table: dict[str, _Table], path: Path, language: str) -> tuple[CatalogueRow, ...]:
    made = []
    for row_id, row in table.items():
        for name in ("kind", "url"):
            if not row.get(name):
                raise InvalidCatalogueFile(str(path), "is missing", f"{row_id}.{name}")
        words = {name: _said(row[name], language) for name in _BY_LANGUAGE if row.get(name)}
        made.append(replace(CatalogueRow(row_id, row_id, row["kind"], row["url"]), **{**row, "title": row_id, **words}))
    return tuple(made)


def _said(words: str | dict[str, str], language: str) -> str:
    if isinstance(words, str):
        return words
    return words.get(language[:2]) or words.get("en") or next(iter(words.values()))
