# SPDX-License-Identifier: GPL-2.0-or-later
"""The STAC driver against stac-fastapi-pgstac with 10 000 scenes."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from shapely.geometry import MultiPolygon, box, shape

from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.catalogues.stac import StacCatalogue
from dinamis_qgis.domain.errors import NotFound
from dinamis_qgis.domain.query import SearchQuery

BRITTANY = box(-3.0, 47.8, -1.5, 48.7)


@pytest.fixture
def search(in_task, pgstac):
    def run(query):
        def work(feedback):
            pages = list(StacCatalogue(pgstac, QgisSession()).search(query, feedback))
            return [scene for page in pages for scene in page.scenes], pages[-1].matched if pages else None

        return in_task(work, timeout=120_000)

    return run


def test_all_ten_thousand_come_once_and_newest_first(search, ten_thousand):
    scenes, matched = search(SearchQuery(limit=20_000))
    assert matched == len(scenes) == len(ten_thousand)
    assert {scene.id for scene in scenes} == {one["id"] for one in ten_thousand}
    dates = [scene.acquired for scene in scenes]
    assert dates == sorted(dates, reverse=True)


def test_filters_keep_the_unknown_and_the_count_is_true(search, ten_thousand):
    start, end = datetime(2018, 1, 1, tzinfo=timezone.utc), datetime(2020, 12, 31, 23, 59, 59, tzinfo=timezone.utc)
    query = SearchQuery(BRITTANY, start, end, ("pleiades",), max_cloud=20.0, max_incidence=15.0)
    wanted = {
        one["id"]
        for one in ten_thousand
        if one["collection"] == "pleiades"
        and "2018" <= one["properties"]["datetime"][:4] <= "2020"
        and one["properties"].get("eo:cloud_cover", 0.0) <= 20.0
        and one["properties"].get("view:incidence_angle", 0.0) <= 15.0
        and shape(one["geometry"]).intersects(BRITTANY)
    }
    scenes, matched = search(query)
    assert {scene.id for scene in scenes} == wanted and len(wanted) > 10
    assert matched == len(wanted)
    assert any(scene.cloud_cover is None for scene in scenes) and any(scene.incidence is None for scene in scenes)


def test_a_property_that_no_item_has_loses_nothing(search):
    scenes, _ = search(SearchQuery(BRITTANY, max_gsd=1.0, limit=50))
    assert len(scenes) == 50 and all(scene.gsd is None for scene in scenes)


def test_what_the_service_cannot_check_is_checked_here(search):
    scenes, matched = search(SearchQuery(BRITTANY, missions=("SPOT7",), level="ortho", limit=30))
    assert len(scenes) == 30 and matched is None
    assert {(scene.mission, scene.level) for scene in scenes} == {("SPOT7", "ortho")}


def test_a_zone_across_the_antimeridian(search):
    zone = MultiPolygon([box(179.5, -17.0, 180.0, -16.0), box(-180.0, -17.0, -179.3, -16.0)])
    scenes, matched = search(SearchQuery(zone))
    assert sorted(scene.id for scene in scenes) == [f"PACIFIC_{number}" for number in range(4)]
    assert matched == 4


def test_counting_and_nothing_found(in_task, pgstac, search):
    def work(feedback):
        catalogue = StacCatalogue(pgstac, QgisSession())
        return [catalogue.count(query, feedback) for query in (SearchQuery(), SearchQuery(collections=("none",)))]

    whole, none = in_task(work)
    assert (whole.number, whole.exact, none.number, none.exact) == (10_000, True, 0, True)
    assert search(SearchQuery(collections=("none",)))[0] == []


def test_one_scene_is_read_again(in_task, pgstac, ten_thousand):
    one = ten_thousand[5]

    def work(feedback):
        catalogue = StacCatalogue(pgstac, QgisSession())
        with pytest.raises(NotFound):
            catalogue.scene(one["collection"], "none", "", feedback)
        found = next(catalogue.search(SearchQuery(limit=1), feedback)).scenes[0]
        again = catalogue.scene(found.collection, found.id, found.self_url, feedback)
        return found, again

    found, again = in_task(work)
    assert found == again and again.self_url.startswith(pgstac)
