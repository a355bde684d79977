# SPDX-License-Identifier: GPL-2.0-or-later
"""« Tester la connexion » against real servers: what is said is what the service did, or why it did not."""

from __future__ import annotations

import json
from datetime import timezone

import pytest
from qgis.core import QgsSettings

from dinamis_qgis.core.connection import connect, last_test, remember_test
from dinamis_qgis.core.connection_words import what_it_can
from dinamis_qgis.core.messages import sentence
from dinamis_qgis.domain import errors
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from tests.services.geodes_service import GeodesService, feature
from tests.services.http_service import Answer, serving
from tests.services.openspot_service import OpenSpotService
from tests.services.openspot_service import feature as openspot_feature
from tests.services.stac_service import CORE, StacService
from tests.services.static_service import StaticService, catalog, item
from tests.services.synthetic_items import items
from tests.services.wmts_service import WmtsService

SQUARE = [[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]


def row_of(url, kind="stac", **more):
    return CatalogueRow("door", "Door", kind, url, **more)


def with_collections(service, *ids, pages=1):
    """The same service, which also lists its collections, one a page or all at once."""

    def answer(asked):
        if asked.path != "/collections":
            return service(asked)
        here = int(asked.query.get("page", 0))
        listed = ids if pages == 1 else ids[here : here + 1]
        links = []
        if pages > 1 and here + 1 < pages:
            links = [{"rel": "next", "href": f"http://{asked.headers['host']}/collections?page={here + 1}"}]
        return Answer.of({"collections": [{"id": name} for name in listed], "links": links})

    return answer


def test_a_full_stac_api(in_task):
    service = with_collections(StacService(items(300)), "spot-6-7-drs", "other")
    with serving(service) as running:
        row = row_of(running.url, themes={"vhr": ("spot-6-7-drs", "gone")})
        found = in_task(lambda feedback: connect(row, feedback))
    assert (found.kind, found.post, found.sort, found.cql2, found.counts) == ("api", True, True, True, True)
    assert found.collections == 2 and found.absent == ("gone",)
    asked = running.asked[-1].json
    assert asked["collections"] == ["spot-6-7-drs"] and asked["limit"] == 250
    said = what_it_can(found)
    assert "gone" in said and "2 collection(s)" in said and "CQL2" in said and said.startswith("STAC API")


def test_page_size_and_count(in_task):
    with serving(with_collections(StacService(items(300), most=100), "a")) as running:
        found = in_task(lambda feedback: connect(row_of(running.url), feedback))
    assert found.images == 300 and found.page == 100
    assert "No account" in what_it_can(found) and "without account" in what_it_can(found, "api-key")
    assert "300" in what_it_can(found) and "100" in what_it_can(found)


def test_a_poor_stac_api_that_lists_its_collections_page_by_page(in_task):
    poor = StacService(items(30), conformance=CORE, methods=("GET",), matched="")
    with serving(with_collections(poor, "a", "b", "c", pages=3)) as running:
        found = in_task(lambda feedback: connect(row_of(running.url), feedback))
    assert (found.post, found.sort, found.cql2, found.counts, found.images) == (False, False, False, False, None)
    assert found.collections == 3
    said = what_it_can(found)
    assert "GET" in said and "Does not sort" in said and "Does not count" in said


def test_collections_that_never_end_are_unknown(in_task):
    def endless(asked):
        if asked.path != "/collections":
            return double(asked)
        number = int(asked.query.get("page", 0))
        link = {"rel": "next", "href": f"http://{asked.headers['host']}/collections?page={number + 1}"}
        return Answer.of({"collections": [{"id": str(number)}], "links": [link]})

    double = StacService(items(3))
    with serving(endless) as running:
        found = in_task(lambda feedback: connect(row_of(running.url), feedback))
    assert found.collections is None and sum(asked.path == "/collections" for asked in running.asked) <= 20


def test_geodes(in_task):
    double = GeodesService([feature(number, "PEPS_S2_L1C", "2020-01-01", SQUARE) for number in range(100)])
    with serving(double) as running:
        row = row_of(f"{running.url}/api/stac", dialect="geodes", themes={"sentinel2": ("PEPS_S2_L1C",)})
        found = in_task(lambda feedback: connect(row, feedback))
    assert (found.images, found.page, found.sort, found.collections) == (100, 80, True, None)


def test_an_address_tells_what_it_is(in_task):
    static = StaticService({"/": catalog(("item", "one.json"), ("child", "c.json")), "/one.json": item("one")})
    with serving(static) as files, serving(StacService(items(3))) as api:
        found = in_task(lambda feedback: connect(row_of(files.url, "address"), feedback))
        assert (found.kind, found.links) == ("static", 2)
        assert in_task(lambda feedback: connect(row_of(api.url, "address"), feedback)).kind == "api"
        with pytest.raises(errors.InvalidAnswer):
            in_task(lambda feedback: connect(row_of(api.url, "static"), feedback))


def test_openspot(in_task):
    years = {f"{year}_MS": [openspot_feature(1, "MS", f"{year}-06-01")] for year in (2019, 2020)}
    with serving(OpenSpotService(years, modes=("MS",))) as running:
        found = in_task(lambda feedback: connect(row_of(running.url, "openspot"), feedback))
    assert found.years == (2019, 2020) and "2019" in what_it_can(found)
    assert len(running.asked) == 1


def test_yearly_backdrops(in_task):
    with serving(WmtsService()) as running:
        found = in_task(lambda feedback: connect(row_of(running.url, "wmts"), feedback))
    assert found.kind == "backdrops" and found.images > 1 and str(found.years[0]) in what_it_can(found)


def test_a_file_and_a_folder(in_task, tmp_path):
    file = tmp_path / "items.json"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": items(7)}), encoding="utf-8")
    found = in_task(lambda feedback: connect(row_of(str(file), "items"), feedback))
    assert found.images == 7 and "7 image(s)" in what_it_can(found)
    (tmp_path / "folder").mkdir()
    found = in_task(lambda feedback: connect(row_of(str(tmp_path / "folder"), "folder"), feedback))
    assert found.kind == "folder" and found.images == 0 and "account" not in what_it_can(found)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(status=401), errors.AuthenticationRequired),
        (Answer(status=403), errors.AccessDenied),
        (Answer(status=404), errors.NotFound),
        (Answer(status=503), errors.ServiceBroken),
        (Answer(b"<html>login</html>"), errors.InvalidAnswer),
        (Answer(b"{"), errors.InvalidAnswer),
        (Answer(b"x" * 500, cut_after=50), errors.Unreachable),
    ],
)
@pytest.mark.parametrize("kind_of_row", ["stac", "address", "static", "openspot", "wmts"])
def test_what_goes_wrong_is_the_error_that_a_search_would_tell(in_task, answer, kind, kind_of_row):
    with serving(lambda _asked: answer) as running, pytest.raises(kind) as failure:
        in_task(lambda feedback: connect(row_of(running.url, kind_of_row), feedback))
    assert sentence(failure.value)


