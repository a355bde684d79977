# SPDX-License-Identifier: GPL-2.0-or-later
"""The estimate of the « Demander » page while a zone of 200 corners is drawn, 50 images being ticked."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from time import perf_counter

from qgis.PyQt.QtCore import QEventLoop
from qgis.PyQt.QtWidgets import QApplication
from shapely.geometry import Point, box

from dinamis_qgis.core.zone import Zone
from dinamis_qgis.gui.aoi.controller import ZoneController
from dinamis_qgis.gui.aoi.zone_box import ZoneBox
from dinamis_qgis.gui.quota.page import RequestPage
from tests.bench import Figure
from tests.gui.zone_parts import make_panel
from tests.make_scenes import scene

_FRAME_MS = 16.0


def run() -> list[Figure]:
    panel = make_panel()
    zones = ZoneController(panel.context, panel.canvas)
    page = RequestPage(panel.context, lambda parent: ZoneBox(zones, parent))
    page.show()
    while not page.form.sensor:  # its tariffs are read in a task
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    spots = [box(-3 + n / 100, 48, -2.8 + n / 100, 48.4) for n in range(50)]
    panel.context.ticked.tick([replace(scene(n), footprint=spot) for n, spot in enumerate(spots)])
    spent = []
    for step in range(21):
        outline = Point(-2.5 + step / 1000, 48.3).buffer(0.2, quad_segs=50)
        start = perf_counter()
        panel.context.zones.drawing.emit(Zone(outline, "drawn"))
        spent.append((perf_counter() - start) * 1000)
    return [Figure("estimate while a zone of 200 corners is drawn, 50 images", median(spent), "ms", _FRAME_MS)]
