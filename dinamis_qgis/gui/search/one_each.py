# SPDX-License-Identifier: GPL-2.0-or-later
"""An image that a catalogue and the library both have is one row: whichever came first stays, and it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...core.library_rows import CATALOGUE
from ...domain.same_image import SameImages
from ...domain.scene import Scene

Measured = tuple[Scene, "float | None"]


class OneEach:
    """``on_disk``: whether the files of a scene of the library are there; one of an absent disk replaces nothing."""

    def __init__(self, on_disk: Callable[[Scene], bool]) -> None:
        self._on_disk = on_disk
        self.start()

    def start(self) -> None:
        """A new search."""
        self._ours: SameImages[Scene] = SameImages()
        self._theirs: SameImages[Scene] = SameImages()

    def of(self, given: Iterable[Measured]) -> list[Measured]:
        return [(scene, coverage) for scene, coverage in given if not self._is_there(scene)]

    def _is_there(self, scene: Scene) -> bool:
        if scene.catalogue != CATALOGUE:
            self._theirs.add(scene, scene)
            return self._ours.of(scene) is not None
        if not self._on_disk(scene):
            return False
        self._ours.add(scene, scene)
        return self._theirs.shown_by(scene)
