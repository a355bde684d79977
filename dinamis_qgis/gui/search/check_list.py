# SPDX-License-Identifier: GPL-2.0-or-later
"""A list in which several entries may be ticked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QWidget


class CheckList(QgsCheckableComboBox):
    """``nothing`` is shown while no entry is ticked."""

    changed = pyqtSignal()

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultText(nothing)
        self.setSizeAdjustPolicy(QgsCheckableComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.model().dataChanged.connect(lambda *_what: self.changed.emit())

    def fill(self, entries: Iterable[tuple[Any, str]], ticked: Collection[Any]) -> None:
        """Values with their words."""
        blocked = self.blockSignals(True)
        self.clear()
        for value, text in entries:
            self.addItemWithCheckState(text, _state(value in ticked), value)
        self.blockSignals(blocked)

    def ticked(self) -> tuple[Any, ...]:
        places = range(self.count())
        return tuple(self.itemData(place) for place in places if self.itemCheckState(place) == Qt.CheckState.Checked)

    def tick(self, values: Collection[Any]) -> None:
        for index in range(self.count()):
            self.setItemCheckState(index, _state(self.itemData(index) in values))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the panel chooses nothing


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
