# SPDX-License-Identifier: GPL-2.0-or-later
"""« Où » : the four kinds of zone, on a real canvas, with what people get wrong."""

from __future__ import annotations

import json
import threading

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from shapely.geometry import box

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.territory import Territory, read_territory, write_territory
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.errors import InvalidZone
from dinamis_qgis.gui.aoi.bands import MOST_SHOWN, ZoneBand
from dinamis_qgis.gui.aoi.controller import DRAWN, EXTENT, SELECTION, TERRITORY, ZoneController
from dinamis_qgis.gui.aoi.zone_box import ZoneBox
from tests.domain.test_outline import coast
from tests.gui.zone_parts import RIGHT, SHIFT, Mouse, make_panel


class Where:
    def __init__(self, path, **canvas):
        self.panel = make_panel(**canvas)
        self.canvas, self.zones = self.panel.canvas, self.panel.context.zones
        self.mouse = Mouse(self.canvas)
        self.controller = ZoneController(self.panel.context, self.canvas, territory_path=path)
        self.box = ZoneBox(self.controller)

    def pick(self, text):
        """Choose the entry that begins so, as a person does."""
        kinds = self.box.kinds
        index = next(i for i in range(kinds.count()) if kinds.itemText(i).startswith(text))
        kinds.setCurrentIndex(index)
        kinds.activated.emit(index)

    def shown(self):
        return self.box.kinds.currentText()

    def told(self, reason):
        return sentence(InvalidZone(reason)).split(".")[0] in " ".join(self.panel.told())


@pytest.fixture()
def where(qgis_app, tmp_path, qtbot):
    made = []

    def make(territory=None, **canvas):
        path = tmp_path / "dinamis" / "territory.geojson"
        if territory:
            write_territory(path, territory)
        made.append(Where(path, **canvas))
        w = made[-1]
        qtbot.waitUntil(lambda: not w.controller.territories.busy and w.zones.zone is not None)
        return w

    yield make
    for w in made:
        w.controller.close()
        w.box.deleteLater()
        w.canvas.deleteLater()


def polygons(crs, *shapes, name="Communes"):
    layer = QgsVectorLayer(f"Polygon?crs={crs}" if crs else "Polygon", name, "memory")
    if not crs:
        layer.setCrs(QgsCoordinateReferenceSystem())
    features = []
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


A, B = "Polygon((0 48, 0 48.1, 0.1 48.1, 0.1 48, 0 48))", "Polygon((0.05 48, 0.05 48.1, 0.2 48.1, 0.2 48, 0.05 48))"
HOME = Territory("Lamballe-Armor", box(-2.6, 48.4, -2.4, 48.5), "commune", "22093")


def test_without_a_territory_the_map_is_the_zone_and_follows_it(where, qtbot):
    w = where()
    assert w.controller.kind == EXTENT and w.shown() == "Map extent"
    assert area_km2(w.zones.zone.shape) == pytest.approx(20 * 15, rel=0.01)  # Lambert-93 stretches a little
    first = w.zones.zone
    w.canvas.zoomScale(w.canvas.scale() * 2)
    qtbot.waitUntil(lambda: w.zones.zone != first)
    assert area_km2(w.zones.zone.shape) == pytest.approx(4 * 20 * 15, rel=0.01)


def test_a_rotated_map_gives_its_visible_polygon(where):
    w = where(rotation=45.0)
    shape = w.zones.zone.shape
    west, south, east, north = shape.bounds
    assert area_km2(shape) < 0.62 * area_km2(box(west, south, east, north))
    assert len(shape.exterior.coords) > 100


def test_a_map_of_the_whole_world_and_one_across_the_antimeridian(where):
    w = where(crs="EPSG:4326", extent=(-400, -200, 400, 200))
    assert area_km2(w.zones.zone.shape) == pytest.approx(510_065_622, rel=1e-4)
    w = where(crs="EPSG:3832", extent=(2_500_000, -2_200_000, 4_000_000, -1_075_000))
    parts = list(w.zones.zone.shape.geoms)
    assert {part.bounds[0] < 0 for part in parts} == {True, False}
    assert area_km2(w.zones.zone.shape) == pytest.approx(1500 * 1125, rel=0.1)


