# SPDX-License-Identifier: GPL-2.0-or-later
"""10 000 wordy scenes from a service on this machine until they are rows: how long Qt waited, what memory they take."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEventLoop, QModelIndex, QTimer

from dinamis_qgis.core import search
from dinamis_qgis.core.catalogues import Doors
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.gui.search.results import ResultsView
from dinamis_qgis.gui.search.results_list import ResultsList
from tests.bench import Figure
from tests.bench.footprints import memory_mb
from tests.bench.gaps import Gaps
from tests.bench.panel import ZONE, context
from tests.services.pictured_service import serving_pictures_apart

COUNT = 10_000
QUERY = SearchQuery(aoi=ZONE, limit=COUNT)


class Panel:
    def __init__(self, count: int) -> None:
        search.MOST_SCENES = count
        self.scenes: list[Scene] = []
        self.view, self._doors = ResultsView(context()), Doors()
        self.view.resize(360, 900)
        self.view.show()
        self.list = self.view.findChild(ResultsList)
        self._run = search.SearchRun(lambda row, _feedback: self._doors.open(row))
        self._run.scenes_arrived.connect(self.view.add)
        self._run.scenes_arrived.connect(self._keep)

    def search(self, url: str, query: SearchQuery) -> tuple[float, Gaps]:
        """Seconds until all are rows, and how long Qt waited."""
        self.scenes.clear()
        loop = QEventLoop()
        self._run.finished.connect(loop.quit)
        with Gaps() as gaps:
            started = perf_counter()
            self.view.begin("Bench", query.aoi, query)
            self._run.start([(CatalogueRow("bench", "Bench", "stac", url), query)])
            loop.exec()
            self.view.finish(False)
            seconds = perf_counter() - started
            wait(300)  # footprints reach the layer after the rows
        self._run.finished.disconnect(loop.quit)
        return seconds, gaps

    def _keep(self, scenes: Sequence[tuple[Scene, float | None]]) -> None:
        self.scenes.extend(scene for scene, _coverage in scenes)

    def scroll(self) -> float:
        """The longest gap in ms while one scrolls to the end."""
        bar = self.list.verticalScrollBar()
        with Gaps() as gaps:
            while bar.value() < bar.maximum() or self.list.model().canFetchMore(QModelIndex()):
                bar.setValue(bar.value() + self.list.viewport().height() * 8)
                wait(5)
        return gaps.longest_ms

    def close(self) -> None:
        self._run.close()
        self.view.close_page()
        QgsProject.instance().clear()


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run() -> list[Figure]:
    return figures(COUNT, seconds=20.0, megabytes=150.0)


def figures(count: int, seconds: float, megabytes: float) -> list[Figure]:
    with serving_pictures_apart(count, 0.0) as url:
        panel = Panel(count)
        panel.search(url, replace(QUERY, limit=200))  # imports, the network's threads and the map
        gc.collect()
        before = memory_mb()
        took, gaps = panel.search(url, replace(QUERY, limit=count))
        listed = panel.list.model().count
        gc.collect()
        used = memory_mb() - before
        scrolled = panel.scroll()
        panel.close()
    if listed != count:
        raise RuntimeError(f"{listed} rows")
    return [
        Figure(f"{count} scenes listed", took, "s", seconds),
        Figure("the same, longest gap of the event loop", gaps.longest_ms, "ms", 50),
        Figure("the same, of it the main thread's own work", gaps.longest_own_ms, "ms", 50),
        Figure("the same, memory", used, "MB", megabytes),
        Figure("the same, longest gap while scrolling to the end", scrolled, "ms", 50),
    ]
