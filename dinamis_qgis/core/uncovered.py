# SPDX-License-Identifier: GPL-2.0-or-later
"""What a set of images leaves uncovered, in EPSG:4326."""

from __future__ import annotations

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.cover.best_set import BestSet
from ..translation import tr
from .field_types import NUMBER
from .footprints import GEOMETRY
from .geometry import LON_LAT, to_qgis
from .numbers import format_km2


def uncovered_fields() -> QgsFields:
    fields = QgsFields()
    fields.append(QgsField("area_km2", NUMBER))
    return fields


def uncovered_features(answer: BestSet) -> list[QgsFeature]:
    """One multipolygon with its area, or none when everything is covered."""
    if answer.uncovered.is_empty:
        return []
    feature = QgsFeature(uncovered_fields())
    geometry = to_qgis(answer.uncovered)
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    feature.setAttributes([answer.uncovered_km2])
    return [feature]


def uncovered_layer(answer: BestSet) -> QgsVectorLayer | None:
    """« Non couvert · 4,2 km² », hatched, in memory; None when everything is covered."""
    if answer.uncovered.is_empty:
        return None
    name = tr("Not covered · {}").format(format_km2(answer.uncovered_km2))
    layer = QgsVectorLayer(f"{QgsWkbTypes.displayString(GEOMETRY)}?crs={LON_LAT}", name, "memory")
    layer.dataProvider().addAttributes(uncovered_fields())
    layer.updateFields()
    layer.dataProvider().addFeatures(uncovered_features(answer))
    layer.updateExtents()
    layer.setReadOnly(True)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # it can be chosen again: QGIS need not warn on closing
    hatched = {"style": "b_diagonal", "color": "#c00000", "outline_color": "#c00000", "outline_width": "0.4"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(hatched)))
    return layer
