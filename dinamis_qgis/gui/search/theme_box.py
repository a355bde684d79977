# SPDX-License-Identifier: GPL-2.0-or-later
"""« Quoi » : the themes that some catalogue serves, and the door to the dataset catalogues of Data Terra's poles."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QWidget

from ...domain import themes
from ...domain.choices import Choices
from ...translation import tr
from ..elided_box import ElidedBox
from ..tool_tip import tool_tip
from .labels import theme_title

_POLES = "poles"  # no theme: chosen, it opens something else


class ThemeBox(ElidedBox):
    changed = pyqtSignal()
    poles_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Choices().theme
        self._stepping = False  # with keys, while the list is closed
        self.setAccessibleName(tr("What"))
        self.currentIndexChanged.connect(lambda _index: self._chosen())
        self.activated.connect(lambda index: self.itemData(index) == _POLES and self._leave_poles())

    def theme(self) -> str:
        return self._theme

    def set_theme(self, theme: str) -> None:
        """One that is not offered changes nothing."""
        if self.findData(theme) >= 0:
            self.setCurrentIndex(self.findData(theme))

    def offer(self, offered: Sequence[str], poles: bool) -> None:
        """Themes that some catalogue serves, and, before « everything », the poles; the chosen one stays when it is
        among them."""
        self.blockSignals(True)
        self.clear()
        for theme in offered:
            if theme != themes.EVERYTHING:
                self.addItem(theme_title(theme), theme)
        if poles:
            self.addItem(tr("Other Data Terra data…"), _POLES)
            self.setItemData(self.count() - 1, tool_tip(_poles_tip()), Qt.ItemDataRole.ToolTipRole)
        if themes.EVERYTHING in offered:
            self.addItem(theme_title(themes.EVERYTHING), themes.EVERYTHING)
        self.setCurrentIndex(max(self.findData(self._theme), 0))
        self.blockSignals(False)
        self._chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows step over what is no theme: passing it must not open anything."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
        beside = self.currentIndex() + (step or 0)
        if step and self.itemData(beside) == _POLES and 0 <= beside + step < self.count():
            self.setCurrentIndex(beside + step)
        elif not step or self.itemData(beside) != _POLES:
            self._stepping = True
            super().keyPressEvent(event)
            self._stepping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _chosen(self) -> None:
        self.setToolTip(tool_tip(self.currentText()))
        if self.currentData() not in (None, _POLES, self._theme):
            self._theme = self.currentData()
        self.changed.emit()

    def _leave_poles(self) -> None:
        """Back to the theme that is searched; opened by a choice in the open list, never by passing."""
        self.set_theme(self._theme)
        if not self._stepping:
            self.poles_requested.emit()


def _poles_tip() -> str:
    return tr("Opens QGIS's MetaSearch with the dataset catalogues of the poles: AERIS, ForM@Ter, ODATIS…")
