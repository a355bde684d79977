# SPDX-License-Identifier: GPL-2.0-or-later
"""A STAC ItemCollection in a file: a catalogue that needs neither network nor account.

Paths in it are relative to the file and stay within its folder: a file received by mail must not make the plugin read
elsewhere on the disk. http(s) addresses are allowed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from .. import big_json
from ..errors import Cancelled, InvalidCatalogueFile, NotFound
from ..query import SearchQuery
from ..scene import Scene
from . import Count, Feedback, Page
from .items import Origin, scenes
from .values import web_address

_PAGE = 100
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # two letters at the least: C: is a drive


class ItemsFile:
    """``catalogue_id`` defaults to the file's absolute path."""

    def __init__(self, path: Path, catalogue_id: str = "", licence: str = "", credit: str = "") -> None:
        self.path = path.resolve()
        self.id = catalogue_id or str(self.path)
        self._origin = Origin(self.id, self._locate, licence, credit)
        self._scenes: list[Scene] | None = None

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        found = self._read(feedback)
        kept = [scene for scene in found if _asked(scene, query) and query.keeps(scene)]
        return pages_of(kept, len(found), query.limit, feedback)

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        return Count(sum(_asked(scene, query) and query.keeps(scene) for scene in self._read(feedback)), True)

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        for scene in self._read(feedback):
            if scene.id == scene_id and scene.collection == collection:
                return scene
        raise NotFound(str(self.path), scene_id)

    def _read(self, feedback: Feedback) -> list[Scene]:
        if self._scenes is None:
            found: list[Scene] = []

            def take(item: object) -> None:
                if feedback.isCanceled():
                    raise Cancelled()
                found.extend(scenes([item], self._origin))

            content = self._content(take)
            kind = content.get("type") if isinstance(content, Mapping) else None
            if kind == "Feature":
                take(content)
            elif kind != "FeatureCollection" or not isinstance(content.get("features"), list):
                raise InvalidCatalogueFile(str(self.path), "not a STAC ItemCollection", "features")
            self._scenes = found
        return self._scenes

    def _content(self, take: Callable[[object], None]) -> Any:
        """What stands in the file but its features, which are given to ``take`` one by one."""
        try:
            return big_json.read(self.path.read_bytes(), take)
        except OSError as error:
            raise InvalidCatalogueFile(str(self.path), error.strerror or str(error)) from error
        except ValueError as error:
            raise InvalidCatalogueFile(str(self.path), f"not JSON: {error}") from error

    def _locate(self, href: str, _base: str) -> str | None:
        if _SCHEME.match(href):
            return web_address(href, "") or None
        try:
            place = (self.path.parent / unquote(href)).resolve()
            inside = place.relative_to(self.path.parent)
        except (ValueError, OSError, RuntimeError):
            return None
        return str(place) if inside.parts else None


def pages_of(kept: list[Scene], of: int, limit: int, feedback: Feedback) -> Iterator[Page]:
    """Newest first, at most ``limit``. ``of`` is how many scenes there were before the query's filters."""
    newest = sorted(kept, key=lambda scene: scene.acquired.timestamp() if scene.acquired else -math.inf, reverse=True)
    for start in range(0, min(limit, len(newest)), _PAGE):
        if feedback.isCanceled():
            raise Cancelled()
        until = min(start + _PAGE, limit)
        matched = len(kept) if len(kept) == of else None
        yield Page(tuple(newest[start:until]), matched, more=until < len(newest), newest_first=True)


def _asked(scene: Scene, query: SearchQuery) -> bool:
    return not query.collections or scene.collection in query.collections
