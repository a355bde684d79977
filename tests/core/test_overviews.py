# SPDX-License-Identifier: GPL-2.0-or-later
"""Overviews that a person asked for: beside the tiles, or aside; whole or not at all."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsFeedback

from dinamis_qgis.core import overviews
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.overviews import aside, build, missing_size
from dinamis_qgis.core.products import build_layer, source_of
from dinamis_qgis.domain import partial
from dinamis_qgis.domain.errors import Cancelled, InvalidProduct, NoRoom
from tests.services.dimap_writer import Image, gradient, write_pleiades, zipped

IMAGE = Image("PHR1B", "PMS", gradient(1400, 1300), (301_000.0, 6_834_000.0), 0.5)
TILED = replace(IMAGE, pixels=gradient(2400, 1300), tile=(1200, 1300))


@pytest.fixture(autouse=True)
def _own_profile(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: str(tmp_path / "profile"))


def product(path, image=IMAGE):
    write_pleiades(path, [image])
    return read_delivery(str(path), QgsFeedback()).products[0]


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("image", [IMAGE, TILED])
def test_beside_each_tile_and_only_there(tmp_path, image):
    made = product(tmp_path / "d", image)
    before = files(tmp_path / "d")
    assert missing_size([made]) == sum(tile.size for tile in made.tiles) // 3
    shares = []
    assert build(made, QgsFeedback(), shares.append)
    assert set(files(tmp_path / "d")) - set(before) == {
        f"{tile.path}.ovr"[len((tmp_path / "d").as_posix()) + 1 :] for tile in made.tiles
    }
    assert shares == sorted(shares) and 0.99 < shares[-1] <= 1
    for tile in made.tiles:
        opened = gdal.Open(tile.path)  # a band does not hold it
        band = opened.GetRasterBand(1)
        assert [band.GetOverview(n).XSize for n in range(band.GetOverviewCount())][:2] == [650, 325]
    assert missing_size([made]) == 0 and not build(made, QgsFeedback()) and aside(made) == ""
    assert not (tmp_path / "profile").exists()


def test_nodata_is_no_colour_to_be_averaged(tmp_path):
    pixels = gradient(1400, 1300)
    pixels[:, ::2, :] = 0
    made = product(tmp_path / "d", replace(IMAGE, pixels=pixels))
    build(made, QgsFeedback())
    opened = gdal.Open(made.tiles[0].path)
    band = opened.GetRasterBand(1)
    half = band.GetOverview(0).ReadAsArray()
    assert int(half[300, 300]) == pytest.approx(int(pixels[0, 601, 600]), rel=0.05)  # not half of it


def test_aside_where_nothing_can_be_written(tmp_path):
    write_pleiades(tmp_path / "d", [TILED])
    archive = zipped(tmp_path / "d", tmp_path / "d.zip")
    shutil.rmtree(tmp_path / "d")
    made = read_delivery(str(archive), QgsFeedback()).products[0]
    plain = source_of(made)
    assert build(made, QgsFeedback()) and missing_size([made]) == 0
    source = source_of(made)
    assert source == aside(made) != plain and source.startswith((tmp_path / "profile").as_posix())
    shown = gdal.Open(source)
    assert shown.GetRasterBand(1).GetOverviewCount() >= 2
    assert (shown.ReadAsArray() == gdal.Open(plain).ReadAsArray()).all()
    layer = build_layer(made, "natural", QgsFeedback())
    assert layer.isValid() and (layer.width(), layer.height(), layer.bandCount()) == (1300, 2400, 4)
    assert files(tmp_path) == ["d.zip", *sorted(f"profile/dinamis/overviews/{name}" for name in names(tmp_path))]
    other = replace(made, tiles=tuple(replace(tile, size=tile.size + 1) for tile in made.tiles))
    assert aside(other) == ""  # another delivery at the same place


def names(folder):
    found = [path.name for path in (folder / "profile" / "dinamis" / "overviews").iterdir()]
    assert len(found) == 2 and all(not name.startswith(".") for name in found)
    return found


def test_aside_also_where_the_folder_is_read_only(tmp_path, monkeypatch):
    made = product(tmp_path / "d")
    before = files(tmp_path / "d")
    monkeypatch.setattr(overviews, "accepts_files", lambda folder: False)  # root writes everywhere
    assert build(made, QgsFeedback()) and files(tmp_path / "d") == before and aside(made)


@pytest.mark.parametrize("in_archive", [False, True])
def test_cancelled_it_leaves_nothing(tmp_path, in_archive):
    made = product(tmp_path / "d", TILED)
    if in_archive:
        made = read_delivery(str(zipped(tmp_path / "d", tmp_path / "d.zip")), QgsFeedback()).products[0]
    before = files(tmp_path)
    feedback = QgsFeedback()
    with pytest.raises(Cancelled):
        build(made, feedback, lambda share: feedback.cancel() if share > 0.6 else None)
    left = set(files(tmp_path)) - set(before)
    assert left <= {f"{tile.path}.ovr"[len(tmp_path.as_posix()) + 1 :] for tile in made.tiles[:1]}  # a whole one
    assert (missing_size([made]) > 0) and aside(made) == ""


def test_a_full_disk_is_told_before(tmp_path, monkeypatch):
    made = product(tmp_path / "d")
    monkeypatch.setattr(partial, "ROOM", 1 << 60)
    with pytest.raises(NoRoom) as raised:
        build(made, QgsFeedback())
    assert raised.value.lacking > 0 and not list(tmp_path.rglob("*.ovr"))


def test_nothing_to_gain(tmp_path):
    small = product(tmp_path / "small", replace(IMAGE, pixels=gradient(100, 100)))
    jp2 = product(tmp_path / "jp2", replace(IMAGE, driver="JP2OpenJPEG"))
    own = product(tmp_path / "own")
    gdal.Open(own.tiles[0].path, gdal.GA_Update).BuildOverviews("NEAREST", [2, 4])
    assert missing_size([small, jp2, own]) == 0 and not build(own, QgsFeedback())


def test_a_tile_that_is_cut_is_an_error_and_nothing_has_the_name(tmp_path):
    made = product(tmp_path / "d")
    tile = tmp_path / "d" / made.tiles[0].path[len((tmp_path / "d").as_posix()) + 1 :]
    with tile.open("rb+") as file:
        file.truncate(tile.stat().st_size // 2)
    with pytest.raises(InvalidProduct):
        build(made, QgsFeedback())
    assert not list(tmp_path.rglob("*.ovr")) and not list(tmp_path.rglob("*.vrt"))


def test_the_options_are_of_one_thread_and_of_one_moment(tmp_path):
    build(product(tmp_path / "d"), QgsFeedback())
    assert gdal.GetConfigOption("COMPRESS_OVERVIEW") is None
