# SPDX-License-Identifier: GPL-2.0-or-later
"""Zones that come from elsewhere than the map: a place's outline, a file, a bookmark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsBookmark, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.outline_files import LINES, FileLayer, layers_of, lines_in, outlines_in
from ...core.places import territory_of
from ...core.task import TaskFeedback
from ...core.territory import Territory, as_one
from ...core.zone import Zone
from ...core.zones import bookmark_zone, extent_of, extent_to_show
from ...domain.errors import InvalidZone
from ...domain.gazetteer import Place
from ...translation import tr
from .ribbon_zone import RIBBON, RibbonZone

if TYPE_CHECKING:
    from .controller import ZoneController

PLACE, FILE, BOOKMARK = "place", "file", "bookmark"


class OtherZones(QObject):
    """Each kind remembers its last zone, to be taken again."""

    layers_found = pyqtSignal(object)  # the FileLayers of a file with several, one of which is to be chosen
    crs_wanted = pyqtSignal(object)  # the FileLayer whose file does not tell its CRS

    def __init__(self, controller: ZoneController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._known: dict[str, Territory | Zone] = {}
        self.ribbon = RibbonZone(controller)

    def close(self) -> None:
        self.ribbon.close()

    def has(self, kind: str) -> bool:
        return self.ribbon.has_line if kind == RIBBON else kind in self._known

    def territory(self) -> Territory | None:
        """What of the zone in use can become « Mon territoire » in one click."""
        known = self._known.get(self._controller.kind)
        current = self._controller.territories.current
        fits = isinstance(known, Territory) and (current is None or known.shape != current.shape)
        return known if fits else None

    def name(self, kind: str) -> str:
        """Of the last zone of this kind, ``""`` when there is none."""
        known = self._known.get(kind)
        return "" if known is None else known.name if isinstance(known, Territory) else known.label

    def take_again(self, kind: str) -> None:
        known = self._known.get(kind)
        if kind == RIBBON:
            self.ribbon.take_again()
        elif isinstance(known, Territory):
            self._take(kind, known)
        elif known is not None:
            self._controller.take(known)

    def take_place(self, place: Place) -> None:
        """Its outline is fetched, becomes the zone, and the map goes there."""

        def done(territory: Territory) -> None:
            self.take_outline(territory)
            self._zoom(territory, always=True)

        self._controller.make(place.name, lambda feedback: territory_of(place, feedback), done)

    def take_outline(self, territory: Territory) -> None:
        """Of a place; a map that shows nothing of it is brought there."""
        self._take(PLACE, territory)
        self._zoom(territory)

    def take_file(self, path: Path) -> None:
        def done(layers: tuple[FileLayer, ...]) -> None:
            if len(layers) == 1:
                self.take_layer(layers[0])
            else:
                self.layers_found.emit(layers)

        self._controller.make(path.name, lambda feedback: layers_of(path, feedback), done)

    def take_layer(self, layer: FileLayer, crs: str = "") -> None:
        """Its polygons, united; a ribbon around its lines. ``crs``, a code or WKT, where the file tells none."""
        if not crs and not layer.crs:
            error = InvalidZone("no_crs", layer.name)
            ask = (tr("Choose its CRS…"), lambda: self.crs_wanted.emit(layer))
            self._controller.context.notices.tell(error, [ask])
            return
        if layer.holds == LINES:
            self.ribbon.take_lines_from(lambda feedback: lines_in(layer, feedback, crs))
            return

        def work(feedback: TaskFeedback) -> Territory:
            outlines = outlines_in(layer, feedback, crs)
            whole = outlines[0] if len(outlines) == 1 else as_one(outlines, Path(layer.path).stem)
            whole.zone.measured()
            return whole

        def done(territory: Territory) -> None:
            self._take(FILE, territory)
            self._zoom(territory)

        self._controller.make(layer.name, work, done)

    def take_bookmark(self, bookmark: QgsBookmark) -> None:
        try:
            shape = bookmark_zone(bookmark, QgsProject.instance().transformContext())
        except InvalidZone as error:
            self._controller.context.notices.tell(error)
            return
        zone = Zone(shape, BOOKMARK, bookmark.name())
        self._known[BOOKMARK] = zone
        self._controller.take(zone)

    def _take(self, kind: str, territory: Territory) -> None:
        self._known[kind] = territory
        self._controller.take(territory.zone.of_kind(kind))

    def _zoom(self, territory: Territory, always: bool = False) -> None:
        canvas = self._controller.context.canvas
        extent_for: Callable = extent_of if always else extent_to_show
        extent = extent_for(territory.shape, canvas.mapSettings())
        if extent is not None:
            canvas.setExtent(extent)
            canvas.refresh()
