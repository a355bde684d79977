# SPDX-License-Identifier: GPL-2.0-or-later
"""The credit lines of what is on a map, merged: an image says its own in its layer's attribution, where a person may
have completed it."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsLayout, QgsLayoutItemMap, QgsMapLayer, QgsProject, QgsRasterLayer

from ..domain.credits import merged_credits
from .story import story_of

_OURS = "dinamis/"  # how the custom properties of our layers begin


def credits_of(layers: Iterable[QgsMapLayer]) -> str:
    """ "© CNES 2021, 2022, Distribution Airbus DS ; © Airbus DS 2024": "" where none is known. Outlines and masks of
    images show none of their pixels and are not counted."""
    lines = [line for layer in layers if is_image(layer) for line in _lines(layer)]
    return " ; ".join(merged_credits(lines))


def is_image(layer: QgsMapLayer | None) -> bool:
    """Whether the panel made ``layer`` and it shows pixels: a quicklook, a product, a mosaic, a yearly backdrop."""
    return isinstance(layer, QgsRasterLayer) and any(key.startswith(_OURS) for key in layer.customPropertyKeys())


def layers_in_sight(project: QgsProject) -> list[QgsMapLayer]:
    """Those that are ticked in the layer tree, with all the groups above them; the topmost first."""
    return project.layerTreeRoot().checkedLayers()


def layers_of_map(item: QgsLayoutItemMap) -> list[QgsMapLayer]:
    """What a layout's map shows: its own list, its theme's, else the project's. The topmost first."""
    project = item.layout().project()
    found = (project.mapLayer(each) for each in item.createExpressionContext().variable("map_layer_ids") or ())
    return [layer for layer in found if layer is not None]


def maps_of(layout: QgsLayout) -> list[QgsLayoutItemMap]:
    return [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]


def _lines(layer: QgsMapLayer) -> list[str]:
    said = story_of(layer).attribution() or ";".join(layer.metadata().rights())
    return [line.strip() for line in said.split(";")]
