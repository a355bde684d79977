# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a layer holds its title, abstract and credit line."""

from __future__ import annotations

from typing import Union

from qgis.core import QgsMapLayer, QgsMapLayerServerProperties


def story_of(layer: QgsMapLayer) -> Union[QgsMapLayer, QgsMapLayerServerProperties]:
    """With ``setTitle``, ``setAbstract`` and ``setAttribution``: QGIS moved them after 3.22 from the layer to its
    server's properties."""
    server = layer.serverProperties()
    return server if hasattr(server, "setAttribution") else layer
