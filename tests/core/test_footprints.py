# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from datetime import datetime, timezone

import pytest
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsLayoutItemLegend,
    QgsPrintLayout,
    QgsProject,
)
from qgis.PyQt.QtCore import QMetaType, Qt, QVariant
from shapely.geometry import LineString, MultiPolygon, Point

from dinamis_qgis.core.field_types import field_types
from dinamis_qgis.core.footprint_layer import describe_footprints, mission_colour, new_footprint_layer, style_footprints
from dinamis_qgis.core.footprints import FIELDS, footprint_feature, footprint_fields
from dinamis_qgis.domain.catalogues.items import Origin, scene_from_item
from dinamis_qgis.domain.scene import Asset, Scene
from tests.make_scenes import scene, square


@pytest.fixture
def layer(qgis_app):
    return new_footprint_layer("Été 2022")


def put(layer, *given: Scene) -> list[QgsFeature]:
    layer.dataProvider().addFeatures([footprint_feature(each, layer.fields(), 63.0) for each in given])
    return list(layer.getFeatures())


def test_the_layer_has_the_public_fields_in_order(layer):
    assert layer.isValid() and layer.crs().authid() == "EPSG:4326"
    assert [field.name() for field in layer.fields()] == [name for name, _ in FIELDS]
    assert layer.fields().field("acquired").type() == QVariant.Type.DateTime
    assert layer.fields().field("gsd").type() == QVariant.Type.Double


def test_field_types_of_newer_versions_name_the_same_types(qgis_app):
    assert [int(kind) for kind in field_types(33800)] == [int(kind) for kind in field_types(32216)]
    assert isinstance(field_types(33800)[0], QMetaType.Type)


def test_a_scene_keeps_its_values_and_its_instant_whatever_the_time_zone(layer):
    picture = Asset("ql", "https://example.org/ql.jpg", "image/jpeg", ("overview",))
    (feature,) = put(layer, scene(0, assets=(picture,), off_nadir=11.2, level="ortho", self_url="https://x.test/1"))
    assert feature["scene_id"] == "S00000" and feature["mission"] == "PHR1A" and feature["aoi_coverage"] == 63.0
    assert feature["quicklook"] == "https://example.org/ql.jpg"
    when = feature["acquired"]
    assert when.toUTC().toString(Qt.DateFormat.ISODate) == "2022-07-14T11:02:00Z"


def test_unknown_is_null_and_never_zero(layer):
    (feature,) = put(layer, Scene("bare", "test"))
    assert not feature.hasGeometry()
    for name in ("mission", "acquired", "gsd", "cloud_cover", "incidence", "quicklook", "self_url", "credit"):
        assert feature[name] == NULL, name


@pytest.mark.parametrize("shape", [LineString([(0, 0), (1, 1)]), Point(0, 0)])
def test_a_footprint_that_is_no_area_leaves_the_scene_without_geometry(layer, shape):
    (feature,) = put(layer, scene(0, footprint=shape))
    assert not feature.hasGeometry()


def test_a_footprint_across_the_antimeridian_keeps_both_parts(layer):
    parts = MultiPolygon([square(179.8, -16), square(-180, -16)])
    (feature,) = put(layer, scene(0, footprint=parts))
    assert feature.geometry().constGet().numGeometries() == 2


def test_missions_are_told_apart_and_unknown_ones_are_drawn_too(layer):
    put(layer, scene(0), scene(3), scene(1, mission=""), scene(2, mission="KOMPSAT-3"))
    style_footprints(layer, {"PHR1A", "SPOT7", "", "KOMPSAT-3"})
    labels = [category.label() for category in layer.renderer().categories()]
    assert labels == ["KOMPSAT-3", "Pléiades 1A", "SPOT 7", "unknown mission"]
    assert len({mission_colour(code).name() for code in ("PHR1A", "PHR1B", "SPOT6", "SPOT7", "PNEO3", "PNEO4")}) == 6
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    from qgis.core import QgsRenderContext

    rendering = QgsRenderContext()
    rendering.setExpressionContext(context)
    renderer = layer.renderer().clone()
    renderer.startRender(rendering, layer.fields())
    drawn = [renderer.symbolForFeature(feature, rendering) for feature in layer.getFeatures()]
    assert all(symbol is not None for symbol in drawn)
    assert {part.layerType() for part in drawn[0].symbolLayers()} == {"SimpleLine"}  # no fill: it would hide pictures
    renderer.stopRender(rendering)


