# SPDX-License-Identifier: GPL-2.0-or-later
"""DIMAP V1: SPOT 1 to 5. Which band is which, where the pixels lie, and what a broken document gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsFeedback

from dinamis_qgis.core.bundles import pair
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.dimap import product_from, read_dimap
from dinamis_qgis.core.orthorectified import placed
from dinamis_qgis.core.products import open_image
from dinamis_qgis.core.proj import lon_lat_of
from dinamis_qgis.core.xml_tree import parse_xml
from dinamis_qgis.domain.errors import InvalidProduct, UnsupportedProduct
from tests.services.dimap1_writer import CORNERS, Scene, write_scene


def ramp(bands: int = 4, rows: int = 60, columns: int = 90) -> np.ndarray:
    pixels = np.stack([np.linspace(20, 60 + 30 * band, columns)[None, :].repeat(rows, 0) for band in range(bands)])
    pixels[:, :10, :10] = 0
    return pixels.astype(np.uint8)


SCENE = Scene(ramp())


def read(folder):
    return read_delivery(str(folder), QgsFeedback())


def test_a_scene_as_the_xml_says(tmp_path):
    product = read_dimap(write_scene(tmp_path, SCENE).as_posix())
    assert (product.kind, product.mission, product.level, product.spectral_mode) == (
        "dimap1",
        "SPOT5",
        "projected",
        "MS",
    )
    assert [band.role for band in product.bands] == ["NIR", "R", "G", "SWIR"]
    assert [band.gain for band in product.bands] == [1.5, 2.5, 3.5, 4.5]
    assert product.bands[0].unit.startswith("equivalent radiance")
    assert product.acquired == datetime(2006, 6, 19, 10, 57, 2, tzinfo=timezone.utc)
    assert (product.crs, product.gsd, product.data_type) == ("EPSG:32631", 10.0, "Byte")
    assert product.geotransform == (500_000.0, 10.0, 0.0, 4_830_000.0, 0.0, -10.0)
    assert (product.nodata, product.saturation, product.producer) == (0, 255, "Airbus")
    assert (product.incidence, product.off_nadir, product.sun_elevation) == (12.25, 10.75, 66.4)


def test_a_position_of_pixel_centres_lies_at_the_same_place(tmp_path):
    corner = read_dimap(write_scene(tmp_path / "a", SCENE).as_posix())
    centre = read_dimap(write_scene(tmp_path / "b", replace(SCENE, of_centre=True)).as_posix())
    assert corner.geotransform == centre.geotransform


def test_without_blue_its_first_look_is_infrared(tmp_path, qgis_app):
    before = write_scene(tmp_path, SCENE)
    layer = open_image(read_dimap(before.as_posix()), "natural", QgsFeedback())
    renderer = layer.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (1, 2, 3)
    assert renderer.redContrastEnhancement() is not None  # counts of 8 bits are dark, and not made for the eye
    assert layer.crs().authid() == "EPSG:32631" and layer.attribution() == "© CNES 2006"
    assert layer.dataProvider().sample(layer.extent().center(), 1)[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["IMAGERY.TIF", "METADATA.DIM"]


@pytest.mark.parametrize("ties", [False, True])
def test_level_1a_is_laid_by_its_corners(tmp_path, qgis_app, ties):
    pixels = np.full((3, 60, 90), 50, np.uint8)
    pixels[:, 40, 70] = 250
    scene = replace(SCENE, pixels=pixels, corner=None, level="1A", ties=ties, pixel_size=50.0)
    product = read_dimap(write_scene(tmp_path, scene).as_posix())
    assert (product.level, product.geotransform) == ("primary", None)
    there = placed(product)
    assert there.placed.method == "corners" and there.crs == "EPSG:32631"
    dataset = gdal.Open(there.tiles[0].path)
    values = dataset.GetRasterBand(1).ReadAsArray().astype(float)
    down, across = np.unravel_index(np.argmax(values), values.shape)
    x, step, _, y, _, down_step = dataset.GetGeoTransform()
    lon, lat = lon_lat_of(there.crs, x + (across + 0.5) * step, y + (down + 0.5) * down_step)
    share = (70.5 - 0.5) / 89, (40.5 - 0.5) / 59  # of the way between the centres of the outer pixels
    (left, top), (right, upper), _, (lower, bottom) = CORNERS  # a parallelogram
    expected = (
        left + share[0] * (right - left) + share[1] * (lower - left),
        top + share[0] * (upper - top) + share[1] * (bottom - top),
    )
    assert abs(lon - expected[0]) * 80_600 < 60 and abs(lat - expected[1]) * 111_100 < 60  # m: half of these pixels
    layer = open_image(product, "infrared", QgsFeedback())
    assert "corners" in layer.abstract() and layer.isValid()


def test_pan_and_colour_of_one_pass_are_a_bundle(tmp_path):
    write_scene(tmp_path / "pan", replace(SCENE, pixels=ramp(1, 120, 180), pixel_size=5.0, bands=("PAN",)))
    write_scene(tmp_path / "colour", replace(SCENE, when=SCENE.when + timedelta(seconds=2)))
    write_scene(tmp_path / "later", replace(SCENE, when=SCENE.when + timedelta(days=26)))
    assert sorted(len(group) for group in pair(read(tmp_path).products)) == [1, 2]


def test_another_satellite_is_told_from_a_broken_scene(tmp_path):
    text = write_scene(tmp_path, SCENE).read_bytes()
    for old, new, kind in (
        (b"<MISSION>SPOT<", b"<MISSION>FORMOSAT<", UnsupportedProduct),
        (b"<MISSION>SPOT</MISSION><MISSION_INDEX>5<", b"<MISSION></MISSION><MISSION_INDEX><", InvalidProduct),
        (b'href="IMAGERY.TIF"', b'href="../IMAGERY.TIF"', InvalidProduct),
        (b"<BAND_INDEX>2<", b"<BAND_INDEX>1<", InvalidProduct),
        (b"<BAND_INDEX>4<", b"<BAND_INDEX>9<", InvalidProduct),
        (b"<XDIM>10.0<", b"<XDIM>0<", InvalidProduct),
    ):
        assert old in text
        with pytest.raises(kind):
            product_from(parse_xml(text.replace(old, new), "METADATA.DIM"), "/x/METADATA.DIM")
