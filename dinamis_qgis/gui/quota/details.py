# SPDX-License-Identifier: GPL-2.0-or-later
"""« Détail du calcul et autres lectures » : every rule with its value, source and date, and what is open."""

from __future__ import annotations

import html

from qgis.gui import QgsCollapsibleGroupBox, QgsDoubleSpinBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core import numbers
from ...core.estimate_words import Sentence, doubts, explain, other_readings
from ...domain.quota import Estimate
from ...translation import tr

_MOST_USED = 1_000_000
_PARAGRAPH = '<p style="margin:2px 0; white-space:pre-wrap">{}</p>'  # else Qt breaks numbers at their thin spaces


class Details(QgsCollapsibleGroupBox):
    """``used_changed`` comes when the person says what was already taken from the quota."""

    used_changed = pyqtSignal()
    comparison_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dinamisEstimateDetails")  # QGIS remembers whether it was open by this name
        self.setSettingGroup("dinamis")
        self.setTitle(tr("Details and other readings"))
        self.setCollapsed(True)
        self._estimate: Estimate | None = None
        self.lines = QLabel()
        self.lines.setTextFormat(Qt.TextFormat.RichText)
        self.lines.setWordWrap(True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.used = self._used_field()
        self._used = {"km2": 0.0, "credit": 0.0}
        self._unit = "km2"
        self._used_row = QWidget()
        row = QFormLayout(self._used_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addRow(tr("Already taken"), self.used)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.lines)
        layout.addWidget(self._used_row)
        self.compare = QPushButton(tr("Compare the solutions…"))
        self.compare.setAutoDefault(False)
        self.compare.setToolTip(tr("Every sensor and way to order, side by side, for this zone"))
        self.compare.clicked.connect(self.comparison_asked)
        layout.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.collapsedStateChanged.connect(lambda _closed: self._write())

    def used_in(self, unit: str) -> float:
        """km² or credits, by ``unit`` ("km2", "credit")."""
        return self._used[unit]

    def show_estimate(self, estimate: Estimate) -> None:
        """Written only while open: nothing is laid out for nobody at each move of a drawing."""
        self._estimate = estimate
        self._count_in("credit" if estimate.sensor.credits else "km2")
        self._write()

    def _count_in(self, unit: str) -> None:
        self._unit = unit
        before = self.used.blockSignals(True)
        self.used.setSuffix(tr(" credits") if unit == "credit" else tr(" km²"))
        self.used.setValue(self._used[unit])
        self.used.blockSignals(before)

    def _used_typed(self, value: float) -> None:
        self._used[self._unit] = value
        self.used_changed.emit()

    def _write(self) -> None:
        if self._estimate is None or self.isCollapsed():
            return
        self._used_row.setVisible(self._estimate.cost_eur is not None)
        parts = [self._paragraph(one) for one in explain(self._estimate)]
        readings, open_points = other_readings(self._estimate), doubts(self._estimate)
        if readings:
            parts += [_heading(tr("Other readings of the tariff:")), *map(self._paragraph, readings)]
        if open_points:
            parts += [_heading(tr("Not said by the tariff:")), *map(self._paragraph, open_points)]
        self.lines.setText("".join(parts))

    def _paragraph(self, one: Sentence) -> str:
        """The tariff's own text is text: it is escaped."""
        said = html.escape(tr("{}: {}").format(one.words, "\0")) if one.value else html.escape(one.words)
        value = html.escape(one.value.replace(" ", "\u00a0"))
        said = said.replace("\0", f"<b>{value}</b>")
        if one.source:
            said += f"<br><small>{html.escape(one.source)}</small>"
        return _PARAGRAPH.format(said)

    def _used_field(self) -> QgsDoubleSpinBox:
        field = QgsDoubleSpinBox()
        field.setLocale(numbers.locale())
        field.setRange(0, _MOST_USED)
        field.setDecimals(0)
        field.setClearValue(0)
        field.setAccessibleName(tr("Already taken"))
        field.setToolTip(tr("What your organisation has already drawn from the free quota, if the quota is yearly"))
        field.valueChanged.connect(self._used_typed)
        return field


def _heading(words: str) -> str:
    return _PARAGRAPH.format(f"<i>{html.escape(words)}</i>")
