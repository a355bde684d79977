# SPDX-License-Identifier: GPL-2.0-or-later
"""The register of requests for the main thread: what it held when it was read last, and what is still to be saved.

All reading and writing is done in tasks, one after the other. What cannot be saved waits in the profile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain.errors import DinamisError, InvalidFile, detach
from ..domain.register import Entry
from ..domain.register_errors import RegisterRefuses
from ..translation import tr
from . import register_store as store
from .register_layers import keep_looks, looks_for
from .register_place import Opening, Place, opening
from .register_sign_in import forget
from .register_store import BOTH, MERGED, SAVED, WAITING, Reading, Saved
from .register_waiting import Waiting, WaitingFile
from .task import BackgroundTask

_RETRY_MS = 60_000


@dataclass(frozen=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    saves: Waiting | None = None


@dataclass(frozen=True)
class _News:
    reading: Reading
    waiting: tuple[Waiting, ...]
    settled: tuple[Saved, ...]  # what waited and is saved now, other than as it was
    error: DinamisError | None = None  # why the register could not be read


class Ledger(QObject):
    changed = pyqtSignal()
    saved = pyqtSignal(object)  # Saved
    failed = pyqtSignal(object)  # an error

    def __init__(self, parent: QObject | None = None, waiting: WaitingFile | None = None) -> None:
        super().__init__(parent)
        self._file = waiting or WaitingFile()
        self._jobs: deque[_Job] = deque()
        self._job: _Job | None = None
        self._task: BackgroundTask | None = None
        self._reading = Reading()
        self._waiting: tuple[Waiting, ...] = ()
        self._told = ""
        self._looks: dict[str, str] | None = None  # of a register that is not made yet
        self.place = Place.chosen()
        self._timer = QTimer(self)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self.load)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """With what still waits in the place of what it changes."""
        waiting = {one.now.id: one.now for one in self._waiting}
        there = [waiting.pop(entry.id, entry) for entry in self._reading.entries]
        return (*waiting.values(), *there)

    @property
    def busy(self) -> bool:
        return self._task is not None

    @property
    def newer(self) -> bool:
        return self._reading.newer

    @property
    def refused(self) -> int:
        """Rows that are no requests."""
        return len(self._reading.refused)

    def waits(self, entry: Entry) -> bool:
        return any(one.now.id == entry.id for one in self._waiting)

    def entry(self, name: str) -> Entry | None:
        return next((one for one in self.entries if one.id == name), None)

    def try_again(self) -> None:
        """On a person's word, who then hears of the same trouble too."""
        self._told = ""
        self.load()

    def load(self) -> None:
        """Read it again, after what waits was saved, if it can be. Settings may name another one since."""
        if Place.chosen() != self.place:
            self.place, self._reading, self._waiting, self._told = Place.chosen(), Reading(), (), ""
        if self._waiting:
            self._make_looks()
        place, found, author = self.place, _resolved(self.place), _author()
        self._do(_Job(lambda: self._read(place, found, author), self._take))

    def save(self, now: Entry, before: Entry | None, then: Callable[[Saved], None] | None = None) -> None:
        """``before``: the entry as it was when the person began to change it, None for a new one."""
        self._make_looks()
        waiting, found, author = Waiting(self.place.as_text(), now, before), _resolved(self.place), _author()

        def done(result: Saved) -> None:
            self._after_save(result)
            if then is not None:
                then(result)

        self._do(_Job(lambda: self._save(waiting, found, author), done, waiting))

    def remove(self, entry: Entry, then: Callable[[bool], None]) -> None:
        found = _resolved(self.place)

        def done(gone: bool) -> None:
            then(gone)
            self.load()

        self._do(_Job(lambda: store.remove(found(), entry), done))

    def replace_theirs(self, both: Saved) -> None:
        """Of two versions that stand beside each other, the person's own takes the place of the other."""
        theirs, ours = both.theirs, both.entry
        mine = replace(ours, id=theirs.id, version=theirs.version)
        found, author = _resolved(self.place), _author()

        def work() -> Saved:
            result = store.save(found(), mine, theirs, author, _moment())
            if result.how == SAVED:
                store.remove(found(), ours)
            return result

        self._do(_Job(work, self._after_save))

    def use(self, place: Place, create: bool = False) -> None:
        """Another register from now on, where it can be opened."""
        found = _resolved(place)
        made = looks_for(place) if create else {}

        def work() -> None:
            if create:
                store.create(found())
                keep_looks(place, made)
            else:
                store.read(found())

        def done(_nothing: None) -> None:
            place.choose()
            self.load()

        self._do(_Job(work, done))

    def close(self) -> None:
        """Hear nothing more. What is not surely saved yet waits in the profile for the next time."""
        self._timer.stop()
        left = [job.saves for job in (self._job, *self._jobs) if job is not None and job.saves is not None]
        self._jobs.clear()
        self._job = self._task = None
        try:
            self._file.put(left)
        except DinamisError as error:
            self.failed.emit(error)

    # --- in tasks ---------------------------------------------------------------------------------

    def _read(self, place: Place, found: Callable[[], Opening], author: str) -> _News:
        waiting, settled = list(self._file.read(place.as_text())), []
        try:
            for one in tuple(waiting):
                result = self._saved(found(), one.now, one.before, author)
                self._file.drop(one)
                waiting.remove(one)
                if result.how in (MERGED, BOTH):
                    settled.append(result)
            return _News(store.read(found()), tuple(waiting), tuple(settled))
        except DinamisError as error:
            return _News(self._read_only(found), tuple(waiting), tuple(settled), detach(error))

    def _read_only(self, found: Callable[[], Opening]) -> Reading:
        """What can be read although nothing can be written; else what was read last."""
        try:
            return store.read(found())
        except DinamisError:
            return self._reading

    def _save(self, waiting: Waiting, found: Callable[[], Opening], author: str) -> Saved:
        earlier = [one for one in self._file.read(waiting.place) if one.key == waiting.key]
        before = earlier[0].before if earlier else waiting.before
        try:
            result = self._saved(found(), waiting.now, before, author)
        except InvalidFile as error:
            self._file.put([waiting])
            return Saved(waiting.now, WAITING, error=detach(error))
        except Exception:  # whatever it is, and it is told: the person's work is not lost with it
            self._file.put([waiting])
            raise
        for one in earlier:
            self._file.drop(one)
        return result

    def _saved(self, found: Opening, now: Entry, before: Entry | None, author: str) -> Saved:
        """The profile's own register is made with its first request."""
        new = self._looks is not None and found.place.is_default and not Path(found.place.path).exists()
        result = store.save(found, now, before, author, _moment())
        if new:
            keep_looks(found.place, self._looks)
        return result

    # --- one after the other ----------------------------------------------------------------------

    def _do(self, job: _Job) -> None:
        self._jobs.append(job)
        self._next()

    def _next(self) -> None:
        if self._task is None and self._jobs:
            self._job = job = self._jobs.popleft()
            self._task = BackgroundTask(tr("Register of requests"), lambda _feedback: job.work())
            self._task.succeeded.connect(self._succeeded)
            self._task.failed.connect(self._has_failed)
            self._task.submit()

    def _succeeded(self, result: Any) -> None:
        job = self._ended()
        if job is not None:
            job.done(result)
            self._next()

    def _has_failed(self, error: BaseException) -> None:
        if self._ended() is not None:
            self.failed.emit(error)
            self._next()

    def _ended(self) -> _Job | None:
        """None when nobody is to hear of it."""
        if self.sender() is not self._task:
            return None
        job, self._job, self._task = self._job, None, None
        return job

    def _make_looks(self) -> None:
        """For the profile's own register, which the next save will make."""
        if self._looks is None and self.place.is_default and not Path(self.place.path).exists():
            self._looks = looks_for(self.place)

    def _after_save(self, result: Saved) -> None:
        self.saved.emit(result)
        self.load()

    def _take(self, news: _News) -> None:
        self._reading, self._waiting = news.reading, news.waiting
        self._timer.start() if news.waiting else self._timer.stop()
        for one in news.settled:
            self.saved.emit(one)
        if isinstance(news.error, RegisterRefuses):
            forget(self.place.connection)
        said = "" if news.error is None else str(news.error)
        if said and said != self._told and not (news.waiting and self._told):
            self.failed.emit(news.error)
        self._told = said
        self.changed.emit()


def _resolved(place: Place) -> Callable[[], Opening]:
    """Looked up on the main thread: QGIS may ask for its master password."""
    try:
        found = opening(place)
    except DinamisError as error:
        kept = detach(error)

        def refuse() -> Opening:
            raise kept

        return refuse
    return lambda: found


def _author() -> str:
    return QgsApplication.userLoginName()


def _moment() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
