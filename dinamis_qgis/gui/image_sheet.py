# SPDX-License-Identifier: GPL-2.0-or-later
"""The menu entry that makes « Fiche image » of what is on the map and opens it in QGIS's layout window."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QAction, QWidget

from ..translation import tr
from .notices import Notices


class ImageSheetAction(QAction):
    def __init__(
        self,
        canvas: QgsMapCanvas,
        active_layer: Callable[[], QgsMapLayer | None],
        open_layout: Callable[[QgsPrintLayout], object],
        notices: Notices,
        parent: QWidget | None = None,
        show_options: Callable[[str], None] = lambda _section: None,
    ) -> None:
        super().__init__(tr("Image sheet (print layout)…"), parent)
        self.setObjectName("DinamisImageSheetAction")
        self.setToolTip(tr("A page ready to print: the map, the image's facts, scale, north and the credits"))
        self._canvas, self._active_layer = canvas, active_layer
        self._open, self._notices, self._show_options = open_layout, notices, show_options
        self.triggered.connect(self._make)

    def _make(self) -> None:
        from ..core.image_sheet import add_sheet, image_in_sight
        from ..core.map_credits import layers_in_sight
        from .library.licence_reminder import remind_of_layers

        image = image_in_sight(QgsProject.instance(), self._active_layer())
        if image is None:
            self._notices.say(tr("No image of the panel is on the map: open one, or tick a quicklook, then try again."))
            return
        self._open(add_sheet(QgsProject.instance(), image, self._canvas.mapSettings()))
        remind_of_layers(layers_in_sight(QgsProject.instance()), self._notices, self._show_options, self.parent())
