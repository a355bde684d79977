# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis:estimatequota`` as a script calls it."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.tariffs import own_folder
from dinamis_qgis.domain.errors import InvalidZone
from dinamis_qgis.processing.estimate_quota import EstimateQuota
from tests.domain.tariff_samples import changed, write

COMMUNE = (
    "POLYGON((276000 6830000, 288000 6830000, 288000 6842000, 276000 6842000, 276000 6830000))"  # 144 km² on plane
)


def layer(*outlines: str, crs: str = "EPSG:2154", kind: str = "Polygon") -> QgsVectorLayer:
    made = QgsVectorLayer(f"{kind}?crs={crs}" if crs else kind, "zone", "memory")
    made.setCrs(QgsCoordinateReferenceSystem(crs))  # without a code QGIS may have given it a default
    features = []
    for outline in outlines:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(outline))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def run(feedback: QgsProcessingFeedback | None = None, **parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters.setdefault("OUTPUT", "memory:")
    results, ok = EstimateQuota().create().run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)
    assert ok
    return results, context.getMapLayer(results["OUTPUT"]) if "OUTPUT" in results else None, context


@pytest.fixture
def own_tariffs(qgis_app):
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    shutil.rmtree(folder)


def test_a_commune_is_within_the_quota(qgis_app):
    results, output, _context = run(AOI=layer(COMMUNE))
    assert results["AOI_KM2"] == pytest.approx(144, rel=0.002)
    assert results["ORDER_KM2"] == results["AOI_KM2"]
    assert (results["QUOTA_KM2"], results["BILLABLE_KM2"], results["COST_EUR"]) == (3500, 0, 0)
    assert results["CREDITS"] is None
    assert results["TARIFF_ID"] == "2022-10"
    assert output.crs().authid() == "EPSG:4326"
    (feature,) = output.getFeatures()
    assert feature["area_km2"] == results["ORDER_KM2"]
    assert feature["sensor"] == "pleiades" and feature["category"] == "public"


def test_overlaps_count_once(qgis_app):
    once, _, _ = run(AOI=layer(COMMUNE))
    twice, _, _ = run(AOI=layer(COMMUNE, COMMUNE))
    assert twice["AOI_KM2"] == pytest.approx(once["AOI_KM2"], rel=1e-9)


def test_the_crs_of_the_layer_does_not_matter(qgis_app):
    lambert = layer(COMMUNE)
    _, ordered, _context = run(AOI=lambert)
    again, _, _ = run(AOI=ordered)
    assert again["AOI_KM2"] == pytest.approx(run(AOI=lambert)[0]["AOI_KM2"], rel=1e-9)


def test_free_images_are_not_ordered(qgis_app):
    west_half = layer("POLYGON((276000 6830000, 282000 6830000, 282000 6842000, 276000 6842000, 276000 6830000))")
    results, output, _context = run(AOI=layer(COMMUNE), FREE_SCENES=west_half, USER_CATEGORY=2)
    assert results["COVERED_FREE_KM2"] == pytest.approx(results["AOI_KM2"] / 2, rel=1e-3)
    assert results["COST_EUR"] == pytest.approx(results["ORDER_KM2"] * 1.4, abs=0.006)
    assert output.featureCount() == 1


def test_nothing_left_to_order_is_no_feature(qgis_app):
    results, output, _context = run(AOI=layer(COMMUNE), FREE_SCENES=layer(COMMUNE))
    assert results["ORDER_KM2"] == pytest.approx(0, abs=1e-6)
    assert results["COST_EUR"] == 0
    assert output.featureCount() == 0


def test_free_images_of_a_tasking_request_are_an_error(qgis_app):
    with pytest.raises(QgsProcessingException, match="tasking"):
        run(AOI=layer(COMMUNE), FREE_SCENES=layer(COMMUNE), ACQUISITION=1)


def test_the_quota_already_taken(qgis_app):
    results, _, _ = run(AOI=layer(COMMUNE), ALREADY_USED=3450)
    assert results["QUOTA_KM2"] == 50
    assert results["BILLABLE_KM2"] == pytest.approx(results["AOI_KM2"] - 50)
    assert "per request" in results["EXPLANATION"]


def test_spot_counts_credits(qgis_app):
    guyane = layer("POLYGON((-54.6 2.2, -51.7 2.2, -51.7 5.8, -54.6 5.8, -54.6 2.2))", crs="EPSG:4326")
    results, _, _ = run(AOI=guyane, SENSOR=1)
    assert results["CREDITS"] == 36  # 127 919 km²
    assert results["COST_EUR"] == 40_000  # 26 beyond the 10: two blocks of 20
    assert "60 km" in results["EXPLANATION"]