@pytest.mark.parametrize(
    ("extent", "km2", "parts"),
    [
        ((-2.1e7, -2.0e7, 2.1e7, 2.0e7), 508_300_000, 1),  # the whole world, and a little of it twice
        ((-6e7, -3e7, 6e7, 3e7), 510_065_622, 1),
        ((19_400_000, -1_700_000, 20_600_000, -1_500_000), None, 2),  # Wallis and Futuna, from the west
        ((-20_600_000, -1_700_000, -19_400_000, -1_500_000), None, 2),  # and from the east
    ],
)
def test_a_web_map_is_a_zone_wherever_it_is_turned(where, extent, km2, parts):
    w = where(crs="EPSG:3857", extent=extent)
    shape = w.zones.zone.shape
    assert len(getattr(shape, "geoms", [shape])) == parts and shape.bounds[0] == -180 and shape.bounds[2] == 180
    if km2:
        assert area_km2(shape) == pytest.approx(km2, rel=2e-3)
    else:
        seen = w.canvas.mapSettings().visibleExtent()
        assert area_km2(shape) == pytest.approx(seen.area() / 1e6 * 0.94, rel=0.03)  # Mercator's scale at 14° south


def test_a_zone_drawn_across_the_antimeridian_of_a_web_map_is_split_there(where):
    w = where(crs="EPSG:3857", extent=(19_900_000, -1_700_000, 20_200_000, -1_475_000))
    w.box.draw()
    w.mouse.drag((50, 50), (350, 250), SHIFT)
    parts = w.zones.zone.shape.geoms
    assert w.controller.kind == DRAWN and len(parts) == 2
    assert max(part.bounds[2] - part.bounds[0] for part in parts) < 2


def test_a_map_that_cannot_serve_as_a_zone_leaves_none_and_the_search_says_why(where, qtbot):
    w = where()
    w.canvas.setExtent(QgsRectangle(-2e7, -1e7, 2e7, 2e7))
    qtbot.waitUntil(lambda: w.zones.zone is None)
    assert not w.panel.told()
    begun = []
    w.controller.when_settled(lambda: begun.append(True))
    assert not begun and w.told("not_transformable")
    w.canvas.setExtent(QgsRectangle(300_000, 6_800_000, 320_000, 6_815_000))
    w.controller.when_settled(lambda: begun.append(True))
    assert begun and w.zones.zone is not None


def test_a_map_without_a_crs_is_told_of_as_the_map_s(where, qtbot):
    w = where()
    w.canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    qtbot.waitUntil(lambda: w.zones.zone is None)
    w.pick("Map extent")
    assert w.told("no_map_crs")
    w.box.draw()
    w.mouse.drag((50, 50), (350, 250), SHIFT)
    assert w.zones.zone is None and w.controller.drawing and "project" in w.panel.status[-1]


def test_a_zone_is_drawn_from_the_pencil_and_its_area_is_live(where):
    w = where()
    live = []
    w.zones.drawing.connect(live.append)
    QTest.mouseClick(w.box.pencil, Qt.MouseButton.LeftButton)
    assert w.box.pencil.isChecked() and w.shown() == "Drawn zone" and w.controller.kind == EXTENT
    for corner in ((100, 50), (300, 50), (300, 250)):
        w.mouse.click(*corner)
    assert "km²" in w.panel.status[-1] and live
    w.mouse.click(100, 250)
    w.mouse.click(10, 10, RIGHT)
    assert w.controller.kind == DRAWN and w.shown() == "Drawn zone" and not w.box.pencil.isChecked()
    corner = w.canvas.mapUnitsPerPixel() ** 2 * 200 * 200 / 1e6
    assert area_km2(w.zones.zone.shape) == pytest.approx(corner, rel=0.01)


def test_choosing_the_drawn_zone_begins_one_and_escape_leaves_the_former(where):
    w = where(HOME)
    w.pick("Drawn zone")
    assert w.controller.drawing and w.shown() == "Drawn zone" and w.zones.zone.kind == TERRITORY
    w.mouse.key(Qt.Key.Key_Escape)
    assert w.zones.zone.kind == TERRITORY and not w.controller.drawing and w.shown() == "My territory: Lamballe-Armor"