def test_a_test_can_be_given_up(in_task):
    with serving(lambda _asked: Answer(b"{", delay=30.0)) as running:
        error, seconds = in_task(lambda feedback: connect(row_of(running.url), feedback), cancel_after=0.3)
    assert isinstance(error, errors.Cancelled) and seconds < 5


def test_a_test_is_remembered_for_its_address_only():
    row = row_of("https://one.test/stac")
    assert last_test(row) is None
    remember_test(row, True, "STAC API 1.0.0")
    last = last_test(row)
    assert last.works and last.said == "STAC API 1.0.0" and last.when.tzinfo is timezone.utc
    assert "answers" in last.label
    assert last_test(row_of("https://two.test/stac")) is None
    remember_test(row, False, "it failed")
    assert not last_test(row).works and "failed" in last_test(row).label


def test_no_key_of_an_address_is_remembered():
    remember_test(row_of("https://user:pass@one.test/stac?api_key=abc"), True, "")
    kept = QgsSettings().value("dinamis/connections")
    assert "abc" not in kept and "pass" not in kept


@pytest.mark.parametrize("kept", ["{", "[]", '{"https://one.test": 3}', '{"https://one.test": {"when": "then"}}'])
def test_what_was_remembered_and_cannot_be_read_is_forgotten(kept):
    QgsSettings().setValue("dinamis/connections", kept)
    assert last_test(row_of("https://one.test")) is None
