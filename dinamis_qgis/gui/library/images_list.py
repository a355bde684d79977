# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of images: turns mouse and keys into signals, whose first argument is an index."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QListView, QWidget

from ...translation import tr
from ..search.results_delegate import row_height, show_rows
from .images_model import ImagesModel

_SETTLED_MS = 60  # scrolling faster than this asks for no thumbnail


class ImagesList(QListView):
    tick_clicked = pyqtSignal(QModelIndex)
    zoom_requested = pyqtSignal(QModelIndex)
    menu_requested = pyqtSignal(QModelIndex, QPoint)  # on the screen
    seen = pyqtSignal(int, int)  # first and last row in sight

    def __init__(self, model: ImagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        delegate = show_rows(self)
        delegate.tick_clicked.connect(self.tick_clicked)
        delegate.menu_clicked.connect(self._ask_menu)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("My images"))
        self.customContextMenuRequested.connect(lambda at: self._ask_menu(self.indexAt(at), at))
        self.doubleClicked.connect(self.zoom_requested)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._tell_seen)
        self.verticalScrollBar().valueChanged.connect(self._settle_down)
        model.counted.connect(self._settle_down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def _settle_down(self, *_value: object) -> None:
        self._settle.start()

    def _tell_seen(self) -> None:
        height = row_height(self.fontMetrics())
        first = self.verticalScrollBar().value() // height
        self.seen.emit(first, first + self.viewport().height() // height + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.tick_clicked.emit(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.zoom_requested.emit(index)
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, index: QModelIndex, at: QPoint) -> None:
        if index.isValid():
            self.menu_requested.emit(index, self.viewport().mapToGlobal(at))
