# SPDX-License-Identifier: GPL-2.0-or-later
"""5 000 scenes → footprint layer in the project, against a bare loop that builds and adds the same features."""

from __future__ import annotations

import gc
import resource
from pathlib import Path
from statistics import median
from time import perf_counter

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop

from dinamis_qgis.core.footprints import footprint_feature, footprint_fields
from dinamis_qgis.core.search_layers import SearchLayers
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.make_scenes import scenes

COUNT = 5000
RUNS = 5


def bare(given) -> float:
    started = perf_counter()
    bare_layer(given)
    return perf_counter() - started


def bare_layer(given) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "bare", "memory")
    layer.dataProvider().addAttributes(footprint_fields())
    layer.updateFields()
    fields = layer.fields()
    layer.dataProvider().addFeatures([footprint_feature(scene, fields, coverage) for scene, coverage in given])
    return layer


def ours(given) -> tuple[float, float]:
    """Seconds, and the longest gap of the event loop in ms."""
    search = SearchLayers("bench", QgsProject.instance())
    loop = QEventLoop()
    search.settled.connect(loop.quit)
    with Gaps() as gaps:
        started = perf_counter()
        search.add(given)
        loop.exec()
        seconds = perf_counter() - started
    search.discard()
    return seconds, gaps.longest_ms


def memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def added_mb(given) -> tuple[float, float]:
    """Of a bare layer, and of ours. The former stays meanwhile: memory that was freed would be used again."""
    gc.collect()
    before = memory_mb()
    layer = bare_layer(given)
    bare_mb = memory_mb() - before
    gc.collect()
    before = memory_mb()
    search = SearchLayers("memory", QgsProject.instance())
    loop = QEventLoop()
    search.settled.connect(loop.quit)
    search.add(given)
    loop.exec()
    used = memory_mb() - before
    search.discard()
    del layer
    return bare_mb, used


def run() -> list[Figure]:
    given = scenes(COUNT)
    plain, used = added_mb(given)  # before the others, for the same reason
    runs = [(bare(given), *ours(given)) for _ in range(RUNS)]
    loop, layer, gap = (median(values) for values in zip(*runs))
    return [
        Figure(f"{COUNT} scenes into a footprint layer", layer * 1000, "ms", 1.5, baseline=loop * 1000),
        Figure("the same, longest gap of the event loop", gap, "ms", 20),
        Figure("the same, memory", used, "MB", 40),
        Figure("the same, memory / of a bare layer", used, "MB", 2.0, plain),
    ]
