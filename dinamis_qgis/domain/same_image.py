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
        return next((found for _scene, found in self._like(scene)), None)

    def _like(self, scene: Scene) -> Iterator[tuple[Scene, Found]]:
        if not scene.mission or scene.acquired is None or scene.footprint is None:
            return
        for step in (0, -1, 1):
            for other, found in self._by_instant.get(_instant(scene, step), ()):
                if _same(scene, other):
                    yield other, found


def _instant(scene: Scene, step: int) -> tuple[str, int]:
    moment = scene.acquired
    return (scene.mission, (int(moment.timestamp() // _APART) if moment is not None else 0) + step)


def _same(asked: Scene, other: Scene) -> bool:
    if asked.acquired is None or other.acquired is None or asked.footprint is None or other.footprint is None:
        return False
    apart = abs((asked.acquired - other.acquired).total_seconds())
    if apart > _APART or not _may_be(asked.level, other.level) or not _shows(asked.spectral_mode, other.spectral_mode):
        return False
    ground: float = asked.footprint.area
    shared: float = asked.footprint.intersection(other.footprint).area
    return ground > 0 and shared >= _SHARE * ground


def _may_be(one: str, other: str) -> bool:
    return not one or not other or one == other


def _shows(asked: str, other: str) -> bool:
    """``P+MS`` on disk shows what ``P`` or ``MS`` alone does, and not the other way round."""
    halves = {part.strip() for part in other.split("+")}
    return not asked or not other or {part.strip() for part in asked.split("+")} <= halves
