# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons and scenes of a Processing source, in longitude/latitude."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)
from shapely.geometry.base import BaseGeometry

from ..core.footprints import footprint_scene
from ..core.geometry import LON_LAT, to_qgis, to_shapely, unite, zone_from_geometry
from ..domain.errors import Cancelled, InvalidZone
from ..domain.scene import Scene
from ..domain.shapes import valid_polygons, within_180

# QGIS's own check of validity is left out: ours says the remedy
_UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


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
    return [_outline(one, source, transforms) for one in _geometries(source, feedback)]


def features_and_scenes(
    source: QgsProcessingFeatureSource, transforms: QgsCoordinateTransformContext, feedback: QgsProcessingFeedback
) -> tuple[list[QgsFeature], list[Scene]]:
    """The features of a footprint layer as they are, and their scenes. Raises InvalidZone, Cancelled.

    Fields may be missing, or of other types in a layer that is not ours: what they say is unknown then.
    """
    features, scenes = [], []
    for feature in source.getFeatures(QgsFeatureRequest(), _UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled()
        known = footprint_scene(feature)
        outline = _outline(feature.geometry(), source, transforms) if known.footprint else None
        features.append(feature)
        scenes.append(replace(known, footprint=outline, cloud_cover=_number(known.cloud_cover)))
    return features, scenes


def _outline(
    geometry: QgsGeometry, source: QgsProcessingFeatureSource, transforms: QgsCoordinateTransformContext
) -> BaseGeometry:
    shape = valid_polygons(to_shapely(geometry))
    if source.sourceCrs().authid() == LON_LAT or shape.is_empty:
        return within_180(shape)
    return zone_from_geometry(to_qgis(shape), source.sourceCrs(), transforms)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None


def _geometries(source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback) -> Iterator[QgsGeometry]:
    """Features without geometry are passed over."""
    request = QgsFeatureRequest().setNoAttributes()
    for feature in source.getFeatures(request, _UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled()
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            yield feature.geometry()
