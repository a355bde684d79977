# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of the search form, and of a search's title."""

from __future__ import annotations

from datetime import date

from ...core.numbers import format_date, format_percent
from ...domain import periods, relaxation
from ...domain.catalogues.values import text
from ...domain.choices import Choices
from ...domain.periods import Period
from ...translation import tr


def theme_title(theme: str) -> str:
    return {
        "vhr": tr("Very-high-resolution images"),
        "spot_history": tr("SPOT 1-5 historical images"),
        "sentinel2": tr("Sentinel-2"),
        "land_cover": tr("Land cover (OSO)"),
        "water_snow": tr("Water and snow"),
        "forest": tr("Forest"),
        "all": tr("Everything"),
    }.get(theme, theme)


def summer_years(year: int, southern: bool) -> str:
    """``2022``, or ``2021-2022`` where a summer straddles two years."""
    return f"{year - 1}-{year}" if southern else str(year)


def period_label(period: Period, southern: bool) -> str:
    if period.kind == periods.SUMMER and period.year is not None:
        return tr("Summer {}").format(summer_years(period.year, southern))
    return {
        periods.LAST_12_MONTHS: tr("Last 12 months"),
        periods.THIS_YEAR: tr("This year"),
        periods.AFTER: tr("After…"),
        periods.BETWEEN: tr("Between… and…"),
        periods.YEARS: tr("Year(s)…"),
    }.get(period.kind, tr("All dates"))


def cloud_label(limit: float | None) -> str:
    return tr("No limit") if limit is None else tr("{} at most").format(format_percent(limit))


def search_title(place: str, choices: Choices, southern: bool, today: date) -> str:
    """``Lamballe-Armor · été 2022 · nuages ≤ 20 %``. It names a group and a layer of QGIS."""
    parts = [text(place), _when(choices.period, southern, today)]
    if choices.max_cloud is not None and "max_cloud" in choices.meant:
        parts.append(tr("clouds ≤ {}").format(format_percent(choices.max_cloud)))
    return " · ".join(filter(None, parts))


def relaxation_label(kind: str) -> str:
    return {
        relaxation.NO_CLOUD_LIMIT: tr("No cloud limit"),
        relaxation.ALL_DATES: tr("All dates"),
        relaxation.ALL_MISSIONS: tr("All missions"),
        relaxation.NO_FOLDED: tr("Without the further criteria"),
        relaxation.NOTHING_ASKED: tr("Without any criterion"),
    }[kind]


def _when(period: Period, southern: bool, today: date) -> str:
    if period.kind == periods.ALL:
        return tr("all dates")
    if period.kind == periods.SUMMER and period.year is not None:
        return tr("summer {}").format(summer_years(period.year, southern))
    first, last = period.days(today, southern)
    if period.kind in (periods.YEARS, periods.THIS_YEAR) and first and last:
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    if first and last:
        return tr("{first} to {last}").format(first=format_date(first), last=format_date(last))
    return tr("after {}").format(format_date(first)) if first else ""
