# SPDX-License-Identifier: GPL-2.0-or-later
"""A région's coast of 400 000 corners: sent for by its name, made « Mon territoire », and read again at the next start.
Tasks do the work; Python's lock, which they share with the main thread, must come back in time."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from statistics import median

from qgis.PyQt.QtCore import QEventLoop
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from shapely.geometry import box, mapping

from dinamis_qgis.core.places import territory_of
from dinamis_qgis.core.territory import Territory
from dinamis_qgis.domain.gazetteer import Place
from dinamis_qgis.gui.aoi.controller import TERRITORY, ZoneController
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.domain.test_outline import coast
from tests.gui.place_parts import leading_to
from tests.gui.zone_parts import make_panel
from tests.services.http_service import Answer, serving

CORNERS = 400_000
_NOTICED_MS = 50.0
_PLACE = Place("Bretagne", "region", "53", "", -2.5, 48.2)


def run() -> list[Figure]:
    """Medians of three: a machine that is busy with something else is late now and then."""
    panel, folder = make_panel(), Path(tempfile.mkdtemp())
    zones = ZoneController(panel.context, territory_path=folder / "territory.geojson")
    _while(lambda: zones.territories.busy)
    answer = _answer(coast(CORNERS))
    _gap_when_sent_for(zones, _answer(box(-2.6, 48.1, -2.4, 48.3)))  # QGIS's first use of the network, imports
    sent_for, kept, again = [], [], []
    for _ in range(3):
        territory, gap = _gap_when_sent_for(zones, answer)
        sent_for.append(gap)
        kept.append(_gap_when_kept(zones, territory, folder / "territory.geojson"))
        with Gaps() as gaps:
            zones.territories.load()
            _while(lambda: zones.territories.busy)
            QTest.qWait(300)
        again.append(gaps.longest_ms)
    return [
        Figure(f"longest gap when a coast of {CORNERS:,} corners is sent for", median(sent_for), "ms", _NOTICED_MS),
        Figure("the same, made « Mon territoire »", median(kept), "ms", _NOTICED_MS),
        Figure("the same, read again at the next start", median(again), "ms", _NOTICED_MS),
    ]


def _gap_when_kept(zones: ZoneController, territory: Territory, path: Path) -> float:
    path.unlink(missing_ok=True)
    with Gaps() as gaps:
        zones.territories.set(territory)
        zones.choose(TERRITORY)
        _while(lambda: not path.exists())
        QTest.qWait(300)
    return gaps.longest_ms


def _answer(shape) -> bytes:
    feature = {"type": "Feature", "id": "region.1", "properties": {}, "geometry": mapping(shape)}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def _gap_when_sent_for(zones: ZoneController, answer: bytes) -> tuple[Territory, float]:
    found: list[Territory] = []
    with serving(lambda _asked: Answer(answer)) as service, leading_to(service.url), Gaps() as gaps:
        zones.make(_PLACE.name, lambda feedback: territory_of(_PLACE, feedback), found.append)
        _while(lambda: not found)
        zones.others.take_outline(found[0])
        QTest.qWait(300)
    return found[0], gaps.longest_ms


def _while(waiting) -> None:
    while waiting():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
