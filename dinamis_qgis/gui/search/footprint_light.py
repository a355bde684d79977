# SPDX-License-Identifier: GPL-2.0-or-later
"""A scene's footprint on the map, without any layer: lit while its row is hovered, or zoomed to."""

from __future__ import annotations

import shapely
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProject, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor, QPalette
from shapely.geometry.base import BaseGeometry

from ...core.geometry import lon_lat, to_qgis

_MARGIN = 1.1
_PIECE = 0.05  # degrees: an edge that is straight in longitude and latitude is not on the map


class FootprintLight:
    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        colour = canvas.palette().color(QPalette.ColorRole.Highlight)
        self._band.setStrokeColor(colour)
        self._band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 70))
        self._band.setWidth(3)

    def show(self, footprint: BaseGeometry | None) -> None:
        """None puts the light out; so does a footprint that the map's CRS cannot show."""
        placed = None if footprint is None else self._on_map(footprint)
        if placed is None:
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        else:
            self._band.setToGeometry(placed, None)

    def zoom(self, footprint: BaseGeometry) -> bool:
        """Show the whole footprint (of one across ±180°, its larger part); False where the map's CRS cannot."""
        largest = max(getattr(footprint, "geoms", [footprint]), key=lambda part: part.area)
        far_apart = footprint.bounds[2] - footprint.bounds[0] > 180
        placed = self._on_map(largest if far_apart else footprint)
        if placed is None:
            return False
        extent = QgsRectangle(placed.boundingBox())
        extent.scale(_MARGIN)
        self._canvas.setExtent(extent)
        self._canvas.refresh()
        return True

    def remove(self) -> None:
        """Take the rubber band off the map: the page is closing."""
        self._canvas.scene().removeItem(self._band)

    def _on_map(self, footprint: BaseGeometry) -> QgsGeometry | None:
        # transformed here: the rubber band's own transformation does not catch a failure, which ends QGIS
        crs = self._canvas.mapSettings().destinationCrs()
        geometry = to_qgis(shapely.segmentize(footprint, _PIECE))
        try:
            geometry.transform(QgsCoordinateTransform(lon_lat(), crs, QgsProject.instance().transformContext()))
        except QgsCsException:
            return None
        return geometry if geometry.boundingBox().isFinite() else None
