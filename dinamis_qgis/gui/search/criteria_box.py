# SPDX-License-Identifier: GPL-2.0-or-later
"""« Plus de critères » : the folded ones. What a theme has no use for is hidden, and asks nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qgis.gui import QgsCollapsibleGroupBox, QgsDoubleSpinBox, QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.numbers import locale
from ...core.words import acquisition_mode_name, level_name, mission_name, spectral_mode_name
from ...domain.choices import FOLDED, Choices
from ...domain.scene import ACQUISITION_MODES
from ...translation import tr
from ..elided_box import ElidedBox
from .check_list import CheckList
from .expert_line import ExpertLine

_MISSIONS = {
    "vhr": ("PHR1A", "PHR1B", "SPOT6", "SPOT7", "PNEO3", "PNEO4"),
    "spot_history": ("SPOT1", "SPOT2", "SPOT3", "SPOT4", "SPOT5"),
    "sentinel2": ("S2A", "S2B", "S2C"),
}
_EVERY_MISSION = tuple(code for codes in _MISSIONS.values() for code in codes)


_WIDE = ("left_out", "cql2")  # under their labels
_NARROW = 80  # pixels: the longest label and a field fit in a panel of 320


class CriteriaBox(QWidget):
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QgsCollapsibleGroupBox()
        self.group.setSaveCollapsedState(False)
        self.group.setSaveCheckedState(False)
        self.missions = CheckList(tr("All"))
        self.max_gsd = _most("\u00a0m", 1000.0, 1)
        self.spectral_mode = _list((mode, spectral_mode_name(mode)) for mode in ("P", "MS", "P+MS", "PMS"))
        self.level = _list((level, level_name(level)) for level in ("ortho", "primary"))
        self.acquisition_mode = _list((mode, acquisition_mode_name(mode)) for mode in ACQUISITION_MODES)
        self.max_incidence = _most("°", 90.0, 0)
        self.max_incidence.setToolTip(tr("Measured on the ground. An image whose angle is unknown is kept."))
        self.max_off_nadir = _most("°", 90.0, 0)
        self.max_off_nadir.setToolTip(tr("Measured at the satellite. An image whose angle is unknown is kept."))
        self.min_coverage = _most("\u00a0%", 100.0, 0)
        self.min_coverage.setClearValue(0.0, tr("any"))
        self.min_coverage.setToolTip(tr("Share of the zone that one image covers. An unknown footprint is kept."))
        self.months = CheckList(tr("All months"))
        self.months.fill(_months(), ())
        self.months.setToolTip(tr("Of any year, in UTC: winters, for instance, whatever the year."))
        self.left_out = CheckList(tr("None"))
        self.left_out.setToolTip(tr("Those that are ticked are searched."))
        self._left_out: set[str] = set()
        self.cql2 = ExpertLine()
        self.text = QgsFilterLineEdit()
        self.text.setToolTip(tr("Words of the identifier, title, collection or mission; each must be there."))
        self.used = QLabel()
        self.used.setTextFormat(Qt.TextFormat.PlainText)
        bold = self.used.font()
        bold.setBold(True)
        self.used.setFont(bold)
        self.reset = QPushButton(tr("Reset"))
        self.reset.setFlat(True)
        self.reset.setToolTip(tr("Empty the further criteria"))
        fields = QWidget()  # the group shows all its own children when it opens; these may be hidden by the theme
        self.accounts = QPushButton(tr("Accounts and catalogues…"))
        self.accounts.setFlat(True)
        self.accounts.setToolTip(tr("Add a catalogue, test it, sign in: QGIS's options open there"))
        self._form = QFormLayout(fields)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels = {name: self._row(name, label) for name, label in _labels()}
        inside = QVBoxLayout(self.group)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(fields)
        inside.addWidget(self.accounts, 0, Qt.AlignmentFlag.AlignLeft)
        beside = QWidget()  # of the title
        line = QHBoxLayout(beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(3)
        line.addWidget(self.used)
        line.addWidget(self.reset)
        outside = QGridLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self.group, 0, 0)
        outside.addWidget(beside, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.group.setTitle(tr("More criteria"))
        self._theme = ""
        self.set_theme("vhr")
        self._connect()
        self._count()

    def read(self, choices: Choices) -> Choices:
        """The same choices with these criteria."""
        return replace(
            choices,
            missions=self.missions.ticked(),
            max_gsd=_value(self.max_gsd),
            spectral_mode=self.spectral_mode.currentData(),
            level=self.level.currentData(),
            acquisition_mode=self.acquisition_mode.currentData(),
            max_incidence=_value(self.max_incidence),
            max_off_nadir=_value(self.max_off_nadir),
            min_coverage=_value(self.min_coverage),
            months=self.months.ticked(),
            text=self.text.text().strip(),
            left_out=self._unticked(),
            cql2=self.cql2.text(),
        )

    def write(self, choices: Choices) -> None:
        self.set_theme(choices.theme)
        self.missions.tick(choices.missions)
        self.months.tick(choices.months)
        self._left_out = set(choices.left_out)
        self.left_out.tick([row_id for row_id in self._catalogues() if row_id not in self._left_out])
        for spin in self._bounds():
            value = getattr(choices, spin.objectName())
            spin.clear() if value is None else spin.setValue(value)
        for name in ("spectral_mode", "level", "acquisition_mode"):
            box: QComboBox = getattr(self, name)
            box.setCurrentIndex(max(box.findData(getattr(choices, name)), 0))
        self.text.setText(choices.text)
        self.cql2.set_text(choices.cql2)
        self._changed()

    def set_catalogues(self, catalogues: Iterable[tuple[str, str]]) -> None:
        """(id, title) of those that serve the theme; one alone offers no choice."""
        catalogues = tuple(catalogues)
        self.left_out.fill(catalogues, {row_id for row_id, _title in catalogues} - self._left_out)
        self._show_meant()

    def show_problem(self) -> bool:
        """Whether the expert's filter is not understood; then it is brought into sight."""
        if self.cql2.problem() is None or "cql2" not in self._meant():
            return False
        self.group.setCollapsed(False)
        self.cql2.setFocus()
        return True

    def set_theme(self, theme: str) -> None:
        if theme == self._theme:
            return
        self._theme = theme
        offered = [(code, mission_name(code)) for code in _MISSIONS.get(theme, _EVERY_MISSION)]
        self.missions.fill(offered, self.missions.ticked())
        self._show_meant()

    def _meant(self) -> frozenset[str]:
        meant = Choices(theme=self._theme).meant
        return meant if self.left_out.count() > 1 else meant - {"left_out"}

    def _show_meant(self) -> None:
        meant = self._meant()
        for name, label in self._labels.items():
            label.setVisible(name in meant)
            getattr(self, name).setVisible(name in meant)
        self._count()

    def _catalogues(self) -> list[str]:
        return [self.left_out.itemData(index) for index in range(self.left_out.count())]

    def _unticked(self) -> tuple[str, ...]:
        ticked = self.left_out.ticked()
        return tuple(row_id for row_id in self._catalogues() if row_id not in ticked)

    def _catalogues_changed(self) -> None:
        self._left_out = (self._left_out - set(self._catalogues())) | set(self._unticked())
        self._changed()

    def _bounds(self) -> tuple[QgsDoubleSpinBox, ...]:
        return (self.max_gsd, self.max_incidence, self.max_off_nadir, self.min_coverage)

    def _row(self, name: str, text: str) -> QLabel:
        label, widget = QLabel(text), getattr(self, name)
        label.setBuddy(widget)
        widget.setAccessibleName(text)
        widget.setObjectName(name)
        widget.setMinimumWidth(_NARROW)
        if name in _WIDE:
            self._form.addRow(label)
            self._form.addRow(widget)
        else:
            self._form.addRow(label, widget)
        return label

    def _connect(self) -> None:
        self.missions.changed.connect(self._changed)
        self.months.changed.connect(self._changed)
        self.left_out.changed.connect(self._catalogues_changed)
        self.cql2.changed.connect(self._changed)
        for spin in self._bounds():
            spin.valueChanged.connect(lambda _value: self._changed())
        for box in (self.spectral_mode, self.level, self.acquisition_mode):
            box.currentIndexChanged.connect(lambda _index: self._changed())
        self.text.textChanged.connect(lambda _text: self._changed())
        self.reset.clicked.connect(lambda: self.write(Choices(theme=self._theme)))

    def _changed(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        """How many ask something, told even when the box is closed."""
        used = len(self.read(Choices(theme=self._theme)).folded_in_use)
        self.used.setText(f"({used})")
        self.used.setAccessibleName(tr("%n further criteria in use", "", used))
        self.used.setVisible(used > 0)
        self.reset.setVisible(used > 0)


def _labels() -> tuple[tuple[str, str], ...]:
    labels = {
        "missions": tr("Mission"),
        "max_gsd": tr("Resolution at most"),
        "spectral_mode": tr("Spectral mode"),
        "level": tr("Level"),
        "acquisition_mode": tr("Viewing mode"),
        "max_incidence": tr("Incidence at most"),
        "max_off_nadir": tr("Off-nadir at most"),
        "min_coverage": tr("Covers at least"),
        "months": tr("Months of the year"),
        "left_out": tr("Catalogues searched"),
        "cql2": tr("Expert filter (CQL2)"),
        "text": tr("Contains the text"),
    }
    return tuple((name, labels[name]) for name in FOLDED)


def _months() -> list[tuple[int, str]]:
    return [(month, locale().standaloneMonthName(month)) for month in range(1, 13)]


def _most(suffix: str, largest: float, decimals: int) -> QgsDoubleSpinBox:
    """Zero stands for no limit, and is shown so."""
    spin = QgsDoubleSpinBox()
    spin.setRange(0.0, largest)
    spin.setDecimals(decimals)
    spin.setSuffix(suffix)
    spin.setClearValue(0.0, tr("no limit"))
    return spin


def _list(entries) -> QComboBox:
    box = ElidedBox()
    box.addItem(tr("any"), "")
    for value, text in entries:
        box.addItem(text, value)
    return box


def _value(spin: QgsDoubleSpinBox) -> float | None:
    return spin.value() or None
