# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mon territoire » asked on the real dialog."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QPushButton, QTextBrowser
from shapely.geometry import Point, box, mapping

from dinamis_qgis.gui.aoi.controller import ZoneController
from dinamis_qgis.gui.aoi.territory_dialog import TerritoryDialog
from tests.gui.place_parts import gazetteer
from tests.gui.zone_parts import RIGHT, Mouse, make_panel

NAMES = ("Éréac", "Lanvaléry-Armor", "Bréhat")


def write(path, *shapes):
    features = [{"type": "Feature", "properties": {"nom": n}, "geometry": mapping(shape)} for n, shape in shapes]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


@pytest.fixture()
def dialog(qgis_app, qtbot, tmp_path):
    panel = make_panel()
    zones = ZoneController(panel.context, panel.canvas, territory_path=tmp_path / "territory.geojson")
    dialog = TerritoryDialog(zones)
    dialog.panel, dialog.zones = panel, zones
    dialog.show()
    yield dialog
    dialog.done(0)
    dialog.deleteLater()
    zones.close()
    panel.canvas.deleteLater()


def ok(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def press(dialog, text):
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def told(dialog):
    return " ".join(browser.toPlainText() for browser in dialog.findChildren(QTextBrowser))


def test_nothing_is_chosen_at_first(dialog):
    assert not ok(dialog).isEnabled() and dialog.territory() is None and not dialog.list.isVisible()


def test_a_name_is_found_by_typing_without_accents_or_capitals(dialog, qtbot, tmp_path):
    shapes = [(name, box(x, 0, x + 1, 1)) for x, name in enumerate(NAMES)]
    dialog.take_file(write(tmp_path / "communes.geojson", *shapes))
    qtbot.waitUntil(lambda: dialog.list.isVisible())
    assert [dialog.list.model().index(row, 0).data() for row in range(3)] == ["Bréhat", "Lanvaléry-Armor", "Éréac"]
    QTest.keyClicks(dialog.search, "lanvalery")
    assert dialog.list.model().rowCount() == 1
    chosen = dialog.territory()
    assert chosen.name == "Lanvaléry-Armor" and chosen.shape.bounds == (1, 0, 2, 1) and ok(dialog).isEnabled()
    assert "km²" in dialog.area.text()
    dialog.search.setText("nowhere")
    assert dialog.territory() is None and not ok(dialog).isEnabled()


def test_the_territory_in_use_is_the_one_that_enter_keeps(dialog, qtbot, tmp_path):
    territories = dialog.zones.territories
    territories.stand_in(write(tmp_path / "communes.geojson", *((name, box(0, 0, 1, 1)) for name in NAMES)))
    qtbot.waitUntil(lambda: len(territories.offered) == 3)
    territories.set(next(each for each in territories.offered if each.name == "Lanvaléry-Armor"))
    again = TerritoryDialog(dialog.zones)
    assert again.territory().name == "Lanvaléry-Armor" and again.list.currentIndex().row() == 1
    QTest.keyClicks(again.search, "er")
    assert again.territory().name == "Lanvaléry-Armor"
    QTest.keyClicks(again.search, "e")
    assert again.territory().name == "Éréac"
    again.done(0)
    again.deleteLater()


def test_one_outline_needs_a_name_only(dialog, qtbot, tmp_path):
    dialog.take_file(write(tmp_path / "one.geojson", ("Chez nous", box(0, 0, 1, 1))))
    qtbot.waitUntil(lambda: ok(dialog).isEnabled())
    assert dialog.name.text() == "Chez nous" and not dialog.list.isVisible()
    dialog.name.setText("  ")
    assert not ok(dialog).isEnabled()
    dialog.name.setText("Ici")
    assert dialog.territory().name == "Ici"


def test_a_file_that_cannot_serve_is_told_and_what_was_chosen_stays(dialog, qtbot, tmp_path):
    dialog.take_file(write(tmp_path / "one.geojson", ("Chez nous", box(0, 0, 1, 1))))
    qtbot.waitUntil(lambda: ok(dialog).isEnabled())
    dialog.take_file(write(tmp_path / "points.geojson", ("p", Point(0, 0))))
    qtbot.waitUntil(lambda: "polygon" in told(dialog))
    broken = tmp_path / "broken.geojson"
    broken.write_text("{", encoding="utf-8")
    dialog.take_file(broken)
    qtbot.waitUntil(lambda: "broken.geojson" in told(dialog))
    assert dialog.territory().name == "Chez nous"


def test_the_selection_and_the_drawn_zone_serve(dialog, qtbot):
    press(dialog, "Selection")
    assert "layer" in told(dialog)
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Ma couche", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("Polygon((0 48, 0 49, 1 49, 1 48, 0 48))"))
    layer.dataProvider().addFeatures([feature])
    layer.selectAll()
    dialog.panel.layer = layer
    press(dialog, "Selection")
    qtbot.waitUntil(lambda: ok(dialog).isEnabled())
    assert dialog.territory().name == "Ma couche"
    dialog.zones.drawn.draw()
    mouse = Mouse(dialog.panel.canvas)
    for corner in ((100, 50), (300, 50), (300, 250)):
        mouse.click(*corner)
    mouse.click(10, 10, RIGHT)
    press(dialog, "Drawn zone")
    assert dialog.territory().shape.equals(dialog.panel.context.zones.zone.shape)


def test_a_place_typed_there_is_the_territory(dialog, qtbot):
    with gazetteer():
        QTest.keyClicks(dialog.place.edit, "lamballe-ar")
        qtbot.waitUntil(lambda: dialog.place.completer.completionModel().rowCount() == 1)
        QTest.keyClick(dialog.place.completer.popup(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.territory() is not None)
    assert dialog.isVisible() and (dialog.territory().name, dialog.territory().code) == ("Lamballe-Armor", "22093")
