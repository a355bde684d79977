# SPDX-License-Identifier: GPL-2.0-or-later
"""Tariffs: dated data that say where their figures come from and what is doubtful in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Optional, Union

from .errors import InvalidTariff, UnknownTariff

CATEGORIES = ("science", "public", "private", "foreign_science")
ACQUISITIONS = ("archive", "tasking")
PERIODS = ("year",)  # the calendar's
LIMITS = ("least_area_km2", "least_width_km", "most_corners", "most_parts")


@dataclass(frozen=True)
class Source:
    title: str
    author: str
    day: Optional[date]  # None: the source bears no date
    url: str = ""


@dataclass(frozen=True)
class Terms:
    """What a category of users gets: ``free`` km² or credits, then ``rates`` in EUR/km² by acquisition."""

    free: Decimal
    price: str = "unnamed"  # what the source calls the price: "cofunding", "institutional", "unnamed"
    rates: Mapping[str, Decimal] | None = None


@dataclass(frozen=True)
class Examined:
    """No figure: each request is examined by ``by``."""

    by: str
    source: Source


CategoryRow = Union["Terms", "Examined"]  # named: typing would keep the classes themselves after a reload


@dataclass(frozen=True)
class OtherRates:
    """Another way to read the source's table, where it is ambiguous: category -> acquisition -> EUR/km²."""

    why: str
    rates: Mapping[str, Mapping[str, Decimal]]


@dataclass(frozen=True)
class Block:
    """Credits are sold by the block."""

    credits: int
    eur: Decimal


@dataclass(frozen=True)
class Credits:
    """A sensor that is ordered by the credit."""

    km2: Decimal  # of one credit
    scene_width_km: Decimal
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Limit:
    """What an order's outline may be. ``verified``: said by the scheme itself, for orders of today."""

    kind: str  # one of LIMITS
    value: Decimal
    verified: bool
    source: Source
    acquisition: str = ""  # one of ACQUISITIONS; "": both


@dataclass(frozen=True)
class Sensor:
    id: str
    name: str
    short_name: str
    resolution_m: Decimal
    categories: Mapping[str, CategoryRow]
    credits: Optional[Credits] = None  # None: ordered by the km²
    other_rates: tuple[OtherRates, ...] = ()
    doubts: tuple[str, ...] = ()
    first_day: Optional[date] = None
    last_day: Optional[date] = None
    limits: tuple[Limit, ...] = ()

    def offered(self, day: date) -> bool:
        return (self.first_day or day) <= day <= (self.last_day or day)


@dataclass(frozen=True)
class Tariff:
    """Of ``quota_readings`` and ``price_readings`` the first is used in estimates, the others are shown beside it."""

    id: str
    first_day: date
    last_day: Optional[date]
    review_months: int
    source: Source
    quota_readings: tuple[str, ...]
    price_readings: tuple[str, ...]
    sensors: tuple[Sensor, ...]
    doubts: tuple[str, ...] = ()
    quota_period: str = ""  # one of PERIODS, over which the free quota runs; "": the source does not say

    def sensor(self, sensor_id: str) -> Sensor | None:
        return next((sensor for sensor in self.sensors if sensor.id == sensor_id), None)

    def in_force(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def outdated(self, day: date) -> bool:
        """Whether the figures should have been reviewed since, or are no longer in force."""
        return not self.in_force(day) or day >= _months_later(self.first_day, self.review_months)


@dataclass(frozen=True)
class TariffShelf:
    """The tariffs at hand, by id (the file's stem), and the files that were refused."""

    tariffs: Mapping[str, Tariff]
    refused: tuple[InvalidTariff, ...] = ()

    def named(self, tariff_id: str) -> Tariff:
        """Raises :class:`UnknownTariff`."""
        if tariff_id not in self.tariffs:
            raise UnknownTariff(tariff_id)
        return self.tariffs[tariff_id]

    def on(self, day: date) -> Tariff:
        """The newest one in force on ``day``; failing that the newest that has begun, then the next to begin (both are
        :meth:`~Tariff.outdated`). Raises :class:`UnknownTariff` when there is none at all."""
        if not self.tariffs:
            raise UnknownTariff("")
        return max(
            self.tariffs.values(),
            key=lambda tariff: (
                tariff.in_force(day),
                tariff.first_day <= day,
                tariff.first_day.toordinal() * (1 if tariff.first_day <= day else -1),
                tariff.id,
            ),
        )


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > date.max.year:
        return date.max
    return date(day.year + years, month + 1, min(day.day, 28))
