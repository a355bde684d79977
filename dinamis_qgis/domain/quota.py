# SPDX-License-Identifier: GPL-2.0-or-later
"""What an order would cost under a tariff, with every step and every other reading of the tariff told.

Amounts are :class:`~decimal.Decimal`. Areas are rounded to 1 m² when they come in, amounts to the cent, halves up.
No text for a person here: a :class:`Line` is a code with its figures, and ``core/estimate_words.py`` says it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Optional, Union

from .tariffs import Credits, Examined, Sensor, Source, Tariff, Terms

_M2, _CENT, _ZERO = Decimal("1e-6"), Decimal("0.01"), Decimal(0)


@dataclass(frozen=True)
class Order:
    """``order_km2`` is what remains of ``aoi_km2`` once the part that is already covered is left out.

    ``already_used``: km², or credits for a sensor ordered by the credit, that the person has already drawn from the
    free quota. It counts only in the ``cumulative`` reading of the quota; ``quota_reading`` "" is the tariff's first.
    """

    sensor: str
    category: str  # one of tariffs.CATEGORIES
    acquisition: str  # one of tariffs.ACQUISITIONS
    aoi_km2: float
    order_km2: float
    already_used: float = 0.0
    quota_reading: str = ""


@dataclass(frozen=True)
class Line:
    """A rule of the computation, another reading of the tariff, or a doubt. ``source`` is None for what is computed."""

    code: str
    facts: Mapping[str, Union[Decimal, str]] = field(default_factory=dict)
    source: Optional[Source] = None


@dataclass(frozen=True)
class Estimate:
    """Figures are None where the tariff gives none (a request that is examined).

    For a sensor ordered by the credit, ``credits`` and ``cost_eur`` are least numbers: its scenes have a fixed width.
    """

    tariff: Tariff
    sensor: Sensor
    order: Order
    aoi_km2: Decimal
    covered_km2: Decimal
    order_km2: Decimal
    quota_km2: Optional[Decimal] = None
    billable_km2: Optional[Decimal] = None
    quota_credits: Optional[Decimal] = None
    credits: Optional[int] = None
    billable_credits: Optional[int] = None
    cost_eur: Optional[Decimal] = None
    lines: tuple[Line, ...] = ()
    readings: tuple[Line, ...] = ()
    doubts: tuple[Line, ...] = ()

    @property
    def within_km2(self) -> Decimal | None:
        return None if self.billable_km2 is None else self.order_km2 - self.billable_km2


def estimate(tariff: Tariff, order: Order) -> Estimate:
    """Raises KeyError for a sensor that the tariff does not hold: offer only what it holds."""
    sensor = tariff.sensor(order.sensor)
    if sensor is None:
        raise KeyError(order.sensor)
    aoi = _exact(order.aoi_km2)
    ordered = min(aoi, _exact(order.order_km2))
    covered = aoi - ordered
    lines = [Line("area", {"km2": aoi})]
    if covered:
        lines += [Line("covered", {"km2": covered}), Line("order", {"km2": ordered})]
    doubts = tuple(Line("doubt_" + code) for code in tariff.doubts + sensor.doubts)
    blank = Estimate(tariff, sensor, order, aoi, covered, ordered, lines=tuple(lines))
    terms = sensor.categories[order.category]
    if isinstance(terms, Examined):
        return replace(blank, lines=(*lines, Line("examined", {"by": terms.by}, terms.source)))
    filled = _by_credit(blank, terms, sensor.credits) if sensor.credits else _by_area(blank, terms)
    return replace(filled, lines=(*lines, *filled.lines), doubts=doubts)


def cheapest_blocks(credits: Credits, needed: int) -> tuple[int, ...]:
    """How many of each block bring at least ``needed`` credits for the least money.

    Exact (dynamic programming over the number of credits). At the same price: more credits, then fewer blocks.
    """
    blocks = credits.blocks
    counts = [0] * len(blocks)
    thrifty = min(range(len(blocks)), key=lambda i: (blocks[i].eur / blocks[i].credits, -blocks[i].credits))
    # Any `thrifty.credits` other blocks hold some whose credits are a multiple of it, which it replaces at no more
    # cost: so all but the last few are thrifty ones, and a zone as large as the Earth takes no time either.
    few = blocks[thrifty].credits * max(block.credits for block in blocks)
    if needed > few:
        counts[thrifty] = (needed - few) // blocks[thrifty].credits
        needed -= counts[thrifty] * blocks[thrifty].credits
    best = [(_ZERO, 0, 0, -1)]  # price, -credits, number of blocks, the last block
    for need in range(1, needed + 1):
        choices = []
        for index, block in enumerate(blocks):
            price, fewer, number, _ = best[max(0, need - block.credits)]
            choices.append((price + block.eur, fewer - block.credits, number + 1, index))
        best.append(min(choices))
    while needed > 0:
        last = best[needed][3]
        counts[last] += 1
        needed -= blocks[last].credits
    return tuple(counts)


def _by_area(blank: Estimate, terms: Terms) -> Estimate:
    acquisition, ordered, free = blank.order.acquisition, blank.order_km2, terms.free
    rate = (terms.rates or {})[acquisition]
    main_price, *other_prices = blank.tariff.price_readings

    def cost(quota: Decimal, rate: Decimal = rate, price_on: str = main_price) -> Decimal:
        beyond = max(_ZERO, ordered - quota)
        return _cents(rate * (ordered if beyond and price_on == "whole" else beyond))

    quota, quota_line = _quota(blank, free, "km2")
    billable = max(_ZERO, ordered - quota)
    readings = [_other_quota(blank, reading, free, "km2", cost) for reading in _other_quotas(blank) if free]
    if billable and quota:  # without a quota both readings are one
        readings += [
            Line("if_price_on_" + other, {"km2": ordered if other == "whole" else billable, "rate": rate,
                                          "eur": cost(quota, price_on=other)})
            for other in other_prices
        ]  # fmt: skip
    for other_rates in blank.sensor.other_rates:
        other = other_rates.rates.get(blank.order.category, {}).get(acquisition, rate)
        if other != rate:
            readings.append(Line("if_rates_" + other_rates.why, {"rate": other, "eur": cost(quota, other)}))
    priced = ordered if billable and main_price == "whole" else billable
    return replace(
        blank,
        quota_km2=quota,
        billable_km2=billable,
        cost_eur=cost(quota),
        lines=(
            quota_line,
            Line("within", {"km2": ordered - billable}),
            Line("beyond", {"km2": billable}),
            Line("rate", {"rate": rate, "price": terms.price, "acquisition": acquisition}, blank.tariff.source),
            Line("cost", {"km2": priced, "rate": rate, "eur": cost(quota)}),
        ),
        readings=tuple(readings),
    )


def _by_credit(blank: Estimate, terms: Terms, credits: Credits) -> Estimate:
    needed = _ceiling(blank.order_km2 / credits.km2)

    def beyond(quota: Decimal) -> int:
        return max(0, _ceiling(needed - quota))

    def cost(quota: Decimal) -> Decimal:
        counts = cheapest_blocks(credits, beyond(quota))
        return sum((count * block.eur for count, block in zip(counts, credits.blocks)), _ZERO)

    quota, quota_line = _quota(blank, terms.free, "credit")
    bought = [
        Line(
            "block",
            {"count": Decimal(count), "credits": Decimal(block.credits), "eur": count * block.eur},
            blank.tariff.source,
        )
        for count, block in zip(cheapest_blocks(credits, beyond(quota)), credits.blocks)
        if count
    ]
    return replace(
        blank,
        quota_km2=quota * credits.km2,
        billable_km2=max(_ZERO, blank.order_km2 - quota * credits.km2),
        quota_credits=quota,
        credits=needed,
        billable_credits=beyond(quota),
        cost_eur=_cents(cost(quota)),
        lines=(
            Line(
                "credits",
                {"credits": Decimal(needed), "km2": credits.km2, "width_km": credits.scene_width_km},
                blank.tariff.source,
            ),
            quota_line,
            Line("beyond_credits", {"credits": Decimal(beyond(quota))}),
            *bought,
            Line("cost_blocks", {"eur": _cents(cost(quota))}),
        ),
        readings=tuple(_other_quota(blank, reading, terms.free, "credit", cost) for reading in _other_quotas(blank)),
    )


def _quota_reading(blank: Estimate) -> str:
    return blank.order.quota_reading or blank.tariff.quota_readings[0]


def _other_quotas(blank: Estimate) -> list[str]:
    return [reading for reading in blank.tariff.quota_readings if reading != _quota_reading(blank)]


def _quota(blank: Estimate, free: Decimal, unit: str) -> tuple[Decimal, Line]:
    """What is free for this order, and the line that says why."""
    if _quota_reading(blank) == "per_request" or not free:
        return free, Line("quota_per_request", {"free": free, "unit": unit}, blank.tariff.source)
    used = _exact(blank.order.already_used)
    left = max(_ZERO, free - used)
    return left, Line("quota_cumulative", {"free": free, "used": used, "left": left, "unit": unit}, blank.tariff.source)


def _other_quota(blank: Estimate, reading: str, free: Decimal, unit: str, cost: Callable[[Decimal], Decimal]) -> Line:
    if reading == "per_request":
        return Line("if_per_request", {"free": free, "unit": unit, "eur": cost(free)})
    used = _exact(blank.order.already_used)
    if not used:
        return Line("if_cumulative_unknown", {"unit": unit})
    left = max(_ZERO, free - used)
    return Line("if_cumulative", {"used": used, "left": left, "unit": unit, "eur": cost(left)})


_EARTH = 1e9  # km², more than there are


def _exact(number: float) -> Decimal:
    """To 1e-6 (1 m² of a km²): what is below is noise of the measure, and 3 600.0000000001 km² are one credit."""
    return max(_ZERO, Decimal(repr(min(float(number), _EARTH))).quantize(_M2, ROUND_HALF_UP))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)


def _ceiling(number: Decimal) -> int:
    return int(number.to_integral_value(ROUND_CEILING))