def test_a_foreign_scientist_gets_no_figure(qgis_app):
    results, _, _ = run(AOI=layer(COMMUNE), USER_CATEGORY=3)
    assert results["COST_EUR"] is None and results["QUOTA_KM2"] is None
    assert "CNES" in results["EXPLANATION"]


def test_the_explanation_gives_source_date_and_other_readings(qgis_app):
    text = run(AOI=layer(COMMUNE), USER_CATEGORY=2)[0]["EXPLANATION"]
    for part in ("Le coût", "2022", "Other readings", "1.8", "VAT", "Only DINAMIS's quote binds"):
        assert part in text


@pytest.mark.parametrize(
    ("zone", "word"),
    [
        (("POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))", "EPSG:4326", "Polygon"), "self_crossing"),
        (("POLYGON EMPTY", "EPSG:4326", "Polygon"), "empty"),
        (("LINESTRING(0 0, 1 1)", "EPSG:4326", "LineString"), "not_polygon"),
        (("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "", "Polygon"), "no_crs"),
    ],
)
def test_a_zone_that_cannot_be_measured_gets_a_sentence(qgis_app, zone, word):
    outline, crs, kind = zone
    with pytest.raises(QgsProcessingException) as refusal:
        run(AOI=layer(outline, crs=crs, kind=kind))
    assert sentence(InvalidZone(word)).split(":")[0] in str(refusal.value)


def test_a_layer_without_features_gets_a_sentence(qgis_app):
    with pytest.raises(QgsProcessingException):
        run(AOI=layer())


def test_an_unknown_tariff_gets_a_sentence(qgis_app):
    with pytest.raises(QgsProcessingException, match="1999-01"):
        run(AOI=layer(COMMUNE), TARIFF="1999-01")


def test_own_tariffs_serve_and_a_refused_one_is_told(qgis_app, own_tariffs):
    public = ("sensors", 0, "categories", "public", "free")
    write(own_tariffs, "2026-10.json", {**changed(*public, to=100), "in_force_from": "2026-10-01"})
    write(own_tariffs, "2026-11.json", changed("sensors", to=[]))

    class Ears(QgsProcessingFeedback):
        heard = ""

        def pushWarning(self, text):
            self.heard += text

    ears = Ears()
    results, _, _ = run(ears, AOI=layer(COMMUNE))
    assert (results["TARIFF_ID"], results["QUOTA_KM2"]) == ("2026-10", 100)
    assert "2026-11.json" in ears.heard and "sensors" in ears.heard
    assert run(AOI=layer(COMMUNE), TARIFF="2022-10")[0]["QUOTA_KM2"] == 3500


def test_a_sensor_that_a_tariff_adds_comes_after_the_known_ones(qgis_app, own_tariffs):
    data = {**changed("in_force_from", to="2026-10-01")}
    data["sensors"].insert(0, {**data["sensors"][0], "id": "pneo", "name": "Pléiades Neo", "short_name": "Neo"})
    write(own_tariffs, "2026-10.json", data)
    algorithm = EstimateQuota().create()
    assert algorithm.parameterDefinition("SENSOR").options() == ["Pléiades", "SPOT 6-7", "Pléiades Neo"]
    assert "no such sensor" in str(
        pytest.raises(QgsProcessingException, run, AOI=layer(COMMUNE), SENSOR=2, TARIFF="2022-10")
    )


def test_cancelled_before_the_first_feature(qgis_app):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    results, output, _ = run(feedback, AOI=layer(COMMUNE))
    assert output is None and "COST_EUR" not in results


def test_a_zone_that_jumps_over_the_antimeridian_is_not_the_rest_of_the_earth(qgis_app):
    jump = "Polygon((179 -17, -179 -17, -179 -16, 179 -16, 179 -17))"
    results, _output, _context = run(AOI=layer(jump, crs="EPSG:4326"))
    assert results["AOI_KM2"] == pytest.approx(23_630, rel=1e-3)


def test_a_quota_used_beyond_all_measure_leaves_none(qgis_app):
    results, _output, _context = run(AOI=layer(COMMUNE), ALREADY_USED=1e300)
    assert results["BILLABLE_KM2"] == pytest.approx(results["AOI_KM2"])
