# SPDX-License-Identifier: GPL-2.0-or-later
"""Estimates under the tariff of October 2022, whose figures stand in a public slide (see the file's source)."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinamis_qgis.domain.quota import Estimate, Order, cheapest_blocks, estimate
from dinamis_qgis.domain.tariff_file import read_tariff
from dinamis_qgis.domain.tariffs import CATEGORIES, Block, Credits
from tests.domain.tariff_samples import TARIFF, changed, write


def ask(km2: float, category="public", acquisition="archive", sensor="pleiades", covered=0.0, **more) -> Estimate:
    return estimate(TARIFF, Order(sensor, category, acquisition, km2, km2 - covered, **more))


def line(result: Estimate, code: str):
    return next(one for one in (*result.lines, *result.readings, *result.doubts) if one.code == code)


def codes(lines) -> list[str]:
    return [one.code for one in lines]


@pytest.mark.parametrize(
    ("category", "acquisition", "km2", "quota", "cost"),
    [
        ("public", "archive", 148.6, 3500, 0),
        ("public", "archive", 3500, 3500, 0),
        ("public", "archive", 4500, 3500, 1400),
        ("public", "tasking", 4500, 3500, 1800),
        ("science", "archive", 4500, 4500, 0),
        ("science", "archive", 5000, 4500, 500),
        ("science", "tasking", 5000, 4500, 500),
        ("private", "archive", 100, 0, 140),
        ("private", "tasking", 100, 0, 180),
    ],
)
def test_the_figures_of_the_slide(category, acquisition, km2, quota, cost):
    result = ask(km2, category, acquisition)
    assert result.quota_km2 == quota
    assert result.billable_km2 == max(0, Decimal(str(km2)) - quota)
    assert result.within_km2 == min(Decimal(str(km2)), quota)
    assert result.cost_eur == cost
    assert result.credits is None


def test_cents_are_rounded_half_up():
    assert ask(0.1 + 0.2, "private").cost_eur == Decimal("0.42")
    assert ask(0.375, "private", "tasking").cost_eur == Decimal("0.68")  # 0.675: Python's float round says 0.67


def test_what_is_covered_is_not_ordered():
    result = ask(4500, covered=1200)
    assert (result.aoi_km2, result.covered_km2, result.order_km2) == (4500, 1200, 3300)
    assert result.cost_eur == 0
    assert codes(result.lines)[:3] == ["area", "covered", "order"]


def test_the_quota_read_as_cumulative_stands_beside():
    result = ask(3000, already_used=1200)
    assert result.cost_eur == 0 and result.quota_km2 == 3500
    other = line(result, "if_cumulative")
    assert (other.facts["left"], other.facts["eur"]) == (2300, 980)


def test_the_quota_may_be_read_as_cumulative():
    result = ask(3000, already_used=1200, quota_reading="cumulative")
    assert (result.quota_km2, result.billable_km2, result.cost_eur) == (2300, 700, 980)
    assert line(result, "if_per_request").facts["eur"] == 0
    assert ask(100, already_used=9000, quota_reading="cumulative").quota_km2 == 0


def test_nothing_told_as_taken_is_asked_not_invented():
    assert "if_cumulative_unknown" in codes(ask(3000).readings)
    assert "if_cumulative" not in codes(ask(3000).readings)


def test_the_price_on_the_whole_stands_beside():
    assert line(ask(4500), "if_price_on_whole").facts["eur"] == 6300
    assert "if_price_on_whole" not in codes(ask(3000).readings)
    assert "if_price_on_whole" not in codes(ask(3000, "private").readings)  # no quota: both readings are one


def test_the_table_read_by_category_stands_beside():
    assert line(ask(100, "private"), "if_rates_by_category").facts["eur"] == 180
    assert line(ask(4500, "public", "tasking"), "if_rates_by_category").facts["eur"] == 1400
    assert "if_rates_by_category" not in codes(ask(4500, "public").readings)
    assert "if_rates_by_category" not in codes(ask(5000, "science", "tasking").readings)


@pytest.mark.parametrize("sensor", ["pleiades", "spot"])
def test_foreign_science_has_no_figure(sensor):
    result = ask(9000, "foreign_science", sensor=sensor)
    figures = (result.quota_km2, result.billable_km2, result.credits, result.quota_credits, result.cost_eur)
    assert figures == (None,) * 5
    assert line(result, "examined").facts["by"] == {"pleiades": "CNES", "spot": "Airbus"}[sensor]
    assert result.order_km2 == 9000


@pytest.mark.parametrize(
    ("km2", "credits", "beyond", "cost"),
    [
        (0.01, 1, 0, 0),
        (3600, 1, 0, 0),
        (3600.0000000001, 1, 0, 0),
        (3600.1, 2, 0, 0),
        (36_000, 10, 0, 0),
        (36_001, 11, 1, 20_000),
        (84_000, 24, 14, 20_000),
        (36_000 + 3600 * 20, 30, 20, 20_000),
        (36_000 + 3600 * 21, 31, 21, 40_000),
        (36_000 + 3600 * 41, 51, 41, 50_000),
        (36_000 + 3600 * 60, 70, 60, 60_000),
    ],
)
@pytest.mark.parametrize("category", ["science", "public", "private"])
def test_spot_credits(category, km2, credits, beyond, cost):
    result = ask(km2, category, sensor="spot")
    assert (result.credits, result.billable_credits, result.cost_eur) == (credits, beyond, cost)
    assert result.quota_km2 == 36_000
    assert "doubt_categories_not_told" in codes(result.doubts)


def test_spot_credits_already_taken():
    result = ask(3600 * 4, sensor="spot", already_used=8, quota_reading="cumulative")
    assert (result.quota_credits, result.billable_credits, result.cost_eur) == (2, 2, 20_000)
    assert line(ask(3600 * 4, sensor="spot", already_used=8), "if_cumulative").facts["eur"] == 20_000


def price(credits: Credits, counts) -> Decimal:
    return sum((n * block.eur for n, block in zip(counts, credits.blocks)), Decimal(0))


block_sets = st.lists(
    st.builds(Block, st.integers(1, 12), st.integers(0, 50).map(Decimal)), min_size=1, max_size=3
).map(lambda blocks: Credits(Decimal(3600), Decimal(60), tuple(blocks)))


@given(block_sets, st.integers(0, 40))
def test_no_other_choice_of_blocks_is_cheaper(credits, needed):
    counts = cheapest_blocks(credits, needed)
    assert sum(n * block.credits for n, block in zip(counts, credits.blocks)) >= needed
    ranges = [range(-(-needed // block.credits) + 1) for block in credits.blocks]
    every = itertools.product(*ranges)
    enough = [c for c in every if sum(n * b.credits for n, b in zip(c, credits.blocks)) >= needed]
    assert price(credits, counts) == min(price(credits, c) for c in enough)


def test_a_zone_as_large_as_the_earth_is_priced_at_once():
    assert ask(510e6, sensor="spot").cost_eur == 141_660_000


areas = st.floats(0, 200_000, allow_nan=False)
categories = st.sampled_from(CATEGORIES[:3])
acquisitions = st.sampled_from(["archive", "tasking"])
sensors = st.sampled_from(["pleiades", "spot"])


@given(areas, areas, categories, acquisitions, sensors, st.floats(0, 5000))
def test_more_never_costs_less_and_nothing_is_negative(a, b, category, acquisition, sensor, used):
    less, more = (
        ask(km2, category, acquisition, sensor, already_used=used, quota_reading="cumulative") for km2 in sorted((a, b))
    )
    assert 0 <= less.cost_eur <= more.cost_eur
    assert less.billable_km2 >= 0 and less.quota_km2 >= 0 and less.within_km2 >= 0
    assert less.within_km2 + less.billable_km2 == less.order_km2


@given(areas, st.floats(0, 1), categories, sensors)
def test_covered_is_part_of_the_zone(km2, share, category, sensor):
    result = ask(km2, category, sensor=sensor, covered=km2 * share)
    assert 0 <= result.covered_km2 <= result.aoi_km2
    assert result.covered_km2 + result.order_km2 == result.aoi_km2


def test_every_figure_of_the_tariff_is_marked_as_such():
    sourced = {one.code for one in ask(5000).lines if one.source}
    assert sourced == {"quota_per_request", "rate"}


def test_a_tariff_may_price_the_whole(tmp_path):
    path = write(tmp_path, "x.json", changed("readings", "price_on", to=["whole", "excess"]))
    order = Order("pleiades", "public", "archive", 4500, 4500)
    result = estimate(read_tariff(path), order)
    assert result.cost_eur == 6300
    assert line(result, "if_price_on_excess").facts["eur"] == 1400
    assert line(result, "cost").facts["km2"] == 4500


def test_a_sensor_that_the_tariff_lacks():
    with pytest.raises(KeyError):
        ask(1, sensor="neo")
