# SPDX-License-Identifier: GPL-2.0-or-later
"""Imagery requests: their rules, and request.json, which others may write too."""

from __future__ import annotations

import json
from datetime import date

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from dinamis_qgis.domain.errors import InvalidRequest, InvalidRequestFile, InvalidZone, NewerFile
from dinamis_qgis.domain.outline import extent, for_delivery, usual_projection
from dinamis_qgis.domain.request import PRESETS, STATES, ImageryRequest, KeptEstimate, Step
from dinamis_qgis.domain.request_file import from_json, read_request, to_json

ZONE = Polygon([(-2.6, 48.4), (-2.4, 48.4), (-2.4, 48.6), (-2.6, 48.6)])
DAY = date(2026, 11, 20)
FULL = ImageryRequest(
    ZONE,
    title="Trait de côte",
    purpose="Suivi\ndes dunes",
    acquisition="tasking",
    archive_ids=("DS_1", "DS_2"),
    start=date(2026, 11, 1),
    end=date(2027, 3, 31),
    max_cloud=10,
    max_incidence=20,
    projection="EPSG:2154",
    dates=2,
    estimate=KeptEstimate(DAY, "2022-10", 148.6, 148.6, 3500, 0, None, 0),
).in_state("ready", DAY)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("category", "rich", "unknown"),
        ("stereo", "", "unknown"),
        ("sensor", "", "unknown"),
        ("max_cloud", 100.5, "range"),
        ("max_cloud", float("nan"), "range"),
        ("max_incidence", -1, "range"),
        ("dates", 0, "range"),
        ("title", "x" * 5000, "too_long"),
    ],
)
def test_what_makes_no_sense_is_refused(field, value, reason):
    with pytest.raises(InvalidRequest) as caught:
        ImageryRequest(ZONE, **{field: value})
    assert (caught.value.field, caught.value.reason) == (field, reason)


def test_a_period_ends_after_it_begins():
    with pytest.raises(InvalidRequest, match="period"):
        ImageryRequest(ZONE, start=date(2026, 2, 2), end=date(2026, 2, 1))
    assert ImageryRequest(ZONE, start=DAY, end=DAY)


def test_a_zone_is_needed():
    with pytest.raises(InvalidZone):
        ImageryRequest(MultiPolygon())


def test_texts_are_text():
    request = ImageryRequest(ZONE, title=" a\x00\nb\ud800 ", purpose="one\r\ntwo", archive_ids=(" A ", "", "B"))
    assert (request.title, request.purpose, request.archive_ids) == ("a b", "one\ntwo", ("A", "B"))


def test_a_state_is_dated_and_the_list_of_states_is_open():
    moved = FULL.in_state("sent", DAY).in_state("en comité", DAY)
    assert moved.state == "en comité"
    assert [step.state for step in moved.history] == ["ready", "sent", "en comité"]
    assert FULL.state in STATES and FULL.history == (Step(DAY, "ready"),)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_requests_that_hold(name):
    changed = FULL.with_preset(name)
    assert changed.title == FULL.title
    assert (changed.stereo, changed.geometry) == (PRESETS[name]["stereo"], PRESETS[name]["geometry"])


def test_a_request_comes_back_from_its_file(tmp_path):
    path = tmp_path / "request.json"
    path.write_text(json.dumps(to_json(FULL)), encoding="utf-8")
    read = read_request(path)
    assert read.zone.equals(ZONE)
    assert to_json(read) == to_json(FULL)


def test_what_is_internal_is_told_only_when_asked():
    request = ImageryRequest(ZONE, note="ask Anne", feedback="good")
    assert "ask Anne" not in json.dumps(to_json(request))
    assert from_json(to_json(request, private=True)).note == "ask Anne"


def test_absent_null_and_unknown_keys_are_read_over():
    data = {"schema": 1, "zone": to_json(FULL)["zone"], "title": None, "colour": "red"}
    assert from_json(data) == ImageryRequest(from_json(data).zone)


