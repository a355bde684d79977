# SPDX-License-Identifier: GPL-2.0-or-later
"""Compositions as files: exactly the bands, values as delivered, nodata declared; pansharpening where it belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsFeedback, QgsRasterLayer

from dinamis_qgis.core.compose import compose, write_cog, write_vrt
from dinamis_qgis.domain.errors import Cancelled, DinamisError, InvalidProduct, NotWritable, UnsupportedProduct
from tests.services.dimap_writer import Image, gradient, write_pleiades, zipped

PMS = Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5, tile=(30, 64))
MS = Image("PHR1B", "MS", gradient(40, 60), (301_000.0, 6_834_000.0), 2.0, tile=(40, 32))
PAN = Image("PHR1B", "P", gradient(160, 240, 1), (301_000.0, 6_834_000.0), 0.5, tile=(160, 100))


def composed(path, composition="natural", pansharpen=False):
    return compose(str(path), composition, pansharpen, QgsFeedback())


def written(path: Path, out: Path, **asked) -> gdal.Dataset:
    made = composed(path, **asked)
    write_vrt(made, out) if out.suffix == ".vrt" else write_cog(made, out, QgsFeedback())
    return gdal.Open(str(out))


@pytest.mark.parametrize("suffix", [".vrt", ".tif"])
@pytest.mark.parametrize(("composition", "bands"), [("natural", ("B2", "B1", "B0")), ("infrared", ("B3", "B2", "B1"))])
@pytest.mark.parametrize("ids", [("B2", "B1", "B0", "B3"), ("B1", "B3", "B0", "B2")])
def test_exactly_the_bands_with_their_values(tmp_path, suffix, composition, bands, ids):
    write_pleiades(tmp_path / "d", [replace(PMS, bands=ids)])
    dataset = written(tmp_path / "d", tmp_path / f"out{suffix}", composition=composition)
    assert dataset.RasterCount == 3
    assert [dataset.GetRasterBand(n).GetNoDataValue() for n in (1, 2, 3)] == [0, 0, 0]
    colours = [dataset.GetRasterBand(n).GetColorInterpretation() for n in (1, 2, 3)]
    assert colours == [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand]
    assert dataset.GetGeoTransform() == (301_000.0, 0.5, 0.0, 6_834_000.0, 0.0, -0.5)
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "2154"
    assert np.array_equal(dataset.ReadAsArray(), PMS.pixels[[ids.index(band) for band in bands]])


def test_panchromatic_of_a_bundle_is_one_band(tmp_path):
    write_pleiades(tmp_path / "d", [PAN, MS])
    dataset = written(zipped(tmp_path / "d", tmp_path / "d.zip"), tmp_path / "p.vrt", composition="panchromatic")
    assert dataset.RasterCount == 1 and np.array_equal(dataset.ReadAsArray(), PAN.pixels[0])


@pytest.mark.parametrize("suffix", [".vrt", ".tif"])
@pytest.mark.parametrize("door", ["folder", "dim of the colour", "zip"])
def test_a_bundle_is_pansharpened(tmp_path, suffix, door):
    dims = write_pleiades(tmp_path / "d", [PAN, MS])
    doors = {"folder": tmp_path / "d", "dim of the colour": dims[1], "zip": zipped(tmp_path / "d", tmp_path / "d.zip")}
    dataset = written(doors[door], tmp_path / f"out{suffix}", pansharpen=True)
    assert (dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount) == (240, 160, 3)
    assert dataset.GetGeoTransform() == (301_000.0, 0.5, 0.0, 6_834_000.0, 0.0, -0.5)
    assert [dataset.GetRasterBand(n).GetNoDataValue() for n in (1, 2, 3)] == [0, 0, 0]
    values = dataset.ReadAsArray()
    assert (values[:, 5, 5] == 0).all() and (values[:, 100, 120] > 0).all()


def test_a_sharpened_edge_stands_where_the_panchromatic_has_it(tmp_path):
    """Grids of the two do not coincide in real bundles (here 0.75 m and 1 m apart): nothing may shift by a pixel."""
    pan = np.full((1, 160, 240), 500, np.uint16)
    pan[:, 81:, :] = 1500
    pan[:, :, 121:] += 1000
    dims = write_pleiades(
        tmp_path,
        [
            replace(PAN, pixels=pan, corner=(301_000.25, 6_833_999.25)),
            replace(MS, pixels=np.full((4, 42, 62), 1000, np.uint16), corner=(301_001.0, 6_834_000.0)),
        ],
    )
    made = composed(dims[1].parent.parent, pansharpen=True)
    for text in (made.shown, made.exact):
        dataset = gdal.Open(text)
        x, size, _, y, _, _ = dataset.GetGeoTransform()
        values = dataset.GetRasterBand(1).ReadAsArray()
        rows, columns = (
            int(np.abs(np.diff(values[10:150, 10:230].astype(int).mean(axis=a))).argmax()) + 11 for a in (1, 0)
        )
        assert x + columns * size == pytest.approx(301_000.25 + 121 * 0.5, abs=0.01)
        assert y - rows * size == pytest.approx(6_833_999.25 - 81 * 0.5, abs=0.01)


def test_a_full_view_of_a_pansharpened_raster_reads_the_colour_bands(tmp_path):
    write_pleiades(tmp_path, [PAN, MS])
    dataset = gdal.Open(composed(tmp_path, pansharpen=True).shown)
    band = dataset.GetRasterBand(2)
    assert band.GetOverviewCount() == 1
    assert np.array_equal(band.GetOverview(0).ReadAsArray(), MS.pixels[1])


def test_what_is_sharp_already_is_taken_as_it_is(tmp_path):
    write_pleiades(tmp_path, [PMS])
    assert composed(tmp_path, pansharpen=True).pan is None


def test_a_missing_tile_is_left_empty_and_named(tmp_path):
    write_pleiades(tmp_path / "d", [replace(PMS, absent_tiles=((1, 1),))])
    made = composed(tmp_path / "d")
    assert made.missing_tiles == ("R1C1",)
    write_cog(made, tmp_path / "out.tif", QgsFeedback())
    values = gdal.Open(str(tmp_path / "out.tif")).ReadAsArray()
    assert (values[:, :30, :64] == 0).all() and np.array_equal(values[:, 30:], PMS.pixels[:3, 30:])


def test_what_cannot_be_done_says_why(tmp_path):
    write_pleiades(tmp_path / "pms", [PMS])
    write_pleiades(tmp_path / "ms", [MS])
    write_pleiades(tmp_path / "both" / "a", [PMS])
    write_pleiades(tmp_path / "both" / "b", [replace(PMS, satellite="PHR1A")])
    cases = [
        ("pms", {"composition": "panchromatic"}, "no_band"),
        ("ms", {"pansharpen": True}, "no_pan"),
        ("both", {}, "several"),
    ]
    for folder, asked, reason in cases:
        with pytest.raises(UnsupportedProduct) as caught:
            composed(tmp_path / folder, **asked)
        assert caught.value.reason == reason


def test_a_bare_raster_too(tmp_path):
    path = tmp_path / "IMG_SPOT7_20210601_104512300_000_PMS_R1C1.TIF"
    (dim,) = write_pleiades(tmp_path / "d", [replace(PMS, tile=None)])
    next(dim.parent.glob("*.TIF")).rename(path)
    dataset = written(path, tmp_path / "out.vrt", composition="infrared")
    assert np.array_equal(dataset.ReadAsArray(), PMS.pixels[[3, 0, 1]])


def test_cancelled_or_failed_nothing_is_left(tmp_path):
    write_pleiades(tmp_path / "d", [PMS])
    made, stopped = composed(tmp_path / "d"), QgsFeedback()
    stopped.cancel()
    out = tmp_path / "o" / "out.tif"
    out.parent.mkdir()
    out.write_text("what was there before")
    with pytest.raises(Cancelled):
        write_cog(made, out, stopped)
    for tile in (tmp_path / "d").rglob("*.TIF"):
        tile.write_bytes(tile.read_bytes()[:300])
    with pytest.raises(DinamisError):
        write_cog(made, out, QgsFeedback())
    assert [path.name for path in out.parent.iterdir()] == ["out.tif"]
    assert out.read_text() == "what was there before"
    for write in (write_vrt, lambda c, o: write_cog(c, o, QgsFeedback())):
        with pytest.raises((NotWritable, InvalidProduct)):
            write(made, tmp_path / "absent" / "out.vrt")


def test_loading_what_was_made_writes_nothing_beside_the_data(tmp_path, qgis_app):
    """QGIS itself asks a raster for statistics when it loads it; GDAL would keep them beside each tile."""
    write_pleiades(tmp_path / "d", [PAN, MS])
    before = sorted((tmp_path / "d").rglob("*"))
    for name, pansharpen in (("plain", False), ("sharp", True)):
        written(tmp_path / "d", tmp_path / f"{name}.vrt", pansharpen=pansharpen)
        layer = QgsRasterLayer(str(tmp_path / f"{name}.vrt"), name)
        assert layer.isValid()
        del layer
    assert sorted((tmp_path / "d").rglob("*")) == before
