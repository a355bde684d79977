# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSPOT's open coverages: years and modes from its pages, scenes from its files, and never its form."""

from __future__ import annotations

import json
from datetime import datetime, timezone

import pytest
from shapely.geometry import box

from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.catalogues.openspot import OpenSpot
from dinamis_qgis.domain.errors import InvalidAnswer, NotFound, ServiceBroken
from dinamis_qgis.domain.query import SearchQuery
from tests.services.http_service import Answer, serving
from tests.services.openspot_service import OpenSpotService, feature

FILES = {
    "2019_MS": [feature(1, "MS", "2019-06-01"), feature(2, "MS", "2019-07-01", 40.0)],
    "2021_MS": [feature(3, "MS", "2021-05-01"), feature(4, "MS", "2021-08-30")],
    "2021_PAN": [feature(5, "PAN", "2021-05-01")],
}


def utc(*parts):
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.fixture
def search(in_task):
    def run(service, *queries, session=None):
        session = session or QgisSession()

        def work(feedback):
            found = []
            for query in queries:
                pages = OpenSpot(running.url, session, licence="Licence Ouverte 2.0").search(query, feedback)
                found.append([scene for page in pages for scene in page.scenes])
            return found

        with serving(service) as running:
            found = in_task(work)
        return (*found, [asked.path for asked in running.asked])

    return run


def test_every_year_and_mode_is_read_the_latest_first(search):
    service = OpenSpotService(FILES)
    scenes, asked = search(service, SearchQuery())
    assert [scene.acquired.date().isoformat() for scene in scenes] == [
        "2021-08-30", "2021-05-01", "2021-05-01", "2019-07-01", "2019-06-01",
    ]  # fmt: skip
    assert asked[:2] == ["/", "/PO"] and "/api/geo/2019_PAN" in asked  # which is not there, and that is no fault
    assert service.forms == []


def test_a_scene_says_what_its_feature_says(search):
    scene = search(OpenSpotService(FILES), SearchQuery(spectral_mode="P"))[0][0]
    assert (scene.id, scene.collection) == ("ORT_SPOT7_20210501_104512300_005---PAN", "2021_PAN")
    assert (scene.mission, scene.spectral_mode, scene.gsd, scene.level) == ("SPOT7", "P", 1.5, "ortho")
    assert scene.acquired == utc(2021, 5, 1, 10, 45, 12, 300000)
    assert scene.licence == "Licence Ouverte 2.0" and scene.footprint.bounds == (2.0, 48.0, 2.6, 48.5)
    assert scene.quicklook.href.endswith("/api/lien_jpg/ORT_SPOT7_20210501_104512300_005.jpg")
    assert [asset.key for asset in scene.assets] == ["quicklook"]  # files are had through the form alone


def test_years_are_narrowed_with_a_margin_and_read_once_a_session(search):
    service, session = OpenSpotService(FILES), QgisSession()
    of_2021 = SearchQuery(start=utc(2021, 1, 1), end=utc(2021, 12, 31))
    first, again, everything, asked = search(service, of_2021, of_2021, SearchQuery(), session=session)
    assert [scene.id for scene in first] == [scene.id for scene in again] and len(first) == 3
    assert len(everything) == 5
    assert len(asked) == len(set(asked)) and sum("2019" in path for path in asked) == 2


def test_the_zone_dates_and_limit_are_applied_here(search):
    zone = box(2.1, 48.1, 2.2, 48.2)
    scenes, _ = search(OpenSpotService(FILES), SearchQuery(aoi=zone, end=utc(2020, 12, 31)))
    assert [scene.collection for scene in scenes] == ["2019_MS"]
    scenes, asked = search(OpenSpotService(FILES), SearchQuery(limit=1))
    assert len(scenes) == 1 and sum(path.startswith("/api/geo") for path in asked) == 1
    scenes, asked = search(OpenSpotService(FILES), SearchQuery(collections=("2021_PAN",)))
    assert len(scenes) == 1 and asked[2:] == ["/api/geo/2021_PAN"]


def test_the_second_page_adds_its_years(search):
    service = OpenSpotService({**FILES, "2022_MS": [feature(9, "MS", "2022-02-02", page_="PO")]}, overseas=(2022,))
    assert search(service, SearchQuery())[0][0].id.startswith("ORT_SPOT7_20220202")


