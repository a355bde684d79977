# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether two catalogues speak of one image: one satellite, one instant, one ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from .scene import Scene

_APART = 2.0  # seconds: services round, or tell the start of the strip
_SHARE = 0.9  # of the asked scene's ground that the other one must have: a part of an image is not the image

Found = TypeVar("Found")


class SameImages(Generic[Found]):
    """What is known of images, asked by other scenes of them. A scene without satellite, date or place is like none."""

    def __init__(self) -> None:
        self._by_instant: dict[tuple[str, int], list[tuple[Scene, Found]]] = {}

    def add(self, scene: Scene, found: Found) -> None:
        if scene.mission and scene.acquired is not None and scene.footprint is not None:
            self._by_instant.setdefault(_instant(scene, 0), []).append((scene, found))

    def of(self, scene: Scene) -> Found | None:
        """Of an image that shows all of ``scene``."""
        return next((found for other, found in self._near(scene) if _shows(other, scene)), None)

    def shown_by(self, scene: Scene) -> bool:
        """Whether ``scene`` shows all of one of them."""
        return any(_shows(scene, other) for other, _found in self._near(scene))

    def _near(self, scene: Scene) -> Iterator[tuple[Scene, Found]]:
        if scene.mission and scene.acquired is not None and scene.footprint is not None:
            for step in (0, -1, 1):
                yield from self._by_instant.get(_instant(scene, step), ())


def _instant(scene: Scene, step: int) -> tuple[str, int]:
    moment = scene.acquired
    return (scene.mission, (int(moment.timestamp() // _APART) if moment is not None else 0) + step)


def _shows(image: Scene, asked: Scene) -> bool:
    if asked.acquired is None or image.acquired is None or asked.footprint is None or image.footprint is None:
        return False
    apart = abs((asked.acquired - image.acquired).total_seconds())
    may_be = not asked.level or not image.level or asked.level == image.level
    if apart > _APART or not may_be or not _has_bands(image.spectral_mode, asked.spectral_mode):
        return False
    ground: float = asked.footprint.area
    shared: float = asked.footprint.intersection(image.footprint).area
    return ground > 0 and shared >= _SHARE * ground


def _has_bands(mode: str, asked: str) -> bool:
    """``P+MS`` has those of ``P`` and of ``MS``, and not the other way round. Unknown may be any."""
    return not mode or not asked or set(asked.replace(" ", "").split("+")) <= set(mode.replace(" ", "").split("+"))
