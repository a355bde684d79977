# SPDX-License-Identifier: GPL-2.0-or-later
"""The small signs in a download's row, drawn in the colour of its text: right in every theme and with every font."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF

_STROKE = 1.6


def pause(painter: QPainter, place: QRectF, colour: QColor) -> None:
    width = place.width() / 3.5
    painter.fillRect(QRectF(place.left() + 0.5, place.top(), width, place.height()), colour)
    painter.fillRect(QRectF(place.right() - width - 0.5, place.top(), width, place.height()), colour)


def resume(painter: QPainter, place: QRectF, colour: QColor) -> None:
    _fill(painter, colour, place.topLeft(), QPointF(place.right(), place.center().y()), place.bottomLeft())


def retry(painter: QPainter, place: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, _STROKE))
    painter.drawArc(place, 60 * 16, 290 * 16)  # sixteenths of a degree
    x, y, side = place.center().x() + place.width() * 0.25, place.top() + 0.6, place.width() * 0.32
    _fill(painter, colour, QPointF(x - side / 2, y - side), QPointF(x + side, y), QPointF(x - side / 2, y + side))


def cross(painter: QPainter, place: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, _STROKE))
    painter.drawLine(place.topLeft(), place.bottomRight())
    painter.drawLine(place.topRight(), place.bottomLeft())


def _fill(painter: QPainter, colour: QColor, *points: QPointF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(list(points)))
