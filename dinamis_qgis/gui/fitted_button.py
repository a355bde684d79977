# SPDX-License-Identifier: GPL-2.0-or-later
"""A button whose words give way: all of them where there is room, else fewer, or its icon."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from .tool_tip import tool_tip


class FittedButton(QPushButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._long = self._short = ""
        self._icon = QIcon()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, long: str, short: str, icon: QIcon | None = None) -> None:
        """``icon`` stands in for short words that are empty. The tooltip has all of them."""
        self._long, self._short, self._icon = long, short, icon or QIcon()
        self.setToolTip(tool_tip(long))
        self.setAccessibleName(long)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return self._size_of(self._long)

    def minimumSizeHint(self) -> QSize:
        return self._size_of(self._short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words = self._long if self.sizeHint().width() <= self.width() else self._short
        self.setIcon(QIcon() if words else self._icon)
        self.setText(words)

    def _size_of(self, words: str) -> QSize:
        """What the style asks for; of an icon alone, a square."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        option.text, option.icon = words, QIcon()
        inside = QSize(metrics.horizontalAdvance(words), metrics.height())
        size = self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, inside, self)
        return size if words else QSize(size.height() + 4, size.height())
