# SPDX-License-Identifier: GPL-2.0-or-later
"""« Fichiers » and « Toutes les propriétés » of an image, folded: nine people in ten never open them."""

from __future__ import annotations

import json
from typing import Any

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QShortcut, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from ...core.numbers import format_size
from ...domain.scene import Asset, Scene
from ...domain.scene_json import public
from ...translation import tr
from ..tool_tip import tool_tip
from .scene_actions import copy_text

_MOST_ROWS = 500
_ROWS_SHOWN = 8
_LONGEST = 2000  # characters of a value


class Fold(QgsCollapsibleGroupBox):
    """Two columns, filled when it is opened. ``name`` keeps whether it is."""

    def __init__(self, name: str, labels: tuple[str, str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSettingGroup("dinamis")
        self.setCollapsed(True)
        self._rows: list[tuple[str, str]] = []
        self._filled = False
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setHeaderLabels(labels)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setMinimumHeight(_ROWS_SHOWN * (self.fontMetrics().height() + 6))
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.tree)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)
        self.collapsedStateChanged.connect(lambda _folded: self._fill())

    def show_rows(self, title: str, rows: list[tuple[str, str]]) -> None:
        self.setTitle(title)
        self.tree.setAccessibleName(title)
        self._rows, self._filled = rows, False
        self._fill()

    def _fill(self) -> None:
        if self.isCollapsed() or self._filled:
            return
        self._filled = True
        self.tree.clear()
        for name, value in self._rows[:_MOST_ROWS]:
            item = QTreeWidgetItem([name, value])
            item.setToolTip(0, tool_tip(name))
            item.setToolTip(1, tool_tip(value))
            self.tree.addTopLevelItem(item)
        self.tree.resizeColumnToContents(0)
        self.tree.setColumnWidth(0, min(self.tree.columnWidth(0), 160))

    def _copy(self) -> None:
        copy_text("\n".join(f"{item.text(0)}\t{item.text(1)}" for item in self.tree.selectedItems()))


def files_fold() -> Fold:
    return Fold("sceneFiles", (tr("File"), tr("Type, size")))


def properties_fold() -> Fold:
    return Fold("sceneProperties", (tr("Property"), tr("Value")))


def show_files(fold: Fold, scene: Scene) -> None:
    """« Fichiers (4, 1,8 Go) » : the size where every file of the image says its own."""
    count = len(scene.assets)
    sizes = [asset.size for asset in scene.images]
    size = sum(one or 0 for one in sizes) if sizes and None not in sizes else None
    title = tr("Files (%n)", "", count) if size is None else tr("Files (%n, {})", "", count).format(format_size(size))
    fold.show_rows(title, [(asset.title or asset.key, _of_file(asset)) for asset in scene.assets])
    fold.setVisible(count > 0)


def show_properties(fold: Fold, scene: Scene) -> None:
    """As the service says them, without any signature."""
    said = public(scene.properties)
    rows = [("id", scene.id), ("collection", scene.collection), *((name, _text(said[name])) for name in sorted(said))]
    fold.show_rows(tr("All properties"), [(name, value) for name, value in rows if value])


def _of_file(asset: Asset) -> str:
    parts = (asset.media_type.partition(";")[0], "" if asset.size is None else format_size(asset.size))
    return ", ".join(filter(None, parts)) or tr("unknown")


def _text(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return " ".join(text[:_LONGEST].split())
