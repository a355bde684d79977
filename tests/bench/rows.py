# SPDX-License-Identifier: GPL-2.0-or-later
"""1 000 scenes from a service 150 ms away, until they are rows on screen, against a bare loop over the same pages."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from statistics import median
from time import perf_counter

import requests
from qgis.core import QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEventLoop
from shapely.geometry import box

from dinamis_qgis.core.search import SearchRun
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.catalogues.stac import PAGE, StacCatalogue
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.search.results import ResultsView
from dinamis_qgis.gui.search.results_list import ResultsList
from tests.bench import Figure
from tests.bench.gaps import Gaps

COUNT = 1000
LATENCY = 0.15
RUNS = 5
ZONE = box(-5.0, 42.0, 8.0, 51.0)
_SERVE = """
import sys, threading
from tests.services.http_service import serving
from tests.services.stac_service import StacService
from tests.services.synthetic_items import items
with serving(StacService(items(int(sys.argv[1])), latency=float(sys.argv[2]))) as service:
    print(service.url, flush=True)
    sys.stdin.read()
"""


@contextmanager
def service():
    """In a process of its own: it must not share Python's lock with what is measured."""
    command = [sys.executable, "-c", _SERVE, str(COUNT), str(LATENCY)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait()


def bare(url: str) -> float:
    """The same requests (the API's description, then each page), one after the other, and nothing done with them."""
    started = perf_counter()
    with requests.Session() as session:
        session.get(url, timeout=10).json()
        body = {
            "limit": PAGE,
            "bbox": list(ZONE.bounds),
            "sortby": [{"field": "properties.datetime", "direction": "desc"}],
        }
        while body is not None:
            page = session.post(f"{url}/search", json=body, timeout=10).json()
            body = next((link["body"] for link in page["links"] if link["rel"] == "next"), None)
    return perf_counter() - started


class Panel:
    """The results and a map that shows the project, as in QGIS."""

    def __init__(self) -> None:
        self.canvas, self.bar = QgsMapCanvas(), QgsMessageBar()
        self.canvas.resize(900, 700)
        self.canvas.show()
        self._bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas)
        nothing = lambda *_given: None  # noqa: E731
        context = PanelContext(
            self.canvas, Notices(self.bar), ZoneHolder(), TickedScenes(), nothing, nothing, nothing
        )  # fmt: skip
        self.view = ResultsView(context)
        self.view.resize(360, 900)
        self.view.show()
        self.rows = self.view.findChild(ResultsList).model()

    def search(self, url: str) -> tuple[float, float, float]:
        """Seconds until the first rows are painted and until all are there, and the longest gap in ms."""
        first = []
        run = SearchRun(lambda _row, _feedback: StacCatalogue(url, QgisSession()))
        run.scenes_arrived.connect(self.view.add)
        run.scenes_arrived.connect(lambda _scenes: first or (self.view.grab(), first.append(perf_counter())))
        loop = QEventLoop()
        run.finished.connect(lambda: (self.view.finish(False), loop.quit()))
        query = SearchQuery(aoi=ZONE, limit=COUNT)
        with Gaps() as gaps:
            started = perf_counter()
            self.view.begin("bench", ZONE, query)
            run.start([(CatalogueRow("bench", "bench", "stac", url), query)])
            loop.exec()
            seconds = perf_counter() - started
        if self.rows.count != COUNT:
            raise RuntimeError(f"{self.rows.count} rows")
        run.close()
        return first[0] - started, seconds, gaps.longest_ms


def run() -> list[Figure]:
    panel = Panel()
    with service() as url:
        panel.search(url)
        runs = [(bare(url), *panel.search(url)) for _ in range(RUNS)]
    panel.view.close_page()
    loop, first, everything, gap = (median(values) for values in zip(*runs))
    return [
        Figure("rows, 150 ms latency: first ones painted", 1000 * first, "ms", 600.0),
        Figure(f"rows, 150 ms latency: all {COUNT}", 1000 * everything, "ms", 1.3, 1000 * loop),
        Figure(f"rows, {COUNT}: longest gap of the event loop", gap, "ms", 50.0),
    ]
