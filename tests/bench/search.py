# SPDX-License-Identifier: GPL-2.0-or-later
"""1 000 scenes from a service 150 ms away, painted as they come, against a bare loop that fetches the same pages."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import requests
from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QEventLoop, QObject
from shapely.geometry import box

from dinamis_qgis.core.catalogues import Doors
from dinamis_qgis.core.search import SearchRun
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.catalogues.stac import PAGE
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.search.results import ResultsView
from dinamis_qgis.gui.search.results_list import ResultsList
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.services.stac_service import serving_apart

COUNT, LATENCY, RUNS = 1000, 0.15, 5
QUERY = SearchQuery(aoi=box(-5.0, 42.0, 9.0, 51.5), limit=COUNT)
BODY = {"limit": PAGE, "sortby": [{"field": "properties.datetime", "direction": "desc"}]}


class Paints(QObject):
    """When the list was painted with so many rows."""

    def __init__(self, rows: ResultsList) -> None:
        super().__init__()
        self._list, self.loop, self.times = rows, QEventLoop(), {}
        rows.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times.setdefault(self._list.model().count, perf_counter())
        return False

    def finish(self) -> None:
        """The last rows wait below those in sight: no paint tells of them."""
        self._list.viewport().repaint()
        self.loop.quit()


def bare(url: str) -> float:
    """The landing page is not counted: a loop that knows the service does not read it."""
    session, body = requests.Session(), dict(BODY)
    session.get(url).close()  # an open connection, as the other has
    started = perf_counter()
    while body:
        page = session.post(f"{url}/search", json=body).json()
        body = next((link["body"] for link in page["links"] if link["rel"] == "next"), None)
    return perf_counter() - started


def ours(url: str, context: PanelContext) -> tuple[float, float, float]:
    """Seconds to the first rows painted and to the last, and the longest gap of the event loop in ms."""
    view, doors = ResultsView(context), Doors()
    view.resize(360, 600)
    view.show()
    paints = Paints(view.findChild(ResultsList))
    run = SearchRun(lambda row, _feedback: doors.open(row))
    run.scenes_arrived.connect(view.add)
    run.catalogue_failed.connect(lambda _row, error: paints.loop.exit(repr(error) and 1))
    run.finished.connect(paints.finish)
    row = CatalogueRow("bench", "Bench", "stac", url)
    with Gaps() as gaps:
        started = perf_counter()
        view.begin("Bench", QUERY.aoi, QUERY)
        run.start([(row, QUERY)])
        if paints.loop.exec():
            raise RuntimeError("the search failed")
    first = min(time for count, time in paints.times.items() if count) - started
    last = paints.times[COUNT] - started
    run.close()
    view.close_page()
    view.deleteLater()
    QgsProject.instance().clear()
    return first, last, gaps.longest_ms


def run() -> list[Figure]:
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    nothing = lambda *_arguments: None  # noqa: E731
    context = PanelContext(canvas, Notices(bar), ZoneHolder(), TickedScenes(), nothing, nothing, nothing)
    with serving_apart(COUNT, LATENCY) as url:
        ours(url, context)  # imports, and QGIS's first use of the network in a process
        runs = [(bare(url), *ours(url, context)) for _ in range(RUNS)]
    loop, first, last, gap = (median(values) for values in zip(*runs))
    return [
        Figure(f"{COUNT} scenes at {LATENCY * 1000:g} ms, first rows painted", first, "s", 0.6),
        Figure("the same, all rows there", last, "s", 1.3, baseline=loop),
        Figure("the same, longest gap of the event loop", gap, "ms", 50),
    ]