def test_labels_say_mission_and_date_at_large_scales(layer):
    put(layer, scene(0), scene(1, mission="", acquired=None), scene(2, mission="O'BRIEN || 1"))
    style_footprints(layer, {"PHR1A", "", "O'BRIEN || 1"})
    settings = layer.labeling().settings()
    assert layer.labelsEnabled() and settings.scaleVisibility and settings.minimumScale > settings.maximumScale == 0
    expression = QgsExpression(settings.fieldName)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    said = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        said.append(expression.evaluate(context))
    assert not expression.hasEvalError(), expression.evalErrorString()
    assert said[0].startswith("Pléiades 1A\n14 ") and said[0].endswith("2022")
    assert said[1] == "unknown mission\ndate unknown"
    assert said[2].startswith("O'BRIEN || 1\n")  # catalogue text is text, never an expression


def test_the_first_of_a_month_is_an_ordinal_in_french(layer, speak):
    speak("fr")
    put(layer, scene(0, acquired=datetime(2020, 6, 1, 11, tzinfo=timezone.utc)))
    style_footprints(layer, {"PHR1A"})
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    assert "\n1er " in QgsExpression(layer.labeling().settings().fieldName).evaluate(context)


def test_a_map_tip_shows_catalogue_text_as_text(layer):
    put(layer, scene(0, title="<img src='http://example.org/x'> R&D [% 1+1 %]"), scene(1, title=""))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    said = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        said.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    assert said == ["&lt;img src='http://example.org/x'> R&amp;D [% 1+1 %]", "S00001"]


def test_no_field_holds_a_signature_or_a_key(layer):
    signed = "https://me:pass@example.org/ql.jpg?item=1&X-Amz-Signature=abc&X-Amz-Expires=9"
    picture = Asset("ql", signed, "image/jpeg", ("overview",))
    (feature,) = put(
        layer,
        scene(
            0, catalogue="https://example.org/?api_key=abc", assets=(picture,), self_url="https://x.test/1?token=abc"
        ),
    )
    assert feature["quicklook"] == "https://example.org/ql.jpg?item=1"
    assert (feature["catalogue"], feature["self_url"]) == ("https://example.org/", "https://x.test/1")


def test_dates_wait_for_the_temporal_controller(layer):
    temporal = layer.temporalProperties()
    assert not temporal.isActive() and temporal.startField() == "acquired"
    assert temporal.mode() == temporal.TemporalMode.FeatureDateTimeInstantFromField


def test_the_layer_is_read_only_and_tells_its_credits(layer):
    assert not layer.startEditing()
    describe_footprints(layer, ["© B", "", "© A", "© B"])
    assert layer.metadata().rights() == ["© A", "© B"] and layer.metadata().title() == "Été 2022"


def test_fields_match_what_other_sinks_get(qgis_app):
    assert footprint_fields().names() == [name for name, _ in FIELDS]


def test_a_legend_evaluates_nothing_that_a_catalogue_said(layer):
    item = {"type": "Feature", "id": "one", "properties": {"platform": "[% 20 + 3 %] [[%%]", "title": "[% 1 %]"}}
    found = scene_from_item(item, Origin("here", lambda href, _base: href))
    style_footprints(layer, {found.mission})
    QgsProject.instance().addMapLayer(layer)
    layout = QgsPrintLayout(QgsProject.instance())
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    nodes = legend.model().layerLegendNodes(QgsProject.instance().layerTreeRoot().findLayer(layer))
    assert [node.evaluateLabel(QgsExpressionContext()) for node in nodes] == ["[ % 20 + 3 %] [[ %%]"]
    assert "[%" not in found.title
