# SPDX-License-Identifier: GPL-2.0-or-later
"""« Demander » : what would be ordered for the zone, what of it is free, and what the rest would cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import shapely
from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.estimate_words import tariff_notice
from ...core.messages import sentence
from ...core.settings import Settings
from ...core.tariffs import tariff_shelf
from ...core.task import TaskSlot
from ...core.zone import Zone
from ...domain.coverage import Measured, measure
from ...domain.errors import Cancelled, UnknownTariff
from ...domain.quota import Order, estimate
from ...domain.tariffs import ACQUISITIONS, Tariff, TariffShelf
from ...translation import tr
from ..context import PanelContext
from .details import Details
from .empty import EmptyState
from .figures import Figures
from .measure_words import coverage_words, zone_words
from .order_form import OrderForm
from .outline_checks import OutlineChecks
from .tasking_menu import USUAL, TaskingMenu
from .variants import Variants

_AT_ONCE = 3000  # corners that are measured within a frame (16 ms), ticked images included; more go to a task


class RequestPage(QWidget):
    """Figures follow the zone while it is drawn; one button prepares the request."""

    prepare_requested = pyqtSignal(object, object, object)  # Zone, footprints to leave out, Estimate

    def __init__(
        self,
        context: PanelContext,
        zone_box_factory: Callable[[QWidget], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._drawing: Zone | None = None
        self._measured: Measured | None = None
        self._tariff: Tariff | None = None
        self._refused: set[str] = set()
        self._measuring, self._reading = TaskSlot(self), TaskSlot(self)
        self._build(zone_box_factory)
        context.zones.changed.connect(self._zone_changed)
        context.zones.drawing.connect(self._zone_drawn)
        context.ticked.changed.connect(self._ticked_changed)
        self._ticked_changed()

    def close_page(self) -> None:
        self._measuring.close()
        self._reading.close()
        self.checks.close_checks()
        self._context.zones.changed.disconnect(self._zone_changed)
        self._context.zones.drawing.disconnect(self._zone_drawn)
        self._context.ticked.changed.disconnect(self._ticked_changed)

    def showEvent(self, event: QEvent) -> None:
        """Tariffs are read each time the page is shown: they are files that the person may change."""
        super().showEvent(event)
        self._read_tariffs()

    def _read_tariffs(self) -> None:
        self._reading.start(
            tr("Reading the tariffs"), lambda _feedback: tariff_shelf(), self._shelf_read, self._context.notices.tell
        )

    # --- what is built ----------------------------------------------------------------------------

    def _build(self, zone_box_factory: Callable[[QWidget], QWidget]) -> None:
        self.zone_box = zone_box_factory(self)
        self.zone_line = _text_label()
        zone_row = QWidget()
        column = QVBoxLayout(zone_row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.zone_box)
        column.addWidget(self.zone_line)
        self.checks = OutlineChecks(self.zone_box)
        self.checks.mended.connect(self._use_mended)
        self.checks.checked.connect(self._say_zone)
        column.addWidget(self.checks)
        self.form = OrderForm(zone_row, Settings.load().category)
        self.form.changed.connect(self._form_changed)
        self.coverage_line = _text_label()
        self.empty = EmptyState(self.zone_box)
        self.figures, self.details, self.tariff_line = Figures(), Details(), _text_label()
        self.details.used_changed.connect(self._estimate)
        self.details.comparison_asked.connect(self._compare)
        self.answer = QWidget()
        below = QVBoxLayout(self.answer)
        below.setContentsMargins(0, 0, 0, 0)
        for widget in (self.figures, self.details, self.tariff_line):
            below.addWidget(widget)

        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        for widget in (self.form, self.coverage_line, _rule(), self.empty, self.answer):
            layout.addWidget(widget)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        self.prepare = QPushButton(tr("Prepare the request"))
        self.prepare.setDefault(True)
        self.prepare.setEnabled(False)
        self.prepare.clicked.connect(self._prepare)
        self.preset = USUAL  # of a tasking, in the form that follows
        self.tasking = TaskingMenu()
        self.tasking.chosen.connect(self._task)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(6, 0, 6, 6)
        bottom.setSpacing(1)
        bottom.addStretch(1)
        bottom.addWidget(self.prepare)
        bottom.addWidget(self.tasking)
        outer.addLayout(bottom)

    # --- what changes -----------------------------------------------------------------------------

    def _shelf_read(self, shelf: TariffShelf) -> None:
        for refusal in shelf.refused:
            if refusal.path not in self._refused:
                self._refused.add(refusal.path)
                self._context.notices.tell(refusal)
        try:
            tariff = shelf.on(date.today())
        except UnknownTariff as error:
            self._tariff = None
            self.tariff_line.setText(sentence(error))
        else:
            if tariff != self._tariff:
                self._tariff = tariff
                self.form.offer_sensors([one for one in tariff.sensors if one.offered(date.today())] or tariff.sensors)
        self._estimate()

    def _zone_changed(self) -> None:
        self._drawing = None
        self._measure()

    def _zone_drawn(self, zone: Zone | None) -> None:
        self._drawing = zone
        self._measure()

    def _use_mended(self, shape: BaseGeometry) -> None:
        self.zone_box.use_shape(shape)

    def _ticked_changed(self) -> None:
        self.form.set_ticked(len(self._context.ticked))
        self._measure()

    def _form_changed(self) -> None:
        settings = Settings.load()
        settings.category = self.form.category
        settings.save()
        self._estimate()

    # --- from the zone to the figures -------------------------------------------------------------

    @property
    def _zone(self) -> Zone | None:
        return self._drawing or self._context.zones.zone

    def _measure(self) -> None:
        zone = self._zone
        self._measuring.close()
        if zone is None:
            self._take_measure(None)
            return
        shape, footprints = zone.shape, [scene.footprint for scene in self._context.ticked.scenes]
        known = [one for one in footprints if one is not None]
        if shapely.get_num_coordinates([shape, *known]).sum() <= _AT_ONCE:
            self._take_measure(measure(shape, footprints))
            return
        self.zone_line.setText(tr("Measuring…"))
        self.zone_line.setVisible(True)
        self._measuring.start(
            tr("Measuring the zone"), lambda _feedback: measure(shape, footprints), self._take_measure, self._failed
        )

    def _take_measure(self, measured: Measured | None) -> None:
        self._measured = measured
        self._write_zone()
        self.coverage_line.setText(coverage_words(measured))
        self.coverage_line.setVisible(measured is not None and len(self._context.ticked) > 0)
        self._estimate()

    def _say_zone(self) -> None:
        if not self._measuring.busy:
            self._write_zone()

    def _write_zone(self) -> None:
        words = zone_words(self._measured, self._zone)
        self.zone_line.setText(words + ("\u00a0✓" if words and self.checks.fine else ""))
        self.zone_line.setVisible(self._measured is not None)

    def _estimate(self) -> None:
        self.empty.setVisible(self._measured is None)
        self.answer.setVisible(self._measured is not None)
        self.prepare.setEnabled(self._measured is not None and self._tariff is not None and not self._drawing)
        self.tasking.setEnabled(self.prepare.isEnabled())
        if self._measured is None or self._tariff is None:
            self.checks.check(None, None, "")
            return
        sensor = self._tariff.sensor(self.form.sensor)
        self.checks.check(None if self._drawing else self._zone, sensor, self.form.acquisition)
        result = estimate(self._tariff, self._order(self.form.sensor, self.form.acquisition))
        self.figures.show_estimate(result)
        self.details.show_estimate(result)
        self.tariff_line.setText(tariff_notice(self._tariff, date.today()))

    def _order(self, sensor_id: str, acquisition: str) -> Order:
        """What the zone would take from this sensor. Tasking asks for newer images than the ticked ones."""
        sensor = self._tariff.sensor(sensor_id)
        left_out = self.form.leaves_out_ticked and acquisition == "archive"
        return Order(
            sensor_id,
            self.form.category,
            acquisition,
            self._measured.km2,
            self._measured.uncovered_km2 if left_out else self._measured.km2,
            self.details.used_in("credit" if sensor is not None and sensor.credits else "km2"),
        )

    def _prepare(self) -> None:
        left_out = [scene.footprint for scene in self._context.ticked.scenes if scene.footprint is not None]
        result = estimate(self._tariff, self._order(self.form.sensor, self.form.acquisition))
        self.prepare_requested.emit(self._zone, left_out if self.form.leaves_out_ticked else [], result)

    def _task(self, preset: str) -> None:
        self.form.task()
        self.preset = preset
        self._prepare()
        self.preset = USUAL

    def _compare(self) -> None:
        today = date.today()
        offered = [one for one in self._tariff.sensors if one.offered(today)] or self._tariff.sensors
        orders = [
            self._order(one.id, acquisition)
            for one in offered
            for acquisition in (ACQUISITIONS[:1] if one.credits else ACQUISITIONS)
        ]
        Variants([estimate(self._tariff, one) for one in orders], self).exec()

    def event(self, event: QEvent) -> bool:
        """The options may have brought another tariff: they are read again when the window comes back."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._read_tariffs()
        return super().event(event)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        self._take_measure(None)
        self._context.notices.tell(error)


def _text_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line
