# SPDX-License-Identifier: GPL-2.0-or-later
"""Paints a row of a list of images: thumbnail, three lines, a tick box and a menu. No widget per row."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionFocusRect,
    QStyleOptionViewItem,
)

from ..readable import row_text
from .results_model import Role

_ROW = 64  # at least
_THUMBNAIL = 56
_GAP = 6
_MENU = "⋮"
_ELIDE = Qt.TextElideMode.ElideRight


def row_height(metrics: QFontMetrics) -> int:
    """Three lines of words fit, whatever the font."""
    return max(_ROW, 3 * metrics.height() + _GAP)


class Places:
    """Where things are in a row. The tick box and the menu are also what the mouse hits."""

    def __init__(self, rect: QRect, font: QFont, label: str) -> None:
        metrics = QFontMetrics(font)
        top = rect.top() + (rect.height() - 3 * metrics.height()) // 2
        self.thumbnail = QRect(rect.left() + 4, rect.top() + (rect.height() - _THUMBNAIL) // 2, _THUMBNAIL, _THUMBNAIL)
        left, right = self.thumbnail.right() + 1 + _GAP + 2, rect.right() - _GAP
        self.lines = [QRect(left, top + n * metrics.height(), right - left, metrics.height()) for n in range(3)]
        width = metrics.horizontalAdvance(_MENU) + 2 * _GAP
        self.menu = QRect(rect.right() - width, rect.bottom() - 27, width, 28)
        side = metrics.height() - 2
        width = side + 4 + metrics.horizontalAdvance(label)
        self.tick = QRect(self.menu.left() - width - 2, self.lines[2].top() - 2, width + 4, metrics.height() + 4)
        self.box = QRect(self.tick.left(), self.lines[2].top() + 1, side, side)
        self.label = QRect(self.box.right() + 5, self.lines[2].top(), width - side, metrics.height())
        self.lines[2].setRight(self.tick.left() - _GAP)


class ResultsDelegate(QStyledItemDelegate):
    tick_clicked = pyqtSignal(QModelIndex)
    menu_clicked = pyqtSignal(QModelIndex, QPoint)  # in the viewport

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(_THUMBNAIL * 4, row_height(QFontMetrics(option.font)))

    def is_control(self, position: QPoint, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        """Whether the tick box or the menu is there."""
        places = _places(option, index)
        return places.tick.contains(position) or places.menu.contains(position)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            places = _places(option, index)
            if places.tick.contains(event.pos()):
                self.tick_clicked.emit(index)
                return True
            if places.menu.contains(event.pos()):
                self.menu_clicked.emit(index, places.menu.bottomLeft())
                return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        style = option.widget.style()
        painter.save()
        _paint_background(painter, option, style)
        places = _places(option, index)
        _paint_thumbnail(painter, places.thumbnail, index.data(Qt.ItemDataRole.DecorationRole), option.palette)
        greyed = index.data(Role.Greyed)
        colours = QPalette.ColorGroup.Disabled if greyed else _colours(option)
        painter.setPen(row_text(option, colours))
        _paint_texts(painter, places, index, option.font)
        self._paint_tick(painter, places, index, option, style)
        painter.drawText(places.menu, Qt.AlignmentFlag.AlignCenter, _MENU)
        painter.restore()

    def _paint_tick(
        self, painter: QPainter, places: Places, index: QModelIndex, option: QStyleOptionViewItem, style: QStyle
    ) -> None:
        box = QStyleOptionButton()
        box.rect = places.box
        box.palette = option.palette
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        )
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, option.widget)
        outline = QColor(painter.pen().color())
        outline.setAlpha(120)  # on dark themes some styles draw none that can be seen
        painter.save()
        painter.setPen(outline)
        painter.drawRect(places.box.adjusted(0, 0, -1, -1))
        painter.restore()
        painter.drawText(places.label, Qt.AlignmentFlag.AlignVCenter, index.data(Role.TickLabel))


def show_rows(view: QListView) -> ResultsDelegate:
    """Make a list show images as rows; its signals are the caller's."""
    delegate = ResultsDelegate(view)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.verticalScrollBar().setSingleStep(_ROW // 2)
    view.setMouseTracking(True)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    return delegate


def _places(option: QStyleOptionViewItem, index: QModelIndex) -> Places:
    return Places(option.rect, option.font, index.data(Role.TickLabel))


def _paint_background(painter: QPainter, option: QStyleOptionViewItem, style: QStyle) -> None:
    state = QStyle.StateFlag
    if option.state & state.State_MouseOver and not option.state & state.State_Selected:
        wash = option.palette.color(QPalette.ColorRole.Highlight)  # not every style shows what lies under the mouse
        wash.setAlpha(36)
        painter.fillRect(option.rect, wash)
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
    if option.state & state.State_HasFocus:
        frame = QStyleOptionFocusRect()
        frame.rect, frame.palette, frame.state = option.rect, option.palette, option.state
        frame.backgroundColor = option.palette.color(QPalette.ColorRole.Base)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, option.widget)


def _paint_texts(painter: QPainter, places: Places, index: QModelIndex, font: QFont) -> None:
    text = index.data(Role.Text)
    first, second, third = places.lines
    plain = QFontMetrics(font)
    date_width = plain.horizontalAdvance(text.date)
    painter.setFont(font)
    painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text.date)
    painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, plain.elidedText(text.facts, _ELIDE, second.width()))
    painter.drawText(third, Qt.AlignmentFlag.AlignVCenter, plain.elidedText(text.coverage, _ELIDE, third.width()))
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    room = first.adjusted(0, 0, -date_width - _GAP, 0)
    name = QFontMetrics(bold).elidedText(text.mission, _ELIDE, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
    painter.setFont(font)


def _paint_thumbnail(painter: QPainter, place: QRect, image: QImage | None, palette: QPalette) -> None:
    painter.fillRect(place, palette.color(QPalette.ColorRole.AlternateBase))
    if image is None:
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        return
    size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(0, 0, max(1, size.width()), max(1, size.height()))
    target.moveCenter(QRectF(place).center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image, QRectF(image.rect()))


def _colours(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    if not option.state & QStyle.StateFlag.State_Enabled:
        return QPalette.ColorGroup.Disabled
    active = option.state & QStyle.StateFlag.State_Active
    return QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
