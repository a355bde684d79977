# SPDX-License-Identifier: GPL-2.0-or-later
"""The images opened in this session as rows, the last one first. Whether one is on the map, the project tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsLayerTreeLayer, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QImage

from ...core.numbers import format_date
from ...core.product import Group, Product
from ...core.product_texts import layer_name, metres
from ...core.products import PATH_PROPERTY
from ...core.vsi import plain
from ...core.words import level_name, mission_name
from ...translation import tr
from ..search.results_model import ROW_FLAGS, Role
from ..search.row_text import RowText
from ..tool_tip import tool_tip

_DOT = "\u00a0· "


@dataclass
class Row:
    group: Group
    thumbnail: QImage | None
    layer_ids: list[str] = field(default_factory=list)

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(image.path for image in self.group)

    def layers(self) -> list[QgsMapLayer]:
        """Those still in the project, the colour one first."""
        found = (QgsProject.instance().mapLayer(layer_id) for layer_id in self.layer_ids)
        return [layer for layer in found if layer is not None]

    def layer_of(self, image: Product) -> QgsMapLayer | None:
        return next((layer for layer in self.layers() if layer.customProperty(PATH_PROPERTY) == image.path), None)

    def nodes(self) -> list[QgsLayerTreeLayer]:
        found = (QgsProject.instance().layerTreeRoot().findLayer(layer) for layer in self.layers())
        return [node for node in found if node is not None]

    @property
    def on_map(self) -> bool:
        return any(node.isVisible() for node in self.nodes())


class ImagesModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def put(self, row: Row) -> None:
        """On top; an image that is listed already takes its new layers."""
        for place, other in enumerate(self._rows):
            if other.paths == row.paths:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
                row.layer_ids = [*row.layer_ids, *(i for i in other.layer_ids if i not in row.layer_ids)]
                break
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, row)
        self.endInsertRows()

    def row(self, index: QModelIndex) -> Row:
        return self._rows[index.row()]

    def rows(self) -> Iterable[Row]:
        return tuple(self._rows)

    def renew(self, row: Row, group: Group) -> None:
        """Its images are described otherwise."""
        if row in self._rows:
            place = self.index(self._rows.index(row))
            row.group = group
            self.dataChanged.emit(place, place)

    def map_changed(self) -> None:
        """Layers came, went, or were shown or hidden."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, _index: QModelIndex) -> Qt.ItemFlag:
        return ROW_FLAGS

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.Text:
            return image_text(row.group)
        if role == Role.TickLabel:
            return tr("map")
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.on_map else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole:
            return row.thumbnail
        if role == Qt.ItemDataRole.DisplayRole:
            return image_text(row.group).name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = image_text(row.group)
            lines = (text.name, text.facts, *row.paths)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(lines)
            return tool_tip(*lines)
        return None


def image_text(group: Group) -> RowText:
    """``Pléiades 1B``, the day, ``P + MS · 0,5 m · Ortho``, the path."""
    image = group[0]
    if not image.mission:
        day = format_date(image.acquired) if image.acquired else ""
        return RowText(layer_name(image), day, metres(image.gsd), _place(image.path), layer_name(image))
    mission, day = (
        mission_name(image.mission),
        format_date(image.acquired) if image.acquired else tr("date unknown"),
    )
    finest = min((each.gsd for each in group if each.gsd is not None), default=None)
    facts = (mode_text(group), metres(finest), level_text(group))
    return RowText(mission, day, _DOT.join(facts), _place(image.path), f"{mission}, {day}")


def mode_text(group: Group) -> str:
    return "P + MS" if len(group) == 2 else group[0].spectral_mode or tr("mode unknown")


def level_text(group: Group) -> str:
    level = level_name(group[0].level)
    return f"{level} IGN" if group[0].producer == "IGN" else level


def _place(path: str) -> str:
    return plain(path)
