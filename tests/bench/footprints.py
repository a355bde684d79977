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
from tests.bench.gaps import Gaps
from tests.make_scenes import scenes

COUNT = 5000
RUNS = 5


def bare(given) -> float:
    started = perf_counter()
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "bare", "memory")
    layer.dataProvider().addAttributes(footprint_fields())
    layer.updateFields()
    fields = layer.fields()
    layer.dataProvider().addFeatures([footprint_feature(scene, fields, coverage) for scene, coverage in given])
    return perf_counter() - started


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


def added_mb(given) -> float:
    gc.collect()
    before = memory_mb()
    search = SearchLayers("memory", QgsProject.instance())
    loop = QEventLoop()
    search.settled.connect(loop.quit)
    search.add(given)
    loop.exec()
    used = memory_mb() - before
    search.discard()
    return used


def main() -> None:
    given = scenes(COUNT)
    used = added_mb(given)  # first: memory that was freed would be used again
    runs = [(bare(given), *ours(given)) for _ in range(RUNS)]
    loop, layer, gap = (median(values) for values in zip(*runs))
    print(
        f"footprints: {COUNT} scenes in {layer * 1000:.0f} ms, bare loop {loop * 1000:.0f} ms: {layer / loop:.2f} ×"
        f" (at most 1.5); longest gap {gap:.1f} ms (at most 20); {used:.0f} MB (at most 40)"
    )


if __name__ == "__main__":
    from qgis.testing import start_app

    start_app()
    main()
