# SPDX-License-Identifier: GPL-2.0-or-later
"""Products as layers that look as they should; and nothing beside the data that was not there before."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsFeedback, QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage

from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.dimap import read_dimap
from dinamis_qgis.core.product_vrt import COLOURS, all_bands_vrt, bands_vrt
from dinamis_qgis.core.products import open_image
from dinamis_qgis.core.stretch import value_limits
from dinamis_qgis.core.task import TaskSlot
from dinamis_qgis.domain.errors import Cancelled, InvalidProduct, UnsupportedProduct
from tests.services.dimap_writer import Image, gradient, write_pleiades, zipped

IMAGE = Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5, tile=(30, 64))


def flat(value_of: dict[str, int], ids: tuple[str, ...], rows: int = 64, columns: int = 64) -> np.ndarray:
    """Uniform bands but for a ramp of ±2 %, so that 2–98 % has something to measure; a nodata corner."""
    ramp = np.linspace(-100, 100, columns)[None, :].repeat(rows, 0)
    pixels = np.stack([ramp + value_of[band] for band in ids]).astype(np.uint16)
    pixels[:, :16, :16] = 0
    return pixels


def opened(dim: Path, composition: str = "natural"):
    return open_image(read_dimap(dim.as_posix()), composition, QgsFeedback())


def picture(layer) -> QImage:
    """Pixel for pixel."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(layer.width(), layer.height()))
    settings.setBackgroundColor(QColor(Qt.GlobalColor.transparent))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def listing(folder: Path) -> list[tuple[str, int, int]]:
    return sorted((p.as_posix(), p.stat().st_size, p.stat().st_mtime_ns) for p in folder.rglob("*"))


@pytest.mark.parametrize("ids", [("B2", "B1", "B0", "B3"), ("B0", "B1", "B2", "B3"), ("B3", "B0", "B2", "B1")])
@pytest.mark.parametrize("indexed", [False, True])
def test_true_colours_whatever_the_order_of_the_file(tmp_path, qgis_app, ids, indexed):
    image = replace(
        IMAGE, pixels=flat({"B0": 300, "B1": 600, "B2": 900, "B3": 1200}, ids), bands=ids, shuffled_display=indexed
    )
    (dim,) = write_pleiades(tmp_path, [replace(image, tile=None)])
    layers = opened(dim), opened(dim, "infrared")
    natural, infrared = (layer.renderer() for layer in layers)
    place = {band: number for number, band in enumerate(ids, 1)}
    assert (natural.redBand(), natural.greenBand(), natural.blueBand()) == (place["B2"], place["B1"], place["B0"])
    assert (infrared.redBand(), infrared.greenBand(), infrared.blueBand()) == (place["B3"], place["B2"], place["B1"])
    assert natural.redContrastEnhancement().minimumValue() == pytest.approx(900 - 96, abs=3)  # 2 % of that band
    assert natural.redContrastEnhancement().maximumValue() == pytest.approx(900 + 96, abs=3)


def test_nodata_is_transparent_and_left_out_of_the_stretch(tmp_path, qgis_app):
    pixels = flat({"B0": 300, "B1": 600, "B2": 900, "B3": 1200}, ("B2", "B1", "B0", "B3"))
    pixels[:, 40:, :] = 4095  # a saturated third
    (dim,) = write_pleiades(tmp_path, [replace(IMAGE, pixels=pixels, tile=None)])
    layer = opened(dim)
    image = picture(layer)
    assert image.pixelColor(5, 5).alpha() == 0
    assert image.pixelColor(50, 30).alpha() == 255
    assert layer.renderer().redContrastEnhancement().maximumValue() < 1100


def test_the_layer_carries_its_story(tmp_path, qgis_app):
    (dim,) = write_pleiades(tmp_path, [IMAGE])
    layer = opened(dim)
    assert layer.isValid() and layer.source() == dim.as_posix() and layer.crs().authid() == "EPSG:2154"
    assert layer.metadata().rights() == ["© CNES 2022, Distribution Airbus DS"] == [layer.attribution()]
    properties = layer.temporalProperties()
    assert not properties.isActive()
    begin = properties.fixedTemporalRange().begin()
    assert begin.timeSpec() == Qt.TimeSpec.UTC and begin.toString("yyyy-MM-dd HH:mm:ss") == "2022-07-14 11:02:15"
    assert layer.metadata().licenses() and "PMS" in layer.name() and layer.title() == layer.name()
    assert "B2" in layer.abstract()


def test_whose_work_it_is(tmp_path, qgis_app):
    """Only a product with its own licence speaks for itself; a strange copyright alone does not unname the owner."""
    for copyright_, licence, credit in (
        ("Somebody", "", "© CNES 2022, Distribution Airbus DS"),
        ("Somebody", "CC0-1.0", "Somebody"),
        ("© CNES 2022", "EULA", "© CNES 2022, Distribution Airbus DS"),
    ):
        (dim,) = write_pleiades(tmp_path, [replace(IMAGE, copyright=copyright_, licence=licence)])
        assert opened(dim).attribution() == credit


