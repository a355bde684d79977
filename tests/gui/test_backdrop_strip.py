# SPDX-License-Identifier: GPL-2.0-or-later
"""« Sans rechercher » on the search page: real widgets, a real canvas, a WMTS on loopback."""

from __future__ import annotations

import pytest
from qgis.core import QgsDateTimeRange, QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsLayerTreeMapCanvasBridge
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtTest import QTest
from shapely.geometry import box

from dinamis_qgis.core.territory import Territory, write_territory
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.gui.aoi.controller import ZoneController
from dinamis_qgis.gui.search.page import SearchPage
from dinamis_qgis.gui.swipe.curtain import Curtain
from tests.gui.zone_parts import Mouse, make_panel
from tests.services.http_service import Answer, serving
from tests.services.wmts_service import PLEIADES, WmtsService, capabilities

ARMOR = (-300_000, 6_160_000, -280_000, 6_175_000)
INVENTED = CatalogueRow("invented", "Invented", "items", "/nowhere", themes={"vhr": ()}, synthetic=True)


class Shown:
    def __init__(self, tmp_path, bot, *rows):
        self.bot = bot
        self.panel = make_panel("EPSG:3857", ARMOR)
        self.canvas = self.panel.canvas
        self.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas)
        self.zones = ZoneController(self.panel.context, self.canvas, territory_path=tmp_path / "territory.geojson")
        self.page = SearchPage(self.panel.context, self.zones, rows=lambda: (rows, None))
        self.page.resize(360, 640)
        self.strip = self.page.form.backdrops

    def show(self):
        self.page.show()
        self.bot.waitUntil(lambda: self.strip._listed)

    def names(self):
        return [self.strip.years.itemText(index) for index in range(self.strip.years.count())]

    def click(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def compare_with(self, family, period):
        """As the menu shows it."""
        menu = self.strip.compare_button.menu()
        menu.aboutToShow.emit()
        its = next(action.menu() for action in menu.actions() if action.text() == family)
        next(action for action in its.actions() if action.text() == period).trigger()

    def pixel(self, x, y):
        colour = self.canvas.viewport().grab().toImage().pixelColor(x, y)
        return colour.name()

    def layers(self):
        return sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())

    def close(self):
        self.page.close_page()
        self.zones.close()
        del self.bridge
        self.page.deleteLater()
        self.canvas.deleteLater()


def row(url):
    return CatalogueRow("ign", "IGN", "wmts", url, credit="IGN")


@pytest.fixture()
def shown(qgis_app, qtbot, tmp_path):
    QgsSettings().remove("dinamis")
    made = []

    def make(*rows):
        made.append(Shown(tmp_path, qtbot, *rows))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture()
def service():
    with serving(WmtsService()) as running:
        yield running


def test_the_list_is_asked_when_the_page_is_seen_and_once(shown, service, qtbot):
    panel = shown(row(service.url + "/wmts"))
    qtbot.wait(50)
    assert not service.asked
    panel.show()
    assert panel.names()[:3] == ["SPOT 2024", "SPOT 2023", "SPOT 2013"]
    assert panel.strip.years.currentText() == "SPOT 2024" and panel.strip.show_button.isVisible()
    panel.page.hide()
    panel.page.show()
    qtbot.wait(50)
    assert [asked.query["REQUEST"] for asked in service.asked] == ["GetCapabilities"]


def test_show_puts_the_chosen_year_on_the_map(shown, service, qtbot):
    panel = shown(row(service.url + "/wmts"))
    panel.show()
    panel.strip.years.setCurrentIndex(panel.strip.years.findText("Pléiades 2024"))
    panel.click(panel.strip.show_button)
    assert panel.layers() == ["Pléiades 2024"]
    qtbot.waitUntil(lambda: panel.pixel(200, 150) == "#00c000")
    assert {name for name, *_ in service.answer.tiles} == {f"{PLEIADES}.2024"}
    assert "CNES 2024" in panel.strip.years.toolTip()


def test_on_an_empty_map_the_zone_is_shown_not_the_whole_earth(shown, service, qtbot, tmp_path):
    write_territory(tmp_path / "territory.geojson", Territory("Lamballe-Armor", box(-2.6, 48.4, -2.4, 48.5)))
    panel = shown(row(service.url + "/wmts"))
    qtbot.waitUntil(lambda: getattr(panel.panel.context.zones.zone, "kind", "") == "territory")
    panel.show()
    panel.canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    panel.click(panel.strip.show_button)
    qtbot.waitUntil(lambda: panel.canvas.extent().height() > 1000)
    qtbot.wait(50)
    assert 15_000 < panel.canvas.extent().height() < 60_000
    panel.canvas.setExtent(QgsRectangle(*ARMOR))
    panel.strip.years.setCurrentIndex(1)
    panel.click(panel.strip.show_button)
    qtbot.wait(50)
    assert panel.canvas.extent().contains(QgsRectangle(*ARMOR).center())  # a map in use stays where it is


