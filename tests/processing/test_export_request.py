# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis:exportrequest`` as a script calls it."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from dinamis_qgis.domain.request import ImageryRequest
from dinamis_qgis.domain.request_file import read_request
from dinamis_qgis.processing.export_request import ExportRequest

COMMUNE = "POLYGON((276000 6830000, 288000 6830000, 288000 6842000, 276000 6842000, 276000 6830000))"
BOW_TIE = "POLYGON((0 0, 1000 1000, 1000 0, 0 1000, 0 0))"
PARAMETERS = (
    "AOI SENSOR USER_CATEGORY ACQUISITION START END MAX_CLOUD MAX_INCIDENCE STEREO SPECTRAL GEOMETRY RADIOMETRY DATES "
    "CONSTRAINTS ARCHIVE_IDS PROJECTION ORGANISATION REQUESTER CONTRACTOR TITLE PURPOSE OUTPUT"
)


def layer(outline: str = COMMUNE) -> QgsVectorLayer:
    made = QgsVectorLayer("Polygon?crs=EPSG:2154", "zone", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(outline))
    made.dataProvider().addFeatures([feature])
    return made


def run(folder: Path, **parameters) -> ImageryRequest:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {"AOI": layer(), "OUTPUT": str(folder / "dossier.zip"), **parameters}
    results, ok = ExportRequest().create().run(given, context, QgsProcessingFeedback(), {}, False)
    assert ok
    with zipfile.ZipFile(results["OUTPUT"]) as archive:
        archive.extract("request.json", folder)
    return read_request(folder / "request.json")


def test_the_parameters_are_those_that_scripts_rely_on(qgis_app):
    algorithm = ExportRequest().create()
    assert [one.name() for one in algorithm.parameterDefinitions()] == PARAMETERS.split()
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert algorithm.shortHelpString()


def test_a_zone_is_enough(qgis_app, tmp_path):
    request = run(tmp_path)
    assert (request.sensor, request.category, request.acquisition) == ("pleiades", "public", "archive")
    assert (request.start, request.max_cloud, request.dates) == (None, None, 1)
    assert (request.stereo, request.spectral, request.geometry, request.radiometry) == (
        "mono", "PMS4", "ortho", "reflectance")  # fmt: skip
    assert request.projection == "EPSG:2154" and request.state == "ready"
    assert request.estimate.order_km2 == pytest.approx(144, rel=0.002)
    assert request.estimate.cost_eur == 0 and request.estimate.tariff == "2022-10"


def test_every_parameter_is_told(qgis_app, tmp_path):
    request = run(
        tmp_path,
        SENSOR=1,
        USER_CATEGORY=3,
        ACQUISITION=1,
        START="2026-11-01",
        END="2027-03-31",
        MAX_CLOUD=0,
        MAX_INCIDENCE=20,
        STEREO=2,
        SPECTRAL=2,
        GEOMETRY=1,
        RADIOMETRY=2,
        DATES=3,
        CONSTRAINTS="Marée basse",
        ARCHIVE_IDS="A, B;C",
        PROJECTION="EPSG:32630",
        ORGANISATION="Commune",
        REQUESTER="Anne",
        CONTRACTOR="Bureau",
        TITLE="Côte",
        PURPOSE="Dunes",
    )
    assert (request.sensor, request.category, request.acquisition) == ("spot", "foreign_science", "tasking")
    assert (request.start, request.end) == (date(2026, 11, 1), date(2027, 3, 31))
    assert (request.max_cloud, request.max_incidence, request.dates) == (0, 20, 3)
    assert (request.stereo, request.spectral, request.geometry, request.radiometry) == (
        "tristereo", "P+MS", "primary", "basic")  # fmt: skip
    assert request.archive_ids == ("A", "B", "C") and request.projection == "EPSG:32630"
    assert (request.constraints, request.organisation, request.requester) == ("Marée basse", "Commune", "Anne")
    assert (request.contractor, request.title, request.purpose) == ("Bureau", "Côte", "Dunes")
    assert request.estimate.cost_eur is None and request.estimate.credits is None


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"AOI": BOW_TIE}, "crosses itself"),
        ({"START": "2026-02-02", "END": "2026-02-01"}, "ends before it begins"),
        ({"TITLE": "x" * 5000}, "too long.*Title"),
        ({"START": "soon"}, "“soon” is no date"),
        ({"PROJECTION": "EPSG:999999"}, "EPSG:999999” is not known"),
    ],
)
def test_an_error_is_a_sentence(qgis_app, parameters, words, tmp_path):
    if "AOI" in parameters:
        parameters = {"AOI": layer(parameters["AOI"])}
    with pytest.raises(QgsProcessingException, match=words):
        run(tmp_path, **parameters)
    assert not list(tmp_path.iterdir())
