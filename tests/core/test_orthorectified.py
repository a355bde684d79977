# SPDX-License-Identifier: GPL-2.0-or-later
"""Primary images on the map: each pixel where an independent computing of the model puts it, and never unsaid."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal, osr
from qgis.core import QgsFeedback

from dinamis_qgis.core.compose import compose
from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.orthorectified import Relief, placed
from dinamis_qgis.core.products import open_image
from dinamis_qgis.core.proj import lon_lat_of
from dinamis_qgis.core.sensor_model import parse_rpc
from dinamis_qgis.core.xml_tree import parse_xml
from dinamis_qgis.domain.errors import DinamisError, InvalidProduct, UnsupportedProduct
from tests.services.dimap_writer import Image, write_pleiades
from tests.services.sensor_writer import make_primary, rpc_xml

ROWS, COLUMNS, STEP = 120, 160, 2.0
METRES = (74_000.0, 111_150.0)  # of a degree here, at 48.3° north
MARK = (71, 93)  # row and column from 0: DIMAP's line 72, sample 94


def marked(bands: int = 4) -> np.ndarray:
    pixels = np.full((bands, ROWS, COLUMNS), 500, np.uint16)
    pixels[:, MARK[0], MARK[1]] = 4000
    return pixels


def primary(folder: Path, with_model: bool = True, **changes):
    image = Image("PHR1B", "MS", marked(), (301_000.0, 6_834_000.0), STEP, tile=(ROWS, 100))
    (dim,) = write_pleiades(folder, [replace(image, **changes)])
    model = make_primary(dim, with_model)
    return read_dimap(dim.as_posix()), model


def brightest(product) -> tuple[float, float]:
    """Longitude and latitude of the centre of the brightest pixel, to some tenths of a pixel."""
    dataset = gdal.Open(product.tiles[0].path)
    values = dataset.GetRasterBand(1).ReadAsArray().astype(float)
    weights = np.clip(values - 700, 0, None)
    down, across = np.mgrid[: values.shape[0], : values.shape[1]]
    x, width, _, y, _, height = dataset.GetGeoTransform()
    place = (
        x + ((across * weights).sum() / weights.sum() + 0.5) * width,
        y + ((down * weights).sum() / weights.sum() + 0.5) * height,
    )
    return lon_lat_of(product.crs, *place)


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres."""
    return float(np.hypot(*((a - b) * metres for a, b, metres in zip(one, other, METRES))))


