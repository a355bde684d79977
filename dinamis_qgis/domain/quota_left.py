# SPDX-License-Identifier: GPL-2.0-or-later
"""What is left of the free quota, where the tariff says over which period it runs; it is no figure elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from .register import asked_on, ordered_km2
from .request import ImageryRequest
from .tariffs import CATEGORIES, Sensor, Tariff, Terms


@dataclass(frozen=True)
class Left:
    """km², or credits for a sensor that is ordered by the credit."""

    category: str
    sensor: Sensor
    free: Decimal
    taken: Decimal

    @property
    def amount(self) -> Decimal:
        return max(Decimal(0), self.free - self.taken)


def left(tariff: Tariff, requests: Iterable[ImageryRequest], year: int) -> tuple[Left, ...]:
    """By what was asked in the year and not refused, for the categories of users that asked."""
    if tariff.quota_period != "year":
        return ()
    taken: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for request in requests:
        day, sensor = asked_on(request), tariff.sensor(request.sensor)
        if day is not None and day.year == year and sensor is not None and request.state != "refused":
            taken[request.category, sensor.id] += _drawn(request, sensor)
    return tuple(
        Left(category, sensor, terms.free, taken[category, sensor.id])
        for category in CATEGORIES
        for sensor in tariff.sensors
        for terms in [sensor.categories[category]]
        if isinstance(terms, Terms) and terms.free and any(one == category for one, _ in list(taken))
    )


def _drawn(request: ImageryRequest, sensor: Sensor) -> Decimal:
    km2 = Decimal(repr(float(ordered_km2(request))))
    if sensor.credits is None:
        return km2
    known = request.estimate.credits if request.estimate is not None else None
    return Decimal(known) if known is not None else (km2 / sensor.credits.km2).to_integral_value(ROUND_CEILING)
