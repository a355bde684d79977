# SPDX-License-Identifier: GPL-2.0-or-later
"""« Demander », step 2: the request itself, and its dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.estimate_words import acquisition_name
from ...core.kept_estimate import with_estimate
from ...core.numbers import format_eur, format_km2
from ...core.request_names import geometry_name, preset_names, radiometry_name, spectral_name, stereo_name
from ...core.settings import Settings
from ...domain.errors import InvalidRequest
from ...domain.ground import utm_zone
from ...domain.outline import usual_projection
from ...domain.quota import Estimate
from ...domain.register import Entry
from ...domain.request import ImageryRequest
from ...domain.request_options import GEOMETRIES, MOST_DATES, RADIOMETRIES, SPECTRAL_PRODUCTS, STEREO_MODES
from ...domain.scene import Scene
from ...translation import tr
from ..elided import ElidedLabel
from ..requests.follow_up import FollowUp
from .request_fields import (
    Choice,
    CloudLimit,
    FoldedBox,
    IncidenceLimit,
    PeriodRow,
    ProductBox,
    ProjectionBox,
    button,
    form_rows,
    line,
    lines,
    named,
    requester_fields,
    sign_button,
)

_REQUESTER = ("organisation", "requester", "email", "correspondent", "contractor")


class RequestForm(QWidget):
    """``begin`` shows a request; ``request`` reads it back, what has no field here kept as it was."""

    back_requested = pyqtSignal()
    save_requested = pyqtSignal()
    dossier_requested = pyqtSignal()
    crisis_asked = pyqtSignal()
    archive_asked = pyqtSignal()
    choice_asked = pyqtSignal()  # which image to choose

    def __init__(self, ticked: Callable[[], Sequence[Scene]] = tuple, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request: ImageryRequest | None = None
        self._estimate: Estimate | None = None
        self._entry = self._begun = None  # as the register holds it; as it was shown
        self.follow_up = FollowUp(ticked)
        self._make_fields()
        self._lay_out()
        self.product.picked.connect(self._product_picked)
        self.spectral.activated.connect(self._options_changed)
        self.geometry.activated.connect(self._options_changed)
        self.preset.activated.connect(self._preset_picked)

    @property
    def estimate(self) -> Estimate | None:
        return self._estimate

    @property
    def kept(self) -> Entry | None:
        """The request as the register held it when it was shown; None when it was not in it."""
        return self._entry

    def begin(
        self, request: ImageryRequest, estimate: Estimate, entry: Entry | None = None, states: Sequence[str] = ()
    ) -> None:
        """Who asks is filled in from the person's own settings where the request does not say."""
        settings = Settings.load()
        known = {name: getattr(request, name) or getattr(settings, name) for name in _REQUESTER}
        self._request, self._estimate = replace(request, **known), estimate
        order = estimate.order
        cost = "" if estimate.cost_eur is None else format_eur(estimate.cost_eur)
        said = (estimate.sensor.short_name, acquisition_name(order.acquisition).lower(), format_km2(estimate.order_km2))
        self.heading.setText(", ".join(filter(None, (*said, cost))))
        self._entry = entry
        self._show()
        self.follow_up.show_entry(entry, states)
        self._begun = self.entry(Entry(request))

    def request(self) -> ImageryRequest:
        """Raises InvalidRequest."""
        start, end = self.period.days()
        tasking = self._request.acquisition == "tasking"
        return replace(
            self._request,
            title=self.title.text(),
            purpose=self.purpose.toPlainText(),
            archive_ids=() if tasking else tuple(self.archive_ids.text().replace(";", ",").split(",")),
            start=start if tasking else None,
            end=end if tasking else None,
            max_cloud=self.clouds.currentData() if tasking else None,
            max_incidence=self.incidence.currentData() if tasking else None,
            stereo=self.stereo.currentData(),
            spectral=self.spectral.currentData(),
            geometry=self.geometry.currentData(),
            radiometry=self.radiometry.currentData(),
            projection=self.projection.currentData(),
            dates=self.dates.value(),
            constraints=self.constraints.toPlainText(),
            **{name: field.text() for name, field in self.requester.items()},
        )

    def entry(self, new: Entry | None = None) -> Entry:
        """What the register is to hold; ``new`` for what is not in it yet. Raises InvalidRequest."""
        request = self.follow_up.applied(with_estimate(self.request(), self._estimate, date.today()), date.today())
        return replace(self._entry or new or Entry(request), request=request, attachments=self.follow_up.attachments())

    @property
    def changed(self) -> bool:
        """Whether the person changed anything since it was shown."""
        try:
            return self._begun is not None and not self.entry().holds_the_same(self._begun)
        except InvalidRequest:
            return True

    def remember_requester(self) -> None:
        """Filled in once: the next request has it."""
        settings = Settings.load()
        for name, field in self.requester.items():
            setattr(settings, name, field.text().strip())
        settings.save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc goes back from any field."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            return True
        return super().eventFilter(watched, event)

    # --- what is built ----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.preset = Choice(tr("Model"), [(None, tr("none")), *preset_names().items()])
        self.preset.setToolTip(tr("Usual choices for a need; each may be changed below"))
        self.title = line(tr("Title"), tr("Coastline, winter 2026-2027"))
        self.purpose = lines(tr("Need"), tr("What will the image be used for?"))
        self.archive_ids = line(tr("Archive images"), tr("identifiers in Airbus's catalogue"))
        words = self.archive_ids.fontMetrics().horizontalAdvance(self.archive_ids.placeholderText())
        self.archive_ids.setMinimumWidth(words + 16)  # below its label
        self.open_archive = button(tr("Open Airbus's catalogue ↗"), self.archive_asked)
        self.period, self.clouds, self.incidence = PeriodRow(), CloudLimit(), IncidenceLimit()
        self.product, self.projection = ProductBox(), ProjectionBox()
        self.stereo = Choice(tr("Viewing"), named(STEREO_MODES, stereo_name))
        self.spectral = Choice(tr("Spectral"), named(SPECTRAL_PRODUCTS, spectral_name))
        self.geometry = Choice(tr("Geometry"), named(GEOMETRIES, geometry_name))
        self.radiometry = Choice(tr("Radiometry"), named(RADIOMETRIES, radiometry_name))
        self.constraints = lines(tr("Constraints"), tr("low tide, no snow, before/after pair…"))
        self.dates = QSpinBox()
        self.dates.setRange(1, MOST_DATES)
        self.dates.setAccessibleName(tr("Number of dates"))
        self.requester = requester_fields()

    def _lay_out(self) -> None:
        self.back, self.heading = sign_button("←", tr("Back"), tr("Back (Esc)"), self.back_requested), ElidedLabel()
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.heading, 1)
        self._archive, self._tasking = QWidget(), QWidget()
        archive, tasking = form_rows(self._archive), form_rows(self._tasking)
        archive.addRow(tr("Archive image"), self.archive_ids)
        archive.addRow(self.open_archive)
        tasking.addRow(tr("Period"), self.period)
        tasking.addRow(tr("Clouds"), self.clouds)
        tasking.addRow(tr("Incidence"), self.incidence)
        first, last = form_rows(), form_rows()
        first.addRow(tr("Model"), self.preset)
        first.addRow(tr("Title"), self.title)
        first.addRow(tr("Need"), self.purpose)
        which = tr("Which image to choose?")
        self.choice = sign_button("?", which, which, self.choice_asked)
        product = QHBoxLayout()
        product.addWidget(self.product, 1)
        product.addWidget(self.choice)
        last.addRow(tr("Product"), product)
        self.options = FoldedBox(tr("Options: stereo, radiometry, projection, tide"), "dinamisRequestOptions")
        folded = form_rows(self.options)
        viewing, made = (self.stereo, self.spectral), (self.geometry, self.radiometry, self.projection)
        for field in (*viewing, *made, self.constraints, self.dates):
            folded.addRow(field.accessibleName(), field)
        self.people = FoldedBox(tr("Requester and contractor"), "dinamisRequestPeople")
        people = form_rows(self.people)
        for field in self.requester.values():
            people.addRow(field.accessibleName(), field)
        self.urgency = QLabel(
            tr("DINAMIS does not treat emergencies and cannot task a given day.")
            + f' <a href="crisis">{tr("Crisis: whom to call?")}</a>'
        )
        self.urgency.setWordWrap(True)
        self.urgency.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.urgency.linkActivated.connect(lambda _link: self.crisis_asked.emit())
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(6, 6, 6, 6)
        parts = (first, self._archive, self._tasking, last, self.options, self.people, self.follow_up, self.urgency)
        for part in parts:
            column.addLayout(part) if isinstance(part, QFormLayout) else column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        self.save = button(tr("Save"), self.save_requested)
        self.create = button(tr("Create the dossier…"), self.dossier_requested)
        self.create.setDefault(True)
        self.bottom = QHBoxLayout()
        self.bottom.addWidget(self.save)
        self.bottom.addStretch(1)
        self.bottom.addWidget(self.create)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)
        layout.addLayout(self.bottom)
        for field in self.findChildren(QWidget):
            field.installEventFilter(self)

    # --- what changes -----------------------------------------------------------------------------

    def _show(self) -> None:
        asked = self._request
        tasking = asked.acquisition == "tasking"
        self._tasking.setVisible(tasking)
        self._archive.setVisible(not tasking)
        self.preset.choose(None)
        self.title.setText(asked.title)
        self.purpose.setPlainText(asked.purpose)
        self.archive_ids.setText(", ".join(asked.archive_ids))
        self.period.show_days(asked.start, asked.end)
        self._show_options(asked)
        self.projection.offer(usual_projection(asked.zone), utm_zone(asked.zone), asked.projection)
        self.dates.setValue(asked.dates)
        self.constraints.setPlainText(asked.constraints)
        for name, field in self.requester.items():
            field.setText(getattr(asked, name))

    def _show_options(self, asked: ImageryRequest) -> None:
        self.clouds.choose(asked.max_cloud)
        self.incidence.choose(asked.max_incidence)
        for field, value in (
            (self.stereo, asked.stereo),
            (self.spectral, asked.spectral),
            (self.geometry, asked.geometry),
            (self.radiometry, asked.radiometry),
        ):
            field.choose(value)
        self._options_changed()

    def _options_changed(self) -> None:
        self.product.offer(self._estimate.sensor, self.geometry.currentData(), self.spectral.currentData())

    def _product_picked(self, geometry: str, spectral: str) -> None:
        self.geometry.choose(geometry)
        self.spectral.choose(spectral)

    def _preset_picked(self, _place: int) -> None:
        name = self.preset.currentData()
        if name is not None:
            self._show_options(self._request.with_preset(name))
