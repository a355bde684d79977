# SPDX-License-Identifier: GPL-2.0-or-later
"""« Quand » : presets first, summers under their own menu, days and years on a second line when they are asked for."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QDate, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QMenu, QSpinBox, QVBoxLayout, QWidget

from ...domain import periods
from ...domain.periods import Period
from ...translation import tr
from ..elided_box import ElidedBox
from ..tool_tip import tool_tip
from .labels import period_label, summer_years


class MenuBox(ElidedBox):
    """A list that opens as a menu, so that it may have branches; it shows the one choice that was made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        self.addItem("")

    def show_choice(self, text: str) -> None:
        self.setItemText(0, text)
        self.setToolTip(tool_tip(text))

    def showPopup(self) -> None:
        self.menu.setMinimumWidth(self.width())
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows open the menu: there is nothing else to step through."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def hidePopup(self) -> None:
        self.menu.hide()
        super().hidePopup()


class PeriodBox(QWidget):
    changed = pyqtSignal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._southern, self._period = today, False, Period()
        self.box = MenuBox()
        self.box.setAccessibleName(tr("When"))
        self.first, self.last = _day(tr("First day")), _day(tr("Last day"))
        self.year, self.last_year = _year(tr("First year"), today), _year(tr("Last year"), today)
        self._and = QLabel("–")
        self._second = QWidget()
        years = QHBoxLayout()
        for part in (self.year, self._and, self.last_year):
            years.addWidget(part, 0 if part is self._and else 1)
        lines = QVBoxLayout(self._second)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        lines.addWidget(self.first)
        lines.addWidget(self.last)
        lines.addLayout(years)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.box)
        layout.addWidget(self._second)
        self.setFocusProxy(self.box)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._edited)
        for year in (self.year, self.last_year):
            year.valueChanged.connect(self._edited)
        self._fill_menu()
        self.set_period(Period())

    def period(self) -> Period:
        return self._period

    def set_period(self, period: Period) -> None:
        self._period = period
        for widget, value in ((self.first, period.first), (self.last, period.last)):
            if value is not None:
                _quietly(widget, QDate(value.year, value.month, value.day), "setDate")
        if period.kind == periods.YEARS:
            _quietly(self.year, period.year or self._today.year, "setValue")
            _quietly(self.last_year, period.last_year or period.year or self._today.year, "setValue")
        self._show()
        self.changed.emit()

    def set_southern(self, southern: bool) -> None:
        if southern != self._southern:
            self._southern = southern
            self._fill_menu()
            self._show()

    def _fill_menu(self) -> None:
        menu = self.box.menu
        menu.clear()
        for kind in (periods.ALL, periods.LAST_12_MONTHS, periods.THIS_YEAR):
            self._add(menu, period_label(Period(kind), self._southern), Period(kind))
        summers = menu.addMenu(tr("Summer"))
        summers.setToolTip(tr("1 December – 31 March") if self._southern else tr("1 June – 30 September"))
        for year in periods.summers(self._today, self._southern):
            self._add(summers, summer_years(year, self._southern), Period(periods.SUMMER, year))
        menu.addSeparator()
        a_year_ago = self._today.replace(year=self._today.year - 1, day=1)
        for period in (
            Period(periods.AFTER, first=a_year_ago),
            Period(periods.BETWEEN, first=a_year_ago, last=self._today),
            Period(periods.YEARS, self._today.year, last_year=self._today.year),
        ):
            self._add(menu, period_label(period, self._southern), period)

    def _add(self, menu: QMenu, text: str, period: Period) -> None:
        menu.addAction(text).triggered.connect(lambda _checked=False: self.set_period(period))

    def _edited(self, _value: object) -> None:
        kind = self._period.kind
        if kind == periods.YEARS:
            self._period = Period(kind, self.year.value(), last_year=self.last_year.value())
        elif kind in (periods.AFTER, periods.BETWEEN):
            last = self.last.date().toPyDate() if kind == periods.BETWEEN else None
            self._period = Period(kind, first=self.first.date().toPyDate(), last=last)
        self.changed.emit()

    def _show(self) -> None:
        kind = self._period.kind
        self.box.show_choice(period_label(self._period, self._southern))
        self.first.setVisible(kind in (periods.AFTER, periods.BETWEEN))
        self.last.setVisible(kind == periods.BETWEEN)
        self.year.setVisible(kind == periods.YEARS)
        self.last_year.setVisible(kind == periods.YEARS)
        self._and.setVisible(kind == periods.YEARS)
        self._second.setVisible(kind in (periods.AFTER, periods.BETWEEN, periods.YEARS))


def _day(name: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setMinimumDate(QDate(periods.FIRST_YEAR - 30, 1, 1))  # SPOT 1 flew from 1986
    edit.setAccessibleName(name)
    return edit


def _year(name: str, today: date) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(periods.FIRST_YEAR - 30, today.year + 1)
    spin.setAccessibleName(name)
    return spin


def _quietly(widget: QWidget, value: object, setter: str) -> None:
    widget.blockSignals(True)
    getattr(widget, setter)(value)
    widget.blockSignals(False)
