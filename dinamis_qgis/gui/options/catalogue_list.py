# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogues: a tick for each that is asked, its title, and how its last test went."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...core.connection import last_test
from ...domain.catalogues.registry import CatalogueRow
from ...translation import tr
from ..tool_tip import tool_tip

_TITLE, _STATE = range(2)
_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CatalogueList(QTreeWidget):
    chosen = pyqtSignal(str)  # a row's id
    ticked = pyqtSignal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([tr("Catalogue"), tr("Test")])
        self.headerItem().setToolTip(_STATE, tr("✓ it answered, ✗ it failed, · never tested from here"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Catalogues"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_STATE, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda now, _before: self.chosen.emit(now.data(_TITLE, _ID)) if now else None)
        self.itemChanged.connect(self._changed)

    def current_id(self) -> str:
        item = self.currentItem()
        return item.data(_TITLE, _ID) if item is not None else ""

    def show_rows(self, rows: Sequence[CatalogueRow], editable: bool, current: str = "") -> None:
        """With ``current`` chosen, else the first."""
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QTreeWidgetItem(self)
            item.setData(_TITLE, _ID, row.id)
            if not editable:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self._fill(item, row)
        self.blockSignals(False)
        wanted = self._item(current) or self.topLevelItem(0)
        if wanted is not None:
            self.setCurrentItem(wanted)

    def show_row(self, row: CatalogueRow) -> None:
        item = self._item(row.id)
        if item is not None:
            self.blockSignals(True)
            self._fill(item, row)
            self.blockSignals(False)
            self.viewport().update()

    def _fill(self, item: QTreeWidgetItem, row: CatalogueRow) -> None:
        last = last_test(row)
        item.setText(_TITLE, row.title or row.id)
        item.setCheckState(_TITLE, _ON if row.enabled else _OFF)
        item.setText(_STATE, "·" if last is None else "✓" if last.works else "✗")
        item.setToolTip(_TITLE, tool_tip(row.title, row.verified))
        item.setToolTip(_STATE, tool_tip(last.label) if last is not None else tr("Never tested from here."))
        said = last.label if last is not None else tr("Never tested from here.")
        item.setData(_STATE, Qt.ItemDataRole.AccessibleTextRole, said)

    def _item(self, row_id: str) -> QTreeWidgetItem | None:
        items = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return next((item for item in items if item.data(_TITLE, _ID) == row_id), None)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _TITLE:
            self.ticked.emit(item.data(_TITLE, _ID), item.checkState(_TITLE) == _ON)
