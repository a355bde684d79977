# SPDX-License-Identifier: GPL-2.0-or-later
"""« Rechercher » : the form, then the results in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEvent, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.catalogues import Doors, configured_rows
from ...core.credentials import credentials
from ...core.failures import sentences
from ...core.filter_words import where_applied
from ...core.search import SearchRun
from ...core.settings import last_choices, remember_choices
from ...core.support import details
from ...core.task import TaskFeedback, TaskSlot, lending_its_thread
from ...core.zones import extent_to_show
from ...domain import relaxation, themes
from ...domain.catalogues import Count
from ...domain.catalogues.registry import TILES, CatalogueRow
from ...domain.choices import Choices
from ...domain.errors import InvalidFile, InvalidZone
from ...domain.periods import is_southern, utc_today
from ...domain.query import SearchQuery
from ...domain.relaxation import Relaxation
from ...domain.saved_search import SavedSearch
from ...translation import tr
from ..aoi.controller import ZoneController
from ..context import PanelContext
from ..searches.my_searches import MySearches
from .form import SearchForm
from .labels import relaxation_label, search_title
from .results import ResultsView
from .results_status import Cut
from .sliding import slide_over

Rows = Callable[[], "tuple[tuple[CatalogueRow, ...], InvalidFile | None]"]


class SearchPage(QStackedWidget):
    trial_requested = pyqtSignal(bool)  # to begin or to leave the demonstration
    poles_requested = pyqtSignal()  # their dataset catalogues

    def __init__(
        self, context: PanelContext, zones: ZoneController, parent: QWidget | None = None, rows: Rows = configured_rows
    ) -> None:
        super().__init__(parent)
        self._context, self._zones = context, zones
        self._read_rows = rows
        self._rows: tuple[CatalogueRow, ...] = ()
        self._synthetic: CatalogueRow | None = None
        self._choices = Choices()
        self._failed: list[tuple[CatalogueRow, BaseException]] = []
        self._answered = 0
        self._searched: BaseGeometry | None = None  # until the map was brought there
        self.form = SearchForm(zones)
        self.results = ResultsView(context)
        self.addWidget(self.form)
        self.addWidget(self.results)
        slide_over(self, self.results)
        self._doors = doors = Doors()
        self._run = SearchRun(lambda row, _feedback: doors.open(row), self)
        self._counting = TaskSlot(self)
        self.searches = MySearches(context, zones, self._run, self.results.star, self)
        self._first_shown = QTimer(self)
        self._first_shown.setSingleShot(True)
        self._first_shown.timeout.connect(self._show_where)
        self._connect()
        self.reload_rows()
        self.form.set_choices(last_choices(QgsProject.instance()))

    def set_synthetic(self, row: CatalogueRow | None) -> None:
        """Ask ``row`` alone, whose data are invented, and its territories; None comes back to the real catalogues."""
        self._leave_results()
        self._synthetic = row
        self._offer_enabled()
        self._zones.territories.stand_in(Path(row.territories) if row is not None and row.territories else None)

    def search(self) -> None:
        """Ask the catalogues for what the form says, once the zone is made."""
        self._zones.when_settled(self._start)

    def showEvent(self, event: QEvent) -> None:
        """The outline of the zone is on the map beside the results too, which say how much of it they cover."""
        super().showEvent(event)
        self._zones.show_for(self, True)

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self._zones.show_for(self, False)

    def close_page(self) -> None:
        self._run.close()
        self.results.status.login.close_note()
        self._counting.close()
        self.searches.close()
        self.results.close_page()
        self.form.backdrops.close_strip()
        QgsProject.instance().readProject.disconnect(self._project_read)
        self._context.zones.changed.disconnect(self.form.zone_changed)

    def _connect(self) -> None:
        self.form.search_requested.connect(self.search)
        self.form.trial_requested.connect(self._begin_trial)
        self.searches.run_requested.connect(self._run_saved)
        self.form.themes.poles_requested.connect(self.poles_requested)
        self._run.scenes_arrived.connect(self.results.add)
        self._run.scenes_arrived.connect(self.results.status.login.arrived)
        self._run.scenes_arrived.connect(self._show_where_once)
        self._run.progressed.connect(self.results.set_progress)
        self._run.catalogue_failed.connect(self._note_failure)
        self._run.catalogue_finished.connect(self._note_answer)
        self._run.finished.connect(self._finish)
        self.results.cancel_requested.connect(self._run.cancel)
        self.results.back_requested.connect(self._leave_results)
        self.results.retry_requested.connect(self.search)
        self.results.status.refine_requested.connect(self._refine)
        self.results.status.all_requested.connect(self._load_all)
        self.results.relaxation_chosen.connect(self._relax)
        self.results.status.login.accounts_requested.connect(self._show_accounts)
        QgsProject.instance().readProject.connect(self._project_read)

    def _begin_trial(self) -> None:
        self.trial_requested.emit(True)

    def reload_rows(self) -> None:
        """As they are configured now."""
        self._rows, problem = self._read_rows()
        if problem is not None:
            self._context.notices.tell(problem)
        self._offer_enabled()

    def _offer_enabled(self) -> None:
        self.form.set_catalogues(self._searched_rows(), poles=self._synthetic is None)
        self.form.trial.setVisible(self._synthetic is None and any(row.synthetic for row in self._rows))
        self.form.backdrops.set_row(next((row for row in self._enabled() if row.kind == TILES), None))

    def _enabled(self) -> tuple[CatalogueRow, ...]:
        """The catalogues that may be asked: invented data never mix with real ones."""
        if self._synthetic is not None:
            return (self._synthetic,)
        return tuple(row for row in self._rows if row.enabled and not row.synthetic)

    def _searched_rows(self) -> tuple[CatalogueRow, ...]:
        return tuple(row for row in self._enabled() if row.kind != TILES)

    def _asked(self, choices: Choices) -> list[tuple[CatalogueRow, SearchQuery]]:
        zone = self._context.zones.zone
        query = choices.query(None if zone is None else zone.shape, utc_today())
        rows = [row for row in self._searched_rows() if row.id not in choices.left_out]
        rows = [row for row in rows if themes.serves(row, choices.theme)]
        if choices.theme == themes.EVERYTHING:  # nobody asked for what opens with a key alone
            rows = [row for row in rows if credentials().may_be_searched(row)] or rows
        return [(row, themes.narrowed(query, row, choices.theme)) for row in rows]

    # --- a search ---------------------------------------------------------------------------------

    def _start(self) -> None:
        zone = self._context.zones.zone
        if zone is None:
            self._context.notices.tell(InvalidZone("empty"))
            return
        if not self.form.is_ready():
            return
        self._choices = self.form.choices()
        asked = self._asked(self._choices)
        if not asked and self._choices.left_out:
            self._context.notices.say(tr("No catalogue is ticked under « Catalogues searched »."))
            return
        today = utc_today()
        title = search_title(zone.label, self._choices, is_southern(zone.shape.bounds), today)
        self._counting.close()
        self._failed, self._answered = [], 0
        remember_choices(QgsProject.instance(), self._choices)
        self.form.searched()
        self._searched = zone.shape
        stores = {row.id: row.signs for row, _query in asked if row.signs}
        self.results.begin(title, zone.shape, self._choices.query(zone.shape, today), stores)
        self.searches.started(title, self._choices, zone, self._synthetic is not None)
        self.setCurrentWidget(self.results)
        self.results.setFocus()
        self.results.status.login.watch(row for row, _query in asked)
        self._run.start(asked)

    def _show_where_once(self, _scenes: object) -> None:
        """A map that shows nothing of the searched zone is brought there, after QGIS has set up an empty project's map
        by its first layer."""
        if self._searched is not None:
            self._first_shown.start(0)

    def _show_where(self) -> None:
        shape, self._searched = self._searched, None
        extent = extent_to_show(shape, self._context.canvas.mapSettings()) if shape is not None else None
        if extent is not None:
            self._context.canvas.setExtent(extent)
            self._context.canvas.refresh()

    def _note_failure(self, row: CatalogueRow, error: BaseException) -> None:
        self._failed.append((row, error))
        self._tell_failures()

    def _note_answer(self, _row: CatalogueRow, _matched: int | None) -> None:
        self._answered += 1
        if self._failed:
            self._tell_failures()

    def _tell_failures(self) -> None:
        said = sentences([(row.title, error) for row, error in self._failed])
        self.results.set_failures(said, self._answered, details([error for _row, error in self._failed]))
        self.results.status.login.refused([error for _row, error in self._failed])

    def _finish(self) -> None:
        self.results.finish(self._run.cancelled, self._cut(), self._where_applied())
        if self._run.count == 0 and not self._run.cancelled and self._answered:
            self._count_relaxations()

    def _show_accounts(self) -> None:
        self._context.show_options("catalogues")

    def _cut(self) -> Cut | None:
        if not self._run.truncated:
            return None
        since, oldest = self._run.whole_since, self._run.oldest
        mixed = since is not None and oldest is not None and oldest.date() < since.date()
        return Cut(since is not None, self._run.can_load_on, since if mixed else None)

    def _where_applied(self) -> list[str]:
        answers = self._run.answers
        said = [(row.title, " ".join(where_applied(answers[row.id]))) for row in self._rows if row.id in answers]
        return [tr("{catalogue}: {reason}").format(catalogue=title, reason=lines) for title, lines in said if lines]

    def _load_all(self) -> None:
        if self._run.can_load_on:
            self.results.load_on()
            self._run.load_on()

    def _refine(self) -> None:
        self._leave_results()
        self.form.criteria.group.setCollapsed(False)
        self.form.criteria.group.setFocus()

    def _leave_results(self) -> None:
        self._run.cancel()
        self._counting.close()
        self.setCurrentWidget(self.form)
        self.form.button.setFocus()

    # --- when nothing is found --------------------------------------------------------------------

    def _count_relaxations(self) -> None:
        ways = [(way, self._asked(way.choices)) for way in relaxation.relaxations(self._choices)]
        if ways:
            doors = self._doors
            work = lambda feedback: _counted(doors, ways, feedback)  # noqa: E731
            self._counting.start(tr("What would be found"), work, self._offer, self._context.notices.tell)

    def _offer(self, counted: list[tuple[Relaxation, Count]]) -> None:
        if counted:
            self.results.show_none([(relaxation_label(way.kind), count, way.choices) for way, count in counted])

    def run_again(self, search: SavedSearch) -> None:
        """A saved search, of the data (real or invented) that it was made for."""
        if search.invented != (self._synthetic is not None):
            self.trial_requested.emit(search.invented)
        self.searches.run_again(search)

    def _run_saved(self, search: SavedSearch) -> None:
        self.form.set_choices(search.choices)
        self.search()

    def _relax(self, choices: Choices) -> None:
        self.form.set_choices(choices)
        self.search()

    def _project_read(self) -> None:
        self.form.set_choices(last_choices(QgsProject.instance()))


def _counted(
    doors: Doors, ways: list[tuple[Relaxation, list[tuple[CatalogueRow, SearchQuery]]]], feedback: TaskFeedback
) -> list[tuple[Relaxation, Count]]:
    """The ways that would find something; giving everything up is proposed only when nothing less would do."""
    found = []
    with lending_its_thread():
        for way, asked in ways:
            feedback.check()
            if way.kind == relaxation.NOTHING_ASKED and found:
                break
            opened = [(doors.open(row), query) for row, query in asked]
            count = relaxation.count(opened, feedback)
            if count.number:
                found.append((way, count))
    return found
