# SPDX-License-Identifier: GPL-2.0-or-later
"""The two pictures of the map, left and right of a divider, in pixels of the screen: whatever the map's scale, rotation
and CRS."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPolygonF

_ABOVE_MAP = -5.0  # QGIS's own picture of the map lies at -10, rubber bands and marks at 0
_GRIP = 9.0  # pixels
_MARGIN = 6.0
_INK, _HALO = QColor(20, 20, 20), QColor(255, 255, 255, 215)


class Curtain(QgsMapCanvasItem):
    def __init__(self, canvas: QgsMapCanvas, left: str, right: str) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._names = (left, right)
        self._pictures: tuple[QImage, QImage] | None = None
        self.share = 0.5  # of the width that the left side has
        self.setZValue(_ABOVE_MAP)
        self.updatePosition()

    def show_pictures(self, left: QImage, right: QImage) -> None:
        self._pictures = (left, right)
        self.update()

    def drop_pictures(self) -> None:
        """They are of another place now: the map itself shows until the next ones."""
        if self._pictures is not None:
            self._pictures = None
            self.update()

    def move_divider(self, x: float) -> None:
        """``x`` in pixels from the left edge."""
        self.share = min(max(x / max(self._canvas.width(), 1), 0.0), 1.0)
        self.update()

    def updatePosition(self) -> None:
        """Called by the canvas when the map moved or its size changed."""
        self.prepareGeometryChange()
        self.setPos(QPointF(0.0, 0.0))

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, 0.0, self._canvas.width(), self._canvas.height())

    def paint(self, painter: QPainter, *_style: object) -> None:
        whole = self.boundingRect()
        divider = round(self.share * whole.width())
        sides = (
            QRectF(0.0, 0.0, divider, whole.height()),
            QRectF(divider, 0.0, whole.width() - divider, whole.height()),
        )
        for index, side in enumerate(sides):
            painter.save()
            painter.setClipRect(side)
            if self._pictures is not None:
                painter.drawImage(whole, self._pictures[index])
                self._write(painter, side, index)
            painter.restore()
        self._draw_divider(painter, divider, whole.height())

    def _write(self, painter: QPainter, side: QRectF, index: int) -> None:
        """The layer's name, in the corner that is farthest from the divider."""
        name = self._names[index]
        box = QRectF(painter.fontMetrics().boundingRect(name)).adjusted(-_MARGIN, -2.0, _MARGIN, 2.0)
        box.moveTop(_MARGIN)
        if index == 0:
            box.moveLeft(side.left() + _MARGIN)
        else:
            box.moveRight(side.right() - _MARGIN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_HALO)
        painter.drawRoundedRect(box, 3.0, 3.0)
        painter.setPen(_INK)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_divider(self, painter: QPainter, x: float, height: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_HALO)
        painter.drawRect(QRectF(x - 1.5, 0.0, 3.0, height))
        painter.setBrush(_INK)
        painter.drawRect(QRectF(x - 0.5, 0.0, 1.0, height))
        middle = height / 2
        painter.setBrush(_HALO)
        painter.drawEllipse(QPointF(x, middle), 2 * _GRIP, 2 * _GRIP)
        painter.setBrush(_INK)
        for way in (-1.0, 1.0):
            tip = QPointF(x + way * 1.5 * _GRIP, middle)
            back = x + way * 0.5 * _GRIP
            painter.drawPolygon(QPolygonF([tip, QPointF(back, middle - _GRIP), QPointF(back, middle + _GRIP)]))
