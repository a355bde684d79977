# SPDX-License-Identifier: GPL-2.0-or-later
"""The institutional catalogue: the zone is copied in WGS 84, the site is opened, and nothing more is claimed."""

from __future__ import annotations

import html

import pytest
import shapely
from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication

from dinamis_qgis.core.zone import Zone
from dinamis_qgis.core.zones import visible_zone
from dinamis_qgis.gui.search.site_strip import SiteStrip
from tests.gui.zone_parts import make_panel


class Browser(QObject):
    def __init__(self):
        super().__init__()
        self.opened = []

    @pyqtSlot(QUrl)
    def open(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def browser(qgis_app):
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def panel(qgis_app):
    made = make_panel()  # a map in Lambert-93
    yield made
    made.canvas.deleteLater()


def test_the_zone_is_copied_in_wgs_84_and_the_site_opens_elsewhere(panel, browser, qtbot):
    strip = SiteStrip(panel.context)
    qtbot.addWidget(strip)
    shape = visible_zone(panel.canvas.mapSettings())
    panel.context.zones.set(Zone(shape, "extent", "Map extent"))
    qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    extent, wkt = QApplication.clipboard().text().splitlines()
    west, south, east, north = map(float, extent.split(", "))
    assert (west, south, east, north) == pytest.approx(shape.bounds, abs=1e-6) and -5 < west < east < 0 and south > 47
    copied = shapely.from_wkt(wkt)
    assert copied.symmetric_difference(shape).area < 1e-3 * shape.area and len(copied.exterior.coords) < 80
    assert browser.opened == ["https://catalogue-dinamis.data-terra.org/"]
    said = html.unescape(panel.told()[0])
    assert "WGS 84 extent and WKT" in said and "does not open there" in said


def test_without_a_zone_nothing_is_opened(panel, browser, qtbot):
    strip = SiteStrip(panel.context)
    qtbot.addWidget(strip)
    QApplication.clipboard().setText("mine")
    qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert browser.opened == [] and QApplication.clipboard().text() == "mine" and len(panel.told()) == 1
