# SPDX-License-Identifier: GPL-2.0-or-later
"""« Demander »: the estimate, then the request that is prepared from it, and its dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.contacts import site
from ...core.dossier import write_dossier
from ...core.request_words import heading, paste_text
from ...core.settings import Settings
from ...core.task import TaskSlot
from ...core.zone import Zone
from ...domain.area import area_km2
from ...domain.coverage import Coverage
from ...domain.errors import DinamisError, InvalidZone
from ...domain.filenames import safe_name
from ...domain.quota import Estimate, Order, estimate
from ...domain.request import ImageryRequest, KeptEstimate
from ...translation import tr
from ..contact import ContactDialog
from ..context import PanelContext
from ..help import WHICH_IMAGE, open_help
from .page import RequestPage
from .request_form import RequestForm


class RequestDesk(QStackedWidget):
    """``ask_path`` and ``open_url`` are given for tests: QGIS's own dialogs and the person's browser otherwise."""

    def __init__(
        self,
        context: PanelContext,
        zone_box_factory: Callable[[QWidget], QWidget],
        parent: QWidget | None = None,
        ask_path: Callable[[QWidget, str], str] | None = None,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._context, self._ask_path, self._open = context, ask_path or _ask_path, open_url
        self._measuring = TaskSlot(self)
        self.page, self.form = RequestPage(context, zone_box_factory), RequestForm()
        self.addWidget(self.page)
        self.addWidget(self.form)
        self.page.prepare_requested.connect(self._prepare)
        self.form.back_requested.connect(self.go_back)
        self.form.dossier_requested.connect(self._create_dossier)
        self.form.crisis_asked.connect(self._show_contacts)
        self.form.archive_asked.connect(self._open_archive)
        self.form.choice_asked.connect(self._show_choice)

    def close_page(self) -> None:
        self._measuring.close()
        self.page.close_page()

    def go_back(self) -> None:
        self.setCurrentWidget(self.page)

    # --- from the estimate to the request ---------------------------------------------------------

    def _prepare(self, zone: Zone, left_out: Sequence[BaseGeometry], result: Estimate) -> None:
        if not left_out:
            self._begin(zone, zone.shape, result)
            return
        self._measuring.start(
            tr("Preparing the request"),
            lambda _feedback: Coverage(zone.shape).uncovered(left_out),
            lambda shape: self._begin_uncovered(zone, shape, result),
            self._context.notices.tell,
        )

    def _begin_uncovered(self, zone: Zone, shape: BaseGeometry, result: Estimate) -> None:
        """What is sent is what is ordered: the part that the ticked images leave."""
        if shape.is_empty:
            self._context.notices.say(tr("The ticked images cover the whole zone: there is nothing to order."))
            return
        self._begin(zone, shape, result)

    def _begin(self, zone: Zone, shape: BaseGeometry, result: Estimate) -> None:
        order, km2 = result.order, area_km2(shape)
        again = estimate(
            result.tariff,
            Order(order.sensor, order.category, order.acquisition, km2, km2, order.already_used, order.quota_reading),
        )
        try:
            request = ImageryRequest(
                shape,
                title=zone.label if zone.kind == "territory" else "",
                sensor=order.sensor,
                category=order.category,
                acquisition=order.acquisition,
            )
        except InvalidZone as error:
            self._context.notices.tell(error)
            return
        self.show_request(request.with_preset("mapping") if order.acquisition == "tasking" else request, again)

    def show_request(self, request: ImageryRequest, result: Estimate) -> None:
        self.form.begin(request, result)
        self.setCurrentWidget(self.form)
        self.form.title.setFocus()

    # --- the dossier ------------------------------------------------------------------------------

    def _create_dossier(self) -> None:
        today = date.today()
        try:
            request = self.form.request()
            result = self.form.estimate
            name = safe_name(f"{heading(request)} {today.isoformat()}.zip")
            chosen = self._ask_path(self, name)
            if not chosen:
                return
            self.form.remember_requester()
            path = Path(chosen) if chosen.lower().endswith(".zip") else Path(f"{chosen}.zip")
            ready = _ready(request, result, today)
            write_dossier(path, ready, result, today)
        except DinamisError as error:
            self._context.notices.tell(error)
            return
        settings = Settings.load()
        settings.dossier_folder = str(path.parent)
        settings.save()
        QApplication.clipboard().setText(paste_text(ready, result, today))
        self._open(site("contact_form"))
        self._context.notices.say(
            tr("Dossier written: {}. The text is copied: paste it into the form. Nothing was sent.").format(path.name),
            Qgis.MessageLevel.Success,
            [(tr("Open the folder"), lambda: self._open(QUrl.fromLocalFile(str(path.parent))))],
            0,
        )

    def _open_archive(self) -> None:
        self._open(site("airbus_archive"))

    def _show_choice(self) -> None:
        open_help(WHICH_IMAGE, self)

    def _show_contacts(self) -> None:
        ContactDialog(self, self._open).exec()


def _ready(request: ImageryRequest, result: Estimate, today: date) -> ImageryRequest:
    return replace(request, estimate=KeptEstimate.of(result, today)).in_state("ready", today)


def _ask_path(parent: QWidget, name: str) -> str:
    folder = Settings.load().dossier_folder
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Create the dossier"), str(Path(folder or Path.home()) / name), tr("Zip archives (*.zip)")
    )
    return chosen
