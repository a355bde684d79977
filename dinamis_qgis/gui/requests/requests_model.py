# SPDX-License-Identifier: GPL-2.0-or-later
"""The requests of the register as rows; those of one state, or all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from ...core.ledger import Ledger
from ...core.register_words import RowText, row_text
from ...domain.register import Entry
from ...translation import tr
from ..tool_tip import tool_tip

ENTRY, TEXT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class RequestsModel(QAbstractListModel):
    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._state: str | None = None
        self._sensors: Mapping[str, str] = {}
        self._entries: tuple[Entry, ...] = ()
        self._texts: dict[int, RowText] = {}  # by row, once it was seen: a zone may have to be measured

    def refresh(self) -> None:
        self.beginResetModel()
        kept = (one for one in self._ledger.entries if self._state in (None, one.request.state))
        self._entries = tuple(kept)
        self._texts.clear()
        self.endResetModel()

    def show_state(self, state: str | None) -> None:
        """None: all of them."""
        self._state = state
        self.refresh()

    def name_sensors(self, names: Mapping[str, str]) -> None:
        self._sensors = names
        self.refresh()

    def row_of(self, name: str) -> int:
        return next((row for row, entry in enumerate(self._entries) if entry.id == name), -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role not in (TEXT, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DisplayRole):
            return None
        if index.row() not in self._texts:
            self._texts[index.row()] = row_text(entry, self._sensors, self._ledger.waits(entry))
        text = self._texts[index.row()]
        if role == TEXT:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(*text.tip, tr("Click the state to change it"))
        return ", ".join((text.title, text.state, text.detail, text.note))  # for screen readers
