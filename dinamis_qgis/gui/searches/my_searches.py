# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes recherches » : what is shown is kept by the star, and what was kept is run again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from ...core.saved_searches import SavedSearches, keep_in_project, project_searches
from ...core.search import SearchRun
from ...core.zone import Zone
from ...domain.catalogues.registry import CatalogueRow
from ...domain.choices import Choices
from ...domain.errors import InvalidZone
from ...domain.periods import utc_today
from ...domain.saved_search import EXTENT, GIVEN, TERRITORY, SavedSearch, SavedZone, digest, free_name
from ...domain.shapes import vertex_count
from ...translation import tr
from ..aoi import controller
from ..aoi.controller import ZoneController
from ..context import PanelContext
from ..tool_tip import tool_tip
from .keep_dialog import KeepDialog
from .star import StarButton
from .words import zone_words


class MySearches(QObject):
    """``run_requested`` carries a search whose criteria are to be asked, once its zone is the one in use."""

    run_requested = pyqtSignal(object)
    watch_started = pyqtSignal()  # of a search whose images are not known yet

    def __init__(
        self,
        context: PanelContext,
        zones: ZoneController,
        run: SearchRun,
        star: StarButton,
        parent: QObject | None = None,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._zones, self._run, self._star = context, zones, run, star
        self._project = QgsProject.instance()
        self._shown: SavedSearch | None = None
        self._shape = None
        self._found: dict[str, set[str]] = {}
        self._waiting: Callable[[], None] | None = None
        self.store = SavedSearches(path, self)
        self.store.changed.connect(self._show_star)
        self.store.failed.connect(context.notices.tell)
        star.clicked.connect(self.keep_shown)
        run.scenes_arrived.connect(self._note_scenes)
        run.catalogue_finished.connect(self._note_answer)
        run.finished.connect(self._finish)
        zones.territories.settled.connect(self._go_on)
        self.store.load()

    # --- what is shown ----------------------------------------------------------------------------

    def started(self, title: str, choices: Choices, zone: Zone, invented: bool) -> None:
        """A search begins: this is what the star would keep."""
        self._shown = SavedSearch(title, choices, _saved_zone(zone), invented)
        self._shape, self._found = zone.shape, {}
        self._star.setEnabled(True)
        self._show_star()
        self.store.load()  # another QGIS may have kept it

    def keep_shown(self) -> None:
        if self._shown is None:
            return
        kept = self._kept()
        search = kept or self._shown
        dialog = KeepDialog(search, kept is not None, self.is_in_project(search), self._star.window())
        dialog.accepted.connect(lambda: self._keep(dialog, kept))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, dialog: KeepDialog, kept: SavedSearch | None) -> None:
        search, today = dialog.search(utc_today()), utc_today()
        if dialog.removed:
            self.remove(search)
            return
        if kept is None or kept.name != search.name:
            others = [one.name for one in self.everywhere() if one.id != search.id]
            search = SavedSearch(
                free_name(search.name, others), search.choices, search.zone, search.invented, search.watch, search.id
            )
        if search.watch is not None and not self._run.running and self._found:
            search = search.looked_at(self._shape, self._frozen(), today, self._run.whole)
        self.store.add(search)
        keep_in_project(self._project, search, dialog.project.isChecked())
        if kept is None:
            self._context.notices.say(tr("Search kept: “{}”. It is under ⋮ › My searches.").format(search.name))

    def _kept(self) -> SavedSearch | None:
        shown = self._shown
        return next((one for one in self.store.all if shown is not None and one.asks_the_same(shown)), None)

    def _show_star(self) -> None:
        kept = self._kept()
        self._star.show_kept(kept.name if kept else "")

    def _note_scenes(self, measured: list) -> None:
        for scene, _coverage in measured:
            self._found.setdefault(scene.catalogue, set()).add(digest(scene))

    def _note_answer(self, row: CatalogueRow, _matched: int | None) -> None:
        self._found.setdefault(row.id, set())

    def _finish(self) -> None:
        """What was shown to the end is not new any more."""
        kept = self._kept()
        if kept is None or kept.watch is None or self._run.cancelled or not self._found:
            return
        shape, found, today, whole = self._shape, self._frozen(), utc_today(), self._run.whole
        self.store.change(kept.id, lambda search: search.looked_at(shape, found, today, whole))

    def _frozen(self) -> dict[str, frozenset[str]]:
        return {catalogue: frozenset(seen) for catalogue, seen in self._found.items()}

    # --- those that are kept ----------------------------------------------------------------------

    def everywhere(self) -> tuple[SavedSearch, ...]:
        """The profile's, then those that only the project has."""
        known = {search.id for search in self.store.all}
        return (*self.store.all, *(one for one in project_searches(self._project) if one.id not in known))

    def is_in_project(self, search: SavedSearch) -> bool:
        return any(one.id == search.id for one in project_searches(self._project))

    def put_in_project(self, search: SavedSearch, kept: bool) -> None:
        keep_in_project(self._project, search, kept)

    def rename(self, search: SavedSearch, name: str) -> None:
        def renamed(now: SavedSearch) -> SavedSearch:
            return SavedSearch(name, now.choices, now.zone, now.invented, now.watch, now.id)

        if self.is_in_project(search):
            keep_in_project(self._project, renamed(search), True)
        self.store.change(search.id, renamed)

    def remove(self, search: SavedSearch) -> None:
        """From the profile and from the project."""
        if self.is_in_project(search):
            keep_in_project(self._project, search, False)
        self.store.change(search.id, lambda _now: None)

    def put_back(self, searches: list[SavedSearch]) -> None:
        """Those that were removed, in the profile."""
        self.store.add(*searches)

    def watch(self, search: SavedSearch, on: bool) -> None:
        today = utc_today()

        def watched(now: SavedSearch) -> SavedSearch:
            return now.watched(today) if on else now.shared()

        self.store.change(search.id, watched, self.watch_started.emit if on else None)

    def run_again(self, search: SavedSearch) -> None:
        """With its zone as it is now."""
        if search.zone.kind == TERRITORY:
            self._waiting = lambda: self._take_territory(search)
            if not self._zones.territories.busy:
                self._go_on()
            return
        if search.zone.kind == EXTENT:
            self._zones.choose(controller.EXTENT)
        else:
            shape = search.zone.shape
            name = search.zone.label or search.name
            self._zones.kept = Zone(shape, controller.KEPT, name, vertex_count(shape))
            self._zones.choose(controller.KEPT)
        self.run_requested.emit(search)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _take_territory(self, search: SavedSearch) -> None:
        if self._zones.territories.current is None:
            self._context.notices.tell(InvalidZone("no_territory"))
            return
        self._zones.choose(controller.TERRITORY)
        self.run_requested.emit(search)

    def fill_menu(self, menu: QMenu, run: Callable[[SavedSearch], None], manage: Callable[[], None]) -> None:
        """``run`` leads to the page first."""
        menu.clear()
        menu.setToolTipsVisible(True)
        self.store.load()  # for the next time: another QGIS may have changed them
        for search in self.everywhere():
            action = menu.addAction(search.name.replace("&", "&&"))
            action.setToolTip(tool_tip(zone_words(search.zone)))
            action.triggered.connect(lambda _checked=False, search=search: run(search))
        if not menu.actions():
            menu.addAction(tr("None yet: ☆ beside the results keeps one")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(tr("Manage my searches…")).triggered.connect(lambda _checked=False: manage())

    def close(self) -> None:
        self._zones.territories.settled.disconnect(self._go_on)
        self.store.close()


def _saved_zone(zone: Zone) -> SavedZone:
    if zone.kind == controller.TERRITORY:
        return SavedZone(TERRITORY, zone.label)
    if zone.kind == controller.EXTENT:
        return SavedZone(EXTENT, zone.label)
    return SavedZone(GIVEN, zone.label, zone.shape)
