# SPDX-License-Identifier: GPL-2.0-or-later
"""A page of 100 scenes from a service 150 ms away: the list, the pictures in sight, and all of them, against a bare
loop that asks for the same pictures one after the other."""

from __future__ import annotations

import shutil
from statistics import median
from time import perf_counter

import requests
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer

from dinamis_qgis.core.cache import cache_folder
from dinamis_qgis.core.catalogues import Doors
from dinamis_qgis.core.search import SearchRun
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.gui.search.results import ResultsView
from dinamis_qgis.gui.search.results_list import ResultsList
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.bench.panel import ZONE, context
from tests.services.pictured_service import serving_pictures_apart

COUNT, LATENCY, RUNS = 100, 0.15, 5
QUERY = SearchQuery(aoi=ZONE, limit=COUNT)


def bare(url: str) -> float:
    with requests.Session() as session:
        page = session.post(f"{url}/search", json={"limit": 10}).json()
        hrefs = [url + item["assets"]["thumbnail"]["href"] for item in page["features"]]
        started = perf_counter()
        for href in hrefs:
            session.get(href).close()
        return (perf_counter() - started) * COUNT / len(hrefs)


class Watch:
    """When the list was first painted with rows, when the rows in sight had their pictures, and when all had."""

    def __init__(self, view: ResultsView) -> None:
        self._list = view.findChild(ResultsList)
        self.loop, self.rows, self.seen, self.all = QEventLoop(), None, None, None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        model, now = self._list.model(), perf_counter()
        if self.rows is None and model.rowCount() == COUNT:
            self._list.grab()
            self.rows = perf_counter()
        if self.rows is None:
            return
        shown = self._list.viewport().height() // 64 + 1
        pictured = [model.index(row).data(Qt.ItemDataRole.DecorationRole) is not None for row in range(COUNT)]
        if self.seen is None and all(pictured[:shown]):
            self.seen = now
        if all(pictured):
            self.all = now
            self._timer.stop()
            self.loop.quit()


def ours(url: str) -> tuple[float, float, float, float]:
    shutil.rmtree(cache_folder("thumbnails"))
    view, doors = ResultsView(context()), Doors()
    view.resize(360, 900)
    view.show()
    watch = Watch(view)
    run = SearchRun(lambda row, _feedback: doors.open(row))
    run.scenes_arrived.connect(view.add)
    run.finished.connect(lambda: view.finish(False))
    QTimer.singleShot(20_000, watch.loop.quit)
    with Gaps() as gaps:
        started = perf_counter()
        view.begin("Bench", QUERY.aoi, QUERY)
        run.start([(CatalogueRow("bench", "Bench", "stac", url), QUERY)])
        watch.loop.exec()
    if watch.all is None:
        raise RuntimeError("pictures are missing")
    run.close()
    view.close_page()
    view.deleteLater()
    QgsProject.instance().clear()
    return watch.rows - started, watch.seen - started, watch.all - started, gaps.longest_ms


def run() -> list[Figure]:
    with serving_pictures_apart(COUNT, LATENCY) as url:
        ours(url)  # imports, and QGIS's first use of the network in a process
        loop = bare(url)
        rows, seen, everything, gap = (median(values) for values in zip(*(ours(url) for _ in range(RUNS))))
    return [
        Figure(f"{COUNT} scenes at {LATENCY * 1000:g} ms, list painted", rows, "s", 0.5),
        Figure("the same, thumbnails in sight", seen, "s", 1.0),
        Figure("the same, all thumbnails", everything, "s", 2.0),
        Figure("the same, against the pictures one after the other", everything, "s", 0.15, baseline=loop),
        Figure("the same, longest gap of the event loop", gap, "ms", 50),
    ]
