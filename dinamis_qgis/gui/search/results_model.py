# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenes of a search as rows: in the order that is chosen whatever order they come in, those of a span of time.

A view is given the first rows; it fetches more of them as one scrolls.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, Callable

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QImage
from shapely.geometry.base import BaseGeometry

from ...core.search_layers import Key
from ...core.selection import TickedScenes
from ...domain.area import area_km2
from ...domain.ordering import NEWEST, Place, place
from ...domain.scene import Scene
from ...domain.timeline import Span
from ...translation import tr
from .row_text import RowText, row_text, row_tip

Measured = tuple[Scene, "float | None"]  # with its coverage of the zone, %
AT_ONCE = 200  # rows that a view is given


class Role:
    Scene = Qt.ItemDataRole.UserRole + 1
    Text = Qt.ItemDataRole.UserRole + 2  # RowText
    TickLabel = Qt.ItemDataRole.UserRole + 3  # beside the tick box
    Greyed = Qt.ItemDataRole.UserRole + 4  # it is out of reach


ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemNeverHasChildren
)


class ResultsModel(QAbstractListModel):
    """``thumbnail`` gives a scene's picture or None, ``loading`` whether its quicklook is on its way,
    ``on_disk`` whether its files are on this machine."""

    def __init__(
        self,
        ticked: TickedScenes,
        thumbnail: Callable[[Key], QImage | None],
        loading: Callable[[Key], bool],
        on_disk: Callable[[Scene], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ticked = ticked
        self._thumbnail = thumbnail
        self._loading = loading
        self._on_disk = on_disk
        self._all: list[Scene] = []
        self._rows: list[Scene] = []  # those of the span
        self._by = NEWEST
        self._span: Span | None = None
        self._coverage: dict[Key, float | None] = {}
        self._shown = 0  # how many of them views know of: the first ones
        self._order: list[Place] = []
        self._places: dict[Key, int] | None = None
        self._texts: dict[Key, RowText] = {}
        self._zone: BaseGeometry | None = None
        self._zone_km2: float | None = None  # once asked for

    def start(self, zone: BaseGeometry | None) -> None:
        """Empty, for a new search; without a zone coverage means nothing."""
        self.beginResetModel()
        self._all, self._rows, self._order, self._coverage, self._texts, self._places = [], [], [], {}, {}, None
        self._shown, self._zone, self._zone_km2, self._span = 0, zone, None, None
        self.endResetModel()

    def sort_by(self, order: str) -> None:
        """One of ``domain.ordering.ORDERS``."""
        self._by = order
        self._arrange()

    def narrow(self, span: Span | None) -> None:
        self._span = span
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        placed = sorted((self._place(scene), n) for n, scene in enumerate(self._all) if self._is_within(scene))
        self._rows = [self._all[n] for _place, n in placed]
        self._order = [where for where, _n in placed]
        self._places, self._shown = None, min(AT_ONCE, len(self._rows))
        self.endResetModel()

    def _is_within(self, scene: Scene) -> bool:
        return self._span is None or self._span.holds(scene)

    def _place(self, scene: Scene) -> Place:
        return place(self._by, scene, self._coverage[scene.key])

    def add(self, given: Iterable[Measured]) -> list[Measured]:
        """Put scenes in their places; gives those that were not there yet."""
        fresh = []
        for scene, coverage in given:
            if scene.key not in self._coverage:
                self._coverage[scene.key] = coverage
                fresh.append((scene, coverage))
        self._all += [scene for scene, _ in fresh]
        self._insert_sorted(sorted((scene for scene, _ in fresh if self._is_within(scene)), key=self._place))
        return fresh

    def scene(self, row: int) -> Scene:
        return self._rows[row]

    def scenes(self, rows: Iterable[int]) -> list[Scene]:
        return [self._rows[row] for row in rows if 0 <= row < len(self._rows)]

    @property
    def count(self) -> int:
        """Of the scenes of the span, given to views or not."""
        return len(self._rows)

    @property
    def total(self) -> int:
        """Of all scenes, whatever the span."""
        return len(self._all)

    def coverage(self, key: Key) -> float | None:
        """Of the zone, in %."""
        return self._coverage.get(key)

    @property
    def zone_km2(self) -> float | None:
        """Area of the searched zone."""
        if self._zone_km2 is None and self._zone is not None:
            self._zone_km2 = area_km2(self._zone)
        return self._zone_km2

    def all_scenes(self) -> list[Scene]:
        return list(self._rows)

    def rows_of(self, keys: Iterable[Key]) -> list[int]:
        """In order; keys that are not here are left out."""
        if self._places is None:
            self._places = {scene.key: row for row, scene in enumerate(self._rows)}
        return sorted(self._places[key] for key in keys if key in self._places)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: QModelIndex) -> bool:
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, parent: QModelIndex) -> None:
        if not parent.isValid():
            self.show_until(self._shown + AT_ONCE - 1)

    def show_until(self, row: int) -> None:
        """Give views that row too, and those above."""
        last = min(row, len(self._rows) - 1)
        if last >= self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, last)
            self._shown = last + 1
            self.endInsertRows()

    def flags(self, _index: QModelIndex) -> Qt.ItemFlag:
        return ROW_FLAGS

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        scene = self._rows[index.row()]
        if role == Role.Scene:
            return scene
        if role == Role.Text:
            return self._text(index.row())
        if role == Role.TickLabel:
            return self._tick_label(scene)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if scene in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnail(scene.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row()).name
        if role == Qt.ItemDataRole.ToolTipRole:
            return row_tip(scene, self._text(index.row()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self._text(index.row())
            return ", ".join((text.name, text.facts, text.coverage))
        return None

    def ticks_changed(self) -> None:
        """Ticks or quicklooks changed somewhere: what is in sight is painted again."""
        if self._shown:
            roles = [Qt.ItemDataRole.CheckStateRole, Role.TickLabel]
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1), roles)

    def places_changed(self) -> None:
        """Files came to this machine."""
        self._texts.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1), [Role.Text])

    def thumbnail_arrived(self, key: Key) -> None:
        for row in self.rows_of([key]):
            if row < self._shown:
                self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def _tick_label(self, scene: Scene) -> str:
        if scene.quicklook is None:
            return tr("no quicklook")
        return tr("quicklook…") if self._loading(scene.key) else tr("quicklook")

    def _text(self, row: int) -> RowText:
        scene = self._rows[row]
        if scene.key not in self._texts:
            self._texts[scene.key] = row_text(
                scene, self._coverage[scene.key], self._zone is not None, self._on_disk(scene)
            )
        return self._texts[scene.key]

    def _insert_sorted(self, fresh: list[Scene]) -> None:
        """A run of scenes that belong side by side goes in at once: a page of one catalogue is often a single run."""
        done = 0
        while done < len(fresh):
            row = bisect_right(self._order, self._place(fresh[done]))
            until = done + 1
            while until < len(fresh) and (row == len(self._order) or self._place(fresh[until]) < self._order[row]):
                until += 1
            self._insert(row, fresh[done:until])
            done = until

    def _insert(self, row: int, run: list[Scene]) -> None:
        """What comes below the rows that views know of waits until it is fetched, or fills the first screens."""
        known = row < self._shown
        if known:
            self.beginInsertRows(QModelIndex(), row, row + len(run) - 1)
            self._shown += len(run)
        self._rows[row:row] = run
        self._order[row:row] = map(self._place, run)
        self._places = None
        if known:
            self.endInsertRows()
        self.show_until(AT_ONCE - 1)
