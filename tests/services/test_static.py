# SPDX-License-Identifier: GPL-2.0-or-later
"""A static STAC catalogue is crawled within its bounds; an address is told to be one, or an API."""

from __future__ import annotations

import pytest
import requests
from shapely.geometry import box

from dinamis_qgis.core.catalogues import open_named
from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain import errors
from dinamis_qgis.domain.catalogues import static
from dinamis_qgis.domain.catalogues.registry import CatalogueRow, open_catalogue
from dinamis_qgis.domain.query import SearchQuery
from tests.services.http_service import Answer, serving
from tests.services.stac_service import StacService
from tests.services.static_service import StaticService, catalog, item
from tests.services.synthetic_items import items


def tree():
    """Two collections, one of them below a catalogue of its own, with links that lead back, astray and nowhere."""
    return {
        "/stac/catalog.json": catalog(
            ("self", "https://published.test/catalog.json"), ("root", "./catalog.json"),
            ("child", "./a/collection.json"), ("child", "sub/catalog.json"), ("license", "licence.json"),
            ("child", "https://elsewhere.test/catalog.json"), ("child", "file:///etc/hosts"), ("child", "http://[bad"),
        ),
        "/stac/a/collection.json": catalog(
            ("parent", "../catalog.json"), ("child", "../catalog.json"), ("item", "one.json"), ("item", "./two.json#x"),
            ("item", "two.json"), kind="Collection",
        ),
        "/stac/a/one.json": item("one"),
        "/stac/a/two.json": item("two", west=40.0),
        "/stac/sub/catalog.json": catalog(("child", "deep/catalog.json"), ("item", "three.json")),
        "/stac/sub/deep/catalog.json": catalog(("child", "../catalog.json"), ("items", "/stac/list.json")),
        "/stac/sub/three.json": item("three", "other", "2019-01-01"),
        "/stac/list.json": {"type": "FeatureCollection", "features": [item("four"), item("five"), item("one")]},
    }  # fmt: skip


@pytest.fixture
def crawl(in_task):
    """Names found, the error at the end if any, and the paths that were asked."""

    def run(files, query=None, root="/stac/catalog.json", session=None, kind="static"):
        kept, session = [], session or QgisSession()

        def work(feedback):
            row = CatalogueRow("", "", kind, running.url + root)
            for page in open_catalogue(row, session).search(query or SearchQuery(), feedback):
                kept.extend(page.scenes)

        error = None
        with serving(files if callable(files) else StaticService(files)) as running:
            try:
                in_task(work, timeout=30_000)
            except errors.DinamisError as raised:
                error = raised
        return [scene.id for scene in kept], error, [asked.path for asked in running.asked]

    return run


def test_every_file_is_read_once_and_only_from_its_own_server(crawl):
    names, error, asked = crawl(tree())
    assert sorted(names) == ["five", "four", "one", "three", "two"] and error is None
    assert sorted(asked) == sorted(tree())


def test_scenes_are_seen_from_where_they_were_read(in_task):
    with serving(StaticService(tree())) as running:

        def work(feedback):
            catalogue = open_named(f"{running.url}/stac/catalog.json", QgisSession())
            found = {scene.id: scene for page in catalogue.search(SearchQuery(), feedback) for scene in page.scenes}
            one = found["one"]
            again = [catalogue.scene("spot", "one", url, feedback) for url in (one.self_url, "", "http://other.test/x")]
            with pytest.raises(errors.NotFound):
                catalogue.scene("spot", "none", "", feedback)
            return one, again

        one, again = in_task(work)
    assert one.self_url == f"{running.url}/stac/a/one.json"
    assert one.thumbnail.href == f"{running.url}/stac/a/one.jpg"
    assert {scene.id for scene in again} == {"one"}


def test_criteria_are_applied_here_and_enough_is_enough(crawl):
    assert crawl(tree(), SearchQuery(aoi=box(40, 48, 41, 49)))[0] == ["two"]
    assert crawl(tree(), SearchQuery(collections=("other",)))[0] == ["three"]
    many = {f"/stac/{number}.json": item(str(number)) for number in range(300)}
    root = {"/stac/catalog.json": catalog(*(("item", f"{number}.json") for number in range(300)))}
    names, error, asked = crawl({**root, **many}, SearchQuery(limit=10))
    assert len(names) == 10 and error is None and len(asked) < 100


def test_a_whole_crawl_serves_the_session_and_counts(in_task):
    with serving(StaticService(tree())) as running:

        def work(feedback):
            catalogue = static.StaticCatalogue(f"{running.url}/stac/catalog.json", QgisSession())
            before = catalogue.count(SearchQuery(), feedback)
            for _time in range(2):
                list(catalogue.search(SearchQuery(), feedback))
            return before, catalogue.count(SearchQuery(collections=("spot",)), feedback)

        before, after = in_task(work)
    assert (before.number, before.exact) == (0, False) and (after.number, after.exact) == (4, True)
    assert len(running.asked) == len(tree())


