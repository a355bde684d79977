# SPDX-License-Identifier: GPL-2.0-or-later
"""Paints a download: its name, how far it is, and two buttons: pause, resume or retry; cancel. No widget per row."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from ...translation import tr
from ..readable import row_text
from . import signs

_GAP = 5
_BUTTON = 20
_SIGN = 10
_BAR = 3
_ARROW = "↓"
_ELIDE = Qt.TextElideMode.ElideRight
_SIGNS = {"pause": signs.pause, "resume": signs.resume, "retry": signs.retry}


class Places:
    """Where things are in a row of one line, or of two."""

    def __init__(self, rect: QRect, font: QFont, state: str, lines: int) -> None:
        metrics = QFontMetrics(font)
        line = metrics.height()
        top = rect.top() + (rect.height() - _BAR - lines * line) // 2
        middle = rect.top() + (rect.height() - _BAR - _BUTTON) // 2
        self.cancel = QRect(rect.right() - _BUTTON, middle, _BUTTON, _BUTTON)
        self.switch = QRect(self.cancel.left() - _BUTTON, middle, _BUTTON, _BUTTON)
        right = self.switch.left() - _GAP
        width = metrics.horizontalAdvance(state)
        self.arrow = QRect(rect.left() + 4, top, metrics.horizontalAdvance(_ARROW), line)
        left = self.arrow.right() + _GAP
        self.state = QRect(right - width, top, width, line)
        self.name = QRect(left, top, self.state.left() - _GAP - left, line)
        self.detail = QRect(left, top + line, right - left, line)
        self.bar = QRect(rect.left(), rect.bottom() - _BAR + 1, rect.width(), _BAR)


class TransfersDelegate(QStyledItemDelegate):
    switch_clicked = pyqtSignal(QModelIndex)
    cancel_clicked = pyqtSignal(QModelIndex)
    row_clicked = pyqtSignal(QModelIndex)

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.lines = 1

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(_BUTTON * 8, self.row_height(option.font))

    def row_height(self, font: QFont) -> int:
        return max(_BUTTON, QFontMetrics(font).height() * self.lines) + _BAR + 5

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        places = self._places(option, index)
        if places.cancel.contains(event.pos()):
            self.cancel_clicked.emit(index)
        elif places.switch.contains(event.pos()):
            self.switch_clicked.emit(index)
        else:
            self.row_clicked.emit(index)
        return True

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        places = self._places(option, index)
        words = {"pause": tr("Pause"), "resume": tr("Resume"), "retry": tr("Try again")}
        if places.cancel.contains(event.pos()):
            QToolTip.showText(event.globalPos(), tr("Cancel"), view)
        elif places.switch.contains(event.pos()):
            QToolTip.showText(event.globalPos(), words[index.data(Qt.ItemDataRole.UserRole).can], view)
        else:
            return super().helpEvent(event, view, option, index)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        text = index.data(Qt.ItemDataRole.UserRole)
        places, metrics = self._places(option, index), QFontMetrics(option.font)
        selected = option.state & QStyle.StateFlag.State_Selected
        colour, middle = row_text(option), Qt.AlignmentFlag.AlignVCenter
        painter.save()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        painter.setPen(colour)
        painter.drawText(places.arrow, middle, _ARROW)
        painter.drawText(places.name, middle, metrics.elidedText(text.name, _ELIDE, places.name.width()))
        painter.drawText(places.state, middle, text.state)
        if self.lines > 1:
            painter.drawText(places.detail, middle, metrics.elidedText(text.detail, _ELIDE, places.detail.width()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _SIGNS[text.can](painter, _sign(places.switch), colour)
        signs.cross(painter, _sign(places.cancel), colour)
        if text.share is not None:
            _paint_bar(painter, places.bar, text.share, colour, option.palette.color(_bar_role(bool(selected))))
        painter.restore()

    def _places(self, option: QStyleOptionViewItem, index: QModelIndex) -> Places:
        return Places(option.rect, option.font, index.data(Qt.ItemDataRole.UserRole).state, self.lines)


def _sign(button: QRect) -> QRectF:
    place = QRectF(0, 0, _SIGN, _SIGN)
    place.moveCenter(QRectF(button).center())
    return place


def _bar_role(selected: bool) -> QPalette.ColorRole:
    return QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Highlight


def _paint_bar(painter: QPainter, place: QRect, share: float, text: QColor, colour: QColor) -> None:
    faint = QColor(text)
    faint.setAlpha(40)
    painter.fillRect(place, faint)
    painter.fillRect(QRect(place.left(), place.top(), round(place.width() * min(1.0, share)), place.height()), colour)
