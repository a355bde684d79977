# SPDX-License-Identifier: GPL-2.0-or-later
"""The library as a catalogue: searched with every search, without network, whether its disks are there or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..domain.catalogues import Count, Feedback, Page
from ..domain.catalogues.items_file import pages_of
from ..domain.errors import NotFound
from ..domain.query import SearchQuery
from ..domain.scene import Scene
from .library_file import LibraryFile
from .library_rows import document_of, scenes
from .product_json import product_from_json
from .product_scene import pictures


class LibraryCatalogue:
    """A bundle is one scene, and an image of which there are copies too."""

    def __init__(self, file: LibraryFile, catalogue_id: str) -> None:
        self.id = catalogue_id
        self._file = file

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        kept, of = self._kept(query)
        for page in pages_of(kept, of, query.limit, feedback):
            yield replace(page, scenes=tuple(map(self._pictured, page.scenes)))

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        return Count(len(self._kept(query)[0]), True)

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        found = [scene for scene in self._kept(SearchQuery())[0] if scene.id == scene_id]
        found = [scene for scene in found if scene.self_url == self_url] or found
        if not found:
            raise NotFound(self.id, scene_id)
        return self._pictured(found[0])

    def _kept(self, query: SearchQuery) -> tuple[list[Scene], int]:
        with self._file.reading() as database:
            held = list(scenes(database)) if database is not None else []
        asked = [scene for scene in held if not query.collections or scene.collection in query.collections]
        return [scene for scene in asked if query.keeps(scene)], len(held)

    def _pictured(self, scene: Scene) -> Scene:
        """With its quicklook, and how that lies on the ground."""
        with self._file.reading() as database:
            document = document_of(database, scene.self_url) if database is not None else ""
        try:
            return replace(scene, assets=pictures(product_from_json(document))) if document else scene
        except (ValueError, TypeError, LookupError):  # of another version
            return scene
