# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from dinamis_qgis.domain import periods
from dinamis_qgis.domain.periods import Period

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period(), None, None),
        (Period(periods.LAST_12_MONTHS), date(2025, 11, 20), TODAY),
        (Period(periods.THIS_YEAR), date(2026, 1, 1), date(2026, 12, 31)),
        (Period(periods.SUMMER, 2022), date(2022, 6, 1), date(2022, 9, 30)),
        (Period(periods.AFTER, first=date(2021, 5, 3)), date(2021, 5, 3), None),
        (Period(periods.BETWEEN, first=date(2021, 5, 3), last=date(2020, 1, 2)), date(2020, 1, 2), date(2021, 5, 3)),
        (Period(periods.YEARS, 2019), date(2019, 1, 1), date(2019, 12, 31)),
        (Period(periods.YEARS, 2021, last_year=2019), date(2019, 1, 1), date(2021, 12, 31)),
    ],
)
def test_every_preset_as_days(period, first, last):
    assert period.days(TODAY) == (first, last)


def test_a_day_lasts_from_midnight_to_its_last_microsecond_in_utc():
    start, end = Period(periods.SUMMER, 2022).bounds(TODAY)
    assert start == datetime(2022, 6, 1, tzinfo=timezone.utc)
    assert end == datetime(2022, 9, 30, 23, 59, 59, 999999, tzinfo=timezone.utc)


def test_a_southern_summer_ends_in_the_year_that_names_it():
    assert Period(periods.SUMMER, 2022).days(TODAY, southern=True) == (date(2021, 12, 1), date(2022, 3, 31))


def test_twelve_months_before_a_leap_day():
    assert Period(periods.LAST_12_MONTHS).days(date(2024, 2, 29)) == (date(2023, 2, 28), date(2024, 2, 29))


def test_summers_that_have_begun_from_the_latest_to_2012():
    assert periods.summers(TODAY, southern=False) == tuple(range(2026, 2011, -1))
    assert periods.summers(date(2026, 5, 31), southern=False)[0] == 2025
    assert periods.summers(date(2026, 6, 1), southern=False)[0] == 2026
    assert periods.summers(TODAY, southern=True)[0] == 2026
    assert periods.summers(date(2026, 12, 1), southern=True)[0] == 2027


@pytest.mark.parametrize(
    ("place", "bounds", "southern"),
    [
        ("Lamballe", (-2.7, 48.3, -2.3, 48.6), False),
        ("La Réunion", (55.2, -21.4, 55.8, -20.9), True),
        ("Guyane", (-54.6, 2.1, -51.6, 5.8), False),
    ],
)
def test_the_hemisphere_is_that_of_the_zone(place, bounds, southern):
    assert periods.is_southern(bounds) is southern
