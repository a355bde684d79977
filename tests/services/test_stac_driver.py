# SPDX-License-Identifier: GPL-2.0-or-later
"""The STAC driver against services as rich, poor or odd as real ones are."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from shapely.geometry import MultiPolygon, Point, box

from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.catalogues.stac import StacCatalogue
from dinamis_qgis.domain.errors import InvalidAnswer, NotFound
from dinamis_qgis.domain.query import SearchQuery
from tests.services.http_service import Answer, serving
from tests.services.stac_service import CORE, StacService
from tests.services.synthetic_items import item, items

FRANCE = box(-5.0, 42.0, 9.0, 51.5)
SQUARE = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]


@pytest.fixture
def search(in_task):
    """Scenes, the last count, and the double that was asked."""

    def run(service, query):
        def work(feedback):
            pages = list(StacCatalogue(running.url, QgisSession()).search(query, feedback))
            return [scene for page in pages for scene in page.scenes], pages[-1].matched if pages else None

        with serving(service) as running:
            return (*in_task(work, timeout=30_000), service)

    return run


@pytest.mark.parametrize("next_link", ["body", "merge", "get"])
@pytest.mark.parametrize("methods", [("GET", "POST"), ("GET",)])
def test_every_way_of_paging_brings_every_scene_once(search, next_link, methods):
    scenes, matched, _ = search(StacService(items(600), next_link=next_link, methods=methods), SearchQuery())
    assert len({scene.id for scene in scenes}) == len(scenes) == 600
    assert matched == 600


@pytest.mark.parametrize(("matched", "expected"), [("context", 300), ("first page", 300), ("", None)])
def test_the_count_is_the_service_own_or_none(search, matched, expected):
    assert search(StacService(items(300), matched=matched), SearchQuery())[1] == expected


def test_post_is_tried_where_nothing_is_declared_and_get_where_post_is_refused(search):
    scenes, _, service = search(StacService(items(30), declared=False, methods=("GET",)), SearchQuery(aoi=FRANCE))
    assert len(scenes) == 30
    assert "bbox" in service.searches[0]


def test_a_service_that_wants_smaller_pages_gets_them(search):
    scenes, _, service = search(StacService(items(250), most=100), SearchQuery())
    assert len(scenes) == 250
    assert service.searches[-1]["limit"] == 100


def test_filters_go_to_the_service_where_it_keeps_unknowns_and_nothing_unknown_is_lost(search):
    query = SearchQuery(max_cloud=10.0, max_incidence=20.0)
    everything = items(800)
    wanted = {
        one["id"]
        for one in everything
        if one["properties"].get("eo:cloud_cover", 0.0) <= 10.0
        and one["properties"].get("view:incidence_angle", 0.0) <= 20.0
    }
    rich, matched, service = search(StacService(everything), query)
    assert {scene.id for scene in rich} == wanted and matched == len(wanted)
    assert "filter" in service.searches[0]
    poor, matched, service = search(StacService(everything, conformance=CORE), query)
    assert {scene.id for scene in poor} == wanted and matched is None
    assert sum("filter" in asked or "sortby" in asked for asked in service.searches) <= 1  # the guess
    assert any(scene.cloud_cover is None for scene in rich)


def test_what_only_we_can_check_is_checked_here_and_the_limit_counts_kept_scenes(search):
    query = SearchQuery(missions=("SPOT7",), level="ortho", limit=40)
    scenes, matched, service = search(StacService(items(900)), query)
    assert len(scenes) == 40 and matched is None
    assert {scene.mission for scene in scenes} == {"SPOT7"}
    assert service.searches[0]["limit"] > 40


def test_newest_first_where_the_service_sorts(search):
    scenes, _, _ = search(StacService(items(300)), SearchQuery())
    dates = [scene.acquired for scene in scenes]
    assert dates == sorted(dates, reverse=True)


def test_dates_are_inclusive_and_periods_overlap(search):
    spring = item(
        "spring", "spot", SQUARE, None, start_datetime="2022-03-01T00:00:00Z", end_datetime="2022-06-01T00:00:00Z"
    )
    instant = item("instant", "spot", SQUARE, "2022-05-31T23:59:59.999999Z")
    start = datetime(2022, 5, 31, 23, 59, 59, 999999, tzinfo=timezone.utc)
    scenes, _, service = search(StacService([spring, instant]), SearchQuery(start=start))
    assert {scene.id for scene in scenes} == {"spring", "instant"}
    assert service.searches[0]["datetime"] == "2022-05-31T23:59:59.999999Z/.."
    assert len(search(StacService([spring, instant]), SearchQuery(end=start))[0]) == 2
    assert len(search(StacService([spring, instant]), SearchQuery(end=start.replace(second=0)))[0]) == 1


def test_a_zone_on_both_sides_of_the_antimeridian(search):
    def around(lon):
        west, east = lon - 0.1, lon + 0.1
        ring = [[west, -17.0], [east, -17.0], [east, -16.0], [west, -16.0], [west, -17.0]]
        return item(f"at {lon}", "spot", ring, "2022-01-01T00:00:00Z")

    there = [around(179.8), around(-179.8), around(0.0), around(-170.0)]
    crossing = item(
        "crossing",
        "spot",
        [[179.9, -17], [-179.9, -17], [-179.9, -16], [179.9, -16], [179.9, -17]],
        "2022-01-02T00:00:00Z",
    )
    zone = MultiPolygon([box(179.0, -17.0, 180.0, -16.0), box(-180.0, -17.0, -179.0, -16.0)])
    for methods in (("GET", "POST"), ("GET",)):
        scenes, _, _ = search(StacService([*there, crossing], methods=methods), SearchQuery(aoi=zone))
        assert {scene.id for scene in scenes} >= {"at 179.8", "at -179.8"}
        assert not {"at 0.0", "at -170.0"} & {scene.id for scene in scenes}
        for scene in scenes:
            assert scene.footprint.bounds[0] >= -180.0 and scene.footprint.bounds[2] <= 180.0
            assert scene.footprint.area < 1.0


def test_a_zone_of_many_vertices_is_sent_simpler_and_checked_here(search):
    zone = Point(2.0, 47.0).buffer(1.0, quad_segs=2000).difference(box(1.9, 46.0, 2.1, 48.1))
    everything = items(300)
    scenes, matched, service = search(StacService(everything), SearchQuery(aoi=zone))
    sent = service.searches[0]["intersects"]["coordinates"]
    assert len(sent[0]) <= 1000 and matched is None
    assert scenes and all(zone.intersects(scene.footprint) for scene in scenes)


def test_odd_items_become_scenes_and_nothing_else_is_lost(search):
    bare = {"type": "Feature", "id": "urn:x:y/z", "geometry": None, "collection": "spot", "properties": None}
    no_assets = item("no assets", "spot", SQUARE, None)
    no_assets["assets"] = {}
    nameless = {"type": "Feature", "properties": {}}
    features = [bare, nameless, 3, None, no_assets]

    def service(asked):
        if asked.path == "/search":
            return Answer.of({"type": "FeatureCollection", "features": features})
        return StacService([])(asked)

    scenes, _, _ = search(service, SearchQuery(max_cloud=5.0))
    assert [scene.id for scene in scenes] == ["urn:x:y/z", "no assets"]
    assert all(scene.acquired is None and scene.quicklook is None for scene in scenes)


def test_hrefs_are_absolute_and_of_the_web_only(search):
    one = item("one", "spot", SQUARE, "2022-01-01T00:00:00Z")
    one["links"] = [{"rel": "self", "href": "collections/spot/items/one"}]
    one["assets"] = {
        "a": {"href": "../pictures/a.jpg"},
        "b": {"href": "file:///etc/passwd"},
        "c": {"href": "s3://bucket/c.tif"},
        "d": {"href": "https://other.test/d.jpg"},
        "e": {"href": 3},
        "f": {},
    }
    scene = search(StacService([one]), SearchQuery())[0][0]
    host = scene.self_url.split("/collections")[0]
    assert host.startswith("http://127.0.0.1:")
    assert {asset.key: asset.href for asset in scene.assets} == {
        "a": f"{host}/collections/spot/pictures/a.jpg",
        "d": "https://other.test/d.jpg",
    }


@pytest.mark.parametrize("matched", ["numberMatched", "context", ""])
def test_counting_costs_one_request(in_task, matched):
    service = StacService(items(700), matched=matched)

    def work(feedback):
        catalogue = StacCatalogue(running.url, QgisSession())
        list(catalogue.search(SearchQuery(limit=1), feedback))
        before = len(running.asked)
        counts = [catalogue.count(query, feedback) for query in (SearchQuery(), SearchQuery(missions=("SPOT7",)))]
        return counts, len(running.asked) - before

    with serving(service) as running:
        (whole, of_spot7), requests = in_task(work)
    assert requests == 2
    assert (whole.number, whole.exact) == ((700, True) if matched else (100, False))
    assert 0 < of_spot7.number < 100 and not of_spot7.exact


def test_one_scene_is_read_again_by_its_address_or_by_its_names(in_task):
    one = item("one", "spot", SQUARE, "2022-01-01T00:00:00Z")

    def work(feedback):
        catalogue = StacCatalogue(running.url, QgisSession())
        address = f"{running.url}/collections/spot/items/one"
        read = [catalogue.scene("spot", "one", url, feedback) for url in (address, "", "https://elsewhere.test/one")]
        with pytest.raises(NotFound):
            catalogue.scene("spot", "two", "", feedback)
        return read

    with serving(StacService([one])) as running:
        assert {scene.id for scene in in_task(work)} == {"one"}


def test_what_is_no_stac_service_is_said(in_task):
    with serving(lambda _: Answer.of({"hello": 1})) as running, pytest.raises(InvalidAnswer):
        in_task(lambda feedback: list(StacCatalogue(running.url, QgisSession()).search(SearchQuery(), feedback)))
