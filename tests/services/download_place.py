# SPDX-License-Identifier: GPL-2.0-or-later
"""A queue of downloads with the service that it asks and the folders that it fills."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from qgis.PyQt import sip

from dinamis_qgis.core.downloads import DownloadQueue
from dinamis_qgis.domain.item_beside import NAME
from tests.services.file_service import Files
from tests.services.http_service import serving
from tests.services.scenes_service import CONTENT, ScenesService, impatient


class DownloadPlace:
    """A service, a queue, and where its files go."""

    def __init__(self, service, folder, qtbot):
        self.service, self.bot = service, qtbot
        self.home, self.out = folder / "dinamis", folder / "images"
        self.queues = []
        self.queue = self.session()

    def session(self):
        """Another QGIS, or the same after it was closed."""
        queue = DownloadQueue(self.home)
        self.queues.append(queue)
        queue.heard = []
        queue.finished.connect(lambda found: queue.heard.append(("finished", found.transfer.scene_id)))
        queue.failed.connect(lambda one, error: queue.heard.append(("failed", one.scene_id, type(error))))
        queue.no_room.connect(lambda one, error: queue.heard.append(("no room", one.scene_id, error.lacking)))
        queue.not_kept.connect(lambda error: queue.heard.append(("not kept", type(error))))
        queue.open()
        return queue

    def end(self, queue):
        """As QGIS is closed, up to the last task."""
        tasks = list(queue._tasks.values())
        queue.close()
        self.until(lambda: all(sip.isdeleted(task) or not task.isActive() for task in tasks))

    def add(self, *names, **how):
        scenes = [self.service.scene(name, data=(f"{name}.tif", "data")) for name in names]
        self.queue.add(scenes, self.out, **how)
        return [self.queue.of_scene(scene).id for scene in scenes]

    def slow(self, name, **how):
        """Its file stops coming at half."""
        self.service.files[f"/data/{name}/{name}.tif"] = Files(
            CONTENT, spoil=lambda _number, _asked, answer: replace(answer, pause_after=len(CONTENT) // 2, **how)
        )

    def quick(self, name):
        self.service.files[f"/data/{name}/{name}.tif"] = Files(CONTENT)

    def states(self, queue=None):
        return {one.scene_id: one.state for one in (queue or self.queue)._transfers.values()}

    def until(self, condition):
        self.bot.waitUntil(condition, timeout=20_000)

    def part(self, name):
        return self.out / name / f"{name}.tif.part"

    def half_way(self, name):
        self.until(lambda: self.part(name).exists() and self.part(name).stat().st_size >= len(CONTENT) // 2)

    def idle(self, queue=None):
        self.until(lambda: not (queue or self.queue)._tasks)

    def files(self):
        """But the catalogue's own words beside them."""
        found = (path for path in self.out.rglob("*") if path.is_file() and path.name != NAME)
        return sorted(path.relative_to(self.out).as_posix() for path in found)

    def asked(self, name):
        return [one for one in self.service.service.asked if one.path == f"/data/{name}/{name}.tif"]


@contextmanager
def downloading(qtbot, folder, monkeypatch) -> Iterator[DownloadPlace]:
    impatient(monkeypatch)
    here = ScenesService()
    with serving(here) as service:
        here.url, here.service = service.url, service
        made = DownloadPlace(here, folder, qtbot)
        yield made
        for queue in made.queues:
            made.end(queue)
