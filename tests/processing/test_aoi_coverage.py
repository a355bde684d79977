# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis:aoicoverage`` as a script calls it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl
from shapely.geometry import box

from dinamis_qgis.core.footprints import FIELDS, footprint_feature, footprint_fields
from dinamis_qgis.core.geometry import to_qgis
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.processing.aoi_coverage import AoiCoverage
from tests.core.test_cloud_masks import EAST as CLEAR_HALF
from tests.core.test_cloud_masks import WEST_HALF, product, scene_of
from tests.make_scenes import FIRST, scene

ZONE = box(-2.6, 48.4, -2.4, 48.5)
WEST, MIDDLE, EAST = box(-2.7, 48, -2.5, 49), box(-2.55, 48, -2.45, 49), box(-2.5, 48, -2.42, 49)


def footprints(scenes, crs: str = "EPSG:4326") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs}", "footprints", "memory")
    layer.dataProvider().addAttributes(footprint_fields())
    layer.updateFields()
    features = [footprint_feature(one, layer.fields()) for one in scenes]
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(), QgsProject.instance())
    for feature in features:
        geometry = feature.geometry()
        geometry.transform(there)
        feature.setGeometry(geometry)
    layer.dataProvider().addFeatures(features)
    return layer


def zone(shape=ZONE, crs: str = "EPSG:4326") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "zone", "memory")
    (feature,) = footprints([scene(0, footprint=shape)], crs).getFeatures()
    feature.setAttributes([])
    layer.dataProvider().addFeatures([feature])
    return layer


class Ears(QgsProcessingFeedback):
    def __init__(self) -> None:
        super().__init__(False)
        self.said = self.warned = ""

    def pushInfo(self, text: str) -> None:
        self.said += text

    def pushWarning(self, text: str) -> None:
        self.warned += text


