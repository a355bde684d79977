# SPDX-License-Identifier: GPL-2.0-or-later
"""A search: every catalogue is asked in its own task, answers at its own pace, and fails alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain.catalogues import Catalogue
from ..domain.errors import Cancelled
from ..domain.query import SearchQuery
from ..domain.scene import Scene
from .task import BackgroundTask, TaskFeedback, lending_its_thread

MOST_SCENES = 5000  # of all catalogues together

Open = Callable[[Any, TaskFeedback], Catalogue]  # (row, feedback), called in the task
Asked = Sequence[tuple[Any, SearchQuery]]  # (row, what it is asked)
Measured = tuple[Scene, "float | None"]  # with its coverage of the zone, %


class SearchRun(QObject):
    """One question to several catalogues; a new :meth:`start` abandons the former one, whose answers are dropped.

    ``finished`` comes once per run, after the last catalogue or at once when cancelled.
    """

    scenes_arrived = pyqtSignal(object)  # list of Measured, none of which came before
    catalogue_failed = pyqtSignal(object, object)  # row, error
    catalogue_finished = pyqtSignal(object, object)  # row, the service's own count or None
    progressed = pyqtSignal(int)  # scenes so far
    finished = pyqtSignal()

    def __init__(self, open_catalogue: Open, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_catalogue
        self._tasks: dict[BackgroundTask, Any] = {}
        self._seen: set[tuple[str, str, str]] = set()
        self.truncated = False  # whether MOST_SCENES was reached
        self.cancelled = False

    @property
    def running(self) -> bool:
        return bool(self._tasks)

    @property
    def count(self) -> int:
        return len(self._seen)

    def start(self, asked: Asked) -> None:
        self._abandon()
        self._seen = set()
        self.truncated = self.cancelled = False
        tasks = {BackgroundTask(str(row.title), _work(self._open, row, query)): row for row, query in asked}
        self._tasks = dict(tasks)
        for task in tasks:
            task.reported.connect(lambda part, task=task: self._receive(task, part))
            task.succeeded.connect(lambda matched, task=task: self._end(task, matched))
            task.failed.connect(lambda error, task=task: self._fail(task, error))
        for task in tasks:
            task.submit()
        if not tasks:
            self.finished.emit()

    def cancel(self) -> None:
        """Stop at once: what has come stays, what still comes is dropped."""
        if self._tasks:
            self.cancelled = True
            self._abandon()
            self.finished.emit()

    def close(self) -> None:
        """Stop and say nothing more (the owner is going away)."""
        self._abandon()

    def _abandon(self) -> None:
        tasks, self._tasks = self._tasks, {}
        for task in tasks:
            task.cancel()

    def _receive(self, task: BackgroundTask, part: list[Measured]) -> None:
        if task not in self._tasks:
            return
        fresh = []
        for scene, coverage in part:
            if scene.key not in self._seen and len(self._seen) < MOST_SCENES:
                self._seen.add(scene.key)
                fresh.append((scene, coverage))
        if fresh:
            self.scenes_arrived.emit(fresh)
            self.progressed.emit(len(self._seen))
        if len(self._seen) >= MOST_SCENES:
            self.truncated = True
            self._abandon()
            self.finished.emit()

    def _end(self, task: BackgroundTask, matched: int | None) -> None:
        if task in self._tasks:
            self.catalogue_finished.emit(self._tasks[task], matched)
            self._forget(task)

    def _fail(self, task: BackgroundTask, error: BaseException) -> None:
        if task in self._tasks:
            if not isinstance(error, Cancelled):  # cancelled from QGIS's own task list
                self.catalogue_failed.emit(self._tasks[task], error)
            self._forget(task)

    def _forget(self, task: BackgroundTask) -> None:
        if self._tasks.pop(task, None) is not None and not self._tasks:
            self.finished.emit()


def _work(open_catalogue: Open, row: Any, query: SearchQuery) -> Callable[[TaskFeedback], int | None]:
    """Asks one catalogue, in its task; coverage is measured there too. Gives the service's own count."""

    def work(feedback: TaskFeedback) -> int | None:
        from ..domain.coverage import Coverage
        from ..domain.relaxation import covers_enough

        zone = None if query.aoi is None else Coverage(query.aoi)
        matched = None
        with lending_its_thread():
            for page in open_catalogue(row, feedback).search(query, feedback):
                feedback.check()
                matched = page.matched  # None from where this side had to filter
                outlines = [scene.footprint for scene in page.scenes]
                shares = zone.percents(outlines) if zone is not None else [None] * len(outlines)
                kept = [pair for pair in zip(page.scenes, shares) if covers_enough(pair[1], query.min_coverage)]
                if kept:
                    feedback.report(kept)
        return matched if query.min_coverage is None else None

    return work
