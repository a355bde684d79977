# SPDX-License-Identifier: GPL-2.0-or-later
"""``dinamis_credit()`` as QGIS calls it: in expressions, layouts and other threads."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from dinamis_qgis.core.credit_function import NAME, CreditFunction
from dinamis_qgis.core.footprint_layer import describe_footprints, new_footprint_layer
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.map_credits import credits_of
from dinamis_qgis.core.story import story_of
from dinamis_qgis.core.task import BackgroundTask
from dinamis_qgis.domain.credits import merged_credits

PHR_21, PHR_22, SPOT = "© CNES 2021, Distribution Airbus DS", "© CNES 2022, Distribution Airbus DS", "© Airbus DS 2024"


@pytest.fixture
def project(qgis_app, qgis_new_project):
    function = CreditFunction()
    function.register()
    yield QgsProject.instance()
    function.unregister()
    QgsProject.instance().layoutManager().clear()


@pytest.fixture
def image(tmp_path, project):
    """Layers as the panel makes them, as far as credits go."""

    def make(credit, kind="quicklook", shown=True):
        path = tmp_path / f"{len(project.mapLayers())}.tif"
        written = gdal.GetDriverByName("GTiff").Create(str(path), 2, 2, 1)
        written.SetGeoTransform((2, 0.1, 0, 48, 0, -0.1))
        written = None
        layer = QgsRasterLayer(str(path), path.stem)
        if kind:
            layer.setCustomProperty(KIND, kind)
        story_of(layer).setAttribution(credit)
        project.addMapLayer(layer)
        project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(shown)
        return layer

    return make


def said(text=f"{NAME}()", context=None):
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    context = context or QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
    return expression.evaluate(context), expression.evalErrorString()


def layout_with(project, *maps):
    """``maps``: an id, and its layers or None for those of the project."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Sheet")
    for name, layers in maps:
        item = QgsLayoutItemMap(layout)
        item.setId(name)
        if layers is not None:
            item.setKeepLayerSet(True)
            item.setLayers(layers)
        layout.addLayoutItem(item)
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    project.layoutManager().addLayout(layout)
    return layout, label


def shown_in(label, text):
    label.setText(f"[% {text} %]")
    return label.currentText()


def test_each_wording_once_with_all_its_years(image):
    for credit, kind in ((PHR_22, "quicklook"), (SPOT, "backdrop"), (PHR_21, "product"), (PHR_22, "quicklook")):
        image(credit, kind)
    got, wrong = said()
    assert sorted(got.split(" ; ")) == ["© Airbus DS 2024", "© CNES 2021, 2022, Distribution Airbus DS"] and not wrong


def test_what_was_merged_merges_again():
    """A mosaic's own line already holds several years."""
    assert merged_credits(["© CNES 2021, 2023, Distribution Airbus DS", PHR_22]) == (
        "© CNES 2021, 2022, 2023, Distribution Airbus DS",
    )
    assert merged_credits(["Contains data 2019 modified in 2020"]) == ("Contains data 2019 modified in 2020",)


def test_a_mosaic_of_two_missions_is_taken_apart(image):
    image(f"{PHR_21} ; {SPOT}", "mosaic")
    image(PHR_22)
    assert sorted(said()[0].split(" ; ")) == ["© Airbus DS 2024", "© CNES 2021, 2022, Distribution Airbus DS"]


def test_hidden_layers_footprints_and_what_others_made_do_not_count(image, project):
    image(PHR_21)
    image(SPOT, shown=False)
    image("© Someone 2020", kind="")
    footprints = new_footprint_layer("Search")
    describe_footprints(footprints, ["© Airbus DS 2011"])
    footprints.setCustomProperty(KIND, "footprints")
    project.addMapLayer(footprints)
    assert said() == (PHR_21, "")


def test_without_images_it_is_empty_and_no_error(project):
    assert said() == ("", "")
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "towns", "memory"))
    assert said() == ("", "")


