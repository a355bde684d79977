# SPDX-License-Identifier: GPL-2.0-or-later
"""☆ and « Mes recherches » on the real page, with real files and services."""

from __future__ import annotations

import html
import json

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMenu, QPushButton
from shapely.geometry import box

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.new_images import News
from dinamis_qgis.core.saved_searches import SearchFile, project_searches, searches_file
from dinamis_qgis.core.territory import Territory, write_territory
from dinamis_qgis.core.zone import Zone
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.periods import SUMMER, Period, utc_today
from dinamis_qgis.domain.saved_search import EXTENT, GIVEN, TERRITORY, SavedSearch, SavedZone, Watch
from dinamis_qgis.gui.aoi.controller import KEPT, ZoneController
from dinamis_qgis.gui.search.page import SearchPage
from dinamis_qgis.gui.searches.keep_dialog import KeepDialog
from dinamis_qgis.gui.searches.list_dialog import SearchesDialog
from dinamis_qgis.gui.searches.news import tell_news
from tests.gui.zone_parts import make_panel

HOME = Territory("Lamballe-Armor", box(-2.6, 48.4, -2.4, 48.5))
SUMMER_2022 = Choices(period=Period(SUMMER, 2022), max_cloud=None)


def item(name, day="2022-07-14T11:02:00Z"):
    shape = box(-3, 48, -2, 49)
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": name, "collection": "c", "links": [], "assets": {},
        "geometry": shape.__geo_interface__, "properties": {"datetime": day, "eo:cloud_cover": 5.0},
    }  # fmt: skip


class Page:
    def __init__(self, tmp_path, qtbot, rows):
        self.qtbot = qtbot
        self.panel = make_panel("EPSG:4326", (-3.0, 48.0, -2.0, 48.75))
        self.zones = ZoneController(
            self.panel.context, self.panel.canvas, territory_path=tmp_path / "territory.geojson"
        )
        self.page = SearchPage(self.panel.context, self.zones, rows=lambda: (rows, None))
        self.mine, self.star = self.page.searches, self.page.results.star
        self.page.resize(360, 640)
        self.page.show()
        qtbot.waitUntil(lambda: not self.mine.store.busy and self.panel.context.zones.zone is not None)

    def search(self, choices=SUMMER_2022):
        self.page.form.set_choices(choices)
        with self.qtbot.waitSignal(self.page._run.finished):
            self.page.search()
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.mine.store.busy)

    def press_star(self, **ticks):
        self.qtbot.mouseClick(self.star, Qt.MouseButton.LeftButton)
        dialog = next(one for one in self.page.findChildren(KeepDialog) if one.isVisible())
        for name, value in ticks.items():
            widget = getattr(dialog, name)
            widget.setText(value) if name == "name" else widget.setChecked(value)
        return dialog

    def keep(self, **ticks):
        dialog = self.press_star(**ticks)
        self.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        self.settle()

    def ids(self):
        return sorted(scene.id for scene in self.page.results._model.all_scenes())

    def told(self):
        return [html.unescape(text) for text in self.panel.told()]


@pytest.fixture
def page(qgis_app, qtbot, tmp_path):
    QgsSettings().remove("dinamis")
    searches_file().unlink(missing_ok=True)
    project = QgsProject.instance()
    project.clear()
    write_territory(tmp_path / "territory.geojson", HOME)
    items = tmp_path / "archive.json"
    given = [item("a"), item("b"), item("old", "2019-07-14T11:02:00Z")]
    items.write_text(json.dumps({"type": "FeatureCollection", "features": given}), encoding="utf-8")
    rows = (CatalogueRow("archive", "Archive", "items", str(items), themes={"vhr": ()}),)
    rows += tuple(row for row in configured_rows()[0] if row.synthetic)
    made = []

    def make():
        made.append(Page(tmp_path, qtbot, rows))
        return made[-1]

    make.items, make.given = items, given
    yield make
    for each in made:
        each.page.close_page()
        each.zones.close()
        each.page.deleteLater()
        each.panel.canvas.deleteLater()
    searches_file().unlink(missing_ok=True)
    project.clear()


