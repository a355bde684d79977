# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json
from datetime import date

import pytest

from dinamis_qgis.domain.errors import InvalidTariff, UnknownTariff
from dinamis_qgis.domain.tariff_file import read_tariff, read_tariffs
from dinamis_qgis.domain.tariffs import TariffShelf
from tests.domain.tariff_samples import SCHEMA, SHIPPED, TARIFF, changed, write

PLEIADES, SPOT = ("sensors", 0), ("sensors", 1)

FAULTS = {
    "schema": changed("schema", to=2),
    "in_force_from": changed("in_force_from", to="octobre 2022"),
    "in_force_until": changed("in_force_until", to="2021-01-01"),
    "review_months": changed("review_months", to=0),
    "quota_period": changed("quota_period", to="month"),
    "source": changed("source"),
    "source.title": changed("source", "title", to="  "),
    "source.date": changed("source", "date", to="2022-13-01"),
    "sensors[0].categories.foreign_science.source": changed(
        *PLEIADES, "categories", "foreign_science", to={"examined_by": "CNES"}
    ),
    "readings.quota": changed("readings", "quota", to=[]),
    "readings.price_on[0]": changed("readings", "price_on", to=["excès"]),
    "doubts": changed("doubts", to=["vat", "vat"]),
    "sensors": changed("sensors", to=[]),
    "sensors[0]": changed("sensors", to=["Pléiades"]),
    "sensors[0].unit": changed(*PLEIADES, "unit", to="km²"),
    "sensors[0].resolution_m": changed(*PLEIADES, "resolution_m", to=0),
    "sensors[0].categories.public.free": changed(*PLEIADES, "categories", "public", "free", to="3500"),
    "sensors[0].categories.public.rates.archive": changed(*PLEIADES, "categories", "public", "rates", "archive", to=-1),
    "sensors[0].categories.science.rates.tasking": changed(*PLEIADES, "categories", "science", "rates", "tasking"),
    "sensors[0].categories.private": changed(*PLEIADES, "categories", "private"),
    "sensors[0].categories.private.free": changed(*PLEIADES, "categories", "private", "free", to=True),
    "sensors[0].quota": changed(*PLEIADES, "quota", to=3500),
    "sensors[0].limits[0].kind": changed(*PLEIADES, "limits", 0, "kind", to="least_height"),
    "sensors[0].limits[0].value": changed(*PLEIADES, "limits", 0, "value", to=0),
    "sensors[0].limits[1].value": changed(*PLEIADES, "limits", 1, "value", to=99.5),
    "sensors[0].limits[0].verified": changed(*PLEIADES, "limits", 0, "verified", to="no"),
    "sensors[0].limits[0].acquisition": changed(*PLEIADES, "limits", 0, "acquisition", to="both"),
    "sensors[0].limits[0].source": changed(*PLEIADES, "limits", 0, "source"),
    "sensors[1].blocks": changed(*SPOT, "blocks", to={}),
    "sensors[1].blocks[0].credits": changed(*SPOT, "blocks", 0, "credits", to=0),
    "sensors[1].km2_per_credit": changed(*SPOT, "km2_per_credit", to=0.001),
    "sensors[1].categories.public.free": changed(*SPOT, "categories", "public", "free", to=0.5),
}


@pytest.mark.parametrize("key", FAULTS)
def test_a_wrong_file_is_refused_with_its_key(tmp_path, key):
    path = write(tmp_path, "2027-01.json", FAULTS[key])
    with pytest.raises(InvalidTariff) as refusal:
        read_tariff(path)
    assert refusal.value.key == key
    assert refusal.value.path == str(path)
    assert refusal.value.reason


