# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from shapely.geometry import box

from dinamis_qgis.domain.quota_left import left
from dinamis_qgis.domain.request import ImageryRequest, KeptEstimate
from dinamis_qgis.domain.tariff_file import read_tariff
from tests.domain.tariff_samples import TARIFF, changed, write

YEARLY = replace(TARIFF, quota_period="year")
DAY = date(2026, 3, 2)


def asked(km2, sensor="pleiades", category="public", day=DAY, state="sent", credits=None):
    kept = KeptEstimate(day, "2022-10", km2, km2, 3500.0, 0.0, credits, 0.0)
    request = ImageryRequest(box(0, 45, 0.1, 45.1), sensor=sensor, category=category, estimate=kept)
    sent = request.in_state("sent", day)
    return sent if state == "sent" else sent.in_state(state, day)


def amounts(*requests, year=2026):
    return {(one.category, one.sensor.id): one.amount for one in left(YEARLY, requests, year)}


def test_nothing_is_left_where_the_tariff_declares_no_period():
    assert TARIFF.quota_period == "" and left(TARIFF, [asked(100.0)], 2026) == ()


def test_what_was_asked_in_the_year_and_not_refused_is_taken_off():
    draft = ImageryRequest(box(0, 45, 0.1, 45.1)).in_state("draft", DAY)
    given = [asked(1200.5), asked(299.5), asked(900.0, state="refused"), asked(800.0, day=date(2025, 12, 31)), draft]
    assert amounts(*given) == {("public", "pleiades"): Decimal(2000), ("public", "spot"): Decimal(10)}
    assert amounts(*given, year=2025)["public", "pleiades"] == Decimal(2700)


@pytest.mark.parametrize(("km2", "credits", "rest"), [(1.0, None, 9), (3601.0, None, 8), (100.0, 4, 6), (1.0, 99, 0)])
def test_credits(km2, credits, rest):
    assert amounts(asked(km2, "spot", credits=credits))["public", "spot"] == rest


def test_who_has_no_free_quota_has_nothing_left_and_more_than_all_leaves_none():
    assert amounts(asked(10.0, category="private")) == {("private", "spot"): 10}
    assert amounts(asked(10.0, category="foreign_science")) == {}
    assert amounts(asked(9000.0))["public", "pleiades"] == 0


def test_the_period_stands_in_the_tariffs_file(tmp_path):
    for name, said in (("a.json", "year"), ("b.json", None)):
        tariff = read_tariff(write(tmp_path, name, changed("quota_period", to=said)))
        assert tariff.quota_period == (said or "")
