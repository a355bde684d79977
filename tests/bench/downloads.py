# SPDX-License-Identifier: GPL-2.0-or-later
"""A file from a server in another process, against curl to the same disk: speed, memory, and what a cut costs."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from qgis.PyQt.QtCore import QEventLoop

from dinamis_qgis.core.downloads import DownloadQueue
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.core.task import BackgroundTask
from dinamis_qgis.domain.download import download
from dinamis_qgis.domain.scene import Asset, Scene
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.services.file_service import Files, pattern, serving_apart
from tests.services.http_service import serving

MEGABYTES, RUNS = 256, 7
LARGE = 1024  # megabytes of the file whose memory is looked at


def in_task(work: Callable) -> None:
    loop, failures = QEventLoop(), []
    task = BackgroundTask("bench", work)
    task.succeeded.connect(lambda _result: loop.quit())
    task.failed.connect(lambda error: (failures.append(error), loop.quit()))
    task.submit()
    loop.exec()
    if failures:
        raise failures[0]


def seconds_of(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def ours(url: str, target: Path) -> None:
    in_task(lambda feedback: download(QgisSession(), Asset("a", url), target, feedback))


def through_queue(url: str, target: Path) -> None:
    """The file of a scene of a catalogue that is a file itself."""
    folder = target.parent
    item = {
        "type": "Feature", "stac_version": "1.0.0", "id": "s", "properties": {}, "links": [], "geometry": None,
        "assets": {"a": {"href": url}},
    }  # fmt: skip
    catalogue = folder / "items.json"
    catalogue.write_text(json.dumps({"type": "FeatureCollection", "features": [item]}))
    queue, loop, failures = DownloadQueue(folder / "profile"), QEventLoop(), []
    queue.finished.connect(lambda _found: loop.quit())
    queue.failed.connect(lambda _transfer, error: (failures.append(error), loop.quit()))
    queue.open()
    queue.add([Scene("s", str(catalogue))], folder)
    loop.exec()
    queue.close()
    if failures:
        raise failures[0]
    next((folder / "s").glob("*.tif")).replace(target)


def curl(url: str, target: Path) -> None:
    subprocess.run(["curl", "-s", "-o", str(target), url], check=True)
    with target.open("rb+") as file:
        os.fsync(file.fileno())  # as ours does before the file gets its name


def peak_megabytes() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def fetched_twice(folder: Path) -> float:
    """MiB that a server sends again after a cut at half of the file."""
    content = pattern(32 << 20)
    half = len(content) // 2
    with serving(Files(content, cuts=(half,))) as service:
        ours(f"{service.url}/f.tif", folder / "cut.tif")
        again = [int(asked.headers.get("range", "bytes=0-")[6:-1]) for asked in service.asked[1:]]
    if (folder / "cut.tif").read_bytes() != content:
        raise RuntimeError("not the file that was served")
    return sum(half - start for start in again) / (1 << 20)


def fresh(fetch: Callable[[str, Path], None], url: str, target: Path, megabytes: int) -> float:
    target.unlink(missing_ok=True)
    seconds = seconds_of(lambda: fetch(url, target))
    if target.stat().st_size != megabytes << 20:
        raise RuntimeError("not the file that was served")
    return seconds


def weighed(fetch: Callable[[str, Path], None], url: str, target: Path) -> tuple[float, float]:
    """More MB at the peak than before, and the longest gap of the event loop in ms, of the large file."""
    target.unlink()  # takes its time, which is not ours
    gc.collect()
    forget_peak()
    before = peak_megabytes()
    with Gaps() as gaps:
        fresh(fetch, url, target, LARGE)
    return peak_megabytes() - before, gaps.longest_ms


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / "f.tif"
        with serving_apart(MEGABYTES) as url:
            fresh(ours, url, target, MEGABYTES)  # imports, and QGIS's first use of the network
            ways = (curl, ours, through_queue)
            rounds = [[fresh(way, url, target, MEGABYTES) for way in ways] for _ in range(RUNS)]
        theirs, mine, queued = (median(times) for times in zip(*rounds))
        with serving_apart(LARGE) as url:
            more, gap = weighed(ours, url, target)
            queue_more, queue_gap = weighed(through_queue, url, target)
        twice = fetched_twice(Path(name))
    return [
        Figure(f"download of {MEGABYTES} MB over loopback, curl and fsync as baseline", mine, "s", 1 / 0.9, theirs),
        Figure("the same through the queue, curl and fsync as baseline", queued, "s", 1 / 0.9, theirs),
        Figure(f"download of {LARGE} MB, more memory at its peak", more, "MB", 30),
        Figure("the same, longest gap of the event loop", gap, "ms", 50),
        Figure(f"download of {LARGE} MB through the queue, more memory at its peak", queue_more, "MB", 30),
        Figure("the same, longest gap of the event loop", queue_gap, "ms", 50),
        Figure("fetched twice after a cut at 50 %", twice, "MiB", 1),
    ]
