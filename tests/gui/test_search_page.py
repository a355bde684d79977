# SPDX-License-Identifier: GPL-2.0-or-later
"""« Rechercher » on its own widgets, with real catalogues: a file on the disk, and STAC servers on loopback."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel
from shapely.geometry import box

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.territory import Territory, write_territory
from dinamis_qgis.core.zones import visible_zone
from dinamis_qgis.domain.catalogues.registry import TILES, CatalogueRow
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.periods import SUMMER, Period
from dinamis_qgis.gui.aoi.controller import EXTENT, TERRITORY, ZoneController
from dinamis_qgis.gui.search.page import SearchPage
from dinamis_qgis.gui.search.results_model import Role
from tests.gui.zone_parts import make_panel
from tests.services.http_service import Answer, serving
from tests.services.stac_service import StacService

HOME = Territory("Lamballe-Armor", box(-2.6, 48.4, -2.4, 48.5))
VHR = {"vhr": (), "all": ()}


def item(name, day="2022-07-14T11:02:00Z", cloud=5.0, **properties):
    shape = box(-3, 48, -2, 49)
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": name, "collection": "c", "links": [], "assets": {},
        "geometry": shape.__geo_interface__, "bbox": list(shape.bounds),
        "properties": {"datetime": day, "eo:cloud_cover": cloud, "platform": "PHR1A", "gsd": 0.5, **properties},
    }  # fmt: skip


def items_row(path, *items, **more):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(items)}), encoding="utf-8")
    return CatalogueRow(path.stem, path.stem.title(), "items", str(path), themes=VHR, **more)


def stac_row(service, name, **more):
    return CatalogueRow(name, name.title(), "stac", service.url, themes=VHR, **more)


class Asked:
    """A page, and what a person sees of it."""

    def __init__(self, tmp_path, rows):
        self.panel = make_panel("EPSG:4326", (-3.0, 48.0, -2.0, 48.75))
        path = tmp_path / "territory.geojson"
        self.zones = ZoneController(self.panel.context, self.panel.canvas, territory_path=path)
        self.page = SearchPage(self.panel.context, self.zones, rows=lambda: (tuple(rows), None))
        self.form, self.results = self.page.form, self.page.results
        self.page.resize(360, 640)
        self.page.show()
        self.scenes, self.failures, self.offered, self.clicks = [], [], [], 0
        self.page._run.scenes_arrived.connect(self.scenes.extend)

    @property
    def ids(self):
        return [scene.id for scene, _ in self.scenes]

    def choose_summer(self, year):
        menu = self.form.period.box.menu
        summers = next(action.menu() for action in menu.actions() if action.menu())
        next(action for action in summers.actions() if action.text() == str(year)).trigger()
        self.clicks += 1

    def choose_clouds(self, percent):
        self.form.clouds.box.setCurrentIndex(self.form.clouds.box.findData(float(percent)))
        self.clicks += 1

    def click_search(self):
        QTest.mouseClick(self.form.button, Qt.MouseButton.LeftButton)
        self.clicks += 1


@pytest.fixture()
def asked(qgis_app, qtbot, tmp_path):
    QgsSettings().remove("dinamis")
    made = []

    def make(*rows, territory=HOME):
        if territory:
            write_territory(tmp_path / "territory.geojson", territory)
        made.append(Asked(tmp_path, rows))
        qtbot.waitUntil(lambda: made[-1].panel.context.zones.zone is not None)
        if territory:  # the map's extent may come before the file is read
            qtbot.waitUntil(lambda: made[-1].zones.kind == TERRITORY)
        return made[-1]

    yield make
    for each in made:
        each.page.close_page()
        each.zones.close()
        each.page.deleteLater()
        each.panel.canvas.deleteLater()


def test_my_commune_in_summer_2022_under_10_percent_takes_three_choices(asked, qtbot, tmp_path):
    row = items_row(
        tmp_path / "archive.json",
        item("wanted"), item("cloudy", cloud=11.0), item("unknown", cloud=None), item("autumn", "2022-10-01T00:00:00Z"),
        item("last evening", "2022-09-30T23:59:59Z"), item("last year", "2021-07-14T11:02:00Z"),
    )  # fmt: skip
    a = asked(row)
    assert a.zones.kind == TERRITORY
    a.choose_summer(2022)
    a.choose_clouds(10)
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    assert a.clicks == 3
    assert sorted(a.ids) == ["last evening", "unknown", "wanted"]
    assert {coverage for _, coverage in a.scenes} == {100.0}
    assert a.page.currentWidget() is a.results


def test_three_catalogues_answer_at_their_own_pace(asked, qtbot, tmp_path):
    late = StacService([item("late")], latency=4.0)
    with serving(late) as slow, serving(lambda _: Answer(b"no", status=500)) as broken:
        fast = items_row(tmp_path / "fast.json", item("fast"))
        a = asked(fast, stac_row(slow, "late"), stac_row(broken, "broken"))
        told = []
        a.page._run.catalogue_failed.connect(lambda row, error: told.append(row.id))
        with qtbot.waitSignal(a.page._run.finished):
            a.click_search()
            qtbot.waitUntil(lambda: a.ids == ["fast"])
        assert a.ids == ["fast", "late"] and told == ["broken"]
    shown = " ".join(label.text() for label in a.results.findChildren(type(a.form.hint)))
    assert "Broken" in shown


def test_cancel_answers_at_once_and_the_late_answer_is_dropped(asked, qtbot, tmp_path):
    with serving(StacService([item("late")], latency=1.0)) as slow:
        a = asked(items_row(tmp_path / "fast.json", item("fast")), stac_row(slow, "late"))
        a.click_search()
        qtbot.waitUntil(lambda: a.ids == ["fast"])
        with qtbot.waitSignal(a.page._run.finished):
            a.results.cancel_requested.emit()
        qtbot.wait(2500)
        assert a.ids == ["fast"]


def test_a_real_search_never_asks_invented_data_and_the_other_way_round(asked, qtbot, tmp_path):
    invented = next(row for row in configured_rows()[0] if row.synthetic)
    with serving(StacService([item("real")])) as service:
        a = asked(stac_row(service, "real"), invented)
        a.form.clouds.set_limit(None)
        with qtbot.waitSignal(a.page._run.finished):
            a.click_search()
        assert a.ids == ["real"], a.page._failed
        requests = len(service.asked)
        a.page.set_synthetic(invented)
        assert a.page.currentWidget() is a.form
        qtbot.waitUntil(lambda: not a.zones.territories.busy)
        assert a.form.zone.kinds.currentText().startswith("My territory: ") and a.zones.territories.current != HOME
        a.scenes.clear()
        with qtbot.waitSignal(a.page._run.finished):
            a.click_search()
        assert a.ids and {scene.catalogue for scene, _ in a.scenes} == {invented.id}
        assert len(service.asked) == requests
        a.page.set_synthetic(None)
        assert a.zones.territories.current == HOME
        a.scenes.clear()
        with qtbot.waitSignal(a.page._run.finished):
            a.click_search()
        assert a.ids == ["real"], a.page._failed


def test_a_disabled_catalogue_is_not_asked(asked, qtbot, tmp_path):
    rows = (items_row(tmp_path / "on.json", item("on")), items_row(tmp_path / "off.json", item("off"), enabled=False))
    a = asked(*rows)
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    assert a.ids == ["on"]


def test_when_nothing_answers_relaxations_come_with_their_counts_and_one_is_taken(asked, qtbot, tmp_path, monkeypatch):
    items = [item(f"cloudy {n}", cloud=50.0) for n in range(4)]
    items += [item(f"old {n}", "2019-07-14T11:02:00Z") for n in range(130)]
    with serving(StacService(items, matched="")) as service:
        a = asked(stac_row(service, "archive"))
        offers = []
        monkeypatch.setattr(a.results, "show_none", offers.append)
        a.choose_summer(2022)
        with qtbot.waitSignal(a.page._run.finished):
            a.click_search()
        qtbot.waitUntil(lambda: bool(offers))
        said = [(label, count.number, count.exact) for label, count, _ in offers[0]]
        assert said == [("No cloud limit", 4, True), ("All dates", 100, False)]
        with qtbot.waitSignal(a.page._run.finished):
            a.results.relaxation_chosen.emit(offers[0][0][2])
        assert len(a.ids) == 4 and a.form.choices() == Choices(period=Period(SUMMER, 2022), max_cloud=None)


def test_a_failure_is_not_nothing(asked, qtbot, tmp_path, monkeypatch):
    with serving(lambda _: Answer(b"<html>", headers={"Content-Type": "text/html"})) as service:
        a = asked(stac_row(service, "html"))
        offers, failures = [], []
        monkeypatch.setattr(a.results, "show_none", offers.append)
        monkeypatch.setattr(a.results, "set_failures", lambda *told: failures.append(told))
        with qtbot.waitSignal(a.page._run.finished):
            a.click_search()
        assert failures[-1][0][0][0] == "Html" and failures[-1][1] == 0
        qtbot.wait(300)
        assert offers == []


def test_the_zone_stays_on_the_map_beside_the_results(asked, qtbot, tmp_path):
    a = asked(items_row(tmp_path / "archive.json", item("a")))
    a.page.show()
    outline = a.page._zones._band._band
    assert outline.size() == 1
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    assert a.page.currentWidget() is a.results and outline.size() == 1
    a.page.hide()
    assert outline.size() == 0


def test_with_every_shipped_catalogue_out_of_reach_each_one_is_named(asked, qtbot):
    """As on a train: what failed is told, « nothing found » is not said, and the themes are there."""
    with serving(lambda _: Answer()) as gone:
        url = gone.url
    real = [replace(row, url=url) for row in configured_rows()[0] if row.enabled and not row.synthetic]
    a = asked(*real)
    offered = [a.form.themes.itemText(index) for index in range(a.form.themes.count())]
    assert offered[:4] == [
        "Very-high-resolution images", "SPOT 1-5 historical images", "Sentinel-2", "Land cover (OSO)",
    ]  # fmt: skip
    a.form.themes.setCurrentIndex(a.form.themes.count() - 1)
    a.click_search()
    qtbot.waitUntil(lambda: not a.page._run.running)
    searched = [row.title for row in real if row.kind != TILES and row.auth != "api-key-on-search"]
    assert a.scenes == [] and len(searched) == 4
    said = " ".join(label.text() for label in a.results.findChildren(QLabel) if label.isVisible())
    assert all(title in said for title in searched) and "cannot be reached" in said
    assert "No catalogue is called" not in said and "IGN yearly" not in said
    assert "No image" not in said and not a.page._counting.busy


def test_without_a_zone_it_says_so_and_nothing_is_asked(asked, qtbot, tmp_path):
    a = asked(items_row(tmp_path / "archive.json", item("a")))
    a.panel.context.zones.set(None)
    a.click_search()
    assert a.page.currentWidget() is a.form and len(a.panel.told()) == 1


def test_a_map_that_has_just_moved_is_searched_where_it_is_now(asked, qtbot, tmp_path):
    far = item("far")
    far["geometry"] = box(10, 40, 11, 41).__geo_interface__
    a = asked(items_row(tmp_path / "archive.json", item("here"), far), territory=None)
    assert a.zones.kind == EXTENT
    a.panel.canvas.setExtent(QgsRectangle(10.1, 40.1, 10.9, 40.9))
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    assert a.ids == ["far"]


def test_a_map_that_shows_nothing_of_the_zone_is_brought_there_and_another_is_left_alone(asked, qtbot, tmp_path):
    row = items_row(tmp_path / "archive.json", item("a"))
    a = asked(row)
    before = a.panel.canvas.extent()
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    qtbot.wait(50)
    assert a.panel.canvas.extent() == before
    for crs in ("EPSG:4326", "EPSG:2154"):
        a.results.back_requested.emit()
        a.panel.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
        a.panel.canvas.setExtent(QgsRectangle(10, 10, 11, 11))
        with qtbot.waitSignal(a.page._run.finished):
            a.click_search()
        qtbot.waitUntil(lambda: visible_zone(a.panel.canvas.mapSettings()).contains(HOME.shape))


def test_escape_cancels_then_goes_back(asked, qtbot, tmp_path):
    with serving(StacService([item("late")], latency=3.0)) as slow:
        a = asked(stac_row(slow, "late"))
        QApplication.setActiveWindow(a.page)
        a.click_search()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not a.page._run.running and a.page.currentWidget() is a.results
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert a.page.currentWidget() is a.form
        with qtbot.waitSignal(a.form.search_requested):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_back_leads_to_the_criteria_and_the_hint_has_served(asked, qtbot, tmp_path):
    a = asked(items_row(tmp_path / "archive.json", item("a")))
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    a.results.back_requested.emit()
    assert a.page.currentWidget() is a.form and not a.form.hint.isVisible()


def test_the_last_search_is_there_again_and_a_project_brings_its_own(asked, qtbot, tmp_path):
    row = items_row(tmp_path / "archive.json", item("a"))
    a = asked(row)
    a.choose_summer(2020)
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    project = QgsProject.instance()
    for layer in list(project.mapLayers()):
        project.removeMapLayer(layer)
    assert project.write(str(tmp_path / "p.qgz"))
    again = asked(row)
    assert again.form.choices().period == Period(SUMMER, 2020)
    again.choose_summer(2014)
    assert project.read(str(tmp_path / "p.qgz"))
    assert again.form.choices().period == Period(SUMMER, 2020)


EVIL = "<img src='x'>{0}%n%1[% 'x' %]\x00\ud800"
VALUES = ("NaN", 1e308, -1, None, True, EVIL, [], {}, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00")
FIELDS = (
    "gsd", "eo:cloud_cover", "view:incidence_angle", "view:off_nadir", "platform", "datetime", "title", "attribution",
    "license", "spectral_mode", "acquisition_mode", "processing:level",
)  # fmt: skip


def hostile_items():
    for name in FIELDS:
        for number, value in enumerate(VALUES):
            yield item(f"{name}/../{number}", **{name: value})
    shapes = (
        None, {"type": "Point", "coordinates": [-2.5, 48.5]}, {"type": "GeometryCollection", "geometries": []},
        {"type": "Polygon", "coordinates": [[[-3, 48, 1], [-2, 49, 1], [-2, 48, 1], [-3, 49, 1], [-3, 48, 1]]]},
    )  # fmt: skip
    for number, shape in enumerate(shapes):
        yield {**item(f"shape{number}"), "geometry": shape}
    for name in ("../../x", "x" * 300, EVIL):
        yield item(name)


def test_a_hostile_catalogue_fills_rows_and_footprints_that_agree(asked, qtbot, tmp_path):
    given = list(hostile_items())
    a = asked(items_row(tmp_path / "hostile.json", *given, {"id": 5}, None, []))
    a.form.set_choices(Choices(max_cloud=None))
    a.click_search()
    qtbot.waitUntil(lambda: len(a.scenes) > 0 and not a.page._run.running)
    assert {one["id"] for one in given} - {scene.id for scene, _ in a.scenes} == {EVIL}
    search, model = a.results._search, a.results._model
    qtbot.waitUntil(lambda: search.footprints().featureCount() == len(given))
    assert not a.panel.told()
    for feature in search.footprints().getFeatures():
        assert search._key_of[feature.id()][2] == feature["scene_id"]
    for row in range(model.rowCount()):
        said = [model.data(model.index(row), role) for role in (Role.Text, Role.TickLabel, Qt.ItemDataRole.DisplayRole)]
        assert all(said) and "<img" not in model.data(model.index(row), Qt.ItemDataRole.ToolTipRole)
    a.results.grab()


def cut_page(asked, qtbot, service_url):
    a = asked(stac_row(service_url, "spot"))
    with qtbot.waitSignal(a.page._run.finished, timeout=30_000):
        a.click_search()
    return a


def test_too_many_leads_to_all_of_them_or_back_to_the_criteria(asked, qtbot):
    many = [item(f"s{n:04}", f"20{10 + n % 12}-07-14T11:02:{n % 60:02}Z") for n in range(1300)]
    with serving(StacService(many)) as service:
        a = cut_page(asked, qtbot, service)
        shown = " ".join(label.text() for label in a.results.findChildren(QLabel))
        assert len(a.ids) == 1000 and "More than 1,000 images: the most recent ones are shown." in shown
        with qtbot.waitSignal(a.page._run.finished, timeout=30_000):
            a.results.status.all_requested.emit()
        assert sorted(a.ids) == sorted(one["id"] for one in many)
        shown = " ".join(label.text() for label in a.results.findChildren(QLabel) if label.isVisible())
        assert "1,300 image" in shown and "More than" not in shown
        a.results.status.refine_requested.emit()
    assert a.page.currentWidget() is a.form and not a.form.criteria.group.isCollapsed()


def test_loading_all_can_be_cancelled_and_taken_up_again(asked, qtbot):
    many = [item(f"s{n:04}", f"2020-01-01T{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z") for n in range(2000)]
    with serving(StacService(many, latency=0.4)) as service:
        a = cut_page(asked, qtbot, service)
        a.results.status.all_requested.emit()
        qtbot.waitUntil(lambda: len(a.ids) > 1000)
        with qtbot.waitSignal(a.page._run.finished):
            a.results.cancel_requested.emit()
        assert 1000 < len(a.ids) < 2000 and a.page._run.can_load_on
        with qtbot.waitSignal(a.page._run.finished, timeout=30_000):
            a.results.status.all_requested.emit()
        assert sorted(a.ids) == sorted(one["id"] for one in many)


def test_a_catalogue_that_is_not_ticked_is_not_asked(asked, qtbot, tmp_path):
    a = asked(items_row(tmp_path / "one.json", item("one")), items_row(tmp_path / "two.json", item("two")))
    box = a.form.criteria.left_out
    box.setItemCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    assert a.ids == ["two"]
    a.results.back_requested.emit()
    box.setItemCheckState(1, Qt.CheckState.Unchecked)
    a.click_search()
    assert a.page.currentWidget() is a.form and "No catalogue is ticked" in " ".join(a.panel.told())


def test_an_expert_filter_is_checked_before_anything_is_asked(asked, qtbot, tmp_path):
    a = asked(
        items_row(tmp_path / "one.json", item("clear", cloud=1.0), item("hazy", cloud=9.0), item("?", cloud=None))
    )
    a.form.criteria.cql2.line.setText("eo:cloud_cover <")
    a.click_search()
    assert a.page.currentWidget() is a.form and not a.page._run.running
    a.form.criteria.cql2.line.setText("eo:cloud_cover < 5")
    with qtbot.waitSignal(a.page._run.finished):
        a.click_search()
    assert a.ids == ["clear"]
    told = a.results.status._where.accessibleDescription()
    assert (
        told
        == "One: Filtered here, as the service does not or would drop what is unknown: zone, clouds, expert filter."
    )
