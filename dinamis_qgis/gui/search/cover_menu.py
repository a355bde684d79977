# SPDX-License-Identifier: GPL-2.0-or-later
"""The menu of « Couvrir ma zone » : what the set is chosen for, and the limits that it keeps within."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QInputDialog, QMenu, QWidget

from ...core.cover_words import days_words, degree_words
from ...core.numbers import format_percent
from ...domain.cover.aims import Aim, Limits
from ...translation import tr
from ..tool_tip import tool_tip

_DAYS, _CLOUDS, _ANGLES = (7, 30, 90, 365), (5, 10, 20, 50), (10, 20, 30)
_OTHER = "other"


class CoverMenu(QMenu):
    """``chosen`` comes with an aim; ``limited`` when a limit is another than before."""

    chosen = pyqtSignal(int)
    limited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        for aim, label, tip in (
            (Aim.FEWEST, tr("Fewest images"), tr("At an equal number, the clearer ones, then the newer ones")),
            (Aim.MOST_RECENT, tr("Most recent images"), tr("Each place by its newest image")),
            (
                Aim.CLEAREST,
                tr("Clearest images"),
                tr("By the cloud cover of whole images; of images on disk, by their mask over the zone"),
            ),
        ):
            action = self.addAction(label)
            action.setToolTip(tool_tip(tip))
            action.setData(int(aim))
            action.triggered.connect(self._choose)
        font = self.actions()[0].font()
        font.setBold(True)
        self.actions()[0].setFont(font)
        self.addSeparator()
        self.spread = LimitMenu(
            tr("Dates apart by at most…"), tr("Dates apart by at most: {}"), _DAYS, days_words, tr("Days"), 3650, self
        )
        self.clouds = LimitMenu(
            tr("Clouds at most…"), tr("Clouds at most: {}"), _CLOUDS, format_percent, tr("Cloud cover (%)"), 100, self
        )
        self.incidence = LimitMenu(
            tr("Incidence at most…"), tr("Incidence at most: {}"), _ANGLES, degree_words, tr("Incidence (°)"), 60, self
        )
        for menu in (self.spread, self.clouds, self.incidence):
            menu.limited.connect(self.limited)
            self.addMenu(menu)

    def limits(self) -> Limits:
        days = self.spread.limit
        return Limits(None if days is None else timedelta(days=days), self.clouds.limit, self.incidence.limit)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().data())


class LimitMenu(QMenu):
    """One limit: none, a usual one, or any. Its title says which it is."""

    limited = pyqtSignal()

    def __init__(
        self,
        title: str,
        title_with: str,
        usual: Sequence[int],
        words: Callable[[int], str],
        asked: str,
        most: int,
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent)
        self._title, self._title_with, self._words = title, title_with, words
        self._asked, self._usual, self._most = asked, tuple(usual), most
        self.limit: int | None = None
        self._group = QActionGroup(self)
        for value in (None, *usual, _OTHER):
            action = self.addAction(self._label(value))
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)
        self.actions()[0].setChecked(True)
        self.triggered.connect(self._pick)

    def set_limit(self, limit: int | None) -> None:
        changed, self.limit = limit != self.limit, limit
        usual = limit is None or limit in self._usual
        for action in self.actions():
            action.setChecked(action.data() == (limit if usual else _OTHER))
        self.setTitle(self._title if limit is None else self._title_with.format(self._words(limit)))
        if changed:
            self.limited.emit()

    def _label(self, value: int | str | None) -> str:
        if value is None:
            return tr("No limit")
        return tr("Other…") if value == _OTHER else self._words(value)

    def _pick(self, action: QAction) -> None:
        if action.data() != _OTHER:
            self.set_limit(action.data())
            return
        now = self._usual[1] if self.limit is None else self.limit
        value, given = QInputDialog.getInt(self.parentWidget(), self._title, self._asked, now, 0, self._most)
        self.set_limit(value if given else self.limit)
