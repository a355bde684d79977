# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of a Processing source, in longitude/latitude."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)
from shapely.geometry.base import BaseGeometry

from ..core.geometry import to_qgis, to_shapely, unite, zone_from_geometry
from ..domain.errors import Cancelled, InvalidZone
from ..domain.shapes import valid_polygons


def united_zone(
    source: QgsProcessingFeatureSource, transforms: QgsCoordinateTransformContext, feedback: QgsProcessingFeedback
) -> BaseGeometry:
    """The source's polygons as one zone: overlaps count once. Raises InvalidZone, Cancelled."""
    shapes = [zone_from_geometry(one, source.sourceCrs(), transforms) for one in _geometries(source, feedback)]
    if not shapes:
        raise InvalidZone("empty", source.sourceName())
    return unite(shapes)


def footprints(
    source: QgsProcessingFeatureSource, transforms: QgsCoordinateTransformContext, feedback: QgsProcessingFeedback
) -> list[BaseGeometry]:
    """Outlines of images: unlike a zone, one that crosses itself is repaired. Raises InvalidZone, Cancelled."""
    return [
        zone_from_geometry(to_qgis(valid_polygons(to_shapely(one))), source.sourceCrs(), transforms)
        for one in _geometries(source, feedback)
    ]


def _geometries(source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback) -> Iterator[QgsGeometry]:
    """Features without geometry are passed over. QGIS's own check of validity is left out: ours says the remedy."""
    request = QgsFeatureRequest().setNoAttributes()
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        if feedback.isCanceled():
            raise Cancelled()
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            yield feature.geometry()
