# SPDX-License-Identifier: GPL-2.0-or-later
"""A product of two tiles, opened as it should look, against a bare layer of its DIM file; and a full pansharpened view.

QGIS's own opening reads statistics too, and leaves them in files beside the data; those are removed before each run.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from osgeo import gdal
from qgis.core import QgsFeedback, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEventLoop

from dinamis_qgis.core.compose import compose
from dinamis_qgis.core.opening import find, open_groups
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.library.page import ImagesPage
from dinamis_qgis.gui.notices import Notices
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.services.dimap_writer import Image, gradient, write_pleiades

RUNS = 9
PMS = Image("PHR1B", "PMS", gradient(3000, 6000), (301_000.0, 6_834_000.0), 0.5, tile=(3000, 3000))
MS = replace(PMS, mode="MS", pixels=gradient(1000, 1000), pixel_size=2.0, tile=None)
PAN = replace(PMS, mode="P", pixels=gradient(4000, 4000, 1), tile=(4000, 2000))


class _Task(QgsFeedback):
    def check(self) -> None:
        """As a task's feedback."""


def bare(dim: Path) -> float:
    for leftover in dim.parent.glob("*.aux.xml"):
        leftover.unlink()
    started = perf_counter()
    layer = QgsRasterLayer(str(dim), "bare")
    seconds = perf_counter() - started
    del layer
    for leftover in dim.parent.glob("*.aux.xml"):
        leftover.unlink()
    return seconds


def ours(folder: Path) -> float:
    feedback = _Task()
    started = perf_counter()
    open_groups(find([str(folder)], feedback).groups, "natural", feedback)
    return perf_counter() - started


def longest_gap(folder: Path) -> float:
    """Of the event loop, in ms, while the page opens the product."""
    canvas, bar, loop = QgsMapCanvas(), QgsMessageBar(), QEventLoop()
    page = ImagesPage(
        PanelContext(
            canvas, Notices(bar), ZoneHolder(), TickedScenes(), lambda: None, lambda _layer: None, lambda _page: None
        )
    )
    page.model.rowsInserted.connect(loop.quit)
    with Gaps() as gaps:
        page.open_paths([str(folder)])
        loop.exec()
    page.close_page()
    QgsProject.instance().clear()
    return gaps.longest_ms


def full_view(text: str) -> float:
    started = perf_counter()
    gdal.Open(text).ReadAsArray(buf_xsize=800, buf_ysize=800)
    return perf_counter() - started


def run() -> list[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (dim,) = write_pleiades(folder / "pms", [PMS])
        write_pleiades(folder / "bundle", [PAN, MS])
        times = [(bare(dim), ours(folder / "pms")) for _ in range(RUNS)]
        gap = median(longest_gap(folder / "pms") for _ in range(RUNS))
        composed = compose(str(folder / "bundle"), "natural", True, QgsFeedback())
        views = full_view(composed.shown), full_view(composed.exact)
        shutil.rmtree(folder / "pms")
    base, own = (min(column) for column in zip(*times))  # what the machine can do when it does nothing else
    allowed = 1.2 * base + 0.1
    return [
        Figure("product of 2 tiles (18 Mpx) opened, styled, dated / 1.2 × a bare layer + 100 ms", own, "s", 1, allowed),
        Figure("the same / a bare layer", own, "s", 2.0, base),
        Figure("longest gap of the event loop while it opens", gap, "ms", 50),
        Figure("full view of a pansharpened 16 Mpx raster / without its overview", views[0], "s", 0.5, views[1]),
    ]
