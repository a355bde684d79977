# SPDX-License-Identifier: GPL-2.0-or-later
"""What the layer tree's own menu offers on the panel's images, under « DINAMIS »: streamed ones are listed nowhere
else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Callable

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAction

from ..core.compositions import composition_names, numbers_in
from ..core.map_credits import credits_of, is_image
from ..core.task import TaskSlot
from ..translation import tr
from .notices import Notices

if TYPE_CHECKING:
    from ..core.renderers import Look


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
        self._compositions = {key: self._composing(key, name) for key, name in composition_names()}
        self._slot: TaskSlot | None = None
        self._always = (copy, *others)
        self._actions = (*self._compositions.values(), *self._always)
        for action in self._actions:
            add(action, "DINAMIS", QgsMapLayerType.RasterLayer, False)
        self._take(project.mapLayers().values())
        project.layersAdded.connect(self._take)

    def close(self) -> None:
        if self._slot is not None:
            self._slot.close()
        self._project.layersAdded.disconnect(self._take)
        for action in self._actions:
            self._remove(action)

    def _take(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if is_image(layer):
                has = (action for key, action in self._compositions.items() if numbers_in(layer, key))
                for action in (*has, *self._always):
                    self._offer(action, layer)

    def _composing(self, key: str, name: str) -> QAction:
        action = QAction(name, self)
        action.setData(key)
        action.triggered.connect(self._compose)
        return action

    def _compose(self) -> None:
        """Of the active layer; its values are sampled off the main thread."""
        from ..core.recolouring import look_again, sight_of

        layer, key = self._active_layer(), self.sender().data()
        sight = sight_of(layer, key) if isinstance(layer, QgsRasterLayer) else None
        if sight is None:
            return
        name = layer.id()
        self._slot = self._slot or TaskSlot(self)
        self._slot.start(
            tr("Changing the composition"),
            lambda feedback: look_again(sight, feedback),
            lambda look: self._composed(name, look),
            self._notices.tell,
        )

    def _composed(self, name: str, look: Look) -> None:
        from ..core.recolouring import draw

        layer = self._project.mapLayer(name)
        if isinstance(layer, QgsRasterLayer):
            draw(layer, look)

    def _copy(self) -> None:
        layer = self._active_layer()
        credit = credits_of([layer]) if layer is not None else ""
        if credit:
            QGuiApplication.clipboard().setText(credit)
            self._notices.say(tr("Copied: {}").format(credit))
        else:
            self._notices.say(tr("Its credit line is not known."))
