# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes recherches » : those of the profile in ``<profile>/dinamis/searches.json``, those of a project in its entries.

The file is read and written in tasks, one change at a time and search by search: two QGIS at once lose nothing.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain.errors import InvalidSearches, NewerFile
from ..domain.json_file import write_json
from ..domain.own_file import OwnFile, read_json
from ..domain.saved_search import MOST_SEARCHES, SavedSearch, free_name, read_all, written
from ..translation import tr
from .task import BackgroundTask, TaskFeedback

VERSION = 1
_LIST = "searches"
_ENTRY = ("dinamis", "searches")
_MOST_BYTES = 32 << 20
_MOST_OF_A_PROJECT = 8 << 20  # characters
_log = logging.getLogger(__name__)

Change = Callable[[SavedSearch], "SavedSearch | None"]  # None: gone


def searches_file() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "searches.json"


class SearchFile:
    """Not on the main thread. Every method gives the searches that are there afterwards."""

    def __init__(self, path: Path) -> None:
        self._file = OwnFile(path, VERSION, _MOST_BYTES, refused=InvalidSearches)

    def read(self) -> tuple[SavedSearch, ...]:
        """What a newer version wrote is read as far as it is understood. Raises :class:`InvalidSearches`."""
        return read_all(_checked(self._file.read(), self._file.path))

    def add(self, searches: Sequence[SavedSearch]) -> tuple[SavedSearch, ...]:
        """In the place of those of the same id. Raises :class:`NotWritable`, :class:`NewerFile`."""
        return self._edit(lambda rows: {**rows, **{one.id: written(one) for one in searches}})

    def change(self, search_id: str, change: Change) -> tuple[SavedSearch, ...]:
        """Of the search as it is in the file now; nothing where it is gone. Raises as :meth:`add`."""

        def edit(rows: dict[str, Any]) -> dict[str, Any]:
            for search in read_all([rows.get(search_id)]):
                changed = change(search)
                if changed is None:
                    del rows[search_id]
                else:
                    rows[search_id] = {**rows[search_id], "watch": None, **written(changed)}
            return rows

        return self._edit(edit)

    def _edit(self, edit: Callable[[dict[str, Any]], dict[str, Any]]) -> tuple[SavedSearch, ...]:
        """What is no search of ours stays in the file."""

        def change(content: dict[str, Any]) -> dict[str, Any]:
            listed = content.get(_LIST)
            rows = listed if isinstance(listed, list) else []
            ours = {row["id"]: row for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)}
            others = [row for row in rows if row not in ours.values()]
            return {**content, _LIST: [*edit(ours).values(), *others]}

        return read_all(self._file.change(change)[_LIST])


def read_file(path: Path) -> tuple[SavedSearch, ...]:
    """An exported file. Raises :class:`InvalidSearches`, :class:`NewerFile`."""
    content = read_json(path, _MOST_BYTES, InvalidSearches)
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NewerFile(str(path), f"version {version}, this one reads {VERSION}", "version")
    found = read_all(_checked(content, path))
    if not found:
        raise InvalidSearches(str(path), "no search in it", _LIST)
    return tuple(search.shared() for search in found)


def write_file(path: Path, searches: Iterable[SavedSearch]) -> None:
    """Raises :class:`NotWritable`."""
    write_json(path, {"version": VERSION, _LIST: [written(search.shared()) for search in searches]}, indent=1)


def project_searches(project: QgsProject) -> tuple[SavedSearch, ...]:
    said, found = project.readEntry(*_ENTRY)
    if not found or not said or len(said) > _MOST_OF_A_PROJECT:
        return ()
    try:
        return tuple(search.shared() for search in read_all(json.loads(said)))
    except (ValueError, RecursionError) as error:
        _log.warning("the searches of the project cannot be read: %s", error)
        return ()


def keep_in_project(project: QgsProject, search: SavedSearch, kept: bool) -> None:
    """Saved with the project, when that is."""
    others = [one for one in project_searches(project) if one.id != search.id]
    now = [*others, search.shared()] if kept else others
    if now:
        project.writeEntry(*_ENTRY, json.dumps([written(one) for one in now[-MOST_SEARCHES:]]))
    else:
        project.removeEntry(*_ENTRY)


def imported(found: Sequence[SavedSearch], there: Sequence[SavedSearch]) -> tuple[SavedSearch, ...]:
    """Those to be added: one that is there already is not, and none takes another's place or name."""
    known, names = {search.id: search for search in there}, [search.name for search in there]
    fresh = []
    for search in found:
        same = known.get(search.id)
        if same is not None and same.name == search.name and same.asks_the_same(search):
            continue
        name = free_name(search.name, names)
        names.append(name)
        fresh.append(SavedSearch(name, search.choices, search.zone, search.invented))
    return tuple(fresh)


class SavedSearches(QObject):
    """The profile's searches as they were read last, for the main thread."""

    changed = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = SearchFile(path or searches_file())
        self._tasks: set[BackgroundTask] = set()
        self.all: tuple[SavedSearch, ...] = ()

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    def load(self) -> None:
        self._do(lambda _: self._file.read())

    def add(self, *searches: SavedSearch) -> None:
        self._do(lambda _: self._file.add(searches))

    def change(self, search_id: str, change: Change, then: Callable[[], None] | None = None) -> None:
        self._do(lambda _: self._file.change(search_id, change), then)

    def take_file(self, path: Path, then: Callable[[int], None]) -> None:
        """Add what an exported file holds; ``then`` hears how many searches that were."""
        count = 0

        def work(_feedback: TaskFeedback) -> tuple[SavedSearch, ...]:
            nonlocal count
            fresh = imported(read_file(path), self._file.read())
            count = len(fresh)
            return self._file.add(fresh)

        self._do(work, lambda: then(count))

    def give_file(self, path: Path, searches: Sequence[SavedSearch], then: Callable[[], None]) -> None:
        def work(_feedback: TaskFeedback) -> tuple[SavedSearch, ...]:
            write_file(path, searches)
            return self._file.read()

        self._do(work, then)

    def close(self) -> None:
        """Hear nothing more; what is being written is."""
        self._tasks.clear()

    def _do(
        self, work: Callable[[TaskFeedback], tuple[SavedSearch, ...]], then: Callable[[], None] | None = None
    ) -> None:
        task = BackgroundTask(tr("My searches"), work)

        def done(searches: tuple[SavedSearch, ...]) -> None:
            if task in self._tasks:
                self._tasks.discard(task)
                self.all = searches
                self.changed.emit()
                if then is not None:
                    then()

        def failed(error: BaseException) -> None:
            if task in self._tasks:
                self._tasks.discard(task)
                self.failed.emit(error)

        task.succeeded.connect(done)
        task.failed.connect(failed)
        self._tasks.add(task)
        task.submit()


def _checked(content: dict[str, Any], path: Path) -> object:
    searches = content.get(_LIST, [])
    if not isinstance(searches, list):
        raise InvalidSearches(str(path), "should be a list", _LIST)
    return searches
