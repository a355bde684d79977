# SPDX-License-Identifier: GPL-2.0-or-later
"""« Gérer mes recherches… » : run again, rename, watch, keep in the project, remove, exchange as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.saved_search import SavedSearch, free_name
from ...translation import tr
from ..help import add_help
from ..notices import Notices
from ..tool_tip import tool_tip
from .my_searches import MySearches
from .words import watch_tip, zone_words

_NAME, _WATCH, _PROJECT = range(3)
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class SearchesDialog(QDialog):
    def __init__(self, searches: MySearches, run: Callable[[SavedSearch], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searches, self._run = searches, run
        self.setWindowTitle(tr("My searches"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bar = QgsMessageBar()
        self._notices = Notices(self.bar)
        self.tree = self._make_tree()
        self.empty = QLabel(tr("No search is kept yet: press ☆ beside the results of one, or import a file."))
        self.empty.setWordWrap(True)
        self.run_button = QPushButton(tr("Run again"))
        self.run_button.setDefault(True)
        self.rename_button = _plain(tr("Rename"))
        self.remove_button = _plain(tr("Remove"))
        self.import_button = _plain(tr("Import…"))
        self.export_button = _plain(tr("Export…"))
        self._lay_out()
        self.tree.itemChanged.connect(self._edited)
        self.tree.itemSelectionChanged.connect(self._show_state)
        self.tree.itemActivated.connect(lambda _item, _column: self._run_selected())
        self.run_button.clicked.connect(self._run_selected)
        self.rename_button.clicked.connect(lambda: self.tree.editItem(self.tree.currentItem(), _NAME))
        self.remove_button.clicked.connect(self._remove_selected)
        self.import_button.clicked.connect(self._ask_import)
        self.export_button.clicked.connect(self._ask_export)
        searches.store.changed.connect(self.refresh)
        self.refresh()
        searches.store.load()
        self.resize(420, 320)

    def refresh(self) -> None:
        """Write the list afresh; what was selected still is."""
        chosen = {search.id for search in self._selected()}
        kept = {search.id for search in self._searches.store.all}
        self.tree.blockSignals(True)
        self.tree.clear()
        for search in self._searches.everywhere():
            item = QTreeWidgetItem([search.name, "", ""])
            item.setData(_NAME, Qt.ItemDataRole.UserRole, search)
            item.setToolTip(_NAME, tool_tip(search.name, zone_words(search.zone)))
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if search.id in kept else flags)
            if search.id in kept and search.can_be_watched:
                item.setCheckState(_WATCH, _ON if search.watch is not None else _OFF)
            item.setToolTip(_WATCH, tool_tip(watch_tip(search)))
            item.setCheckState(_PROJECT, _ON if self._searches.is_in_project(search) else _OFF)
            item.setToolTip(_PROJECT, tr("Kept in the project too"))
            self.tree.addTopLevelItem(item)
            item.setSelected(search.id in chosen)
        self.tree.blockSignals(False)
        self.empty.setVisible(self.tree.topLevelItemCount() == 0)
        self._show_state()

    def take_file(self, path: Path) -> None:
        self._searches.store.take_file(path, self._tell_imported)

    def give_file(self, path: Path) -> None:
        """The selected searches, or all of them when none is."""
        searches = self._selected() or list(self._searches.everywhere())
        said = tr("%n search(es) exported to {}.", "", len(searches)).format(path)
        self._searches.store.give_file(path, searches, lambda: self._notices.say(said))

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("My searches"))
        tree.setHeaderLabels([tr("Name"), tr("News"), tr("Project")])
        tree.setRootIsDecorated(False)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_WATCH, _PROJECT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _lay_out(self) -> None:
        edit = QHBoxLayout()
        for button in (self.rename_button, self.remove_button):
            edit.addWidget(button)
        edit.addStretch()
        for button in (self.import_button, self.export_button):
            edit.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.addButton(self.run_button, QDialogButtonBox.ButtonRole.ActionRole)
        add_help(self, buttons)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.bar)
        layout.addWidget(self.empty)
        layout.addWidget(self.tree, 1)
        layout.addLayout(edit)
        layout.addWidget(buttons)

    def _selected(self) -> list[SavedSearch]:
        return [item.data(_NAME, Qt.ItemDataRole.UserRole) for item in self.tree.selectedItems()]

    def _show_state(self) -> None:
        count = len(self.tree.selectedItems())
        self.run_button.setEnabled(count == 1)
        kept = {search.id for search in self._searches.store.all}
        self.rename_button.setEnabled(count == 1 and self._selected()[0].id in kept)
        self.remove_button.setEnabled(count > 0)
        self.export_button.setEnabled(self.tree.topLevelItemCount() > 0)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        search = item.data(_NAME, Qt.ItemDataRole.UserRole)
        on = item.checkState(column) == _ON
        if column == _WATCH:
            self._searches.watch(search, on)
        elif column == _PROJECT:
            self._searches.put_in_project(search, on)
            if on:
                self._notices.say(tr("Save the project: the search is kept with it."))
            self.refresh()
        else:
            others = [one.name for one in self._searches.everywhere() if one.id != search.id]
            name = " ".join(item.text(_NAME).split())
            if name and name != search.name:
                self._searches.rename(search, free_name(name, others))
            else:
                self.refresh()

    def _run_selected(self) -> None:
        chosen = self._selected()
        if len(chosen) == 1:
            self._run(chosen[0])

    def _remove_selected(self) -> None:
        gone = self._selected()
        for search in gone:
            self._searches.remove(search)
        self._notices.say(
            tr("%n search(es) removed.", "", len(gone)),
            actions=[(tr("Put back"), lambda: self._searches.put_back(gone))],
        )
        self.refresh()

    def _ask_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import searches"), "", tr("Searches") + " (*.json)")
        if path:
            self.take_file(Path(path))

    def _ask_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export searches"), "dinamis.json", tr("Searches") + " (*.json)")
        if path:
            self.give_file(Path(path))

    def _tell_imported(self, count: int) -> None:
        said = tr("%n search(es) imported.", "", count) if count else tr("These searches are all here already.")
        self._notices.say(said)


def _plain(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
