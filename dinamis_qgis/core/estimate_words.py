# SPDX-License-Identifier: GPL-2.0-or-later
"""An estimate in words, line by line: what the « Demander » page unfolds and what Processing returns as EXPLANATION."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..domain.quota import Estimate, Line
from ..domain.tariffs import Examined, Source, Tariff
from ..translation import tr
from .numbers import format_date, format_eur, format_km2, format_month, format_number, grouped

_QUARTER = 3  # months
Facts = Mapping[str, "Decimal | str"]


@dataclass(frozen=True)
class Sentence:
    """``source`` is empty for what is computed. ``value`` is empty for a doubt."""

    words: str
    value: str = ""
    source: str = ""

    def __str__(self) -> str:
        said = tr("{}: {}").format(self.words, self.value) if self.value else self.words
        return f"{said} [{self.source}]" if self.source else said


def explain(estimate: Estimate) -> list[Sentence]:
    """The computation, one sentence a rule."""
    return [_sentence(line, estimate) for line in estimate.lines]


def other_readings(estimate: Estimate) -> list[Sentence]:
    """What the estimate would be where the tariff's source can be read otherwise."""
    return [_sentence(line, estimate) for line in estimate.readings]


def doubts(estimate: Estimate) -> list[Sentence]:
    """What the tariff's source does not say."""
    return [Sentence(_words(line, estimate)) for line in estimate.doubts]


def explanation(estimate: Estimate, day: date) -> str:
    """All of it as plain text, one sentence a line."""
    parts = [*map(str, explain(estimate))]
    if estimate.readings:
        parts += [tr("Other readings of the tariff:"), *(f"- {one}" for one in other_readings(estimate))]
    if estimate.doubts:
        parts += [tr("Not said by the tariff:"), *(f"- {one}" for one in doubts(estimate))]
    return "\n".join([*parts, tariff_notice(estimate.tariff, day)])


def tariff_notice(tariff: Tariff, day: date, binding: str = "") -> str:
    """Which tariff, whether it must be checked, and what an estimate is worth (``binding`` says it otherwise)."""
    month = format_month(tariff.first_day)
    if month[0].casefold() in "aeiou":  # French elides: « barème d'oct. »
        dated = tr("Tariff of {month_with_vowel}").format(month_with_vowel=month)
    else:
        dated = tr("Tariff of {}").format(month)
    binding = binding or tr("Only DINAMIS's quote binds.")
    if not tariff.outdated(day):
        return tr("{}. {}").format(dated, binding)
    if tariff.review_months == _QUARTER:
        return tr("{}: to be checked, it changes every quarter. {}").format(dated, binding)
    return tr("{}: to be checked, it changes every %n month(s). {}", "", tariff.review_months).format(dated, binding)


def source_text(source: Source) -> str:
    day = format_date(source.day) if source.day else tr("undated")
    return ", ".join(filter(None, (source.title, source.author, source.url, day)))


def category_name(category: str) -> str:
    """Of ``domain.tariffs.CATEGORIES``."""
    return {
        "science": tr("Scientific body"),
        "public": tr("Public body"),
        "private": tr("Private entity"),
        "foreign_science": tr("Foreign scientist"),
    }[category]


def acquisition_name(acquisition: str) -> str:
    """Of ``domain.tariffs.ACQUISITIONS``."""
    return {"archive": tr("Archive"), "tasking": tr("Tasking")}[acquisition]


def format_credits(count: Decimal | int) -> str:
    if count == int(count):
        return grouped(tr("%n credit(s)", "", int(count)), int(count))
    return tr("{} credits").format(format_number(count))


def format_rate(rate: Decimal) -> str:
    return tr("{}/km²").format(format_eur(rate))


def examiners(tariff: Tariff, category: str) -> str:
    """« CNES pour Pléiades, Airbus pour SPOT »."""
    return ", ".join(
        tr("{examiner} for {sensor}").format(examiner=row.by, sensor=sensor.short_name)
        for sensor in tariff.sensors
        for row in [sensor.categories[category]]
        if isinstance(row, Examined)
    )


def _sentence(line: Line, estimate: Estimate) -> Sentence:
    source = source_text(line.source) if line.source else ""
    return Sentence(_words(line, estimate), _value(line), source)


def _value(line: Line) -> str:
    facts = line.facts
    if line.code == "credits":
        return tr("at least {}").format(format_credits(facts["credits"]))
    if line.code == "covered":
        return tr("−{}").format(format_km2(facts["km2"]))
    if line.code in ("quota_per_request", "quota_cumulative"):
        return _amount(facts["left" if "left" in facts else "free"], facts["unit"])
    if "eur" in facts:
        return format_eur(facts["eur"])
    if "rate" in facts:
        return format_rate(facts["rate"])
    if "credits" in facts:
        return format_credits(facts["credits"])
    return format_km2(facts["km2"]) if "km2" in facts else ""


