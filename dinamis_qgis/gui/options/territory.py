# SPDX-License-Identifier: GPL-2.0-or-later
"""« Territoire »: which one is in use, and the dialog that chooses another."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core.numbers import format_km2
from ...translation import tr
from ..notices import Notices
from .given import Given
from .section import Section


class TerritorySection(Section):
    name = "territory"

    def __init__(self, given: Given, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(given, notices, parent)
        self._territories = given.territories()
        self.territory, self.note = QLabel(), QLabel()
        self.territory.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.territory, self.note):
            label.setWordWrap(True)
        self.choose = QPushButton(tr("Choose my territory…"))
        self.choose.clicked.connect(lambda: given.choose_territory(self))
        rows = QFormLayout()
        rows.addRow(tr("Territory"), self.territory)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addLayout(rows)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self._territories.changed.connect(self._show)
        self._territories.settled.connect(self._show)
        self._show()

    @staticmethod
    def title() -> str:
        return tr("Territory")

    def close_section(self) -> None:
        self._territories.changed.disconnect(self._show)
        self._territories.settled.disconnect(self._show)

    def _show(self) -> None:
        current = self._territories.current
        self.note.setText(
            tr("The demonstration shows invented territories. Your own territory stays as it is.")
            if self._territories.invented
            else tr("The zone that is proposed first, in searches and requests.")
        )
        self.territory.setText(
            f"{current.name}, {format_km2(current.zone.km2)}" if current is not None else tr("none chosen yet")
        )