def terrain(path: Path, heights: np.ndarray, bounds: tuple[float, float, float, float]) -> str:
    rows, columns = heights.shape
    west, south, east, north = bounds
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((west, (east - west) / columns, 0, north, 0, (south - north) / rows))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4326)
    dataset.SetProjection(srs.ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(heights)
    del dataset
    return str(path)


@pytest.mark.parametrize("height", [None, 140.0, 0.0, 350.0])
def test_a_pixel_lies_where_the_polynomials_put_it(tmp_path, height):
    product, model = primary(tmp_path)
    there = placed(product, Relief(height))
    assert (there.crs, there.gsd, there.geotransform[1]) == ("EPSG:32630", STEP, STEP)
    expected = model.ground(MARK[0] + 1, MARK[1] + 1, model.height if height is None else height)
    assert apart(brightest(there), expected) < 0.3 * STEP
    assert there.placed.height == (140.0 if height is None else height)


def test_the_height_counts(tmp_path):
    product, model = primary(tmp_path)
    low, high = (brightest(placed(product, Relief(height))) for height in (0.0, 350.0))
    assert apart(low, high) > 5 * STEP  # or the other tests would show nothing


def test_on_a_terrain_model_each_place_has_its_own_height(tmp_path):
    product, model = primary(tmp_path)
    bounds = (model.longitude - 0.01, model.latitude - 0.01, model.longitude + 0.01, model.latitude + 0.01)
    flat = terrain(tmp_path / "flat.tif", np.full((40, 40), 210.0, np.float32), bounds)
    expected = model.ground(MARK[0] + 1, MARK[1] + 1, 210.0)
    assert apart(brightest(placed(product, Relief(path=flat))), expected) < 0.3 * STEP
    raised = placed(product, Relief(48.0, flat, "MNT"))
    assert apart(brightest(raised), model.ground(MARK[0] + 1, MARK[1] + 1, 258.0)) < 0.3 * STEP
    assert (raised.placed.relief, raised.placed.height) == ("MNT", 48.0)
    slope = terrain(tmp_path / "slope.tif", np.linspace(0, 400, 400, dtype=np.float32)[None].repeat(400, 0), bounds)
    place = brightest(placed(product, Relief(path=slope)))
    own = (place[0] - bounds[0]) / 0.02 * 400
    assert apart(place, model.ground(MARK[0] + 1, MARK[1] + 1, own)) < STEP


def test_neo_names_and_counts_its_model_in_its_own_way(tmp_path):
    product, model = primary(tmp_path)
    usual = parse_rpc(parse_xml(rpc_xml(model).encode(), "RPC"), "RPC")
    neo = parse_rpc(parse_xml(rpc_xml(model, neo=True).encode(), "RPC"), "RPC")
    assert usual == neo == product.model
    assert dict(usual.items)["LINE_OFF"] == repr((ROWS + 1) / 2 - 1)


def test_the_layer_says_how_it_was_laid_and_writes_nothing(tmp_path, qgis_app):
    product, model = primary(tmp_path)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    layer = open_image(product, "natural", QgsFeedback())
    assert layer.isValid() and layer.crs().authid() == "EPSG:32630"
    assert "RPC" in layer.abstract() and "140 m" in layer.abstract().replace("\u00a0", " ")
    assert layer.renderer().redBand() == 1
    provider = layer.dataProvider()
    assert provider.block(1, layer.extent(), 200, 200).isNoData(0, 0)  # outside of the image: transparent
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_a_missing_tile_leaves_the_rest(tmp_path, qgis_app):
    product, _model = primary(tmp_path, absent_tiles=((1, 2),))
    layer = open_image(product, "natural", QgsFeedback())
    assert layer.isValid() and "R1C2" in layer.abstract()


def test_without_its_model_it_lies_by_its_corners_and_without_those_nowhere(tmp_path, qgis_app):
    product, _model = primary(tmp_path, with_model=False)
    layer = open_image(product, "natural", QgsFeedback())
    assert placed(product).placed.method == "corners" and "corners" in layer.abstract()
    with pytest.raises(UnsupportedProduct) as caught:
        placed(replace(product, model=None))
    assert caught.value.reason == "sensor"


def test_a_bundle_is_pansharpened_where_it_lies(tmp_path):
    pan = Image("PHR1B", "P", np.full((1, 480, 640), 600, np.uint16), (301_000.0, 6_834_000.0), 0.5)
    colour = Image("PHR1B", "MS", marked(), (301_000.0, 6_834_000.0), STEP)
    for dim in write_pleiades(tmp_path, [pan, colour]):
        make_primary(dim)
    composed = compose(str(tmp_path), "natural", True, QgsFeedback(), Relief(0.0))
    shown = gdal.Open(composed.shown)
    assert shown.GetGeoTransform()[1] == 0.5 and shown.RasterCount == 3
    values = shown.GetRasterBand(1).ReadAsArray()
    assert (values == 0).any() and (values > 0).mean() > 0.5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<LONG_OFF>-", "<LONG_OFF>-999"),
        ("<LAT_SCALE>", "<LAT_SCALE>-"),
        ("<LINE_OFF>", "<LINE_OFF>x"),
        ("<SAMP_NUM_COEFF_7>", "<SAMP_NUM_COEFF_7>nan"),
        ("LINE_DEN_COEFF_20", "LINE_DEN_COEFF_21"),
        ("Inverse_Model", "Another_Model"),
    ],
)
def test_a_broken_model_places_nothing(tmp_path, old, new):
    _product, model = primary(tmp_path)
    text = rpc_xml(model)
    assert old in text
    with pytest.raises(InvalidProduct):
        parse_rpc(parse_xml(text.replace(old, new).encode(), "RPC"), "RPC")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_is_damaged_only_typed_errors_come(tmp_path_factory, data):
    product, model = primary(tmp_path_factory.mktemp("fuzz"))
    text = rpc_xml(model)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        length = data.draw(st.integers(0, 40))
        piece = data.draw(st.sampled_from(["", "0", "-1", "1e300", "nan", "<a>", "9999"]))
        text = text[:at] + piece + text[at + length :]
    with contextlib.suppress(DinamisError):
        placed(replace(product, model=parse_rpc(parse_xml(text.encode(), "RPC"), "RPC")))
