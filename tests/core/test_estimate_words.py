# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import itertools
from datetime import date

import pytest

from dinamis_qgis.core import estimate_words as words
from dinamis_qgis.domain.quota import Order, estimate
from dinamis_qgis.domain.tariff_file import read_tariff
from dinamis_qgis.domain.tariffs import ACQUISITIONS, CATEGORIES
from tests.domain.tariff_samples import TARIFF, changed, write

TODAY = date(2026, 11, 20)


def ask(km2=4500.0, category="public", acquisition="archive", sensor="pleiades", **more):
    return estimate(TARIFF, Order(sensor, category, acquisition, km2, km2, **more))


@pytest.mark.parametrize("sensor", ["pleiades", "spot"])
@pytest.mark.parametrize("reading", ["per_request", "cumulative"])
def test_every_line_of_every_estimate_has_words(qgis_app, sensor, reading):
    for category, acquisition, km2, used in itertools.product(
        CATEGORIES, ACQUISITIONS, (0.0, 100.0, 90_000.0), (0.0, 5.0)
    ):
        order = Order(sensor, category, acquisition, km2 * 2, km2, used, reading)
        result = estimate(TARIFF, order)
        text = words.explanation(result, TODAY)
        assert text.count("\n") >= len(result.lines)
        assert "{" not in text and "None" not in text


def test_figures_of_the_tariff_carry_source_and_date(qgis_app):
    rate = next(one for one in words.explain(ask()) if one.value.endswith("/km²"))
    assert rate.value == "€1.40/km²"
    assert "Le coût" in rate.source and "2022" in rate.source and "CNES" in rate.source
    examined = words.explain(ask(category="foreign_science"))[-1]
    assert "eligible-users" in examined.source and "undated" in examined.source
    area = words.explain(ask())[0]
    assert area.source == "" and area.value == "4,500\u00a0km²"


def test_the_product_comes_out_when_done_again(qgis_app):
    cost = words.explain(ask(148.036398, "private"))[-1]
    assert "148.036 km² × €1.40/km²" in cost.words.replace("\u00a0", " ") and cost.value == "€207.25"


def test_other_readings_give_their_own_figures(qgis_app):
    said = {one.words[:12]: one.value for one in words.other_readings(ask(3000, already_used=1200))}
    assert said == {"If the quota": "€980"}
    beyond = [str(one) for one in words.other_readings(ask(4500))]
    assert any("€6,300" in one for one in beyond)


def test_an_old_tariff_is_to_be_checked(qgis_app):
    notice = words.tariff_notice(TARIFF, TODAY)
    assert notice == "Tariff of Oct\u00a02022: to be checked, it changes every quarter. Only DINAMIS's quote binds."
    assert "checked" not in words.tariff_notice(TARIFF, date(2022, 11, 1))


def test_a_tariff_of_another_rhythm_says_its_own(qgis_app, tmp_path):
    yearly = read_tariff(write(tmp_path, "x.json", changed("review_months", to=12)))
    assert "12" in words.tariff_notice(yearly, TODAY)


def test_examiners_are_named(qgis_app):
    assert words.examiners(TARIFF, "foreign_science") == "CNES for Pléiades, Airbus for SPOT"
    assert words.examiners(TARIFF, "public") == ""
