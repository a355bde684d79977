# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder of products as a catalogue: searched like any other, without network or account."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..domain.catalogues import Count, Feedback, Page
from ..domain.catalogues.items_file import pages_of
from ..domain.errors import NotFound
from ..domain.query import SearchQuery
from ..domain.scene import Scene
from .delivery import scan
from .product_scene import scene_of


def folder_id(folder: str) -> str:
    return Path(folder).absolute().as_posix()


class ProductFolder:
    """Its id is the folder's absolute path. What cannot be read in it is left out."""

    def __init__(self, folder: str, catalogue_id: str = "") -> None:
        self.folder = folder_id(folder)
        self.id = catalogue_id or self.folder
        self._scenes: list[Scene] | None = None

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        found = self._read(feedback)
        return pages_of([scene for scene in found if query.keeps(scene)], len(found), query.limit, feedback)

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
