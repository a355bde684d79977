# SPDX-License-Identifier: GPL-2.0-or-later
"""New images of the searches that are watched, looked for when a project opens: once a day, in a task, in silence.

Nothing is asked of any service unless the person ticked a search. What fails is logged.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..translation import tr
from .task import TaskFeedback, TaskSlot, lending_its_thread

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..domain.catalogues.registry import CatalogueRow
    from ..domain.saved_search import Found, SavedSearch
    from ..domain.scene import Scene

MOST = 5000  # scenes of one catalogue
_log = logging.getLogger(__name__)

Rows = Callable[[], "tuple[tuple[CatalogueRow, ...], Any]"]


@dataclass(frozen=True)
class News:
    search: SavedSearch
    count: int
    since: date


class NewImages(QObject):
    found = pyqtSignal(object)  # list of News, never empty
    settled = pyqtSignal()  # nothing is being asked any more

    def __init__(
        self,
        project: QgsProject,
        parent: QObject | None = None,
        searches: Path | None = None,
        territory: Path | None = None,
        rows: Rows | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._given = (searches, territory, rows)
        self._slot = TaskSlot(self)
        project.readProject.connect(self.look)

    def look(self, *_document: object) -> None:
        """At the searches that were not asked yet today."""
        searches, territory, rows = self._given
        if searches is None:
            searches = _in_profile("searches.json")
        if not searches.is_file():
            self.settled.emit()
            return
        work = lambda feedback: _look(searches, territory, rows, feedback)  # noqa: E731
        self._slot.start(tr("New images"), work, self._tell, self._log)

    def close(self) -> None:
        self._project.readProject.disconnect(self.look)
        self._slot.close()

    def _tell(self, news: list[News]) -> None:
        if news:
            self.found.emit(news)
        self.settled.emit()

    def _log(self, error: BaseException) -> None:
        _log.warning("new images were not looked for: %s", error)
        self.settled.emit()


def _in_profile(name: str) -> Path:
    from qgis.core import QgsApplication

    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / name


def _look(searches: Path, territory: Path | None, rows: Rows | None, feedback: TaskFeedback) -> list[News]:
    """Imports are late: QGIS starts without them."""
    from .. import dependencies
    from ..domain.periods import utc_today

    problem = dependencies.problem()
    if problem is not None:
        raise problem
    from .catalogues import configured_rows
    from .saved_searches import SearchFile
    from .territory import territory_file

    file, today = SearchFile(searches), utc_today()
    due = [one for one in file.read() if one.watch and one.can_be_watched and one.watch.asked != today]
    known = (rows or configured_rows)()[0] if due else ()
    news = []
    for search in due:
        feedback.check()
        shape = _place(search, territory or territory_file())
        found = {} if shape is None else _ask(search, shape, known, today, feedback)
        if shape is None or not found:
            continue
        count = 0

        def learn(now: SavedSearch, shape: BaseGeometry = shape, found: Found = found) -> SavedSearch:
            nonlocal count
            learnt, count = now.with_news(shape, found, today)
            return learnt

        file.change(search.id, learn)
        if count and search.watch is not None:
            news.append(News(search, count, search.watch.since))
    return news


def _place(search: SavedSearch, territory: Path) -> BaseGeometry | None:
    """None where the territory is gone."""
    from .territory import read_territory

    if search.zone.shape is not None:
        return search.zone.shape
    mine = read_territory(territory)
    return None if mine is None else mine.shape


def _ask(
    search: SavedSearch, shape: BaseGeometry, rows: tuple[CatalogueRow, ...], today: date, feedback: TaskFeedback
) -> Found:
    """The scenes of each catalogue that answered."""
    from ..domain import themes
    from ..domain.catalogues.registry import LIBRARY, TILES
    from ..domain.coverage import Coverage
    from ..domain.errors import Cancelled, DinamisError
    from ..domain.relaxation import covers_enough
    from ..domain.saved_search import digest
    from .catalogues import Doors
    from .credentials import credentials

    query = search.choices.query(shape, today, MOST)
    zone = None if query.min_coverage is None else Coverage(shape)
    doors, found = Doors(), {}
    items: dict[tuple[str, str, str], str] = {}  # and the door that showed it first
    for row in rows:
        left_out = row.synthetic or not row.enabled or row.id in search.choices.left_out
        if (
            left_out
            or row.kind in (TILES, LIBRARY)
            or not themes.serves(row, search.choices.theme)
            or not credentials().may_be_searched(row)
        ):
            continue
        seen, last = set(), None
        try:
            with lending_its_thread():
                for page in doors.open(row).search(themes.narrowed(query, row, search.choices.theme), feedback):
                    shares = (
                        zone.percents([one.footprint for one in page.scenes]) if zone else [None] * len(page.scenes)
                    )
                    pairs = zip(page.scenes, shares)
                    kept = [one for one, share in pairs if covers_enough(share, query.min_coverage)]
                    fresh = [one for one in kept if items.setdefault(_item(row, one), row.id) == row.id]
                    seen.update(map(digest, fresh))
                    last = page
            if last is None or last.newest_first or not last.more:
                found[row.id] = frozenset(seen)
            else:  # which of them came would be chance
                _log.warning("%s: more than %d images, in no order: nothing is said of new ones", row.id, MOST)
        except Cancelled:
            raise
        except DinamisError as error:
            _log.warning("%s: %s", row.id, error)
    return found


def _item(row: CatalogueRow, scene: Scene) -> tuple[str, str, str]:
    """Two doors may lead to one store."""
    return (row.signs or row.id, scene.collection, scene.id)
