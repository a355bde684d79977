# SPDX-License-Identifier: GPL-2.0-or-later
"""Products by their other doors: tar archives, tiles of one image in a folder, a STAC item beside its files, images of
which nothing is known, and satellites that are not ours."""

from __future__ import annotations

import json
import shutil
import tarfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsFeedback

from dinamis_qgis.core.bundles import pair
from dinamis_qgis.core.delivery import read_delivery, scan
from dinamis_qgis.core.opening import recall
from dinamis_qgis.core.product_scene import footprint, url_of
from dinamis_qgis.core.products import open_image
from dinamis_qgis.core.vsi import archive_of, plain
from dinamis_qgis.domain.errors import InvalidProduct, UnsupportedProduct
from tests.services.dimap_writer import Image, gradient, write_pleiades
from tests.services.dimap_xml import system

PMS = Image("PHR1B", "PMS", gradient(40, 60), (301_000.0, 6_834_000.0), 0.5, tile=(40, 32))


class Task(QgsFeedback):
    def check(self) -> None:
        """As a task's feedback."""


def read(path):
    return read_delivery(str(path), QgsFeedback())


def raster(
    path: Path, corner: tuple[float, float], columns: int = 20, rows: int = 20, bands: int = 4, value: int = 500
):
    path.parent.mkdir(parents=True, exist_ok=True)
    image = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, gdal.GDT_UInt16)
    image.SetGeoTransform((corner[0], 1.5, 0, corner[1], 0, -1.5))
    image.SetProjection(system(2154).ExportToWkt())
    for number in range(1, bands + 1):
        image.GetRasterBand(number).WriteArray(
            np.linspace(value, value + 100, columns)[None, :].repeat(rows, 0).astype(np.uint16)
        )
    return path


@pytest.mark.parametrize("name", ["livraison.tar", "livraison.tar.gz", "livraison.tgz", "livraison"])
def test_a_tar_is_read_in_place(tmp_path, qgis_app, name):
    write_pleiades(tmp_path / "in" / "7000001101", [PMS])
    archive = tmp_path / "out" / name
    archive.parent.mkdir()
    with tarfile.open(archive, "w:gz" if "gz" in name else "w") as made:
        made.add(tmp_path / "in" / "7000001101", "7000001101")
    shutil.rmtree(tmp_path / "in")
    (product,) = read(archive).products
    assert archive_of(product.path) == str(archive) and plain(product.path).startswith(f"{archive}/7000001101/")
    assert "vsitar" not in url_of(product.path)
    layer = open_image(product, "natural", QgsFeedback())
    assert layer.isValid() and layer.dataProvider().sample(layer.extent().center(), 1)[1]
    assert [path.name for path in archive.parent.iterdir()] == [name]  # not even what GDAL knows of its length


def test_tiles_of_one_image_are_one_raster(tmp_path, qgis_app):
    name = "SPOT6_20210601_104512300_000_PMS_R{}C{}.TIF"
    for row in (1, 2):
        for column in (1, 2, 3):
            columns = 20 if column < 3 else 11
            corner = (700_000.0 + (column - 1) * 30, 6_600_000.0 - (row - 1) * 30)
            raster(tmp_path / name.format(row, column), corner, columns, 20, value=500 + 10 * row + column)
    raster(tmp_path / "SPOT7_20210603_104512300_000_PMS_R1C1.TIF", (700_000.0, 6_600_000.0))
    delivery = read(tmp_path)
    whole, other = delivery.rasters
    assert not delivery.products and other.mission == "SPOT7"
    assert (whole.mission, whole.columns, whole.rows, len(whole.tiles)) == ("SPOT6", 51, 40, 6)
    assert whole.extent == (700_000, 6_599_940, 700_076.5, 6_600_000)
    layer = open_image(whole, "natural", QgsFeedback())
    assert (layer.width(), layer.height()) == (51, 40) and layer.crs().authid() == "EPSG:2154"
    block = layer.dataProvider().block(1, layer.extent(), 51, 40)
    assert (block.value(0, 0), block.value(20, 0), block.value(0, 40)) == (511, 521, 513)
    (again,) = recall([whole.path], Task())
    assert again[0] == (whole,)


def test_tiles_with_a_gap_are_one_and_layers_on_one_another_are_not(tmp_path):
    first = "SPOT6_20210601_104512300_000_PMS_R1C1.TIF"
    raster(tmp_path / first, (700_000.0, 6_600_000.0))
    raster(tmp_path / first.replace("R1C1", "R3C3"), (700_060.0, 6_599_940.0))
    (whole,) = read(tmp_path).rasters
    assert whole.outline.area == pytest.approx(2 * 30 * 30)
    raster(tmp_path / first.replace("R1C1", "again"), (700_001.5, 6_600_000.0))
    assert len(read(tmp_path).rasters) == 3
    (tmp_path / first.replace("R1C1", "again")).unlink()
    raster(tmp_path / first.replace("R1C1", "shifted"), (700_100.4, 6_600_000.0))
    assert len(read(tmp_path).rasters) == 3


