# SPDX-License-Identifier: GPL-2.0-or-later
"""« Où » : the one owner of the shared zone. Pages show it in their zone boxes; nothing is chosen or drawn twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.my_territory import MyTerritory
from ...core.task import TaskFeedback, TaskSlot
from ...core.territory import territory_file
from ...core.zone import Zone
from ...core.zones import selection_zone, visible_zone
from ...domain.errors import Cancelled, InvalidZone
from ...translation import tr
from ..context import PanelContext
from .bands import ZoneBand
from .drawn_zone import DRAWN, DrawnZone
from .followed_selection import FollowedSelection
from .other_zones import OtherZones
from .ribbon_zone import RIBBON

TERRITORY, EXTENT, SELECTION, KEPT = "territory", "extent", "selection", "kept"
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
        self._selected = FollowedSelection(self)
        self._selected.changed.connect(self._take_selection)
        self.kept: Zone | None = None  # of the last saved search that had a zone of its own
        self._waiting: list[Callable[[], None]] = []
        self._boxes: set[QObject] = set()
        self._making = TaskSlot(self)
        self.territories = MyTerritory(territory_path or territory_file(), self)
        self.territories.changed.connect(self._territory_changed)
        self.territories.failed.connect(self._failed)
        self.territories.settled.connect(self._settle)
        self.drawn = DrawnZone(self)
        self.others = OtherZones(self)
        self._band = ZoneBand(context.canvas)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_STILL_MS)
        self._still.timeout.connect(self._take_extent)
        context.canvas.extentsChanged.connect(self._extent_moved)
        context.canvas.destinationCrsChanged.connect(self._extent_moved)
        context.canvas.currentLayerChanged.connect(self.changed)
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
        return self.drawn.there

    @property
    def drawing(self) -> bool:
        return self.drawn.drawing

    @property
    def selection_layer(self) -> QgsVectorLayer | None:
        """The layer whose selection is in use, else the active one when it can serve."""
        if self._selected.layer is not None and self._kind == SELECTION:
            return self._selected.layer
        layer = self._context.active_layer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    # --- choosing ---------------------------------------------------------------------------------

    def choose(self, kind: str) -> None:
        """Take the zone of this kind; a drawn zone that does not exist yet is begun on the map, and another kind ends
        a drawing that is under way."""
        if kind != DRAWN:
            self.drawn.cancel()
        if kind != RIBBON and self.others.ribbon.drawing:
            self.others.ribbon.stop_drawing()
        self._making.close()  # a zone that was asked for before
        territory = self.territories.current
        if kind == TERRITORY and territory is not None:
            self._set(territory.zone)
        elif kind == EXTENT:
            self._still.stop()
            self._take_extent(chosen=True)
        elif kind == DRAWN and self.drawn.there:
            self.drawn.take()
        elif kind == DRAWN:
            self.drawn.draw()
        elif kind == SELECTION:
            self._take_selection()
        elif kind == KEPT and self.kept is not None:
            self._set(self.kept)
        else:
            self.others.take_again(kind)
        self.changed.emit()
        self._settle()

    def take(self, zone: Zone) -> None:
        """A zone that was made elsewhere."""
        if zone.kind != DRAWN:
            self.drawn.cancel()
        self._set(zone)

    def make(self, label: str, work: Callable[[TaskFeedback], Any], done: Callable[[Any], None]) -> None:
        """Run ``work`` in a task, and ``done`` with its result: the zone that is asked for last is the one made."""

        def then(result: Any) -> None:
            done(result)
            self._settle()

        self._making.start(label, work, then, self._failed)
        self.changed.emit()

    def when_settled(self, then: Callable[[], None]) -> None:
        """Call ``then`` once no zone is being made; not at all when the map's extent, which is the zone, cannot serve:
        then it is told why."""
        if self._still.isActive() or (self._kind == EXTENT and self._context.zones.zone is None):
            self._still.stop()
            self._take_extent(chosen=self._kind == EXTENT)
            if self._kind == EXTENT and self._context.zones.zone is None:
                return
        if self.territories.busy or self._making.busy:
            self._waiting.append(then)
        else:
            then()

    def show_for(self, box: QObject, visible: bool) -> None:
        """The zone's outline is on the map while some box is visible."""
        (self._boxes.add if visible else self._boxes.discard)(box)
        self._show_band()

    def close(self) -> None:
        self.territories.close()
        self._making.close()
        self._still.stop()
        self._selected.follow(None)
        self.others.close()
        canvas = self._context.canvas
        canvas.extentsChanged.disconnect(self._extent_moved)
        canvas.destinationCrsChanged.disconnect(self._extent_moved)
        canvas.currentLayerChanged.disconnect(self.changed)
        self._context.zones.changed.disconnect(self._show_band)
        self.drawn.close()
        self._band.remove()

    # --- the kinds --------------------------------------------------------------------------------

    def _set(self, zone: Zone) -> None:
        if self._kind == DRAWN and zone.kind != DRAWN:
            self._context.show_status("")  # it still told the drawn zone's area
        self._kind = zone.kind
        if zone.kind != SELECTION:
            self._selected.follow(None)
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

    def _take_selection(self) -> None:
        layer = self._context.active_layer()
        try:
            work = selection_zone(layer, self._context.canvas.mapSettings())
        except InvalidZone as error:
            self._context.notices.tell(error)
            return
        label = tr("Selected features ({})").format(layer.name())

        def done(zone: Zone) -> None:
            self._selected.follow(layer)
            self._set(zone)

        self.make(label, lambda feedback: Zone(work(feedback), SELECTION, label).measured(), done)

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
        if self.territories.busy or self._making.busy:
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _show_band(self) -> None:
        zone = self._context.zones.zone
        self._band.show(zone.shape if zone and self._boxes and zone.kind != EXTENT else None)