def test_the_arrow_keys_open_the_list_and_nothing_is_chosen_on_the_way(where, qtbot):
    w = where()
    w.box.show()
    w.box.kinds.setFocus()
    before, view = w.zones.zone, w.box.kinds.view()
    QTest.keyClick(w.box.kinds, Qt.Key.Key_Down)
    qtbot.waitUntil(view.isVisible)
    while not view.currentIndex().data().startswith("Municipality"):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert w.zones.zone is before and not w.controller.drawing and w.panel.told() == []
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(w.box.place.isVisible)
    w.box.hide()


def test_a_crossing_outline_is_told_and_the_former_zone_stays(where):
    w = where()
    before = w.zones.zone
    w.controller.drawn.draw()
    for corner in ((100, 50), (300, 250), (300, 50), (100, 250)):
        w.mouse.click(*corner)
    w.mouse.key(Qt.Key.Key_Return)
    assert w.told("self_crossing") and w.zones.zone == before and w.controller.drawing


def test_a_drawn_zone_is_edited_in_another_crs(where):
    w = where()
    w.controller.drawn.draw()
    w.mouse.drag((100, 50), (300, 250), SHIFT)
    area = area_km2(w.zones.zone.shape)
    w.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    w.controller.drawn.draw()
    corner = w.canvas.getCoordinateTransform().transform(w.controller.drawn._tool._outline.points[2])
    at = QPoint(round(corner.x()), round(corner.y()))
    w.mouse.drag((at.x(), at.y()), (at.x() + 40, at.y() + 40))
    w.mouse.key(Qt.Key.Key_Return)
    assert area_km2(w.zones.zone.shape) > 1.1 * area


def test_the_selection_is_united_and_followed(where, qtbot):
    w = where()
    w.panel.layer = layer = polygons("EPSG:4326", A, B)
    layer.selectAll()
    w.canvas.currentLayerChanged.emit(layer)
    w.pick("Selected features (Communes)")
    qtbot.waitUntil(lambda: w.controller.kind == SELECTION)
    assert w.zones.zone.shape.bounds == pytest.approx((0, 48, 0.2, 48.1))
    layer.selectByIds([1])
    qtbot.waitUntil(lambda: w.zones.zone.shape.bounds[2] == pytest.approx(0.1))
    before = w.zones.zone
    layer.removeSelection()
    assert w.zones.zone == before


@pytest.mark.parametrize(
    ("layer", "select", "reason"),
    [
        (lambda: None, False, "no_layer"),
        (lambda: polygons("EPSG:4326", A), False, "no_selection"),
        (lambda: polygons("", A), True, "no_crs"),
        (lambda: QgsVectorLayer("LineString?crs=EPSG:4326", "Roads", "memory"), False, "not_polygon"),
        (lambda: polygons("EPSG:4326", "Polygon((0 0, 1 1, 1 0, 0 1, 0 0))"), True, "self_crossing"),
        (lambda: polygons("EPSG:4326", "Polygon EMPTY"), True, "empty"),
    ],
)
def test_a_selection_that_cannot_serve_is_told_and_the_former_zone_stays(where, qtbot, layer, select, reason):
    w = where(HOME)
    w.panel.layer = made = layer()
    if select:
        made.selectAll()
    before = w.zones.zone
    w.box.refresh()
    w.pick("Selected features")
    qtbot.waitUntil(lambda: w.told(reason))
    assert w.zones.zone == before and w.shown() == "My territory: Lamballe-Armor"


def test_a_removed_layer_does_not_break_what_was_selected(where, qtbot):
    w = where()
    w.panel.layer = layer = polygons("EPSG:4326", A)
    layer.selectAll()
    w.controller.choose(SELECTION)
    qtbot.waitUntil(lambda: w.controller.kind == SELECTION)
    from qgis.PyQt import sip

    w.panel.layer = None
    sip.delete(layer)
    w.box.refresh()
    w.pick("Map extent")
    assert w.zones.zone.kind == EXTENT


def test_a_layer_removed_while_its_selection_is_united_still_gives_the_zone(where, qtbot):
    w = where()
    w.panel.layer = layer = polygons("EPSG:4326", A, B)
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    w.pick("Selected features")
    w.panel.layer = None
    QgsProject.instance().removeMapLayer(layer.id())
    qtbot.waitUntil(lambda: w.zones.zone.kind == SELECTION)
    settled = []
    w.controller.when_settled(lambda: settled.append(True))
    assert settled and w.zones.zone.label == "Selected features (Communes)"


