# SPDX-License-Identifier: GPL-2.0-or-later
"""The drawing tool under real mouse and key events."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import Qt

from dinamis_qgis.gui.aoi.draw_tool import DrawTool
from tests.gui.zone_parts import RIGHT, SHIFT, Mouse, make_panel

CTRL = Qt.KeyboardModifier.ControlModifier
SQUARE = ((100, 50), (300, 50), (300, 250), (100, 250))


class Drawn:
    """A tool on a canvas, its mouse, and what it gave."""

    def __init__(self, **canvas):
        self.panel = make_panel(**canvas)
        self.canvas = self.panel.canvas
        self.mouse = Mouse(self.canvas)
        self.accepts = True
        self.given, self.live = [], []
        self.tool = DrawTool(self.canvas, self._take)
        self.tool.drawing.connect(self.live.append)

    def _take(self, polygon):
        self.given.append(polygon)
        return self.accepts

    def corners(self, polygon=None):
        """Of the polygon, in pixels."""
        to_pixel = self.canvas.getCoordinateTransform()
        ring = (polygon or self.given[-1]).asPolygon()[0][:-1]
        return [(round(to_pixel.transform(p).x()), round(to_pixel.transform(p).y())) for p in ring]

    def click_square(self):
        for corner in SQUARE:
            self.mouse.click(*corner)


@pytest.fixture()
def drawn(qgis_app):
    made = []

    def make(**canvas):
        made.append(Drawn(**canvas))
        return made[-1]

    yield make
    for each in made:
        each.tool.close()
        each.canvas.deleteLater()


def test_a_right_click_finishes_and_the_former_tool_is_back(drawn):
    d = drawn()
    d.tool.begin()
    assert d.canvas.mapTool() is d.tool
    d.click_square()
    d.mouse.click(10, 10, RIGHT)
    assert d.corners() == list(SQUARE) and len(d.given) == 1
    assert d.canvas.mapTool() is d.panel.pan


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_finishes(drawn, key):
    d = drawn()
    d.tool.begin()
    d.click_square()
    d.mouse.key(key)
    assert d.corners() == list(SQUARE)


def test_a_double_click_finishes_and_does_not_move_the_map(drawn):
    d = drawn()
    centre = d.canvas.center()
    d.tool.begin()
    for corner in SQUARE[:-1]:
        d.mouse.click(*corner)
    d.mouse.double_click(*SQUARE[-1])
    assert d.corners() == list(SQUARE)
    assert d.canvas.mapTool() is d.panel.pan and d.canvas.center() == centre


@pytest.mark.parametrize("undo", [(Qt.Key.Key_Backspace,), (Qt.Key.Key_Z, CTRL)])
def test_the_last_vertex_is_taken_back(drawn, undo):
    d = drawn()
    d.tool.begin()
    d.click_square()
    d.mouse.click(20, 20)
    d.mouse.key(*undo)
    d.mouse.key(Qt.Key.Key_Return)
    assert d.corners() == list(SQUARE)


def test_escape_gives_up_and_the_former_tool_is_back(drawn):
    d = drawn()
    d.tool.begin()
    d.click_square()
    d.mouse.key(Qt.Key.Key_Escape)
    assert d.given == [] and d.canvas.mapTool() is d.panel.pan
    assert d.live[-1].isNull()


@pytest.mark.parametrize("rotation", [0.0, 30.0, -115.0])
def test_a_rectangle_follows_the_screen_whatever_the_rotation(drawn, rotation):
    d = drawn(rotation=rotation)
    d.tool.begin()
    d.mouse.drag((100, 50), (300, 250), SHIFT)
    got = d.corners()
    assert all(abs(x - wx) <= 1 and abs(y - wy) <= 1 for (x, y), (wx, wy) in zip(got, SQUARE)), got


def test_the_polygon_is_live_while_the_mouse_moves(drawn):
    d = drawn()
    d.tool.begin()
    d.mouse.click(100, 50)
    d.mouse.click(300, 50)
    d.mouse.move(200, 200)
    assert d.corners(d.live[-1]) == [(100, 50), (300, 50), (200, 200)]


def square(d):
    return QgsGeometry.fromPolygonXY([[d.mouse.map_point(*corner) for corner in SQUARE]])


def test_editing_moves_a_vertex_and_undo_brings_it_back(drawn):
    d = drawn()
    d.tool.begin(square(d))
    d.mouse.drag((300, 50), (350, 20))
    d.mouse.key(Qt.Key.Key_Return)
    assert d.corners() == [(100, 50), (350, 20), (300, 250), (100, 250)]
    d.tool.begin(d.given[-1])
    d.mouse.drag((350, 20), (380, 10))
    d.mouse.key(Qt.Key.Key_Z, CTRL)
    d.mouse.key(Qt.Key.Key_Return)
    assert d.corners() == [(100, 50), (350, 20), (300, 250), (100, 250)]


def test_editing_inserts_on_an_edge_and_deletes(drawn):
    d = drawn()
    d.tool.begin(square(d))
    d.mouse.drag((200, 50), (200, 10))
    d.mouse.click(100, 250, RIGHT)
    assert d.given == []
    d.mouse.move(300, 250)
    d.mouse.key(Qt.Key.Key_Delete)
    d.mouse.click(20, 150, RIGHT)
    assert d.corners() == [(100, 50), (200, 10), (300, 50)]


def test_a_triangle_is_not_opened(drawn):
    d = drawn()
    d.tool.begin(QgsGeometry.fromPolygonXY([[d.mouse.map_point(*corner) for corner in SQUARE[:3]]]))
    d.mouse.move(*SQUARE[0])
    d.mouse.key(Qt.Key.Key_Delete)
    d.mouse.key(Qt.Key.Key_Return)
    assert d.corners() == list(SQUARE[:3])


def test_what_is_refused_stays_to_be_mended(drawn):
    d = drawn()
    d.accepts = False
    d.tool.begin()
    for corner in ((100, 50), (300, 250), (300, 50), (100, 250)):
        d.mouse.click(*corner)
    d.mouse.key(Qt.Key.Key_Return)
    assert len(d.given) == 1 and d.canvas.mapTool() is d.tool
    d.accepts = True
    d.mouse.drag((300, 250), (200, 20))
    d.mouse.key(Qt.Key.Key_Return)
    assert d.corners() == [(100, 50), (200, 20), (300, 50), (100, 250)]
    assert d.canvas.mapTool() is d.panel.pan


def test_another_tool_in_between_does_not_lose_the_outline(drawn):
    d = drawn()
    d.tool.begin()
    d.mouse.click(*SQUARE[0])
    d.mouse.click(*SQUARE[1])
    other = QgsMapToolPan(d.canvas)
    d.canvas.setMapTool(other)
    d.tool.begin()
    d.mouse.click(*SQUARE[2])
    d.mouse.key(Qt.Key.Key_Return)
    assert d.corners() == list(SQUARE[:3]) and d.canvas.mapTool() is other


def test_the_outline_stays_on_the_ground_when_the_map_changes_its_crs(drawn):
    d = drawn()
    d.tool.begin()
    d.click_square()
    before = d.live[-1]
    d.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    d.mouse.key(Qt.Key.Key_Return)
    x, y = d.given[-1].centroid().asPoint()
    assert -5 < x < 0 and 47 < y < 49 and before.area() > 1e6


def test_a_former_tool_that_is_gone_is_not_put_back(drawn):
    d = drawn()
    passing = QgsMapToolPan(d.canvas)
    d.canvas.setMapTool(passing)
    d.tool.begin()
    passing.deleteLater()
    from qgis.PyQt import sip

    sip.delete(passing)
    d.mouse.key(Qt.Key.Key_Escape)
    assert d.canvas.mapTool() is not d.tool
