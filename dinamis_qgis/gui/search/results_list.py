# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of the results: turns mouse and keys into signals, and says which rows are in sight."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from ...core.search_layers import Key
from ...translation import tr
from .results_delegate import row_height, show_rows
from .results_model import ResultsModel, Role

_SETTLED_MS = 60  # scrolling faster than this asks for no thumbnail
_AHEAD = 100  # rows below those in sight whose thumbnails are asked for too


class ResultsList(QListView):
    seen = pyqtSignal(object)  # scenes in sight, then those just below
    hovered = pyqtSignal(object)  # a scene, or None
    picked = pyqtSignal(object)  # keys of the selected scenes, chosen here
    tick_requested = pyqtSignal(object)  # scenes
    zoom_requested = pyqtSignal(object)  # a scene
    main_requested = pyqtSignal()  # the page's main button, for the current row
    row_changed = pyqtSignal(object)  # the scene of the current row, or None
    menu_requested = pyqtSignal(object, QPoint)  # a scene, a place on the screen

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = False
        self.setModel(model)
        delegate = show_rows(self)
        delegate.tick_clicked.connect(lambda index: self.tick_requested.emit([index.data(Role.Scene)]))
        delegate.menu_clicked.connect(self._ask_menu)
        self.setAccessibleName(tr("Images found"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.customContextMenuRequested.connect(lambda at: self._ask_menu(self.indexAt(at), at))
        self.entered.connect(lambda index: self.hovered.emit(index.data(Role.Scene)))
        self.viewportEntered.connect(lambda: self.hovered.emit(None))
        self.selectionModel().selectionChanged.connect(self._tell_picked)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._tell_seen)
        self.verticalScrollBar().valueChanged.connect(lambda: self._settle.start())
        model.rowsInserted.connect(lambda: self._settle.isActive() or self._settle.start())
        model.modelReset.connect(self._settle.start)

    def selected_rows(self) -> list[int]:
        ranges = self.selectionModel().selection()
        return sorted(row for part in ranges for row in range(part.top(), part.bottom() + 1))

    def follow(self, keys: Iterable[Key]) -> None:
        """Select these scenes, which were selected elsewhere; ``picked`` does not echo it."""
        rows = self._model().rows_of(keys)
        if rows == self.selected_rows():
            return
        self._model().show_until(rows[-1] if rows else -1)
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self.model().index(first, 0), self.model().index(last, 0))
        self._following = True
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if rows:
            self.scrollTo(self.model().index(rows[0], 0))
            self.selectionModel().setCurrentIndex(
                self.model().index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def tell_picked(self) -> None:
        """Say the selection again: the map may know more of these scenes by now."""
        if self.selectionModel().hasSelection():
            self._tell_picked()

    def selectAll(self) -> None:
        self._model().show_until(self._model().count)
        super().selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_End:
            self._model().show_until(self._model().count)
        scenes = self._model().scenes(self.selected_rows() or [self.currentIndex().row()])
        if event.key() == Qt.Key.Key_Space and scenes:
            self.tick_requested.emit(scenes)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.main_requested.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.row_changed.emit(current.data(Role.Scene) if current.isValid() else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        if self._is_control(index, event.pos()):
            super().mousePressEvent(event)  # two quick clicks on a tick are two clicks
        elif event.button() == Qt.MouseButton.LeftButton:
            self.zoom_requested.emit(index.data(Role.Scene))

    def selectionCommand(self, index: QModelIndex, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Ticking is no selecting: only what lies outside the tick box and the menu selects the row."""
        if isinstance(event, QMouseEvent) and index.isValid() and self._is_control(index, event.pos()):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def _is_control(self, index: QModelIndex, at: QPoint) -> bool:
        option = QStyleOptionViewItem()
        option.rect, option.font = self.visualRect(index), self.font()
        return self.itemDelegate().is_control(at, option, index)

    def _ask_menu(self, index: QModelIndex, at: QPoint) -> None:
        if index.isValid():
            self.menu_requested.emit(index.data(Role.Scene), self.viewport().mapToGlobal(at))

    def _tell_picked(self, *_changes: object) -> None:
        if not self._following:
            self.picked.emit({scene.key for scene in self._model().scenes(self.selected_rows())})

    def _tell_seen(self) -> None:
        height = row_height(self.fontMetrics())
        first = max(0, self.verticalScrollBar().value() // height)
        count = self.viewport().height() // height + 2
        self.seen.emit(self._model().scenes(range(first, first + count + _AHEAD)))

    def _model(self) -> ResultsModel:
        return self.model()


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows in order as (first, last) of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
