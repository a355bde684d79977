# SPDX-License-Identifier: GPL-2.0-or-later
"""Every page and dialog of the plugin, one after another, as a person would come to them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QDialog, QVBoxLayout, QWidget
from shapely.geometry import box

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.zone import Zone
from dinamis_qgis.domain import periods
from dinamis_qgis.domain.accounts import KEYED, SIGNING, Account
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.periods import Period
from dinamis_qgis.domain.register import Entry
from dinamis_qgis.domain.request import ImageryRequest
from dinamis_qgis.domain.saved_search import EXTENT, SavedSearch, SavedZone
from dinamis_qgis.gui.dock import DinamisDock
from tests.gui.zone_parts import make_panel

NARROW = 320
OPTIONS = 640  # beside the list of QGIS's own pages, on a small screen
ZONE = Zone(box(-2.6, 48.40, -2.45, 48.52), "drawn", "Zone", 5_000)
LONG = 20_000  # milliseconds: what ends when it is ready


class Screens:
    """The panel on the demonstration. :meth:`walk` gives (name, widget) of each screen while it is shown."""

    def __init__(self, qtbot, folder: Path, width: int = NARROW) -> None:
        self.bot, self.folder = qtbot, folder
        self.panel = make_panel()
        self.dock = DinamisDock(
            self.panel.canvas, self.panel.bar, lambda: None, lambda _layer: None, lambda _text: None
        )
        self.dock.resize(width, 760)
        self.dock.show()
        qtbot.waitUntil(self.dock.isVisible)

    def close(self) -> None:
        self.dock.take_down()
        self.dock.deleteLater()
        self.panel.canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QgsProject.instance().clear()

    def walk(self) -> Iterator[tuple[str, QWidget]]:
        for part in (self._welcome, self._form, self._results, self._request, self._my_requests, self._images):
            for name, widget in part():
                self.settle()
                yield name, widget
        for name, dialog in self._dialogs():
            dialog.setParent(self.dock, dialog.windowFlags())
            dialog.show()
            self.settle()
            yield name, dialog
            dialog.close()
            dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        for _turn in range(3):
            QCoreApplication.processEvents()

    def wait_for(self, condition) -> None:
        """A while, and no longer: what it waits for is then looked at."""
        with contextlib.suppress(self.bot.TimeoutError):
            self.bot.waitUntil(condition)

    # --- the pages --------------------------------------------------------------------------------

    def _welcome(self) -> Iterator[tuple[str, QWidget]]:
        self.dock.show_welcome()
        yield "welcome", self.dock

    def _form(self) -> Iterator[tuple[str, QWidget]]:
        self.dock.show_page("search")
        yield "search, no demonstration", self.dock
        self.dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
        form = self.dock.page("search").form
        form.criteria.group.setCollapsed(False)
        for theme in range(form.themes.count()):
            if form.themes.itemData(theme):
                form.set_choices(Choices(theme=form.themes.itemData(theme)))
                yield f"search, {form.themes.itemText(theme)}", self.dock
        day = date(2022, 9, 30)
        for period in (
            Period(periods.SUMMER, 2022),
            Period(periods.BETWEEN, first=day, last=day),
            Period(periods.YEARS, 2018, last_year=2023),
        ):
            form.set_choices(Choices(period=period))
            yield f"search, {period.kind}", self.dock
        form.set_choices(Choices(max_cloud=7.5))
        yield "search, other clouds", self.dock
        self.dock._context.zones.set(ZONE)
        yield "search, drawn zone", self.dock
        form.criteria.group.setCollapsed(True)
        form.set_choices(Choices())

    def _results(self) -> Iterator[tuple[str, QWidget]]:
        page = self.dock.page("search")
        results = page.results
        page.search()
        self.bot.waitUntil(lambda: page.currentWidget() is results and not results.running, timeout=LONG)
        self.bot.waitUntil(lambda: results.focusProxy().model().rowCount() > 0, timeout=LONG)
        rows = results.focusProxy()
        rows.setCurrentIndex(rows.model().index(0, 0))
        yield "results", self.dock
        results.status.begin(340)
        results.status.failed([("GEODES", "geodes-portal.cnes.fr ne répond pas à temps.")], 2)
        results._bar.set_running(True)
        yield "results, running", self.dock
        results._bar.set_running(False)
        scene = rows.model().scene(0)
        results.actions.detail_requested.emit(scene)
        yield "detail", self.dock
        for fold in results.detail.findChildren(QgsCollapsibleGroupBox):
            fold.setCollapsed(False)
        yield "detail, unfolded", self.dock
        results.detail.back_requested.emit()
        page.form.set_choices(Choices(text="nothing is called so"))
        page.search()
        self.bot.waitUntil(lambda: not page._counting.busy and not results.running, timeout=LONG)
        yield "results, none", self.dock
        results.back_requested.emit()
        page.form.set_choices(Choices())

    def _request(self) -> Iterator[tuple[str, QWidget]]:
        self.dock.show_page("request")
        desk = self.dock.page("request")
        page = desk.page
        self.bot.waitUntil(lambda: page.form.sensor != "" and bool(page.figures.text), timeout=LONG)
        yield "request", self.dock
        for fold in desk.findChildren(QgsCollapsibleGroupBox):
            fold.setCollapsed(False)
        yield "request, details", self.dock
        self.dock._context.zones.set(None)
        yield "request, no zone", self.dock
        self.dock._context.zones.set(ZONE)
        self.bot.waitUntil(lambda: bool(page.figures.text) and page.prepare.isEnabled(), timeout=LONG)
        page.prepare.click()
        self.bot.waitUntil(lambda: desk.currentWidget() is desk.form, timeout=LONG)
        for fold in desk.form.findChildren(QgsCollapsibleGroupBox):
            fold.setCollapsed(False)
        yield "request form, archive", self.dock
        result = desk.form.estimate
        request = ImageryRequest(ZONE.shape, "Trait de côte, hiver 2026-2027", acquisition="tasking")
        desk.show_request(request, result, Entry(request.in_state("draft", date.today())))
        for fold in desk.form.findChildren(QgsCollapsibleGroupBox):
            fold.setCollapsed(False)
        yield "request form, tasking, follow-up", self.dock

    def _my_requests(self) -> Iterator[tuple[str, QWidget]]:
        desk = self.dock.page("request")
        desk.setCurrentWidget(desk.front)
        desk.front.show_requests()
        ledger = self.dock._context.ledger
        self.bot.waitUntil(lambda: not ledger.busy, timeout=LONG)
        yield "my requests, none", self.dock
        request = ImageryRequest(ZONE.shape, "Trait de côte, hiver 2026-2027", acquisition="tasking")
        ledger.save(Entry(request.in_state("draft", date.today())), None, lambda _saved: None)
        self.bot.waitUntil(lambda: not ledger.busy and len(ledger.entries) == 1, timeout=LONG)
        desk.requests.list.setCurrentIndex(desk.requests.model.index(0, 0))
        yield "my requests", self.dock

    def _images(self) -> Iterator[tuple[str, QWidget]]:
        self.dock.show_page("images")
        page = self.dock.page("images")
        yield "my images, none", self.dock
        page.open_sample()
        self.bot.waitUntil(lambda: page.model.rowCount() == 1 and not page._slot.busy, timeout=LONG)
        page.list.setCurrentIndex(page.model.index(0, 0))
        yield "my images", self.dock
        page._show_busy(True)
        yield "my images, busy", self.dock
        page._show_busy(False)
        from dinamis_qgis.core.survey import survey
        from dinamis_qgis.gui.library.delivery_sheet import DeliverySheet
        from tests.gui.test_images_page import MS, PAN, PMS
        from tests.services.dimap_writer import write_pleiades

        for number, image in enumerate((PMS, MS, PAN)):
            write_pleiades(self.folder / f"livraison{number}", [replace(image)])
        sheet = DeliverySheet(survey([str(self.folder)], _NeverStopped()), lambda _wish: None, self.dock)
        sheet.show()
        yield "delivery sheet", sheet
        sheet.close()
        sheet.deleteLater()

    # --- the dialogs ------------------------------------------------------------------------------

    def _dialogs(self) -> Iterator[tuple[str, QDialog]]:
        from dinamis_qgis.core.footprint_files import Table
        from dinamis_qgis.core.kept_estimate import estimate_of
        from dinamis_qgis.core.tariffs import tariff_shelf
        from dinamis_qgis.domain.footprint_columns import guess
        from dinamis_qgis.gui.about import AboutDialog
        from dinamis_qgis.gui.accounts.key_dialog import KeyDialog
        from dinamis_qgis.gui.aoi.territory_dialog import TerritoryDialog
        from dinamis_qgis.gui.contact import ContactDialog
        from dinamis_qgis.gui.footprints.columns_dialog import ColumnsDialog
        from dinamis_qgis.gui.help import WHICH_IMAGE
        from dinamis_qgis.gui.help_window import HelpWindow
        from dinamis_qgis.gui.library.assemble_sheet import AssembleSheet, Offer
        from dinamis_qgis.gui.library.complete_dialog import CompleteDialog
        from dinamis_qgis.gui.quota.variants import Variants
        from dinamis_qgis.gui.requests.totals_dialog import TotalsDialog
        from dinamis_qgis.gui.searches.keep_dialog import KeepDialog
        from dinamis_qgis.gui.searches.list_dialog import SearchesDialog

        search = SavedSearch("Lamballe-Armor", Choices(), SavedZone(EXTENT))
        yield "about", AboutDialog()
        yield "contact", ContactDialog(None, lambda _url: None)
        yield "help", HelpWindow(WHICH_IMAGE)
        yield "territory", TerritoryDialog(self.dock._zones)
        yield "keep the search", KeepDialog(search, False, False)
        yield "kept search", KeepDialog(search, True, True)
        yield "my searches", SearchesDialog(self.dock.page("search").searches, lambda _search: None)
        yield "key", KeyDialog(Account("https://geodes.invalid", "GEODES", KEYED, page="https://geodes.invalid/key"))
        yield "pair of keys", KeyDialog(Account("https://tld.invalid", "SPOT 6-7, Montpellier", SIGNING))
        columns = ("nom", "date_acquisition", "nuages")
        samples = {"nom": ("A",), "date_acquisition": ("14/07/2022",), "nuages": ("12",)}
        table = Table("emprises.csv", "emprises.csv", "emprises", columns, samples, "", True, 12)
        yield "columns", ColumnsDialog(table, guess(table.columns, table.samples))
        zones = (("Mon territoire : Lamballe-Armor", ZONE), ("Zone dessinée", ZONE))
        offer = Offer(
            "Assembler 3 images", "Pléiades 1B du 14 juil. 2022, SPOT 7 du 2 août 2022", zones, ("natural", "infrared"),
            True, True, self.folder / "mosaique",
        )  # fmt: skip
        yield "assemble", AssembleSheet(offer, lambda _choice: None)
        desk = self.dock.page("request")
        result = estimate_of(desk.requests.current().request, tariff_shelf(), date.today())
        yield "variants", Variants([result, result])
        yield "totals", TotalsDialog(self.dock._context.ledger.entries, {})
        yield from self._options()
        image = self.dock.page("images").model.row(self.dock.page("images").model.index(0, 0)).group[0]
        yield "complete", CompleteDialog(image, lambda _completion: None)

    def _options(self) -> Iterator[tuple[str, QDialog]]:
        from dinamis_qgis.gui.options.factory import OptionsFactory
        from dinamis_qgis.gui.options.given import Given
        from dinamis_qgis.gui.options.sections import SECTIONS

        for section in SECTIONS:
            factory = OptionsFactory(Given(self.dock._context.notices, self.dock.territories, lambda _parent: None))
            factory.open_at(section.name)
            dialog = QDialog()
            QVBoxLayout(dialog).addWidget(factory.createWidget(dialog))
            dialog.resize(OPTIONS, 600)
            yield f"options, {section.name}", dialog


class _NeverStopped:
    def check(self) -> None:
        pass

    def progress(self, *_what: object) -> None:
        pass

    def isCanceled(self) -> bool:
        return False