@pytest.mark.parametrize(
    ("broken", "kind"),
    [
        (Answer(status=404), errors.NotFound),
        (Answer(status=403), errors.AccessDenied),
        (Answer(b"<html>"), errors.InvalidAnswer),
        (Answer(b'{"type": "Feature", "id'), errors.InvalidAnswer),
        (Answer(b"[1]"), errors.InvalidAnswer),
        (Answer(b"[" * 100_000), errors.InvalidAnswer),
    ],
)
def test_a_broken_file_is_passed_over_and_told_and_a_broken_root_is_the_end(crawl, broken, kind):
    names, error, asked = crawl({**tree(), "/stac/a/collection.json": broken})
    assert sorted(names) == ["five", "four", "one", "three"] and type(error) is kind and len(asked) == 6
    names, error, asked = crawl({**tree(), "/stac/catalog.json": broken})
    assert names == [] and type(error) is kind and len(asked) == 1


def test_a_server_that_breaks_down_ends_the_crawl_and_what_came_stays(crawl):
    names, error, asked = crawl({**tree(), "/stac/sub/deep/catalog.json": Answer(status=500)})
    assert sorted(names) == ["one", "two"] and type(error) is errors.ServiceBroken
    assert "/stac/list.json" not in asked


def test_the_bounds_are_told(crawl, monkeypatch):
    def endless(asked):
        number = int(asked.path.rsplit("/", 1)[-1].split(".")[0])
        return Answer.of(catalog(*(("child", f"{10 * number + digit}.json") for digit in range(1, 9))))

    monkeypatch.setattr(static, "MOST_FILES", 120)
    names, error, asked = crawl(endless, root="/0.json")
    assert names == [] and isinstance(error, errors.CrawlBounded) and error.detail == "files"
    assert static.MOST_FILES <= len(asked) <= static.MOST_FILES + 10
    assert "120 file" in sentence(error)

    def deep(asked):
        number = int(asked.path[1:].split(".")[0])
        return Answer.of(catalog(("child", f"{number + 1}.json"), ("item", f"{number}.json?x")))

    _, error, asked = crawl(deep, root="/0.json")
    assert error.detail == "links" and len(set(asked)) == static.MOST_DEPTH + 1

    monkeypatch.setattr(static, "MOST_MB", 1)
    heavy = {f"/{number}.json": item(str(number), x={"href": "a", "title": "x" * 300_000}) for number in range(9)}
    root = {"/catalog.json": catalog(*(("item", f"{number}.json") for number in range(9)))}
    names, error, _ = crawl({**root, **heavy}, root="/catalog.json")
    assert error.detail == "MB" and 3 <= len(names) <= 5
    assert "1 MB" in sentence(error).replace("\u00a0", " ")


def test_pages_of_a_list_are_followed(crawl):
    pages = {
        f"/{number}.json": {
            "type": "FeatureCollection", "features": [item(str(number))],
            "links": [{"rel": "next", "href": f"{number + 1}.json" if number < 19 else "0.json"}],
        }
        for number in range(20)
    }  # fmt: skip
    names, error, _ = crawl(pages, root="/0.json")
    assert len(names) == 20 and error is None


def test_an_address_is_an_api_or_a_static_catalogue(crawl):
    assert sorted(crawl(tree(), kind="address")[0]) == ["five", "four", "one", "three", "two"]
    for double in (
        StacService(items(30)),
        StacService(items(30), declared=False),
        StacService(items(30), methods=("GET",)),
    ):
        names, error, asked = crawl(double, root="", kind="address")
        assert len(names) == 30 and error is None and asked.count("/") == 1
    _, error, _ = crawl(lambda _: Answer.of({"hello": 1}), root="", kind="address")
    assert type(error) is errors.InvalidAnswer


def test_an_api_is_no_static_catalogue(crawl):
    names, error, asked = crawl(StacService(items(30)), root="/")
    assert names == [] and type(error) is errors.InvalidAnswer and asked == ["/"]


def test_cancelling_stops_within_a_moment(in_task):
    def slow(asked):
        number = int(asked.path[1:].split(".")[0])
        return Answer.of(catalog(("child", f"{number + 1}.json"), ("child", f"{number + 2}.json")), delay=0.2)

    with serving(slow) as running:
        error, seconds = in_task(
            lambda feedback: list(
                static.StaticCatalogue(f"{running.url}/0.json", QgisSession()).search(SearchQuery(), feedback)
            ),
            cancel_after=0.5,
        )
    assert isinstance(error, errors.Cancelled) and seconds <= 3.0


def test_a_plain_session_does_as_well():
    class Going:
        def isCanceled(self):
            return False

    with serving(StaticService(tree())) as running:
        catalogue = static.StaticCatalogue(f"{running.url}/stac/catalog.json", requests.Session())
        assert sum(len(page.scenes) for page in catalogue.search(SearchQuery(), Going())) == 5