def test_a_zone_is_measured_in_its_task(where, qtbot, tmp_path, monkeypatch):
    """A département's coast has 200 000 corners: the boxes say an area that is known."""
    w = where()
    measured = []
    monkeypatch.setattr(
        "dinamis_qgis.core.zone.area_km2",
        lambda shape: measured.append(threading.current_thread() is threading.main_thread()) or area_km2(shape),
    )
    w.panel.layer = layer = polygons("EPSG:4326", A, B)
    layer.selectAll()
    w.controller.choose(SELECTION)
    qtbot.waitUntil(lambda: w.zones.zone.kind == SELECTION, timeout=20_000)
    write_territory(tmp_path / "outline.geojson", HOME)
    w.controller.others.take_file(tmp_path / "outline.geojson")
    qtbot.waitUntil(lambda: w.zones.zone.kind == "file", timeout=20_000)
    w.controller.choose(SELECTION)
    qtbot.waitUntil(lambda: w.zones.zone.kind == SELECTION, timeout=20_000)
    w.controller.choose("file")
    assert w.zones.zone.kind == "file" and "km²" in w.box.kinds.toolTip()
    assert len(measured) == 3 and not any(measured)


def test_names_are_text_in_tooltips(where):
    w = where(Territory("<img src='x'>{0}%n", HOME.shape))
    assert "&lt;img" in w.box.kinds.toolTip() and "<img" not in w.box.kinds.toolTip()


def test_the_stored_territory_is_the_default(where):
    w = where(HOME)
    assert (w.controller.kind, w.shown()) == (TERRITORY, "My territory: Lamballe-Armor")
    assert w.zones.zone.shape.equals(HOME.shape)


def test_a_name_that_looks_like_html_is_text_in_the_tip(where):
    w = where(Territory("<img src='http://example.org/x.png'>", HOME.shape))
    assert w.shown().endswith("<img src='http://example.org/x.png'>")
    tip = w.box.kinds.toolTip()
    assert "<img" not in tip and "&lt;img" in tip and "km²" in tip


def test_invented_territories_stand_in_and_overwrite_nothing(where, qtbot, tmp_path):
    w = where(HOME)
    path = tmp_path / "invented.geojson"
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": box(x, 0, x + 1, 1).__geo_interface__}
        for x, name in enumerate(("Bourg-Inventé", "Ville-Inventée"))
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    w.controller.territories.stand_in(path)
    qtbot.waitUntil(lambda: w.shown() == "My territory: Bourg-Inventé")
    w.controller.territories.set(w.controller.territories.offered[1])
    assert w.shown() == "My territory: Ville-Inventée"
    w.controller.territories.stand_in(None)
    assert w.shown() == "My territory: Lamballe-Armor"
    assert read_territory(tmp_path / "dinamis" / "territory.geojson").name == "Lamballe-Armor"


def test_two_boxes_are_always_in_step(where):
    w = where(HOME)
    other = ZoneBox(w.controller)
    w.pick("Map extent")
    assert other.kinds.currentText() == "Map extent"
    other.deleteLater()


def test_the_outline_is_on_the_map_while_a_box_is_visible(where):
    w = where(HOME)
    band = w.controller._band._band
    assert band.size() == 0
    w.box.show()
    assert band.size() == 1
    w.box.hide()
    assert band.size() == 0


def test_a_coast_is_drawn_with_few_points_and_the_last_zone_stays(qgis_app, qtbot):
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    band = ZoneBand(canvas)
    band.show(coast(20_000))
    band.show(coast(30_000))
    qtbot.waitUntil(lambda: band._band.numberOfVertices() > 0, timeout=20_000)
    assert band._band.numberOfVertices() <= MOST_SHOWN
    band.show(coast(20_000, 4001))
    band.show(box(0, 0, 1, 1))  # at once: what was being simplified is dropped
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=20_000)
    qtbot.wait(50)
    assert band._band.numberOfVertices() <= 6
    band.show(None)
    assert band._band.numberOfVertices() == 0
    band.remove()