@pytest.mark.parametrize(
    ("key", "value", "where"),
    [
        ("title", 3, "title"),
        ("start", "2026-13-01", "start"),
        ("max_cloud", "ten", "max_cloud"),
        ("max_cloud", 400, "max_cloud"),
        ("dates", 1.5, "dates"),
        ("archive_ids", "DS", "archive_ids"),
        ("archive_ids", ["DS", 1], "archive_ids[1]"),
        ("history", [{"state": "sent"}], "history[0].day"),
        ("estimate", {"day": "2026-11-20", "tariff": "x"}, "estimate.aoi_km2"),
        ("zone", None, "zone"),
        ("zone", {"type": "Point", "coordinates": [1, 2]}, "zone"),
        ("zone", {"type": "Polygon", "coordinates": [[[0, 0], [0, 900], [1, 1], [0, 0]]]}, "zone"),
        ("zone", {"type": "Polygon", "coordinates": "here"}, "zone"),
        ("schema", "one", "schema"),
        ("schema", True, "schema"),
    ],
)
def test_a_wrong_file_is_refused_with_its_key(key, value, where):
    with pytest.raises(InvalidRequestFile) as caught:
        from_json({**to_json(FULL), key: value}, "request.json")
    assert caught.value.key == where


def test_a_newer_file_is_left_to_a_newer_version():
    with pytest.raises(NewerFile):
        from_json({**to_json(FULL), "schema": 2})


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe\x00", b'{"schema": NaN}', b"[" * 100_000])
def test_what_is_no_request_is_refused(content, tmp_path):
    path = tmp_path / "request.json"
    path.write_bytes(content)
    with pytest.raises(InvalidRequestFile):
        read_request(path)


@given(st.text(), st.text())
def test_any_text_can_be_written(title, purpose):
    told = json.dumps(to_json(ImageryRequest(ZONE, title=title, purpose=purpose)), ensure_ascii=False)
    assert from_json(json.loads(told.encode())).title == ImageryRequest(ZONE, title=title).title


def test_a_delivered_outline_is_the_same_zone_with_fewer_vertices():
    ring = box(0, 45, 1, 46).difference(box(0.4, 45.4, 0.6, 45.6))
    dense = shapely.segmentize(ring.union(box(2, 45, 3, 46)), 0.01)
    light = for_delivery(dense)
    assert shapely.get_num_coordinates(light) == 15
    assert light.is_valid and light.symmetric_difference(dense).area < 1e-9
    for polygon in light.geoms:
        assert polygon.exterior.is_ccw and polygon.exterior.is_closed
        assert not any(hole.is_ccw for hole in polygon.interiors)


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        (ZONE, "EPSG:2154"),
        (box(9.0, 42.0, 9.2, 42.2), "EPSG:2154"),
        (box(-61.1, 14.5, -60.9, 14.7), "EPSG:5490"),
        (box(-53, 4, -52.5, 4.5), "EPSG:2972"),
        (box(55.4, -21.2, 55.6, -21.0), "EPSG:2975"),
        (box(45.1, -12.9, 45.2, -12.7), "EPSG:4471"),
        (box(-56.4, 46.8, -56.2, 47.0), "EPSG:4467"),
        (box(166.0, -22.5, 166.5, -22.0), "EPSG:32758"),
        (box(179.5, -17, 180, -16.5).union(box(-180, -17, -179.7, -16.5)), "EPSG:32760"),
        (box(-60, 0, 10, 50), ""),
    ],
)
def test_the_projection_is_the_territory_s(zone, code):
    assert usual_projection(zone) == code


def test_an_extent_crosses_the_antimeridian():
    assert extent(box(179.5, -17, 180, -16.5).union(box(-180, -17, -179.5, -16.5))) == (179.5, -17, -179.5, -16.5)
    assert extent(ZONE) == ZONE.bounds
