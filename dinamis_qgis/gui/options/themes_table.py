# SPDX-License-Identifier: GPL-2.0-or-later
"""Which themes a catalogue serves, and with which of its collections."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...domain.themes import CRITERIA
from ...translation import tr
from ..search.labels import theme_title

_THEME, _COLLECTIONS = range(2)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_SEPARATORS = re.compile(r"[,;\s]+")


class ThemesTable(QTreeWidget):
    """A tick for each theme that is served; beside it its collections, none standing for the whole catalogue."""

    edited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([tr("Theme"), tr("Collections (none: all)")])
        self.setRootIsDecorated(False)
        self.setAccessibleName(tr("Themes and their collections"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setSectionResizeMode(_THEME, QHeaderView.ResizeMode.ResizeToContents)
        self._unknown: dict[str, tuple[str, ...]] = {}
        for theme in CRITERIA:
            item = QTreeWidgetItem(self, [theme_title(theme), ""])
            item.setData(_THEME, Qt.ItemDataRole.UserRole, theme)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        height = self.header().sizeHint().height() + (self.sizeHintForRow(0) + 1) * len(CRITERIA) + 8
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.itemDoubleClicked.connect(self._edit)
        self.itemActivated.connect(self._edit)
        self.itemChanged.connect(lambda _item, _column: self.edited.emit())

    def themes(self) -> Mapping[str, tuple[str, ...]]:
        said = {}
        for item in self._items():
            if item.checkState(_THEME) == _CHECKED:
                names = _SEPARATORS.split(item.text(_COLLECTIONS).strip())
                said[item.data(_THEME, Qt.ItemDataRole.UserRole)] = tuple(dict.fromkeys(filter(None, names)))
        return {**said, **self._unknown}

    def show_themes(self, themes: Mapping[str, tuple[str, ...]]) -> None:
        self.blockSignals(True)
        self._unknown = {theme: names for theme, names in themes.items() if theme not in CRITERIA}
        for item in self._items():
            theme = item.data(_THEME, Qt.ItemDataRole.UserRole)
            item.setCheckState(_THEME, _CHECKED if theme in themes else _UNCHECKED)
            item.setText(_COLLECTIONS, ", ".join(themes.get(theme, ())))
        self.blockSignals(False)
        self.viewport().update()

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.topLevelItem(place) for place in range(self.topLevelItemCount())]

    def _edit(self, item: QTreeWidgetItem, _column: int) -> None:
        """Enter, F2 or a double click anywhere on the row edits its collections."""
        self.editItem(item, _COLLECTIONS)
