# SPDX-License-Identifier: GPL-2.0-or-later
"""The divider on a real canvas: which layer the pixels left and right of it come from."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QApplication

from dinamis_qgis.gui.swipe.curtain import Curtain
from dinamis_qgis.gui.swipe.tool import SwipeTool
from tests.gui.zone_parts import Mouse, make_panel

RED, BLUE, GREEN, WHITE = (200, 0, 0), (0, 0, 200), (0, 200, 0), (255, 255, 255)
EXTENT = (300_000, 6_800_000, 320_000, 6_815_000)


def picture(path, colour, half=False):
    """A raster of one colour over the map's extent and around it; with ``half`` its northern half is empty."""
    west, south, east, north = EXTENT[0] - 30_000, EXTENT[1] - 30_000, EXTENT[2] + 30_000, EXTENT[3] + 30_000
    made = gdal.GetDriverByName("GTiff").Create(str(path), 80, 75, 4, gdal.GDT_Byte)
    made.SetGeoTransform((west, (east - west) / 80, 0, north, 0, (south - north) / 75))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(2154)
    made.SetProjection(crs.ExportToWkt())
    for number, value in enumerate((*colour, 255), 1):
        made.GetRasterBand(number).WriteArray(np.full((75, 80), value, np.uint8))
        made.GetRasterBand(number).SetColorInterpretation(
            (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)[number - 1]
        )
    if half:
        alpha = np.full((75, 80), 255, np.uint8)
        alpha[:37] = 0
        made.GetRasterBand(4).WriteArray(alpha)
    made = None
    layer = QgsRasterLayer(str(path), path.stem)
    assert layer.isValid()
    return QgsProject.instance().addMapLayer(layer)


class Swiped:
    def __init__(self, tmp_path, bot, rotation=0.0):
        self.bot = bot
        self.panel = make_panel(rotation=rotation)
        self.canvas = self.panel.canvas
        self.mouse = Mouse(self.canvas)
        self.old, self.new = picture(tmp_path / "old.tif", RED), picture(tmp_path / "new.tif", BLUE)
        self.bottom = picture(tmp_path / "bottom.tif", GREEN)
        self.canvas.setLayers([self.new, self.old, self.bottom])
        self.tool = SwipeTool(self.canvas)
        self.items = len(self.canvas.scene().items())
        self.children = len(self.canvas.children())

    @property
    def curtain(self):
        found = [item for item in self.canvas.scene().items() if isinstance(item, Curtain)]
        return found[0] if found else None

    def begin(self):
        self.tool.begin(self.old, self.new)
        self.settle()

    def settle(self):
        self.bot.waitUntil(lambda: self.curtain is not None and self.curtain._pictures is not None)

    def pixel(self, x, y):
        """Of what is on screen."""
        grabbed = self.canvas.viewport().grab().toImage()
        ratio = grabbed.devicePixelRatio()
        colour = grabbed.pixelColor(round(x * ratio), round(y * ratio))
        return colour.red(), colour.green(), colour.blue()


@pytest.fixture(params=[0.0, 37.0], ids=["north up", "rotated"])
def swiped(request, qgis_app, qtbot, tmp_path):
    made = Swiped(tmp_path, qtbot, request.param)
    yield made
    if not sip.isdeleted(made.tool):
        made.tool.close()
    made.canvas.deleteLater()


def test_the_older_is_left_the_newer_right_whatever_the_order_of_the_layers(swiped):
    for order in ([swiped.new, swiped.old], [swiped.old, swiped.new], [swiped.new], []):
        swiped.canvas.setLayers([*order, swiped.bottom])
        swiped.begin()
        assert swiped.pixel(100, 250) == RED and swiped.pixel(300, 250) == BLUE
        swiped.tool.end()


def test_the_divider_follows_the_mouse(swiped):
    swiped.begin()
    swiped.mouse.drag((200, 100), (320, 100))
    assert swiped.pixel(300, 250) == RED and swiped.pixel(340, 250) == BLUE
    swiped.mouse.drag((320, 100), (-50, 100))
    assert swiped.curtain.share == 0.0 and swiped.pixel(60, 250) == BLUE
    swiped.mouse.move(300, 100)  # without a button
    assert swiped.curtain.share == 0.0


def test_where_one_has_no_data_the_other_does_not_show_through(swiped, tmp_path):
    half = picture(tmp_path / "half.tif", BLUE, half=True)
    swiped.canvas.setLayers([half, swiped.old])
    swiped.tool.begin(swiped.old, half)
    swiped.settle()
    swiped.mouse.drag((200, 50), (10, 50))
    column = {swiped.pixel(200, y) for y in range(40, 290, 10)}
    assert column == {BLUE, WHITE}


def test_another_place_another_size_another_layer(swiped):
    swiped.begin()
    swiped.canvas.zoomByFactor(0.5)
    assert swiped.curtain._pictures is None  # never the former place's
    swiped.settle()
    assert swiped.pixel(100, 250) == RED and swiped.pixel(300, 250) == BLUE
    swiped.canvas.resize(700, 500)
    swiped.bot.waitUntil(lambda: swiped.curtain.boundingRect().width() == swiped.canvas.width())
    swiped.canvas.refresh()
    swiped.bot.waitUntil(lambda: swiped.pixel(330, 450) == RED and swiped.pixel(370, 450) == BLUE)


@pytest.mark.parametrize("way", ["escape", "tool", "deleted", "closed"])
def test_it_ends_and_leaves_nothing(swiped, way):
    used = []
    swiped.tool.used.connect(used.append)
    swiped.begin()
    if way == "escape":
        swiped.mouse.key(Qt.Key.Key_Escape)
    elif way == "tool":
        other = QgsMapToolPan(swiped.canvas)
        swiped.canvas.setMapTool(other)
    elif way == "deleted":
        QgsProject.instance().removeMapLayer(swiped.old)
    else:
        swiped.tool.close()
    assert swiped.curtain is None and len(swiped.canvas.scene().items()) == swiped.items
    assert used == [True, False]
    assert isinstance(swiped.canvas.mapTool(), QgsMapToolPan)
    if way != "tool":
        assert swiped.canvas.mapTool() is swiped.panel.pan
    swiped.canvas.refresh()
    swiped.bot.wait(300)
    assert swiped.curtain is None


@pytest.mark.parametrize("closed", [False, True])
def test_put_back_by_the_tool_that_took_its_place_it_hands_over_to_the_first(swiped, closed):
    swiped.begin()
    other = QgsMapToolPan(swiped.canvas)
    swiped.canvas.setMapTool(other)
    if closed:
        swiped.tool.close()
    swiped.canvas.setMapTool(swiped.tool)
    assert swiped.canvas.mapTool() is swiped.panel.pan and swiped.curtain is None


def test_it_may_end_while_the_pictures_are_drawn(swiped):
    for _ in range(5):
        swiped.tool.begin(swiped.old, swiped.new)
        swiped.bot.waitUntil(lambda: swiped.tool._jobs or swiped.curtain._pictures)
        swiped.tool.end()
    swiped.bot.waitUntil(lambda: not swiped.tool._stopped)


def test_closed_it_is_gone_from_the_canvas(qgis_app, qtbot, tmp_path):
    swiped = Swiped(tmp_path, qtbot)
    swiped.begin()
    swiped.tool.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(swiped.canvas.children()) == swiped.children - 1
    swiped.canvas.deleteLater()
