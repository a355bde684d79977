# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder of products as a catalogue: searched like any other, without network or account."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from ..domain.catalogues import Count, Feedback, Page
from ..domain.errors import Cancelled, NotFound
from ..domain.query import SearchQuery
from ..domain.scene import Scene
from .delivery import scan
from .product_scene import scene_of

_PAGE = 100


def folder_id(folder: str) -> str:
    return Path(folder).absolute().as_posix()


class ProductFolder:
    """Its id is the folder's absolute path. What cannot be read in it is left out."""

    def __init__(self, folder: str, catalogue_id: str = "") -> None:
        self.folder = folder_id(folder)
        self.id = catalogue_id or self.folder
        self._scenes: list[Scene] | None = None

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        kept = [scene for scene in self._read(feedback) if query.keeps(scene)]
        kept.sort(key=lambda scene: scene.acquired.timestamp() if scene.acquired else -math.inf, reverse=True)
        matched = len(kept)
        for start in range(0, min(matched, query.limit), _PAGE):
            if feedback.isCanceled():
                raise Cancelled()
            yield Page(tuple(kept[start : min(start + _PAGE, query.limit)]), matched)

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        return Count(sum(map(query.keeps, self._read(feedback))), True)

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        found = [scene for scene in self._read(feedback) if scene.id == scene_id]
        for scene in found:
            if scene.self_url == self_url or not self_url:
                return scene
        if found:
            return found[0]
        raise NotFound(self.folder, scene_id)

    def _read(self, feedback: Feedback) -> list[Scene]:
        if self._scenes is None:
            delivery = scan(self.folder, feedback)
            self._scenes = [scene_of(image, self.id) for image in (*delivery.products, *delivery.rasters)]
        return self._scenes
