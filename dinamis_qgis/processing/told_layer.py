# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster output that QGIS loads when the run ends: its layer looks as it should and carries credit and dates."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

_kept: deque[_Teller] = deque(maxlen=64)  # QGIS holds a bare pointer until the layer is loaded


class _Teller(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, tell: Callable[[QgsRasterLayer], None]) -> None:
        super().__init__()
        self._tell = tell

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            self._tell(layer)


def is_loaded(out: str, context: QgsProcessingContext) -> bool:
    return context.willLoadLayerOnCompletion(out)


def tell_when_loaded(out: str, context: QgsProcessingContext, tell: Callable[[QgsRasterLayer], None]) -> None:
    """``tell`` gets the layer on the main thread."""
    teller = _Teller(tell)
    _kept.append(teller)
    context.layerToLoadOnCompletionDetails(out).setPostProcessor(teller)
