# SPDX-License-Identifier: GPL-2.0-or-later
"""The orders in which images are listed. What is unknown comes last in each; equals come newest first."""

from __future__ import annotations

from .scene import Scene

NEWEST, OLDEST, CLEAREST, STEEPEST, COVERING = "newest", "oldest", "clearest", "steepest", "covering"
ORDERS = (NEWEST, OLDEST, CLEAREST, STEEPEST, COVERING)
Place = tuple[bool, float, bool, float]


def place(order: str, scene: Scene, coverage: float | None) -> Place:
    """What sorts scenes in that order; ``coverage`` of the zone is in %."""
    instant = None if scene.acquired is None else scene.acquired.timestamp()
    if order in (NEWEST, OLDEST):
        value = _negative(instant) if order == NEWEST else instant
    elif order == COVERING:
        value = _negative(coverage)
    else:
        value = scene.cloud_cover if order == CLEAREST else scene.incidence
    return (value is None, value or 0.0, instant is None, _negative(instant) or 0.0)


def _negative(value: float | None) -> float | None:
    return None if value is None else -value
