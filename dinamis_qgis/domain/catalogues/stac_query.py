# SPDX-License-Identifier: GPL-2.0-or-later
"""Our query in the words of STAC API item search, as far as a service says that it understands them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

import shapely
from shapely.geometry import mapping as geojson
from shapely.geometry.base import BaseGeometry

from .. import cql2
from ..errors import InvalidAnswer
from ..query import PERIOD, ZONE, SearchQuery
from .dialects import STAC, Dialect
from .values import mapping, number, texts, web_address

_VERTICES = 1000  # services and their proxies refuse bodies that grow without end
_FILTER = ("item-search#filter", "conf/basic-cql2")
CQL2_JSON, CQL2_TEXT = "cql2-json", "cql2-text"
_PROPERTIES = {  # criteria that a service may check itself, with the property that it compares
    "max_cloud": "eo:cloud_cover",
    "max_incidence": "view:incidence_angle",
    "max_off_nadir": "view:off_nadir",
    "max_gsd": "gsd",
}


@dataclass(frozen=True)
class SearchRequest:
    """``body`` is JSON text ("" for GET), so that two equal requests compare equal."""

    method: str
    url: str
    body: str = ""

    @property
    def content(self) -> Mapping[str, Any] | None:
        return mapping(json.loads(self.body)) if self.body else None


@dataclass(frozen=True)
class Abilities:
    """What a service says, or shows, that it can do."""

    search_url: str
    post: bool = True
    sort: bool = False
    filter_langs: tuple[str, ...] = ()  # of CQL2, where unknown values can be kept
    like: bool = False
    query: bool = False  # the extension, which drops unknown values
    dialect: Dialect = STAC

    @classmethod
    def fixed(cls, dialect: Dialect, root: str) -> Abilities:
        return cls(f"{root.rstrip('/')}/search", sort=True, query=True, dialect=dialect)

    @classmethod
    def from_landing(cls, landing: Mapping[str, Any], root: str, dialect: Dialect = STAC) -> Abilities:
        links = landing.get("links")
        found = [link for link in map(mapping, links if isinstance(links, list) else []) if link.get("rel") == "search"]
        hrefs = [web_address(link["href"], root) for link in found if isinstance(link.get("href"), str)]
        search_url = next(filter(None, hrefs), f"{root.rstrip('/')}/search")
        classes = texts(landing.get("conformsTo"))
        filters = all(any(needed in one for one in classes) for needed in _FILTER)
        langs = [lang for lang in (CQL2_JSON, CQL2_TEXT) if any(f"conf/{lang}" in one for one in classes)]
        return cls(
            search_url=same_scheme(search_url, root),
            # Without a word on it POST is tried: nearly all have it, and only POST takes a polygon of any size.
            post=not found or any(str(link.get("method", "")).upper() == "POST" for link in found),
            sort=any("item-search#sort" in one for one in classes),
            filter_langs=tuple(langs) if filters else (),
            like=any("conf/advanced-comparison-operators" in one for one in classes),
            query=any("item-search#query" in one for one in classes),
            dialect=dialect,
        )

    def without_filters(self) -> Abilities:
        return replace(self, sort=False, filter_langs=(), query=False)

    @property
    def filters(self) -> bool:
        """Whether anything is asked that a service might refuse."""
        return self.sort or bool(self.filter_langs) or (self.query and bool(self.dialect.always))

    def applied(self, query: SearchQuery) -> frozenset[str]:
        """Those of ``query.in_use`` that the service applies itself, without losing a scene of unknown value."""
        said = {PERIOD, *(name for name, known in _PROPERTIES.items() if self.lang or self._surely_has(known))}
        if query.cql2 and self.lang and (self.like or not cql2.uses_like(cql2.parse(query.cql2))):
            said.add("cql2")
        if query.aoi is not None and self.post and shapely.get_num_coordinates(query.aoi) <= _VERTICES:
            said.add(ZONE)
        return frozenset(said) & frozenset(query.in_use)

    def applies(self, query: SearchQuery) -> bool:
        """Whether the service itself applies every criterion of ``query``, so that its count is the query's count."""
        return self.applied(query) == frozenset(query.in_use)

    @property
    def lang(self) -> str:
        """As the specification has it: JSON in a body, text in an address."""
        lang = CQL2_JSON if self.post else CQL2_TEXT
        return lang if lang in self.filter_langs else ""

    def _surely_has(self, name: str) -> bool:
        return self.post and self.query and name in self.dialect.always

    def requests(self, query: SearchQuery, limit: int) -> tuple[SearchRequest, ...]:
        """One request, or with GET one for each side of the antimeridian."""
        asked: dict[str, Any] = {"limit": limit}
        compared = self._compared(query)
        if any(self.dialect.period):
            compared.update(_period(query, *self.dialect.period))
        elif query.start is not None or query.end is not None:
            asked["datetime"] = f"{_instant(query.start)}/{_instant(query.end)}"
        if compared:
            asked["query"] = compared
        if self.dialect.numbered:
            asked["page"] = 1
        asked.update(self._filter(query))
        return self._posts(query, asked) if self.post else self._gets(query, asked)

    def _posts(self, query: SearchQuery, asked: dict[str, Any]) -> tuple[SearchRequest, ...]:
        if query.collections:
            asked["collections"] = list(query.collections)
        if query.aoi is not None:
            asked["intersects"] = geojson(_outline(query.aoi))
        if self.sort:
            asked.update({key: list(fields) for key, fields in self.dialect.newest_first.items()})
        return (SearchRequest("POST", self.search_url, json.dumps(asked)),)

    def _compared(self, query: SearchQuery) -> dict[str, Any]:
        """In the words of the ``query`` extension, what surely drops nothing unknown."""
        bounds = {} if self.lang else _bounds(query)
        return {name: {"lte": bound} for name, bound in bounds.items() if self._surely_has(name)}

    def _filter(self, query: SearchQuery) -> dict[str, Any]:
        lang = self.lang
        tests = [_at_most_or_unknown(name, bound) for name, bound in _bounds(query).items()] if lang else []
        if "cql2" in self.applied(query):
            tests.append(cql2.parse(query.cql2))
        if not tests:
            return {}
        whole = tests[0] if len(tests) == 1 else {"op": "and", "args": tests}
        return {"filter-lang": lang, "filter": whole if lang == CQL2_JSON else cql2.to_text(whole)}

    def _gets(self, query: SearchQuery, asked: dict[str, Any]) -> tuple[SearchRequest, ...]:
        if query.collections:
            asked["collections"] = ",".join(query.collections)
        if self.sort:
            asked["sortby"] = "-properties.datetime"
        boxes = [{"bbox": ",".join(f"{edge:.7f}" for edge in box)} for box in _boxes(query.aoi)] or [{}]
        return tuple(SearchRequest("GET", f"{self.search_url}?{urlencode({**asked, **box})}") for box in boxes)