def test_the_star_keeps_what_is_shown_under_its_title(page):
    p = page()
    assert not p.star.isEnabled() and p.star.text() == "☆"
    p.search()
    dialog = p.press_star()
    assert not dialog.remove.isVisible()
    dialog.close()
    p.keep()
    assert p.star.text() == "★" and "Search kept" in p.told()[0]
    kept = SearchFile(searches_file()).read()
    assert [(one.name, one.zone, one.choices) for one in kept] == [
        ("Lamballe-Armor · summer 2022", SavedZone(TERRITORY, "Lamballe-Armor"), SUMMER_2022)
    ]
    assert kept[0].watch is None
    p.search(Choices())
    assert p.star.text() == "☆"
    p.search()
    assert p.star.text() == "★"
    dialog = p.press_star(name="Mon été")
    assert dialog.remove.isVisible()
    p.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    p.settle()
    assert [one.name for one in SearchFile(searches_file()).read()] == ["Mon été"]
    p.qtbot.mouseClick(p.press_star().remove, Qt.MouseButton.LeftButton)
    p.settle()
    assert SearchFile(searches_file()).read() == () and p.star.text() == "☆"


def test_one_click_in_the_menu_runs_it_again(page, qtbot):
    p = page()
    p.search()
    p.keep(name="Été & co")
    p.search(Choices(text="nothing"))
    menu = QMenu()
    p.mine.fill_menu(menu, p.page.run_again, lambda: None)
    action = menu.actions()[0]
    assert action.text() == "Été && co" and menu.actions()[-1].text() == "Manage my searches…"
    with qtbot.waitSignal(p.page._run.finished):
        action.trigger()
    assert p.page.form.choices() == SUMMER_2022 and p.ids() == ["a", "b"]
    p.settle()


def test_a_drawn_zone_comes_back_as_it_was(page, qtbot):
    p = page()
    shape = box(-2.9, 48.1, -2.8, 48.2)
    search = SavedSearch("Baie", SUMMER_2022, SavedZone(GIVEN, "Ma baie", shape))
    with qtbot.waitSignal(p.page._run.finished):
        p.page.run_again(search)
    zone = p.panel.context.zones.zone
    assert (zone.shape, zone.kind, zone.label) == (shape, KEPT, "Ma baie") and p.ids() == ["a", "b"]
    assert p.page.form.zone.kinds.currentText() == "Saved zone: Ma baie"
    p.settle()
    p.keep()
    assert SearchFile(searches_file()).read()[0].asks_the_same(search)


def test_the_maps_extent_is_kept_by_reference(page, qtbot):
    p = page()
    with qtbot.waitSignal(p.page._run.finished):
        p.page.run_again(SavedSearch("Carte", SUMMER_2022, SavedZone(EXTENT)))
    p.settle()
    dialog = p.press_star()
    assert not dialog.watch.isEnabled() and "map" in dialog.watch.toolTip()
    p.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    p.settle()
    assert SearchFile(searches_file()).read()[0].zone.shape is None


def test_without_a_territory_it_says_how_to_have_one(page, tmp_path):
    (tmp_path / "territory.geojson").unlink()
    p = page()
    p.page.run_again(SavedSearch("Ici", SUMMER_2022, SavedZone(TERRITORY, "Ici")))
    assert "territory is not chosen yet" in p.told()[0] and not p.page._run.running


def test_what_is_watched_is_known_once_it_was_looked_at(page, qtbot):
    p = page()
    p.search()
    p.keep(watch=True)
    watch = SearchFile(searches_file()).read()[0].watch
    assert watch.since == utc_today() and len(watch.known["archive"]) == 2
    page.items.write_text(json.dumps({"type": "FeatureCollection", "features": [*page.given, item("c")]}))
    p.search()
    assert len(SearchFile(searches_file()).read()[0].watch.known["archive"]) == 3


def test_a_search_of_invented_data_asks_for_them(page, qtbot):
    p = page()
    asked = []
    p.page.trial_requested.connect(asked.append)
    p.page.run_again(SavedSearch("x", Choices(), SavedZone(EXTENT), invented=True))
    p.page._run.cancel()
    assert asked == [True]