def test_display_products_are_not_stretched_again(tmp_path, qgis_app):
    bytes_ = (gradient(60, 100) // 16).astype(np.uint8)
    (dim,) = write_pleiades(tmp_path / "8", [replace(IMAGE, pixels=bytes_, radiometry="DISPLAY")])
    layer = opened(dim)
    assert layer.renderer().redContrastEnhancement() is None
    (dim,) = write_pleiades(tmp_path / "12", [replace(IMAGE, radiometry="DISPLAY")])
    layer = opened(dim)
    stretch = layer.renderer().redContrastEnhancement()
    assert (stretch.minimumValue(), stretch.maximumValue()) == (0, 4095)  # all of its own range, no percentile


@pytest.mark.parametrize("absent", [(1, 1), (1, 2), (2, 1)])
def test_a_missing_tile_leaves_the_others(tmp_path, qgis_app, absent):
    (dim,) = write_pleiades(tmp_path, [replace(IMAGE, absent_tiles=(absent,))])
    product = read_dimap(dim.as_posix())
    assert product.missing_tiles == (f"R{absent[0]}C{absent[1]}",)
    layer = open_image(product, "natural", QgsFeedback())
    assert layer.isValid() and (layer.width(), layer.height()) == (100, 60)
    assert layer.extent() == QgsRectangle(301_000, 6_833_970, 301_050, 6_834_000)
    assert f"R{absent[0]}C{absent[1]}" in layer.abstract()
    image = picture(layer)
    inside = {(1, 1): (50, 20), (1, 2): (80, 10), (2, 1): (30, 45), (2, 2): (80, 45)}
    shown = {tile: image.pixelColor(*at).alpha() for tile, at in inside.items()}
    assert shown == {tile: 0 if tile == absent else 255 for tile in inside}


def test_all_tiles_missing_and_sensor_geometry_without_a_place_add_nothing(tmp_path, qgis_app):
    tiles = tuple((row, column) for row in (1, 2) for column in (1, 2))
    (dim,) = write_pleiades(tmp_path / "a", [replace(IMAGE, absent_tiles=tiles)])
    with pytest.raises(InvalidProduct):
        opened(dim)
    (dim,) = write_pleiades(tmp_path / "b", [IMAGE])
    text = dim.read_text("utf-8").replace("<PROCESSING_LEVEL>ORTHO<", "<PROCESSING_LEVEL>SENSOR<")
    dim.write_text(text.replace("<LON>", "<LON>9"), "utf-8")  # neither a model nor corners
    with pytest.raises(UnsupportedProduct) as caught:
        opened(dim)
    assert caught.value.reason == "sensor"


def test_nothing_is_written_beside_the_data(tmp_path, qgis_app):
    (dim,) = write_pleiades(tmp_path / "d", [IMAGE])
    bare = tmp_path / "d" / "IMG_SPOT7_20210601_104512300_000_PMS_R1C1.TIF"
    shutil.copy(next((tmp_path / "d").rglob("*R1C1.TIF")), bare)
    before = listing(tmp_path)
    delivery = read_delivery(str(tmp_path), QgsFeedback())
    for image in (*delivery.products, *delivery.rasters):
        layer = open_image(image, "natural", QgsFeedback())
        QgsProject.instance().addMapLayer(layer)
        picture(layer)
    del layer
    QgsProject.instance().clear()
    assert listing(tmp_path) == before


@pytest.mark.parametrize("name", ["a.zip", "livraison n° 1", "été.ZIP"])
@pytest.mark.parametrize("driver", ["GTiff", "JP2OpenJPEG"])
def test_from_an_archive_whatever_its_name(tmp_path, qgis_app, name, driver):
    write_pleiades(tmp_path / "d", [replace(IMAGE, driver=driver)])
    archive = zipped(tmp_path / "d", tmp_path / name)
    (product,) = read_delivery(str(archive), QgsFeedback()).products
    layer = open_image(product, "natural", QgsFeedback())
    assert layer.isValid() and layer.source().startswith("/vsizip/")
    assert picture(layer).pixelColor(50, 30).alpha() == 255


def test_our_own_raster_of_the_tiles_is_gdals(tmp_path):
    for number, ids in enumerate((("B2", "B1", "B0", "B3"), ("B3", "B2", "B1", "B0"))):
        (dim,) = write_pleiades(tmp_path / str(number), [replace(IMAGE, bands=ids)])
        ours, theirs = gdal.Open(all_bands_vrt(read_dimap(dim.as_posix()))), gdal.Open(dim.as_posix())
        assert np.array_equal(ours.ReadAsArray(), theirs.ReadAsArray())
        assert np.array_equal(ours.ReadAsArray(), IMAGE.pixels)
        assert ours.GetGeoTransform() == theirs.GetGeoTransform()
    two = gdal.Open(bands_vrt(read_dimap(dim.as_posix()), (2, 4), COLOURS))
    assert [two.GetRasterBand(number).GetNoDataValue() for number in (1, 2)] == [0, 0]
    assert np.array_equal(two.ReadAsArray(), IMAGE.pixels[[1, 3]])


def test_real_trees_with_sparse_tiles(real_data, tmp_path, qgis_app):
    folder = tmp_path / "real"
    shutil.copytree(real_data / "dimap", folder, ignore=shutil.ignore_patterns("*.py"))
    for dim in folder.rglob("DIM_*.XML"):
        assert set(read_dimap(dim.as_posix()).missing_tiles)  # they were emptied
        fill(dim)
    before = listing(folder)
    products = read_delivery(str(folder), QgsFeedback()).products
    assert len(products) == 5
    for product in products:
        layer = open_image(product, "natural", QgsFeedback())
        assert (layer.width(), layer.height(), layer.bandCount()) == (product.columns, product.rows, len(product.bands))
        assert layer.source() == product.path and layer.crs().authid() == product.crs
        if product.mission == "PNEO4" and len(product.bands) > 1:
            assert value_limits(product.path, (4,), 0, 4095, QgsFeedback()) != [None]
            names = [layer.bandName(number) for number in (1, 4)]
            assert "Red" in names[0] and "NIR" in names[1]
    assert listing(folder) == before


def fill(dim: Path) -> None:
    """Sparse GeoTIFFs of the announced size in place of the emptied tiles; GDAL tells a format by its content."""
    product = read_dimap(dim.as_posix())
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(int(product.crs[5:]))
    x, size, _, y, _, _ = product.geotransform
    for tile in product.tiles:
        left, top = (tile.column - 1) * product.tile_size[0], (tile.row - 1) * product.tile_size[1]
        width, height = min(product.tile_size[0], product.columns - left), min(product.tile_size[1], product.rows - top)
        options = ["SPARSE_OK=YES", "TILED=YES", "COMPRESS=DEFLATE"]
        target = gdal.GetDriverByName("GTiff").Create(tile.path, width, height, tile.bands, gdal.GDT_UInt16, options)
        target.SetGeoTransform((x + left * size, size, 0, y - top * size, 0, -size))
        target.SetProjection(srs.ExportToWkt())
        ramp = np.arange(200, 2200, dtype=np.uint16)[None, :512].repeat(512, 0)
        for band in range(1, tile.bands + 1):
            target.GetRasterBand(band).WriteArray(ramp, 0, 0)


def test_a_bare_raster_of_a_known_maker_and_of_another(tmp_path, qgis_app):
    known = tmp_path / "ORT_SPOT7_20210601_104512300_000---PAN.TIF"
    other = tmp_path / "scan.tif"
    for path in (known, other):
        target = gdal.GetDriverByName("GTiff").Create(str(path), 80, 60, 1, gdal.GDT_UInt16)
        srs = osr.SpatialReference()
        srs.ImportFromEPSG(2154)
        target.SetProjection(srs.ExportToWkt())
        target.SetGeoTransform((301_000, 1.5, 0, 6_834_000, 0, -1.5))
        target.WriteArray(gradient(60, 80, 1)[0])
        target = None
    (raster,) = read_delivery(str(known), QgsFeedback()).rasters
    layer = open_image(raster, "natural", QgsFeedback())
    assert layer.attribution() == "© Airbus DS 2021"
    assert (
        layer.temporalProperties().fixedTemporalRange().begin().isValid() and not layer.temporalProperties().isActive()
    )
    assert picture(layer).pixelColor(1, 1).alpha() == 0
    (raster,) = read_delivery(str(other), QgsFeedback()).rasters
    layer = open_image(raster, "natural", QgsFeedback())
    assert layer.isValid() and layer.name() == "scan" and layer.attribution() == ""
    assert layer.temporalProperties().fixedTemporalRange().begin().isNull()
    assert picture(layer).pixelColor(1, 1).alpha() == 255  # as it is
    assert not list(tmp_path.glob("*.aux.xml"))


def test_built_in_a_task_it_belongs_to_the_main_thread(tmp_path, qtbot, qgis_app):
    (dim,) = write_pleiades(tmp_path, [IMAGE])
    product, slot, got = read_dimap(dim.as_posix()), TaskSlot(), []
    slot.start("open", lambda feedback: open_image(product, "natural", feedback), got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    (layer,) = got
    assert layer.thread() is qgis_app.thread() or layer.thread() == qgis_app.thread()
    assert picture(layer).pixelColor(50, 30).alpha() == 255


def test_the_stretch_of_a_large_file_is_a_bounded_sample(tmp_path):
    """12 000² without overviews: read whole it would be 288 MB."""
    path = str(tmp_path / "large.tif")
    target = gdal.GetDriverByName("GTiff").Create(
        path, 12_000, 12_000, 1, gdal.GDT_UInt16, ["TILED=YES", "SPARSE_OK=YES"]
    )
    target.GetRasterBand(1).Fill(500)
    target = None
    reads = []

    class Feedback:
        def isCanceled(self):
            reads.append(1)
            return False

    assert value_limits(path, (1,), 0, 4095, Feedback()) == [(500, 501)]
    assert len(reads) <= 64  # windows of at most 64²: under 1 % of it
    stopped = QgsFeedback()
    stopped.cancel()
    with pytest.raises(Cancelled):
        value_limits(path, (1,), 0, 4095, stopped)
