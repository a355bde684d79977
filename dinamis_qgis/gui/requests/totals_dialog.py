# SPDX-License-Identifier: GPL-2.0-or-later
"""What was asked and granted, by year, sensor and state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...core.register_words import asked_amount, granted_amount, left_words
from ...core.request_states import state_name
from ...domain.quota_left import left
from ...domain.register import Entry, totals
from ...domain.tariffs import Tariff
from ...translation import tr
from ..help import add_help

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TotalsDialog(QDialog):
    """``tariff``: the one in force, which may declare over which period its free quota runs."""

    def __init__(
        self,
        entries: Sequence[Entry],
        sensors: Mapping[str, str],
        tariff: Tariff | None = None,
        parent: QWidget | None = None,
    ) -> None:
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
        self.note = note = QLabel(_note(entries, tariff))
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        add_help(self, buttons)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self.resize(620, 260)


def _note(entries: Sequence[Entry], tariff: Tariff | None) -> str:
    counted = tr("A request counts in the year in which it was sent.")
    if tariff is not None and tariff.quota_period:
        year = date.today().year
        rest = left_words(left(tariff, (one.request for one in entries), year), year)
        return f"{counted}\n{rest}".strip()
    return " ".join(
        (
            counted,
            tr(
                "The tariff does not say over which period its free quota runs: what would be left of it is no figure, "
                "and none is shown."
            ),
        )
    )
