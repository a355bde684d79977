# SPDX-License-Identifier: GPL-2.0-or-later
"""A saved search: what it holds, what it never holds, and what hostile JSON makes of it."""

import json
from datetime import date

import pytest
from shapely.geometry import MultiPolygon, box

from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.periods import SUMMER, Period
from dinamis_qgis.domain.saved_search import (
    EXTENT,
    GIVEN,
    MOST_SEARCHES,
    TERRITORY,
    SavedSearch,
    SavedZone,
    Watch,
    digest,
    free_name,
    read,
    read_all,
    written,
)
from dinamis_qgis.domain.scene import Scene

TODAY = date(2026, 3, 3)
HOME, AWAY = box(-2.6, 48.4, -2.4, 48.5), box(5.0, 43.0, 5.5, 43.5)
CHOICES = Choices(period=Period(SUMMER, 2022), max_cloud=10.0, missions=("PHR1A",), text="côte")


def search(zone=None, **more):
    return SavedSearch("Été 2022", CHOICES, zone or SavedZone(TERRITORY, "Ici"), **more)


def as_json(one):
    return json.loads(json.dumps(written(one)))


@pytest.mark.parametrize(
    "zone",
    [
        SavedZone(TERRITORY, "Ici"), SavedZone(EXTENT), SavedZone(GIVEN, "Baie", HOME),
        SavedZone(GIVEN, "", MultiPolygon([HOME, AWAY])), SavedZone(GIVEN, "", HOME.difference(HOME.buffer(-0.02))),
    ],
)  # fmt: skip
def test_it_is_read_as_it_was_written(zone):
    watch = Watch(TODAY, TODAY, "place", {"a": frozenset({"1", "2"}), "b": frozenset()})
    for one in (search(zone), search(zone, watch=watch, invented=True)):
        assert read(as_json(one)) == one and read(as_json(one)).asks_the_same(one)


def test_an_address_that_says_a_key_loses_it():
    left_out = "https://user:pass@stac.test/?api_key=SECRET&x=1"
    said = written(search(SavedZone()))
    said["criteria"]["left_out"] = [left_out]
    again = as_json(read(said))
    assert again["criteria"]["left_out"] == ["https://stac.test/?x=1"]
    assert "SECRET" not in json.dumps(again) and "pass" not in json.dumps(again)


def test_what_is_shared_does_not_say_what_was_looked_at():
    assert "watch" not in written(search(watch=Watch(TODAY)).shared())


def test_only_what_stays_in_place_and_is_real_can_be_watched():
    assert search().watched(TODAY).watch == Watch(TODAY)
    assert search(SavedZone(GIVEN, "", HOME)).watched(TODAY).watch
    for one in (search(SavedZone(EXTENT)), search(invented=True)):
        assert one.watched(TODAY).watch is None


def found(**catalogues):
    return {name: frozenset(seen) for name, seen in catalogues.items()}


def test_new_images_are_those_that_were_not_there_and_stay_new_until_looked_at():
    one = search().watched(date(2026, 3, 1))
    one, count = one.with_news(HOME, found(a="12", b="1"), TODAY)
    assert count == 0 and one.watch.asked == TODAY and one.watch.since == date(2026, 3, 1)
    for _ in range(2):
        one, count = one.with_news(HOME, found(a="1234", b="1"), TODAY)
        assert count == 2
    one = one.looked_at(HOME, found(a="123"), TODAY, {"a"})
    assert one.watch.since == TODAY
    assert one.with_news(HOME, found(a="1234", b="1"), TODAY)[1] == 1
    assert one.with_news(HOME, found(a="4"), TODAY)[1] == 1  # what has left the list is not forgotten
    assert one.with_news(HOME, found(a="12", b="1"), TODAY)[1] == 0


def test_the_rest_of_what_was_shown_in_part_does_not_look_new():
    one = search().watched(TODAY).looked_at(HOME, found(a="12", b="12"), TODAY, {"b"})
    one, count = one.with_news(HOME, found(a="1234", b="123"), TODAY)
    assert count == 1
    one = one.looked_at(HOME, found(a="5", b="3"), TODAY, set())  # in part, but of what is known whole
    assert one.with_news(HOME, found(a="12345", b="123"), TODAY)[1] == 0


def test_a_catalogue_that_answers_for_the_first_time_brings_no_news():
    one, _ = search().watched(TODAY).with_news(HOME, found(a="12"), TODAY)
    one, count = one.with_news(HOME, found(a="123", b="123456"), TODAY)
    assert count == 1
    assert one.with_news(HOME, found(a="12", b="1234567"), TODAY)[1] == 1


def test_another_territory_is_learnt_first():
    one, _ = search().watched(TODAY).with_news(HOME, found(a="12"), TODAY)
    one, count = one.with_news(AWAY, found(a="789"), TODAY)
    assert count == 0
    assert one.with_news(AWAY, found(a="7890"), TODAY)[1] == 1
    turned = MultiPolygon([AWAY]).geoms[0].reverse()
    assert one.with_news(turned, found(a="7890"), TODAY)[1] == 1  # the same place, written otherwise


def test_two_scenes_have_two_digests():
    assert digest(Scene("a", "b", "c")) == digest(Scene("a", "b", "c", title="x")) != digest(Scene("a", "b", "d"))
    assert len(digest(Scene("\ud800", "x"))) == 16


def test_a_name_is_free():
    assert free_name("a", ["b"]) == "a" and free_name("A", ["a", "a (2)"]) == "A (3)"


@pytest.mark.parametrize(
    "broken",
    [
        {"id": ""}, {"id": 5}, {"name": None}, {"name": "\x00"}, {"criteria": []},
        {"criteria": {"text": "x" * 200_000}},
        {"zone": {"kind": "given"}}, {"zone": {"kind": "given", "geometry": {"type": "Point", "coordinates": [0, 0]}}},
        {"zone": {"kind": "elsewhere"}}, {"zone": None},
        {"zone": {"kind": "given", "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1e300, 0], [0, 1]]]}}},
    ],
)  # fmt: skip
def test_what_is_no_search_is_left_out(broken):
    assert read({**as_json(search()), **broken}) is None


def test_a_list_is_bounded_and_says_each_search_once():
    one = as_json(search())
    assert len(read_all([{**one, "id": f"i{number % 700}"} for number in range(1000)])) == MOST_SEARCHES
    assert read_all({"not": "a list"}) == () == read_all(None)


def test_text_is_text():
    evil = "<img src='x'>\n[% 1 %]\ud800"
    made = read({**as_json(search()), "name": evil, "zone": {"kind": "extent", "label": evil * 100}})
    assert "\n" not in made.name and "[%" not in made.name and len(made.zone.label) <= 200
    json.dumps(written(made)).encode()
