# SPDX-License-Identifier: GPL-2.0-or-later
"""The menus of the footprints under the mouse, in the map's own context menu."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtWidgets import QMenu

from ...core.geometry import lon_lat
from ...core.words import scene_name
from ...domain.scene import Scene
from ...translation import tr
from .footprint_light import FootprintLight
from .scene_actions import SceneActions

_MOST = 12  # images under one point that have their menu


class FootprintMenus:
    """``scenes_at`` gives those whose footprint is at a place (longitude/latitude), in the order of the list."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        actions: SceneActions,
        light: FootprintLight,
        scenes_at: Callable[[QgsPointXY], list[Scene]],
    ) -> None:
        self._canvas, self._actions, self._light, self._scenes_at = canvas, actions, light, scenes_at
        canvas.contextMenuAboutToShow.connect(self._fill)

    def remove(self) -> None:
        self._canvas.contextMenuAboutToShow.disconnect(self._fill)

    def _fill(self, menu: QMenu, event: QgsMapMouseEvent) -> None:
        scenes = self._under(event.mapPoint())
        if not scenes:
            return
        menu.addSeparator()
        for scene in scenes[:_MOST]:
            own = self._actions.menu(scene, menu)
            own.setTitle(scene_name(scene).replace("&", "&&"))
            own.aboutToShow.connect(lambda scene=scene: self._light.show(scene.footprint))
            menu.addMenu(own)
        if len(scenes) > _MOST:
            menu.addAction(tr("%n more image(s) here", "", len(scenes) - _MOST)).setEnabled(False)
        menu.aboutToHide.connect(lambda: self._light.show(None))

    def _under(self, place: QgsPointXY) -> list[Scene]:
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            to_lon_lat = QgsCoordinateTransform(crs, lon_lat(), QgsProject.instance().transformContext())
            return self._scenes_at(to_lon_lat.transform(place))
        except QgsCsException:
            return []
