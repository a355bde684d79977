# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person can do with a download in the queue."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMenu, QMessageBox, QWidget

from ...core.downloads import DownloadQueue
from ...core.numbers import format_size
from ...core.transfer_names import transfer_name
from ...domain.transfers import FAILED, PAUSED, Transfer
from ...translation import tr
from ..folders import open_folder
from .folder import ask_folder

_WORTH_ASKING = 1 << 20  # bytes that a cancellation would throw away


class TransferActions:
    def __init__(self, queue: DownloadQueue, parent: QWidget) -> None:
        self._queue, self._parent = queue, parent

    def switch(self, transfer: Transfer | None) -> None:
        """Pause what comes or waits, go on with what stands still."""
        if transfer is not None and transfer.state in (PAUSED, FAILED):
            self._queue.resume(transfer.id)
        elif transfer is not None:
            self._queue.pause(transfer.id)

    def cancel(self, transfer: Transfer | None) -> None:
        if transfer is None:
            return
        there = self._queue.figures(transfer.id).there
        if there < _WORTH_ASKING or self._agreed(transfer, there):
            self._queue.cancel(transfer.id)

    def menu(self, transfer: Transfer, row: int, rows: int) -> QMenu:
        menu = QMenu(self._parent)
        stands = tr("Try again") if transfer.state == FAILED else tr("Resume")
        word = stands if transfer.state in (PAUSED, FAILED) else tr("Pause")
        menu.addAction(word).triggered.connect(lambda: self.switch(transfer))
        menu.addAction(tr("Cancel")).triggered.connect(lambda: self.cancel(transfer))
        menu.addSeparator()
        moves = ((tr("First"), 0), (tr("Up"), row - 1), (tr("Down"), row + 1), (tr("Last"), rows - 1))
        for name, place in moves:
            action = menu.addAction(name)
            action.setEnabled(0 <= place < rows and place != row)
            action.triggered.connect(lambda _checked=False, place=place: self._queue.move(transfer.id, place))
        menu.addSeparator()
        menu.addAction(tr("Open the folder")).triggered.connect(lambda: open_folder(transfer.place))
        menu.addAction(tr("Choose another folder…")).triggered.connect(lambda: self._relocate(transfer))
        menu.addSeparator()
        menu.addAction(tr("Pause all")).triggered.connect(self._queue.pause_all)
        menu.addAction(tr("Resume all")).triggered.connect(self._queue.resume_all)
        return menu

    def _relocate(self, transfer: Transfer) -> None:
        folder = ask_folder(self._parent, Path(transfer.folder))
        if folder is not None:
            self._queue.relocate([transfer.id], folder)

    def _agreed(self, transfer: Transfer, there: int) -> bool:
        question = tr("Cancel the download of {name}? The {size} that have come will be deleted.")
        text = question.format(name=transfer_name(transfer), size=format_size(there))
        box = QMessageBox(QMessageBox.Icon.Question, "DINAMIS", text, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        yes = box.addButton(tr("Cancel the download"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(tr("Go on"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is yes
