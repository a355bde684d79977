# SPDX-License-Identifier: GPL-2.0-or-later
"""A static STAC catalogue: files on a web server that lead to one another, crawled within bounds and filtered here.

Only links to the root's own scheme, host and port are followed, each once. A file of it that is missing or broken is
passed over and told at the end; what stops the connection stops the crawl.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import urldefrag, urlsplit
from weakref import WeakKeyDictionary

import requests

from ..errors import (
    AccessDenied,
    AuthenticationRequired,
    Cancelled,
    CrawlBounded,
    InvalidAnswer,
    NotFound,
    ServiceError,
    TooLarge,
    detach,
)
from ..query import SearchQuery
from ..scene import Scene
from ..web import JSON, announce_json, ask, ask_json, forget_announced, json_object
from . import Count, Feedback, Page
from .items import Origin, scene_from_item, scenes
from .stac_query import same_scheme
from .values import mapping, text, web_address

MOST_FILES = 2000
MOST_DEPTH = 8  # links away from the root
MOST_MB = 128  # of all files together
_FILE_BYTES = 16 << 20
_MOST_LINKS = 20_000  # that wait to be followed
_PAGE = 50  # files read between two pages of scenes
_AHEAD = 4  # files that are sent for while one is read
_FOLLOWED = ("child", "item", "items", "next")
_PASSED_OVER = (NotFound, InvalidAnswer, TooLarge, AccessDenied, AuthenticationRequired)
_remembered: WeakKeyDictionary[requests.Session, dict[tuple[str, str], tuple[Scene, ...]]] = WeakKeyDictionary()


def is_static(landing: Mapping[str, Any]) -> bool:
    """Whether a root is a file of a static catalogue: an API says what it conforms to, or where it is searched."""
    links = landing.get("links")
    said = {text(link.get("rel")) for link in map(mapping, links if isinstance(links, list) else [])}
    is_file = (
        landing.get("type") in ("Catalog", "Collection", "Feature", "FeatureCollection") or "stac_version" in landing
    )
    return bool(is_file and "conformsTo" not in landing and not said & {"search", "conformance", "data"})


class StaticCatalogue:
    """``root`` is the address of its first file. A complete crawl is remembered for the session."""

    def __init__(
        self, root: str, session: requests.Session, catalogue_id: str = "", licence: str = "", credit: str = ""
    ) -> None:
        self.root = root.strip()
        self.id = catalogue_id or self.root
        self._session = session
        self._licence, self._credit = licence, credit

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        """In the order of the files: a static catalogue does not sort."""
        kept = 0
        for found in self._crawled(feedback):
            wanted = [scene for scene in found if _asked(scene, query) and query.keeps(scene)]
            page = tuple(wanted[: query.limit - kept])
            kept += len(page)
            more = len(page) < len(wanted) or (self.root, self.id) not in self._known
            yield Page(page, more=more)
            if kept >= query.limit:
                return

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        """Of what a complete crawl found; without one, only that there may be more."""
        known = self._known.get((self.root, self.id))
        number = sum(_asked(scene, query) and query.keeps(scene) for scene in known or ())
        return Count(number, known is not None)

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        """Only an address of the catalogue's own place is followed: ``self_url`` may come from any layer's field."""
        if self_url and _place(self_url) == _place(self.root):
            answer = ask_json(self._session, "GET", self_url, feedback, _FILE_BYTES)
            found = [scene for scene in _scenes(answer, self._origin(self_url), self_url) if scene.id == scene_id]
            if not found:
                raise InvalidAnswer(self_url, "not the STAC item that was asked")
            return found[0]
        for page in self._crawled(feedback):
            for scene in page:
                if (scene.collection, scene.id) == (collection, scene_id):
                    return scene
        raise NotFound(self.root, scene_id, 404)

    @property
    def _known(self) -> dict[tuple[str, str], tuple[Scene, ...]]:
        return _remembered.setdefault(self._session, {})

    def _crawled(self, feedback: Feedback) -> Iterator[tuple[Scene, ...]]:
        """Scenes as they are found, none twice. Raises what was passed over, or :class:`CrawlBounded`, at the end."""
        known = self._known.get((self.root, self.id))
        if known is not None:
            yield known
            return
        crawl = _Crawl(self.root)
        found: dict[tuple[str, str, str], Scene] = {}
        fresh: list[Scene] = []
        try:
            for url, answer in crawl.files(self._session, feedback):
                for scene in _scenes(answer, self._origin(url), url):
                    if scene.key not in found:
                        found[scene.key] = scene
                        fresh.append(scene)
                if crawl.read % _PAGE == 0 or crawl.read == 1:
                    yield tuple(fresh)
                    fresh = []
            yield tuple(fresh)
        finally:
            forget_announced(self._session)
        if crawl.problem is not None:
            raise crawl.problem
        self._known[(self.root, self.id)] = tuple(found.values())

    def _origin(self, url: str) -> Origin:
        """Relative addresses are seen from where the file was read: its own ``self`` may name another server."""
        return Origin(self.id, lambda href, _base: web_address(href, url) or None, self._licence, self._credit)


class _Crawl:
    """Which files come next: breadth first, so that the bounds cut the deepest."""

    def __init__(self, root: str) -> None:
        self._root = urldefrag(root)[0]
        self._waiting = deque([(self._root, 0)])
        self._met = {self._root}
        self.read = 0  # files
        self._bytes = 0
        self.problem: ServiceError | None = None  # the first

    def files(self, session: requests.Session, feedback: Feedback) -> Iterator[tuple[str, Mapping[str, Any]]]:
        while self._waiting:
            if feedback.isCanceled():
                raise Cancelled()
            if self.read >= MOST_FILES:
                return self._note(CrawlBounded(self._root, "files", MOST_FILES))
            if self._bytes >= MOST_MB << 20:
                return self._note(CrawlBounded(self._root, "MB", MOST_MB))
            url, depth = self._waiting.popleft()
            self.read += 1
            for following, _depth in islice(self._waiting, _AHEAD):
                announce_json(session, "GET", following)
            try:
                content = ask(session, "GET", url, feedback, _FILE_BYTES, accept=JSON)
                self._bytes += len(content)
                answer = json_object(content, url)
            except ServiceError as error:
                if url == self._root:
                    raise
                if not isinstance(error, _PASSED_OVER):
                    self.problem = detach(error)
                    return
                self._note(detach(error))
                continue
            if url == self._root and not is_static(answer):
                raise InvalidAnswer(url, "not a static STAC catalogue")
            self._follow(answer, url, depth)
            yield url, answer

    def _follow(self, answer: Mapping[str, Any], url: str, depth: int) -> None:
        links = answer.get("links")
        for link in map(mapping, links if isinstance(links, list) else []):
            href = link.get("href")
            if link.get("rel") not in _FOLLOWED or not isinstance(href, str):
                continue
            target = urldefrag(same_scheme(web_address(href.strip(), url), url))[0]
            if not target or target in self._met or _place(target) != _place(self._root):
                continue
            below = depth if link.get("rel") == "next" else depth + 1
            if below > MOST_DEPTH:
                self._note(CrawlBounded(self._root, "links", MOST_DEPTH))
                return
            if len(self._waiting) >= _MOST_LINKS:
                return  # more than will ever be read: said when MOST_FILES is reached
            self._met.add(target)
            self._waiting.append((target, below))

    def _note(self, problem: ServiceError) -> None:
        self.problem = self.problem or problem


def _scenes(answer: Mapping[str, Any], origin: Origin, url: str) -> Iterator[Scene]:
    """Of a file that is an item, or a list of items. A lone item is found again where it was read."""
    if answer.get("type") == "FeatureCollection":
        yield from scenes(answer.get("features"), origin)
    elif answer.get("type") == "Feature":
        scene = scene_from_item(answer, origin)
        if scene is not None:
            yield replace(scene, self_url=url)


def _asked(scene: Scene, query: SearchQuery) -> bool:
    return not query.collections or scene.collection in query.collections


def _place(url: str) -> tuple[str, str | None, int | None]:
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
        return parts.scheme, parts.hostname, port
    except ValueError:
        return "", None, None
