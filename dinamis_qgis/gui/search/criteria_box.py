# SPDX-License-Identifier: GPL-2.0-or-later
"""« Plus de critères » : the folded ones. What a theme has no use for is hidden, and asks nothing."""

from __future__ import annotations

from dataclasses import replace

from qgis.gui import QgsCheckableComboBox, QgsCollapsibleGroupBox, QgsDoubleSpinBox, QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core.words import acquisition_mode_name, level_name, mission_name, spectral_mode_name
from ...domain.choices import FOLDED, Choices
from ...domain.scene import ACQUISITION_MODES
from ...translation import tr
from ..elided_box import ElidedBox

_MISSIONS = {
    "vhr": ("PHR1A", "PHR1B", "SPOT6", "SPOT7", "PNEO3", "PNEO4"),
    "spot_history": ("SPOT1", "SPOT2", "SPOT3", "SPOT4", "SPOT5"),
    "sentinel2": ("S2A", "S2B", "S2C"),
}
_EVERY_MISSION = tuple(code for codes in _MISSIONS.values() for code in codes)


_NARROW = 80  # pixels: the longest label and a field fit in a panel of 320


class CriteriaBox(QWidget):
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QgsCollapsibleGroupBox()
        self.group.setSaveCollapsedState(False)
        self.group.setSaveCheckedState(False)
        self.missions = QgsCheckableComboBox()
        self.missions.setDefaultText(tr("All"))
        self.max_gsd = _most("\u00a0m", 1000.0, 1)
        self.spectral_mode = _list((mode, spectral_mode_name(mode)) for mode in ("P", "MS", "P+MS", "PMS"))
        self.level = _list((level, level_name(level)) for level in ("ortho", "primary"))
        self.acquisition_mode = _list((mode, acquisition_mode_name(mode)) for mode in ACQUISITION_MODES)
        self.max_incidence = _most("°", 90.0, 0)
        self.min_coverage = _most("\u00a0%", 100.0, 0)
        self.min_coverage.setClearValue(0.0, tr("any"))
        self.min_coverage.setToolTip(tr("Share of the zone that one image covers. An unknown footprint is kept."))
        self.text = QgsFilterLineEdit()
        self.text.setToolTip(tr("Words of the identifier, title, collection or mission; each must be there."))
        self.reset = QPushButton(tr("Reset"))
        self.reset.setFlat(True)
        self.reset.setToolTip(tr("Empty the further criteria"))
        fields = QWidget()  # the group shows all its own children when it opens; these may be hidden by the theme
        self._form = QFormLayout(fields)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels = {name: self._row(name, label) for name, label in _labels()}
        inside = QVBoxLayout(self.group)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(fields)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self.group)
        outside.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignRight)
        self._theme = ""
        self.set_theme("vhr")
        self._connect()
        self._count()

    def read(self, choices: Choices) -> Choices:
        """The same choices with these criteria."""
        return replace(
            choices,
            missions=tuple(self.missions.checkedItemsData()),
            max_gsd=_value(self.max_gsd),
            spectral_mode=self.spectral_mode.currentData(),
            level=self.level.currentData(),
            acquisition_mode=self.acquisition_mode.currentData(),
            max_incidence=_value(self.max_incidence),
            min_coverage=_value(self.min_coverage),
            text=self.text.text().strip(),
        )

    def write(self, choices: Choices) -> None:
        self.set_theme(choices.theme)
        for index in range(self.missions.count()):
            on = self.missions.itemData(index) in choices.missions
            self.missions.setItemCheckState(index, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        for name in ("max_gsd", "max_incidence", "min_coverage"):
            spin: QgsDoubleSpinBox = getattr(self, name)
            value = getattr(choices, name)
            spin.clear() if value is None else spin.setValue(value)
        for name in ("spectral_mode", "level", "acquisition_mode"):
            box: QComboBox = getattr(self, name)
            box.setCurrentIndex(max(box.findData(getattr(choices, name)), 0))
        self.text.setText(choices.text)
        self._changed()

    def set_theme(self, theme: str) -> None:
        if theme == self._theme:
            return
        self._theme = theme
        checked = set(self.missions.checkedItemsData())
        self.missions.clear()
        for code in _MISSIONS.get(theme, _EVERY_MISSION):
            on = Qt.CheckState.Checked if code in checked else Qt.CheckState.Unchecked
            self.missions.addItemWithCheckState(mission_name(code), on, code)
        meant = Choices(theme=theme).meant
        for name, label in self._labels.items():
            label.setVisible(name in meant)
            getattr(self, name).setVisible(name in meant)
        self._count()

    def _row(self, name: str, text: str) -> QLabel:
        label, widget = QLabel(text), getattr(self, name)
        label.setBuddy(widget)
        widget.setAccessibleName(text)
        widget.setMinimumWidth(_NARROW)
        self._form.addRow(label, widget)
        return label

    def _connect(self) -> None:
        self.missions.model().dataChanged.connect(lambda *_what: self._changed())
        for spin in (self.max_gsd, self.max_incidence, self.min_coverage):
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
        title = tr("More criteria")
        self.group.setTitle(f"{title} ({used})" if used else title)
        self.reset.setVisible(used > 0)


def _labels() -> tuple[tuple[str, str], ...]:
    labels = {
        "missions": tr("Mission"),
        "max_gsd": tr("Resolution at most"),
        "spectral_mode": tr("Spectral mode"),
        "level": tr("Level"),
        "acquisition_mode": tr("Viewing mode"),
        "max_incidence": tr("Incidence at most"),
        "min_coverage": tr("Covers at least"),
        "text": tr("Contains the text"),
    }
    return tuple((name, labels[name]) for name in FOLDED)


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
