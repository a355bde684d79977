# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenes of a footprint layer given to an algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
)

from ..translation import tr

if TYPE_CHECKING:
    from ..domain.scene import Scene


def scenes_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext, name: str = "SCENES"
) -> list[Scene]:
    """What their fields tell, in longitude/latitude."""
    from ..core.footprints import footprint_scene
    from ..core.geometry import lon_lat

    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    if source.fields().lookupField("scene_id") < 0:
        raise QgsProcessingException(
            tr("This layer has no field “scene_id”: give a footprint layer made by a DINAMIS search.")
        )
    request = QgsFeatureRequest().setDestinationCrs(lon_lat(), context.transformContext())
    as_they_are = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks  # whoever needs it mends it
    return [footprint_scene(feature) for feature in source.getFeatures(request, as_they_are)]
