# SPDX-License-Identifier: GPL-2.0-or-later
"""What entries of the panel's menu open, and the news that lead to it. Each part is imported when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from ..core.new_images import NewImages
from ..translation import tr
from .notices import Notices

if TYPE_CHECKING:
    from .dock import DinamisDock


class MenuEntries(QObject):
    def __init__(self, dock: DinamisDock, message_bar: QgsMessageBar) -> None:
        super().__init__(dock)
        self._dock, self._notices = dock, Notices(message_bar)
        self._importer = None
        self.news = NewImages(QgsProject.instance(), self)
        self.news.found.connect(self._tell_news)

    def add_to(self, menu: QMenu) -> None:
        self._searches = menu.addMenu(tr("My searches"))
        self._searches.aboutToShow.connect(self._fill_searches)
        menu.addAction(tr("Import footprints…")).triggered.connect(self._import_footprints)
        menu.addAction(tr("Data Terra catalogues (MetaSearch)…")).triggered.connect(self.open_pole_catalogues)

    def add_last_to(self, menu: QMenu) -> None:
        menu.addAction(tr("Guide")).triggered.connect(self.show_guide)
        menu.addAction(tr("Contact and links…")).triggered.connect(self._show_contacts)
        menu.addAction(tr("Welcome")).triggered.connect(self._show_welcome)
        menu.addAction(tr("About")).triggered.connect(self._show_about)

    def close(self) -> None:
        self.news.close()
        if self._importer is not None:
            self._importer.close()

    def open_pole_catalogues(self) -> None:
        from .metasearch import open_pole_catalogues

        open_pole_catalogues(self._notices, self._dock.window())

    def show_guide(self) -> None:
        from .help import INDEX, open_help

        open_help(INDEX, self._dock)

    def _fill_searches(self) -> None:
        page = self._dock.page("search")
        if page is not None:
            page.searches.fill_menu(self._searches, self._dock.run_again, self._manage_searches)

    def _manage_searches(self) -> None:
        from .searches.list_dialog import SearchesDialog

        SearchesDialog(self._dock.page("search").searches, self._dock.run_again, self._dock).show()

    def _import_footprints(self) -> None:
        if self._dock.page("search") is None:
            return
        if self._importer is None:
            from .footprints.importer import FootprintImporter

            self._importer = FootprintImporter(self._notices, self._dock.reload_catalogues, self._dock)
        self._importer.ask()

    def _show_contacts(self) -> None:
        from .contact import ContactDialog

        ContactDialog(self._dock).exec()

    def _show_welcome(self) -> None:
        self._dock.show_welcome()

    def _show_about(self) -> None:
        from .about import AboutDialog

        AboutDialog(self._dock).exec()

    def _tell_news(self, news: list) -> None:
        from .searches.news import tell_news

        tell_news(self._notices, news, self._dock.run_again)