def test_in_a_layout_it_is_of_its_maps_or_of_the_one_that_is_named(image, project):
    first, second = image(PHR_21), image(SPOT)
    _layout, label = layout_with(project, ("left", [first]), ("right", [second]))
    image("© Airbus DS 2011")
    assert shown_in(label, f"{NAME}('left')") == PHR_21 and shown_in(label, f"{NAME}(map:='right')") == SPOT
    assert sorted(shown_in(label, f"{NAME}()").split(" ; ")) == [SPOT, PHR_21]


def test_a_map_that_follows_the_project_says_what_is_in_sight(image, project):
    first = image(PHR_21)
    image(SPOT, shown=False)
    _layout, label = layout_with(project, ("map", None))
    assert shown_in(label, f"{NAME}('map')") == PHR_21
    project.layerTreeRoot().findLayer(first.id()).setItemVisibilityChecked(False)
    assert shown_in(label, f"{NAME}('map')") == "", "a prepared expression does not keep what it said"


@pytest.mark.parametrize("odd", ["'nowhere'", "'\"] || 1'"])
def test_an_unknown_map_is_an_error_of_the_expression(image, odd):
    image(PHR_21)
    got, wrong = said(f"{NAME}({odd})")
    assert got is None and "dinamis_credit" in wrong


@pytest.mark.parametrize("odd", ["NULL", "3", "array()"])
def test_what_is_no_id_counts_as_none(image, odd):
    image(PHR_21)
    assert said(f"{NAME}({odd})") == (PHR_21, "")


def test_an_attribution_is_text_never_an_expression(image):
    wild = "© [% 1 + 1 %] <b>{Airbus}</b> 'x'"
    layer = image(wild)
    assert credits_of([layer]) == wild == said()[0]


def test_a_broken_attribution_never_raises(image, monkeypatch):
    image(PHR_21)

    def broken(_layer):
        raise RuntimeError("gone")

    monkeypatch.setattr("dinamis_qgis.core.map_credits.story_of", broken)
    got, wrong = said()
    assert got is None and "RuntimeError" in wrong


def elsewhere(qtbot, text=f"{NAME}()"):
    """As said in another thread."""
    task = BackgroundTask("credits", lambda _feedback: said(text, QgsExpressionContext()))
    with qtbot.waitSignal(task.succeeded) as answered:
        task.submit()
    return answered.args[0]


def test_in_another_thread_it_reads_nothing_and_says_why(image, qtbot):
    image(PHR_21)
    got, wrong = elsewhere(qtbot)
    assert got is None and "layouts" in wrong
    said()
    assert elsewhere(qtbot, f"{NAME}('map')")[0] is None


def test_a_map_exported_as_a_picture_bears_the_credit_of_the_screen(image, project, qtbot):
    """QGIS draws its decorations in the export's own thread."""
    image(PHR_21)
    assert said() == (PHR_21, "") == elsewhere(qtbot)
    image(PHR_22)
    said()
    assert elsewhere(qtbot)[0] == "© CNES 2021, 2022, Distribution Airbus DS"
    _layout, label = layout_with(project, ("map", []))
    shown_in(label, f"{NAME}('map')")
    assert elsewhere(qtbot)[0] == "© CNES 2021, 2022, Distribution Airbus DS", "a layout's map is another one"


def test_it_goes_with_the_plugin_and_comes_back(project):
    assert QgsExpression.isFunctionName(NAME) and NAME in QgsExpression.helpText(NAME)
    QgsExpression.unregisterFunction(NAME)
    assert not QgsExpression.isFunctionName(NAME)
    again = CreditFunction()
    again.register()
    assert said() == ("", "")
    again.unregister()


def test_the_rights_stand_in_for_an_attribution_that_is_not_there(image):
    layer = image("")
    metadata = layer.metadata()
    metadata.setRights([PHR_22, SPOT])
    layer.setMetadata(metadata)
    assert credits_of([layer]) == f"{PHR_22} ; {SPOT}"
