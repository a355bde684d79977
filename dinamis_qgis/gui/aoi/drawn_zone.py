# SPDX-License-Identifier: GPL-2.0-or-later
"""« Zone dessinée » : the polygon that is drawn on the map, edited there, or given to be edited further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QObject
from shapely.geometry.base import BaseGeometry

from ...core.geometry import lon_lat, to_qgis, to_shapely
from ...core.messages import sentence
from ...core.numbers import format_km2
from ...core.zone import Zone
from ...core.zones import map_zone, outline_in
from ...domain.errors import InvalidZone
from ...domain.shapes import vertex_count
from ...translation import tr
from .draw_tool import DrawTool

if TYPE_CHECKING:
    from .controller import ZoneController

DRAWN = "drawn"


class DrawnZone(QObject):
    def __init__(self, controller: ZoneController) -> None:
        super().__init__(controller)
        self._controller, self._context = controller, controller.context
        self._drawn: tuple[QgsGeometry, QgsCoordinateReferenceSystem] | None = None
        self._tool = DrawTool(self._context.canvas, self._accept)
        self._tool.drawing.connect(self._follow)
        self._tool.used.connect(lambda _used: controller.changed.emit())

    @property
    def there(self) -> bool:
        return self._drawn is not None

    @property
    def drawing(self) -> bool:
        return self._tool.in_use

    def shape(self) -> BaseGeometry:
        """In longitude/latitude. Raises InvalidZone, also when nothing was drawn."""
        if self._drawn is None:
            raise InvalidZone("empty")
        geometry, crs = self._drawn
        return map_zone(geometry, crs, QgsProject.instance().transformContext())

    def take(self) -> bool:
        try:
            self._controller.take(Zone(self.shape(), DRAWN, tr("Drawn zone"), vertex_count(to_shapely(self._drawn[0]))))
        except InvalidZone as error:
            self._context.notices.tell(error)
            return False
        return True

    def use(self, shape: BaseGeometry) -> None:
        """Valid polygons in longitude/latitude, which may be edited further."""
        self._drawn = (to_qgis(shape), lon_lat())
        self._controller.take(Zone(shape, DRAWN, tr("Drawn zone"), vertex_count(shape)))

    def draw(self) -> None:
        """Edit the drawn zone when it is the one in use and in one piece, else draw one."""
        if self._drawn is None or self._controller.kind != DRAWN or self._drawn[0].constGet().partCount() != 1:
            self._tool.begin()
            return
        polygon, crs = QgsGeometry(self._drawn[0]), self._drawn[1]
        polygon.convertToSingleType()
        try:
            self._tool.begin(outline_in(polygon, crs, self._context.canvas.mapSettings()))
        except InvalidZone as error:
            self._context.notices.tell(error)

    def draw_anew(self) -> None:
        self._tool.restart()

    def cancel(self) -> None:
        if self.drawing:
            self._tool.cancel()

    def close(self) -> None:
        self._tool.close()
        self._tool.deleteLater()  # its parent is the canvas, which stays

    def _accept(self, polygon: QgsGeometry) -> bool:
        former, self._drawn = self._drawn, (polygon, self._map_crs())
        if not self.take():
            self._drawn = former
            return False
        self._context.show_status(tr("{} (drawn zone)").format(format_km2(self._context.zones.zone.km2)))
        return True

    def _follow(self, polygon: QgsGeometry) -> None:
        if polygon.isNull():
            self._context.zones.drawing.emit(None)
            self._context.show_status("")
            return
        try:
            shape = map_zone(polygon, self._map_crs(), QgsProject.instance().transformContext())
        except InvalidZone as error:
            self._context.show_status(sentence(error))
            return
        zone = Zone(shape, DRAWN, tr("Drawn zone"), vertex_count(to_shapely(polygon)))
        self._context.zones.drawing.emit(zone)
        self._context.show_status(tr("{} (zone being drawn)").format(format_km2(zone.km2)))

    def _map_crs(self) -> QgsCoordinateReferenceSystem:
        return self._context.canvas.mapSettings().destinationCrs()
