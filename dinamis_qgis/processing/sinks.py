# SPDX-License-Identifier: GPL-2.0-or-later
"""Features into an algorithm's destination."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsWkbTypes,
)

from ..core.geometry import lon_lat


def write(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    fields: QgsFields,
    geometry: QgsWkbTypes.Type,
    features: Iterable[QgsFeature],
    name: str = "OUTPUT",
    crs: QgsCoordinateReferenceSystem | None = None,
) -> str:
    """In ``crs`` (EPSG:4326 without it). Gives the destination, complete on disk when this returns: the sink lives in
    no other frame, and QGIS closes the file with it."""
    sink, place = algorithm.parameterAsSink(parameters, name, context, fields, geometry, crs or lon_lat())
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for feature in features:
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(algorithm.writeFeatureError(sink, parameters, name))
    return place
