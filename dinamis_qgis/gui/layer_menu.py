# SPDX-License-Identifier: GPL-2.0-or-later
"""What the layer tree's own menu offers on the panel's images, under « DINAMIS »."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Callable

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAction

from ..core.map_credits import credits_of, is_image
from ..translation import tr
from .notices import Notices


class LayerMenu(QObject):
    """``add``, ``offer`` and ``remove`` are QGIS's: an action for a kind of layers, for one of them, for none any more.
    It forgets layers that go by itself."""

    def __init__(
        self,
        project: QgsProject,
        active_layer: Callable[[], QgsMapLayer | None],
        notices: Notices,
        add: Callable[..., None],
        offer: Callable[[QAction, QgsMapLayer], None],
        remove: Callable[[QAction], object],
        others: Sequence[QAction],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._active_layer, self._notices = project, active_layer, notices
        self._offer, self._remove = offer, remove
        copy = QAction(tr("Copy the credit line"), self)
        copy.triggered.connect(self._copy)
        self._actions = (copy, *others)
        for action in self._actions:
            add(action, "DINAMIS", QgsMapLayerType.RasterLayer, False)
        self._take(project.mapLayers().values())
        project.layersAdded.connect(self._take)

    def close(self) -> None:
        self._project.layersAdded.disconnect(self._take)
        for action in self._actions:
            self._remove(action)

    def _take(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if is_image(layer):
                for action in self._actions:
                    self._offer(action, layer)

    def _copy(self) -> None:
        layer = self._active_layer()
        credit = credits_of([layer]) if layer is not None else ""
        if credit:
            QGuiApplication.clipboard().setText(credit)
            self._notices.say(tr("Copied: {}").format(credit))
        else:
            self._notices.say(tr("Its credit line is not known."))
