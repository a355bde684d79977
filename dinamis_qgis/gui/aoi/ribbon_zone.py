# SPDX-License-Identifier: GPL-2.0-or-later
"""« Tampon autour d'une ligne » : a line drawn on the map, or those of a layer, and the width of the ribbon."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject
from shapely.geometry.base import BaseGeometry

from ...core.geometry import to_shapely
from ...core.messages import sentence
from ...core.numbers import format_km2, format_number
from ...core.proj import lines_to_lon_lat
from ...core.ribbon import as_lines, ribbon
from ...core.task import TaskFeedback
from ...core.zone import Zone
from ...core.zones import lines_of
from ...domain.errors import InvalidZone
from ...translation import tr
from .draw_tool import DrawTool

if TYPE_CHECKING:
    from .controller import ZoneController

RIBBON = "ribbon"
USUAL_WIDTH = 500.0  # metres on each side


class RibbonZone(QObject):
    def __init__(self, controller: ZoneController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._lines: BaseGeometry | None = None  # longitude/latitude
        self._width = USUAL_WIDTH
        self._tool = DrawTool(controller.context.canvas, self._accept, line=True)
        self._tool.drawing.connect(self._follow)
        self._tool.used.connect(lambda _used: controller.changed.emit())

    @property
    def width(self) -> float:
        return self._width

    @property
    def has_line(self) -> bool:
        return self._lines is not None

    @property
    def drawing(self) -> bool:
        return self._tool.in_use

    def draw(self) -> None:
        self._tool.restart()

    def stop_drawing(self) -> None:
        self._tool.cancel()

    def set_width(self, metres: float) -> None:
        """The ribbon in use is made again."""
        self._width = metres
        if self._lines is not None and self._controller.kind == RIBBON:
            self.take_again()

    def take_again(self) -> None:
        lines, width = self._lines, self._width
        if lines is not None:
            self._make(lambda _feedback: lines, width)

    def take_lines(self) -> None:
        """Of the active layer: those selected, else all."""
        layer = self._controller.context.active_layer()
        try:
            work = lines_of(layer)
        except InvalidZone as error:
            self._controller.context.notices.tell(error)
            return
        self.take_lines_from(work)

    def take_lines_from(self, read: Callable[[TaskFeedback], BaseGeometry]) -> None:
        """``read``, run in a task, gives them in longitude/latitude."""
        self._make(read, self._width)

    def close(self) -> None:
        self._tool.close()
        self._tool.deleteLater()  # its parent is the canvas, which stays

    def _make(self, read: Callable[[TaskFeedback], BaseGeometry], width: float) -> None:
        label = _label(width)

        def work(feedback: TaskFeedback) -> tuple[BaseGeometry, Zone]:
            lines = read(feedback)
            return lines, Zone(ribbon(lines, width, feedback), RIBBON, label).measured()

        def done(made: tuple[BaseGeometry, Zone]) -> None:
            self._lines, zone = made
            self._controller.take(zone)
            self._controller.context.show_status(tr("{} (buffer around a line)").format(format_km2(zone.km2)))

        self._controller.make(label, work, done)

    def _accept(self, line: QgsGeometry) -> bool:
        try:
            drawn = self._drawn(line)
        except InvalidZone as error:
            self._controller.context.notices.tell(error)
            return False
        self._make(lambda _feedback: drawn, self._width)
        return True

    def _follow(self, line: QgsGeometry) -> None:
        """The area while it is drawn."""
        context = self._controller.context
        if line.isNull():
            context.zones.drawing.emit(None)
            context.show_status("")
            return
        try:
            zone = Zone(ribbon(self._drawn(line), self._width), RIBBON, _label(self._width))
        except InvalidZone as error:
            context.show_status(sentence(error))
            return
        context.zones.drawing.emit(zone)
        context.show_status(tr("{} (buffer being drawn)").format(format_km2(zone.km2)))

    def _drawn(self, line: QgsGeometry) -> BaseGeometry:
        """Raises InvalidZone."""
        crs = self._controller.context.canvas.mapSettings().destinationCrs()
        if not crs.isValid():
            raise InvalidZone("no_map_crs")
        if line.isNull() or line.isEmpty():
            raise InvalidZone("no_line")
        return lines_to_lon_lat(as_lines([to_shapely(line)]), crs.toWkt())


def _label(width: float) -> str:
    return tr("Buffer of {} m").format(format_number(width))
