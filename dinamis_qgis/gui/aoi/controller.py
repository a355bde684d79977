# SPDX-License-Identifier: GPL-2.0-or-later
"""« Où » : the one owner of the shared zone. Pages show it in their zone boxes; nothing is chosen or drawn twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from shapely.geometry.base import BaseGeometry

from ...core.geometry import lon_lat, to_qgis, to_shapely
from ...core.messages import sentence
from ...core.my_territory import MyTerritory
from ...core.numbers import format_km2
from ...core.task import TaskSlot
from ...core.territory import territory_file
from ...core.zone import Zone
from ...core.zones import map_zone, outline_in, selection_zone, visible_zone
from ...domain.errors import Cancelled, InvalidZone
from ...domain.shapes import vertex_count
from ...translation import tr
from ..context import PanelContext
from .bands import ZoneBand
from .draw_tool import DrawTool

TERRITORY, EXTENT, DRAWN, SELECTION, KEPT = "territory", "extent", "drawn", "selection", "kept"
_STILL_MS = 200  # the extent is taken when the map has been still for so long


class ZoneController(QObject):
    """Makes ``context.zones`` from the kind that was chosen. What cannot be used is told, and what was before stays."""

    changed = pyqtSignal()  # the kind, the territory, the selection's layer or the drawing state

    def __init__(
        self, context: PanelContext, parent: QObject | None = None, territory_path: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = EXTENT
        self._drawn: tuple[QgsGeometry, QgsCoordinateReferenceSystem] | None = None
        self._selected: QgsVectorLayer | None = None
        self.kept: Zone | None = None  # of the last saved search that had a zone of its own
        self._waiting: list[Callable[[], None]] = []
        self._boxes: set[QObject] = set()
        self._uniting = TaskSlot(self)
        self.territories = MyTerritory(territory_path or territory_file(), self)
        self.territories.changed.connect(self._territory_changed)
        self.territories.failed.connect(self._failed)
        self.territories.settled.connect(self._settle)
        self._tool = DrawTool(context.canvas, self._accept_drawn)
        self._tool.drawing.connect(self._follow_drawing)
        self._tool.used.connect(lambda _used: self.changed.emit())
        self._band = ZoneBand(context.canvas)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(self._take_extent)
        context.canvas.extentsChanged.connect(self._extent_moved)
        context.canvas.destinationCrsChanged.connect(self._extent_moved)
        context.canvas.currentLayerChanged.connect(self._layer_changed)
        context.zones.changed.connect(self._show_band)
        self._still.start()
        self.territories.load()

    # --- what boxes show --------------------------------------------------------------------------

    @property
    def context(self) -> PanelContext:
        return self._context

    @property
    def kind(self) -> str:
        return self._kind

    @property
    def has_drawn(self) -> bool:
        return self._drawn is not None

    @property
    def drawing(self) -> bool:
        return self._tool.in_use

    @property
    def selection_layer(self) -> QgsVectorLayer | None:
        """The layer whose selection is in use, else the active one when it can serve."""
        if self._selected is not None and not sip.isdeleted(self._selected) and self._kind == SELECTION:
            return self._selected
        layer = self._context.active_layer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    # --- choosing ---------------------------------------------------------------------------------

    def choose(self, kind: str) -> None:
        """Take the zone of this kind; a drawn zone that does not exist yet is begun on the map, and another kind ends
        a drawing that is under way."""
        if kind != DRAWN and self.drawing:
            self._tool.cancel()
        territory = self.territories.current
        if kind == TERRITORY and territory is not None:
            self._set(territory.zone)
        elif kind == EXTENT:
            self._still.stop()
            self._take_extent(chosen=True)
        elif kind == DRAWN and self._drawn is not None:
            self._take_drawn()
        elif kind == DRAWN:
            self.draw()
        elif kind == SELECTION:
            self._take_selection()
        elif kind == KEPT and self.kept is not None:
            self._set(self.kept)
        self.changed.emit()

    def draw(self) -> None:
        """Edit the drawn zone when it is the one in use, else draw one."""
        if self._kind == DRAWN and self._drawn is not None:
            geometry, crs = self._drawn
            try:
                self._tool.begin(outline_in(geometry, crs, self._context.canvas.mapSettings()))
            except InvalidZone as error:
                self._context.notices.tell(error)
        else:
            self._tool.begin()

    def use_shape(self, shape: BaseGeometry) -> None:
        """Take a shape (longitude/latitude) as the drawn zone, which may be edited further."""
        self._drawn = (to_qgis(shape), lon_lat())
        self._take_drawn()

    def draw_anew(self) -> None:
        self._tool.restart()

    def stop_drawing(self) -> None:
        self._tool.cancel()

    def when_settled(self, then: Callable[[], None]) -> None:
        """Call ``then`` once no zone is being made; not at all when the map's extent, which is the zone, cannot serve:
        then it is told why."""
        if self._still.isActive() or (self._kind == EXTENT and self._context.zones.zone is None):
            self._still.stop()
            self._take_extent(chosen=self._kind == EXTENT)
            if self._kind == EXTENT and self._context.zones.zone is None:
                return
        if self.territories.busy or self._uniting.busy:
            self._waiting.append(then)
        else:
            then()

    def show_for(self, box: QObject, visible: bool) -> None:
        """The zone's outline is on the map while some box is visible."""
        (self._boxes.add if visible else self._boxes.discard)(box)
        self._show_band()

    def close(self) -> None:
        self.territories.close()
        self._uniting.close()
        self._still.stop()
        self._follow_selection(None)
        canvas = self._context.canvas
        canvas.extentsChanged.disconnect(self._extent_moved)
        canvas.destinationCrsChanged.disconnect(self._extent_moved)
        canvas.currentLayerChanged.disconnect(self._layer_changed)
        self._context.zones.changed.disconnect(self._show_band)
        self._tool.close()
        self._tool.deleteLater()  # its parent is the canvas, which stays
        self._band.remove()

    # --- the kinds --------------------------------------------------------------------------------

    def _take_drawn(self) -> bool:
        try:
            self._set(Zone(self.drawn_shape(), DRAWN, tr("Drawn zone"), vertex_count(to_shapely(self._drawn[0]))))
        except InvalidZone as error:
            self._context.notices.tell(error)
            return False
        return True

    def _set(self, zone: Zone) -> None:
        if self._kind == DRAWN and zone.kind != DRAWN:
            self._context.show_status("")  # it still told the drawn zone's area
        self._kind = zone.kind
        if zone.kind != SELECTION:
            self._follow_selection(None)
        self._context.zones.set(zone)
        self.changed.emit()

    def _extent_moved(self) -> None:
        if self._kind == EXTENT:
            self._still.start()

    def _take_extent(self, chosen: bool = False) -> None:
        """A map whose extent cannot serve is told of only when its extent was asked for; where the zone follows the
        map there is none then: what the map showed before is not what it shows."""
        if not chosen and self._kind != EXTENT:
            return
        try:
            self._set(Zone(visible_zone(self._context.canvas.mapSettings()), EXTENT, tr("Map extent")))
        except InvalidZone as error:
            if chosen:
                self._context.notices.tell(error)
            if self._kind == EXTENT:
                self._context.zones.set(None)

    def drawn_shape(self) -> BaseGeometry:
        """Raises InvalidZone, also when nothing was drawn."""
        if self._drawn is None:
            raise InvalidZone("empty")
        geometry, crs = self._drawn
        return map_zone(geometry, crs, QgsProject.instance().transformContext())

    def _accept_drawn(self, polygon: QgsGeometry) -> bool:
        former, self._drawn = self._drawn, (polygon, self._map_crs())
        if not self._take_drawn():
            self._drawn = former
            return False
        self._context.show_status(tr("{} (drawn zone)").format(format_km2(self._context.zones.zone.km2)))
        return True

    def _follow_drawing(self, polygon: QgsGeometry) -> None:
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

    def _take_selection(self) -> None:
        layer = self._context.active_layer()
        try:
            work = selection_zone(layer, self._context.canvas.mapSettings())
        except InvalidZone as error:
            self._context.notices.tell(error)
            return
        label = tr("Selected features ({})").format(layer.name())

        def done(shape: BaseGeometry) -> None:
            self._follow_selection(None if sip.isdeleted(layer) else layer)
            self._set(Zone(shape, SELECTION, label))
            self._settle()

        self._uniting.start(label, work, done, self._failed)

    def _follow_selection(self, layer: QgsVectorLayer | None) -> None:
        former, self._selected = self._selected, layer
        if former is layer:
            return
        if former is not None and not sip.isdeleted(former):
            former.selectionChanged.disconnect(self._selection_changed)
        if layer is not None:
            layer.selectionChanged.connect(self._selection_changed)

    def _selection_changed(self) -> None:
        """Another selection of the layer in use is the new zone; none at all leaves the zone as it was."""
        if self._kind == SELECTION and self._selected is not None and self._selected.selectedFeatureCount():
            self._take_selection()

    def _layer_changed(self, _layer: object) -> None:
        self.changed.emit()

    # --- helpers ----------------------------------------------------------------------------------

    def _territory_changed(self) -> None:
        """The default zone: the territory, else the map's extent."""
        if self.territories.current is not None:
            self.choose(TERRITORY)
        elif self._kind == TERRITORY:
            self.choose(EXTENT)
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._context.notices.tell(error)
        self.changed.emit()  # boxes show again what is in use
        self._settle()

    def _settle(self) -> None:
        if self.territories.busy or self._uniting.busy:
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _show_band(self) -> None:
        zone = self._context.zones.zone
        self._band.show(zone.shape if zone and self._boxes and zone.kind != EXTENT else None)

    def _map_crs(self) -> QgsCoordinateReferenceSystem:
        return self._context.canvas.mapSettings().destinationCrs()
