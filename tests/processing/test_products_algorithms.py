# SPDX-License-Identifier: GPL-2.0-or-later
"""indexproducts and loadproduct as a model or a script calls them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    NULL,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)

from dinamis_qgis.core.catalogues import open_named
from dinamis_qgis.core.footprints import FIELDS
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.processing.georeference_quicklooks import GeoreferenceQuicklooks
from dinamis_qgis.processing.index_products import IndexProducts
from dinamis_qgis.processing.load_product import LoadProduct
from dinamis_qgis.processing.search_catalogue import SearchCatalogue
from tests.services.dimap1_writer import Scene, write_scene
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot, zipped
from tests.services.sensor_writer import make_primary

PMS = Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5)
MS = Image("PHR1A", "MS", gradient(40, 60), (301_000.0, 6_834_000.0), 2.0)
PAN = Image("PHR1A", "P", gradient(160, 240, 1), (301_000.0, 6_834_000.0), 0.5)


def run(algorithm, **parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    instance = algorithm.create()
    results, ok = instance.run(parameters, context, QgsProcessingFeedback(), {}, False)
    made = context.temporaryLayerStore().mapLayers()
    if results.get("OUTPUT") in made:
        results |= {"layer": made[results["OUTPUT"]], "context": context}  # the layer dies with its context
    return results, ok


@pytest.fixture
def folder(tmp_path) -> Path:
    root = tmp_path / "images"
    write_pleiades(root / "a", [PMS])
    write_pleiades(root / "deep" / "er" / "b", [PAN, MS])
    write_spot(tmp_path / "spot", [replace(PMS, satellite="SPOT7", pixel_size=1.5)])
    zipped(tmp_path / "spot", root / "spot.zip")
    (broken,) = write_pleiades(root / "broken", [replace(PMS, job="9")])
    broken.write_text("<Dimap_Document>")
    return root


def test_an_index_of_all_that_is_there(folder, qgis_app):
    before = sorted(folder.rglob("*"))
    results, ok = run(IndexProducts(), FOLDER=str(folder), OUTPUT="TEMPORARY_OUTPUT")
    assert ok and (results["COUNT"], results["SKIPPED"]) == (4, 1)
    layer = results["layer"]
    names = [field.name() for field in layer.fields()]
    assert names == [name for name, _ in FIELDS] + ["path", "product_type", "bands", "epsg"]
    rows = {(row["mission"], row["spectral_mode"]): row for row in layer.getFeatures()}
    assert set(rows) == {("PHR1B", "PMS"), ("PHR1A", "P"), ("PHR1A", "MS"), ("SPOT7", "PMS")}
    row = rows["PHR1B", "PMS"]
    assert (row["product_type"], row["bands"], row["epsg"]) == ("dimap2", "R,G,B,NIR", 2154)
    assert Path(row["path"]).name.startswith("DIM_") and row["self_url"] == Path(row["path"]).as_uri()
    assert row["catalogue"] == folder.as_posix() and row["level"] == "ortho" and row["acquisition_mode"] == NULL
    assert row["acquired"].toString("yyyy-MM-ddTHH:mm:ss") == "2022-07-14T11:02:15"
    assert row["credit"] == "© CNES 2022, Distribution Airbus DS"
    assert rows["SPOT7", "PMS"]["path"].startswith("/vsizip/")
    for row in rows.values():
        box = row.geometry().boundingBox()
        assert -3 < box.xMinimum() < box.xMaximum() < -2 and 48 < box.yMinimum() < box.yMaximum() < 49
    assert sorted(folder.rglob("*")) == before


def test_an_empty_folder_is_an_empty_index(tmp_path, qgis_app):
    results, ok = run(IndexProducts(), FOLDER=str(tmp_path), OUTPUT="TEMPORARY_OUTPUT")
    assert ok and (results["COUNT"], results["SKIPPED"]) == (0, 0)


def test_a_folder_is_a_catalogue(folder, qgis_app):
    catalogue = open_named(str(folder), None)
    assert catalogue.id == folder.as_posix()
    feedback = QgsProcessingFeedback()
    (page,) = catalogue.search(SearchQuery(missions=("PHR1A",)), feedback)
    assert {scene.spectral_mode for scene in page.scenes} == {"P", "MS"} and page.matched is None
    scene = page.scenes[0]
    assert scene.quicklook.grid.crs == "EPSG:2154" and scene.quicklook.grid.bbox[0] == 301_000
    assert catalogue.scene("", scene.id, scene.self_url, feedback) == scene
    assert catalogue.count(SearchQuery(max_cloud=1.0), feedback).number == 0


def test_a_folder_is_searched_and_its_previews_are_placed(folder, tmp_path, qgis_app):
    results, ok = run(SearchCatalogue(), CATALOGUE=str(folder), MAX_CLOUD=20, OUTPUT=str(tmp_path / "found.gpkg"))
    assert ok and (results["COUNT"], results["MATCHED"]) == (4, 4)
    results, ok = run(GeoreferenceQuicklooks(), SCENES=str(tmp_path / "found.gpkg"), FOLDER=str(tmp_path / "previews"))
    assert ok and (results["COUNT"], results["FAILED"]) == (4, 0)
    for path in results["LAYERS"]:
        extent = QgsRasterLayer(path, "preview").extent()  # a preview covers its raster exactly
        assert (extent.xMinimum(), extent.yMaximum()) == pytest.approx((301_000, 6_834_000), abs=0.01)


@pytest.mark.parametrize("suffix", ["vrt", "tif"])
def test_load_a_product(folder, tmp_path, qgis_app, suffix):
    out = tmp_path / f"out.{suffix}"
    results, ok = run(LoadProduct(), INPUT=str(folder / "deep"), PANSHARPEN=True, COMPOSITION=1, OUTPUT=str(out))
    assert ok and results["OUTPUT"] == str(out)
    layer = QgsRasterLayer(str(out), "out")
    assert layer.isValid() and (layer.bandCount(), layer.width()) == (3, 240)
    said = json.loads(results["METADATA"])
    assert said["mission"] == "PHR1A" and said["pansharpened_with"].endswith(".XML")
    assert [band["role"] for band in said["bands"]] == ["R", "G", "B", "NIR"]


@pytest.mark.parametrize("name", ["5881313101", "a.zip", "DIM_PHR1B.XML", "livraison du 14 juillet"])
def test_the_toolbox_takes_folders_and_files(tmp_path, qgis_app, name):
    """As its window does before a run."""
    algorithm, context = LoadProduct().create(), QgsProcessingContext()
    given = {"INPUT": str(tmp_path / name), "OUTPUT": str(tmp_path / "x.vrt")}
    assert algorithm.parameterDefinition("INPUT").checkValueIsAcceptable(given["INPUT"], context)
    assert algorithm.checkParameterValues(given, context) == (True, "")
    assert not algorithm.checkParameterValues({**given, "INPUT": ""}, context)[0]


def test_what_goes_wrong_is_one_sentence(folder, tmp_path, qgis_app):
    algorithm = LoadProduct()
    context = QgsProcessingContext()
    parameters = {"INPUT": str(folder / "broken"), "OUTPUT": str(tmp_path / "o.vrt")}
    instance = algorithm.create()
    with pytest.raises(QgsProcessingException) as caught:
        instance.prepare(parameters, context, QgsProcessingFeedback())
        instance.processAlgorithm(parameters, context, QgsProcessingFeedback())
    assert "DIM_PHR1B" in str(caught.value) and "\n" not in str(caught.value)
    assert not (tmp_path / "o.vrt").exists()
    ok, why = LoadProduct().create().checkParameterValues({**parameters, "OUTPUT": str(tmp_path / "o.jpg")}, context)
    assert not ok and ".vrt" in why


def test_a_primary_product_is_laid_where_one_says(tmp_path, qgis_app):
    (dim,) = write_pleiades(tmp_path / "p", [PMS])
    model = make_primary(dim)
    relief = tmp_path / "mnt.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(relief), 10, 10, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((model.longitude - 0.1, 0.02, 0, model.latitude + 0.1, 0, -0.02))
    dataset.SetProjection("EPSG:4326")
    dataset.GetRasterBand(1).Fill(250)
    del dataset
    boxes = {}
    for name, given in (("mean", {}), ("low", {"HEIGHT": 0}), ("relief", {"DEM": str(relief), "HEIGHT": 48})):
        results, ok = run(LoadProduct(), INPUT=str(dim), OUTPUT=str(tmp_path / f"{name}.vrt"), **given)
        assert ok
        layer = QgsRasterLayer(results["OUTPUT"], name)
        assert layer.isValid() and layer.crs().authid() == "EPSG:32630"
        boxes[name] = layer.extent().center().x()
        said = json.loads(results["METADATA"])["placed"]
        assert said["method"] == "rpc" and said["height"] == {"mean": 140.0, "low": 0.0, "relief": 48.0}[name]
    assert len(set(boxes.values())) == 3
    results, ok = run(LoadProduct(), INPUT=str(dim), OUTPUT=str(tmp_path / "cog.tif"), HEIGHT=0)
    assert ok and gdal.Open(results["OUTPUT"]).GetGeoTransform()[1] == 0.5


def test_an_older_scene_by_its_own_bands(tmp_path, qgis_app):
    dim = write_scene(tmp_path / "spot5", Scene((gradient(40, 60) // 16).astype("uint8")))
    results, ok = run(LoadProduct(), INPUT=str(dim.parent), COMPOSITION=1, OUTPUT=str(tmp_path / "o.tif"))
    said = json.loads(results["METADATA"])
    assert ok and said["product_type"] == "dimap1" and said["bands"][3]["role"] == "SWIR"
    assert gdal.Open(str(tmp_path / "o.tif")).RasterCount == 3
