# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking a service what it can do, with the requests that a search will send, before any search."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import requests

from ..errors import Cancelled, HttpError, InvalidAnswer, UnknownCatalogue
from ..query import SearchQuery
from ..web import ask, ask_json
from . import Feedback, Page
from .dialects import DIALECTS
from .items_file import ItemsFile
from .openspot import keys_of_page
from .registry import CatalogueRow
from .stac import PAGE, StacCatalogue
from .stac_query import SearchRequest, next_request
from .static import is_static
from .values import mapping, text, web_address

API, STATIC, OPENSPOT, FILE = "api", "static", "openspot", "file"
_BYTES = 16 << 20
_PAGE_BYTES = 2 << 20
_MOST_PAGES = 20  # of the list of collections


@dataclass(frozen=True)
class Findings:
    """What was seen. None: it was not, or means nothing for this kind of service."""

    kind: str  # API, STATIC, OPENSPOT, FILE; core adds the kinds that need GDAL or Qt
    seconds: float  # until the first images came
    stac_version: str = ""
    collections: int | None = None  # that the service lists
    absent: tuple[str, ...] = ()  # collections that the row names and the list lacks
    post: bool | None = None
    sort: bool | None = None
    cql2: bool | None = None
    counts: bool | None = None
    images: int | None = None  # that the row's collections hold, where the service counts
    page: int | None = None  # images that came in one page, where there are more
    links: int | None = None  # to follow from a static catalogue's root
    years: tuple[int, int] | None = None


def examine(row: CatalogueRow, session: requests.Session, feedback: Feedback) -> Findings:
    """For a session that has not asked this service yet. Off the main thread; raises what a search would raise."""
    if row.kind == "items":
        return _file(row, feedback)
    if row.kind == "openspot":
        return _openspot(row, session, feedback)
    if row.kind not in ("stac", "static", "address"):
        raise UnknownCatalogue(row.id)
    if row.kind == "stac" and DIALECTS[row.dialect].fixed:
        return _api(row, _landing_if_any(row, session, feedback), session, feedback)
    started = time.monotonic()
    landing = ask_json(session, "GET", row.url, feedback, _BYTES)
    seconds = time.monotonic() - started
    if row.kind == "static" or (row.kind == "address" and is_static(landing)):
        if not is_static(landing):
            raise InvalidAnswer(row.url, "not a static STAC catalogue")
        return Findings(STATIC, seconds, text(landing.get("stac_version")), links=_links(landing))
    return _api(row, landing, session, feedback)


def named_collections(row: CatalogueRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in row.themes.values() for name in names))


def _api(row: CatalogueRow, landing: Mapping[str, Any], session: requests.Session, feedback: Feedback) -> Findings:
    wanted = named_collections(row)
    listed = _collections(row, landing, session, feedback)
    catalogue = StacCatalogue(row.url, session, row.id, dialect=DIALECTS[row.dialect])
    started = time.monotonic()
    known = tuple(name for name in wanted if listed is None or name in listed)
    first = next(catalogue.search(SearchQuery(collections=known, limit=PAGE), feedback), Page(()))
    seconds = time.monotonic() - started
    can = catalogue.abilities
    here = len(first.scenes)
    found = Findings(
        API,
        seconds,
        text(landing.get("stac_version")),
        collections=None if listed is None else len(listed),
        absent=() if listed is None else tuple(name for name in wanted if name not in listed),
        counts=first.matched is not None,
        images=first.matched,
        page=here if first.matched is not None and first.matched > here else None,
    )
    return found if can is None else replace(found, post=can.post, sort=can.sort, cql2=bool(can.lang))


def _landing_if_any(row: CatalogueRow, session: requests.Session, feedback: Feedback) -> Mapping[str, Any]:
    """A service with a dialect of its own is searched without it."""
    try:
        return ask_json(session, "GET", row.url, feedback, _BYTES)
    except (HttpError, InvalidAnswer):
        return {}


def _collections(
    row: CatalogueRow, landing: Mapping[str, Any], session: requests.Session, feedback: Feedback
) -> set[str] | None:
    """The ids of all collections; None where they are not listed, or go on and on."""
    hrefs = [link.get("href") for link in _linked(landing) if link.get("rel") == "data"]
    address = next((web_address(href, row.url) for href in hrefs if isinstance(href, str)), "")
    asked = SearchRequest("GET", address or f"{row.url.rstrip('/')}/collections")
    found: set[str] = set()
    for _ in range(_MOST_PAGES):
        try:
            answer = ask_json(session, "GET", asked.url, feedback, _BYTES)
            following = next_request(answer, asked)
        except (HttpError, InvalidAnswer):
            return None
        said = answer.get("collections")
        if not isinstance(said, list):
            return None
        here = {one["id"] for one in map(mapping, said) if isinstance(one.get("id"), str)}
        if following is None or following.method != "GET" or here <= found:
            return found | here
        found |= here
        asked = following
    return None


def _openspot(row: CatalogueRow, session: requests.Session, feedback: Feedback) -> Findings:
    started = time.monotonic()
    address = row.url.strip().rstrip("/") + "/"
    page = ask(session, "GET", address, feedback, _PAGE_BYTES, accept="text/html").decode("utf-8", "replace")
    keys = keys_of_page(page)
    if not keys:
        raise InvalidAnswer(row.url, "no list of years and modes")
    years = [year for year, _mode in keys]
    return Findings(OPENSPOT, time.monotonic() - started, collections=len(keys), years=(min(years), max(years)))


def _file(row: CatalogueRow, feedback: Feedback) -> Findings:
    started = time.monotonic()
    count = ItemsFile(Path(row.url), row.id).count(SearchQuery(), feedback)
    if feedback.isCanceled():
        raise Cancelled()
    return Findings(FILE, time.monotonic() - started, images=count.number)


def _links(landing: Mapping[str, Any]) -> int:
    return sum(link.get("rel") in ("child", "item", "items") for link in _linked(landing))


def _linked(landing: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    links = landing.get("links")
    return [mapping(link) for link in links] if isinstance(links, list) else []
