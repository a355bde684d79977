# SPDX-License-Identifier: GPL-2.0-or-later
"""mosaicproducts as a model, a script or the toolbox calls it: layers, files and products together."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsVectorLayer,
)

from dinamis_qgis.core.compositions import shown_composition
from dinamis_qgis.core.map_credits import credits_of
from dinamis_qgis.core.mosaic_words import note_path
from dinamis_qgis.core.story import story_of
from dinamis_qgis.processing.load_product import LoadProduct
from dinamis_qgis.processing.mosaic_products import MosaicProducts
from tests.core.test_mosaic import A, B, X, Y, flat, geotiff
from tests.services.dimap_writer import write_pleiades, zipped


def run(feedback: QgsProcessingFeedback | None = None, **parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return MosaicProducts().create().run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)


def loaded(algorithm, out: Path, **parameters) -> QgsRasterLayer:
    """As the toolbox does when a run that is to be loaded ends."""
    context = QgsProcessingContext()
    project = QgsProject.instance()
    context.setProject(project)
    context.addLayerToLoadOnCompletion(str(out), QgsProcessingContext.LayerDetails("Image", project, "OUTPUT"))
    feedback = QgsProcessingFeedback()
    _results, good = algorithm.create().run({**parameters, "OUTPUT": str(out)}, context, feedback, {}, False)
    assert good, feedback.textLog()
    layer = QgsRasterLayer(str(out), "Image")
    context.layerToLoadOnCompletionDetails(str(out)).postProcessor().postProcessLayer(layer, context, feedback)
    return layer


@pytest.fixture
def products(tmp_path) -> tuple[Path, Path]:
    """A folder and an archive."""
    write_pleiades(tmp_path / "a", [A])
    write_pleiades(tmp_path / "b", [replace(B, when=datetime(2019, 7, 1, 11, tzinfo=timezone.utc))])
    return tmp_path / "a", zipped(tmp_path / "b", tmp_path / "b.zip")


@pytest.fixture
def zone(qgis_app) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:2154", "zone", "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt(f"POLYGON(({X} {Y}, {X} {Y - 20}, {X + 60} {Y - 20}, {X + 60} {Y}, {X} {Y}))")
    )
    layer.dataProvider().addFeature(feature)
    return layer


@pytest.mark.parametrize("suffix", [".vrt", ".tif"])
def test_products_become_one_image_with_their_credits(products, tmp_path, suffix):
    out = tmp_path / f"out{suffix}"
    results, ok = run(INPUT=[str(products[1]), str(products[0])], OUTPUT=str(out))
    assert ok and results["OUTPUT"] == str(out)
    assert results["CREDIT"] == "© CNES 2019, 2022, Distribution Airbus DS"
    told = json.loads(results["METADATA"])
    assert [one["mission"] for one in told["images"]] == ["PHR1A", "PHR1B"]  # the clearest one first
    assert told["credit"] == results["CREDIT"] and told["crs"] == "EPSG:2154" and not told["clipped"]
    values = gdal.Open(str(out)).ReadAsArray()
    assert values.shape == (3, 100, 150) and values[0, 50, 75] == 1000 and values[0, 50, 120] == 2000
    assert "2019" in note_path(out).read_text(encoding="utf-8-sig")
    layer = QgsRasterLayer(str(out), "m")
    assert layer.isValid() and layer.bandCount() == 3


@pytest.mark.parametrize("bits", [0, 1])
def test_a_mosaic_that_qgis_loads_carries_its_credit(products, tmp_path, bits, qgis_app):
    layer = loaded(MosaicProducts(), tmp_path / "out.vrt", INPUT=[str(products[1]), str(products[0])], BITS=bits)
    assert credits_of([layer]) == "© CNES 2019, 2022, Distribution Airbus DS" == story_of(layer).attribution()
    assert layer.metadata().licenses() and "2019" in layer.metadata().abstract()
    stretch = layer.renderer().redContrastEnhancement()
    assert (stretch is None or stretch.maximumValue() == 0) == bool(bits)


@pytest.mark.parametrize("composition", [0, 1])
def test_so_does_a_product(products, tmp_path, composition, qgis_app):
    layer = loaded(LoadProduct(), tmp_path / "out.vrt", INPUT=str(products[1]), COMPOSITION=composition)
    assert credits_of([layer]) == "© CNES 2019, Distribution Airbus DS" == story_of(layer).attribution()
    assert layer.temporalProperties().fixedTemporalRange().begin().date().year() == 2019
    assert shown_composition(layer) == ("natural", "infrared")[composition]


def test_what_the_window_made_layers_of_stays_a_product(products, tmp_path, qgis_app):
    """Before a run the toolbox opens all inputs that GDAL can, a Pléiades folder among them; and QGIS opens a DIM."""
    context, project = QgsProcessingContext(), QgsProject.instance()
    context.setProject(project)
    (dim,) = products[0].rglob("DIM_*.XML")
    assert QgsProcessingUtils.mapLayerFromString(str(products[0]), context).isValid()
    by_hand = QgsRasterLayer(str(dim), "DIM")
    project.addMapLayer(by_hand)
    for number, given in enumerate((str(products[0]), by_hand.id(), str(dim))):
        asked = {"INPUT": [given], "OUTPUT": str(tmp_path / f"{number}.vrt")}
        results, good = MosaicProducts().create().run(asked, context, QgsProcessingFeedback(), {}, False)
        assert good and results["CREDIT"] == "© CNES 2022, Distribution Airbus DS", given
    project.clear()


def test_one_input_and_a_zone_cut_it(products, tmp_path, zone):
    out = tmp_path / "cut.tif"
    results, ok = run(
        INPUT=str(products[0]), MASK=zone, BITS=1, CRS=QgsCoordinateReferenceSystem("EPSG:2154"), OUTPUT=str(out)
    )
    assert ok and json.loads(results["METADATA"])["clipped"]
    dataset = gdal.Open(str(out))
    assert (dataset.RasterXSize, dataset.RasterYSize) == (100, 40)
    assert dataset.GetRasterBand(1).DataType == gdal.GDT_Byte and dataset.GetRasterBand(1).GetNoDataValue() == 0


def test_layers_of_the_project_with_what_they_say(products, tmp_path, qgis_app):
    """Their own source, the no data that a person chose, their credit."""
    values = flat(300, bands=3)
    values[:, :, :30] = 7
    layer = QgsRasterLayer(str(geotiff(tmp_path / "own.tif", values, (X, Y))), "Mon ortho")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(7, 7)])
    metadata = layer.metadata()
    metadata.setRights(["© Commune 2020"])
    layer.setMetadata(metadata)
    QgsProject.instance().addMapLayer(layer)
    try:
        out = tmp_path / "out.vrt"
        results, ok = run(INPUT=[layer.id(), str(products[0])], ORDER=2, OUTPUT=str(out))
        assert ok and results["CREDIT"] == "© Commune 2020 ; © CNES 2022, Distribution Airbus DS"
        values = gdal.Open(str(out)).ReadAsArray()[0]
        assert values[50, 60] == 300 and values[50, 10] == 1000
    finally:
        QgsProject.instance().removeAllMapLayers()


def test_errors_are_sentences(products, tmp_path, zone):
    away = QgsVectorLayer("Polygon?crs=EPSG:4326", "away", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((20 60, 21 60, 21 61, 20 60))"))
    away.dataProvider().addFeature(feature)
    asked = {"INPUT": [str(products[0])], "OUTPUT": str(tmp_path / "x.vrt")}
    for bent, wanted in (
        ({"INPUT": [str(tmp_path / "nothing")]}, "nothing"),
        ({"MASK": away}, "zone"),
        ({"COMPOSITION": 2}, "composition"),
        ({"OUTPUT": str(tmp_path / "absent" / "x.vrt")}, "x.vrt"),
        ({"INPUT": [QgsVectorLayer("Point", "points", "memory")]}, "points"),
    ):
        with pytest.raises(QgsProcessingException, match=wanted):
            run(**{**asked, **bent})
    context = QgsProcessingContext()
    for bent in ({"INPUT": []}, {"INPUT": None}, {"OUTPUT": str(tmp_path / "x.png")}):
        ok, said = MosaicProducts().create().checkParameterValues({**asked, **bent}, context)
        assert not ok and said
    assert MosaicProducts().create().checkParameterValues(asked, context)[0]


def test_what_is_not_as_it_should_be_is_warned_of(products, tmp_path):
    class Heard(QgsProcessingFeedback):
        def __init__(self) -> None:
            super().__init__()
            self.warnings: list[str] = []

        def pushWarning(self, warning: str) -> None:
            self.warnings.append(warning)

    heard = Heard()
    _, ok = run(heard, INPUT=[str(products[0]), str(tmp_path / "absent")], OUTPUT=str(tmp_path / "x.vrt"))
    assert ok and len(heard.warnings) == 1 and "absent" in heard.warnings[0]


def test_a_cancelled_run_leaves_nothing(products, tmp_path):
    stopped = QgsProcessingFeedback()
    stopped.cancel()
    results, _ = run(stopped, INPUT=[str(products[0])], OUTPUT=str(tmp_path / "x.tif"))
    assert results == {} and not list(tmp_path.glob("*x.tif*"))


def test_all_parameters_and_outputs_of_the_interface():
    algorithm = MosaicProducts().create()
    names = [one.name() for one in algorithm.parameterDefinitions()]
    wanted = "INPUT ORDER MASK COMPOSITION PANSHARPEN MATCH BITS CRS OUTPUT"
    assert names == wanted.split() and algorithm.shortHelpString()
    assert {one.name() for one in algorithm.outputDefinitions()} == {"OUTPUT", "CREDIT", "METADATA"}
