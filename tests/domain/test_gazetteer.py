# SPDX-License-Identifier: GPL-2.0-or-later
"""Places and outlines from a real server on loopback, and what services answer when they do not answer."""

from __future__ import annotations

import json

import pytest
import requests
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box, mapping

from dinamis_qgis import paths
from dinamis_qgis.domain.errors import (
    WEB_PAGE,
    Cancelled,
    HttpError,
    InvalidAnswer,
    InvalidFile,
    InvalidZone,
    TimedOut,
    TooManyRequests,
    Unreachable,
)
from dinamis_qgis.domain.gazetteer import Place, outline, outline_of, read_row, suggest
from tests.services.gazetteer_service import UNITS, GazetteerService, Unit, profile_file, row
from tests.services.http_service import Answer, serving


class Feedback:
    def __init__(self, cancelled=False):
        self.cancelled = cancelled

    def isCanceled(self):
        return self.cancelled


@pytest.fixture()
def served():
    with serving(GazetteerService()) as service:
        yield service


def places(service, text, **more):
    return suggest(row(service.url), text, requests.Session(), Feedback(**more))


def drawn(service, place):
    return outline(row(service.url), place, requests.Session(), Feedback())


def test_a_name_is_completed_and_homonyms_have_their_code_and_departement(served):
    found = places(served, "saint-den")
    assert {(place.name, place.code, place.department) for place in found} == {
        ("Saint-Denis", "93066", "93"), ("Saint-Denis", "97411", "974"), ("Saint-Denis", "30247", "30"),
    }  # fmt: skip
    (asked,) = served.asked
    assert asked.query["q"] == "saint-den" and asked.query["index"] == "poi"


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("lamballe-a", "commune", "22093"),
        ("CA Lamballe", "epci", ""),
        ("cotes-d'ar", "department", "22"),
        ("La Réun", "department", "974"),
        ("bretag", "region", "53"),
        ("lyon 3", "district", "69383"),
        ("bonifa", "commune", "2A041"),
        ("  'L'Haÿ", "commune", "94038"),
    ],
)
def test_every_kind_of_unit_has_its_outline(served, typed, kind, code):
    (place,) = places(served, typed)
    assert (place.kind, place.code) == (kind, code)
    unit = next(unit for unit in UNITS if unit.name == place.name)
    assert drawn(served, place).equals(unit.shape)
    assert Place.from_text(place.as_text()) == place


@pytest.mark.parametrize("typed", ["", "  ", "ab", "'--", "é"])
def test_what_the_service_would_refuse_is_not_asked(served, typed):
    assert places(served, typed) == () and not served.asked


def test_nothing_found_is_no_failure(served):
    assert places(served, "Zzyzx") == ()


def test_epci_of_one_name_are_told_apart_by_their_identifier_or_their_place():
    twins = tuple(Unit("epci", "epci", "CC du Val d'Or", f"20000000{i}", 5.0 * i, 45.0, cleabs=f"E{i}") for i in (0, 1))
    with serving(GazetteerService(units=twins)) as service:
        for place in places(service, "CC du Val"):
            assert drawn(service, place).equals(twins[place.lon > 2].shape)
            assert "cleabs='E" in service.asked[-1].query["CQL_FILTER"] and "Val d''Or" in service.asked[-1].query[
                "CQL_FILTER"
            ]  # fmt: skip


def test_a_busy_service_that_says_until_when_is_asked_once_more():
    busy = Answer(b"", 429, {"Retry-After": "0"})
    with serving(GazetteerService(failures=[busy])) as service:
        assert places(service, "bretagne") and len(service.asked) == 2
    with serving(GazetteerService(failures=[busy, busy])) as service, pytest.raises(TooManyRequests):
        places(service, "bretagne")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(b"", 429, {"Retry-After": "3600"}), TooManyRequests),
        (Answer(b"<!DOCTYPE html><html></html>"), InvalidAnswer),
        (Answer(b'{"features": "no"}'), InvalidAnswer),
        (Answer(b"[]"), InvalidAnswer),
        (Answer(b'{"features": [{'), InvalidAnswer),
        (Answer.of({"code": 400, "message": "Failed parsing query"}, status=400), HttpError),
        (Answer(b"", 503), HttpError),
    ],
)
def test_failures_keep_their_kind(answer, kind):
    with serving(GazetteerService(failures=[answer])) as service, pytest.raises(kind):
        places(service, "bretagne")


