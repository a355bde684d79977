# SPDX-License-Identifier: GPL-2.0-or-later
"""What a set of images leaves uncovered, as features in EPSG:4326."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsField, QgsFields

from ..domain.cover.best_set import BestSet
from .field_types import NUMBER
from .geometry import to_qgis


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
