# SPDX-License-Identifier: GPL-2.0-or-later
"""The queue of downloads: several scenes at once, the rest in their order, all of it on the disk.

It lives on the main thread; what takes time is done in tasks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain.errors import Cancelled, NoRoom, NotWritable
from ..domain.pace import Figures, Pace
from ..domain.public_url import public_url
from ..domain.scene import Scene
from ..domain.suspended import Suspended
from ..domain.transfers import DONE, FAILED, PAUSED, RUNNING, WAITING, Transfer, transfer_of
from ..domain.transfers_file import TransfersFile
from ..translation import tr
from .messages import sentence
from .task import BackgroundTask
from .transfer_names import transfer_name
from .transfer_work import Arrived, fetch, remove_rest

AT_ONCE = 4
PER_HOST = 3  # GEODES refuses more
_REMEMBERED = 100  # that are done
_TICK_MS = 1000


def kept_in() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis"


@dataclass(frozen=True)
class Finished:
    transfer: Transfer
    files: tuple[Path, ...]


class DownloadQueue(QObject):
    changed = pyqtSignal()  # some came, went, moved or changed their state
    progressed = pyqtSignal(str)  # the figures of one
    finished = pyqtSignal(object)  # Finished
    failed = pyqtSignal(object, object)  # Transfer, exception
    no_room = pyqtSignal(object, object)  # Transfer, NoRoom: it is paused
    not_kept = pyqtSignal(object)  # InvalidFile: why the queue is not on the disk

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` is where the queue is kept, not what it brings."""
        super().__init__(parent)
        self._file = TransfersFile(folder)
        self._is_kept = True
        self._transfers: dict[str, Transfer] = {}  # in their order
        self._tasks: dict[str, BackgroundTask] = {}
        self._hosts: dict[str, str] = {}  # that the tasks ask
        self._given_up: dict[str, Transfer] = {}  # while their tasks stop
        self._suspended = Suspended()
        self._paces: dict[str, Pace] = {}
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)

    def open(self) -> None:
        """Go on where the last session ended."""
        self._transfers = {one.id: one for one in self._file.open()}
        if self._file.problem is not None:
            self.not_kept.emit(self._file.problem)
        self.changed.emit()
        self._start_next()

    def close(self) -> None:
        """What has come stays for another session; nothing is heard of it any more."""
        self._clock.stop()
        tasks, self._tasks = self._tasks, {}  # nothing more is heard of them
        for task in tasks.values():
            task.cancel()
        self._file.close()

    # --- what is there ----------------------------------------------------------------------------

    def transfers(self) -> tuple[Transfer, ...]:
        """Those that are still to come, in their order."""
        return tuple(one for one in self._transfers.values() if one.state != DONE)

    def done(self) -> tuple[Transfer, ...]:
        """The last ones that came, the oldest first."""
        return tuple(one for one in self._transfers.values() if one.state == DONE)

    def transfer(self, transfer_id: str) -> Transfer | None:
        return self._transfers.get(transfer_id)

    def of_scene(self, scene: Scene) -> Transfer | None:
        key = _key(scene)
        return next((one for one in self._transfers.values() if one.key == key), None)

    def figures(self, transfer_id: str) -> Figures:
        pace = self._paces.get(transfer_id)
        return Figures() if pace is None else pace.figures(time.monotonic())

    # --- what a person does -----------------------------------------------------------------------

    def add(
        self, scenes: Iterable[Scene], folder: Path, open_when_done: bool = False, wanted: Sequence[str] = ()
    ) -> int:
        """How many were not in the queue. One that is goes on; one that came before is looked at again."""
        new = 0
        there = {one.key: one for one in self._transfers.values()}
        for scene in scenes:
            known = there.get(_key(scene))
            if known is None or known.state == DONE:
                made = transfer_of(scene, folder, wanted, open_when_done, self._transfers.values())
                self._transfers.pop(known.id if known else "", None)
                self._transfers[made.id] = there[made.key] = made
                new += 1
                continue
            opens = known.open_when_done or open_when_done
            again = {"state": WAITING, "said": ""} if known.state in (PAUSED, FAILED) else {}
            there[known.key] = self._transfers[known.id] = replace(known, open_when_done=opens, **again)
        self._after_change()
        return new

    def pause(self, *transfer_ids: str) -> None:
        self._set(transfer_ids, (WAITING, RUNNING), PAUSED)
        for one in transfer_ids:
            self._stop(one)  # after: a task may end at once, and must not be followed by another

    def resume(self, *transfer_ids: str) -> None:
        """Also those that failed."""
        self._set(transfer_ids, (PAUSED, FAILED), WAITING)

    def pause_all(self) -> None:
        self.pause(*(one.id for one in self.transfers()))

    def resume_all(self) -> None:
        self.resume(*(one.id for one in self.transfers()))

    def cancel(self, transfer_id: str) -> None:
        """What has come of a file that is not whole is thrown away; whole files stay."""
        known = self._transfers.pop(transfer_id, None)
        if known is None:
            return
        self._paces.pop(transfer_id, None)
        if transfer_id in self._tasks:
            self._given_up[transfer_id] = known
            self._stop(transfer_id)
        elif known.state != DONE:
            self._remove_rest(known)
        self._after_change()

    def move(self, transfer_id: str, place: int) -> None:
        """To that place among those that are still to come."""
        order = [one.id for one in self.transfers() if one.id != transfer_id]
        if transfer_id not in self._transfers:
            return
        order.insert(max(0, place), transfer_id)
        self._transfers = {one.id: one for one in (*self.done(), *(self._transfers[i] for i in order))}
        self._after_change()

    def relocate(self, transfer_ids: Iterable[str], folder: Path) -> None:
        """Go on in another folder, with what has come."""
        for transfer_id in transfer_ids:
            known = self._transfers.get(transfer_id)
            if known is not None and known.state != DONE and Path(known.folder) != folder:
                old = tuple(one for one in (*known.old_folders, known.folder) if Path(one) != folder)
                self._put(replace(known, folder=str(folder), old_folders=old, state=WAITING, said=""))
                self._stop(transfer_id)
        self._after_change()

    # --- tasks ------------------------------------------------------------------------------------

    def _start_next(self) -> None:
        for one in self.transfers():
            if len(self._tasks) >= AT_ONCE:
                break
            busy = list(self._hosts.values()).count(one.host) >= PER_HOST
            if one.state == WAITING and one.id not in self._tasks and not busy:
                self._start(one)
        if self._tasks:
            self._clock.start()
        else:
            self._clock.stop()

    def _start(self, transfer: Transfer) -> None:
        running = replace(transfer, state=RUNNING, said="")
        self._put(running)
        self._paces[transfer.id] = Pace()
        name = tr("Downloading {}").format(transfer_name(transfer))
        self._run(running, BackgroundTask(name, lambda feedback: fetch(running, feedback)))

    def _run(self, transfer: Transfer, task: BackgroundTask) -> None:
        """One that is stopped stays here until it has let go of its files."""

        def when_ours(then: Callable[[Transfer, Any], None]) -> Callable[[Any], None]:
            return lambda value: then(transfer, value) if self._tasks.get(transfer.id) is task else None

        task.reported.connect(when_ours(self._arrived))
        task.succeeded.connect(when_ours(self._succeeded))
        task.failed.connect(when_ours(self._failed))
        self._tasks[transfer.id] = task
        self._hosts[transfer.id] = transfer.host
        task.submit()

    def _stop(self, transfer_id: str) -> None:
        if transfer_id in self._tasks:
            self._tasks[transfer_id].cancel()

    def _arrived(self, transfer: Transfer, arrived: Arrived) -> None:
        known = self._transfers.get(transfer.id)
        if known is None or known.state != RUNNING:
            return
        if arrived.size is not None and known.size != arrived.size:
            self._put(replace(known, size=arrived.size))
        self._paces[transfer.id].add(time.monotonic(), arrived.there, arrived.size)
        self.progressed.emit(transfer.id)

    def _succeeded(self, transfer: Transfer, files: tuple[Path, ...] | None) -> None:
        known = self._ended(transfer)
        if known is None or files is None or known.folder != transfer.folder:
            self._after_change()
            return
        came = replace(known, state=DONE, said="", old_folders=())
        self._paces.pop(came.id, None)
        del self._transfers[came.id]
        self._put(came)
        for oldest in self.done()[:-_REMEMBERED]:
            del self._transfers[oldest.id]
        self._after_change()
        self.finished.emit(Finished(came, files))

    def _failed(self, transfer: Transfer, error: BaseException) -> None:
        known = self._ended(transfer)
        if known is None or known.state != RUNNING:  # it was stopped
            self._after_change()
            return
        given_up = isinstance(error, Cancelled)  # in QGIS's own list of tasks
        if given_up and all(task.isCanceled() for task in self._tasks.values()):
            for one in self._suspended.stop(self.transfers()):  # were others begun, QGIS would never quit
                self._put(one)
            return self._after_change()
        state = PAUSED if given_up or isinstance(error, NoRoom) else FAILED
        stopped = replace(known, state=state, said="" if given_up else sentence(error))
        self._put(stopped)
        self._after_change()
        if isinstance(error, NoRoom):
            self.no_room.emit(stopped, error)
        elif not given_up:
            self.failed.emit(stopped, error)

    def _ended(self, transfer: Transfer) -> Transfer | None:
        """The transfer as it is now; what is left of one that was given up is removed."""
        del self._tasks[transfer.id], self._hosts[transfer.id]
        known = self._transfers.get(transfer.id)
        if known is None and transfer.id in self._given_up:
            self._remove_rest(self._given_up.pop(transfer.id))
        return known

    def _remove_rest(self, transfer: Transfer) -> None:
        name = tr("Removing unfinished files")
        self._run(transfer, BackgroundTask(name, lambda _feedback: remove_rest(transfer)))

    # --- states -----------------------------------------------------------------------------------

    def _set(self, transfer_ids: Iterable[str], of: tuple[str, ...], state: str) -> None:
        """Together: the queue is written to the disk once."""
        known = [self._transfers[one] for one in transfer_ids if one in self._transfers]
        changed = [replace(one, state=state, said="") for one in known if one.state in of]
        for one in changed:
            self._suspended.forget(one.id)
            self._put(one)
        if changed:
            self._after_change()

    def _put(self, transfer: Transfer) -> None:
        self._transfers[transfer.id] = transfer

    def _after_change(self) -> None:
        self._start_next()
        try:
            self._file.write(map(self._suspended.as_kept, self._transfers.values()))
        except NotWritable as error:
            if self._is_kept:
                self.not_kept.emit(error)
            self._is_kept = False
        self.changed.emit()

    def _tick(self) -> None:
        """A silence slows the figures down."""
        for transfer_id in self._tasks:
            self.progressed.emit(transfer_id)


def _key(scene: Scene) -> tuple[str, str, str]:
    return public_url(scene.catalogue), scene.collection, scene.id
