# SPDX-License-Identifier: GPL-2.0-or-later
"""200 scenes queued at once, their strip unfolded, until all have come; paused and resumed together on the way."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from qgis.PyQt.QtCore import QEventLoop, QTimer

from dinamis_qgis.core.downloads import DownloadQueue
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.gui.downloads.strip import DownloadStrip
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.services.file_service import serving_apart

COUNT = 200
_PATIENCE = 600_000  # ms


def catalogue(folder: Path, url: str) -> str:
    features = [
        {
            "type": "Feature", "stac_version": "1.0.0", "id": f"s{number}", "properties": {}, "links": [],
            "geometry": None, "assets": {"a": {"href": f"{url}?{number}"}},
        }
        for number in range(COUNT)
    ]  # fmt: skip
    file = folder / "items.json"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return str(file)


def run() -> list[Figure]:
    with TemporaryDirectory() as name, serving_apart(1) as url:
        folder = Path(name)
        there = catalogue(folder, url)
        queue, loop, failures, came = DownloadQueue(folder / "profile"), QEventLoop(), [], []
        strip = DownloadStrip(queue)
        strip.resize(360, 300)
        strip.show()
        queue.failed.connect(lambda _transfer, error: failures.append(error))
        queue.finished.connect(lambda found: came.append(found) or (len(came) == COUNT and loop.quit()))
        queue.open()
        QTimer.singleShot(_PATIENCE, loop.quit)
        with Gaps() as gaps:
            started = perf_counter()
            queue.add([Scene(f"s{number}", there) for number in range(COUNT)], folder / "images")
            strip.unfold(True)
            clicked = perf_counter() - started
            loop.processEvents()
            together = perf_counter()
            queue.pause_all()
            paused = perf_counter() - together
            loop.processEvents()
            together = perf_counter()
            queue.resume_all()
            resumed = perf_counter() - together
            loop.exec()
            seconds = perf_counter() - started
        strip.close_strip()
        queue.close()
        if failures or len(came) != COUNT:
            raise RuntimeError(f"{len(came)} came, {failures[:1]}")
    return [
        Figure(f"{COUNT} scenes queued and downloaded, 1 MB each", seconds, "s", 120.0),
        Figure("the same, the click that queues them", clicked * 1000, "ms", 50),
        Figure("the same, all paused at once", paused * 1000, "ms", 50),
        Figure("the same, all resumed at once", resumed * 1000, "ms", 50),
        Figure("the same, longest gap of the event loop", gaps.longest_ms, "ms", 50),
        Figure("the same, of it the main thread's own work", gaps.longest_own_ms, "ms", 50),
    ]
