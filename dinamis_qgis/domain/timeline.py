# SPDX-License-Identifier: GPL-2.0-or-later
"""How many images there are in each month, or year, from the first to the last; UTC."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timezone

from .scene import Scene

MOST_MONTHS = 48  # bars narrower than this makes them could not be hit with a mouse


@dataclass(frozen=True)
class Span:
    """Days, both inclusive. What has no date is within any span: unknown is kept."""

    first: date
    last: date

    def holds(self, scene: Scene) -> bool:
        return scene.acquired is None or self.first <= scene.acquired.date() <= self.last

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The first and the last instant."""
        return (
            datetime.combine(self.first, time.min, timezone.utc),
            datetime.combine(self.last, time.max, timezone.utc),
        )


@dataclass(frozen=True)
class Bar:
    span: Span
    counts: Mapping[str, int] = field(default_factory=dict)  # by mission

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def is_year(self) -> bool:
        return self.span.first.month != self.span.last.month


class Timeline:
    """Counts scenes as they come."""

    def __init__(self) -> None:
        self._months: dict[int, Counter[str]] = {}  # by year × 12 + month - 1

    def add(self, scenes: Iterable[Scene]) -> None:
        for scene in scenes:
            if scene.acquired is not None:
                month = scene.acquired.year * 12 + scene.acquired.month - 1
                self._months.setdefault(month, Counter())[scene.mission] += 1

    def bars(self) -> tuple[Bar, ...]:
        """By month, by year when they would be too many; those without an image too."""
        if not self._months:
            return ()
        first, last = min(self._months), max(self._months)
        if last - first < MOST_MONTHS:
            return tuple(Bar(_month(month), self._months.get(month, {})) for month in range(first, last + 1))
        years: dict[int, Counter[str]] = {}
        for month, counts in self._months.items():
            years.setdefault(month // 12, Counter()).update(counts)
        return tuple(
            Bar(Span(date(year, 1, 1), date(year, 12, 31)), years.get(year, {}))
            for year in range(first // 12, last // 12 + 1)
        )


def _month(number: int) -> Span:
    year, month = number // 12, number % 12 + 1
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