def test_the_published_schema_refuses_the_same_files():
    jsonschema = pytest.importorskip("jsonschema", reason="no JSON Schema validator here")
    check = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    check.check_schema(check.schema)
    assert check.is_valid(json.loads(SHIPPED.read_text(encoding="utf-8")))
    beyond_schemas = {"in_force_until", "source.date"}  # dates against each other and against the calendar
    kept = {key for key, data in FAULTS.items() if check.is_valid(data)}
    assert kept == beyond_schemas


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"schema": 1, "schema": 1}', '{"schema": NaN}', "[" * 100_000, "9" * 5000, "\udcff"],
)
def test_what_is_no_tariff_at_all_is_refused(tmp_path, text):
    path = tmp_path / "x.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(InvalidTariff):
        read_tariff(path)


def test_a_notepad_mark_is_no_fault(tmp_path):
    path = tmp_path / "2022-10.json"
    path.write_bytes(b"\xef\xbb\xbf" + SHIPPED.read_bytes())
    assert read_tariff(path) == TARIFF


def test_a_refused_file_leaves_the_last_good_one(tmp_path):
    write(tmp_path, "2022-10.json", FAULTS["sensors"])
    write(tmp_path, "2027-01.json", changed("in_force_from", to="2027-01-01"))
    shelf = read_tariffs([SHIPPED.parent, tmp_path, tmp_path / "absent"])
    assert shelf.named("2022-10") == TARIFF
    assert set(shelf.tariffs) == {"2022-10", "2027-01"}
    assert [error.key for error in shelf.refused] == ["sensors"]


def test_own_file_replaces_the_shipped_one(tmp_path):
    write(tmp_path, "2022-10.json", changed(*PLEIADES, "categories", "public", "free", to=3000))
    shelf = read_tariffs([SHIPPED.parent, tmp_path])
    assert shelf.named("2022-10").sensor("pleiades").categories["public"].free == 3000


def shelf_of(tmp_path, **periods: tuple[str, str | None]) -> TariffShelf:
    for name, (first, last) in periods.items():
        data = changed("in_force_from", to=first)
        data["in_force_until"] = last
        write(tmp_path, f"{name}.json", data)
    return read_tariffs([tmp_path])


def test_the_newest_in_force_on_the_day(tmp_path):
    shelf = shelf_of(tmp_path, a=("2022-10-01", None), b=("2026-07-01", "2026-09-30"), c=("2026-10-01", None))
    assert shelf.on(date(2026, 11, 20)).id == "c"
    assert shelf.on(date(2026, 8, 1)).id == "b"
    assert shelf.on(date(2026, 6, 30)).id == "a"
    assert not shelf.on(date(2026, 11, 20)).outdated(date(2026, 11, 20))


def test_with_none_in_force_the_last_one_serves_and_says_so(tmp_path):
    shelf = shelf_of(tmp_path, a=("2024-01-01", "2024-03-31"), b=("2026-07-01", "2026-09-30"), c=("2027-01-01", None))
    last = shelf.on(date(2026, 11, 20))
    assert last.id == "b" and last.outdated(date(2026, 11, 20))
    assert shelf.on(date(2020, 1, 1)).id == "a"


def test_unknown_tariffs():
    with pytest.raises(UnknownTariff):
        TariffShelf({}).on(date(2026, 1, 1))
    with pytest.raises(UnknownTariff):
        TariffShelf({}).named("2031-01")


def test_a_tariff_is_to_be_checked_after_a_quarter():
    assert not TARIFF.outdated(date(2022, 12, 31))
    assert TARIFF.outdated(date(2023, 1, 1))
    assert TARIFF.outdated(date(2022, 9, 30))


def test_a_sensor_has_its_dates(tmp_path):
    path = write(tmp_path, "x.json", changed(*SPOT, "until", to="2023-03-31"))
    spot = read_tariff(path).sensor("spot")
    assert spot.offered(date(2023, 3, 31)) and not spot.offered(date(2023, 4, 1))


def test_a_tariff_of_the_end_of_time_can_be_read_and_is_not_yet_in_force(tmp_path):
    tariff = read_tariff(write(tmp_path, "far.json", changed("in_force_from", to="9999-12-31")))
    assert tariff.outdated(date(2026, 1, 1))
