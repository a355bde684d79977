# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes demandes »: the requests of the register, their states, and what was asked in the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListView,
    QMenu,
    QMessageBox,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.register_words import asked_words
from ...core.request_states import state_name, state_of_name, states_known
from ...core.request_words import heading
from ...domain.register import Entry, with_step
from ...translation import tr
from ..context import PanelContext
from ..elided import ElidedLabel
from ..elided_box import ElidedBox
from ..quota.request_fields import button
from ..tool_tip import tool_tip
from .register_menu import RegisterMenu
from .requests_delegate import RequestsDelegate
from .requests_model import ENTRY, RequestsModel


class RequestsList(QListView):
    """Enter opens; the menu key and the right button offer the states."""

    opened = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class MyRequests(QWidget):
    new_requested = pyqtSignal()
    open_requested = pyqtSignal(object)  # Entry
    copy_requested = pyqtSignal(object)

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ledger = context.ledger
        self._context, self._ledger = context, ledger
        self._sensors: Mapping[str, str] = {}
        self.model = RequestsModel(ledger, self)
        self._build()
        self.list.selectionModel().currentChanged.connect(self._show_buttons)
        ledger.changed.connect(self._refresh)
        self._refresh()

    def name_sensors(self, names: Mapping[str, str]) -> None:
        self._sensors = names
        self.model.name_sensors(names)
        self._refresh()

    def current(self) -> Entry | None:
        return self.list.currentIndex().data(ENTRY)

    def choose(self, name: str) -> None:
        """Select the request of this id."""
        row = self.model.row_of(name)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))

    def close_list(self) -> None:
        self.menu.close_menu()
        self._ledger.changed.disconnect(self._refresh)

    # --- what is built ----------------------------------------------------------------------------

    def _build(self) -> None:
        self.filter = ElidedBox()
        self.filter.setAccessibleName(tr("Show"))
        self.filter.activated.connect(self._filter_picked)
        self.register = ElidedLabel()
        self.register.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.menu_button = QToolButton()
        self.menu_button.setText("⋮")
        self.menu_button.setAutoRaise(True)
        self.menu_button.setToolTip(tr("Register and exports"))
        self.menu_button.setAccessibleName(tr("Register and exports"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = RegisterMenu(self._context, parent=self)
        self.menu_button.setMenu(self.menu)
        top = QHBoxLayout()
        top.addWidget(self.filter, 2)
        top.addWidget(self.register, 3)
        top.addWidget(self.menu_button)
        self.list = RequestsList()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("My requests"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        delegate = RequestsDelegate(self.list)
        self.list.setItemDelegate(delegate)
        delegate.state_clicked.connect(self._offer_states)
        self.list.customContextMenuRequested.connect(self._offer_menu)
        self.list.doubleClicked.connect(self._open)
        self.list.opened.connect(self._open)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self._empty_state())
        self.totals = QLabel()
        self.totals.setTextFormat(Qt.TextFormat.PlainText)
        self.totals.setWordWrap(True)
        self.totals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.new = button(tr("New"), self.new_requested)
        self.copy = button(tr("Duplicate"), self._copy)
        self.open = button(tr("Open"), self._open)
        self.open.setDefault(True)
        bottom = QHBoxLayout()
        bottom.addWidget(self.new)
        bottom.addWidget(self.copy)
        bottom.addStretch(1)
        bottom.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.totals)
        layout.addLayout(bottom)

    def _empty_state(self) -> QWidget:
        empty = QWidget()
        self.empty_words = QLabel()
        self.empty_words.setTextFormat(Qt.TextFormat.PlainText)
        self.empty_words.setWordWrap(True)
        self.empty_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.empty_new = button(tr("New request"), self.new_requested)
        layout = QVBoxLayout(empty)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.addWidget(self.empty_words)
        layout.addWidget(self.empty_new)
        layout.addStretch(1)
        return empty

    # --- what changes -----------------------------------------------------------------------------

    def _refresh(self) -> None:
        current = self.current()
        entries = self._ledger.entries
        self._offer_filters(entries)
        self.model.show_state(self.filter.currentData())
        if current is not None:
            self.choose(current.id)
        title = tr("Register: {}").format(self._ledger.place.title)
        self.register.setText(title)
        self.register.setToolTip(tool_tip(title, self._ledger.place.path))
        self.totals.setText(asked_words(entries, date.today().year, self._sensors))
        self.totals.setVisible(bool(entries))
        self.empty_words.setText(
            tr("No request in this state.")
            if entries
            else tr(
                "No request. A request keeps the zone, the estimate, the dossier and the follow-up, in a GeoPackage "
                "file that you can share."
            )
        )
        self.stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._show_buttons()

    def _offer_filters(self, entries: tuple[Entry, ...]) -> None:
        chosen = self.filter.currentData()
        there = {one.request.state for one in entries} | ({chosen} if chosen else set())
        self.filter.clear()
        self.filter.addItem(tr("All"), None)
        for state in states_known(entries):
            if state in there:
                self.filter.addItem(state_name(state), state)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))

    def _filter_picked(self, _place: int) -> None:
        self._refresh()

    def _show_buttons(self) -> None:
        for one in (self.open, self.copy):
            one.setEnabled(self.current() is not None)

    # --- what a person does -----------------------------------------------------------------------

    def _open(self) -> None:
        entry = self.current()
        if entry is not None:
            self.open_requested.emit(entry)

    def _copy(self) -> None:
        entry = self.current()
        if entry is not None:
            self.copy_requested.emit(entry)

    def _ask_delete(self) -> None:
        entry = self.current()
        question = tr("Delete “{}” from the register, with its history?").format(heading(entry.request))
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        if QMessageBox.question(self, tr("Delete the request"), question, yes | no, no) == yes:
            self.delete(entry)

    def delete(self, entry: Entry) -> None:
        self._ledger.remove(entry, self._tell_deleted)

    def _tell_deleted(self, gone: bool) -> None:
        if not gone:
            self._context.notices.say(tr("Somebody changed this request meanwhile: it stays. Look at it first."))

    def _offer_states(self, index: QModelIndex, place: QPoint) -> None:
        self.list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_states(menu)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _offer_menu(self, place: QPoint) -> None:
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open")).triggered.connect(self._open)
        menu.addAction(tr("Duplicate")).triggered.connect(self._copy)
        menu.addAction(tr("Delete…")).triggered.connect(self._ask_delete)
        self._fill_states(menu.addMenu(tr("State")))
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _fill_states(self, menu: QMenu) -> None:
        entry = self.current()
        for state in states_known(self._ledger.entries):
            action = menu.addAction(state_name(state).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(state == entry.request.state)
            action.setData((entry, state))
            action.triggered.connect(self._state_picked)
        menu.addSeparator()
        other = menu.addAction(tr("Other…"))
        other.setData((entry, None))
        other.triggered.connect(self._state_picked)

    def _state_picked(self) -> None:
        entry, state = self.sender().data()
        if state is None:
            words, good = QInputDialog.getText(self, tr("State of the request"), tr("State, in your own words"))
            state = state_of_name(words) if good else ""
        if state and state != entry.request.state:
            changed = replace(entry, request=with_step(entry.request, state, date.today()))
            self._ledger.save(changed, entry)
