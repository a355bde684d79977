# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer whose selection is the zone: it says when another selection is made."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal


class FollowedSelection(QObject):
    changed = pyqtSignal()  # something else is selected; nothing at all is no news

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None

    @property
    def layer(self) -> QgsVectorLayer | None:
        return None if self._layer is None or sip.isdeleted(self._layer) else self._layer

    def follow(self, layer: QgsVectorLayer | None) -> None:
        former, self._layer = self._layer, None if layer is None or sip.isdeleted(layer) else layer
        if former is self._layer:
            return
        if former is not None and not sip.isdeleted(former):
            former.selectionChanged.disconnect(self._selection_changed)
        if self._layer is not None:
            self._layer.selectionChanged.connect(self._selection_changed)

    def _selection_changed(self) -> None:
        if self.layer is not None and self.layer.selectedFeatureCount():
            self.changed.emit()