def test_odd_features_are_read_as_far_as_they_go(search):
    bare = {"type": "Feature", "properties": {"fid": 7}}
    dated = feature(8, "MS", "2021-01-02", ds_name="x", img_date="2021-01-02", f_quicklook="../../ressources")
    other_day = feature(9, "MS", "2021-01-02", img_date="2021-03-04", f_quicklook="..", resolution="6")
    lambert = feature(10, "MS", "2021-01-02")
    lambert["geometry"]["coordinates"] = [[[6e5, 6e6], [7e5, 6e6], [7e5, 7e6], [6e5, 6e6]]]
    nameless = {"type": "Feature", "properties": {"img_date": "2021-01-01"}}
    service = OpenSpotService({"2021_MS": [bare, dated, other_day, lambert, nameless, 3, None, dated]})
    found = {scene.id: scene for scene in search(service, SearchQuery())[0]}
    assert len(found) == 4 and found["2021_MS-7"].acquired is None and found["2021_MS-7"].spectral_mode == "MS"
    assert found["x"].acquired == utc(2021, 1, 2) and found["x"].mission == "" and found["x"].level == ""
    assert found["x"].quicklook.href.endswith("/api/lien_jpg/..%2F..%2Fressources")
    named = next(scene for name, scene in found.items() if name.endswith("_009---MS"))
    assert named.acquired == utc(2021, 3, 4) and named.assets == () and named.gsd == 6.0
    assert next(scene for name, scene in found.items() if "_010" in name).footprint is None


def test_pages_without_the_lists_and_files_without_features_are_said(search):
    with pytest.raises(InvalidAnswer):
        search(lambda _: Answer(b"<html>Under maintenance</html>"), SearchQuery())
    broken = OpenSpotService(FILES)
    with pytest.raises(InvalidAnswer):
        search(lambda asked: Answer.of({}) if "geo" in asked.path else broken(asked), SearchQuery())


def test_files_that_are_all_gone_are_a_fault_until_they_are_back(in_task):
    service, gone = OpenSpotService(FILES), [True]

    def answer(asked):
        return Answer(status=404) if gone and "geo" in asked.path else service(asked)

    def work(feedback):
        catalogue = OpenSpot(running.url, QgisSession())
        for _attempt in range(2):
            with pytest.raises(NotFound):
                list(catalogue.search(SearchQuery(), feedback))
        gone.clear()
        return sum(len(page.scenes) for page in catalogue.search(SearchQuery(), feedback))

    with serving(answer) as running:
        assert in_task(work) == 5


def test_a_fault_of_the_second_page_is_one_unless_it_is_not_there(search):
    service = OpenSpotService(FILES)
    with pytest.raises(ServiceBroken):
        search(lambda asked: Answer(status=500) if asked.path == "/PO" else service(asked), SearchQuery())


def test_counting_reads_one_file_at_the_most_and_a_scene_is_found_again(in_task):
    with serving(OpenSpotService(FILES)) as running:

        def work(feedback):
            catalogue = OpenSpot(running.url, QgisSession())
            some = catalogue.count(SearchQuery(), feedback)
            files = sum(asked.path.startswith("/api/geo") for asked in running.asked)
            list(catalogue.search(SearchQuery(), feedback))
            every = catalogue.count(SearchQuery(), feedback)
            name = "ORT_SPOT7_20190601_104512300_001---MS"
            again = catalogue.scene("2019_MS", name, "", feedback)
            with pytest.raises(NotFound):
                catalogue.scene("2019_MS", "none", "", feedback)
            return some, files, every, again.id == name, fetch(again.quicklook.href, feedback)

        some, files, every, same, picture = in_task(work)
    assert (some.number, some.exact, files) == (2, False, 1)
    assert (every.number, every.exact) == (5, True)
    assert same and picture == b"picture"


def test_the_published_shape_is_read(real_data, search):
    one = json.loads((real_data / "stac" / "SYNTHETIC_openspot_geo_feature.json").read_text(encoding="utf-8"))
    scene = search(OpenSpotService({"2021_PAN": one["features"]}), SearchQuery())[0][0]
    assert (scene.mission, scene.spectral_mode, scene.acquired) == ("SPOT7", "P", utc(2021, 6, 1, 10, 45, 12, 300000))
