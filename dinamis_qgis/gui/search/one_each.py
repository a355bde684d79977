# SPDX-License-Identifier: GPL-2.0-or-later
"""An image that a catalogue and the library both have is one row: whichever came first stays, and it is on disk. So is
an item of a store that has two doors (the façades of Montpellier)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from ...core.library_rows import CATALOGUE
from ...domain.same_image import SameImages
from ...domain.scene import Scene

Measured = tuple[Scene, "float | None"]


class OneEach:
    """``on_disk``: whether the files of a scene of the library are there; one of an absent disk replaces nothing."""

    def __init__(self, on_disk: Callable[[Scene], bool]) -> None:
        self._on_disk = on_disk
        self.start()

    def start(self, stores: Mapping[str, str] = MappingProxyType({})) -> None:
        """A new search. ``stores``: of catalogues that are a door of one, by their id."""
        self._stores = stores
        self._items: dict[tuple[str, str, str], str] = {}  # and the door it came by
        self._ours: SameImages[Scene] = SameImages()
        self._theirs: SameImages[Scene] = SameImages()

    def of(self, given: Iterable[Measured]) -> list[Measured]:
        return [
            (scene, coverage)
            for scene, coverage in given
            if not (self._came_by_another_door(scene) or self._is_there(scene))
        ]

    def _came_by_another_door(self, scene: Scene) -> bool:
        store = self._stores.get(scene.catalogue)
        item = (store or "", scene.collection, scene.id)
        return bool(store) and self._items.setdefault(item, scene.catalogue) != scene.catalogue

    def _is_there(self, scene: Scene) -> bool:
        if scene.catalogue != CATALOGUE:
            self._theirs.add(scene, scene)
            return self._ours.of(scene) is not None
        if not self._on_disk(scene):
            return False
        self._ours.add(scene, scene)
        return self._theirs.shown_by(scene)
