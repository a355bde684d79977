# SPDX-License-Identifier: GPL-2.0-or-later
"""What a folder, an archive or a file holds, however it is laid out, and what is said when nothing can be used."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsFeedback

from dinamis_qgis.core.bundles import find_partner, pair
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.product_folder import ProductFolder
from dinamis_qgis.core.rasters import read_name
from dinamis_qgis.domain.errors import Cancelled, InvalidProduct, NoProduct, UnsupportedProduct
from dinamis_qgis.domain.query import SearchQuery
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot, zipped

MS = Image("PHR1B", "MS", gradient(20, 30), (301_000.0, 6_834_000.0), 2.0)
PAN = Image("PHR1B", "P", gradient(80, 120, 1), (301_000.0, 6_834_000.0), 0.5)


def read(path):
    return read_delivery(str(path), QgsFeedback())


def modes(path) -> list[str]:
    return sorted(product.spectral_mode for product in read(path).products)


@pytest.fixture
def bundle(tmp_path) -> Path:
    write_pleiades(tmp_path / "7000001101", [PAN, MS])
    return tmp_path / "7000001101"


def test_a_bundle_by_any_of_its_doors(bundle, tmp_path):
    for door in (
        tmp_path,
        bundle,
        bundle / "VOL_PHR.XML",
        zipped(bundle, tmp_path / "a.zip"),
        zipped(bundle, tmp_path / "b", ""),
    ):
        found = [product for product in read(door).products if door != tmp_path or "vsizip" not in product.path]
        assert sorted(product.spectral_mode for product in found) == ["MS", "P"], door
        ((colour, pan),) = pair(found)
        assert (colour.spectral_mode, pan.spectral_mode) == ("MS", "P")


def test_one_dim_is_one_product_and_its_partner_is_found(bundle, tmp_path):
    (dim,) = bundle.rglob("DIM_PHR1B_MS_*.XML")
    (product,) = read(dim).products
    assert find_partner(product, QgsFeedback()).spectral_mode == "P"
    archive = zipped(bundle, tmp_path / "a.zip")
    (inside,) = [p for p in read(archive).products if p.spectral_mode == "MS"]
    assert find_partner(inside, QgsFeedback()).path.startswith("/vsizip/")


def test_a_volume_without_one_of_its_components_still_opens_the_other(bundle):
    shutil.rmtree(next(bundle.glob("IMG_*_P_*")))
    delivery = read(bundle / "VOL_PHR.XML")
    assert [product.spectral_mode for product in delivery.products] == ["MS"]
    assert len(delivery.skipped) == 1


def test_spot_lists_flat_folders_and_new_names(tmp_path):
    spot = replace(MS, satellite="SPOT7", mode="PMS", pixel_size=1.5)
    write_spot(tmp_path / "spot", [spot])
    for name in ("SPOT_LIST.XML", "PROD_SPOT7_001/SPOT_PROD.XML", "PROD_SPOT7_001/VOL_SPOT7_001_A/SPOT_VOL.XML"):
        assert modes(tmp_path / "spot" / name) == ["PMS"]
    (dim,) = (tmp_path / "spot").rglob("DIM_*.XML")
    flat = tmp_path / "flat"
    shutil.copytree(dim.parent, flat)
    (flat / dim.name).rename(flat / "my image.xml")
    assert modes(flat) == ["PMS"]
    assert modes(flat / "my image.xml") == ["PMS"]


def test_real_deliveries(real_data):
    delivery = read(real_data / "dimap")
    assert [len(group) for group in pair(delivery.products)] == [2, 1, 2]
    assert not delivery.skipped and not delivery.rasters  # tiles are not images of their own


def test_two_dates_are_no_bundle(tmp_path):
    write_pleiades(tmp_path / "a", [PAN])
    write_pleiades(tmp_path / "b", [replace(MS, when=datetime(2022, 7, 15, tzinfo=timezone.utc))])
    assert [len(group) for group in pair(read(tmp_path).products)] == [1, 1]


def test_nothing_to_open_says_what_is_wrong(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("not a zip")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("photo.jpg", "x")
    (tmp_path / "DIM_BROKEN.XML").write_text("<Dimap_Document><Raster")
    (tmp_path / "METADATA.DIM").write_text("<Dimap_Document/>")
    (tmp_path / "product.tar.gz").write_text("")
    (tmp_path / "product.tar.bz2").write_text("")
    (tmp_path / "letter.docx").write_text("")
    expected = {
        "empty": NoProduct, "absent": NoProduct, "photos.zip": NoProduct, "letter.docx": NoProduct,
        "text.zip": InvalidProduct, "DIM_BROKEN.XML": InvalidProduct,
        "METADATA.DIM": InvalidProduct, "product.tar.gz": InvalidProduct, "product.tar.bz2": UnsupportedProduct,
    }  # fmt: skip
    for name, kind in expected.items():
        with pytest.raises(kind):
            read(tmp_path / name)


def test_a_broken_product_does_not_hide_the_sound_one(tmp_path):
    write_pleiades(tmp_path / "good", [MS])
    (broken,) = write_pleiades(tmp_path / "bad", [PAN])
    broken.write_text("<Dimap_Document>")
    (tmp_path / "bad.zip").write_text("")
    delivery = read(tmp_path)
    assert [product.spectral_mode for product in delivery.products] == ["MS"]
    assert sorted(Path(item.path).name for item in delivery.skipped) == sorted([broken.name, "bad.zip"])
    assert not delivery.rasters  # the broken one's tiles are not passed off as images


def test_an_archive_whose_names_climb_out_is_read_in_place(bundle, tmp_path):
    archive = tmp_path / "inside" / "evil.zip"
    archive.parent.mkdir()
    (dim,) = bundle.rglob("DIM_PHR1B_MS_*.XML")
    with zipfile.ZipFile(archive, "w") as target:
        for name in ("../DIM_PHR1B_A.XML", "/tmp/DIM_PHR1B_B.XML", "a/../../DIM_PHR1B_C.XML"):
            target.writestr(name, dim.read_bytes())
        for file in dim.parent.rglob("*.*"):
            target.write(file, f"sound/{file.relative_to(dim.parent)}")
    before = sorted(tmp_path.rglob("*"))
    assert all("/sound/" in product.path for product in read(archive).products)
    assert modes(archive) == ["MS"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_tile_opens_its_product(bundle):
    tile = next(bundle.rglob("IMG_PHR1B_MS_*.TIF"))
    assert modes(tile) == ["MS"]


def test_a_virtual_raster_under_the_name_of_an_image_opens_nothing_else(tmp_path):
    secret = tmp_path / "elsewhere" / "secret.tif"
    secret.parent.mkdir()
    gdal.GetDriverByName("GTiff").Create(str(secret), 8, 8)
    trap = tmp_path / "IMG_SPOT7_20210601_104512300_000_PAN_R1C1.TIF"
    gdal.BuildVRT(str(trap), [str(secret)])
    with pytest.raises(InvalidProduct):
        read(trap)


def test_a_folder_tells_a_count_only_where_nothing_was_filtered(bundle):
    catalogue = ProductFolder(str(bundle))
    (page,) = catalogue.search(SearchQuery(), QgsFeedback())
    assert page.matched == len(page.scenes) == 2
    (page,) = catalogue.search(SearchQuery(spectral_mode="P"), QgsFeedback())
    assert (len(page.scenes), page.matched) == (1, None)


def test_cancel(bundle):
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        read_delivery(str(bundle), feedback)


@pytest.mark.parametrize(
    ("name", "mission", "moment", "mode", "level"),
    [
        ("ORT_SPOT7_20210601_104512300_000---PAN.TIF", "SPOT7", "2021-06-01T10:45:12.300+00:00", "P", "ortho"),
        ("IMG_SPOT6_20210601_104512300_000_PMS_R1C1.TIF", "SPOT6", "2021-06-01T10:45:12.300+00:00", "PMS", ""),
        ("IMG_PHR1A_PMS_202108151540532_ORT_5_R1C1.JP2", "PHR1A", "2021-08-15T15:40:53.200+00:00", "PMS", "ortho"),
        ("IMG_PNEO4_202111151358313_MS-FS_ORT_R1C1.TIF", "PNEO4", "2021-11-15T13:58:31.300+00:00", "MS-FS", "ortho"),
        ("SPOT6_MS_202310011034231.tif", "SPOT6", "2023-10-01T10:34:23.100+00:00", "MS", ""),
        ("SPOT6_20231301_104512300_000_XS.tif", "SPOT6", None, "MS", ""),
        ("orthophoto_2021.tif", "", None, "", ""),
        ("SPOT99_20210601.tif", "", None, "", ""),
    ],
)  # fmt: skip
def test_what_a_name_tells(name, mission, moment, mode, level):
    said = read_name(f"/some/where/{name}")
    assert (said.mission, said.spectral_mode, said.level) == (mission, mode, level)
    acquired = None if said.acquired is None else said.acquired.isoformat(timespec="milliseconds")
    assert acquired == moment
