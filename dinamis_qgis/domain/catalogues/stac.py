# SPDX-License-Identifier: GPL-2.0-or-later
"""A STAC API (https://github.com/radiantearth/stac-api-spec): item search, page by page.

A criterion is sent only where a scene of unknown value survives it (CQL2: ``… OR … IS NULL``); the others are checked
here, and then ``matched`` is None. Dates are sent as they are: the specification makes every item carry an instant or a
period, and a period matches where it overlaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit
from weakref import WeakKeyDictionary

import requests

from ..errors import HttpError, InvalidAnswer, NotFound, PagingLoop
from ..query import SearchQuery
from ..scene import Scene
from ..web import announce_json, ask_json, forget_announced
from . import Count, Feedback, Page
from .dialects import STAC, Dialect
from .items import Origin, scene_from_item, scenes
from .stac_query import CQL2_JSON, Abilities, SearchRequest, matched_by, next_request
from .values import mapping, web_address

PAGE = 250  # scenes asked at once: the first rows come soon, and 1 000 scenes pay the latency four times
SMALLER_PAGES = (100, 20)  # asked of a service that refuses more
COUNTED = 100  # scenes read to count, where the service does not say
_EMPTY_PAGES = 20  # pages without a scene that are followed in a row
_PAGE_BYTES = 32 << 20
_MOST_ITEMS = 20_000  # of a page: no service gives more than 10 000
_remembered: WeakKeyDictionary[requests.Session, dict[str, Abilities]] = WeakKeyDictionary()


class StacCatalogue:
    """``root`` is the API's landing page. ``catalogue_id`` defaults to it."""

    def __init__(
        self,
        root: str,
        session: requests.Session,
        catalogue_id: str = "",
        licence: str = "",
        credit: str = "",
        dialect: Dialect = STAC,
    ) -> None:
        self.root = root.strip()
        self.id = catalogue_id or self.root
        self._session = session
        self._licence, self._credit, self._dialect = licence, credit, dialect

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        try:
            self._announce_first(query)
            yield from self._search(query, feedback)
        finally:
            forget_announced(self._session)

    def _search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        size = _first_size(query, self._abilities(feedback))
        abilities, asked, starts, opening = self._opened(query, size, feedback)
        by_service = abilities.applied(asked)
        here = replace(query, cql2="") if "cql2" in by_service else query
        newest_first = abilities.sort and len(starts) == 1
        first: dict[str, Any] | None = opening
        forget_announced(self._session)  # a guess that was not right
        filtered = by_service != frozenset(query.in_use)
        enough = None if filtered else query.limit
        kept, matched = 0, None
        seen: set[tuple[str, str, str]] = set()
        for start in starts:
            for answer, url, following in self._follow(start, first, enough, feedback):
                read = list(scenes(answer["features"], self._origin(url)))
                if answer["features"] and not read:
                    raise InvalidAnswer(url, "none of its items can be read")
                found = [scene for scene in read if scene.key not in seen]
                seen.update(scene.key for scene in found)
                wanted = [scene for scene in found if here.keeps(scene)]
                filtered = filtered or len(wanted) < len(found)
                page = tuple(wanted[: query.limit - kept])
                kept += len(page)
                said = matched_by(answer)
                matched = matched if said is None else said  # some say it on the first page only
                more = following or start is not starts[-1] or len(page) < len(wanted)
                yield Page(page, None if filtered else matched, more, by_service, newest_first)
                if kept >= query.limit:
                    return
            first = None

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        size = min(COUNTED, self._dialect.largest_page or COUNTED)
        abilities, asked, starts, answer = self._opened(query, size, feedback)
        by_service = abilities.applied(asked)
        matched = matched_by(answer) if by_service == frozenset(query.in_use) else None
        if matched is not None:
            return Count(matched, True)
        here = replace(query, cql2="") if "cql2" in by_service else query
        kept = sum(here.keeps(scene) for scene in scenes(answer["features"], self._origin(self.root)))
        return Count(kept, len(starts) == 1 and self._following(answer, starts[0]) is None)

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        """Only an address on the service's own host is followed: ``self_url`` may come from any layer's field."""
        url = web_address(self_url, "")
        if not url or urlsplit(url).hostname != urlsplit(self.root).hostname:
            url = f"{self.root.rstrip('/')}/collections/{quote(collection, safe='')}/items/{quote(scene_id, safe=':')}"
        found = scene_from_item(ask_json(self._session, "GET", url, feedback, _PAGE_BYTES), self._origin(url))
        if found is None:
            raise InvalidAnswer(url, "not a STAC item")
        return found

    @property
    def abilities(self) -> Abilities | None:
        """What the service was seen to do in this session; None before it was asked."""
        return _remembered.get(self._session, {}).get(self.root)

    def _abilities(self, feedback: Feedback) -> Abilities:
        """From the dialect, or from the landing page, read once a session."""
        known = _remembered.setdefault(self._session, {})
        if self.root not in known:
            if self._dialect.fixed:
                known[self.root] = Abilities.fixed(self._dialect, self.root)
            else:
                self.learn(ask_json(self._session, "GET", self.root, feedback, _PAGE_BYTES), feedback)
        return known[self.root]

    def learn(self, landing: Mapping[str, Any], feedback: Feedback) -> None:
        """What the service can do, by its landing page, for this session."""
        if not isinstance(landing.get("links"), list):
            raise InvalidAnswer(self.root, "not the landing page of a STAC API")
        if "conformsTo" not in landing:
            landing = {**landing, "conformsTo": self._conformance(feedback)}
        _remembered.setdefault(self._session, {})[self.root] = Abilities.from_landing(landing, self.root, self._dialect)

    def _conformance(self, feedback: Feedback) -> object:
        """Where older services say it."""
        try:
            url = f"{self.root.rstrip('/')}/conformance"
            return ask_json(self._session, "GET", url, feedback, _PAGE_BYTES).get("conformsTo")
        except NotFound:
            return []

    def _opened(
        self, query: SearchQuery, size: int, feedback: Feedback
    ) -> tuple[Abilities, SearchQuery, tuple[SearchRequest, ...], dict[str, Any]]:
        """The first page, asked in fewer words where the service refuses what it said it could do; and the query as it
        was asked, without the expert's filter if it was that."""
        abilities = self._abilities(feedback)
        while True:
            starts = abilities.requests(query, size)
            try:
                answer = self._page(starts[0], feedback)
            except HttpError as error:
                smaller = [page for page in SMALLER_PAGES if page < size]
                if error.status in (404, 405, 501) and abilities.post and not self._dialect.fixed:
                    abilities = replace(abilities, post=False)
                elif error.status in (400, 422) and "cql2" in abilities.applied(query):
                    query = replace(query, cql2="")
                elif error.status in (400, 422) and abilities.filters:
                    abilities = abilities.without_filters()
                elif error.status in (400, 413, 422) and smaller:
                    size = smaller[0]
                else:
                    raise
                continue
            _remembered.setdefault(self._session, {})[self.root] = abilities
            return abilities, query, starts, answer

    def _follow(
        self, start: SearchRequest, first: dict[str, Any] | None, enough: int | None, feedback: Feedback
    ) -> Iterator[tuple[dict[str, Any], str, bool]]:
        """Pages with their addresses and whether one follows, until there is none; after ``enough`` scenes it is not
        sent for ahead."""
        request: SearchRequest | None = start
        asked: set[SearchRequest] = set()
        seen: set[tuple[str, str]] = set()
        empty = 0
        while request is not None:
            if request in asked:
                raise PagingLoop(request.url)
            asked.add(request)
            answer = first if first is not None else self._page(request, feedback)
            first = None
            here = {(str(item.get("collection")), str(item.get("id"))) for item in map(mapping, answer["features"])}
            empty = 0 if here else empty + 1
            if empty > _EMPTY_PAGES:
                raise InvalidAnswer(request.url, f"{empty} empty pages in a row")
            if here and here <= seen:
                raise PagingLoop(request.url, "the same scenes again")
            seen |= here
            problem: InvalidAnswer | None = None
            following: SearchRequest | None = None
            try:
                following = self._following(answer, request)
            except InvalidAnswer as error:  # told after this page was given
                problem = error
            if following is not None and (enough is None or len(seen) < enough):
                announce_json(self._session, following.method, following.url, following.content)
            yield answer, request.url, following is not None or problem is not None
            if problem is not None:
                raise problem
            request = following

    def _following(self, answer: dict[str, Any], request: SearchRequest) -> SearchRequest | None:
        return next_request(answer, request, self._dialect)

    def _announce_first(self, query: SearchQuery) -> None:
        """At the first search of a session the landing page and what is likely to be the first request go together:
        most services can do all that we ask for. The landing page decides whether that answer is used."""
        if self._dialect.fixed or self.root in _remembered.get(self._session, {}):
            return
        likely = Abilities(f"{self.root.rstrip('/')}/search", post=True, sort=True, filter_langs=(CQL2_JSON,))
        start = likely.requests(query, _first_size(query, likely))[0]
        announce_json(self._session, "GET", self.root)
        announce_json(self._session, start.method, start.url, start.content)

    def _page(self, request: SearchRequest, feedback: Feedback) -> dict[str, Any]:
        answer = ask_json(self._session, request.method, request.url, feedback, _PAGE_BYTES, request.content)
        if not isinstance(answer.get("features"), list):
            raise InvalidAnswer(request.url, "no list of features")
        if len(answer["features"]) > _MOST_ITEMS:
            raise InvalidAnswer(request.url, f"{len(answer['features'])} items at once")
        return answer

    def _origin(self, page_url: str) -> Origin:
        def locate(href: str, base: str) -> str | None:
            return web_address(href, base or page_url) or None

        dialect = self._dialect
        return Origin(self.id, locate, self._licence, self._credit, dialect.own_licences, dialect.picture_query)


def _first_size(query: SearchQuery, abilities: Abilities) -> int:
    most = abilities.dialect.largest_page or PAGE
    return min(most, max(query.limit, 1)) if abilities.applies(query) else most
