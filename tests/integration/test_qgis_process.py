# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms, run by ``qgis_process`` with no window, on the embedded data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from tests.integration import real_qgis

EMBEDDED = real_qgis.ROOT / "build" / "dinamis_qgis" / "resources" / "demo"
SECONDS = 120


class Process:
    """``qgis_process`` with the staged plugin enabled in a profile of its own."""

    def __init__(self, folder: Path) -> None:
        # Debian's wrapper passes options of the desktop to some versions: the program itself is called
        self._program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
        self._env = real_qgis.environment(
            real_qgis.ROOT / "build",
            real_qgis.venv_packages(),
            QT_QPA_PLATFORM="offscreen",
            QGIS_CUSTOM_CONFIG_PATH=str(folder / "profile"),
            LANG="fr_FR.UTF-8",
            LC_ALL="fr_FR.UTF-8",
        )
        self._env.pop("DISPLAY", None)

    def call(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self._program, *arguments], env=self._env, capture_output=True, text=True, timeout=SECONDS
        )

    def run(self, algorithm: str, **parameters: object) -> dict:
        given = [f"{name}={value}" for name, value in parameters.items()]
        done = self.call("--json", "run", f"dinamis:{algorithm}", "--", *given)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout[done.stdout.index("{") :])["results"]


@pytest.fixture(scope="module")
def process(tmp_path_factory) -> Process:
    real_qgis.stage()
    process = Process(tmp_path_factory.mktemp("qgis_process"))
    enabled = process.call("plugins", "enable", "dinamis_qgis")
    assert enabled.returncode == 0, enabled.stdout + enabled.stderr
    return process


