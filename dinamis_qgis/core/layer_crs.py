# SPDX-License-Identifier: GPL-2.0-or-later
"""The CRS of a layer that was built in a task.

QGIS ties a CRS's PROJ object to the thread that made it first, and drops it when a pooled thread ends, half a minute
after its last task. The layer keeps a CRS that says it is valid and transforms nothing: the image is no longer drawn,
and QGIS caches that failing transform for every other layer of that CRS.
"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer


def own_crs(layer: QgsMapLayer) -> None:
    """Give the layer's CRS to the main thread. To be called there, as soon as the task has handed the layer over."""
    crs = QgsCoordinateReferenceSystem(layer.crs())
    if not crs.isValid():
        return
    crs.setCoordinateEpoch(crs.coordinateEpoch())  # detaches it, with a PROJ object of the calling thread
    layer.setCrs(crs)
    QgsCoordinateReferenceSystem.invalidateCache()  # nobody else is given the task's
