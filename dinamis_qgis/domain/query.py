# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked of the catalogues, in our terms: a service's own words stay in its module."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shapely.geometry.base import BaseGeometry

from .scene import Scene


@dataclass(frozen=True)
class SearchQuery:
    """Every criterion is optional. A scene whose value is unknown is kept by a filter on it."""

    aoi: BaseGeometry | None = None  # polygon(s) in longitude/latitude, split at ±180°
    start: datetime | None = None  # aware, UTC, inclusive
    end: datetime | None = None  # aware, UTC, inclusive
    collections: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    max_cloud: float | None = None  # %
    max_incidence: float | None = None  # degrees
    max_gsd: float | None = None  # m
    min_coverage: float | None = None  # % of the aoi
    level: str = ""
    spectral_mode: str = ""
    acquisition_mode: str = ""
    text: str = ""
    limit: int = 1000  # most scenes kept, per catalogue

    def keeps(self, scene: Scene) -> bool:
        """Whether a scene answers to all that this side can check without measuring (``min_coverage`` is checked where
        coverage is computed)."""
        return (
            self._in_dates(scene)
            and _among(scene.mission, self.missions)
            and _at_most(scene.cloud_cover, self.max_cloud)
            and _at_most(scene.incidence, self.max_incidence)
            and _at_most(scene.gsd, self.max_gsd)
            and _among(scene.level, (self.level,) if self.level else ())
            and _among(scene.spectral_mode, (self.spectral_mode,) if self.spectral_mode else ())
            and _among(scene.acquisition_mode, (self.acquisition_mode,) if self.acquisition_mode else ())
            and self._has_text(scene)
            and self._touches(scene)
        )

    def _in_dates(self, scene: Scene) -> bool:
        first, last = scene.acquired, scene.acquired_end or scene.acquired
        return (
            first is None
            or last is None
            or ((self.start is None or last >= self.start) and (self.end is None or first <= self.end))
        )

    def _has_text(self, scene: Scene) -> bool:
        words = self.text.casefold().split()
        if not words:
            return True
        said = " ".join((scene.id, scene.title, scene.collection, scene.mission)).casefold()
        return all(word in said for word in words)

    def _touches(self, scene: Scene) -> bool:
        return self.aoi is None or scene.footprint is None or self.aoi.intersects(scene.footprint)


def _at_most(value: float | None, bound: float | None) -> bool:
    return value is None or bound is None or value <= bound


def _among(value: str, wanted: tuple[str, ...]) -> bool:
    return not value or not wanted or value.casefold() in {word.casefold() for word in wanted}
