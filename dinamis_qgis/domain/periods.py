# SPDX-License-Identifier: GPL-2.0-or-later
"""When: the presets of the search form as days, in UTC. ``today`` is always given by the caller (a UTC day)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timezone

ALL, LAST_12_MONTHS, THIS_YEAR, SUMMER, AFTER, BETWEEN, YEARS = (
    "all", "last_12_months", "this_year", "summer", "after", "between", "years",
)  # fmt: skip
KINDS = (ALL, LAST_12_MONTHS, THIS_YEAR, SUMMER, AFTER, BETWEEN, YEARS)
FIRST_YEAR = 2012  # Pléiades 1A and SPOT 6 began to serve


@dataclass(frozen=True)
class Period:
    """``year`` for a summer; ``first`` and ``last`` for days (after, between), inclusive; ``year`` and ``last_year``
    for years. What a kind does not use stays None."""

    kind: str = ALL
    year: int | None = None
    first: date | None = None
    last: date | None = None
    last_year: int | None = None

    def days(self, today: date, southern: bool = False) -> tuple[date | None, date | None]:
        """First and last day, inclusive; None where the period is open."""
        if self.kind == LAST_12_MONTHS:
            return _a_year_before(today), today
        if self.kind == THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        if self.kind == SUMMER and self.year is not None:
            return summer(self.year, southern)
        if self.kind == AFTER:
            return self.first, None
        if self.kind == BETWEEN:
            return _in_order(self.first, self.last)
        if self.kind == YEARS and self.year is not None:
            years = sorted((self.year, self.last_year or self.year))
            return date(years[0], 1, 1), date(years[1], 12, 31)
        return None, None

    def bounds(self, today: date, southern: bool = False) -> tuple[datetime | None, datetime | None]:
        """The same as instants: from the first day's midnight to the last microsecond of the last day, UTC."""
        first, last = self.days(today, southern)
        start = datetime.combine(first, time.min, timezone.utc) if first else None
        end = datetime.combine(last, time.max, timezone.utc) if last else None
        return start, end


def summer(year: int, southern: bool) -> tuple[date, date]:
    """1 June – 30 September; south of the equator 1 December – 31 March, named by the year in which it ends."""
    if southern:
        return date(year - 1, 12, 1), date(year, 3, 31)
    return date(year, 6, 1), date(year, 9, 30)


def summers(today: date, southern: bool) -> tuple[int, ...]:
    """The summers that have begun, the latest first."""
    latest = today.year + 1
    while summer(latest, southern)[0] > today:
        latest -= 1
    return tuple(range(latest, FIRST_YEAR - 1, -1))


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _in_order(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    return (last, first) if first and last and last < first else (first, last)


def utc_today() -> date:
    return datetime.now(timezone.utc).date()


def is_southern(bounds: tuple[float, float, float, float]) -> bool:
    """Whether the middle of (west, south, east, north), in degrees, lies south of the equator."""
    return (bounds[1] + bounds[3]) / 2 < 0
