# SPDX-License-Identifier: GPL-2.0-or-later
"""The strip above « Mes images » : there only while something comes or stands still. A click unfolds the queue."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, QSize, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QToolButton, QVBoxLayout, QWidget

from ...core.downloads import DownloadQueue
from ...domain.transfers import RUNNING
from ...translation import tr
from ..elided import ElidedLabel
from .transfer_actions import TransferActions
from .transfers_delegate import TransfersDelegate
from .transfers_model import TransfersModel, others_text

_MOST_ROWS = 6


class DownloadStrip(QFrame):
    def __init__(self, queue: DownloadQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._unfolded = False
        self.model = TransfersModel(queue, self)
        self.actions_of = TransferActions(queue, self)
        self._build()
        self.model.modelReset.connect(self._show)
        self.model.dataChanged.connect(self._show)
        self._show()

    def close_strip(self) -> None:
        self.model.close()

    def unfold(self, unfolded: bool) -> None:
        self._unfolded = unfolded
        self._show()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.list = _TransfersList()
        self.list.setModel(self.model)
        self._delegate = TransfersDelegate(self.list)
        self._delegate.switch_clicked.connect(lambda index: self.actions_of.switch(self.model.transfer(index)))
        self._delegate.cancel_clicked.connect(lambda index: self.actions_of.cancel(self.model.transfer(index)))
        self._delegate.row_clicked.connect(lambda _index: self.unfold(not self._unfolded))
        self.list.setItemDelegate(self._delegate)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.others = ElidedLabel()
        self.more_button = QToolButton()
        self.more_button.setAutoRaise(True)
        self.more_button.clicked.connect(lambda: self.unfold(not self._unfolded))
        self.footer = QWidget()
        footer = QHBoxLayout(self.footer)
        footer.setContentsMargins(4, 0, 0, 0)
        footer.addWidget(self.others, 1)
        footer.addWidget(self.more_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self.footer)

    def _show(self) -> None:
        transfers = self._queue.transfers()
        self.setVisible(bool(transfers))
        if not transfers:
            self._unfolded = False
            return
        # The first that runs speaks for all while the strip is folded.
        first = next((one for one in transfers if one.state == RUNNING), transfers[0])
        lines = 2 if self._unfolded else 1
        if lines != self._delegate.lines:
            self._delegate.lines = lines
            self.list.scheduleDelayedItemsLayout()
        for row, transfer in enumerate(transfers):
            hidden = not self._unfolded and transfer is not first
            if self.list.isRowHidden(row) != hidden:
                self.list.setRowHidden(row, hidden)
        rows = min(len(transfers), _MOST_ROWS) if self._unfolded else 1
        self.list.show_rows(rows, self._delegate.row_height(self.list.font()))
        policies = Qt.ScrollBarPolicy
        self.list.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if self._unfolded else policies.ScrollBarAlwaysOff
        )
        modes = QAbstractItemView.DragDropMode
        self.list.setDragDropMode(modes.InternalMove if self._unfolded else modes.NoDragDrop)
        self.footer.setVisible(len(transfers) > 1 or self._unfolded)
        self.more_button.setText(tr("Fold") if self._unfolded else tr("Show all"))
        others = [one for one in transfers if one is not first]
        self.others.setText(f"↓ {others_text(others)}" if others and not self._unfolded else "")

    def _ask_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        transfer = self.model.transfer(index)
        if transfer is not None:
            menu = self.actions_of.menu(transfer, index.row(), self.model.rowCount())
            menu.popup(self.list.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.list.currentIndex(), event.key()
        transfer = self.model.transfer(index)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if transfer is not None and key == Qt.Key.Key_Space:
            self.actions_of.switch(transfer)
        elif transfer is not None and key == Qt.Key.Key_Delete:
            self.actions_of.cancel(transfer)
        elif transfer is not None and key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._queue.move(transfer.id, index.row() + steps[key])
            self.list.setCurrentIndex(self.model.index(self.model.row_of(transfer.id)))
        else:
            super().keyPressEvent(event)


class _TransfersList(QListView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("Downloads"))

    def show_rows(self, rows: int, height: int) -> None:
        """So many if there is room, one at the least."""
        self._height = rows * height
        self.setMinimumHeight(height)
        self.setMaximumHeight(self._height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Delete and Alt with an arrow are the strip's."""
        ours = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete)
        if ours or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
