# SPDX-License-Identifier: GPL-2.0-or-later
"""News of the searches that are watched, from real services on loopback, when a project opens."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

import pytest
from qgis.core import QgsProject
from shapely.geometry import box

from dinamis_qgis.core.new_images import NewImages
from dinamis_qgis.core.saved_searches import SearchFile
from dinamis_qgis.core.territory import Territory, write_territory
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.periods import utc_today
from dinamis_qgis.domain.saved_search import EXTENT, GIVEN, TERRITORY, SavedSearch, SavedZone
from tests.services.http_service import Answer, serving
from tests.services.stac_service import CORE, SORT, StacService

HOME = box(-2.6, 48.4, -2.4, 48.5)
MARCH = date(2026, 3, 3)


def item(name, west=-3.0, **properties):
    shape = box(west, 48, west + 1, 49)
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": name, "collection": "c", "links": [], "assets": {},
        "geometry": shape.__geo_interface__, "bbox": list(shape.bounds),
        "properties": {"datetime": "2022-07-14T11:02:00Z", "eo:cloud_cover": 5.0, **properties},
    }  # fmt: skip


def row(service, name="archive", **more):
    return CatalogueRow(name, name.title(), "stac", service.url, themes={"vhr": ()}, **more)


class Watching:
    def __init__(self, tmp_path, qtbot):
        self.path, self.territory = tmp_path / "searches.json", tmp_path / "territory.geojson"
        # Not a project made here: what PyQt makes wants Python's lock while Qt holds one of its own, when something
        # that it is connected to is destroyed; a request that begins in a thread wants them the other way round.
        self.file, self.project = SearchFile(self.path), QgsProject.instance()
        self.qtbot, self.told, self.rows = qtbot, [], ()
        write_territory(self.territory, Territory("Ici", HOME))
        self.saved_project = str(tmp_path / "p.qgs")
        self.project.write(self.saved_project)
        self.news = NewImages(self.project, None, self.path, self.territory, lambda: (tuple(self.rows), None))
        self.news.found.connect(
            lambda news: self.told.append([(one.search.name, one.count, one.since) for one in news])
        )

    def keep(self, name="mine", zone=None, watched=True, **choices):
        search = SavedSearch(name, Choices(**choices), zone or SavedZone(TERRITORY, "Ici"))
        self.file.add([search.watched(MARCH) if watched else search])
        return search.id

    def open_project(self, another_day=True):
        if another_day:
            for search in self.file.read() if self.path.is_file() else ():
                if search.watch:
                    self.file.change(search.id, lambda now: replace(now, watch=replace(now.watch, asked=MARCH)))
        with self.qtbot.waitSignal(self.news.settled, timeout=30_000):
            assert self.project.read(self.saved_project)


@pytest.fixture
def watching(qgis_new_project, qtbot, tmp_path):
    made = Watching(tmp_path, qtbot)
    yield made
    made.news.close()


def test_two_new_images_are_told_when_a_project_opens_and_once_a_day(watching):
    double = StacService([item("a"), item("b")])
    with serving(double) as service:
        watching.rows = [row(service)]
        watching.keep()
        watching.open_project()
        assert watching.told == [] and service.asked  # what is there first is learnt
        double.items += [item("c"), item("d"), item("far", 40.0), item("cloudy", **{"eo:cloud_cover": 90.0})]
        asked = len(service.asked)
        watching.open_project(another_day=False)
        assert watching.told == [] and len(service.asked) == asked
        watching.open_project()
        assert watching.told == [[("mine", 2, MARCH)]]
        assert watching.file.read()[0].watch.asked == utc_today()
        watching.open_project()
        assert watching.told[1:] == [[("mine", 2, MARCH)]]  # nobody has looked at them yet


@pytest.mark.parametrize(("sorts", "told"), [(True, [[("mine", 1, MARCH)]]), (False, [])])
def test_of_more_than_is_read_only_the_newest_can_be_told(watching, monkeypatch, caplog, sorts, told):
    """In no order, which ones come is chance."""
    monkeypatch.setattr("dinamis_qgis.core.new_images.MOST", 5)
    days = [item(f"i{n}", datetime=f"2022-07-{n + 1:02d}T11:00:00Z") for n in range(9)]
    double = StacService(days, conformance=(*CORE, SORT) if sorts else CORE)
    with serving(double) as service, caplog.at_level(logging.WARNING):
        watching.rows = [row(service)]
        watching.keep(max_cloud=None)
        watching.open_project()
        double.items.insert(0, item("new", datetime="2022-08-01T11:00:00Z"))
        watching.open_project()
    assert watching.told == told and ("in no order" in caplog.text) is not sorts


def test_a_new_image_of_two_doors_of_one_store_is_one(watching):
    double = StacService([item("a")])
    with serving(double) as service:
        watching.rows = [row(service, "one", signs="store.test"), row(service, "other", signs="store.test")]
        watching.keep()
        watching.open_project()
        double.items += [item("b")]
        watching.open_project()
    assert watching.told == [[("mine", 1, MARCH)]]


@pytest.mark.parametrize("zone", [None, SavedZone(EXTENT)])
def test_without_a_tick_no_service_hears_of_it(watching, zone):
    with serving(StacService([item("a")])) as service:
        watching.rows = [row(service)]
        watching.open_project()
        watching.keep(zone=zone, watched=zone is not None)
        watching.open_project()
        assert service.asked == []


def test_what_fails_is_logged_and_not_told(watching, caplog):
    with serving(StacService([item("a")])) as good, serving(lambda _: Answer(status=500)) as broken:
        watching.rows = [row(good, "good"), row(broken, "broken")]
        watching.keep()
        with caplog.at_level(logging.WARNING):
            watching.open_project()
        assert watching.told == [] and "broken" in caplog.text
        watch = watching.file.read()[0].watch
        assert set(watch.known) == {"good"}
    watching.rows = [replace(one, url="http://127.0.0.1:9") for one in watching.rows]  # Qt keeps connections open
    with caplog.at_level(logging.WARNING):
        watching.open_project()
    watch = watching.file.read()[0].watch
    assert watching.told == [] and watch.asked == MARCH and set(watch.known) == {"good"}  # it is tried again
    watching.path.write_text("{")
    with watching.qtbot.waitSignal(watching.news.settled, timeout=30_000), caplog.at_level(logging.WARNING):
        watching.project.read(watching.saved_project)
    assert "not JSON" in caplog.text and watching.told == []


def test_only_the_catalogues_of_the_search_are_asked_and_invented_ones_never(watching):
    with serving(StacService([item("a")])) as service, serving(StacService([])) as other:
        watching.rows = [
            row(service), row(other, "off", enabled=False), row(other, "invented", synthetic=True),
            row(other, "unwanted"),
            CatalogueRow("forest", "Forest", "stac", other.url, themes={"forest": ()}),
        ]  # fmt: skip
        watching.keep(zone=SavedZone(GIVEN, "Baie", HOME), min_coverage=50.0, left_out=("unwanted",))
        watching.open_project()
        assert service.asked and other.asked == []
        assert {name: len(seen) for name, seen in watching.file.read()[0].watch.known.items()} == {"archive": 1}


def test_a_territory_that_is_gone_asks_nothing(watching):
    with serving(StacService([item("a")])) as service:
        watching.rows = [row(service)]
        watching.keep()
        watching.territory.unlink()
        watching.open_project()
        assert service.asked == [] and watching.told == []
