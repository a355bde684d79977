# SPDX-License-Identifier: GPL-2.0-or-later
"""« Comparer » : the quicklooks of the two ticked images on the map, the older one left of a divider."""

from __future__ import annotations

from datetime import datetime, timezone
from itertools import islice

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapLayer, QgsProject, QgsRectangle
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ...core.quicklook_layers import QuicklookLayers
from ...core.search_layers import Key
from ...domain.scene import Scene
from ...translation import tr
from ..context import PanelContext
from ..swipe.tool import SwipeTool

_LONG_AGO = datetime.min.replace(tzinfo=timezone.utc)


class CompareButton(QPushButton):
    """Waits for a quicklook that is still on its way."""

    def __init__(self, context: PanelContext, quicklooks: QuicklookLayers, parent: QWidget | None = None) -> None:
        super().__init__(tr("Compare"), parent)
        self._context, self._quicklooks = context, quicklooks
        self._awaited: tuple[Key, ...] = ()
        self.swipe = SwipeTool(context.canvas)
        self.swipe.used.connect(self._swiping)
        self.setAccessibleName(self.text())
        self.clicked.connect(self._compare)
        context.ticked.changed.connect(self._follow)
        quicklooks.changed.connect(self._follow)
        self._follow()

    def close_button(self) -> None:
        self._context.ticked.changed.disconnect(self._follow)
        self._quicklooks.changed.disconnect(self._follow)
        self.swipe.close()

    def _pair(self) -> list[Scene]:
        """The older one first."""
        pictured = list(islice((scene for scene in self._context.ticked.scenes if scene.quicklook is not None), 3))
        return sorted(pictured, key=lambda scene: scene.acquired or _LONG_AGO) if len(pictured) == 2 else []

    def _follow(self) -> None:
        keys = tuple(scene.key for scene in self._pair())
        self.setEnabled(bool(keys))
        if keys:
            self.setToolTip(tr("The two ticked images side by side, the older one on the left. Esc ends it."))
        else:
            self.setToolTip(tr("Tick two images that have a quicklook to compare them"))
        if self._awaited and self._awaited != keys:
            self._awaited = ()
        if self._awaited:
            self._begin()

    def _compare(self) -> None:
        self._awaited = tuple(scene.key for scene in self._pair())
        self._begin()

    def _begin(self) -> None:
        layers = [self._quicklooks.layer(key) for key in self._awaited]
        if not layers or None in layers:
            return
        self._awaited = ()
        older, newer = layers
        self._bring_map(older, newer)
        self.swipe.begin(older, newer)

    def _bring_map(self, *layers: QgsMapLayer) -> None:
        """Where the map shows nothing of one of them."""
        canvas = self._context.canvas
        extents = [_on_map(layer, canvas.mapSettings().destinationCrs()) for layer in layers]
        known = [extent for extent in extents if extent is not None]
        if known and not all(extent.intersects(canvas.extent()) for extent in known):
            both = known[0].intersect(known[-1])
            if both.isEmpty():
                both = QgsRectangle(known[0])
                both.combineExtentWith(known[-1])
            canvas.setExtent(both)

    def _swiping(self, on: bool) -> None:
        self._context.show_status(tr("Drag the divider over the map; Esc ends the comparison.") if on else "")


def _on_map(layer: QgsMapLayer, crs: object) -> QgsRectangle | None:
    try:
        change = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance().transformContext())
        extent = change.transformBoundingBox(layer.extent())
    except QgsCsException:
        return None
    return extent if extent.isFinite() and not extent.isEmpty() else None
