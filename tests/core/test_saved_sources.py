# SPDX-License-Identifier: GPL-2.0-or-later
"""A project saved with its images in one folder, which is then moved, and opened without this plugin."""

from __future__ import annotations

import ntpath
import posixpath
import shutil

import pytest
from osgeo import gdal
from qgis.core import QgsFeedback, QgsLayerDefinition, QgsProject

from dinamis_qgis.core import saved_sources
from dinamis_qgis.core.layer_crs import own_crs
from dinamis_qgis.core.opening import find, open_groups
from dinamis_qgis.core.portable_vrt import relative
from dinamis_qgis.core.sharpened import sharpened_layer
from tests.services.dimap_writer import Image, gradient, write_pleiades

MS = Image("PHR1B", "MS", gradient(40, 60), (301_000.0, 6_834_000.0), 2.0, tile=(40, 32))
PAN = Image("PHR1B", "P", gradient(160, 240, 1), (301_000.0, 6_834_000.0), 0.5, tile=(160, 100))


class Task(QgsFeedback):
    def check(self) -> None:
        """As a task's feedback."""


@pytest.fixture
def office(qgis_app, qgis_new_project, tmp_path):
    """A folder with a bundle one of whose tiles is missing, in a project with its pansharpened layer."""
    folder = tmp_path / "office"
    dims = write_pleiades(folder / "images", [PAN, MS])
    next(dims[1].parent.glob("IMG_*R1C2*")).unlink()
    group = find([str(folder / "images")], Task()).groups[0]
    layers = [sharpened_layer(group, "natural", Task()), *open_groups([group], "natural", Task()).opened[0].layers]
    for layer in layers:
        own_crs(layer)
    QgsProject.instance().addMapLayers(layers)
    return folder


@pytest.fixture
def saving():
    writer = saved_sources.install()
    yield
    writer.remove()


def pixels(project):
    return {
        name: gdal.Open(layer.source()).ReadAsArray().tolist()
        for name, layer in ((layer.name(), layer) for layer in project.mapLayers().values())
    }


@pytest.mark.parametrize("suffix", ["qgs", "qgz"])
def test_a_project_moves_with_its_images(office, tmp_path, suffix):
    project, before = QgsProject.instance(), pixels(QgsProject.instance())
    writer = saved_sources.install()
    assert project.write(str(office / f"project.{suffix}"))
    files = sorted((office / "project_dinamis").glob("*.vrt"))
    assert len(files) == 2, "the one that is opened by its DIM file needs none"
    stamps = [file.stat().st_mtime_ns for file in files]
    assert project.write() and [file.stat().st_mtime_ns for file in files] == stamps
    writer.remove()
    project.clear()
    moved = tmp_path / "somewhere else"
    shutil.move(office, moved)
    assert project.read(str(moved / f"project.{suffix}"))
    assert len(before) == 3 and all(layer.isValid() for layer in project.mapLayers().values())
    assert pixels(project) == before
    assert not any(str(office) in layer.source() for layer in project.mapLayers().values())


@pytest.mark.parametrize(
    ("place", "start", "near"),
    [
        (r"C:\images\2022\a.tif", r"C:\projets\p_dinamis", "../../images/2022/a.tif"),
        ("C:/images/2022/a.tif", r"c:\Images", "2022/a.tif"),
        (r"\\serveur\partage\images\a.tif", r"\\serveur\partage\projets\p_dinamis", "../../images/a.tif"),
        ("//serveur/partage/images/été/a b.tif", r"\\SERVEUR\partage\projets", "../images/été/a b.tif"),
        (r"\\serveur\autre\a.tif", r"\\serveur\partage\projets", ""),
        (r"D:\a.tif", r"C:\projets", ""),
        (r"C:\a.tif", r"\\serveur\partage", ""),
    ],
)
def test_paths_of_windows_and_of_its_shares(place, start, near):
    assert relative(place, start, ntpath) == near


def test_a_path_of_this_machine_keeps_its_backslash():
    assert relative("/a/b\\c.tif", "/a/d", posixpath) == "../b\\c.tif"


def test_where_nothing_can_be_written_it_is_saved_as_it_is(office, saving):
    (office / "project_dinamis").write_text("a file in its place")
    project = QgsProject.instance()
    assert project.write(str(office / "project.qgs"))
    sources = {layer.id(): layer.source() for layer in project.mapLayers().values()}
    project.read(str(office / "project.qgs"))
    assert all(layer.isValid() for layer in project.mapLayers().values()) and len(sources) == 3


def test_without_a_project_file_layers_are_copied_as_they_are(office, saving, tmp_path):
    nodes = QgsProject.instance().layerTreeRoot().children()
    path = tmp_path / "layers.qlr"
    assert QgsLayerDefinition.exportLayerDefinition(str(path), nodes)[0]
    assert path.read_text("utf-8").count("VRTDataset rasterXSize") >= 2 and not list(tmp_path.glob("*_dinamis"))
