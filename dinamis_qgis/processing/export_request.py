# SPDX-License-Identifier: GPL-2.0-or-later
"""An imagery request as a dossier that is ready to send."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.estimate_words import acquisition_name, category_name
from ..core.messages import sentence
from ..core.tariffs import sensor_names, tariff_shelf
from ..domain.errors import Cancelled
from ..domain.tariffs import ACQUISITIONS, CATEGORIES
from ..translation import tr
from .algorithm import Algorithm


class ExportRequest(Algorithm):
    NAME, GROUP = "exportrequest", "requests"
    ICON = "dossier"
    EXAMPLE = "AOI=zone.gpkg ACQUISITION=1 START=2026-11-01 END=2027-03-31 TITLE=Coastline OUTPUT=dossier.zip"

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """QGIS's layout engine works on the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def displayName(self) -> str:
        return tr("Export the dossier of a request")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Writes one zip with what the request form of DINAMIS asks for: the zone in WGS 84 as GeoJSON, KML and "
            "zipped Shapefile, a one-page PDF with a map, the request and its estimate, the text to paste, and "
            "request.json, which programs read. Nothing is sent.\n\n"
            "The images of an archive order are chosen in Airbus's catalogue, which this plugin does not search: give "
            "their identifiers, separated by commas. A tasking request has a period and limits of clouds and "
            "incidence instead; what is left empty is not limited. Without a projection, the legal one of the zone's "
            "territory is asked for (Lambert-93 in metropolitan France). The estimate uses the tariff in force: only "
            "DINAMIS's quote binds."
        )
        return said, tr("For example, the dossier of a Pléiades image to be taken in winter:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        from ..core.request_names import geometry_name, radiometry_name, spectral_name, stereo_name
        from ..domain.request_options import GEOMETRIES, MOST_DATES, RADIOMETRIES, SPECTRAL_PRODUCTS, STEREO_MODES

        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource("AOI", tr("Zone"), polygons))
        self._add_choice("SENSOR", tr("Sensor"), list(sensor_names(tariff_shelf()).values()))
        categories = [category_name(category) for category in CATEGORIES]
        self._add_choice("USER_CATEGORY", tr("Category of user"), categories, CATEGORIES.index("public"))
        self._add_choice("ACQUISITION", tr("Image"), [acquisition_name(one) for one in ACQUISITIONS])
        self._add_day("START", tr("First day of the period"))
        self._add_day("END", tr("Last day of the period"))
        self.add_limit("MAX_CLOUD", tr("Clouds at most (%)"), 100)
        self.add_limit("MAX_INCIDENCE", tr("Incidence at most (°)"), 90)
        self._add_choice("STEREO", tr("Viewing"), [stereo_name(one) for one in STEREO_MODES])
        self._add_choice("SPECTRAL", tr("Spectral product"), [spectral_name(one) for one in SPECTRAL_PRODUCTS])
        self._add_choice("GEOMETRY", tr("Geometry"), [geometry_name(one) for one in GEOMETRIES])
        self._add_choice("RADIOMETRY", tr("Radiometry"), [radiometry_name(one) for one in RADIOMETRIES])
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber("DATES", tr("Number of dates"), whole, 1, minValue=1, maxValue=MOST_DATES)
        )
        self._add_text("CONSTRAINTS", tr("Constraints (low tide, no snow, before/after pair…)"), lines=True)
        self._add_text("ARCHIVE_IDS", tr("Identifiers of the archive images"))
        self.addParameter(QgsProcessingParameterCrs("PROJECTION", tr("Projection"), optional=True))
        self._add_text("ORGANISATION", tr("Organisation"))
        self._add_text("REQUESTER", tr("Requester"))
        self._add_text("CONTRACTOR", tr("Contractor"))
        self._add_text("TITLE", tr("Title"))
        self._add_text("PURPOSE", tr("What the images are for"), lines=True)
        zips = tr("Zip archives (*.zip)")
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Dossier"), zips))

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.dossier import write_dossier
        from ..core.request_words import paste_text
        from ..domain.area import area_km2
        from ..domain.quota import Order, estimate
        from ..domain.request import KeptEstimate

        shelf, today = tariff_shelf(), date.today()
        for refusal in shelf.refused:
            feedback.pushWarning(sentence(refusal))
        request = self._request(parameters, context, feedback)
        tariff = shelf.on(today)
        if tariff.sensor(request.sensor) is None:
            raise QgsProcessingException(tr("Tariff {} has no such sensor: choose another one.").format(tariff.id))
        km2 = area_km2(request.zone)
        result = estimate(tariff, Order(request.sensor, request.category, request.acquisition, km2, km2))
        request = replace(request, estimate=KeptEstimate.of(result, today)).in_state("ready", today)
        feedback.setProgress(20)
        if feedback.isCanceled():
            raise Cancelled()
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        write_dossier(Path(output), request, result, today)
        feedback.pushInfo(paste_text(request, result, today))
        return {"OUTPUT": output}

    def _request(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        from ..domain.request import ImageryRequest
        from ..domain.request_options import GEOMETRIES, RADIOMETRIES, SPECTRAL_PRODUCTS, STEREO_MODES
        from .zones import united_zone

        def choice(name: str, values: tuple[str, ...]) -> str:
            return values[self.parameterAsEnum(parameters, name, context)]

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context)

        aoi = self.parameterAsSource(parameters, "AOI", context)
        if aoi is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "AOI"))
        zone = united_zone(aoi, context.transformContext(), feedback)
        return ImageryRequest(
            zone,
            title=text("TITLE"),
            purpose=text("PURPOSE"),
            sensor=choice("SENSOR", tuple(sensor_names(tariff_shelf()))),
            category=choice("USER_CATEGORY", CATEGORIES),
            acquisition=choice("ACQUISITION", ACQUISITIONS),
            archive_ids=tuple(text("ARCHIVE_IDS").replace(";", ",").split(",")),
            start=self._day(parameters, "START", context),
            end=self._day(parameters, "END", context),
            max_cloud=self.limit(parameters, "MAX_CLOUD", context),
            max_incidence=self.limit(parameters, "MAX_INCIDENCE", context),
            stereo=choice("STEREO", STEREO_MODES),
            spectral=choice("SPECTRAL", SPECTRAL_PRODUCTS),
            geometry=choice("GEOMETRY", GEOMETRIES),
            radiometry=choice("RADIOMETRY", RADIOMETRIES),
            projection=self._projection(parameters, zone, context),
            dates=self.parameterAsInt(parameters, "DATES", context),
            constraints=text("CONSTRAINTS"),
            requester=text("REQUESTER"),
            organisation=text("ORGANISATION"),
            contractor=text("CONTRACTOR"),
        )

    def _day(self, parameters: dict, name: str, context: QgsProcessingContext) -> date | None:
        """As it is written: a day has no time zone."""
        moment = self.parameterAsDateTime(parameters, name, context)
        if moment.isValid():
            day = moment.date()
            return date(day.year(), day.month(), day.day())
        if parameters.get(name):
            raise QgsProcessingException(tr("“{}” is no date: write it as 2026-11-30.").format(parameters[name]))
        return None

    def _projection(self, parameters: dict, zone, context: QgsProcessingContext) -> str:
        from ..domain.outline import usual_projection

        crs = self.parameterAsCrs(parameters, "PROJECTION", context)
        if crs.isValid():
            return crs.authid() or crs.toWkt()
        if parameters.get("PROJECTION"):
            raise QgsProcessingException(
                tr("The projection “{}” is not known: write its code, such as EPSG:2154.").format(
                    parameters["PROJECTION"]
                )
            )
        return usual_projection(zone)

    def _add_choice(self, name: str, words: str, options: list[str], default: int = 0) -> None:
        self.addParameter(QgsProcessingParameterEnum(name, words, options, defaultValue=default))

    def _add_day(self, name: str, words: str) -> None:
        kind = QgsProcessingParameterDateTime.Type.Date
        self.addParameter(QgsProcessingParameterDateTime(name, words, kind, None, True))

    def _add_text(self, name: str, words: str, lines: bool = False) -> None:
        self.addParameter(QgsProcessingParameterString(name, words, None, lines, True))
