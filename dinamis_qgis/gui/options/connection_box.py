# SPDX-License-Identifier: GPL-2.0-or-later
"""« Tester la connexion »: asks one catalogue, in a task, and shows what the last test said."""

from __future__ import annotations

import logging

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...core.connection import connect, last_test, remember_test
from ...core.connection_words import what_it_can
from ...core.messages import sentence
from ...core.task import TaskSlot
from ...domain.catalogues.connection import Findings
from ...domain.catalogues.registry import CatalogueRow
from ...domain.errors import Cancelled, DinamisError
from ...translation import tr
from ..wrapped import WrappedLabel
from .row_words import row_problem

_log = logging.getLogger(__name__)


class ConnectionBox(QWidget):
    tested = pyqtSignal(str)  # a row's id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: CatalogueRow | None = None
        self._asked: CatalogueRow | None = None
        self._slot = TaskSlot(self)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.label, self.said = WrappedLabel(), WrappedLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(tr("Test in progress"))
        first = QHBoxLayout()
        first.addWidget(self.button)
        first.addWidget(self.label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(first)
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        self.button.clicked.connect(self._start_or_cancel)
        self._slot.busy_changed.connect(lambda _busy: self._show())
        self._show()

    def set_row(self, row: CatalogueRow | None) -> None:
        """The row that the button asks; a test that runs goes on."""
        self._row = row
        self._show()

    def close_box(self) -> None:
        self._slot.close()

    def _start_or_cancel(self) -> None:
        if self._slot.busy:
            self._slot.cancel()
            return
        row = self._asked = self._row
        if row is not None:
            self._slot.start(row.title, lambda feedback: connect(row, feedback), self._answered, self._failed)

    def _answered(self, found: Findings) -> None:
        self._remember(True, what_it_can(found, self._asked.auth if self._asked is not None else ""))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        known = isinstance(error, DinamisError)
        _log.log(
            logging.WARNING if known else logging.ERROR,
            "%s", error, exc_info=None if known else (type(error), error, error.__traceback__),
        )  # fmt: skip
        self._remember(False, sentence(error))

    def _remember(self, works: bool, said: str) -> None:
        if self._asked is not None:
            remember_test(self._asked, works, said)
            self.tested.emit(self._asked.id)
        self._show()

    def _show(self) -> None:
        busy = self._slot.busy
        self.button.setText(tr("Cancel") if busy else tr("Test the connection"))
        self.button.setEnabled(busy or (self._row is not None and not row_problem(self._row)))
        self.bar.setVisible(busy)
        last = last_test(self._row) if self._row is not None else None
        self.label.setText(last.label if last is not None else tr("Never tested from here."))
        self.said.setText(last.said if last is not None else "")
        self.said.setVisible(last is not None)
