# SPDX-License-Identifier: GPL-2.0-or-later
"""What was asked and granted, by year, sensor and state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...core.register_words import asked_amount, granted_amount
from ...core.request_states import state_name
from ...domain.register import Entry, totals
from ...translation import tr
from ..help import add_help

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TotalsDialog(QDialog):
    def __init__(self, entries: Iterable[Entry], sensors: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Asked and granted"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Asked and granted"))
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels(
            [tr("Year"), tr("Sensor"), tr("State"), tr("Requests"), tr("Asked"), tr("Of which granted")]
        )
        for one in totals(entry.request for entry in entries):
            words = [str(one.year), sensors.get(one.sensor, one.sensor), state_name(one.state), str(one.requests)]
            item = QTreeWidgetItem([*words, asked_amount(one), granted_amount(one)])
            for column in (3, 4, 5):
                item.setTextAlignment(column, _RIGHT)
            self.table.addTopLevelItem(item)
        for column in range(self.table.columnCount()):
            self.table.resizeColumnToContents(column)
        note = QLabel(
            tr(
                "A request counts in the year in which it was sent. The free quota is stated per request: what would "
                "be left of it is no figure, and none is shown."
            )
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        add_help(self, buttons)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self.resize(620, 260)
