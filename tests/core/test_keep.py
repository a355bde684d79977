# SPDX-License-Identifier: GPL-2.0-or-later
"""A project with search layers, kept, moved away and opened again complete."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from dinamis_qgis.core import keep
from dinamis_qgis.core.cache import cache_folder
from dinamis_qgis.core.footprint_layer import new_footprint_layer, style_footprints
from dinamis_qgis.core.footprints import footprint_feature, footprint_fields, footprint_scene
from dinamis_qgis.core.layer_groups import KIND, SEARCH, quicklook_group, search_group
from dinamis_qgis.core.quicklooks import georeference, quicklook_layer
from dinamis_qgis.domain.errors import NotWritable
from tests.make_scenes import scene
from tests.synthetic_pictures import acquisition

SCENES = [scene(number) for number in range(12)] + [scene(12, acquired=None, cloud_cover=None, footprint=None)]


@pytest.fixture
def paris(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def add_search(project: QgsProject, title: str, search: str = "s1", count: int = len(SCENES)) -> QgsVectorLayer:
    layer = new_footprint_layer(f"Footprints · {title}")
    layer.dataProvider().addFeatures([footprint_feature(each, footprint_fields(), 50.0) for each in SCENES[:count]])
    layer.setCustomProperty(KIND, "footprints")
    layer.setCustomProperty(SEARCH, search)
    style_footprints(layer, {each.mission for each in SCENES})
    project.addMapLayer(layer, False)
    search_group(project, search, title).addLayer(layer)
    return layer


def add_quicklook(project: QgsProject, title: str, scene_id: str, search: str = "s1") -> QgsRasterLayer:
    sample = acquisition(columns=120, rows=120)
    told = scene(0, id=scene_id, footprint=sample.scene.footprint, assets=sample.scene.assets)
    path = cache_folder("quicklooks") / f"{len(list(cache_folder('quicklooks').iterdir()))}_{os.getpid()}.tif"
    layer = quicklook_layer(path, told, georeference(told, sample.picture, path))
    project.addMapLayer(layer, False)
    quicklook_group(project, search, title).addLayer(layer)
    return layer


@pytest.fixture
def project(qgis_app, tmp_path: Path):
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()
    shutil.rmtree(cache_folder("quicklooks"))


def saved(project: QgsProject, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert project.write(str(path))
    return path


def test_a_kept_project_moves_and_reopens_complete(project, tmp_path: Path, paris) -> None:
    footprints = add_search(project, "Lamballe-Armor · été 2022 · nuages ≤ 20 %")
    add_quicklook(project, "Lamballe-Armor · été 2022 · nuages ≤ 20 %", "a/b")
    add_quicklook(project, "Lamballe-Armor · été 2022 · nuages ≤ 20 %", "a b")
    ids, renderer = set(project.mapLayers()), footprints.renderer().dump()
    tree = project.layerTreeRoot().dump()
    file = saved(project, tmp_path / "here" / "mon projet.qgz")
    kept = keep.keep_results(project)
    folder = tmp_path / "here" / "mon projet_dinamis"
    assert kept == keep.KeptResults(folder, 1, 2)
    assert {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()} == {
        "footprints.gpkg", "quicklooks/a_b.tif", "quicklooks/a_b_2.tif",
    }  # fmt: skip
    assert not project.isDirty() and project.layerTreeRoot().dump() == tree and not keep.unkept(project)

    project.clear()
    shutil.rmtree(cache_folder("quicklooks"))
    (tmp_path / "here").rename(tmp_path / "there")
    assert project.read(str(tmp_path / "there" / file.name))
    layers = project.mapLayers()
    assert set(layers) == ids and all(layer.isValid() for layer in layers.values())
    again = layers[footprints_id(layers)]
    assert again.renderer().dump() == renderer and again.customProperty(SEARCH) == "s1" and again.readOnly()
    assert not again.temporalProperties().isActive() and again.temporalProperties().startField() == "acquired"
    assert [footprint_scene(feature).acquired for feature in again.getFeatures()] == [each.acquired for each in SCENES]
    assert again.featureCount() == len(SCENES) and not any(
        feature["aoi_coverage"] != 50 for feature in again.getFeatures()
    )
    pictures = [layer for layer in layers.values() if isinstance(layer, QgsRasterLayer)]
    assert all(tmp_path / "there" in Path(layer.source()).parents for layer in pictures)
    assert all(layer.temporalProperties().fixedTemporalRange().begin().isValid() for layer in pictures)
    assert all(layer.renderer().alphaBand() == 4 for layer in pictures)
    assert {tuple(layer.metadata().rights()) for layer in pictures} == {("© CNES 2022, Distribution Airbus DS",)}


def footprints_id(layers: dict) -> str:
    (found,) = [layer_id for layer_id, layer in layers.items() if layer.customProperty(KIND) == "footprints"]
    return found


def test_the_file_itself_says_utc(project, tmp_path: Path, paris) -> None:
    add_search(project, "x")
    saved(project, tmp_path / "p.qgz")
    keep.keep_results(project)
    dataset = gdal.OpenEx(str(tmp_path / "p_dinamis" / "footprints.gpkg"), gdal.OF_VECTOR)
    texts = [feature.GetFieldAsString("acquired") for feature in dataset.GetLayer(0)]
    assert texts[:2] == ["2022/07/14 11:02:00+00", "2022/07/13 11:02:00+00"] and texts[-1] == ""


def test_a_second_search_is_a_second_table(project, tmp_path: Path) -> None:
    first = add_search(project, "Été 2022")
    saved(project, tmp_path / "p.qgz")
    keep.keep_results(project)
    before = first.source()
    second = add_search(project, "Été 2022", "s2", count=3)
    keep.keep_results(project)
    assert first.source() == before and second.source().endswith("|layername=ete_2022_2")
    assert (first.featureCount(), second.featureCount()) == (len(SCENES), 3)
    assert keep.keep_results(project) == keep.KeptResults(None, 0, 0)


def test_what_cannot_be_written_leaves_all_as_it_was(project, tmp_path: Path) -> None:
    layer = add_search(project, "x")
    picture = add_quicklook(project, "x", "a")
    source = picture.source()
    file = saved(project, tmp_path / "p.qgz")
    before = file.read_bytes()
    (tmp_path / "p_dinamis").write_text("in the way")
    with pytest.raises(NotWritable):
        keep.keep_results(project)
    (tmp_path / "p_dinamis").unlink()
    (tmp_path / "p_dinamis").mkdir()
    (tmp_path / "p_dinamis" / "quicklooks").write_text("in the way")
    with pytest.raises(NotWritable):
        keep.keep_results(project)
    assert [each.name for each in (tmp_path / "p_dinamis").iterdir()] == ["quicklooks"]
    assert layer.providerType() == "memory" and layer.featureCount() == len(SCENES)
    assert picture.source() == source and file.read_bytes() == before


def test_a_failure_takes_back_the_new_table_alone(project, tmp_path: Path) -> None:
    first = add_search(project, "first")
    saved(project, tmp_path / "p.qgz")
    keep.keep_results(project)
    add_search(project, "second", "s2")
    add_quicklook(project, "second", "a", "s2")
    (tmp_path / "p_dinamis" / "quicklooks").write_text("in the way")
    with pytest.raises(NotWritable):
        keep.keep_results(project)
    dataset = gdal.OpenEx(str(tmp_path / "p_dinamis" / "footprints.gpkg"), gdal.OF_VECTOR)
    assert [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())] == ["first"]
    assert first.featureCount() == len(SCENES)


def test_a_project_without_a_file_is_refused(project) -> None:
    add_search(project, "x")
    with pytest.raises(NotWritable):
        keep.keep_results(project)


def test_other_layers_are_left_alone(project, tmp_path: Path) -> None:
    mine = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.addMapLayer(mine)
    saved(project, tmp_path / "p.qgz")
    assert keep.unkept(project) == [] and keep.keep_results(project) == keep.KeptResults(None, 0, 0)
    assert mine.providerType() == "memory" and not (tmp_path / "p_dinamis").exists()


def test_the_scene_names_the_quicklook(project, tmp_path: Path) -> None:
    layer = add_quicklook(project, "x", "ORT/SPOT7:é")
    layer.setCustomProperty("dinamis/scene", json.dumps(["c", "d", "ORT/SPOT7:é"]))
    saved(project, tmp_path / "p.qgz")
    keep.keep_results(project)
    assert layer.source() == str(tmp_path / "p_dinamis" / "quicklooks" / "ORT_SPOT7__.tif")
