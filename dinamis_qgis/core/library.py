# SPDX-License-Identifier: GPL-2.0-or-later
"""The library of this profile: folders to look into, one at a time in the background, and what they hold.

It lives on the main thread; files are read and written in tasks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal
from shapely.geometry.base import BaseGeometry

from ..domain.collector import FullCollections
from ..domain.errors import Cancelled, DinamisError
from ..translation import tr
from .catalogues import library_path
from .holdings import Holdings, read_holdings
from .library_file import LibraryFile
from .library_index import folder_path, index_folder
from .library_rows import drop_folder
from .task import TaskFeedback, TaskSlot, lending_its_thread
from .territory import read_territory, territory_file


class Library(QObject):
    changed = pyqtSignal()  # ``holdings`` are others
    indexed = pyqtSignal(object)  # Indexed: a folder was looked into
    failed = pyqtSignal(object)
    working = pyqtSignal()  # ``folder`` or ``percent`` is another

    def __init__(self, file: LibraryFile | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file or LibraryFile(library_path())
        self.holdings = Holdings()
        self.folder = ""  # that is being indexed
        self.percent = 0.0
        self._waiting: list[str] = []
        self._indexing, self._dropping, self._reading = TaskSlot(self), TaskSlot(self), TaskSlot(self)
        self._read_again = False
        self._collections = FullCollections()

    @property
    def busy(self) -> bool:
        return bool(self.folder)

    def refresh(self) -> None:
        """Read what it holds, and look which disks are there."""
        if self._reading.busy:  # a disk may be slow to answer: it is not asked twice at once
            self._read_again = True
            return
        file = self.file
        self._collections.put_off()
        self._reading.start(
            tr("My library"), lambda feedback: _read(file, feedback), self._set_holdings, self._failed_to_read
        )

    def add(self, paths: Iterable[str]) -> None:
        """Folders, or files by themselves: indexed now, and each time the library is."""
        self._queue(map(folder_path, paths))

    def index_again(self) -> None:
        """All of its folders."""
        self._queue(folder.path for folder in self.holdings.folders)

    def remove(self, folder: str) -> None:
        """From the library: the folder itself is left alone."""
        self._waiting = [each for each in self._waiting if each != folder]
        if folder == self.folder:
            self.cancel()
        file = self.file
        self._dropping.start(tr("My library"), lambda _feedback: _drop(file, folder), self._dropped, self.failed.emit)

    def cancel(self) -> None:
        """What was read stays known: indexing again goes on from there."""
        self._waiting = []
        self._indexing.cancel()

    def close(self) -> None:
        self._waiting = []
        for slot in (self._indexing, self._dropping, self._reading):
            slot.close()
        self._collections.allow()

    def _queue(self, folders: Iterable[str]) -> None:
        self._waiting += [each for each in dict.fromkeys(folders) if each not in (*self._waiting, self.folder)]
        self._next()

    def _next(self) -> None:
        if self.busy:
            return
        if not self._waiting:
            self.working.emit()
            return
        self.folder, self.percent = self._waiting.pop(0), 0.0
        file, folder = self.file, self.folder
        task = self._indexing.start(
            tr("Indexing {}").format(folder),
            lambda feedback: index_folder(file, folder, feedback),
            self._done,
            self._failed,
        )
        task.progressChanged.connect(self._note_progress)
        self._collections.put_off()
        self.working.emit()

    def _note_progress(self, percent: float) -> None:
        self.percent = percent
        self.working.emit()

    def _done(self, indexed: Any) -> None:
        self.folder = ""
        self.indexed.emit(indexed)
        self.refresh()
        self._next()

    def _failed(self, error: BaseException) -> None:
        self.folder = ""
        if not isinstance(error, Cancelled):
            self._waiting = []  # the next one would fail as this one did
            self.failed.emit(error)
        self.refresh()
        self._next()

    def _dropped(self, _none: None) -> None:
        self.refresh()

    def _set_holdings(self, holdings: Holdings) -> None:
        self.holdings = holdings
        self.changed.emit()
        self._go_on_reading()

    def _failed_to_read(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
        self._go_on_reading()

    def _go_on_reading(self) -> None:
        if self._read_again:
            self._read_again = False
            self.refresh()
        elif not self.busy:
            self._collections.allow()


def _read(file: LibraryFile, feedback: TaskFeedback) -> Holdings:
    with lending_its_thread():
        return read_holdings(file, _territory(), feedback)


def _territory() -> BaseGeometry | None:
    """None too when it cannot be read: the page that chooses it says so."""
    try:
        territory = read_territory(territory_file())
    except DinamisError:
        return None
    return None if territory is None else territory.shape


def _drop(file: LibraryFile, folder: str) -> None:
    with file.writing() as database:
        drop_folder(database, folder)
