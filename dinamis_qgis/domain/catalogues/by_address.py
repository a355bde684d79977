# SPDX-License-Identifier: GPL-2.0-or-later
"""A STAC root of which only the address is known: an API, or the first file of a static catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import requests

from ..query import SearchQuery
from ..scene import Scene
from ..web import ask_json
from . import Catalogue, Count, Feedback, Page
from .stac import StacCatalogue
from .static import StaticCatalogue, is_static

_ROOT_BYTES = 16 << 20


class StacByAddress:
    """Reads the root once to tell which; then it is that catalogue."""

    def __init__(
        self, root: str, session: requests.Session, catalogue_id: str = "", licence: str = "", credit: str = ""
    ) -> None:
        self.root = root.strip()
        self.id = catalogue_id or self.root
        self._session = session
        self._licence, self._credit = licence, credit
        self._catalogue: Catalogue | None = None

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        return self._opened(feedback).search(query, feedback)

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        return self._opened(feedback).count(query, feedback)

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        return self._opened(feedback).scene(collection, scene_id, self_url, feedback)

    def _opened(self, feedback: Feedback) -> Catalogue:
        if self._catalogue is None:
            landing = ask_json(self._session, "GET", self.root, feedback, _ROOT_BYTES)
            known = (self.root, self._session, self.id, self._licence, self._credit)
            if is_static(landing):
                self._catalogue = StaticCatalogue(*known)
            else:
                api = StacCatalogue(*known)
                api.learn(landing, feedback)
                self._catalogue = api
        return self._catalogue
