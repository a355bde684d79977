# SPDX-License-Identifier: GPL-2.0-or-later
"""How a zone looks on the map: while it is drawn, and while the panel uses it."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import shapely
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from shapely.geometry.base import BaseGeometry

from ...core.geometry import lon_lat, to_qgis
from ...core.task import TaskSlot
from ...domain.outline import seen_from_afar
from ...translation import tr

MOST_SHOWN = 5_000  # corners of an outline on the map
_log = logging.getLogger(__name__)
COLOUR = QColor(200, 0, 120)  # neither a map's usual colour nor that of QGIS's selection


class DrawingBand:
    """The outline with its vertices, in the map's CRS."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._surface = _band(canvas, QgsWkbTypes.GeometryType.PolygonGeometry, 40)
        self._line = _band(canvas, QgsWkbTypes.GeometryType.LineGeometry, 0)
        self._vertices = _band(canvas, QgsWkbTypes.GeometryType.PointGeometry, 255)
        self._vertices.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._vertices.setIconSize(8)

    def show(self, outline: QgsGeometry, vertices: Sequence[QgsPointXY]) -> None:
        self.hide()
        if not outline.isNull():
            line = outline.type() == QgsWkbTypes.GeometryType.LineGeometry
            (self._line if line else self._surface).setToGeometry(outline, None)
        if vertices:
            self._vertices.setToGeometry(QgsGeometry.fromMultiPointXY(list(vertices)), None)

    def hide(self) -> None:
        self._surface.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        self._line.reset(QgsWkbTypes.GeometryType.LineGeometry)
        self._vertices.reset(QgsWkbTypes.GeometryType.PointGeometry)

    def remove(self) -> None:
        for band in (self._surface, self._line, self._vertices):
            self._canvas.scene().removeItem(band)


class ZoneBand:
    """The outline of the zone in use, wherever the map's CRS takes it. A coast of 200 000 corners is simplified for the
    eye, in a task: QGIS draws an outline again at each move of the map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas, self._simplifying = canvas, TaskSlot()
        self._band = _band(canvas, QgsWkbTypes.GeometryType.PolygonGeometry, 0)
        self._shape: BaseGeometry | None = None
        self._seen: BaseGeometry | None = None
        canvas.destinationCrsChanged.connect(self._draw)

    def show(self, shape: BaseGeometry | None) -> None:
        if shape is self._shape:
            return
        self._shape = self._seen = shape
        self._simplifying.close()
        if shape is None or shapely.get_num_coordinates(shape) <= MOST_SHOWN:
            self._draw()
            return
        self._seen = None
        self._draw()
        self._simplifying.start(
            tr("Drawing the zone"), lambda _feedback: seen_from_afar(shape, MOST_SHOWN), self._take, self._failed
        )

    def remove(self) -> None:
        self._simplifying.close()
        self._canvas.destinationCrsChanged.disconnect(self._draw)
        self._canvas.scene().removeItem(self._band)

    def _draw(self) -> None:
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        if self._seen is not None:
            self._band.setToGeometry(to_qgis(self._seen), lon_lat())

    def _take(self, seen: BaseGeometry) -> None:
        self._seen = seen
        self._draw()

    def _failed(self, error: BaseException) -> None:
        _log.error("the zone is not shown: %s", error)


def _band(canvas: QgsMapCanvas, kind: QgsWkbTypes.GeometryType, fill: int) -> QgsRubberBand:
    band = QgsRubberBand(canvas, kind)
    band.setStrokeColor(COLOUR)
    band.setFillColor(QColor(COLOUR.red(), COLOUR.green(), COLOUR.blue(), fill))
    band.setWidth(2)
    band.setLineStyle(Qt.PenStyle.SolidLine)
    return band
