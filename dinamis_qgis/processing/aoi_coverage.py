# SPDX-License-Identifier: GPL-2.0-or-later
"""The best set of scenes that covers a zone, and what stays uncovered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QUrl

from ..core.field_types import NUMBER, WHOLE
from ..translation import tr
from .algorithm import Algorithm

if TYPE_CHECKING:
    from ..domain.cover.best_set import RankedScene
    from ..domain.scene import Scene

_ADDED = (("rank", WHOLE), ("gain_percent", NUMBER), ("cumulative_percent", NUMBER))


class AoiCoverage(Algorithm):
    NAME, GROUP = "aoicoverage", "search"
    ICON = "cover"
    EXAMPLE = "AOI=municipality.gpkg SCENES=images.gpkg STRATEGY=0 OUTPUT=chosen.gpkg UNCOVERED=missing.gpkg"

    def displayName(self) -> str:
        return tr("Cover a zone with the best images")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Chooses among footprints the best set of images that covers a zone, and gives what stays uncovered.\n\n"
            "Fewest images: an image more is chosen when it covers 0.1% more of the zone; at an equal number the "
            "clearer ones, then the newer ones. Most recent: each place is seen by its newest chosen image; an image "
            "more is chosen when it makes the zone newer by 7 days on average. Clearest: the same with clouds, for "
            "half a point on average.\n\n"
            "Clouds are the cover that the catalogue gives for the whole image: where they lie in it is not known, but "
            "for images of this machine that have a cloud mask: theirs is the share of the zone under its clouds. "
            "Unknown dates and clouds come last, and are within every limit. Areas are measured on the WGS 84 "
            "ellipsoid, overlaps once.\n\n"
            "Up to 64 images the set is the best one, as a rule; among more it is the best that a bounded search finds."
            "\n\nThe images chosen keep their fields, with their rank, the share of the zone that they add and the "
            "share covered so far. What stays uncovered is in WGS 84 (EPSG:4326), with its area."
        )
        return said, tr("For example, the fewest images that cover a municipality, and what they miss:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource("AOI", tr("Zone"), polygons))
        self.addParameter(QgsProcessingParameterFeatureSource("SCENES", tr("Footprints of the scenes"), polygons))
        aims = [tr("Fewest images"), tr("Most recent images"), tr("Clearest images")]
        self.addParameter(QgsProcessingParameterEnum("STRATEGY", tr("Aim"), aims, defaultValue=0))
        for name, label, most in (
            ("MAX_SPREAD", tr("Dates apart by at most (days)"), 36500),
            ("MAX_CLOUD", tr("Clouds at most (%)"), 100),
            ("MAX_INCIDENCE", tr("Incidence at most (°)"), 90),
        ):
            self.add_limit(name, label, most, advanced=True)
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Images chosen"), polygon))
        self.addParameter(QgsProcessingParameterFeatureSink("UNCOVERED", tr("Not covered"), polygon))
        self.addOutput(QgsProcessingOutputNumber("COVERAGE_PERCENT", tr("Share of the zone covered (%)")))
        self.addOutput(QgsProcessingOutputNumber("SCENE_COUNT", tr("Number of images chosen")))

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.cloud_masks import cloud_masks
        from ..core.cover_words import cloud_words, cover_doubts, cover_sentence
        from ..core.footprints import GEOMETRY
        from ..core.uncovered import uncovered_features, uncovered_fields
        from ..domain.cover.aims import Aim, Limits
        from ..domain.cover.best_set import best_set
        from .sinks import write
        from .zones import features_and_scenes, united_zone

        aoi, source = (self._source(name, parameters, context) for name in ("AOI", "SCENES"))
        zone = united_zone(aoi, context.transformContext(), feedback)
        feedback.setProgress(10)
        features, scenes = features_and_scenes(source, context.transformContext(), feedback)
        feedback.setProgress(50)
        days, clouds, incidence = (
            self.limit(parameters, name, context) for name in ("MAX_SPREAD", "MAX_CLOUD", "MAX_INCIDENCE")
        )
        limits = Limits(None if days is None else timedelta(days=days), clouds, incidence)
        aim = Aim(self.parameterAsEnum(parameters, "STRATEGY", context))
        minded = aim is Aim.CLEAREST or clouds is not None
        masks = cloud_masks(zone, scenes, _local_place, feedback) if minded else None
        answer = best_set(zone, scenes, aim, limits, feedback, masks)
        feedback.setProgress(90)
        feedback.pushInfo(cover_sentence(answer))
        if minded and answer.ranked:
            feedback.pushInfo(cloud_words(answer))
        for doubt in cover_doubts(answer):
            feedback.pushWarning(doubt)
        kept, fields = _output_fields(source.fields())
        chosen = (
            _chosen_feature(features[one.index], kept, fields, rank, one) for rank, one in enumerate(answer.ranked, 1)
        )
        bare = uncovered_features(answer)
        return {
            "OUTPUT": write(self, parameters, context, fields, source.wkbType(), chosen, crs=source.sourceCrs()),
            "UNCOVERED": write(self, parameters, context, uncovered_fields(), GEOMETRY, bare, "UNCOVERED"),
            "COVERAGE_PERCENT": answer.covered_percent,
            "SCENE_COUNT": len(answer.ranked),
        }

    def _source(self, name: str, parameters: dict, context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return source


def _local_place(scene: Scene) -> str:
    """Of a product of a library."""
    return QUrl(scene.self_url).toLocalFile()


def _output_fields(given: QgsFields) -> tuple[list[int], QgsFields]:
    """The places of the fields that stay, and all fields: what this algorithm added before is replaced."""
    added = {name for name, _ in _ADDED}
    kept = [place for place in range(given.count()) if given.at(place).name().lower() not in added]
    fields = QgsFields()
    for place in kept:
        fields.append(given.at(place))
    for name, kind in _ADDED:
        fields.append(QgsField(name, kind))
    return kept, fields


def _chosen_feature(given: QgsFeature, kept: list[int], fields: QgsFields, rank: int, one: RankedScene) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setGeometry(given.geometry())
    values = [given.attribute(place) for place in kept]
    feature.setAttributes([*values, rank, one.gain_percent, one.cumulative_percent])
    return feature