@pytest.fixture(scope="module")
def footprints(process, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("scenes") / "footprints.gpkg"
    results = process.run("searchcatalogue", CATALOGUE="demo", MAX_CLOUD=10, START="2022-06-01", OUTPUT=path)
    assert results["COUNT"] > 3
    return path


def features(path: Path) -> list[dict]:
    source = ogr.Open(os.fspath(path))
    return [json.loads(feature.ExportToJson()) for feature in source.GetLayer(0)]


def test_footprints_are_newest_first_and_keep_unknown_values(footprints):
    scenes = [feature["properties"] for feature in features(footprints)]
    dates = [scene["acquired"] for scene in scenes if scene["acquired"]]
    assert dates == sorted(dates, reverse=True) and min(dates) >= "2022"
    assert all(scene["cloud_cover"] is None or scene["cloud_cover"] <= 10 for scene in scenes)
    assert {scene["catalogue"] for scene in scenes} == {"demo"}


def test_quicklooks_are_georeferenced(process, footprints, tmp_path):
    results = process.run("georeferencequicklooks", SCENES=footprints, FOLDER=tmp_path)
    pictures = sorted(tmp_path.glob("*.tif"))
    assert len(pictures) == results["COUNT"] > 3
    for picture in pictures:
        raster = gdal.Open(os.fspath(picture))
        assert raster.GetSpatialRef() is not None and raster.RasterCount in (2, 4)


def test_the_files_of_scenes_are_downloaded(process, footprints, tmp_path):
    results = process.run("downloadscenes", SCENES=footprints, ASSETS="overview", FOLDER=tmp_path)
    assert results["COUNT"] > 3 and results["COUNT"] + results["FAILED"] == len(features(footprints))
    assert sorted(results["FILES"]) == sorted(str(path) for path in tmp_path.glob("*/*.jpg"))
    again = process.run("downloadscenes", SCENES=footprints, ASSETS="overview", FOLDER=tmp_path)
    assert again["FILES"] == results["FILES"]


def test_a_quota_is_estimated(process, tmp_path):
    zone = tmp_path / "zone.geojson"
    ring = [[-2.6, 48.4], [-2.4, 48.4], [-2.4, 48.6], [-2.6, 48.6], [-2.6, 48.4]]
    zone.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    results = process.run("estimatequota", AOI=zone, SENSOR=0, ACQUISITION=0, OUTPUT=tmp_path / "order.gpkg")
    # 0.2° × 0.2° at 48.5° N: 111.13 km × 111.32 km × cos 48.5° × 0.04, ellipsoid within 1 %
    assert results["AOI_KM2"] == pytest.approx(328.4, rel=0.01)
    assert results["COST_EUR"] == 0 and results["QUOTA_KM2"] >= results["ORDER_KM2"]
    assert "DINAMIS" in results["EXPLANATION"]


def test_the_dossier_of_a_request_is_written(process, tmp_path):
    zone, output = tmp_path / "zone.geojson", tmp_path / "dossier.zip"
    ring = [[-2.6, 48.4], [-2.4, 48.4], [-2.4, 48.6], [-2.6, 48.6], [-2.6, 48.4]]
    zone.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    process.run("exportrequest", AOI=zone, ACQUISITION=1, START="2026-11-01", TITLE="Trait de côte", OUTPUT=output)
    with zipfile.ZipFile(output) as archive:
        assert archive.read("request.pdf").startswith(b"%PDF")
        assert json.loads(archive.read("request.json"))["title"] == "Trait de côte"
        assert "seul le devis DINAMIS fait foi" in archive.read("request.txt").decode()


def test_the_best_images_of_a_zone_are_chosen(process, footprints, tmp_path):
    zone, chosen, left = tmp_path / "zone.geojson", tmp_path / "chosen.gpkg", tmp_path / "left.gpkg"
    outlines = [ogr.CreateGeometryFromJson(json.dumps(one["geometry"])) for one in features(footprints)]
    zone.write_text(outlines[0].Buffer(0.01).ExportToJson())
    results = process.run("aoicoverage", AOI=zone, SCENES=footprints, STRATEGY=1, OUTPUT=chosen, UNCOVERED=left)
    ranked = [one["properties"] for one in features(chosen)]
    assert [one["rank"] for one in ranked] == list(range(1, results["SCENE_COUNT"] + 1))
    assert ranked[-1]["cumulative_percent"] == results["COVERAGE_PERCENT"] > 50
    bare = sum(one["properties"]["area_km2"] for one in features(left))
    assert (bare > 0) == (results["COVERAGE_PERCENT"] < 100)


def test_products_are_indexed_and_opened(process, tmp_path):
    index, image = tmp_path / "products.gpkg", tmp_path / "image.vrt"
    assert process.run("indexproducts", FOLDER=EMBEDDED, OUTPUT=index)["COUNT"] == 1
    (product,) = features(index)
    results = process.run("loadproduct", INPUT=product["properties"]["path"], OUTPUT=image)
    raster = gdal.Open(os.fspath(image))
    assert raster.RasterCount == 3
    assert [raster.GetRasterBand(band).GetNoDataValue() for band in (1, 2, 3)] == [0, 0, 0]
    assert json.loads(results["METADATA"])


def test_an_error_is_a_sentence(process, tmp_path):
    done = process.call("run", "dinamis:loadproduct", "--", f"INPUT={tmp_path}", f"OUTPUT={tmp_path / 'x.vrt'}")
    assert done.returncode != 0 and "Traceback" not in done.stdout + done.stderr
    assert os.fspath(tmp_path) in done.stdout + done.stderr


def test_products_are_assembled_and_cut(process, tmp_path):
    index, out, zone = tmp_path / "products.gpkg", tmp_path / "mosaic.vrt", tmp_path / "zone.geojson"
    process.run("indexproducts", FOLDER=EMBEDDED, OUTPUT=index)
    (product,) = features(index)
    outline = ogr.CreateGeometryFromJson(json.dumps(product["geometry"]))
    zone.write_text(outline.Centroid().Buffer(0.001).ExportToJson())
    (archive,) = EMBEDDED.glob("*.zip")
    results = process.run("mosaicproducts", INPUT=archive, MASK=zone, BITS=1, OUTPUT=out)
    raster = gdal.Open(os.fspath(out))
    assert raster.RasterCount == 3 and raster.GetRasterBand(1).DataType == gdal.GDT_Byte
    assert results["CREDIT"] and json.loads(results["METADATA"])["clipped"]
    assert (tmp_path / "mosaic.vrt.txt").read_text(encoding="utf-8-sig").startswith("Image")
