# SPDX-License-Identifier: GPL-2.0-or-later
"""The images that were opened, and those of the library, in the order that is chosen. Whether one is on the map, the
project tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, Callable

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ...core.holdings import Held
from ...core.product import Group
from ...core.vsi import plain
from ...translation import tr
from ..search.results_model import ROW_FLAGS, Role
from ..tool_tip import tool_tip
from .rows import Row

NEWEST, OLDEST, OPENED = "newest", "oldest", "opened"
Place = tuple[float, float, str]


class ImagesModel(QAbstractListModel):
    counted = pyqtSignal()  # ``count`` or ``total`` is another

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Row] = []
        self._rows: list[Row] = []  # that the filter lets through, in order
        self._by, self._asked, self.of_territory = NEWEST, (), False
        self._turn = 0
        self._held: Sequence[Held] = ()
        self._places: dict[str, int] | None = None  # of rows by their path, once asked for
        self.picture: Callable[[tuple[str, str, str]], QImage | None] = lambda _key: None

    @property
    def total(self) -> int:
        return len(self._all)

    @property
    def count(self) -> int:
        return len(self._rows)

    def put(self, row: Row) -> None:
        """An image that is listed already takes its new layers, and its place in the library."""
        self._turn += 1
        row.turn = self._turn
        for other in [other for other in self._all if other.paths == row.paths]:
            row.layer_ids = [*row.layer_ids, *(i for i in other.layer_ids if i not in row.layer_ids)]
            row.held = row.held or other.held
            self._take_out(other)
        self._all.append(row)
        if self._lets_through(row):
            place = bisect_right([self._place(each) for each in self._rows], self._place(row))
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self._places = None
            self.endInsertRows()
        self.counted.emit()

    def set_held(self, images: Sequence[Held]) -> None:
        """What the library holds now; what was opened stays."""
        if images == self._held:
            return
        self._held = images
        opened = [row for row in self._all if row.opened]
        by_path = {path: row for row in opened for path in row.paths}
        for row in opened:
            row.held = None
        others = []
        for held in images:
            row = next((by_path[path] for path in (*held.paths, *held.places) if path in by_path), None)
            if row is None:
                others.append(Row(None, held=held))
            else:
                row.held = held
        self._all = [*opened, *others]
        self._arrange()

    def narrow(self, text: str, of_territory: bool) -> None:
        self._asked, self.of_territory = tuple(text.casefold().split()), of_territory
        self._arrange()

    def sort_by(self, order: str) -> None:
        self._by = order
        self._arrange()

    def row(self, index: QModelIndex) -> Row:
        return self._rows[index.row()]

    def rows(self) -> Iterable[Row]:
        """Of the images that were opened, in the order of the list."""
        return tuple(sorted((row for row in self._all if row.opened), key=self._place))

    def in_sight(self, first: int, last: int) -> list[Row]:
        return self._rows[max(0, first) : last + 1]

    def renew(self, row: Row, group: Group) -> None:
        """Its images are described otherwise."""
        row.group = group
        if row in self._rows:
            place = self.index(self._rows.index(row))
            self.dataChanged.emit(place, place)

    def map_changed(self) -> None:
        """Layers came, went, or were shown or hidden."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Qt.ItemDataRole.CheckStateRole])

    def picture_arrived(self, key: tuple[str, str, str]) -> None:
        """The picture of a row of the library; ``key`` is its scene's."""
        if self._places is None:
            self._places = {row.paths[0]: place for place, row in enumerate(self._rows)}
        place = self._places.get(key[2])
        if place is not None:
            self.dataChanged.emit(self.index(place), self.index(place), [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, _index: QModelIndex) -> Qt.ItemFlag:
        return ROW_FLAGS

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.Text:
            return row.text
        if role == Role.TickLabel:
            return tr("map")
        if role == Role.Greyed:
            return row.absent
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.on_map else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole:
            return row.thumbnail or self.picture(("library", "", row.paths[0]))
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            lines = self._all_of(row)
            return ", ".join(lines) if role == Qt.ItemDataRole.AccessibleTextRole else tool_tip(*lines)
        return None

    def _all_of(self, row: Row) -> tuple[str, ...]:
        absent = (tr("Its disk is absent: it is found again when that returns."),) if row.absent else ()
        return (row.text.name, row.text.facts, *map(plain, row.places), *absent)

    def _lets_through(self, row: Row) -> bool:
        if self.of_territory and not row.is_of_territory:
            return False
        return not self._asked or all(word in row.words for word in self._asked)

    def _place(self, row: Row) -> Place:
        """The ones opened last come first among those of one instant."""
        by_date = row.acquired if self._by == OLDEST else -row.acquired
        if self._by == OPENED:
            return (-row.turn, by_date, row.paths[0])
        return (by_date, -row.turn, row.paths[0])

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = sorted(filter(self._lets_through, self._all), key=self._place)
        self._places = None
        self.endResetModel()
        self.counted.emit()

    def _take_out(self, row: Row) -> None:
        self._all.remove(row)
        if row in self._rows:
            place = self._rows.index(row)
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self._places = None
            self.endRemoveRows()
