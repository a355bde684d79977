# SPDX-License-Identifier: GPL-2.0-or-later
"""Above the list of « Mes images » : its filter and order, how many there are, and how far indexing is."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...core.library import Library
from ...core.numbers import format_number
from ...translation import tr
from ..elided import ElidedLabel
from ..elided_box import ElidedBox
from .images_model import NEWEST, OLDEST, OPENED, ImagesModel

_SETTLED_MS = 150  # typing faster than this narrows once


class LibraryBar(QWidget):
    cancel_requested = pyqtSignal()

    def __init__(self, model: ImagesModel, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._library = model, library
        self._build()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._narrow)
        self.filter.textChanged.connect(self._typed)
        self.order.currentIndexChanged.connect(self._order)
        self.cancel.clicked.connect(self.cancel_requested)
        model.counted.connect(self._count)
        library.working.connect(self._show_work)
        self._count()
        self._show_work()

    def close_bar(self) -> None:
        self._settle.stop()
        self._library.working.disconnect(self._show_work)

    def set_of_territory(self, only: bool) -> None:
        self._model.narrow(self.filter.text(), only)

    def show_all(self) -> None:
        self.filter.clear()
        self._settle.stop()
        self.set_of_territory(False)

    def _build(self) -> None:
        self.filter = QgsFilterLineEdit()
        self.filter.setShowClearButton(True)
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setToolTip(tr("Words of the satellite, the date, the mode, the name or the folder"))
        self.order = ElidedBox()
        self.order.setAccessibleName(tr("Order"))
        self.order.setMinimumContentsLength(9)
        self.order.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for order, words in (
            (NEWEST, tr("Newest first")),
            (OLDEST, tr("Oldest first")),
            (OPENED, tr("Last opened first")),
        ):
            self.order.addItem(words, order)
        self.counter = ElidedLabel()
        self.work = ElidedLabel()
        self.cancel = QToolButton()
        self.cancel.setAutoRaise(True)
        self.cancel.setIcon(QgsApplication.getThemeIcon("/mActionCancelEdits.svg"))
        self.cancel.setToolTip(tr("Stop indexing; what was read is kept"))
        self.cancel.setAccessibleName(tr("Stop indexing"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(4)
        self.progress.setAccessibleName(tr("Indexing in progress"))
        first = QHBoxLayout()
        first.addWidget(self.filter, 1)
        first.addWidget(self.order)
        self.working = QWidget()
        second = QHBoxLayout(self.working)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.work, 1)
        second.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(first)
        for part in (self.counter, self.working, self.progress):
            layout.addWidget(part)

    def _typed(self, _text: str) -> None:
        self._settle.start()

    def _narrow(self) -> None:
        self._settle.stop()
        self._model.narrow(self.filter.text(), self._model.of_territory)

    def _order(self, _index: int) -> None:
        self._model.sort_by(self.order.currentData())

    def _count(self) -> None:
        total, shown = self._model.total, self._model.count
        text = tr("%n image(s)", "", total).replace(str(total), format_number(total, 0))
        if shown < total:
            text = tr("{shown} of {total}").format(shown=format_number(shown, 0), total=text)
        if self._model.of_territory:
            text = tr("{images}, in my territory").format(images=text)
        self.counter.setText(text)

    def _show_work(self) -> None:
        busy = self._library.busy
        for part in (self.working, self.progress):
            part.setVisible(busy)
        if busy:
            percent = int(self._library.percent)
            name = Path(self._library.folder).name or self._library.folder
            text = tr("Indexing {}…").format(name)
            self.work.setText(text if percent <= 0 else tr("Indexing {name}… {percent} %").format(
                name=name, percent=percent))  # fmt: skip
            self.progress.setRange(0, 0 if percent <= 0 else 100)
            self.progress.setValue(percent)