def test_searches_are_managed_in_a_list(page, qtbot, tmp_path):
    p = page()
    p.search()
    p.keep(name="one", project=True)
    assert [one.name for one in project_searches(QgsProject.instance())] == ["one"]
    ran, started = [], []
    p.mine.watch_started.connect(lambda: started.append(True))
    dialog = SearchesDialog(p.mine, ran.append)
    qtbot.addWidget(dialog)
    dialog.show()
    p.settle()
    only = dialog.tree.topLevelItem(0)
    assert only.text(0) == "one" and only.checkState(2) == Qt.CheckState.Checked and not dialog.empty.isVisible()
    only.setCheckState(1, Qt.CheckState.Checked)
    p.settle()
    assert SearchFile(searches_file()).read()[0].watch == Watch(utc_today()) and started == [True]
    dialog.tree.topLevelItem(0).setText(0, " uno  due ")
    p.settle()
    assert [one.name for one in SearchFile(searches_file()).read()] == ["uno due"]
    assert [one.name for one in project_searches(QgsProject.instance())] == ["uno due"]
    dialog.give_file(tmp_path / "x.json")
    p.settle()
    dialog.tree.topLevelItem(0).setSelected(True)
    qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
    assert [one.name for one in ran] == ["uno due"]
    qtbot.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    p.settle()
    assert dialog.tree.topLevelItemCount() == 0 and dialog.empty.isVisible()
    qtbot.mouseClick(dialog.bar.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
    p.settle()
    assert dialog.tree.topLevelItem(0).text(0) == "uno due"
    dialog.take_file(tmp_path / "x.json")
    p.settle()
    assert dialog.tree.topLevelItemCount() == 2 or "already" in dialog.bar.items()[0].text()
    (tmp_path / "bad.json").write_text("{")
    dialog.take_file(tmp_path / "bad.json")
    p.settle()
    assert "cannot be read" in p.told()[0]


def test_a_projects_searches_are_offered_and_ask_for_nothing(page, qtbot):
    p = page()
    evil = SavedSearch("<b>x</b>", SUMMER_2022, SavedZone(TERRITORY), watch=Watch(utc_today()))
    from dinamis_qgis.domain.saved_search import written

    QgsProject.instance().writeEntry("dinamis", "searches", json.dumps([written(evil), 5, {"id": []}]))
    assert [(one.name, one.watch) for one in p.mine.everywhere()] == [("< b>x< /b>", None)]
    dialog = SearchesDialog(p.mine, print)
    qtbot.addWidget(dialog)
    item = dialog.tree.topLevelItem(0)
    assert not item.flags() & Qt.ItemFlag.ItemIsEditable and item.data(1, Qt.ItemDataRole.CheckStateRole) is None
    assert "<b>" not in item.toolTip(0)
    p.settle()


def test_news_are_one_message_with_a_way_to_see_them(qgis_app, qtbot):
    panel = make_panel()
    seen = []
    here = SavedSearch("x", Choices(), SavedZone(TERRITORY, "Ici"))
    there = SavedSearch("<i>Baie</i>", Choices(), SavedZone(GIVEN, "Baie", HOME.shape))
    day = utc_today().replace(month=3, day=3)
    tell_news(panel.context.notices, [News(here, 2, day)], seen.append)
    assert "2 new image(s) on your territory since 3\u00a0Mar." in panel.told()[0]
    qtbot.mouseClick(panel.bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert seen == [here]
    tell_news(panel.context.notices, [News(here, 2, day), News(there, 1, day)], seen.append)
    assert len(panel.told()) == 1 and "<i>" not in panel.told()[0]
    panel.canvas.deleteLater()


def test_a_zone_that_was_kept_can_be_chosen_again(page):
    p = page()
    p.zones.kept = Zone(HOME.shape, KEPT, "Baie")
    p.zones.choose(KEPT)
    assert p.panel.context.zones.zone.label == "Baie"
