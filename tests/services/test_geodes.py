# SPDX-License-Identifier: GPL-2.0-or-later
"""GEODES: the STAC driver in its dialect, as the shipped row names it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from shapely.geometry import box

from dinamis_qgis import paths
from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.catalogues.registry import open_catalogue, rows
from dinamis_qgis.domain.errors import AccessDenied, NotFound
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.themes import narrowed
from tests.services.geodes_service import MOST, GeodesService, feature
from tests.services.http_service import Answer, serving

SQUARE = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]
FAR = [[40.0, 48.0], [40.2, 48.0], [40.2, 48.2], [40.0, 48.2], [40.0, 48.0]]
S2 = "THEIA_REFLECTANCE_SENTINEL2_L2A"


def many(count, collection=S2, ring=SQUARE, **properties):
    first = date(2020, 1, 1)
    days = ((first + timedelta(days=number)).isoformat() for number in range(count))
    return [feature(number, collection, day, ring, **properties) for number, day in enumerate(days)]


@pytest.fixture
def geodes():
    """The shipped row at another address."""
    row = next(row for row in rows(paths.resource("catalogues.json")) if row.id == "geodes")
    return lambda url: open_catalogue(replace(row, url=f"{url}/api/stac"), QgisSession())


@pytest.fixture
def search(in_task, geodes):
    def run(service, query):
        def work(feedback):
            return list(geodes(running.url).search(query, feedback))

        with serving(service) as running:
            pages = in_task(work, timeout=30_000)
        return [scene for page in pages for scene in page.scenes], pages[-1].matched, running

    return run


@pytest.mark.parametrize("counts", [True, False])
@pytest.mark.parametrize("count", [0, 1, MOST, 2 * MOST, 2 * MOST + 7])
def test_pages_are_asked_by_number_and_every_scene_comes_once(search, counts, count):
    service = GeodesService(many(count), counts)
    scenes, matched, running = search(service, SearchQuery())
    assert len({scene.id for scene in scenes}) == len(scenes) == count
    assert matched == (count if counts else None)
    assert [asked["page"] for asked in service.searches] == list(range(1, len(service.searches) + 1))
    assert {asked.path for asked in running.asked} == {"/api/stac/search"}
    assert len(service.searches) <= max(-(-count // MOST), 1) + (not counts)


def test_newest_first_in_its_own_words(search):
    service = GeodesService(many(100))
    scenes, _, _ = search(service, SearchQuery(limit=30))
    assert service.searches[0]["sortBy"] == [{"field": "start_datetime", "direction": "dsc"}]
    assert service.searches[0]["limit"] == 30
    assert [scene.acquired for scene in scenes] == sorted((scene.acquired for scene in scenes), reverse=True)
    assert scenes[0].acquired.date() == date(2020, 4, 9)


def test_dates_are_those_of_the_acquisition_and_periods_overlap(search):
    start = datetime(2020, 1, 10, 10, 0, 9, tzinfo=timezone.utc)
    end = datetime(2020, 1, 12, 10, 0, 0, tzinfo=timezone.utc)
    service = GeodesService(many(40))
    scenes, matched, _ = search(service, SearchQuery(start=start, end=end))
    assert sorted(scene.acquired.day for scene in scenes) == [10, 11, 12] and matched == 3
    assert service.searches[0]["query"] == {
        "end_datetime": {"gte": "2020-01-10T10:00:09.000Z"}, "start_datetime": {"lte": "2020-01-12T10:00:00.000Z"},
    }  # fmt: skip


def test_the_zone_goes_to_the_service_and_clouds_are_checked_here(search):
    clear, cloudy = many(3, **{"eo:cloud_cover": 3.0}), many(4, **{"eo:cloud_cover": 80.0})
    unknown, far = many(2), many(5, ring=FAR)
    found = [{**one, "id": str(number)} for number, one in enumerate([*clear, *cloudy, *unknown, *far])]
    service = GeodesService(found)
    scenes, matched, _ = search(service, SearchQuery(aoi=box(2.1, 48.1, 2.15, 48.15), max_cloud=20.0))
    assert {scene.cloud_cover for scene in scenes} == {3.0, None} and len(scenes) == 5 and matched is None
    assert "query" not in service.searches[0]  # « lte » would lose the unknown ones


def test_each_theme_asks_its_collections(search):
    row = next(row for row in rows(paths.resource("catalogues.json")) if row.id == "geodes")
    collections = ("SWH_SPOT5_L1", S2, "THEIA_OSO_RASTER_L3B")
    found = [{**many(1, name)[0], "id": name} for name in collections]
    for theme, name in zip(("spot_history", "sentinel2", "land_cover"), collections):
        scenes, _, _ = search(GeodesService(found), narrowed(SearchQuery(max_cloud=5.0), row, theme))
        assert [scene.collection for scene in scenes] == [name]
    assert len(search(GeodesService(found), narrowed(SearchQuery(), row, "all"))[0]) == 3


def test_a_placeholder_is_no_licence_and_the_overview_says_its_scope(search):
    scene = search(GeodesService(many(1, "SWH_SPOT5_L1", platform="SPOT5")), SearchQuery())[0][0]
    assert (scene.mission, scene.licence, scene.title) == ("SPOT5", "", "SWH_SPOT5_L1_00000")
    assert scene.quicklook.href.endswith("/files/aa?scope=gdh")
    assert not any("scope" in asset.href for asset in scene.assets if "data" in asset.roles)


def test_the_picture_comes_without_a_key_and_the_data_do_not(in_task, geodes):
    service = GeodesService([])
    with serving(service) as running:
        service.features = [feature(1, S2, "2020-01-01", SQUARE, running.url)]

        def work(feedback):
            scene = next(geodes(running.url).search(SearchQuery(), feedback)).scenes[0]
            data = next(asset for asset in scene.assets if "data" in asset.roles)
            with pytest.raises(AccessDenied):
                fetch(data.href, feedback)
            again = geodes(running.url).scene(scene.collection, scene.id, "", feedback)
            return fetch(scene.quicklook.href, feedback), again.id == scene.id

        assert in_task(work) == (b"picture", True)
        assert not any("x-api-key" in asked.headers for asked in running.asked)


def test_counting_costs_one_request(in_task, geodes):
    service = GeodesService(many(300))
    with serving(service) as running:
        count = in_task(lambda feedback: geodes(running.url).count(SearchQuery(), feedback))
    assert (count.number, count.exact) == (300, True)
    assert len(running.asked) == 1


def test_a_page_number_beyond_what_it_can_serve_keeps_what_came(in_task, geodes):
    service = GeodesService(many(200))
    kept = []

    def answer(asked):
        return service(asked) if asked.json["page"] < 3 else Answer(status=500)

    with serving(answer) as running, pytest.raises(Exception, match="HTTP 500"):
        in_task(lambda feedback: [kept.extend(p.scenes) for p in geodes(running.url).search(SearchQuery(), feedback)])
    assert len(kept) == 2 * MOST


def test_an_address_that_moved_is_said_and_not_tried_otherwise(in_task, geodes):
    with serving(lambda _: Answer(status=404)) as running, pytest.raises(NotFound):
        in_task(lambda feedback: list(geodes(running.url).search(SearchQuery(), feedback)))
    assert len(running.asked) == 1


def test_the_recorded_page_is_read(real_data, search):
    recorded = json.loads((real_data / "stac" / "geodes_search.json").read_text(encoding="utf-8"))
    recorded["context"]["matched"] = 1  # 37 million in the recording: its second page was not kept
    scene = search(lambda _: Answer.of(recorded), SearchQuery(max_cloud=70.0))[0][0]
    assert (scene.mission, scene.collection, scene.licence) == ("S2A", "PEPS_S2_L1C", "")
    assert scene.acquired == datetime(2025, 4, 2, 17, 57, 41, 24000, tzinfo=timezone.utc)
    assert scene.acquired_end is None and scene.cloud_cover == pytest.approx(67.55, abs=0.01)
    assert scene.quicklook.href.endswith("?scope=gdh") and scene.quicklook.href.count("scope") == 1
    assert scene.footprint.bounds == pytest.approx((-101.995, 52.226, -100.321, 53.242), abs=0.001)


def test_size_and_checksum_are_read_in_the_descriptions(search):
    scenes, _, _ = search(GeodesService(many(1)), SearchQuery())
    (picture,) = [asset for asset in scenes[0].assets if "overview" in asset.roles]
    assert (picture.size, picture.checksum) == (18684, "d501101003ae6b1edf05adf7c46cb759ffeaec")


def test_they_are_those_of_the_recorded_page(real_data):
    from dinamis_qgis.domain.catalogues.items import Origin, scenes

    page = json.loads((real_data / "stac" / "geodes_search.json").read_text("utf-8"))
    (found, *_others) = scenes(page["features"], Origin("geodes", lambda href, _base: href))
    known = {asset.size: asset.checksum for asset in found.assets if asset.size}
    assert known[764210185] == "d5011086f828c4c7e921615d1cd0476604f780"


def test_what_geodes_filters_itself_is_said_and_the_rest_is_filtered_here(in_task, geodes):
    day = datetime(2020, 1, 10, tzinfo=timezone.utc)
    query = SearchQuery(box(1, 47, 3, 49), start=day, max_cloud=20.0, months=(1,), cql2="eo:cloud_cover < 90")
    service = GeodesService(many(60, **{"eo:cloud_cover": 10}) + many(60, "PEPS_S2_L1C", **{"eo:cloud_cover": 50}))
    with serving(service) as running:
        found = in_task(lambda feedback: list(geodes(running.url).search(query, feedback)))
    assert found[-1].by_service == {"aoi", "period"} and found[-1].newest_first and found[-1].matched is None
    assert len([scene for page in found for scene in page.scenes]) == 22, "10 to 31 January"
    assert all("eo:cloud_cover" not in asked.get("query", {}) for asked in service.searches)
