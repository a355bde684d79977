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

        image = image_in_sight(QgsProject.instance(), self._active_layer())
        if image is None:
            self._notices.say(tr("No image of the panel is on the map: open one, or tick a quicklook, then try again."))
            return
        self._open(add_sheet(QgsProject.instance(), image, self._canvas.mapSettings()))
        self.remind()

    def remind(self, *_designer: object) -> None:
        """Once, when an image under a licence that asks for it is about to be printed: on any layout."""
        from ..core.map_credits import is_image, layers_in_sight

        images = [layer for layer in layers_in_sight(QgsProject.instance()) if is_image(layer)]
        if images:
            from .library.licence_reminder import remind_of_layers

            remind_of_layers(images, self._notices, self._show_options, self.parent())
