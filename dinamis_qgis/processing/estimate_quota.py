# SPDX-License-Identifier: GPL-2.0-or-later
"""What a request for imagery would draw from the free quota, and cost."""

from __future__ import annotations

from datetime import date
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..core.field_types import NUMBER, TEXT
from ..core.messages import sentence
from ..core.tariffs import chosen_tariff, sensor_names, tariff_shelf
from ..domain.tariffs import ACQUISITIONS, CATEGORIES
from ..translation import tr
from .algorithm import Algorithm


class EstimateQuota(Algorithm):
    NAME, GROUP = "estimatequota", "requests"
    ICON = "quota"
    EXAMPLE = "AOI=zone.gpkg SENSOR=0 USER_CATEGORY=1 ACQUISITION=1 OUTPUT=order.gpkg"

    def displayName(self) -> str:
        return tr("Estimate the quota and cost of a request")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Estimates what a request to DINAMIS for Pléiades or SPOT 6-7 images of a zone draws from the free quota, "
            "and what is beyond it costs. Tariffs are dated: the explanation gives the source of each figure and the "
            "other readings where the source is ambiguous. It is an estimate: only DINAMIS's quote binds.\n\n"
            "Areas are measured on the WGS 84 ellipsoid, overlaps once. Images already had or free are left out of an "
            "archive order; a tasking request takes none. What was already taken from the quota (km², or credits for "
            "SPOT) makes the quota read as cumulative; at 0 it is read per request. SPOT credits are a least number: "
            "scenes are 60 km wide. A foreign scientist's request is examined: no cost is given.\n\n"
            "The output holds what would be ordered, in WGS 84 (EPSG:4326), as the request form asks for it."
        )
        return said, tr("For example, what a public body would pay to have a Pléiades image taken:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource("AOI", tr("Zone"), polygons))
        self._add_choice("SENSOR", tr("Sensor"), list(sensor_names(tariff_shelf()).values()))
        categories = [tr("Scientific body"), tr("Public body"), tr("Private entity"), tr("Foreign scientist")]
        self._add_choice("USER_CATEGORY", tr("Category of user"), categories, CATEGORIES.index("public"))
        self._add_choice("ACQUISITION", tr("Image"), [tr("Archive"), tr("Tasking")])
        self.addParameter(
            QgsProcessingParameterNumber(
                "ALREADY_USED",
                tr("Already taken from the quota (km², or credits for SPOT)"),
                QgsProcessingParameterNumber.Type.Double,
                0,
                minValue=0,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "FREE_SCENES", tr("Images already had or free (archive only)"), polygons, optional=True
            )
        )
        self.addParameter(QgsProcessingParameterString("TARIFF", tr("Tariff (empty: the one in force)"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("To order"), QgsProcessing.SourceType.TypeVectorPolygon)
        )
        for name, words in (
            ("AOI_KM2", tr("Area of the zone (km²)")),
            ("COVERED_FREE_KM2", tr("Already covered (km²)")),
            ("ORDER_KM2", tr("To order (km²)")),
            ("QUOTA_KM2", tr("Free quota (km²)")),
            ("BILLABLE_KM2", tr("Beyond the quota (km²)")),
            ("CREDITS", tr("Credits (at least)")),
            ("COST_EUR", tr("Estimated cost (EUR)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, words))
        self.addOutput(QgsProcessingOutputString("TARIFF_ID", tr("Tariff")))
        self.addOutput(QgsProcessingOutputString("EXPLANATION", tr("Explanation")))

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.estimate_words import explanation
        from ..domain.area import area_km2
        from ..domain.coverage import Coverage
        from ..domain.quota import Order, estimate
        from .zones import footprints, united_zone

        shelf = tariff_shelf()
        for refusal in shelf.refused:
            feedback.pushWarning(sentence(refusal))
        today = date.today()
        tariff = chosen_tariff(shelf, self.parameterAsString(parameters, "TARIFF", context).strip(), today)
        sensor = list(sensor_names(shelf))[self.parameterAsEnum(parameters, "SENSOR", context)]
        if tariff.sensor(sensor) is None:
            raise QgsProcessingException(tr("Tariff {} has no such sensor: choose another one.").format(tariff.id))
        acquisition = ACQUISITIONS[self.parameterAsEnum(parameters, "ACQUISITION", context)]

        aoi = self.parameterAsSource(parameters, "AOI", context)
        if aoi is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "AOI"))
        scenes = self.parameterAsSource(parameters, "FREE_SCENES", context)
        if scenes is not None and acquisition == "tasking":
            raise QgsProcessingException(
                tr("A tasking request asks for new images: leave “{}” empty, or choose an archive order.").format(
                    tr("Images already had or free (archive only)")
                )
            )
        zone = Coverage(united_zone(aoi, context.transformContext(), feedback))
        feedback.setProgress(40)
        ordered = zone.uncovered(footprints(scenes, context.transformContext(), feedback) if scenes else [])
        feedback.setProgress(80)

        used = self.parameterAsDouble(parameters, "ALREADY_USED", context)
        order = Order(
            sensor,
            CATEGORIES[self.parameterAsEnum(parameters, "USER_CATEGORY", context)],
            acquisition,
            zone.km2,
            area_km2(ordered),
            used,
            "cumulative" if used else "",
        )
        result = estimate(tariff, order)
        text = explanation(result, today)
        feedback.pushInfo(text)
        return {
            "OUTPUT": self._write(ordered, result, parameters, context),
            "AOI_KM2": float(result.aoi_km2),
            "COVERED_FREE_KM2": float(result.covered_km2),
            "ORDER_KM2": float(result.order_km2),
            "QUOTA_KM2": _number(result.quota_km2),
            "BILLABLE_KM2": _number(result.billable_km2),
            "CREDITS": result.credits,
            "COST_EUR": _number(result.cost_eur),
            "TARIFF_ID": tariff.id,
            "EXPLANATION": text,
        }

    def _write(self, ordered, result, parameters: dict, context: QgsProcessingContext) -> str:
        """One feature, or none when everything is covered already."""
        from ..core.geometry import to_qgis
        from .sinks import write

        fields = QgsFields()
        for name, kind in (
            ("sensor", TEXT),
            ("category", TEXT),
            ("acquisition", TEXT),
            ("tariff", TEXT),
            ("area_km2", NUMBER),
        ):
            fields.append(QgsField(name, kind))
        features = []
        if not ordered.is_empty:
            feature = QgsFeature(fields)
            geometry = to_qgis(ordered)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            order = result.order
            feature.setAttributes(
                [order.sensor, order.category, order.acquisition, result.tariff.id, float(result.order_km2)]
            )
            features.append(feature)
        return write(self, parameters, context, fields, QgsWkbTypes.Type.MultiPolygon, features)

    def _add_choice(self, name: str, words: str, options: list[str], default: int = 0) -> None:
        self.addParameter(QgsProcessingParameterEnum(name, words, options, defaultValue=default))


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
