# SPDX-License-Identifier: GPL-2.0-or-later
"""The lists and lines of a request's form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsCollapsibleGroupBox, QgsDateTimeEdit, QgsProjectionSelectionDialog
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ...core.numbers import format_number
from ...core.request_names import spectral_name
from ...domain.tariffs import Sensor
from ...translation import tr
from ..elided_box import ElidedBox
from ..tool_tip import tool_tip

_CLOUDS = (10.0, 5.0, 20.0, None)
_INCIDENCES = (20.0, 10.0, 30.0, None)
_OTHER = "other"
# Usual products, by geometry and spectral product; any other pair is set in the options.
_PRODUCTS = (("ortho", "PMS4"), ("ortho", "PMS3"), ("ortho", "P+MS"), ("primary", "P+MS"))
_LINES = 3
_ARROW = 28  # pixels beside a date
_TRIANGLE = 32  # pixels beside a folded box's title


class Choice(ElidedBox):
    """A list of ids with their names."""

    def __init__(self, name: str, entries: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        for one, label in entries:
            self.addItem(label, one)

    def choose(self, wanted: object) -> None:
        """What is not in the list is added: a request that was written by hand loses nothing."""
        place = next((place for place in range(self.count()) if self.itemData(place) == wanted), -1)
        if place < 0:
            self.addItem(self.name_of(wanted), wanted)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def name_of(self, wanted: object) -> str:
        return str(wanted)


class CloudLimit(Choice):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Clouds"), [(one, self.name_of(one)) for one in _CLOUDS], parent)

    def name_of(self, wanted: object) -> str:
        return tr("no limit") if wanted is None else tr("{}% at most").format(format_number(wanted, 1))


class IncidenceLimit(Choice):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Incidence"), [(one, self.name_of(one)) for one in _INCIDENCES], parent)

    def name_of(self, wanted: object) -> str:
        return tr("no limit") if wanted is None else tr("{}° at most").format(format_number(wanted, 1))


class ProductBox(Choice):
    """The usual pairs of geometry and spectral product, in a person's words."""

    picked = pyqtSignal(str, str)  # geometry, spectral

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Product"), [], parent)
        self.activated.connect(self._pick)

    def offer(self, sensor: Sensor, geometry: str, spectral: str) -> None:
        self.clear()
        resolution = format_number(sensor.resolution_m, 2)
        names = {
            ("ortho", "PMS4"): tr("Ortho, colour {} m (PMS 4 bands)").format(resolution),
            ("ortho", "PMS3"): tr("Ortho, colour {} m (PMS 3 bands)").format(resolution),
            ("ortho", "P+MS"): tr("Ortho, P {} m and MS apart (bundle)").format(resolution),
            ("primary", "P+MS"): tr("Primary, P {} m and MS apart (bundle)").format(resolution),
        }
        for pair in _PRODUCTS:
            self.addItem(names[pair], pair)
        if (geometry, spectral) in _PRODUCTS:
            self.setCurrentIndex(_PRODUCTS.index((geometry, spectral)))
        else:
            self.addItem(tr("Other, see Options: {}").format(spectral_name(spectral)), None)
            self.setCurrentIndex(self.count() - 1)

    def _pick(self, _place: int) -> None:
        if self.currentData() is not None:
            self.picked.emit(*self.currentData())


class ProjectionBox(Choice):
    """The usual projection of the zone's territory, its UTM zone, or any other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Projection"), [], parent)
        self.activated.connect(self._picked)
        self._chosen = ""

    def offer(self, usual: str, utm: str, chosen: str) -> None:
        self.clear()
        for code in dict.fromkeys((usual, utm)):
            if code:
                self.addItem(self.name_of(code), code)
        self.addItem(tr("Other…"), _OTHER)
        self.choose(chosen or usual or utm)
        self._chosen = self.currentData()

    def name_of(self, wanted: object) -> str:
        crs = QgsCoordinateReferenceSystem(str(wanted))
        return crs.userFriendlyIdentifier() if crs.isValid() else str(wanted)

    def _picked(self, _place: int) -> None:
        if self.currentData() == _OTHER:
            dialog = QgsProjectionSelectionDialog(self)
            dialog.setCrs(QgsCoordinateReferenceSystem(self._chosen))
            self.choose(dialog.crs().authid() or self._chosen if dialog.exec() else self._chosen)
        self._chosen = self.currentData()


class PeriodRow(QWidget):
    """Two days, each of which may be left open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start, self.end = _day_field(tr("First day of the period")), _day_field(tr("Last day of the period"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.start, 1)
        layout.addWidget(QLabel(tr("to")))
        layout.addWidget(self.end, 1)

    def days(self) -> tuple[date | None, date | None]:
        return _day(self.start), _day(self.end)

    def show_days(self, start: date | None, end: date | None) -> None:
        for field, day in ((self.start, start), (self.end, end)):
            if day is None:
                field.clear()
            else:
                field.setDateTime(QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0)))


class FoldedBox(QgsCollapsibleGroupBox):
    """Closed at first; its title gives way where the panel is narrow."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)  # QGIS remembers whether it was open by this name
        self.setSettingGroup("dinamis")
        self.setCollapsed(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = title
        self.setTitle(title)
        self.setToolTip(tool_tip(title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _TRIANGLE
        self.setTitle(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


def line(name: str, hint: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setToolTip(tool_tip(hint))
    field.setMinimumWidth(40)
    return field


def lines(name: str, hint: str = "") -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 12)
    return field


def _day_field(name: str) -> QgsDateTimeEdit:
    field = QgsDateTimeEdit()
    field.setAllowNull(True)
    field.setDisplayFormat("dd/MM/yyyy")
    field.setCalendarPopup(True)
    field.setNullRepresentation("–")
    field.clear()
    field.setAccessibleName(name)
    field.setMinimumWidth(field.fontMetrics().horizontalAdvance("00/00/0000") + _ARROW)
    field.setToolTip(tr("Empty: not specified"))
    return field


def _day(field: QgsDateTimeEdit) -> date | None:
    day = field.dateTime().date()
    return None if field.isNull() or not day.isValid() else date(day.year(), day.month(), day.day())


def requester_fields() -> dict[str, QLineEdit]:
    """By the names of the request's fields."""
    return {
        "organisation": line(tr("Organisation")),
        "requester": line(tr("Name")),
        "email": line(tr("E-mail")),
        "correspondent": line(tr("DINAMIS correspondent")),
        "contractor": line(tr("Contractor"), tr("for its licence")),
    }


def named(ids: tuple[str, ...], name: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(one, name(one)) for one in ids]


def form_rows(within: QWidget | None = None) -> QFormLayout:
    rows = QFormLayout(within)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return rows


def button(label: str, pressed) -> QPushButton:
    button = QPushButton(label)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button


def sign_button(sign: str, name: str, tip: str, pressed) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAutoRaise(True)
    button.setToolTip(tool_tip(tip))
    button.setAccessibleName(name)
    button.clicked.connect(pressed)
    return button
