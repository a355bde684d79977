# SPDX-License-Identifier: GPL-2.0-or-later
"""A pair of 60 km on a store that wants signed links: opened and looked at, at 100 Mbit/s a connection; then what the
person waits for when each request takes 150 ms; and what a project costs that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QSize

from dinamis_qgis.core import credentials, gdal_network, saved_sources
from dinamis_qgis.core.layer_crs import own_crs
from dinamis_qgis.core.streamed_image import open_streamed
from dinamis_qgis.core.streamed_layers import StreamedLayers
from dinamis_qgis.core.task import BackgroundTask
from dinamis_qgis.domain.accounts import SIGNING, Account
from tests.bench import Figure
from tests.bench.gaps import Gaps
from tests.services.signing_service import Cloud, cloud
from tests.services.streamed_parts import put_scene

SIDE = 2500  # of the multispectral image, a quarter of a real one's
_VIEW = QSize(1000, 700)
_FAST, _LATENCY = 12.5e6, 0.15  # bytes a second, seconds


@contextmanager
def store() -> Iterator[Cloud]:
    """With an account whose keys are known."""
    with cloud() as there:
        account = Account(
            there.signing_server.url, "store", SIGNING, root=there.root, signs=("127.0.0.1",), rows=("teledetection",)
        )

        class Known(credentials.Credentials):
            def accounts(self) -> tuple[Account, ...]:
                return (account,)

        there.signing.keys["access"] = "secret"
        known = Known({"TLD_ACCESS_KEY": "access", "TLD_SECRET_KEY": "secret", "TLD_SIGNING_ENDPOINT": there.root})
        credentials.close()
        credentials._one = known
        yield there
        credentials.close()


def in_task(work: Callable[[Any], Any]) -> Any:
    task, loop, got = BackgroundTask("bench", work), QEventLoop(), []
    task.succeeded.connect(lambda result: (got.append(result), loop.quit()))
    task.failed.connect(lambda error: (got.append(error), loop.quit()))
    task.submit()
    loop.exec()
    if isinstance(got[0], BaseException):
        raise got[0]
    return got[0]


def opened(scene: Any) -> list[QgsMapLayer]:
    for asset in scene.assets:
        gdal_network.prepare(asset.href)
    layers = in_task(lambda feedback: open_streamed(scene, "natural", feedback)).layers
    for layer in layers:
        own_crs(layer)
        QgsProject.instance().addMapLayer(layer)
    return list(layers)


def look(layer: QgsMapLayer) -> None:
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(_VIEW)
    job, loop = QgsMapRendererParallelJob(settings), QEventLoop()
    job.finished.connect(loop.quit)
    job.start()
    loop.exec()


def run() -> list[Figure]:
    with store() as there, TemporaryDirectory() as folder:
        scene = put_scene(there, side=SIDE, ground=60_000.0)
        whole = sum(map(len, there.store.files.values()))
        there.store_server.rate = _FAST
        look(opened(scene)[0])
        sent, asked = there.store_server.sent, len(there.store_server.asked)
        QgsProject.instance().clear()
        gdal.VSICurlClearCache()
        there.store.spoil = lambda _asked, answer: replace(answer, delay=_LATENCY)
        with Gaps() as gaps:
            started = perf_counter()
            layers = opened(scene)
            late = perf_counter() - started
            look(layers[0])
        there.store_server.asked.clear()
        reopened, requests, swap = project(Path(folder), there)
    return [
        Figure("first view of a streamed pair of 60 km / all of it", sent / 1e6, "MB", 0.1, whole / 1e6),
        Figure("requests of it, sizes and headers included", asked, "", 16),
        Figure("streamed pair in the project, 150 ms a request", late, "s", 6.0),
        Figure("event-loop gap while it opens and is drawn", gaps.longest_ms, "ms", 50),
        Figure("project with it opened again", reopened * 1000, "ms", 500),
        Figure("requests to the store meanwhile", requests, "", 0),
        Figure("event-loop gap while its sources are signed and swapped", swap, "ms", 50),
    ]


def project(folder: Path, there: Cloud) -> tuple[float, int, float]:
    """Seconds to read it, requests meanwhile, and the gap while its layers are signed."""
    path = str(folder / "project.qgs")
    writer = saved_sources.install()
    QgsProject.instance().write(path)
    writer.remove()
    QgsProject.instance().clear()
    started = perf_counter()
    QgsProject.instance().read(path)
    seconds, requests = perf_counter() - started, len(there.store_server.asked)
    loop = QEventLoop()
    with Gaps() as gaps:
        streamed = StreamedLayers(QgsProject.instance())
        streamed.settled.connect(loop.quit)
        loop.exec()
    streamed.close()
    return seconds, requests, gaps.longest_ms