def test_a_folder_of_unknown_images_opens_but_is_not_indexed(tmp_path):
    raster(tmp_path / "dalle_0700_6600.tif", (700_000.0, 6_600_000.0))
    raster(tmp_path / "dalle_0730_6600.tif", (700_030.0, 6_600_000.0))
    (whole,) = read(tmp_path).rasters
    assert (whole.columns, whole.mission, whole.nodata) == (40, "", None)
    assert scan(str(tmp_path), QgsFeedback()).rasters == ()


def test_an_image_whose_crs_nobody_tells_has_no_footprint_on_earth(tmp_path):
    place = raster(tmp_path / "SPOT6_20210601_104512300_000_PMS.TIF", (2.0, 46.0))
    dataset = gdal.Open(str(place), gdal.GA_Update)
    dataset.SetProjection("")
    del dataset
    (image,) = read(place).rasters
    assert image.crs == "" and image.outline is not None and footprint(image) is None


def stac(**changes) -> dict:
    return {
        "type": "Feature", "stac_version": "1.1.0", "id": "SPOT6_202310011034231",
        "geometry": {"type": "Polygon", "coordinates": [[[2, 46], [3, 46], [3, 47], [2, 46]]]},
        "properties": {
            "datetime": "2023-10-01T10:34:23.1Z", "platform": "SPOT6", "eo:cloud_cover": 3.2, "view:off_nadir": 12.4,
        },
        "assets": {
            "src_xs": {"href": "./src_xs.tif", "type": "image/tiff", "roles": ["data"]},
            "src_pan": {"href": "src_pan.tif", "type": "image/tiff", "roles": ["data"]},
            "away": {"href": "../src_pan.tif", "type": "image/tiff", "roles": ["data"]},
            "web": {"href": "https://example.org/src_pan.tif", "type": "image/tiff", "roles": ["data"]},
        },
        **changes,
    }  # fmt: skip


def test_a_stac_item_describes_the_files_beside_it(tmp_path, qgis_app):
    raster(tmp_path / "scene" / "src_xs.tif", (700_000.0, 6_600_000.0))
    raster(tmp_path / "scene" / "src_pan.tif", (700_000.0, 6_600_000.0), 80, 80, 1)
    item = tmp_path / "scene" / "item.json"
    item.write_text(json.dumps(stac()), "utf-8")
    for door in (item, tmp_path / "scene", tmp_path / "scene" / "src_xs.tif"):
        delivery = read(door)
        assert not delivery.rasters
        colour = next(product for product in delivery.products if product.spectral_mode == "MS")
        assert (colour.kind, colour.mission, colour.cloud_cover, colour.nodata) == ("stac", "SPOT6", 3.2, 0)
        assert [band.role for band in colour.bands] == ["R", "G", "B", "NIR"]
        assert colour.acquired.isoformat() == "2023-10-01T10:34:23.100000+00:00"
    assert [len(group) for group in pair(read(item).products)] == [2]
    layer = open_image(colour, "natural", QgsFeedback())
    assert layer.attribution() == "© Airbus DS 2023" and "Cloud cover: 3" in layer.abstract()
    for text in ("{", "[]", json.dumps(stac(type="Catalog")), json.dumps(stac(id=None))):
        item.write_text(text, "utf-8")
        with pytest.raises(InvalidProduct):
            read(item)
        assert len(read(tmp_path / "scene").rasters) == 2  # the images stay what they are


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("MTD_MSIL2A.xml", "<n1:Level-2A_User_Product xmlns:n1='x'><n1:General_Info/></n1:Level-2A_User_Product>"),
        ("DIM_PER1_20220101.XML", None),
    ],
)
def test_another_satellite_gets_a_sentence_and_no_half_loaded_layer(tmp_path, name, text):
    if text is None:
        (dim,) = write_pleiades(tmp_path / "x", [PMS])
        dim.rename(dim.with_name(name))
        dim = dim.with_name(name)
        dim.write_text(dim.read_text("utf-8").replace("<MISSION>PHR<", "<MISSION>PER<"), "utf-8")
    else:
        (tmp_path / "x").mkdir()
        (tmp_path / "x" / name).write_text(text, "utf-8")
        raster(tmp_path / "x" / "T31TCJ_20220101T105231_B02.tif", (700_000.0, 6_600_000.0), bands=1)
    with pytest.raises(UnsupportedProduct) as caught:
        read(tmp_path / "x")
    assert caught.value.reason == "mission"


@pytest.mark.parametrize(("level", "code"), [("PROJECTED", "projected"), ("MOSAIC", "mosaic"), ("ORTHO", "ortho")])
@pytest.mark.parametrize("mode", ["PMS", "PMS-N", "PMS-X", "MS-N", "MS-X"])
def test_every_level_and_mode_that_lies_on_the_map(tmp_path, level, code, mode):
    (dim,) = write_pleiades(tmp_path, [replace(PMS, tile=None)])
    text = dim.read_text("utf-8").replace("PROCESSING_LEVEL>ORTHO<", f"PROCESSING_LEVEL>{level}<")
    dim.write_text(text.replace("<SPECTRAL_PROCESSING>PMS<", f"<SPECTRAL_PROCESSING>{mode}<"), "utf-8")
    (product,) = read(tmp_path).products
    assert (product.level, product.spectral_mode) == (code, mode) and product.geotransform is not None
