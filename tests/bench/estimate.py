# SPDX-License-Identifier: GPL-2.0-or-later
"""The « Demander » page: its estimate while a zone of 200 corners is drawn, 50 images being ticked; a coast set."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from time import perf_counter

from qgis.core import QgsDistanceArea, QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from shapely.geometry import Point, Polygon, box

from dinamis_qgis.core.geometry import to_qgis
from dinamis_qgis.core.zone import Zone
from dinamis_qgis.gui.aoi.controller import SELECTION, ZoneController
from dinamis_qgis.gui.aoi.zone_box import ZoneBox
from dinamis_qgis.gui.quota.page import RequestPage
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.domain.test_outline import coast
from tests.gui.zone_parts import make_panel
from tests.make_scenes import scene

_FRAME_MS = 16.0
_NOTICED_MS = 50.0


def run() -> list[Figure]:
    panel = make_panel()
    zones = ZoneController(panel.context, panel.canvas)
    page = RequestPage(panel.context, lambda parent: ZoneBox(zones, parent))
    page.show()
    while not page.form.sensor:  # its tariffs are read in a task
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    spots = [box(-3 + n / 100, 48, -2.8 + n / 100, 48.4) for n in range(50)]
    panel.context.ticked.tick([replace(scene(n), footprint=spot) for n, spot in enumerate(spots)])
    spent, bare = [], []
    for step in range(21):
        outline = Point(-2.5 + step / 1000, 48.3).buffer(0.2, quad_segs=50)
        start = perf_counter()
        panel.context.zones.drawing.emit(Zone(outline, "drawn"))
        spent.append((perf_counter() - start) * 1000)
        start = perf_counter()
        _bare(outline, spots)
        bare.append((perf_counter() - start) * 1000)
    gap = _gap_of_a_coast(panel, page, zones)
    return [
        Figure("estimate while a zone of 200 corners is drawn, 50 images", median(spent), "ms", _FRAME_MS),
        Figure("the same / the surface of each in the zone, in a bare loop", median(spent), "ms", 3.0, median(bare)),
        Figure("longest gap when a coast of 200,000 corners becomes the zone", gap, "ms", _NOTICED_MS),
    ]


def _bare(zone: Polygon, spots: list[Polygon]) -> float:
    """Ellipsoidal, as QGIS measures it."""
    measure = QgsDistanceArea()
    measure.setEllipsoid("EPSG:7030")
    drawn = to_qgis(zone)
    return sum(measure.measureArea(to_qgis(spot).intersection(drawn)) for spot in spots)


def _gap_of_a_coast(panel, page: RequestPage, zones: ZoneController) -> float:
    """A selected outline, until it is united, measured, drawn and checked with the remedy."""
    panel.context.ticked.clear()
    panel.canvas.resize(800, 600)
    panel.canvas.show()
    panel.context.zones.drawing.emit(None)
    panel.layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Côte", "memory")
    feature = QgsFeature()
    feature.setGeometry(to_qgis(coast(200_000)))
    panel.layer.dataProvider().addFeatures([feature])
    panel.layer.selectAll()
    with Gaps() as gaps:
        zones.choose(SELECTION)
        while not page.checks.rows:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QTest.qWait(200)
    return gaps.longest_ms
