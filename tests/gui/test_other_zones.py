# SPDX-License-Identifier: GPL-2.0-or-later
"""« Où » : places, files, bookmarks and ribbons, chosen in the real box over a real canvas."""

from __future__ import annotations

import json
import math

import pytest
from qgis.core import (
    QgsApplication,
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton
from shapely.geometry import LineString, Point, box, mapping

from dinamis_qgis.core.territory import read_territory
from dinamis_qgis.core.zones import bookmark_zone, visible_zone
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.gui.aoi.controller import EXTENT
from dinamis_qgis.gui.aoi.file_drop import ZoneDropArea
from dinamis_qgis.gui.aoi.other_zones import BOOKMARK, FILE, PLACE
from dinamis_qgis.gui.aoi.ribbon_zone import RIBBON
from tests.gui.place_parts import gazetteer
from tests.gui.test_zone_controller import Where
from tests.gui.zone_parts import RIGHT
from tests.services.gazetteer_service import GazetteerService

KEEP = "Make it my territory"


@pytest.fixture()
def w(qgis_app, tmp_path, qtbot):
    made = Where(tmp_path / "dinamis" / "territory.geojson")
    made.box.resize(330, 120)
    made.box.show()
    qtbot.waitUntil(lambda: made.zones.zone is not None)
    yield made
    made.controller.close()
    made.box.place.close_edit()
    made.box.hide()
    made.box.deleteLater()
    made.canvas.deleteLater()


def geojson(path, *shapes):
    features = [{"type": "Feature", "properties": {}, "geometry": mapping(shape)} for shape in shapes]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def lines(*shapes, crs="EPSG:4326", name="Rivières"):
    layer = QgsVectorLayer(f"LineString?crs={crs}", name, "memory")
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        layer.dataProvider().addFeatures([feature])
    return layer


def kind(w):
    return w.zones.zone.kind if w.zones.zone else None


def type_place(w, qtbot, text):
    w.box.place.edit.selectAll()
    QTest.keyClicks(w.box.place.edit, text)
    qtbot.waitUntil(lambda: w.box.place.completer.completionModel().rowCount() > 0)
    QTest.keyClick(w.box.place.completer.popup(), Qt.Key.Key_Return)


# --- places ---------------------------------------------------------------------------------------


def test_a_place_is_typed_becomes_the_zone_and_the_territory_in_one_click(w, qtbot, tmp_path):
    with gazetteer():
        w.pick("Municipality, EPCI… (type to complete)")
        assert w.box.place.isVisible() and kind(w) == EXTENT and not w.box.keep.isVisible()
        assert w.shown() == "Municipality, EPCI… (type to complete)"
        type_place(w, qtbot, "lamballe-ar")
        qtbot.waitUntil(lambda: kind(w) == PLACE)
    assert w.zones.zone.label == "Lamballe-Armor" and w.shown() == "Place: Lamballe-Armor"
    assert visible_zone(w.canvas.mapSettings()).intersects(w.zones.zone.shape)
    assert w.box.keep.isVisible()
    QTest.mouseClick(w.box.keep, Qt.MouseButton.LeftButton)
    assert w.shown() == "My territory: Lamballe-Armor" and not w.box.keep.isVisible() and not w.box.place.isVisible()
    path = tmp_path / "dinamis" / "territory.geojson"
    qtbot.waitUntil(path.is_file)
    stored = read_territory(path)
    assert (stored.name, stored.kind, stored.code) == ("Lamballe-Armor", "commune", "22093")


def test_while_a_place_is_sought_the_zone_stays_and_esc_gives_up(w, qtbot):
    former = w.zones.zone
    w.pick("Municipality")
    QTest.keyClick(w.box.place.edit, Qt.Key.Key_Escape)
    assert not w.box.place.isVisible() and w.shown() == "Map extent" and w.zones.zone == former
    w.pick("Municipality")
    w.pick("Map extent")
    assert not w.box.place.isVisible()


def test_a_place_is_there_again_after_another_zone(w, qtbot):
    with gazetteer():
        w.pick("Municipality")
        type_place(w, qtbot, "bretagne")
        qtbot.waitUntil(lambda: kind(w) == PLACE)
        w.pick("Map extent")
        assert kind(w) == EXTENT
        w.pick("Municipality")
        assert kind(w) == PLACE and w.box.place.isVisible()


def test_a_place_of_the_locator_is_fetched_and_shown(w, qtbot):
    from dinamis_qgis.domain.gazetteer import Place

    with gazetteer():
        w.controller.others.take_place(Place("Saint-Denis", "commune", "97411", "974", 55.45, -20.85))
        qtbot.waitUntil(lambda: kind(w) == PLACE)
    assert w.zones.zone.shape.bounds[1] == pytest.approx(-20.9)


def test_the_zone_that_was_asked_for_last_is_the_one_made(w, qtbot):
    from dinamis_qgis.domain.gazetteer import Place

    with gazetteer(GazetteerService(outline_delay=0.5)):
        w.controller.others.take_place(Place("Bretagne", "region", "53", "", -3.5, 48.8))
        w.pick("Map extent")
        qtbot.wait(900)
    assert kind(w) == EXTENT


def test_a_search_waits_for_the_outline(w, qtbot):
    from dinamis_qgis.domain.gazetteer import Place

    done = []
    with gazetteer(GazetteerService(outline_delay=0.3)):
        w.controller.others.take_place(Place("Bretagne", "region", "53", "", -3.5, 48.8))
        w.controller.when_settled(lambda: done.append(kind(w)))
        assert not done
        qtbot.waitUntil(lambda: bool(done))
    assert done == [PLACE]


# --- files ----------------------------------------------------------------------------------------


def test_a_file_of_polygons_is_the_zone_united(w, qtbot, tmp_path):
    path = geojson(tmp_path / "secteurs.geojson", box(-2.6, 48.4, -2.4, 48.5), box(-2.5, 48.4, -2.3, 48.5))
    w.controller.others.take_file(path)
    qtbot.waitUntil(lambda: kind(w) == FILE)
    assert w.shown() == "File: secteurs" and area_km2(w.zones.zone.shape) == pytest.approx(
        area_km2(box(-2.6, 48.4, -2.3, 48.5)), rel=1e-9
    )  # fmt: skip
    assert w.box.keep.isVisible() and w.box.keep.text() == KEEP


def test_of_several_layers_one_is_chosen(w, qtbot, tmp_path):
    from tests.core.test_outline_files import write

    path = write(
        tmp_path / "base.gpkg", "GPKG",
        ("rivieres", 4326, [(None, LineString([(-2.6, 48.4), (-2.5, 48.4)]))]),
        ("communes & co", 4326, [("A", box(-2.6, 48.4, -2.4, 48.5))]),
    )  # fmt: skip
    w.controller.others.take_file(path)
    qtbot.waitUntil(lambda: w.box.menu is not None and w.box.menu.isVisible())
    polygons, rivers = w.box.menu.actions()
    assert polygons.text() == "communes && co — 1 polygon(s)" and "line" in rivers.text()
    rivers.trigger()
    w.box.menu.close()
    qtbot.waitUntil(lambda: kind(w) == RIBBON)
    assert area_km2(w.zones.zone.shape) == pytest.approx(7.41 + math.pi * 0.25, rel=0.01)


def test_files_that_cannot_serve_are_told_and_the_zone_stays(w, qtbot, tmp_path):
    former = w.zones.zone
    w.controller.others.take_file(geojson(tmp_path / "points.geojson", Point(0, 48)))
    qtbot.waitUntil(lambda: any("only points" in told for told in w.panel.told()))
    broken = tmp_path / "broken.gpkg"
    broken.write_text("no")
    w.controller.others.take_file(broken)
    qtbot.waitUntil(lambda: any("broken.gpkg" in told for told in w.panel.told()))
    assert w.zones.zone == former


def test_a_file_without_a_crs_is_told_with_a_button_that_asks(w, qtbot, tmp_path, monkeypatch):
    from tests.core.test_outline_files import shapefile

    path = shapefile(tmp_path / "nowhere", crs=None)
    w.controller.others.take_file(path)
    qtbot.waitUntil(lambda: any("coordinate reference system" in told for told in w.panel.told()))
    monkeypatch.setattr(
        "dinamis_qgis.gui.aoi.zone_box.ask_crs", lambda *_: QgsCoordinateReferenceSystem("EPSG:2154").toWkt()
    )
    (button,) = [b for b in w.panel.bar.findChildren(QPushButton) if "CRS" in b.text()]
    button.click()
    qtbot.waitUntil(lambda: kind(w) == FILE)
    assert area_km2(w.zones.zone.shape) == pytest.approx(100.0, rel=2e-3)


@pytest.mark.parametrize(("name", "taken"), [("zone.geojson", True), ("photo.tif", False)])
def test_a_dropped_file_is_the_zone(w, qtbot, tmp_path, name, taken):
    path = geojson(tmp_path / name, box(-2.6, 48.4, -2.4, 48.5))
    wanted = [True]
    target = ZoneDropArea(lambda: wanted[0], w.controller.others.take_file)

    def dropped():
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter, fall = QDragEnterEvent(QPoint(5, 5), *where), QDropEvent(QPoint(5, 5), *where)
        enter.ignore()
        QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            QApplication.sendEvent(target, fall)
        return enter.isAccepted()

    assert dropped() == taken
    if taken:
        qtbot.waitUntil(lambda: kind(w) == FILE)
        wanted[0] = False
        assert not dropped()
    target.deleteLater()


# --- bookmarks ------------------------------------------------------------------------------------


def bookmark(name, crs, *extent, group=""):
    made = QgsBookmark()
    made.setName(name)
    made.setGroup(group)
    made.setExtent(QgsReferencedRectangle(QgsRectangle(*extent), QgsCoordinateReferenceSystem(crs)))
    return made


def test_bookmarks_of_the_project_and_of_the_person_are_offered(w, qtbot):
    w.pick("Bookmark")
    assert any("no bookmark" in told for told in w.panel.told())
    own, project = QgsApplication.bookmarkManager(), QgsProject.instance().bookmarkManager()
    project.addBookmark(bookmark("Chez nous", "EPSG:2154", 300_000, 6_800_000, 310_000, 6_810_000))
    name, _ = own.addBookmark(bookmark("La Réunion & co", "EPSG:2975", 3e5, 76e5, 31e4, 761e4, group="Outre-mer"))
    try:
        w.pick("Bookmark")
        first, group = w.box.menu.actions()
        assert first.text() == "Chez nous" and group.menu().actions()[0].text() == "La Réunion && co"
        group.menu().actions()[0].trigger()
        assert kind(w) == BOOKMARK and w.shown() == "Bookmark: La Réunion & co"
        assert area_km2(w.zones.zone.shape) == pytest.approx(100.0, rel=2e-3)
        assert w.zones.zone.shape.bounds[1] < -20
        first.trigger()
        assert area_km2(w.zones.zone.shape) == pytest.approx(100.0, rel=2e-3)
    finally:
        w.box.menu.close()
        own.removeBookmark(name)
        project.clear()


def test_a_bookmark_of_a_turned_map_is_what_that_map_shows(w):
    turned = bookmark("x", "EPSG:2154", *w.canvas.extent().toRectF().getCoords())

    class Turned:
        extent, rotation = turned.extent, staticmethod(lambda: 30.0)

    w.canvas.setRotation(30.0)
    found = bookmark_zone(Turned(), QgsProject.instance().transformContext())
    shown = visible_zone(w.canvas.mapSettings())
    assert found.symmetric_difference(shown).area < 0.02 * shown.area


def test_a_bookmark_without_a_crs_is_told(w):
    w.controller.others.take_bookmark(bookmark("x", "", 0, 0, 1, 1))
    assert kind(w) == EXTENT and w.panel.told()


# --- ribbons --------------------------------------------------------------------------------------


def test_a_line_is_drawn_and_its_ribbon_is_the_zone_with_its_area_live(w, qtbot):
    w.pick("Buffer around a line…")
    assert w.box.ribbon.isVisible() and w.controller.others.ribbon.drawing and w.box.ribbon.draw.isChecked()
    w.mouse.click(50, 150)
    w.mouse.move(350, 150)
    assert any("buffer being drawn" in said for said in w.panel.status)
    w.mouse.click(350, 150)
    w.mouse.click(350, 150, RIGHT)
    qtbot.waitUntil(lambda: kind(w) == RIBBON)
    metres = 300 * w.canvas.mapUnitsPerPixel()
    assert area_km2(w.zones.zone.shape) == pytest.approx((metres * 1000 + math.pi * 500**2) / 1e6, rel=0.01)
    assert w.shown() == "Buffer around a line…" and w.canvas.mapTool() is w.panel.pan
    narrow = w.zones.zone
    w.box.ribbon.width_box.setValue(1000)
    qtbot.waitUntil(lambda: w.zones.zone != narrow)
    assert area_km2(w.zones.zone.shape) == pytest.approx((metres * 2000 + math.pi * 1000**2) / 1e6, rel=0.01)
    assert w.zones.zone.label == "Buffer of 1\u202f000 m" or "1" in w.zones.zone.label


def test_lines_of_the_active_layer_the_selected_ones_first(w, qtbot):
    layer = lines("LineString(-2.6 48.4, -2.5 48.4)", "LineString(-2.6 48.6, -2.3 48.6)")
    w.panel.layer = layer
    w.pick("Buffer around a line…")
    assert not w.controller.others.ribbon.drawing  # the layer may be meant
    QTest.mouseClick(w.box.ribbon.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kind(w) == RIBBON)
    both = area_km2(w.zones.zone.shape)
    layer.selectByIds([1])
    QTest.mouseClick(w.box.ribbon.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: area_km2(w.zones.zone.shape) < both)
    assert area_km2(w.zones.zone.shape) == pytest.approx(7.41 + math.pi * 0.25, rel=0.01)


def test_no_line_is_told_and_esc_ends_the_drawing(w, qtbot):
    w.panel.layer = QgsVectorLayer("Point?crs=EPSG:4326", "Mairies", "memory")
    w.pick("Buffer around a line…")
    w.mouse.key(Qt.Key.Key_Escape)
    assert not w.controller.others.ribbon.drawing
    QTest.mouseClick(w.box.ribbon.take, Qt.MouseButton.LeftButton)
    assert any("no line" in told for told in w.panel.told()) and kind(w) == EXTENT


def test_another_zone_ends_the_drawing_of_a_line(w):
    w.pick("Buffer around a line…")
    w.mouse.click(50, 150)
    w.pick("Map extent")
    assert not w.controller.others.ribbon.drawing and not w.box.ribbon.isVisible() and w.canvas.mapTool() is w.panel.pan
