# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked of the catalogues, in our terms: a service's own words stay in its module."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shapely.geometry.base import BaseGeometry

from . import cql2_truth
from .cql2 import parse
from .scene import Scene

PERIOD, ZONE = "period", "aoi"  # criteria of more, or of another kind, than one plain value
_PLAIN = (
    "months", "max_cloud", "missions", "max_gsd", "spectral_mode", "level", "acquisition_mode", "max_incidence",
    "max_off_nadir", "min_coverage", "text", "cql2",
)  # fmt: skip


@dataclass(frozen=True)
class SearchQuery:
    """Every criterion is optional. A scene whose value is unknown is kept by a filter on it."""

    aoi: BaseGeometry | None = None  # polygon(s) in longitude/latitude, split at ±180°
    start: datetime | None = None  # aware, UTC, inclusive
    end: datetime | None = None  # aware, UTC, inclusive
    collections: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    max_cloud: float | None = None  # %
    months: tuple[int, ...] = ()  # 1 to 12, of any year, UTC
    max_incidence: float | None = None  # degrees, on the ground
    max_off_nadir: float | None = None  # degrees, at the satellite
    max_gsd: float | None = None  # m
    min_coverage: float | None = None  # % of the aoi
    level: str = ""
    spectral_mode: str = ""
    acquisition_mode: str = ""
    text: str = ""
    cql2: str = ""  # a filter on properties, as text; it alone drops what is unknown, as CQL2 has it
    limit: int = 1000  # most scenes kept, per catalogue

    @property
    def in_use(self) -> tuple[str, ...]:
        """The criteria that ask something: names of fields, and ``PERIOD`` for ``start`` and ``end``."""
        said = [ZONE] if self.aoi is not None else []
        said += [PERIOD] if self.start is not None or self.end is not None else []
        return (*said, *(name for name in _PLAIN if getattr(self, name) not in (None, "", ())))

    def keeps(self, scene: Scene) -> bool:
        """Whether a scene answers to all that this side can check without measuring (``min_coverage`` is checked where
        coverage is computed). Raises :class:`~.filter_errors.InvalidFilter`."""
        return (
            self._in_dates(scene)
            and self._in_months(scene)
            and _among(scene.mission, self.missions)
            and _at_most(scene.cloud_cover, self.max_cloud)
            and _at_most(scene.incidence, self.max_incidence)
            and _at_most(scene.off_nadir, self.max_off_nadir)
            and _at_most(scene.gsd, self.max_gsd)
            and _among(scene.level, (self.level,) if self.level else ())
            and _among(scene.spectral_mode, (self.spectral_mode,) if self.spectral_mode else ())
            and _among(scene.acquisition_mode, (self.acquisition_mode,) if self.acquisition_mode else ())
            and self._has_text(scene)
            and (not self.cql2 or cql2_truth.holds(parse(self.cql2), scene))
            and self._touches(scene)
        )

    def _in_dates(self, scene: Scene) -> bool:
        first, last = scene.acquired, scene.acquired_end or scene.acquired
        return (
            first is None
            or last is None
            or ((self.start is None or last >= self.start) and (self.end is None or first <= self.end))
        )

    def _in_months(self, scene: Scene) -> bool:
        """Of a period, any of its months."""
        first, last = scene.acquired, scene.acquired_end or scene.acquired
        if not self.months or first is None or last is None:
            return True
        span = (last.year - first.year) * 12 + last.month - first.month
        return any((first.month - 1 + step) % 12 + 1 in self.months for step in range(min(span, 11) + 1))

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