def _words(line: Line, estimate: Estimate) -> str:
    return _WORDS[line.code](line.facts, category_name(estimate.order.category))


def _amount(number: Decimal, unit: str) -> str:
    return format_credits(number) if unit == "credit" else format_km2(number)


_PRICES = {
    "institutional": lambda: tr("Institutional price"),
    "cofunding": lambda: tr("Co-funding"),
    "unnamed": lambda: tr("Price"),
}


def _quota_per_request(facts: Facts, who: str) -> str:
    return tr("Free quota per request ({})").format(who)


def _quota_cumulative(facts: Facts, who: str) -> str:
    free, used = (_amount(facts[name], facts["unit"]) for name in ("free", "used"))
    return tr("Free quota ({who}): {free} less {used} already taken").format(who=who, free=free, used=used)


def _rate(facts: Facts, _who: str) -> str:
    kind, how = _PRICES[facts["price"]](), acquisition_name(facts["acquisition"])
    return tr("{kind} beyond the quota, {acquisition}").format(kind=kind, acquisition=how.lower())


def _credits(facts: Facts, _who: str) -> str:
    area, width = format_km2(facts["km2"]), format_number(facts["width_km"])
    return tr(
        "Credits (1 credit = {area}; a scene is {width} km wide: a zone across several scenes takes more)"
    ).format(area=area, width=width)


def _if_cumulative(facts: Facts, _who: str) -> str:
    used, left = (_amount(facts[name], facts["unit"]) for name in ("used", "left"))
    words = tr("If the quota is yearly and not per request, with {used} already taken ({left} left)")
    return words.format(used=used, left=left)


def _area_times_rate(words: str, facts: Facts) -> str:
    """To 0.001 km², so that the product comes out when a person does it again."""
    area = tr("{} km²").format(format_number(facts["km2"], 3))
    return words.format(area=area, rate=format_rate(facts["rate"]))


_WORDS: dict[str, Callable[[Facts, str], str]] = {
    "area": lambda facts, who: tr("Area of the zone (WGS 84 ellipsoid)"),
    "covered": lambda facts, who: tr("Covered by the given images, not ordered"),
    "order": lambda facts, who: tr("To order"),
    "quota_per_request": _quota_per_request,
    "quota_cumulative": _quota_cumulative,
    "within": lambda facts, who: tr("Within the quota"),
    "beyond": lambda facts, who: tr("Beyond the quota"),
    "rate": _rate,
    "cost": lambda facts, who: _area_times_rate(tr("Estimated cost ({area} × {rate})"), facts),
    "credits": _credits,
    "beyond_credits": lambda facts, who: tr("Credits beyond the free ones"),
    "block": lambda facts, who: tr("%n block(s) of {} credits", "", int(facts["count"])).format(facts["credits"]),
    "cost_blocks": lambda facts, who: (
        tr("Estimated cost (cheapest blocks)") if facts["eur"] else tr("Estimated cost (no block to buy)")
    ),
    "examined": lambda facts, who: tr("On examination by {}: no figure").format(facts["by"]),
    "if_cumulative": _if_cumulative,
    "if_cumulative_unknown": lambda facts, who: tr(
        "If the quota is yearly and not per request, what was already taken counts: give it under “Already taken”"
    ),
    "if_per_request": lambda facts, who: tr("If the quota is per request ({})").format(
        _amount(facts["free"], facts["unit"])
    ),
    "if_price_on_whole": lambda facts, who: _area_times_rate(
        tr("If the price applies to the whole order once the quota is passed ({area} × {rate})"), facts
    ),
    "if_price_on_excess": lambda facts, who: _area_times_rate(
        tr("If the price applies only to what is beyond the quota ({area} × {rate})"), facts
    ),
    "if_rates_by_category": lambda facts, who: tr(
        "If the table sets one price a category, not one an acquisition ({})"
    ).format(format_rate(facts["rate"])),
    "doubt_vat": lambda facts, who: tr("Whether prices include VAT."),
    "doubt_minimum_order": lambda facts, who: tr("A smallest order: none is counted here."),
    "doubt_stereo": lambda facts, who: tr("The price of stereo and tri-stereo: a single image is counted here."),
    "doubt_rounding": lambda facts, who: tr("How areas and amounts are rounded: here to 1 m² and to the cent."),
    "doubt_categories_not_told": lambda facts, who: tr(
        "Whether credits and blocks differ by category: the source gives them once, for institutional users."
    ),
}
