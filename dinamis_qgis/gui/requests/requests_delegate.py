# SPDX-License-Identifier: GPL-2.0-or-later
"""Paints a request: a dot of its state's colour, its title and its state in words, then what it asks for."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...core.register_words import RowText
from ...core.request_states import OTHER_COLOUR, STATE_COLOURS
from ..readable import row_text
from .requests_model import ENTRY, TEXT

_MARGIN, _GAP, _DOT, _ARROW = 6, 6, 10, 16
_ELIDE = Qt.TextElideMode.ElideRight


class Places:
    """Where things are in a row; the title gives way to the state."""

    def __init__(self, rect: QRect, font: QFont, text: RowText) -> None:
        plain, bold = QFontMetrics(font), QFontMetrics(_bold(font))
        line, inside = plain.height(), rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        state = min(plain.horizontalAdvance(text.state) + _ARROW + 2, inside.width() // 2)
        note = min(plain.horizontalAdvance(text.note) + 2, inside.width() // 2)
        left, right, second = inside.left() + _DOT + _GAP, inside.right() + 1, inside.top() + line + 2
        self.dot = QRect(inside.left(), inside.top() + (bold.height() - _DOT) // 2, _DOT, _DOT)
        self.state = QRect(right - state, inside.top(), state, line)
        self.title = QRect(left, inside.top(), self.state.left() - _GAP - left, bold.height())
        self.note = QRect(right - note, second, note, line)
        self.detail = QRect(left, second, self.note.left() - _GAP - left, line)


class RequestsDelegate(QStyledItemDelegate):
    state_clicked = pyqtSignal(QModelIndex, QPoint)  # where the list of states is to open, in the view

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(120, 2 * QFontMetrics(option.font).height() + 2 * _MARGIN + 4)

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        place = self._places(option, index).state
        if not place.adjusted(-_GAP, -_MARGIN, _MARGIN, 2).contains(event.pos()):
            return False
        self.state_clicked.emit(index, place.bottomLeft())
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        text, places = index.data(TEXT), self._places(option, index)
        plain, bold = QFontMetrics(option.font), QFontMetrics(_bold(option.font))
        colour, middle = row_text(option), Qt.AlignmentFlag.AlignVCenter
        painter.save()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_dot(painter, places.dot, STATE_COLOURS.get(index.data(ENTRY).request.state, OTHER_COLOUR), colour)
        painter.setPen(colour)
        painter.setFont(_bold(option.font))
        painter.drawText(places.title, middle, bold.elidedText(text.title, _ELIDE, places.title.width()))
        painter.setFont(option.font)
        words = places.state.adjusted(0, 0, -_ARROW, 0)
        painter.drawText(
            words, middle | Qt.AlignmentFlag.AlignRight, plain.elidedText(text.state, _ELIDE, words.width())
        )
        painter.drawText(places.state, middle | Qt.AlignmentFlag.AlignRight, "▾")
        painter.drawText(places.detail, middle, plain.elidedText(text.detail, _ELIDE, places.detail.width()))
        painter.drawText(places.note, middle, plain.elidedText(text.note, _ELIDE, places.note.width()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = QPen(colour)
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def state_place(self, option: QStyleOptionViewItem, index: QModelIndex) -> QRect:
        return self._places(option, index).state

    def _places(self, option: QStyleOptionViewItem, index: QModelIndex) -> Places:
        return Places(option.rect, option.font, index.data(TEXT))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _paint_dot(painter: QPainter, place: QRect, fill: str, outline: QColor) -> None:
    faint = QColor(outline)
    faint.setAlpha(120)
    painter.setPen(faint)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(QRectF(place))
    painter.setBrush(Qt.BrushStyle.NoBrush)