@pytest.mark.parametrize(("chosen", "family", "other"), [("SPOT 2024", "SPOT", "2023"), ("SPOT 2023", "SPOT", "2024")])
def test_compared_the_older_is_left_and_the_newer_right(shown, service, qtbot, chosen, family, other):
    panel = shown(row(service.url + "/wmts"))
    panel.show()
    panel.strip.years.setCurrentIndex(panel.strip.years.findText(chosen))
    panel.compare_with(family, other)
    assert panel.layers() == ["SPOT 2023", "SPOT 2024"]
    assert "Esc" in panel.panel.status[-1]
    qtbot.waitUntil(lambda: panel.pixel(100, 250) == "#c00000" and panel.pixel(300, 250) == "#0000c0")
    Mouse(panel.canvas).drag((200, 100), (330, 100))
    assert panel.pixel(300, 250) == "#c00000"
    Mouse(panel.canvas).key(Qt.Key.Key_Escape)
    assert panel.canvas.mapTool() is panel.panel.pan and panel.panel.status[-1] == ""
    assert not [item for item in panel.canvas.scene().items() if isinstance(item, Curtain)]
    assert panel.layers() == ["SPOT 2023", "SPOT 2024"]


def test_the_menu_offers_all_but_the_chosen_one_its_family_first(shown, service):
    panel = shown(row(service.url + "/wmts"))
    panel.show()
    panel.strip.years.setCurrentIndex(panel.strip.years.findText("Pléiades Mayotte, June 2025"))
    menu = panel.strip.compare_button.menu()
    menu.aboutToShow.emit()
    families = [action for action in menu.actions() if action.menu() is not None]
    offered = {action.text(): [each.text() for each in action.menu().actions()] for action in families}
    assert list(offered) == ["Pléiades Mayotte", "SPOT", "Pléiades", "RapidEye"]
    assert offered["Pléiades Mayotte"] == ["June 2024"] and offered["SPOT"] == ["2024", "2023", "2013"]


def test_the_temporal_controller_steps_through_the_years_once_that_is_asked(shown, service, qtbot):
    def animation():
        menu = panel.strip.compare_button.menu()
        menu.aboutToShow.emit()
        return menu.actions()[-1]

    def look_at(year):
        days = QDate(year, 1, 1), QDate(year, 12, 31)
        first, last = (QDateTime(day, QTime(0, 0), Qt.TimeSpec.UTC) for day in days)
        panel.canvas.setTemporalRange(QgsDateTimeRange(first, last))

    panel = shown(row(service.url + "/wmts"))
    panel.show()
    for year in ("SPOT 2023", "SPOT 2024"):
        assert not animation().isEnabled()
        panel.strip.years.setCurrentIndex(panel.strip.years.findText(year))
        panel.click(panel.strip.show_button)
    animation().trigger()
    assert animation().isChecked() and "Temporal Controller" in panel.panel.told()[-1]
    for year, colour in ((2023, "#c00000"), (2024, "#0000c0"), (2023, "#c00000")):
        look_at(year)
        qtbot.waitUntil(lambda colour=colour: panel.pixel(100, 250) == colour)
    animation().trigger()
    qtbot.waitUntil(lambda: panel.pixel(100, 250) == "#0000c0")  # the one on top, whatever the date
    assert not animation().isChecked()


def test_without_network_one_line_says_so_and_the_next_time_asks_again(shown, service, qtbot):
    panel = shown(row("http://127.0.0.1:9/wmts"))
    panel.page.show()
    qtbot.waitUntil(lambda: panel.strip.label.text() == "IGN backdrops: offline")
    assert not panel.strip.label.isEnabled() and not panel.strip.years.isVisible()
    assert not panel.strip.compare_button.isVisible() and not panel.panel.told()
    assert panel.page.form.button.isEnabled()
    panel.strip._row = row(service.url + "/wmts")
    panel.page.hide()
    panel.show()
    assert panel.strip.label.isEnabled() and panel.strip.years.count() > 3


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (WmtsService(failure=Answer(status=500)), "out of order"),
        (WmtsService(b"<html>"), "web page"),
        (WmtsService(capabilities()), "lists no yearly mosaic"),
    ],
)
def test_another_failure_is_not_called_offline(shown, qtbot, answers, said):
    with serving(answers) as service:
        panel = shown(row(service.url + "/wmts"))
        panel.page.show()
        qtbot.waitUntil(lambda: said in panel.strip.label.text())
    assert not panel.strip.label.isEnabled() and not panel.strip.years.isVisible()


def test_in_the_demonstration_the_service_is_not_asked(shown, service, qtbot):
    panel = shown(row(service.url + "/wmts"), INVENTED)
    panel.page.show()
    panel.page.set_synthetic(INVENTED)  # as the panel does while it builds the page
    qtbot.wait(100)
    assert not service.asked and not panel.strip.isVisible()
    panel.page.set_synthetic(None)
    qtbot.waitUntil(lambda: panel.strip._listed)
    assert panel.strip.isVisible()


def test_without_a_service_there_is_no_strip(shown):
    panel = shown()
    panel.page.show()
    assert not panel.strip.isVisible()


def test_closed_while_it_asks_and_compares(shown, service, qtbot):
    panel = shown(row(service.url + "/wmts"))
    service.answer.latency = 0.2
    panel.page.show()
    qtbot.waitUntil(lambda: bool(service.asked))
    panel.page.hide()
    service.answer.latency = 0.0
    panel.show()
    panel.compare_with("SPOT", "2013")
    qtbot.wait(30)
    panel.page.close_page()
    assert not [item for item in panel.canvas.scene().items() if isinstance(item, Curtain)]
    panel.page.close_page = lambda: None
