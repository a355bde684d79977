# SPDX-License-Identifier: GPL-2.0-or-later
"""A search: every catalogue is asked in its own task, answers at its own pace, and fails alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain.catalogues import Catalogue
from ..domain.errors import Cancelled
from ..domain.query import SearchQuery
from ..domain.scene import Scene
from .task import BackgroundTask, TaskFeedback, lending_its_thread

MOST_SCENES = 5000  # of all catalogues together, before more is asked for
MOST_LOADED = 20_000  # in all: beyond, a search is to be narrowed
_ENDLESS = 10_000_000  # scenes: no limit for a catalogue, where kept ones are counted here

Open = Callable[[Any, TaskFeedback], Catalogue]  # (row, feedback), called in the task
Asked = Sequence[tuple[Any, SearchQuery]]  # (row, what it is asked)
Measured = tuple[Scene, "float | None"]  # with its coverage of the zone, %


@dataclass(frozen=True)
class Answer:
    """What one catalogue has answered so far. ``oldest`` is the earliest instant that came; ``more``: whether there may
    be more than was loaded; the rest is as in :class:`~dinamis_qgis.domain.catalogues.Page`."""

    query: SearchQuery
    matched: int | None = None
    more: bool = True
    by_service: frozenset[str] = frozenset()
    newest_first: bool = False
    oldest: datetime | None = None

    def with_scenes(self, scenes: Sequence[Scene]) -> Answer:
        dates = [scene.acquired for scene in scenes if scene.acquired is not None]
        return replace(self, oldest=min((*dates, *filter(None, [self.oldest])), default=None))

    @property
    def here(self) -> tuple[str, ...]:
        """The criteria that this side applied, or had to check again."""
        return tuple(name for name in self.query.in_use if name not in self.by_service)


class SearchRun(QObject):
    """One question to several catalogues; a new :meth:`start` abandons the former one, whose answers are dropped.

    ``finished`` comes once per run, after the last catalogue or at once when cancelled, and again after
    :meth:`load_on`.
    """

    scenes_arrived = pyqtSignal(object)  # list of Measured, none of which came before
    catalogue_failed = pyqtSignal(object, object)  # row, error
    catalogue_finished = pyqtSignal(object, object)  # row, the service's own count or None
    progressed = pyqtSignal(int)  # scenes so far
    finished = pyqtSignal()

    def __init__(self, open_catalogue: Open, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_catalogue
        self._asked: list[tuple[Any, SearchQuery]] = []
        self._tasks: dict[BackgroundTask, Any] = {}
        self._seen: set[tuple[str, str, str]] = set()
        self._failed: set[str] = set()
        self._most = MOST_SCENES
        self._continued = False
        self.truncated = False  # whether a catalogue that did not fail has more than was loaded
        self.answers: dict[str, Answer] = {}  # by the catalogue's id
        self.cancelled = False

    @property
    def running(self) -> bool:
        return bool(self._tasks)

    @property
    def count(self) -> int:
        return len(self._seen)

    @property
    def can_load_on(self) -> bool:
        return self.truncated and len(self._seen) < MOST_LOADED

    @property
    def whole(self) -> frozenset[str]:
        """The catalogues of which nothing lacks."""
        return frozenset(self.answers).difference(self._failed, (row.id for row, _query in self._unfinished()))

    @property
    def whole_since(self) -> datetime | None:
        """The instant since which nothing lacks, of the catalogues that did not fail; None where that is not sure."""
        cut = [self.answers[row.id] for row, _query in self._unfinished()]
        ends = [answer.oldest for answer in cut if answer.newest_first and answer.oldest is not None]
        return max(ends) if ends and len(ends) == len(cut) else None

    @property
    def oldest(self) -> datetime | None:
        return min((answer.oldest for answer in self.answers.values() if answer.oldest is not None), default=None)

    def start(self, asked: Asked) -> None:
        self._abandon()
        self._seen, self._failed = set(), set()
        self._asked = list(asked)
        self._most, self._continued, self.truncated = MOST_SCENES, False, False
        self.answers = {row.id: Answer(query) for row, query in asked}
        self._submit(self._asked)

    def load_on(self) -> None:
        """Ask the catalogues that have more for the rest, up to MOST_LOADED in all."""
        if self._tasks or not self.can_load_on:
            return
        self._most, self._continued = MOST_LOADED, True
        self._submit([(row, self._rest(row, query)) for row, query in self._unfinished()])

    def cancel(self) -> None:
        """Stop at once: what has come stays, what still comes is dropped."""
        if self._tasks:
            self.cancelled = True
            self._abandon()
            self.finished.emit()

    def close(self) -> None:
        """Stop and say nothing more (the owner is going away)."""
        self._abandon()

    def _unfinished(self) -> list[tuple[Any, SearchQuery]]:
        rows = [(row, query) for row, query in self._asked if row.id not in self._failed]
        return [(row, query) for row, query in rows if self.answers[row.id].more]

    def _rest(self, row: Any, query: SearchQuery) -> SearchQuery:
        """From the oldest that came, where the order is sure; else all of it again, and what is known is dropped."""
        answer = self.answers[row.id]
        if answer.newest_first and answer.oldest is not None:
            query = replace(query, end=answer.oldest)
        return replace(query, limit=MOST_LOADED)

    def _submit(self, asked: Asked) -> None:
        self.cancelled = False
        tasks = {BackgroundTask(str(row.title), _work(self._open, row, query)): row for row, query in asked}
        self._tasks = dict(tasks)
        for task in tasks:
            task.reported.connect(lambda part, task=task: self._receive(task, part))
            task.succeeded.connect(lambda last, task=task: self._end(task, last))
            task.failed.connect(lambda error, task=task: self._fail(task, error))
        for task in tasks:
            task.submit()
        if not tasks:
            self._finish()

    def _finish(self) -> None:
        self.truncated = bool(self._unfinished())
        self.finished.emit()

    def _abandon(self) -> None:
        tasks, self._tasks = self._tasks, {}
        for task in tasks:
            task.cancel()

    def _receive(self, task: BackgroundTask, said: tuple[list[Measured], Answer]) -> None:
        if task not in self._tasks:
            return
        part, answer = said
        unknown = {scene.key: (scene, coverage) for scene, coverage in part if scene.key not in self._seen}
        fresh = list(unknown.values())[: self._most - len(self._seen)]
        self._seen.update(scene.key for scene, _coverage in fresh)
        self._note(self._tasks[task].id, answer, fresh, len(fresh) < len(unknown))
        if fresh:
            self.scenes_arrived.emit(fresh)
            self.progressed.emit(len(self._seen))
        if len(self._seen) >= self._most and task in self._tasks:
            self._abandon()
            self._finish()

    def _note(self, row_id: str, answer: Answer, fresh: Sequence[Measured] = (), cut: bool = False) -> None:
        """What it was first asked stays, and what it then counted: a later part is about the rest."""
        former = self.answers[row_id].with_scenes([scene for scene, _coverage in fresh])
        matched = former.matched if self._continued else answer.matched
        told = replace(former, matched=matched, more=answer.more or cut)
        self.answers[row_id] = replace(told, by_service=answer.by_service, newest_first=answer.newest_first)

    def _end(self, task: BackgroundTask, last: Answer) -> None:
        if task in self._tasks:
            row = self._tasks[task]
            self._note(row.id, last)
            self.catalogue_finished.emit(row, self.answers[row.id].matched)
            self._forget(task)

    def _fail(self, task: BackgroundTask, error: BaseException) -> None:
        if task in self._tasks:
            self._failed.add(self._tasks[task].id)
            if isinstance(error, Cancelled):  # from QGIS's own task list
                self.cancelled = True
            else:
                self.catalogue_failed.emit(self._tasks[task], error)
            self._forget(task)

    def _forget(self, task: BackgroundTask) -> None:
        if self._tasks.pop(task, None) is not None and not self._tasks:
            self._finish()


def _work(open_catalogue: Open, row: Any, query: SearchQuery) -> Callable[[TaskFeedback], Answer]:
    """Asks one catalogue, in its task; coverage is measured there too, and the limit counts what it leaves."""

    def work(feedback: TaskFeedback) -> Answer:
        from ..domain.coverage import Coverage
        from ..domain.relaxation import covers_enough

        zone = None if query.aoi is None else Coverage(query.aoi)
        measured = zone is not None and query.min_coverage is not None
        asked = replace(query, limit=_ENDLESS) if measured else query
        answer, room = Answer(query, more=False), query.limit
        with lending_its_thread():
            for page in open_catalogue(row, feedback).search(asked, feedback):
                feedback.check()
                outlines = [scene.footprint for scene in page.scenes]
                shares = zone.percents(outlines) if zone is not None else [None] * len(outlines)
                kept = [pair for pair in zip(page.scenes, shares) if covers_enough(pair[1], query.min_coverage)]
                counted = None if measured else page.matched  # None from where this side had to filter
                more = page.more or len(kept) > room
                answer = Answer(query, counted, more, page.by_service, page.newest_first)
                feedback.report((kept[:room], answer))
                room -= len(kept)
                if room <= 0:
                    break
        return answer if room <= 0 else replace(answer, more=False)

    return work
