# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel: three pages, a menu and a banner, and nothing else.

A page is imported and built when its tab is first shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import QgsMapLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QMenu, QTabWidget, QVBoxLayout, QWidget

from .. import dependencies
from ..core.messages import sentence
from ..translation import tr
from .aoi.file_drop import ZoneDropArea
from .banner import Banner
from .corner import corner
from .menu_entries import MenuEntries
from .mnemonics import give_mnemonics
from .tight_tabs import TightTabs
from .welcome.front import Front

_NAMES = ("search", "request", "images")


class DinamisDock(QgsDockWidget):
    def __init__(
        self,
        canvas: QgsMapCanvas,
        message_bar: QgsMessageBar,
        active_layer: Callable[[], QgsMapLayer | None],
        select_layer: Callable[[QgsMapLayer], None],
        show_status: Callable[[str], None],
        parent: QWidget | None = None,
        show_options: Callable[[str], None] = lambda _section: None,
    ) -> None:
        super().__init__("DINAMIS", parent)
        self.setObjectName("DinamisDock")  # QGIS remembers its place by this name
        self._given = (canvas, message_bar, active_layer, select_layer, show_status)
        self._show_options = show_options
        self._context = self._zones = None
        self._entries = MenuEntries(self, message_bar)
        self._pages: dict[str, QWidget] = {}
        self._synthetic = None
        self._banner = Banner()
        self._banner.left.connect(lambda: self.set_synthetic(None))
        self._tabs = self._build_tabs()
        self._front = Front(self._tabs, self._ready, self._make_welcome)
        body = ZoneDropArea(self._takes_zones, self._take_zone_file)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._banner)
        layout.addWidget(self._front)
        self.setWidget(body)
        self.opened.connect(self._front.begin)
        for moment in (self.opened, self._front.currentChanged, self._tabs.currentChanged):
            moment.connect(self._build_current)

    def show_page(self, name: str) -> None:
        """``search``, ``request`` or ``images``."""
        self._front.leave()
        self._tabs.setCurrentIndex(_NAMES.index(name))

    def page(self, name: str) -> QWidget | None:
        """The page, built if need be; None when shapely is missing."""
        if name not in self._pages and self._ready():
            self._build(name)
        return self._pages.get(name)

    def set_synthetic(self, row) -> None:
        """Ask the catalogue ``row`` alone, which holds invented data and says so; None comes back to the real ones."""
        self._synthetic = row
        self._banner.setVisible(row is not None)
        for page in self._pages.values():
            _tell_synthetic(page, row)
        if row is not None:
            self.show_page("search")

    def take_place(self, text: str) -> None:
        """A place, as :meth:`Place.as_text` writes it, becomes the zone, and the map goes there."""
        self.setUserVisible(True)
        self.show_page("search")
        if self._ready():
            from ..domain.gazetteer import Place

            self._zones.others.take_place(Place.from_text(text))

    def open_paths(self, paths: list[str]) -> None:
        """Folders, archives, metadata files or images, dropped on the map or chosen in the results."""
        self.setUserVisible(True)
        self.show_page("images")
        self._front.has_served()
        page = self.page("images")
        if page is not None:
            page.open_paths(paths)

    def assemble_paths(self, paths: list[str]) -> None:
        """Products of this machine as one image."""
        self.show_page("images")
        page = self.page("images")
        if page is not None:
            page.assembling.assemble_paths(paths)

    def resume_downloads(self) -> None:
        self._ready()  # opens their queue

    def territories(self):
        """The territory in use; None when shapely is missing."""
        return self._zones.territories if self._ready() else None

    def _my_territory(self):
        return getattr(self._zones.territories.current, "zone", None)

    def choose_territory(self, parent: QWidget) -> None:
        if self._ready():
            from .aoi.territory_dialog import choose_territory

            choose_territory(self._zones, parent)

    def reload_catalogues(self) -> None:
        """The person changed them."""
        if "search" in self._pages:
            self._pages["search"].reload_rows()

    def take_down(self) -> None:
        """Stop what runs and let go of the map: the panel is about to be deleted."""
        self.opened.disconnect(self._front.begin)
        for moment in (self.opened, self._front.currentChanged, self._tabs.currentChanged):
            moment.disconnect(self._build_current)
        self._entries.close()
        self._front.close_front()
        for page in self._pages.values():
            page.close_page()
        self._pages.clear()
        if self._zones is not None:
            self._zones.close()
            for desk in self._desks:
                desk.close()
            self._context.downloads.finished.disconnect(self._take_in)
            self._context.downloads.close()

    def _build_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setStyle(TightTabs(tabs))
        tabs.setUsesScrollButtons(False)  # in a narrow panel, elided words rather than hidden tabs
        tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for label in (tr("Search"), tr("Request"), tr("My images")):
            holder = QWidget()
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            tabs.addTab(holder, label)
        tabs.setCornerWidget(corner(self._build_menu(), self), Qt.Corner.TopRightCorner)
        return tabs

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        self._synthetic_action = menu.addAction(tr("Demonstration"))
        self._synthetic_action.setCheckable(True)
        self._synthetic_action.triggered.connect(self._toggle_synthetic)
        menu.addAction(tr("Accounts and catalogues…")).triggered.connect(lambda: self._show_options("catalogues"))
        menu.addAction(tr("My territory…")).triggered.connect(lambda: self.choose_territory(self))
        self._entries.add_to(menu)
        menu.addSeparator()
        self._entries.add_last_to(menu)
        menu.aboutToShow.connect(lambda: self._synthetic_action.setChecked(self._synthetic is not None))
        return menu

    def _build_current(self) -> None:
        if self.isUserVisible() and self._front.shows_tabs:
            self.page(_NAMES[self._tabs.currentIndex()])

    def _ready(self) -> bool:
        """Make the context that the pages share, once; without shapely, say how to get it instead."""
        if self._context is not None or isinstance(self.widget(), QLabel):  # or it was said already
            return self._context is not None
        problem = dependencies.problem()
        if problem is not None:
            from .wrapped import WrappedLabel

            self.setWidget(WrappedLabel(text=sentence(problem), margin=12))
            return False
        from ..core.downloads import DownloadQueue, kept_in
        from ..core.library import Library
        from ..core.selection import TickedScenes
        from ..core.zone import ZoneHolder
        from .accounts.remedies import remedies
        from .aoi.controller import ZoneController
        from .context import PanelContext
        from .downloads.desk import DownloadDesk
        from .library.desk import LibraryDesk
        from .notices import Notices
        from .requests.ledger_notices import LedgerNotices

        canvas, message_bar, active_layer, select_layer, show_status = self._given
        self._context = PanelContext(
            canvas,
            Notices(message_bar, lambda error: remedies(error, self._show_options, self)),
            ZoneHolder(self),
            TickedScenes(self),
            active_layer,
            select_layer,
            self.show_page,
            show_status,
            self._show_options,
            self.open_paths,
            self.assemble_paths,
            self._my_territory,
            DownloadQueue(kept_in(), self),
            Library(parent=self),
        )
        self._zones = ZoneController(self._context, self)
        library = LibraryDesk(self._context, self.reload_catalogues, self)
        self._desks = (DownloadDesk(self._context, self), library, LedgerNotices(self._context, self))
        self._context.downloads.finished.connect(self._take_in)
        self._desks[0].resume()
        return True

    def _build(self, name: str) -> None:
        holder = self._tabs.widget(_NAMES.index(name))
        if name == "search":
            from .search.page import SearchPage

            page = SearchPage(self._context, self._zones, holder)
            page.trial_requested.connect(self._toggle_synthetic)
            page.searches.watch_started.connect(self._entries.news.look)
            page.poles_requested.connect(self._entries.open_pole_catalogues)
        elif name == "request":
            from .aoi.zone_box import ZoneBox
            from .quota.desk import RequestDesk

            page = RequestDesk(self._context, lambda parent: ZoneBox(self._zones, parent), holder)
        else:
            from .library.page import ImagesPage

            page = ImagesPage(self._context, holder)
            page.model.rowsInserted.connect(self._front.has_served)
        give_mnemonics(page, self.parentWidget())
        self._pages[name] = page
        holder.layout().addWidget(page)
        if self._synthetic is not None:
            _tell_synthetic(page, self._synthetic)

    def _take_in(self, finished) -> None:
        """What was downloaded is opened where that was asked; else it is listed, when its page is first built."""
        page = self.page("images") if finished.transfer.open_when_done else self._pages.get("images")
        if page is not None:
            page.take_in(finished)

    def _toggle_synthetic(self, on: bool) -> None:
        if not on:
            self.set_synthetic(None)
        elif self._ready():
            from ..core.catalogues import configured_rows

            self.set_synthetic(next((row for row in configured_rows()[0] if row.synthetic), None))

    def run_again(self, search) -> None:
        """A saved search, on the page that shows its images."""
        page = self.page("search")
        if page is not None:
            self.setUserVisible(True)
            self.show_page("search")
            page.run_again(search)

    def _takes_zones(self) -> bool:
        return _NAMES[self._tabs.currentIndex()] != "images"

    def _take_zone_file(self, path: Path) -> None:
        if self._ready():
            self._zones.others.take_file(path)

    def _make_welcome(self) -> QWidget:
        from .welcome.page import WelcomePage

        page = WelcomePage(self._context, self._zones.territories)
        page.trial_requested.connect(self._toggle_synthetic)
        return page

    def show_guide(self) -> None:
        self._entries.show_guide()

    def show_welcome(self) -> None:
        self._front.show_welcome()


def _tell_synthetic(page: QWidget, row) -> None:
    tell = getattr(page, "set_synthetic", None)
    if tell is not None:
        tell(row)