def test_no_network_and_no_answer_are_told_apart(monkeypatch):
    with pytest.raises(Unreachable):
        suggest(row("http://127.0.0.1:9"), "bretagne", requests.Session(), Feedback())
    monkeypatch.setattr("dinamis_qgis.domain.web.TIMEOUT", 0.2)
    with serving(GazetteerService(search_delay=2.0)) as service, pytest.raises(TimedOut):
        places(service, "bretagne")


def test_a_cancelled_question_is_not_asked(served):
    with pytest.raises(Cancelled):
        places(served, "bretagne", cancelled=True)
    assert not served.asked


HERE = Place("Ici", "commune", "22093", "22", -2.55, 48.45)


@pytest.mark.parametrize(
    ("answer", "detail"),
    [
        (b"<!DOCTYPE html><html></html>", WEB_PAGE),
        (b'<?xml version="1.0"?><ows:ExceptionReport/>', "exception"),
        (b'{"type": "FeatureCollection", "feat', "GeoJSON"),
        (b"null", "GeoJSON"),
        (b"", "GeoJSON"),
    ],
)
def test_an_answer_that_is_no_outline(answer, detail):
    with pytest.raises(InvalidAnswer) as raised:
        outline_of(answer, HERE, "http://service.test")
    assert detail in raised.value.detail


def collection(*shapes):
    features = [{"type": "Feature", "properties": {}, "geometry": mapping(shape)} for shape in shapes]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


NOWHERE = b'{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null}]}'


@pytest.mark.parametrize("answer", [collection(), collection(shapely.Point(-2.55, 48.45)), NOWHERE])
def test_a_place_without_an_outline_says_so(answer):
    with pytest.raises(InvalidZone) as raised:
        outline_of(answer, HERE, "http://service.test")
    assert raised.value.reason == "no_outline"


def test_latitude_first_is_refused_rather_than_drawn_in_the_indian_ocean(served):
    served.answer.axis_swapped = True
    (place,) = places(served, "lamballe-a")
    with pytest.raises(InvalidAnswer):
        drawn(served, place)


def test_heights_holes_and_islands():
    ring = [(-2.6, 48.4, 12.0), (-2.4, 48.4, 12.0), (-2.4, 48.5, 12.0), (-2.6, 48.5, 12.0)]
    hole = [(-2.5, 48.42), (-2.45, 48.42), (-2.45, 48.45), (-2.5, 48.45)]
    shape = MultiPolygon([Polygon(ring, [hole]), box(-2.3, 48.4, -2.29, 48.41)])
    found = outline_of(collection(shape), HERE, "http://service.test")
    assert found.equals(shapely.force_2d(shape)) and not found.has_z


def test_the_shipped_row_is_read_and_says_what_it_rests_on():
    shipped = read_row(paths.resource("gazetteer.json"))
    assert {level.kind for level in shipped.levels} == {"commune", "district", "epci", "department", "region"}
    assert shipped.search.startswith("https://") and shipped.outlines.startswith("https://") and shipped.verified


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2}', profile_file("http://x").replace("epci", "county"), "{" * 5000]
)
def test_a_row_that_is_none(tmp_path, text):
    path = tmp_path / "gazetteer.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile):
        read_row(path)


@given(st.text(min_size=1, max_size=60))
def test_any_name_stays_within_its_quotes(name):
    twin = Place(name, "epci", "", "", 0.0, 0.0, name)
    with serving(GazetteerService()) as service:
        try:
            drawn(service, twin)
        except InvalidZone as error:
            assert error.reason == "no_outline"
        asked = service.asked[-1].query["CQL_FILTER"]
    quoted = "'" + name.replace("'", "''") + "'"
    assert asked == f"cleabs={quoted} OR nom_officiel={quoted}"
