# SPDX-License-Identifier: GPL-2.0-or-later
"""Orders worked by hand from DINAMIS's slides of October 2022 (« Le coût »), every amount written out.

The slides: Pléiades, free per request: scientists 4 500 km², public bodies 3 500 km², private entities 0; beyond:
scientists 1 €/km², the others 1,4 €/km² archive, 1,8 €/km² tasking. SPOT 6-7: 10 credits (36 000 km², so 3 600 km² a
credit) free, then blocks of 20 credits for 20 k€ and of 50 credits for 50 k€. Foreign scientists: examined.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from dinamis_qgis.domain.quota import Estimate, Order, estimate
from tests.domain.tariff_samples import TARIFF

# km² | beyond | cost of an archive order | of tasking | archive, were the price on the whole | tasking, on the whole
PLEIADES = {
    "science": [
        ("1", "0", "0.00", "0.00", "", ""),
        ("4499", "0", "0.00", "0.00", "", ""),
        ("4500", "0", "0.00", "0.00", "", ""),
        ("4500.01", "0.01", "0.01", "0.01", "4500.01", "4500.01"),
        ("4501", "1", "1.00", "1.00", "4501.00", "4501.00"),
        ("10000", "5500", "5500.00", "5500.00", "10000.00", "10000.00"),
        ("4500000", "4495500", "4495500.00", "4495500.00", "4500000.00", "4500000.00"),
    ],
    "public": [
        ("1", "0", "0.00", "0.00", "", ""),
        ("3499", "0", "0.00", "0.00", "", ""),
        ("3500", "0", "0.00", "0.00", "", ""),
        ("3500.01", "0.01", "0.01", "0.02", "4900.01", "6300.02"),
        ("3501", "1", "1.40", "1.80", "4901.40", "6301.80"),
        ("4501", "1001", "1401.40", "1801.80", "6301.40", "8101.80"),
        ("10000", "6500", "9100.00", "11700.00", "14000.00", "18000.00"),
        ("3500000", "3496500", "4895100.00", "6293700.00", "4900000.00", "6300000.00"),
    ],
    "private": [
        ("0.5", "0.5", "0.70", "0.90", "", ""),
        ("1", "1", "1.40", "1.80", "", ""),
        ("83.21", "83.21", "116.49", "149.78", "", ""),
        ("3500", "3500", "4900.00", "6300.00", "", ""),
        ("3501", "3501", "4901.40", "6301.80", "", ""),
        ("10000", "10000", "14000.00", "18000.00", "", ""),
    ],
}

# km² | credits | beyond the 10 free ones | blocks of 20 | blocks of 50 | cost
SPOT = [
    ("1", 1, 0, 0, 0, "0.00"),
    ("3599", 1, 0, 0, 0, "0.00"),
    ("3600", 1, 0, 0, 0, "0.00"),
    ("3601", 2, 0, 0, 0, "0.00"),
    ("35999", 10, 0, 0, 0, "0.00"),
    ("36000", 10, 0, 0, 0, "0.00"),
    ("36001", 11, 1, 1, 0, "20000.00"),
    ("108000", 30, 20, 1, 0, "20000.00"),
    ("108001", 31, 21, 2, 0, "40000.00"),  # 40 credits for 40 k€, rather than 50 for 50
    ("180000", 50, 40, 2, 0, "40000.00"),
    ("180001", 51, 41, 0, 1, "50000.00"),  # 50 credits for 50 k€, rather than 60 for 60
    ("216000", 60, 50, 0, 1, "50000.00"),
    ("216001", 61, 51, 3, 0, "60000.00"),
    ("252001", 71, 61, 1, 1, "70000.00"),
    ("36000000", 10_000, 9_990, 2, 199, "9990000.00"),
]
WHO = ("science", "public", "private")


def ask(sensor: str, category: str, acquisition: str, km2: str) -> Estimate:
    return estimate(TARIFF, Order(sensor, category, acquisition, float(km2), float(km2)))


def on_the_whole(result: Estimate) -> str:
    return next((str(one.facts["eur"]) for one in result.readings if one.code == "if_price_on_whole"), "")


@pytest.mark.parametrize(
    ("category", "acquisition", "km2", "beyond", "cost", "whole"),
    [
        (category, acquisition, km2, beyond, cost, whole)
        for category, rows in PLEIADES.items()
        for km2, beyond, archive, tasking, archive_whole, tasking_whole in rows
        for acquisition, cost, whole in (("archive", archive, archive_whole), ("tasking", tasking, tasking_whole))
    ],
)
def test_pleiades(category, acquisition, km2, beyond, cost, whole):
    result = ask("pleiades", category, acquisition, km2)
    assert str(result.cost_eur) == cost
    assert result.billable_km2 == Decimal(beyond)
    assert result.within_km2 + result.billable_km2 == result.order_km2 == Decimal(km2)
    assert on_the_whole(result) == whole
    assert (result.credits, result.billable_credits) == (None, None)


@pytest.mark.parametrize("acquisition", ["archive", "tasking"])
@pytest.mark.parametrize("category", WHO)
@pytest.mark.parametrize(("km2", "credits", "beyond", "twenties", "fifties", "cost"), SPOT)
def test_spot(category, acquisition, km2, credits, beyond, twenties, fifties, cost):
    result = ask("spot", category, acquisition, km2)
    bought = {int(one.facts["credits"]): int(one.facts["count"]) for one in result.lines if one.code == "block"}
    assert (result.credits, result.billable_credits) == (credits, beyond)
    assert (bought.get(20, 0), bought.get(50, 0)) == (twenties, fifties)
    assert str(result.cost_eur) == cost
    assert result.quota_credits == 10 and result.quota_km2 == 36_000


@pytest.mark.parametrize("sensor", ["pleiades", "spot"])
@pytest.mark.parametrize("acquisition", ["archive", "tasking"])
@pytest.mark.parametrize("km2", ["1", "3501", "36001", "36000000"])
def test_foreign_science_is_examined_whatever_is_asked(sensor, acquisition, km2):
    result = ask(sensor, "foreign_science", acquisition, km2)
    figures = (result.cost_eur, result.quota_km2, result.billable_km2, result.within_km2, result.credits)
    assert figures == (None,) * 5 and result.readings == ()
    assert (
        result.lines[-1].code == "examined"
        and result.lines[-1].facts["by"] == {"pleiades": "CNES", "spot": "Airbus"}[sensor]
    )


def test_every_category_and_sensor_of_the_tariff_is_worked_here():
    """A tariff that gains one must be worked by hand too."""
    assert {sensor.id for sensor in TARIFF.sensors} == {"pleiades", "spot"}
    for sensor in TARIFF.sensors:
        assert set(sensor.categories) == {*WHO, "foreign_science"}


def test_what_the_ticked_images_cover_is_taken_off_before_the_quota():
    """4 600 km² of which 1 200 are covered: 3 400 km² to order, within the 3 500 of a public body."""
    result = estimate(TARIFF, Order("pleiades", "public", "archive", 4600.0, 3400.0))
    assert (result.covered_km2, result.billable_km2, str(result.cost_eur)) == (1200, 0, "0.00")
    assert str(ask("pleiades", "public", "archive", "4600").cost_eur) == "1540.00"  # 1 100 × 1,4
