# SPDX-License-Identifier: GPL-2.0-or-later
"""One contrast for images that count alike, and a bundle as one pansharpened layer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsFeedback, QgsProject

from dinamis_qgis.core.contrast import common_looks
from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.opening import find, open_groups
from dinamis_qgis.core.products import PATH_PROPERTY
from dinamis_qgis.core.sharpened import SHARPENED, sharpened_layer
from dinamis_qgis.domain.errors import Cancelled, UnsupportedProduct
from tests.services.dimap_writer import Image, gradient, write_pleiades

IMAGE = Image("PHR1B", "PMS", gradient(40, 60), (301_000.0, 6_834_000.0), 0.5)
MS = Image("PHR1A", "MS", gradient(40, 60), (301_000.0, 6_834_000.0), 2.0)
PAN = Image("PHR1A", "P", gradient(160, 240, 1), (301_000.0, 6_834_000.0), 0.5)


class Task(QgsFeedback):
    def check(self) -> None:
        """As a task's feedback."""


def limits(layer) -> tuple[float, float]:
    stretch = layer.renderer().redContrastEnhancement()
    return stretch.minimumValue(), stretch.maximumValue()


def test_alike_images_share_their_contrast_and_the_others_keep_theirs(tmp_path, qgis_app):
    dims = [
        *write_pleiades(tmp_path / "a", [IMAGE]),
        *write_pleiades(tmp_path / "b", [replace(IMAGE, pixels=gradient(40, 60, low=1000, high=3000))]),
        *write_pleiades(tmp_path / "c", [replace(IMAGE, radiometry="REFLECTANCE")]),
        *write_pleiades(tmp_path / "d", [replace(IMAGE, radiometry="DISPLAY")]),
    ]
    images = [read_dimap(dim.as_posix()) for dim in dims]
    looks = common_looks(images, "natural", QgsFeedback())
    first, second, other, made = (looks[image.path] for image in images)
    assert first == second and first.limits[0][0] < 400 and first.limits[0][1] > 1400
    assert other.limits != first.limits and made.limits == ((0.0, 4095.0),) * 3
    groups = find([str(tmp_path)], Task()).groups
    shared = [limits(one.layers[0]) for one in open_groups(groups, "natural", Task(), same_contrast=True).opened]
    own = [limits(one.layers[0]) for one in open_groups(groups, "natural", Task()).opened]
    assert shared[0] == shared[1] and own[0] != own[1] and shared[2:] == own[2:]


def test_a_bundle_becomes_one_sharp_layer_and_nothing_is_written(tmp_path, qgis_app):
    write_pleiades(tmp_path / "d", [PAN, MS])
    (group,) = find([str(tmp_path / "d")], Task()).groups
    before = sorted(tmp_path.rglob("*"))
    layer = sharpened_layer(group, "natural", Task())
    assert layer.isValid() and (layer.width(), layer.bandCount()) == (240, 4)
    assert layer.source().startswith("<VRTDataset") and sorted(tmp_path.rglob("*")) == before
    assert layer.customProperty(SHARPENED) == group[0].path and not layer.customProperty(PATH_PROPERTY)
    (plain,) = (one for one in open_groups([group], "natural", Task()).opened)
    assert limits(layer) == limits(plain.layers[0])  # Brovey keeps the colours' values
    assert layer.attribution() == "© CNES 2022, Distribution Airbus DS" and "0.5" in layer.abstract()
    block = layer.dataProvider().block(1, layer.extent(), 240, 160)
    assert block.isNoData(0, 0) and not block.isNoData(100, 200)
    project = QgsProject.instance()
    project.addMapLayer(layer)
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    (again,) = project.mapLayers().values()
    assert again.isValid() and again.renderer().redContrastEnhancement() is not None
    assert not list(tmp_path.rglob("*.aux.xml"))


def test_or_a_file_with_all_its_pixels(tmp_path, qgis_app):
    write_pleiades(tmp_path / "d", [PAN, MS])
    (group,) = find([str(tmp_path / "d")], Task()).groups
    out = tmp_path / "sharp.tif"
    layer = sharpened_layer(group, "infrared", Task(), out)
    assert layer.source() == str(out) and layer.isValid()
    dataset = gdal.Open(str(out))
    assert dataset.GetRasterBand(1).GetNoDataValue() == 0 and dataset.RasterCount == 4
    values = dataset.ReadAsArray()
    assert np.array_equal(values, gdal.Open(sharpened_layer(group, "infrared", Task()).source()).ReadAsArray())
    stopped = Task()
    stopped.cancel()
    with pytest.raises(Cancelled):
        sharpened_layer(group, "natural", stopped, tmp_path / "no.tif")
    assert not list(tmp_path.glob("*no*"))


def test_half_a_bundle_cannot_be_sharpened_unless_the_other_lies_near(tmp_path, qgis_app):
    pan, colour = write_pleiades(tmp_path / "d", [PAN, MS])
    alone = (read_dimap(colour.as_posix()),)
    assert sharpened_layer(alone, "natural", Task()).width() == 240
    pan.unlink()
    with pytest.raises(UnsupportedProduct) as caught:
        sharpened_layer(alone, "natural", Task())
    assert caught.value.reason == "no_pan"
