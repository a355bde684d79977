# SPDX-License-Identifier: GPL-2.0-or-later
"""1 000 products indexed, and again unchanged; 5 000 images in the list of « Mes images ».

Indexing is compared with reading the same descriptions alone, indexing again with a bare ``os.walk`` and ``stat``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import Any

from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop

from dinamis_qgis.core.delivery import read_description
from dinamis_qgis.core.library import Library
from dinamis_qgis.core.library_file import LibraryFile
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.library.page import ImagesPage
from dinamis_qgis.gui.notices import Notices
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.services.dimap_writer import Image, gradient, write_pleiades

PRODUCTS, LISTED = 1000, 5000
RUNS = 3  # the best of them: other processes make gaps too
PMS = Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5, tile=(30, 50))


def make_products(top: Path, count: int, first: int = 0) -> None:
    """Copies of one, each acquired in a minute of its own."""
    write_pleiades(top / "0", [PMS])
    (dim,) = (top / "0").rglob("DIM_*.XML")
    text = dim.read_text(encoding="utf-8")
    for number in range(count):
        if number:
            shutil.copytree(top / "0", top / str(number))
        minute = first + number
        told = text.replace("2022-07-14", f"20{10 + minute // 1440:02}-07-14")
        told = told.replace("11:02:15", f"{minute // 60 % 24:02}:{minute % 60:02}:15")
        (top / str(number) / dim.relative_to(top / "0")).write_text(told, encoding="utf-8")


def turn() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def wait() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def settled(library: Library) -> None:
    while library.busy or library._reading.busy:
        wait()


def indexed(library: Library, folder: Path) -> tuple[float, float]:
    """Seconds until it is known, and the longest gap of the event loop in ms."""
    with Gaps() as gaps:
        started = perf_counter()
        library.add([str(folder)])
        settled(library)
        seconds = perf_counter() - started
    return seconds, gaps.longest_ms


def fresh(top: Path, number: int) -> Library:
    return Library(LibraryFile(top / f"library {number}.gpkg"))


def read_alone(folder: Path) -> float:
    dims = sorted(folder.rglob("DIM_*.XML"))
    started = perf_counter()
    for dim in dims:
        read_description(str(dim))
    return perf_counter() - started


def walked_bare(folder: Path) -> float:
    started = perf_counter()
    for top, _folders, names in os.walk(folder):
        for name in names:
            os.stat(f"{top}/{name}")  # noqa: PTH116 - bare
    return perf_counter() - started


def listed(page: ImagesPage, library: Library) -> dict[str, float]:
    """The longest turn of the main thread, in ms of its own time: what keeps the event loop waiting whatever else the
    machine does."""
    bar, view = page.list.verticalScrollBar(), page.list.viewport()

    def narrow(words: str) -> None:
        page.bar.filter.setText(words)
        page.bar._narrow()

    def scroll(value: int) -> None:
        bar.setValue(value)
        view.repaint()

    page.model.set_held(())
    turn()
    turns = {
        "filled": longest(lambda _: page.model.set_held(library.holdings.images), [0]),
        "filtered": longest(narrow, ["2010", "phr1b pms", "nothing", ""]),
        "sorted": longest(page.bar.order.setCurrentIndex, [1, 2, 0]),
    }
    return {**turns, "scrolled": longest(scroll, range(0, bar.maximum(), bar.maximum() // 200))}


def longest(act: Callable[[Any], None], given: Iterable[Any]) -> float:
    most = 0.0
    for each in given:
        started = thread_time()
        act(each)
        turn()
        most = max(most, (thread_time() - started) * 1000)
    return most


def run() -> list[Figure]:
    with TemporaryDirectory() as made:
        top = Path(made)
        make_products(top / "images", PRODUCTS)
        alone, bare = read_alone(top / "images"), walked_bare(top / "images")
        library = Library(LibraryFile(top / "library.gpkg"))
        canvas, messages = QgsMapCanvas(), QgsMessageBar()
        context = PanelContext(
            canvas, Notices(messages), ZoneHolder(), TickedScenes(), lambda: None, lambda _layer: None,
            lambda _page: None, library=library,
        )  # fmt: skip
        page = ImagesPage(context)
        page.resize(360, 600)
        page.show()
        first, gap = indexed(library, top / "images")
        again, _gap = indexed(library, top / "images")
        gap = min(gap, *(indexed(fresh(top, number), top / "images")[1] for number in range(RUNS - 1)))
        assert len(library.holdings.images) == PRODUCTS, len(library.holdings.images)
        make_products(top / "more", LISTED - PRODUCTS, PRODUCTS)
        indexed(library, top / "more")
        assert len(library.holdings.images) == LISTED, len(library.holdings.images)
        turns = listed(page, library)
        figures = [
            Figure(f"indexing {PRODUCTS} products", first, "s", 20),
            Figure(f"indexing {PRODUCTS} products / reading their descriptions alone", first, "s", 2, alone),
            Figure(f"indexing {PRODUCTS} products again, unchanged", again, "s", 2),
            Figure(f"indexing {PRODUCTS} products again / a bare walk and stat", again, "s", 60, bare),
            Figure("longest gap while indexing", gap, "ms", 50),
            *(Figure(f"longest turn, {LISTED} images {what}", value, "ms", 50) for what, value in turns.items()),
        ]
        page.close_page()
        library.close()
        return figures
