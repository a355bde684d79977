# SPDX-License-Identifier: GPL-2.0-or-later
"""The downloads that are still to come, as rows in the order in which they start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

from ...core.downloads import DownloadQueue
from ...core.transfer_names import figures_text, state_text, transfer_name
from ...domain.transfers import FAILED, PAUSED, WAITING, Transfer
from ...translation import tr
from ..tool_tip import tool_tip

_ROW_TYPE = "application/x-dinamis-transfer"


@dataclass(frozen=True)
class TransferText:
    name: str
    state: str  # 62 %  4 min
    detail: str  # 1,2 Go sur 1,8 Go, 8,4 Mo/s; or why it stands still
    share: float | None  # of its bytes that are there
    can: str  # what the first button does: pause, resume or retry


class TransfersModel(QAbstractListModel):
    def __init__(self, queue: DownloadQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._ids: list[str] = [one.id for one in queue.transfers()]
        queue.changed.connect(self._changed)
        queue.progressed.connect(self._progressed)

    def close(self) -> None:
        self._queue.changed.disconnect(self._changed)
        self._queue.progressed.disconnect(self._progressed)

    def transfer(self, index: QModelIndex) -> Transfer | None:
        return self._queue.transfer(self._ids[index.row()]) if index.isValid() else None

    def row_of(self, transfer_id: str) -> int:
        return self._ids.index(transfer_id) if transfer_id in self._ids else -1

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        transfer = self.transfer(index)
        if transfer is None:
            return None
        text = self._text(transfer)
        if role == Qt.ItemDataRole.UserRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return text.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (text.name, text.state, text.detail)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(text.name, text.state, text.detail, str(transfer.place))
        return None

    def _text(self, transfer: Transfer) -> TransferText:
        figures = self._queue.figures(transfer.id)
        size = figures.size or transfer.size
        share = figures.there / size if size and figures.there else None
        can = {PAUSED: "resume", FAILED: "retry"}.get(transfer.state, "pause")
        detail = transfer.said or figures_text(transfer, figures)
        return TransferText(transfer_name(transfer), state_text(transfer, figures), detail, share, can)

    # --- another order, by the mouse --------------------------------------------------------------

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_ROW_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_ROW_TYPE, self._ids[indexes[0].row()].encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: QModelIndex
    ) -> bool:
        transfer_id = bytes(data.data(_ROW_TYPE)).decode()
        came_from = self.row_of(transfer_id)
        if came_from >= 0:
            place = len(self._ids) if row < 0 else row
            self._queue.move(transfer_id, place - (came_from < place))
        return False  # the row has moved already: the view has none to remove

    # --- what the queue tells ---------------------------------------------------------------------

    def _changed(self) -> None:
        now = [one.id for one in self._queue.transfers()]
        if now == self._ids:
            if now:
                self.dataChanged.emit(self.index(0), self.index(len(now) - 1))
            return
        self.beginResetModel()
        self._ids = now
        self.endResetModel()

    def _progressed(self, transfer_id: str) -> None:
        row = self.row_of(transfer_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


def others_text(others: Sequence[Transfer]) -> str:
    """``2 autres en attente``, ``5 autres``."""
    if all(one.state == WAITING for one in others):
        return tr("%n other(s) waiting", "", len(others))
    return tr("%n other(s)", "", len(others))
