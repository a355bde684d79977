# SPDX-License-Identifier: GPL-2.0-or-later
"""A search of one catalogue as a footprint layer."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import Qt

from ..domain.errors import InvalidZone
from ..translation import tr
from .algorithm import Algorithm

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..domain.catalogues import Catalogue, Page
    from ..domain.query import SearchQuery
    from ..domain.scene import Scene

_DAY_ALONE = re.compile(r"\s*\d{4}-\d\d-\d\d\s*")
_LAST_INSTANT = timedelta(days=1) - timedelta(microseconds=1)
_EVERY = 10_000_000  # scenes: « no limit » for a catalogue whose answers are filtered once more here


class SearchCatalogue(Algorithm):
    NAME, GROUP = "searchcatalogue", "search"
    ICON = "search"
    EXAMPLE = "CATALOGUE=teledetection AOI=zone.gpkg START=2022-06-01 END=2022-09-30 MAX_CLOUD=10 OUTPUT=images.gpkg"

    def displayName(self) -> str:
        return tr("Search a catalogue of images")

    def help_words(self) -> tuple[str, str]:
        said = tr(
            "Searches a catalogue and gives the footprint of each scene found, newest first.\n\n"
            "The catalogue is the id of a configured one, the address of a STAC API or of a static STAC catalogue, or "
            "the path of a STAC "
            "ItemCollection file or of a folder of products. The zone is the extent, the polygons (united), or what "
            "both have in common. Dates are UTC and inclusive; a day alone is the whole day.\n\n"
            "A scene whose value is unknown is kept by a filter on it, and its value is NULL. MATCHED is the service's "
            "own count; it is NULL where the service does not say, or where the plugin had to filter its answer."
        )
        return said, tr("For example, the images of a municipality in the summer of 2022 with 10% of clouds at most:")

    def initAlgorithm(self, configuration: dict | None = None) -> None:
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self._add_text("CATALOGUE", tr("Catalogue (id, address of a STAC API, or path)"), "demo")
        self._add_text("COLLECTIONS", tr("Collections (comma separated)"))
        self.addParameter(QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True))
        self.addParameter(QgsProcessingParameterFeatureSource("AOI", tr("Zone"), polygons, optional=True))
        for name, words in (("START", tr("From (UTC)")), ("END", tr("To (UTC, inclusive)"))):
            self.addParameter(QgsProcessingParameterDateTime(name, words, optional=True))
        self._add_text("MISSIONS", tr("Missions (comma separated: PHR1A, SPOT7…)"))
        self.add_limit("MAX_CLOUD", tr("Clouds at most (%)"), 100.0)
        self.add_limit("MAX_INCIDENCE", tr("Incidence at most (°)"), 90.0)
        self.add_limit("MAX_GSD", tr("Resolution at most (m)"))
        self.add_limit("MIN_COVERAGE", tr("Share of the zone covered at least (%)"), 100.0)
        self._add_text("LEVEL", tr("Level (primary, projected, ortho, mosaic)"))
        self._add_text("SPECTRAL_MODE", tr("Spectral mode (P, MS, PMS, P+MS)"))
        self._add_text("ACQUISITION_MODE", tr("Acquisition mode (mono, stereo, tristereo)"))
        self._add_text("TEXT", tr("Contains the text"))
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(QgsProcessingParameterNumber("LIMIT", tr("Scenes at most"), whole, 1000, minValue=1))
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Footprints"), QgsProcessing.SourceType.TypeVectorPolygon)
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of scenes")))
        self.addOutput(QgsProcessingOutputNumber("MATCHED", tr("Scenes that the service counts")))

    def outputs(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.access import search_session
        from ..core.catalogues import open_named
        from ..core.footprints import GEOMETRY, footprint_feature, footprint_fields
        from .sinks import write

        query = self._query(parameters, context, feedback)
        catalogue = open_named(self.parameterAsString(parameters, "CATALOGUE", context), search_session())
        found, matched = _found(catalogue, query, feedback)

        fields = footprint_fields()
        features = (footprint_feature(scene, fields, coverage) for scene, coverage in found)
        output = write(self, parameters, context, fields, GEOMETRY, features)
        return {"OUTPUT": output, "COUNT": len(found), "MATCHED": matched}

    def _query(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> SearchQuery:
        from ..domain.query import SearchQuery

        return SearchQuery(
            aoi=self._zone(parameters, context, feedback),
            start=self._moment(parameters, "START", context, timedelta()),
            end=self._moment(parameters, "END", context, _LAST_INSTANT),
            collections=self._words(parameters, "COLLECTIONS", context),
            missions=self._words(parameters, "MISSIONS", context),
            max_cloud=self.limit(parameters, "MAX_CLOUD", context),
            max_incidence=self.limit(parameters, "MAX_INCIDENCE", context),
            max_gsd=self.limit(parameters, "MAX_GSD", context),
            min_coverage=self.limit(parameters, "MIN_COVERAGE", context),
            level=self._text(parameters, "LEVEL", context),
            spectral_mode=self._text(parameters, "SPECTRAL_MODE", context),
            acquisition_mode=self._text(parameters, "ACQUISITION_MODE", context),
            text=self._text(parameters, "TEXT", context),
            limit=self.parameterAsInt(parameters, "LIMIT", context),
        )

    def _zone(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> BaseGeometry | None:
        """What AOI and EXTENT have in common, or the one that is given."""
        from ..core.geometry import with_short_edges, zone_from_geometry
        from ..domain.shapes import polygons_only
        from .zones import united_zone

        transforms = context.transformContext()
        zone = None
        source = self.parameterAsSource(parameters, "AOI", context)
        if source is not None:
            zone = united_zone(source, transforms, feedback)
        elif parameters.get("AOI"):
            raise QgsProcessingException(self.invalidSourceError(parameters, "AOI"))
        extent = self.parameterAsExtent(parameters, "EXTENT", context)
        if not extent.isNull():
            if extent.isEmpty():
                raise InvalidZone("empty")
            crs = self.parameterAsExtentCrs(parameters, "EXTENT", context)
            if not crs.isValid():
                raise QgsProcessingException(tr("The extent says no CRS: write it as xmin,xmax,ymin,ymax [EPSG:4326]."))
            window = zone_from_geometry(with_short_edges(QgsGeometry.fromRect(extent), crs), crs, transforms)
            zone = window if zone is None else polygons_only(zone.intersection(window))
        if zone is not None and zone.is_empty:
            raise InvalidZone("empty")
        return zone

    def _moment(
        self, parameters: dict, name: str, context: QgsProcessingContext, rest_of_day: timedelta
    ) -> datetime | None:
        """In UTC; a moment without a zone is UTC already, and a day alone ends ``rest_of_day`` later."""
        moment = self.parameterAsDateTime(parameters, name, context)
        if not moment.isValid():
            return None
        if moment.timeSpec() == Qt.TimeSpec.LocalTime:
            moment.setTimeSpec(Qt.TimeSpec.UTC)
        read = datetime.fromtimestamp(moment.toMSecsSinceEpoch() / 1000.0, timezone.utc)
        given = parameters.get(name)
        return read + rest_of_day if isinstance(given, str) and _DAY_ALONE.fullmatch(given) else read

    def _text(self, parameters: dict, name: str, context: QgsProcessingContext) -> str:
        return self.parameterAsString(parameters, name, context).strip()

    def _words(self, parameters: dict, name: str, context: QgsProcessingContext) -> tuple[str, ...]:
        words = self.parameterAsString(parameters, name, context).split(",")
        return tuple(word.strip() for word in words if word.strip())

    def _add_text(self, name: str, words: str, default: str | None = None) -> None:
        self.addParameter(QgsProcessingParameterString(name, words, default, optional=default is None))


def _found(
    catalogue: Catalogue, query: SearchQuery, feedback: QgsProcessingFeedback
) -> tuple[list[tuple[Scene, float | None]], int | None]:
    """Scenes, newest first, with their coverage of the zone; and the service's own count."""
    found: list[tuple[Scene, float | None]] = []
    matched, page = None, None
    for part, page in _measured(catalogue, query, feedback):
        found += part
        matched = page.matched if query.min_coverage is None else None  # the last count is the one that holds
        feedback.setProgress(100.0 * len(found) / max(1, min(query.limit, matched or query.limit)))
        if len(found) >= query.limit:
            break
    if page is not None and len(found) >= query.limit and (page.more or len(found) > query.limit):
        feedback.pushWarning(_cut_words(page.newest_first))
    found = found[: query.limit]
    found.sort(key=lambda pair: pair[0].acquired.timestamp() if pair[0].acquired else -math.inf, reverse=True)
    return found, matched


def _measured(
    catalogue: Catalogue, query: SearchQuery, feedback: QgsProcessingFeedback
) -> Iterator[tuple[list[tuple[Scene, float | None]], Page]]:
    """Pages, with the coverage of each of their scenes; too little of it is left out, and unknown is kept."""
    from ..domain.coverage import Coverage
    from ..domain.relaxation import covers_enough

    zone = None if query.aoi is None else Coverage(query.aoi)
    asked = query if query.min_coverage is None else replace(query, limit=_EVERY)
    for page in catalogue.search(asked, feedback):
        shares = zone.percents([scene.footprint for scene in page.scenes]) if zone else [None] * len(page.scenes)
        measured = list(zip(page.scenes, shares))
        yield [pair for pair in measured if covers_enough(pair[1], query.min_coverage)], page


def _cut_words(newest: bool) -> str:
    if newest:
        return tr("There are more images than the limit: the most recent ones are given.")
    return tr("There are more images than the limit: the first received are given, which may not be the most recent.")
