# SPDX-License-Identifier: GPL-2.0-or-later
"""« Demander »: the estimate, then the request that is prepared from it, and its dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QStackedWidget, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.contacts import site
from ...core.dossier import begun, finish
from ...core.kept_estimate import estimate_of, with_estimate
from ...core.register_store import SAVED, Saved
from ...core.register_words import saved_words
from ...core.request_states import states_known
from ...core.request_words import heading, paste_text
from ...core.tariffs import sensor_names, tariff_shelf
from ...core.task import TaskSlot
from ...core.turns import Turns
from ...core.zone import Zone
from ...domain.area import area_km2
from ...domain.coverage import Coverage
from ...domain.errors import DinamisError, InvalidZone
from ...domain.filenames import safe_name
from ...domain.quota import Estimate, Order, estimate
from ...domain.register import Entry, sent, with_step
from ...domain.request import ImageryRequest
from ...domain.scene import Scene
from ...translation import tr
from ..contact import ContactDialog
from ..context import PanelContext
from ..help import WHICH_IMAGE, open_help
from ..requests.front import Front
from ..requests.my_requests import MyRequests
from ..requests.reference_question import ReferenceQuestion
from . import dossier_place
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
        self._context, self._ask_path, self._open = context, ask_path or dossier_place.place_for, open_url
        self._measuring, self._opening, self._naming, self._writing = (TaskSlot(self) for _ in range(4))
        self._finishing = Turns(self)
        self._question: ReferenceQuestion | None = None
        self.page = RequestPage(context, zone_box_factory)
        self.form = RequestForm(self._ticked)
        self.requests = MyRequests(context)
        self.front = Front(self.page, self.requests, context.ledger)
        self.addWidget(self.front)
        self.addWidget(self.form)
        self.requests.new_requested.connect(self.front.show_new)
        self.requests.open_requested.connect(self.open_entry)
        self.requests.copy_requested.connect(self._duplicate)
        self.form.save_requested.connect(self._save_shown)
        self.page.prepare_requested.connect(self._prepare)
        self.form.back_requested.connect(self.go_back)
        self.form.dossier_requested.connect(self._create_dossier)
        self.form.crisis_asked.connect(self._show_contacts)
        self.form.archive_asked.connect(self._open_archive)
        self._read_sensors()
        self.form.choice_asked.connect(self._show_choice)

    def close_page(self) -> None:
        """What was typed and not saved is: QGIS may be closing."""
        if self.currentWidget() is self.form and self.form.changed:
            self._save(_forget)
        for slot in (self._measuring, self._opening, self._naming, self._writing):
            slot.close()
        self._finishing.close()
        self.requests.close_list()
        self.front.close_front()
        self.page.close_page()

    def go_back(self) -> None:
        self.setCurrentWidget(self.front)
        if not self.form.changed:
            return
        try:
            entry, before = self.form.entry(), self.form.kept
        except DinamisError:  # it cannot be saved as it stands, and is still in the form
            return
        self._context.notices.say(
            tr("“{}” is not saved.").format(heading(entry.request)),
            actions=[(tr("Save"), lambda: self._keep(entry, before, self._saved))],
            seconds=0,
        )

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
        self.show_request(request.with_preset(self.page.preset) if order.acquisition == "tasking" else request, again)

    def show_request(self, request: ImageryRequest, result: Estimate, entry: Entry | None = None) -> None:
        self.form.begin(request, result, entry, states_known(self._context.ledger.entries))
        self.setCurrentWidget(self.form)
        self.form.title.setFocus()

    # --- the register -----------------------------------------------------------------------------

    def open_entry(self, entry: Entry) -> None:
        """A request of the register, in the form."""
        self._opening.start(
            tr("Opening the request"),
            lambda _feedback: estimate_of(entry.request, tariff_shelf(), date.today()),
            lambda result: self.show_request(entry.request, result, entry),
            self._context.notices.tell,
        )

    def _save_shown(self) -> None:
        self._save(self._saved)

    def _save(self, then: Callable[[Saved], None]) -> None:
        try:
            entry = self.form.entry()
        except DinamisError as error:
            self._context.notices.tell(error)
            return
        self._keep(entry, self.form.kept, then)

    def _keep(self, entry: Entry, before: Entry | None, then: Callable[[Saved], None]) -> None:
        """A request that enters the register begins there as a draft, unless it is further on."""
        if before is None:
            self.form.remember_requester()
        if not entry.request.history:
            entry = replace(entry, request=entry.request.in_state(entry.request.state, date.today()))
        self._context.ledger.save(entry, before, then)

    def _saved(self, saved: Saved) -> None:
        if saved.how == SAVED:
            self._context.notices.say(saved_words(saved, self._context.ledger.place.title))
        self._show_saved(saved)

    def _show_saved(self, saved: Saved) -> None:
        """The form goes on from what the register holds now."""
        kept = self.form.kept
        if self.currentWidget() is self.form and (kept is None or kept.id in (saved.entry.id, _id(saved.theirs))):
            self.form.begin(
                saved.entry.request, self.form.estimate, saved.entry, states_known(self._context.ledger.entries)
            )

    def _duplicate(self, entry: Entry) -> None:
        copy = entry.copy(tr("{} (copy)").format(heading(entry.request)))
        copy = replace(copy, request=copy.request.in_state("draft", date.today()))
        self._context.ledger.save(copy, None, self._saved)

    def _note_reference(self, entry: Entry, reference: str) -> None:
        """DINAMIS answered: the request was sent."""
        known = self._context.ledger.entry(entry.id) or entry
        answered = replace(known, request=sent(known.request, reference, date.today()))
        self._context.ledger.save(answered, known, self._show_saved)

    def _read_sensors(self) -> None:
        """Their names, for the list."""
        self._naming.start(
            tr("Reading the tariffs"),
            lambda _feedback: sensor_names(tariff_shelf()),
            self.requests.name_sensors,
            self._context.notices.tell,
        )

    def _ticked(self) -> Sequence[Scene]:
        return self._context.ticked.scenes

    # --- the dossier ------------------------------------------------------------------------------

    def _create_dossier(self) -> None:
        today = date.today()
        try:
            entry, result = self.form.entry(), self.form.estimate
            chosen = self._ask_path(self, safe_name(f"{heading(entry.request)} {today.isoformat()}.zip"))
            if not chosen:
                return
            path = Path(chosen) if chosen.lower().endswith(".zip") else Path(f"{chosen}.zip")
            ready = replace(entry, request=_ready(entry.request, result, today))
        except DinamisError as error:
            self._context.notices.tell(error)
            return
        left = path, ready, self.form.kept, result, today
        self.form.create.setEnabled(False)
        self._writing.start(
            tr("Creating the dossier"),
            lambda _feedback: begun(ready.request, result),
            lambda dossier: self._finish_dossier(dossier, *left),
            self._dossier_failed,
        )

    def _dossier_failed(self, error: BaseException) -> None:
        self.form.create.setEnabled(True)
        self._context.notices.tell(error)

    def _finish_dossier(
        self, dossier: bytes, path: Path, entry: Entry, before: Entry | None, result: Estimate, today: date
    ) -> None:
        self._finishing.start(
            finish(path, dossier, entry.request, result, today),
            lambda _nothing: self._dossier_written(path, entry, before, result, today),
            self._dossier_failed,
        )

    def _dossier_written(self, path: Path, entry: Entry, before: Entry | None, result: Estimate, today: date) -> None:
        ready = entry.request
        self.form.create.setEnabled(True)
        dossier_place.remember(path)
        QApplication.clipboard().setText(paste_text(ready, result, today))
        self._open(site("contact_form"))
        dossier_place.tell(self, path, self._context.notices, self._open)
        self._keep(entry, before, self._ask_reference)

    def _ask_reference(self, saved: Saved) -> None:
        self._show_saved(saved)
        if self._question is not None:
            self._question.withdraw()
        if not saved.entry.request.reference:
            self._question = ReferenceQuestion(
                self._context.notices,
                heading(saved.entry.request),
                lambda reference: self._note_reference(saved.entry, reference),
            )

    def _open_archive(self) -> None:
        self._open(site("airbus_archive"))

    def _show_choice(self) -> None:
        open_help(WHICH_IMAGE, self)

    def _show_contacts(self) -> None:
        ContactDialog(self, self._open).exec()


def _ready(request: ImageryRequest, result: Estimate, today: date) -> ImageryRequest:
    """A dossier that is made again takes nothing back from a request that was sent."""
    known = with_estimate(request, result, today)
    return with_step(known, "ready", today) if known.state == "draft" else known


def _forget(_saved: Saved) -> None:
    """Nobody is there any more to see it."""


def _id(entry: Entry | None) -> str:
    return "" if entry is None else entry.id
