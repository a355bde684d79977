# SPDX-License-Identifier: GPL-2.0-or-later
"""What a set of scenes is chosen for, and within which limits. Unknown values are within every limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from ..scene import Scene

DAYS_WORTH_AN_IMAGE = 7.0
CLOUD_WORTH_AN_IMAGE = 0.5  # points of cloud cover, in %
_TIE = 0.004  # of an image, between the best and the worst scene when the fewest are asked

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]


class Aim(IntEnum):
    FEWEST = 0
    MOST_RECENT = 1
    CLEAREST = 2


@dataclass(frozen=True)
class Limits:
    """None is no limit. ``spread`` is between the oldest and the newest scene chosen."""

    spread: timedelta | None = None
    max_cloud: float | None = None  # %
    max_incidence: float | None = None  # degrees

    def keeps(self, scene: Scene) -> bool:
        clouds = self.max_cloud is None or scene.cloud_cover is None or scene.cloud_cover <= self.max_cloud
        incidence = self.max_incidence is None or scene.incidence is None or scene.incidence <= self.max_incidence
        return clouds and incidence


def ground_values(scenes: Sequence[Scene], aim: Aim) -> _Floats:
    """What the ground costs, in images, where a scene is the best one; unknown is as bad as the worst."""
    days = _days(scenes)
    ages = _worst_for_unknown(days[~np.isnan(days)].max() - days if not np.isnan(days).all() else days)
    clouds = _worst_for_unknown(np.array([scene.cloud_cover for scene in scenes], dtype=np.float64), at_least=100.0)
    if aim is Aim.MOST_RECENT:
        return ages / DAYS_WORTH_AN_IMAGE + clouds / 100.0 * _TIE
    older = ages / max(1.0, float(ages.max()))
    if aim is Aim.CLEAREST:
        return clouds / CLOUD_WORTH_AN_IMAGE + older * _TIE
    return clouds / 100.0 * _TIE + older * _TIE / 100.0


def _days(scenes: Sequence[Scene]) -> _Floats:
    """When they were acquired; NaN when unknown."""
    moments = [np.nan if scene.acquired is None else scene.acquired.timestamp() for scene in scenes]
    return np.array(moments, dtype=np.float64) / 86400.0


def _worst_for_unknown(values: _Floats, at_least: float = 0.0) -> _Floats:
    known = values[~np.isnan(values)]
    return np.where(np.isnan(values), max(at_least, float(known.max())) if len(known) else at_least, values)


def periods_of(scenes: Sequence[Scene], spread: timedelta) -> list[_Ints]:
    """For each period that no other contains, newest first: the scenes in it and those of unknown date."""
    days = _days(scenes)
    unknown = np.isnan(days)
    length, found, oldest_before = spread.total_seconds() / 86400.0, [], np.inf
    for end in np.unique(days[~unknown])[::-1]:
        inside = (days <= end) & (days >= end - length - 1e-6)
        oldest = float(days[inside].min())
        if oldest < oldest_before:
            found.append(np.flatnonzero(inside | unknown))
        oldest_before = oldest
    return found or [np.arange(len(days))]
