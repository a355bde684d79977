# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of a search: rows here, footprints and quicklooks on the map, one selection for both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from qgis.core import QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.quicklook_layers import QuicklookLayers
from ...core.search_layers import Key, SearchLayers
from ...core.thumbnails import Thumbnails
from ...domain.catalogues import Count
from ...domain.collector import FullCollections
from ...domain.query import SearchQuery
from ...domain.scene import Scene
from ...translation import tr
from ..context import PanelContext
from ..elided import ElidedLabel
from ..searches.star import StarButton
from .arrangement import Arrangement
from .compare import CompareButton
from .cover import CoverButton
from .detail import DetailView
from .footprint_light import FootprintLight
from .map_menu import FootprintMenus
from .one_each import OneEach
from .quicklook_notices import QuicklookNotices
from .results_bar import ResultsBar
from .results_list import ResultsList
from .results_model import Measured, ResultsModel
from .results_none import NothingFound
from .results_status import Cut, ResultsStatus
from .scene_actions import SceneActions
from .timeline_clock import TimelineClock


class ResultsView(QWidget):
    back_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    retry_requested = pyqtSignal()
    relaxation_chosen = pyqtSignal(object)  # a wider query

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._project = QgsProject.instance()
        self._search: SearchLayers | None = None
        self._former: SearchLayers | None = None  # until the new search brings something to put in its place
        self._running = False
        self._failures: Sequence[tuple[str, str]] = ()
        self._answered = 0
        self._collections = FullCollections()
        self._quicklooks = QuicklookLayers(context.ticked, self._project, self)
        QuicklookNotices(self._quicklooks, context.notices, self)
        self._thumbnails = Thumbnails(parent=self)
        self._light = FootprintLight(context.canvas)
        self.actions = SceneActions(context, self._light, self)
        self._menus = FootprintMenus(context.canvas, self.actions, self._light, self._scenes_at)
        self._model = ResultsModel(
            context.ticked, self._thumbnails.image, self._quicklooks.loading, self.actions.opener.on_disk, self
        )
        self._one_each = OneEach(self.actions.opener.on_disk)
        self._build()
        self._connect()

    @property
    def running(self) -> bool:
        """Whether scenes still come."""
        return self._running

    def begin(
        self,
        title: str,
        zone_shape: BaseGeometry | None,
        query: SearchQuery,
        stores: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """A new search starts: its rows replace the former ones, its layers do when it brings some. ``stores``: of
        catalogues that are a door of one, by their id."""
        self._collections.put_off()
        self._title.setText(title)
        self._running, self._failures, self._answered = True, (), 0
        self._light.show(None)
        self._thumbnails.retry()
        self._model.start(zone_shape)
        self._one_each.start(stores)
        if self._search is not None:
            self._search.close()
            if self._former is None:  # else the last search brought nothing, and the one before is still on the map
                self._former = self._search
        self._search = SearchLayers(title, self._project, self)
        self._search.opened.connect(self._context.select_layer)  # QGIS's selection tools work on the active layer
        self._search.selected.connect(self._list.follow)
        self._search.settled.connect(self._list.tell_picked)
        self._quicklooks.set_home(self._search)
        self._cover.start(zone_shape, self._search)
        self._arrangement.start(self._search)
        self.detail.set_filters(())
        self._bar.reset()
        self._bar.set_running(True)
        self.status.begin()
        self._pages.setCurrentWidget(self._list)

    def add(self, scenes: Iterable[Measured]) -> None:
        """Scenes with their coverage of the zone in %, as pages arrive; one that is there already is left out."""
        fresh = self._model.add(self._one_each.of(scenes))
        if fresh and self._search is not None:
            self._replace_former()
            self._search.add(fresh)
            self._arrangement.add(scene for scene, _coverage in fresh)
            self.set_progress(self._model.total)

    def set_progress(self, count: int) -> None:
        if self._running:
            self.status.received(count)

    def set_failures(self, failures: Sequence[tuple[str, str]], answered: int = 0, details: str = "") -> None:
        """(title of the catalogue, sentence about its failure); ``answered`` is how many did answer."""
        self._failures, self._answered = failures, answered
        self.status.failed(failures, answered, details)

    def load_on(self) -> None:
        """The rest of a search that was cut is on its way."""
        self._running = True
        self._collections.put_off()
        self.status.begin(self._model.total)
        self._bar.set_running(True)

    def finish(self, cancelled: bool, cut: Cut | None = None, filters: Sequence[str] = ()) -> None:
        """``cut`` when there is more; ``filters`` tell, by catalogue, which were applied where."""
        self._running = False
        self._collections.allow()
        self._bar.set_running(False)
        self._cover.finish()
        count = self._model.total
        here = sum(map(self.actions.opener.on_disk, self._model.all_scenes()))
        self.detail.set_filters(filters)
        self.status.finish(count, self._model.count, cut, filters, cancelled, here)
        if not count and not cancelled:
            self._none.say(len(self._failures), self._answered)
            self._pages.setCurrentWidget(self._none)
            if not self._failures:
                self._replace_former()

    def show_none(self, relaxations: Sequence[tuple[str, Count, SearchQuery]]) -> None:
        """Nothing was found: offer (what is relaxed, how many that would find, the wider query)."""
        self._none.say(len(self._failures), self._answered)
        self._none.offer(relaxations)
        self._pages.setCurrentWidget(self._none)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No shortcut: it would also take the Esc that closes an open list."""
        if event.key() == Qt.Key.Key_Escape:
            (self.cancel_requested if self._running else self.back_requested).emit()
        else:
            super().keyPressEvent(event)

    def close_page(self) -> None:
        """Stop the threads and let go of map and project; layers stay in the project."""
        self._collections.allow()
        self._clock.follow(False)
        self._bar.close_bar()
        self._menus.remove()
        self.actions.opener.close()
        self.detail.close_view()
        self._thumbnails.close()
        self._quicklooks.close()
        for search in (self._search, self._former):
            if search is not None:
                search.close()
        self._context.ticked.changed.disconnect(self._model.ticks_changed)
        self._light.remove()

    def _build(self) -> None:
        back = QToolButton()
        back.setArrowType(Qt.ArrowType.LeftArrow)
        back.setAutoRaise(True)
        back.setToolTip(tr("Back to the criteria (Esc)"))
        back.setAccessibleName(tr("Back to the criteria"))
        back.clicked.connect(self.back_requested)
        self._title = ElidedLabel()
        header = QHBoxLayout()
        header.addWidget(back)
        header.addWidget(self._title, 1)
        self.star = StarButton()
        header.addWidget(self.star)
        self.status = ResultsStatus()
        self._list = ResultsList(self._model)
        self._arrangement = Arrangement(self._model, self._list, self.status)
        self._clock = TimelineClock(self._context.canvas, self._arrangement.timeline)
        self.setFocusProxy(self._list)
        self._none = NothingFound()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._none)
        self._cover = CoverButton(self._context, self._model.all_scenes, self.actions.tick, self.actions.opener.place)
        compare = CompareButton(self._context, self._quicklooks)
        opener, scenes = self.actions.opener, self._model.all_scenes
        self._bar = ResultsBar(self._context, opener, compare, self._cover, self._footprints, scenes)
        self.detail = DetailView(self._context, self.actions, self._model, self._thumbnails.image)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(header)
        layout.addWidget(self.status)
        layout.addWidget(self._arrangement.timeline)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        self._bar.cancel_requested.connect(self.cancel_requested)
        self._bar.animation_toggled.connect(self._animate_dates)
        self.status.retry_requested.connect(self.retry_requested)
        self._none.relaxation_chosen.connect(self.relaxation_chosen)
        self._none.request_chosen.connect(lambda: self._context.show_page("request"))
        self._list.seen.connect(self._thumbnails.want)
        self._list.hovered.connect(lambda scene: self._light.show(scene.footprint if scene else None))
        self._list.picked.connect(self._select_on_map)
        self._list.row_changed.connect(self._bar.follow)
        self._list.main_requested.connect(self._bar.press)
        self._list.tick_requested.connect(self.actions.toggle)
        self._list.zoom_requested.connect(self.actions.zoom)
        self._list.menu_requested.connect(self.actions.popup)
        self.detail.shown.connect(self._go_to)
        self.actions.opener.changed.connect(self._model.places_changed)
        self._thumbnails.arrived.connect(self._model.thumbnail_arrived)
        self._context.ticked.changed.connect(self._model.ticks_changed)
        self._quicklooks.changed.connect(self._model.ticks_changed)

    def _replace_former(self) -> None:
        """A former search leaves the map with its footprints, unless something of it was ticked or kept in a file."""
        former, self._former = self._former, None
        if former is None:
            return
        if not former.kept and not self._quicklooks.used_by(former):
            former.discard()
        former.deleteLater()

    def _select_on_map(self, keys: set[Key]) -> None:
        if self._search is not None:
            self._search.select(keys)

    def _animate_dates(self, on: bool) -> None:
        if self._search is not None:
            self._search.animate(on)
        self._clock.follow(on)
        if on:
            self._context.notices.say(
                tr("Footprints now follow the Temporal Controller: open it from the toolbar and play the dates.")
            )

    def _footprints(self) -> QgsVectorLayer | None:
        return self._search.footprints() if self._search is not None else None

    def _scenes_at(self, place: QgsPointXY) -> list[Scene]:
        """In the order of the list; none where the footprints are not shown."""
        layer = self._footprints()
        if layer is None or layer not in self._context.canvas.layers():
            return []
        return self._model.scenes(self._model.rows_of(self._search.keys_at(place)))

    def _go_to(self, key: Key) -> None:
        """The detail walked on: coming back from it finds that row."""
        self._list.follow([key])
        self._select_on_map({key})