def run(feedback: QgsProcessingFeedback | None = None, **parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {"OUTPUT": "memory:", "UNCOVERED": "memory:", **parameters}
    results, ok = AoiCoverage().create().run(given, context, feedback or QgsProcessingFeedback(), {}, False)
    assert ok
    layers = [context.takeResultLayer(results[name]) if name in results else None for name in ("OUTPUT", "UNCOVERED")]
    return results, *layers


def chosen(layer: QgsVectorLayer) -> list[str]:
    ranked = sorted(layer.getFeatures(), key=lambda feature: feature["rank"])
    assert [feature["rank"] for feature in ranked] == list(range(1, len(ranked) + 1))
    return [feature["scene_id"] for feature in ranked]


SCENES = [
    scene(0, footprint=MIDDLE, cloud_cover=50.0, acquired=FIRST + timedelta(days=500)),
    scene(1, footprint=WEST, cloud_cover=10.0),
    scene(2, footprint=EAST, cloud_cover=20.0),
    scene(3, footprint=box(3, 48, 4, 49)),
    scene(4, footprint=None),
]


def test_the_fewest_and_what_they_leave(qgis_app):
    ears = Ears()
    results, layer, left = run(ears, AOI=zone(), SCENES=footprints(SCENES))
    assert chosen(layer) == ["S00001", "S00002"] and results["SCENE_COUNT"] == 2
    assert results["COVERAGE_PERCENT"] == pytest.approx(90)
    first, second = sorted(layer.getFeatures(), key=lambda feature: feature["rank"])
    assert first["gain_percent"] == pytest.approx(50) and first["cumulative_percent"] == pytest.approx(50)
    assert second["gain_percent"] == pytest.approx(40) and second["cumulative_percent"] == pytest.approx(90)
    assert layer.fields().names() == [*(name for name, _ in FIELDS), "rank", "gain_percent", "cumulative_percent"]
    assert first["cloud_cover"] == 10.0 and first["spectral_mode"] == NULL
    assert first.geometry().isGeosEqual(to_qgis(WEST))
    (bare,) = left.getFeatures()
    assert left.crs().authid() == "EPSG:4326"
    assert bare["area_km2"] == pytest.approx(area_km2(box(-2.42, 48.4, -2.4, 48.5)), rel=1e-6)
    assert "2" in ears.said and "90" in ears.said
    assert ears.warned.count("without footprint") == 1


@pytest.mark.parametrize(("strategy", "first"), [(1, "S00000"), (2, "S00001")])
def test_the_aim_orders_the_ranks(qgis_app, strategy, first):
    _, layer, _ = run(AOI=zone(), SCENES=footprints(SCENES), STRATEGY=strategy)
    assert chosen(layer)[0] == first


def test_the_crs_of_the_layers_does_not_matter(qgis_app):
    results, layer, left = run(AOI=zone(crs="EPSG:32630"), SCENES=footprints(SCENES, crs="EPSG:2154"))
    assert chosen(layer) == ["S00001", "S00002"]
    assert results["COVERAGE_PERCENT"] == pytest.approx(90, abs=0.1)
    assert layer.crs().authid() == "EPSG:2154" and left.crs().authid() == "EPSG:4326"


def test_all_covered_is_no_feature(qgis_app):
    results, _, left = run(AOI=zone(), SCENES=footprints([scene(0, footprint=box(-3, 48, -2, 49))]))
    assert results["COVERAGE_PERCENT"] == 100.0 and left.featureCount() == 0


def test_nothing_covers(qgis_app):
    results, layer, left = run(AOI=zone(), SCENES=footprints(SCENES[3:]))
    assert (results["COVERAGE_PERCENT"], results["SCENE_COUNT"]) == (0.0, 0)
    assert layer.featureCount() == 0 and left.featureCount() == 1


def test_its_own_output_may_be_its_input(qgis_app):
    _, layer, _ = run(AOI=zone(), SCENES=footprints(SCENES))
    _, again, _ = run(AOI=zone(), SCENES=layer)
    assert again.fields().names() == layer.fields().names() and chosen(again) == chosen(layer)


def test_a_layer_that_is_not_ours_has_unknown_values(qgis_app):
    foreign = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string&field=cloud_cover:string", "foreign", "memory")
    feature = next(footprints([scene(0, footprint=box(-3, 48, -2, 49))]).getFeatures())
    feature.setAttributes(["mine", "few"])
    foreign.dataProvider().addFeatures([feature])
    ears = Ears()
    results, layer, _ = run(ears, AOI=zone(), SCENES=foreign, STRATEGY=2)
    assert results["SCENE_COUNT"] == 1 and next(layer.getFeatures())["name"] == "mine"
    assert "unknown cloud cover" in ears.warned and "unknown date" in ears.warned


def test_a_zone_without_polygon_is_a_sentence(qgis_app):
    with pytest.raises(QgsProcessingException):
        run(AOI=QgsVectorLayer("Polygon?crs=EPSG:4326", "empty", "memory"), SCENES=footprints(SCENES))


def test_cancel_gives_nothing(qgis_app):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    results, layer, _ = run(feedback, AOI=zone(), SCENES=footprints(SCENES))
    assert layer is None and "SCENE_COUNT" not in results


def test_limits_are_optional_and_kept(qgis_app):
    scenes = [
        scene(0, footprint=ZONE, cloud_cover=60.0),
        scene(1, footprint=WEST, cloud_cover=5.0),
        scene(2, footprint=EAST, cloud_cover=10.0, incidence=40.0),
        scene(300, footprint=EAST, cloud_cover=10.0),
    ]
    layer = footprints(scenes)
    _, everything, _ = run(AOI=zone(), SCENES=layer)
    assert chosen(everything) == ["S00000"]
    _, clear, _ = run(AOI=zone(), SCENES=layer, MAX_CLOUD=20)
    assert sorted(chosen(clear)) == ["S00001", "S00002"]
    _, steep, _ = run(AOI=zone(), SCENES=layer, MAX_CLOUD=20, MAX_INCIDENCE=30)
    assert sorted(chosen(steep)) == ["S00001", "S00300"]
    _, together, _ = run(AOI=zone(), SCENES=layer, MAX_CLOUD=20, MAX_INCIDENCE=30, MAX_SPREAD=30)
    assert chosen(together) == ["S00001"]
    _, none, _ = run(AOI=zone(), SCENES=layer, MAX_CLOUD=0)
    assert chosen(none) == []


def test_products_of_this_machine_by_their_masks(qgis_app, tmp_path):
    dim = product(tmp_path, {"CLD": [WEST_HALF]})
    own = replace(scene_of(dim, 0, 90.0), self_url=QUrl.fromLocalFile(str(dim)).toString())
    ears = Ears()
    _, layer, _ = run(ears, AOI=zone(CLEAR_HALF), SCENES=footprints([own, scene_of(dim, 1, 20.0)]), STRATEGY=2)
    assert chosen(layer) == ["S00000"] and "masks" in ears.said