def next_request(answer: Mapping[str, Any], asked: SearchRequest, dialect: Dialect = STAC) -> SearchRequest | None:
    """The request that the page's ``next`` link describes, None when there is none.

    Raises :class:`InvalidAnswer` when it leads nowhere: there is more, and it cannot be had.
    """
    return _following_page(answer, asked) if dialect.numbered else _linked_page(answer, asked)


def matched_by(answer: Mapping[str, Any]) -> int | None:
    """``numberMatched``, or ``context.matched`` of services that follow the former convention."""
    for said in (answer.get("numberMatched"), mapping(answer.get("context")).get("matched")):
        matched = number(said, least=0.0)
        if matched is not None:
            return int(matched)
    return None


def _following_page(answer: Mapping[str, Any], asked: SearchRequest) -> SearchRequest | None:
    """The next number, until an empty page or as many scenes as the service counts; where it does not count, until a
    page that is not full."""
    body = asked.content or {}
    here, matched = len(answer.get("features") or ()), matched_by(answer)
    size = int(number(mapping(answer.get("context")).get("limit"), 1.0, float(body["limit"])) or body["limit"])
    more = here >= size if matched is None else body["page"] * size < matched
    if not here or not more:
        return None
    return SearchRequest(asked.method, asked.url, json.dumps({**body, "page": body["page"] + 1}))


def _linked_page(answer: Mapping[str, Any], asked: SearchRequest) -> SearchRequest | None:
    links = answer.get("links")
    for link in map(mapping, links if isinstance(links, list) else []):
        if link.get("rel") != "next" or not isinstance(link.get("href"), str):
            continue
        url = web_address(link["href"], asked.url)
        if not url:
            raise InvalidAnswer(asked.url, "a next link that is no web address")
        url = same_scheme(url, asked.url)
        if str(link.get("method", "GET")).upper() != "POST":
            return SearchRequest("GET", url)
        body = mapping(link.get("body"))
        if link.get("merge") is True or not body:
            body = {**(asked.content or {}), **body}
        return SearchRequest("POST", url, json.dumps(body))
    return None


def same_scheme(url: str, asked: str) -> str:
    """A service behind a proxy may write its own links with http: stay with https on the same host."""
    there, here = urlsplit(url), urlsplit(asked)
    if there.scheme == "http" and here.scheme == "https" and there.hostname == here.hostname:
        return there._replace(scheme="https", netloc=here.netloc).geturl()
    return url


def _instant(moment: datetime | None) -> str:
    return ".." if moment is None else moment.isoformat().replace("+00:00", "Z")


def _millisecond(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _period(query: SearchQuery, first: str, last: str) -> dict[str, Any]:
    """In the words of the ``query`` extension: what overlaps the period."""
    asked: dict[str, Any] = {}
    if query.start is not None:
        asked[last] = {"gte": _millisecond(query.start)}
    if query.end is not None:
        asked[first] = {"lte": _millisecond(query.end)}
    return asked


def _bounds(query: SearchQuery) -> dict[str, float]:
    """By property."""
    asked = {known: getattr(query, name) for name, known in _PROPERTIES.items()}
    return {known: bound for known, bound in asked.items() if bound is not None}


def _at_most_or_unknown(name: str, bound: float) -> cql2.Test:
    value = {"property": name}
    return {"op": "or", "args": [{"op": "<=", "args": [value, bound]}, {"op": "isNull", "args": [value]}]}


def _outline(aoi: BaseGeometry) -> BaseGeometry:
    """The zone, or what surely holds it when it has too many vertices."""
    if shapely.get_num_coordinates(aoi) <= _VERTICES:
        return aoi
    hulls = shapely.union_all([part.convex_hull for part in shapely.get_parts(aoi)])
    if shapely.get_num_coordinates(hulls) <= _VERTICES:
        return hulls
    return shapely.union_all([shapely.box(*box) for box in _boxes(aoi)])


def _boxes(aoi: BaseGeometry | None) -> list[tuple[float, float, float, float]]:
    """The zone's bounds: two when it lies on both sides of the antimeridian."""
    if aoi is None:
        return []
    west, _, east, _ = aoi.bounds
    if west > -180.0 or east < 180.0:
        return [aoi.bounds]
    halves = (aoi.intersection(shapely.box(-180, -90, 0, 90)), aoi.intersection(shapely.box(0, -90, 180, 90)))
    return [half.bounds for half in halves if not half.is_empty]
