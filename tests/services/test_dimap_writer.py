# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests of products stand on: GDAL's own driver opens what the writer writes, pixel for pixel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot, zipped

IMAGE = Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5, tile=(60, 64))


def test_gdal_reads_the_tiles_as_one_image(tmp_path: Path) -> None:
    (dim,) = write_pleiades(tmp_path / "7000001101", [IMAGE])
    for name in (dim, tmp_path / "7000001101" / "VOL_PHR.XML"):
        dataset = gdal.Open(str(name))
        assert dataset.GetDriver().ShortName == "DIMAP"
        assert np.array_equal(dataset.ReadAsArray(), IMAGE.pixels)
        assert dataset.GetGeoTransform() == (301_000.0, 0.5, 0.0, 6_834_000.0, 0.0, -0.5)
        assert dataset.GetSpatialRef().GetAuthorityCode(None) == "2154"
        assert dataset.GetMetadataItem("MISSION") == "PHR"


def test_jp2_tiles_keep_every_value(tmp_path: Path) -> None:
    (dim,) = write_pleiades(tmp_path, [replace(IMAGE, driver="JP2OpenJPEG")])
    assert np.array_equal(gdal.Open(str(dim)).ReadAsArray(), IMAGE.pixels)


def test_a_spot_delivery_is_nested_three_deep_and_reads_in_a_zip(tmp_path: Path) -> None:
    (dim,) = write_spot(tmp_path / "spot", [replace(IMAGE, satellite="SPOT7", pixel_size=1.5, tile=None)])
    assert dim.relative_to(tmp_path / "spot").parts[:2] == ("PROD_SPOT7_001", "VOL_SPOT7_001_A")
    archive = zipped(tmp_path / "spot", tmp_path / "spot.zip")
    inside = f"/vsizip/{archive}/{dim.relative_to(tmp_path).as_posix()}"
    assert np.array_equal(gdal.Open(inside).ReadAsArray(), IMAGE.pixels)


def test_an_absent_tile_is_announced_but_not_there(tmp_path: Path) -> None:
    (dim,) = write_pleiades(tmp_path, [replace(IMAGE, absent_tiles=((1, 2),))])
    dataset = gdal.Open(str(dim))
    assert dataset.ReadAsArray(0, 0, 60, 60) is not None
    with pytest.raises(RuntimeError):
        dataset.ReadAsArray(70, 0, 20, 60)


def test_an_archive_is_always_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_pleiades(tmp_path / name / "job", [IMAGE])
    first, second = (zipped(tmp_path / n / "job", tmp_path / f"{n}.zip").read_bytes() for n in ("a", "b"))
    assert first == second
