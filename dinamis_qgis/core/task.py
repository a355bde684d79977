# SPDX-License-Identifier: GPL-2.0-or-later
"""Work off the main thread: one callable in, ``succeeded`` or ``failed`` out, on the main thread."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QThreadPool, QTimer, pyqtSignal

from ..domain.errors import Cancelled

_LOOK_AGAIN_MS = 15


class TaskFeedback:
    """What the work sees of its task: whether to stop, and where to tell how far it is."""

    def __init__(self, task: BackgroundTask) -> None:
        self._task = task

    def isCanceled(self) -> bool:
        return self._task.isCanceled()

    def setProgress(self, percent: float) -> None:
        self._task.setProgress(percent)

    def report(self, part: Any) -> None:
        """Hand a part of the result to the main thread now (a page of scenes, a picture…)."""
        self._task.reported.emit(part)

    def check(self) -> None:
        """Raise :class:`Cancelled` when the person gave up."""
        if self.isCanceled():
            raise Cancelled()


class BackgroundTask(QgsTask):
    """Runs ``work(feedback)`` in QGIS's task pool.

    ``reported`` may come many times, then exactly one of ``succeeded`` and ``failed``; a cancelled task fails with
    :class:`Cancelled`. All three arrive on the main thread.
    """

    reported = pyqtSignal(object)
    succeeded = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, description: str, work: Callable[[TaskFeedback], Any]) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work: Callable[[TaskFeedback], Any] | None = work
        self._result: Any = None
        self._error: BaseException | None = None

    def submit(self) -> None:
        """Hand the task to QGIS as soon as a thread of its pool is free; hold a reference to it until it ends.

        Never earlier, nor while a task is ending: then QGIS 3.22 takes whatever has the address of its dead runnable
        out of the pool's queue, and a task that is there (for an instant it is, even when a thread is free) may have
        just been given that address. It then never starts.
        """
        pool = _pool()
        if self.isCanceled():
            self.finished(False)
        elif pool.activeThreadCount() < pool.maxThreadCount() and not _some_end():
            QgsApplication.taskManager().addTask(self)
        else:
            QTimer.singleShot(_LOOK_AGAIN_MS, self.submit)

    def run(self) -> bool:
        try:
            if self._work is not None:
                self._result = self._work(TaskFeedback(self))
        except BaseException as error:  # noqa: BLE001 - kept whole and handed to the starter, never swallowed
            # Its frames would take the worker's Qt objects to the main thread, and destroy them there.
            traceback.clear_frames(error.__traceback__)
            self._error = error
        _ending[id(self)] = time.monotonic()
        return self._error is None

    def finished(self, _ok: bool) -> None:
        result, error, name = self._result, self._error, id(self)
        QTimer.singleShot(0, lambda: _ending.pop(name, None))  # QGIS is done with it by then
        self._work = self._result = self._error = None  # a finished task is kept by QGIS for a while: free what it held
        if error is None and self.isCanceled():
            error = Cancelled()
        if error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


_ending: dict[int, float] = {}  # tasks whose work has ended and of which QGIS has still to hear, since when
_HEARD_BY = 2.0  # seconds: one that QGIS never hears of holds nobody back


def _some_end() -> bool:
    return any(time.monotonic() - since < _HEARD_BY for since in list(_ending.values()))


class TaskSlot(QObject):
    """Holds the current task of one purpose: a new start cancels the former one, whose answers are then dropped."""

    busy_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: BackgroundTask | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(
        self,
        description: str,
        work: Callable[[TaskFeedback], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        reported: Callable[[Any], None] | None = None,
    ) -> BackgroundTask:
        """``failed`` also hears of a cancellation that the person asked for (:meth:`cancel`), not of a replacement."""
        self._drop()
        task = BackgroundTask(description, work)

        def when_current(then: Callable[[Any], None], last: bool) -> Callable[[Any], None]:
            def slot(value: Any) -> None:
                # Qt may have destroyed the slot with its parent while the task still held it.
                if sip.isdeleted(self) or self._task is not task:
                    return
                if last:
                    self._set(None)
                then(value)

            return slot

        task.succeeded.connect(when_current(done, True))
        task.failed.connect(when_current(failed, True))
        if reported is not None:
            task.reported.connect(when_current(reported, False))
        self._set(task)
        task.submit()
        return task

    def cancel(self) -> None:
        """Ask the current task to stop; ``failed`` will say so."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Stop and hear nothing more (the owner is going away)."""
        self._drop()

    def _drop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self.busy_changed.emit(False)

    def _set(self, task: BackgroundTask | None) -> None:
        self._task = task
        self.busy_changed.emit(task is not None)


@contextmanager
def lending_its_thread() -> Iterator[None]:
    """For a work that mostly waits for a service: its place in the pool is lent to others meanwhile.

    The pool has one thread a core: without this, two slow services on a machine with two cores would hold back a quick
    one, and every other task of QGIS.
    """
    pool = _pool()
    pool.releaseThread()
    try:
        yield
    finally:
        pool.reserveThread()


def _pool() -> QThreadPool:
    manager = QgsApplication.taskManager()
    return manager.threadPool() if hasattr(manager, "threadPool") else QThreadPool.globalInstance()
