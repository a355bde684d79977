# SPDX-License-Identifier: GPL-2.0-or-later
"""« Comptes et catalogues »: which services are asked, how, and whether they answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.catalogues import editable_rows
from ...core.connection import FOLDER
from ...core.messages import sentence
from ...domain.catalogues.registry import CatalogueRow
from ...domain.themes import EVERYTHING
from ...translation import tr
from ..notices import Notices
from ..wrapped import WrappedLabel
from .accounts_box import AccountsBox
from .catalogue_form import CatalogueForm
from .catalogue_list import CatalogueList
from .connection_box import ConnectionBox
from .given import Given
from .row_words import row_problem
from .section import Section

_THEMES = {"vhr": (), EVERYTHING: ()}  # of a new row: asked for what is searched first


class CataloguesSection(Section):
    name = "catalogues"

    def __init__(self, given: Given, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(given, notices, parent)
        self.own = editable_rows()
        self.state = WrappedLabel()
        self.accounts = AccountsBox(notices, {row.id: row.title for row in self.own.rows})
        self.list = CatalogueList()
        self.connection = ConnectionBox()
        self.form = CatalogueForm(self.connection)
        self.add = QToolButton()
        self.add.setText(tr("Add"))
        self.add.setMenu(self._add_menu())
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.duplicate = QPushButton(tr("Duplicate"))
        self.remove = QPushButton()
        self._lay_out()
        self._connect()
        self._show_state()
        self.list.show_rows(self.own.rows, not self.own.read_only)

    @staticmethod
    def title() -> str:
        return tr("Accounts and catalogues")

    def problem(self) -> str:
        return next(filter(None, (row_problem(row) for row in self._changed_rows())), "")

    def apply(self) -> None:
        if not self.own.dirty:
            return
        for row in self._changed_rows():
            problem = row_problem(row)
            if problem:  # QGIS before 3.24 does not ask for it earlier
                self.own.discard(row.id)
                self.given.notices.say(problem)
        self.own.save()
        self.catalogues_changed.emit()

    def close_section(self) -> None:
        self.accounts.close_box()
        self.connection.close_box()

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        for button in (self.add, self.duplicate, self.remove):
            actions.addWidget(button)
        actions.addStretch()
        left, right = QWidget(), QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.list, 1)
        beside.addLayout(actions)
        details = QVBoxLayout(right)
        details.setContentsMargins(0, 0, 0, 0)
        details.addWidget(self.form)
        details.addStretch()
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        for place, half in enumerate((left, right)):
            halves.addWidget(half)
            halves.setStretchFactor(place, 2 + place)
        layout = QVBoxLayout(self)
        layout.addWidget(self.accounts)
        layout.addWidget(self.state)
        layout.addWidget(halves, 1)

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("STAC service, by its address")).triggered.connect(lambda: self.add_row("address", ""))
        menu.addAction(tr("STAC file (ItemCollection)…")).triggered.connect(self._ask_file)
        menu.addAction(tr("Folder of products…")).triggered.connect(self._ask_folder)
        return menu

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_row)
        self.list.ticked.connect(lambda row_id, on: self._put(replace(self._row(row_id), enabled=on)))
        self.form.edited.connect(lambda: self._put(replace(self.form.row, enabled=self._current().enabled)))
        self.form.id_edited.connect(self._rename)
        self.connection.tested.connect(self._tested)
        self.duplicate.clicked.connect(self._duplicate)
        self.remove.clicked.connect(self._remove)

    # --- rows -------------------------------------------------------------------------------------

    def add_row(self, kind: str, url: str) -> None:
        title = Path(url).stem if url else tr("New catalogue")
        self._insert(CatalogueRow(self.own.free_id(title), title, kind, url, themes=_THEMES))
        if not url:
            self.form.url.setFocus()

    def _ask_file(self) -> None:
        path = QFileDialog.getOpenFileName(self, tr("STAC file"), "", "JSON (*.json *.geojson);;* (*)")[0]
        if path:
            self.add_row("items", path)

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Folder of products"))
        if path:
            self.add_row(FOLDER, path)

    def _duplicate(self) -> None:
        row = self._current()
        title = tr("{} (copy)").format(row.title)
        self._insert(replace(row, id=self.own.free_id(title), title=title, synthetic=False, verified=""))

    def _insert(self, row: CatalogueRow) -> None:
        self.own.put(row)
        self.list.show_rows(self.own.rows, True, row.id)

    def _remove(self) -> None:
        """A shipped row comes back as it was shipped. Nothing is written before OK."""
        row_id = self.list.current_id()
        self.own.remove(row_id)
        self.list.show_rows(self.own.rows, True, row_id)

    def _rename(self, wanted: str) -> None:
        former = self._current()
        row_id = self.own.free_id(wanted)
        self.own.rename(former.id, row_id)
        self.list.show_rows(self.own.rows, True, row_id)

    def _put(self, row: CatalogueRow) -> None:
        self.own.put(row)
        self.list.show_row(row)
        if row.id == self.list.current_id():
            self.connection.set_row(row)
            self._show_actions()

    def _row(self, row_id: str) -> CatalogueRow:
        return next(row for row in self.own.rows if row.id == row_id)

    def _current(self) -> CatalogueRow:
        return self._row(self.list.current_id())

    def _changed_rows(self) -> list[CatalogueRow]:
        return [row for row in self.own.rows if row.id in self.own.touched]

    # --- showing ----------------------------------------------------------------------------------

    def _show_row(self, row_id: str) -> None:
        row = self._row(row_id)
        self.form.show_row(row, self.own.shipped(row_id), not self.own.read_only)
        self.connection.set_row(row)
        self._show_actions()

    def _tested(self, row_id: str) -> None:
        found = next((row for row in self.own.rows if row.id == row_id), None)
        if found is not None:
            self.list.show_row(found)

    def _show_actions(self) -> None:
        row_id, editable = self.list.current_id(), not self.own.read_only
        shipped = self.own.shipped(row_id) is not None
        self.remove.setText(tr("Reset") if shipped else tr("Remove"))
        self.remove.setToolTip(
            tr("As it was shipped with the plugin") if shipped else tr("Remove this catalogue from the list")
        )
        self.remove.setEnabled(editable and (not shipped or self.own.is_changed(row_id)))
        for button in (self.add, self.duplicate):
            button.setEnabled(editable)

    def _show_state(self) -> None:
        problem = self.own.problem
        lines = [] if problem is None else [sentence(problem)]
        if problem is not None and not self.own.read_only:
            lines.append(
                tr("What you change here is written in its place; it is kept beside, as {}.bak.").format(
                    self.own.file_name
                )
            )
        self.state.setText(" ".join(lines))
        self.state.setVisible(problem is not None)
