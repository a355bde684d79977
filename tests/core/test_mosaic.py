# SPDX-License-Identifier: GPL-2.0-or-later
"""Several images as one, pixel by pixel: which lies on top where, what never covers a neighbour, what is cut away."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import gdal, osr
from qgis.core import QgsFeedback, QgsRasterLayer
from shapely.geometry import Polygon, box

from dinamis_qgis.core.messages import sentence
from dinamis_qgis.core.mosaic import Recipe, assemble, looks, write
from dinamis_qgis.core.mosaic_inputs import Given, read_given
from dinamis_qgis.core.mosaic_words import doubts, note, note_path, write_note
from dinamis_qgis.core.proj import lon_lat_of, to_lon_lat
from dinamis_qgis.domain.errors import Cancelled, DinamisError, InvalidProduct, NoProduct, NoRoom, NotWritable
from dinamis_qgis.domain.mosaic_errors import CannotAssemble
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot, zipped

X, Y = 301_000.0, 6_834_000.0
CLEAR, CLOUDY, UNKNOWN = 1.0, 40.0, None


def flat(value: int, rows: int = 100, columns: int = 100, bands: int = 4) -> np.ndarray:
    """Each band has its own value: ``value``, ``value`` + 1…"""
    return (np.full((bands, rows, columns), value) + np.arange(bands)[:, None, None]).astype(np.uint16)


def on(day: int, year: int = 2022) -> datetime:
    return datetime(year, 7, day, 11, 2, 15, tzinfo=timezone.utc)


A = Image("PHR1A", "PMS", flat(1000), (X, Y), 0.5, when=on(1), cloud_cover=CLEAR)
B = Image("PHR1B", "PMS", flat(2000), (X + 25, Y), 0.5, when=on(9), cloud_cover=CLOUDY)
C = Image("PHR1B", "PMS", flat(3000), (X + 50, Y), 0.5, when=on(5), cloud_cover=UNKNOWN)


def given(tmp_path: Path, *images: Image) -> list[Given]:
    """One delivery each, in this order."""
    for number, image in enumerate(images):
        write_pleiades(tmp_path / f"d{number}", [image])
    return [Given(str(tmp_path / f"d{number}")) for number in range(len(images))]


def made(inputs: list[Given], **recipe):
    groups, skipped = read_given(inputs, QgsFeedback())
    return assemble(groups, Recipe(**recipe), QgsFeedback(), skipped)


def pixels(mosaic, tmp_path: Path, suffix: str = ".vrt") -> np.ndarray:
    out = tmp_path / f"mosaic{suffix}"
    write(mosaic, out, QgsFeedback())
    return gdal.Open(str(out)).ReadAsArray()


def zone_of(*shapes, crs="EPSG:2154"):
    return shapely.unary_union([to_lon_lat(shape, crs) for shape in shapes])


# --- what lies on top -----------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".vrt", ".tif"])
@pytest.mark.parametrize(
    ("order", "row"),
    [
        ("clearest", [1000, 1000, 1000, 1000, 2000, 2000, 3000, 3000]),  # unknown clouds lie under the others
        ("newest", [1000, 1000, 2000, 2000, 2000, 2000, 3000, 3000]),
        ("listed", [1000, 1000, 1000, 1000, 3000, 3000, 3000, 3000]),
    ],
)
def test_the_order_decides_what_lies_on_top(tmp_path, suffix, order, row):
    a, b, c = given(tmp_path, A, B, C)
    values = pixels(made([a, c, b], order=order), tmp_path, suffix)
    assert values.shape == (3, 100, 200)
    assert values[0, 50, 12::25].tolist() == row
    assert values[:, 50, 12].tolist() == [1000, 1001, 1002]  # R, G, B, as they were delivered


def test_the_grid_is_that_of_the_images(tmp_path):
    dataset_out = tmp_path / "m.vrt"
    write(made(given(tmp_path, A, B)), dataset_out, QgsFeedback())
    dataset = gdal.Open(str(dataset_out))
    assert dataset.GetGeoTransform() == (X, 0.5, 0.0, Y, 0.0, -0.5)
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "2154"
    assert (dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount) == (150, 100, 3)
    assert [dataset.GetRasterBand(n).GetNoDataValue() for n in (1, 2, 3)] == [0, 0, 0]
    assert dataset.GetRasterBand(1).DataType == gdal.GDT_UInt16


# --- what never covers a neighbour ----------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".vrt", ".tif"])
def test_a_black_wedge_outside_the_true_outline_covers_nothing(tmp_path, suffix):
    """A tilted footprint: outside of its ROI the file is dark, but not 0 (JPEG 2000 leaves such)."""
    tilted = flat(1000)
    down, across = np.mgrid[:100, :100]
    wedge = across + 0.5 < 40 - (down + 0.5) * 0.4  # left of the line from column 40 to column 0
    tilted[:, wedge] = 3
    roi = [(X + 25 + 20.0, Y), (X + 25 + 50.0, Y), (X + 25 + 50.0, Y - 50.0), (X + 25, Y - 50.0)]
    top = replace(A, pixels=tilted, corner=(X + 25, Y), roi=roi)
    under = replace(B, corner=(X, Y))
    values = pixels(made(given(tmp_path, top, under)), tmp_path, suffix)[0]
    there = np.where(wedge[:, :50], 2000, 1000)  # the images overlap in 50 columns
    assert (values[:, :50] == 2000).all() and (values[:, 100:] == 1000).all()
    assert np.array_equal(values[:, 50:100], there)


def test_no_data_of_one_band_alone_is_a_value(tmp_path):
    """0 in red only is a dark pixel, not a hole through which the neighbour's red shows."""
    holes = flat(1000)
    holes[:, 20:30, 60:80] = 0
    holes[0, 50:60, 60:80] = 0
    values = pixels(made(given(tmp_path, replace(A, pixels=holes), B)), tmp_path)
    assert (values[:, 20:30, 60:80] == np.array([2000, 2001, 2002])[:, None, None]).all()
    assert (values[0, 50:60, 60:80] == 0).all() and (values[1, 50:60, 60:80] == 1001).all()


def test_a_hole_that_no_image_fills_is_no_data(tmp_path):
    holes = flat(1000)
    holes[:, :10, :10] = 0
    values = pixels(made(given(tmp_path, replace(A, pixels=holes), B)), tmp_path)
    assert (values[:, :10, :10] == 0).all() and (values[:, 20:, :10] > 0).all()


def geotiff(path: Path, values: np.ndarray, corner, size=0.5, epsg=2154, nodata=None, alpha=False) -> Path:
    kind = gdal.GDT_Byte if values.dtype == np.uint8 else gdal.GDT_UInt16
    options = ["ALPHA=YES", "PHOTOMETRIC=RGB"] if alpha else []
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), values.shape[2], values.shape[1], len(values), kind, options
    )
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    raster.SetProjection(srs.ExportToWkt())
    raster.SetGeoTransform((corner[0], size, 0, corner[1], 0, -size))
    if nodata is not None:
        raster.GetRasterBand(1).SetNoDataValue(nodata)
    raster.WriteArray(values)
    return path


def test_alpha_and_declared_no_data_of_any_image_are_honoured(tmp_path):
    """One says by its alpha where it has pixels, one by 255; black is a value in both."""
    first, second = np.full((4, 100, 100), 50, np.uint8), np.full((3, 100, 100), 90, np.uint8)
    first[3] = 255
    first[3, :, 70:] = 0
    first[:3, 10:20, 55:60] = 0
    second[:, 80:, 50:] = 255
    second[:, 40:60, 60:] = 0
    inputs = [
        Given(str(geotiff(tmp_path / "a.tif", first, (X, Y), alpha=True))),
        Given(str(geotiff(tmp_path / "b.tif", second, (X + 25, Y), nodata=255))),
    ]
    mosaic = made(inputs, order="listed")
    values = pixels(mosaic, tmp_path)[0]
    assert mosaic.values.data_type == "Byte" and mosaic.values.nodata == 0
    assert values[5, 60] == 50 and values[5, 80] == 90  # transparent there: the other one shows
    assert (values[10:20, 55:60] == 1).all() and (values[45, 120:] == 1).all()  # black, and not no data
    assert (values[85:, 110:] == 0).all()


# --- CRS and resolutions --------------------------------------------------------------------------


def test_coarser_images_and_other_crs_are_warped_onto_the_finest(tmp_path):
    """A SPOT at 1.5 m in UTM under a Pléiades at 0.5 m in Lambert-93."""
    place = lon_lat_of("EPSG:2154", X + 100, Y - 50)
    srs, utm = osr.SpatialReference(), osr.SpatialReference()
    for one, code in ((srs, 4326), (utm, 32630)):
        one.ImportFromEPSG(code)
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    east, north, _ = osr.CoordinateTransformation(srs, utm).TransformPoint(*place)
    spot = Image("SPOT7", "PMS", flat(700), (east - 75, north + 75), 1.5, epsg=32630, when=on(20), cloud_cover=90.0)
    write_spot(tmp_path / "s", [spot])
    inputs = [*given(tmp_path, A), Given(str(tmp_path / "s"))]
    mosaic = made(inputs)
    assert mosaic.grid.crs == "EPSG:2154" and mosaic.grid.width == 0.5
    values = pixels(mosaic, tmp_path)
    column, row = int((X - mosaic.grid.x) / 0.5), int((mosaic.grid.y - Y) / 0.5)
    assert (values[0, row : row + 100, column : column + 100] == 1000).all()  # not resampled, and on top
    right = int((X + 100 - mosaic.grid.x) / 0.5), int((mosaic.grid.y - (Y - 50)) / 0.5)
    assert values[:, right[1], right[0]].tolist() == [700, 701, 702]
    assert (values[:, 0, 0] == 0).all()  # corners of the turned one
    told = {one["mission"]: one["resampled"] for one in mosaic.facts()["images"]}
    assert told == {"PHR1A": False, "SPOT7": True}


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:2154"])
def test_the_result_is_in_the_crs_that_is_asked_for(tmp_path, crs):
    out = tmp_path / "m.vrt"
    write(made(given(tmp_path, A, B), crs=crs), out, QgsFeedback())
    dataset = gdal.Open(str(out))
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == crs[5:]
    middle = dataset.ReadAsArray()[:, dataset.RasterYSize // 2, dataset.RasterXSize // 4]
    assert middle.tolist() == [1000, 1001, 1002]


# --- cut to the zone ------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".vrt", ".tif"])
def test_it_is_cut_to_a_zone_of_several_parts_with_holes(tmp_path, suffix):
    ring = box(X + 5, Y - 45, X + 35, Y - 5).difference(box(X + 15, Y - 35, X + 25, Y - 15))
    values = pixels(
        made(given(tmp_path, A, B), zone=zone_of(ring, box(X + 55, Y - 40, X + 70, Y - 10))), tmp_path, suffix
    )
    assert values.shape == (3, 80, 130)  # X + 5 … X + 70, Y - 45 … Y - 5
    seen = values[0] > 0
    whole = np.zeros_like(seen)
    whole[:, :60] = True
    whole[20:60, 20:40] = False
    whole[10:70, 100:130] = True
    assert (seen != whole).sum() <= 4 * 80  # at most the pixels on its edges
    assert not seen[22:58, 22:38].any() and seen[22:58, 2:18].all() and seen[12:68, 102:128].all()
    assert values[0, 40, 110] == 2000 and values[0, 5, 30] == 1000


def test_images_outside_of_the_zone_are_left_out_and_told(tmp_path):
    mosaic = made(given(tmp_path, A, C), zone=zone_of(box(X + 5, Y - 20, X + 20, Y - 5)))
    assert [image.mission for image in mosaic.products] == ["PHR1A"] and len(mosaic.outside) == 1
    assert any("Pléiades 1B" in said for said in doubts(mosaic))


@pytest.mark.parametrize("away", [box(X + 10_000, Y, X + 10_100, Y + 100), Polygon([(20, 60), (21, 60), (21, 61)])])
def test_a_zone_without_any_image_is_an_error(tmp_path, away):
    zone = zone_of(away) if away.bounds[0] > 1000 else away
    with pytest.raises(CannotAssemble) as caught:
        made(given(tmp_path, A, B), zone=zone)
    assert caught.value.reason == "outside" and "zone" in sentence(caught.value)


def test_a_coast_of_very_many_vertices(tmp_path):
    coast = shapely.Point(X + 30, Y - 25).buffer(20, quad_segs=20_000)
    values = pixels(made(given(tmp_path, A, B), zone=zone_of(coast)), tmp_path)[0]
    assert (values > 0).sum() * 0.25 == pytest.approx(coast.area, rel=0.01)


# --- values ---------------------------------------------------------------------------------------


def wide(low: int, high: int) -> np.ndarray:
    ramp = np.linspace(low, high, 100)[None, :].repeat(100, 0)
    return np.stack([ramp] * 4).round().astype(np.uint16)


def apart(low: int, high: int, **bent) -> Image:
    return replace(B, pixels=wide(low, high), corner=(X + 100, Y), **bent)


def test_eight_bits_with_one_contrast_for_all(tmp_path):
    """The same field has the same grey in both images."""
    inputs = given(
        tmp_path, replace(A, pixels=wide(200, 1000)), replace(B, pixels=wide(600, 1400), corner=(X + 100, Y))
    )
    values = pixels(made(inputs, eight_bits=True), tmp_path)[0]
    assert values.dtype == np.uint8
    left, right = values[50, :100].astype(int), values[50, 200:].astype(int)
    assert abs(left[75] - right[25]) <= 3  # 806 and 802
    assert left.min() == 1 and right.max() == 255 and (values[:, 100:200] == 0).all()
    assert (np.diff(left) >= 0).all()


def test_eight_bits_with_each_image_its_own_contrast(tmp_path):
    inputs = given(
        tmp_path, replace(A, pixels=wide(200, 1000)), replace(B, pixels=wide(600, 1400), corner=(X + 100, Y))
    )
    values = pixels(made(inputs, eight_bits=True, same_contrast=False), tmp_path, ".tif")[0]
    assert np.array_equal(values[50, :100], values[50, 200:])


def test_images_that_count_otherwise_are_brought_to_the_others(tmp_path):
    """Reflectances beside counts: only with a common contrast, and it is told."""
    other = apart(800, 4000, radiometry="REFLECTANCE")
    inputs = given(tmp_path, replace(A, pixels=wide(200, 1000)), other)
    mosaic = made(inputs)
    values = pixels(mosaic, tmp_path)[0].astype(int)
    assert np.array_equal(values[50, :100], wide(200, 1000)[0, 50])  # the first kind keeps its values
    assert np.abs(values[50, 202:298] - wide(200, 1000)[0, 50, 2:98]).max() <= 2
    assert any("METADATA" in said for said in doubts(mosaic))
    changed = [one["values_changed"] for one in mosaic.facts()["images"]]
    assert changed[0] is None and len(changed[1]) == 3
    delivered = pixels(made(inputs, same_contrast=False), tmp_path)[0]
    assert np.array_equal(delivered[50, 200:], wide(800, 4000)[0, 50])


def test_infrared_panchromatic_and_pansharpened(tmp_path):
    pan = Image("PHR1B", "P", gradient(160, 240, 1), (X, Y), 0.5, cloud_cover=CLEAR)
    ms = Image("PHR1B", "MS", gradient(40, 60), (X, Y), 2.0, cloud_cover=CLEAR)
    write_pleiades(tmp_path / "bundle", [pan, ms])
    bundle = Given(str(zipped(tmp_path / "bundle", tmp_path / "bundle.zip")))
    assert pixels(made([bundle], composition="panchromatic"), tmp_path).shape == (160, 240)
    infrared = pixels(made(given(tmp_path, A), composition="infrared"), tmp_path)
    assert infrared[:, 50, 50].tolist() == [1003, 1000, 1001]
    right = replace(A, corner=(X + 120, Y))
    for suffix in (".vrt", ".tif"):
        sharp = pixels(made([bundle, *given(tmp_path / "r", right)], pansharpen=True), tmp_path, suffix)
        assert sharp.shape == (3, 160, 340) and (sharp[:, 50, 290] == [1000, 1001, 1002]).all()
        assert (sharp[:, 0, 0] == 0).all() and (sharp[:, 100, 100] > 0).all()


# --- files that travel ----------------------------------------------------------------------------


@pytest.mark.parametrize("archived", [False, True])
def test_a_virtual_mosaic_travels_with_its_images(tmp_path, archived):
    """Relative paths: the folder is moved, and opened without the plugin. Archives stay where they are."""
    home = tmp_path / "Données d'été"
    inputs = given(home / "images", A, B)
    if archived:
        inputs = [Given(str(zipped(Path(one.path), home / f"{n}.zip"))) for n, one in enumerate(inputs)]
    (home / "carte").mkdir()
    write(made(inputs), home / "carte" / "m.vrt", QgsFeedback())
    before = gdal.Open(str(home / "carte" / "m.vrt")).ReadAsArray()
    assert before[0, 50, 10] == 1000
    texts = [path.read_text() for path in home.rglob("carte/**/*.vrt")]
    assert archived or not any(str(tmp_path) in text for text in texts)
    if not archived:
        shutil.move(home, tmp_path / "ailleurs")
        assert np.array_equal(gdal.Open(str(tmp_path / "ailleurs" / "carte" / "m.vrt")).ReadAsArray(), before)


def test_a_folder_behind_a_link(tmp_path):
    """From there ".." leads elsewhere than the path says, and versions of GDAL read it in both ways."""
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real" / "deep", target_is_directory=True)
    write(made(given(tmp_path, A)), tmp_path / "link" / "m.vrt", QgsFeedback())
    for folder in (tmp_path / "link", tmp_path / "real" / "deep"):
        assert gdal.Open(str(folder / "m.vrt")).ReadAsArray()[0, 5, 5] == 1000
    assert len(list((tmp_path / "real" / "deep").rglob("*.vrt"))) == 3


def test_writing_again_leaves_no_former_sources(tmp_path):
    out = tmp_path / "m.vrt"
    write(made(given(tmp_path, A, B)), out, QgsFeedback())
    first = set((tmp_path / "m_sources").iterdir())
    (tmp_path / "m_sources" / "notes.txt").write_text("mine")
    write(made([Given(str(tmp_path / "d0"))]), out, QgsFeedback())
    left = set((tmp_path / "m_sources").iterdir())
    assert (tmp_path / "m_sources" / "notes.txt") in left and len(left) < len(first) + 1
    assert gdal.Open(str(out)).RasterXSize == 100 and not list(tmp_path.glob(".*"))


def test_credit_dates_and_licence_go_with_the_files(tmp_path):
    older = replace(A, when=on(3, 2019))
    mosaic = made(given(tmp_path, older, B))
    assert mosaic.credit == "© CNES 2019, 2022, Distribution Airbus DS"
    for suffix in (".vrt", ".tif"):
        pixels(mosaic, tmp_path, suffix)
        told = gdal.Open(str(tmp_path / f"mosaic{suffix}")).GetMetadata()
        assert told["TIFFTAG_COPYRIGHT"] == mosaic.credit and told["ACQUIRED"] == "2019-07-03, 2022-07-09"
        assert "Pléiades" in told["LICENCE"]
    out = tmp_path / "mosaic.tif"
    write_note(mosaic, out, "covered")
    text = note_path(out).read_text(encoding="utf-8-sig")
    assert text == note(mosaic, out, "covered")
    for wanted in ("2019", "2022", mosaic.credit, "Licence DSP Pléiades", "spatial.ign.fr", "covered"):
        assert wanted in text
    json.dumps(mosaic.facts())


# --- bad input ------------------------------------------------------------------------------------


def test_a_missing_tile_is_left_empty_and_told(tmp_path):
    tiled = replace(A, tile=(100, 50), absent_tiles=((1, 2),))
    mosaic = made(given(tmp_path, tiled, B))
    assert mosaic.missing_tiles == ("R1C2",) and any("R1C2" in said for said in doubts(mosaic))
    values = pixels(mosaic, tmp_path)[0]
    assert values[50, 10] == 1000 and values[50, 70] == 2000  # the one under it shows


def test_what_cannot_be_read_is_told_and_the_rest_assembled(tmp_path):
    inputs = given(tmp_path, A, B)
    (tmp_path / "broken.tif").write_bytes(b"II*\0" + b"\0" * 200)
    mosaic = made([Given(str(tmp_path / "absent")), *inputs, Given(str(tmp_path / "broken.tif"))])
    assert len(mosaic.images) == 2 and [type(one.error) for one in mosaic.left_out] == [NoProduct, InvalidProduct]
    assert len(doubts(mosaic)) == 2
    with pytest.raises(NoProduct):
        made([Given(str(tmp_path / "absent"))])
    with pytest.raises(CannotAssemble):
        made([])


def test_a_tile_that_breaks_while_it_is_copied_leaves_nothing(tmp_path):
    mosaic = made(given(tmp_path, replace(A, pixels=gradient(600, 600))))
    tile = next(Path(tmp_path / "d0").rglob("*.TIF"))
    content = tile.read_bytes()
    tile.write_bytes(content[: len(content) // 2])
    with pytest.raises(InvalidProduct):
        write(mosaic, tmp_path / "m.tif", QgsFeedback())
    assert not list(tmp_path.glob("*m.tif*"))


def test_different_numbers_of_bands_are_refused_by_name(tmp_path):
    grey = geotiff(tmp_path / "grey.tif", flat(500, bands=1), (X, Y))
    with pytest.raises(CannotAssemble) as caught:
        made([*given(tmp_path, A, B), Given(str(grey))])
    assert caught.value.reason == "bands" and "grey" in sentence(caught.value)


def test_an_image_that_lies_nowhere_is_told(tmp_path):
    raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "n.tif"), 9, 9, 3)
    del raster
    mosaic = made([*given(tmp_path, A), Given(str(tmp_path / "n.tif"))])
    assert [one.error.reason for one in mosaic.left_out] == ["no_crs"]


def test_a_crs_that_is_none_is_refused(tmp_path):
    with pytest.raises(CannotAssemble) as caught:
        made(given(tmp_path, A), crs="EPSG:999999")
    assert caught.value.reason == "crs"


def test_images_of_two_continents_are_refused(tmp_path):
    far = geotiff(tmp_path / "far.tif", flat(9, bands=3), (X, 2_000_000.0))
    with pytest.raises(CannotAssemble) as caught:
        made([*given(tmp_path, A), Given(str(far))])
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize("suffix", [".vrt", ".tif"])
def test_a_place_where_nothing_can_be_written(tmp_path, suffix):
    mosaic = made(given(tmp_path, A))
    (tmp_path / "file").write_text("")
    for out in (tmp_path / "absent" / f"m{suffix}", tmp_path / "file" / f"m{suffix}"):
        with pytest.raises(NotWritable):
            write(mosaic, out, QgsFeedback())
    assert not list(tmp_path.glob("*_sources"))


def test_the_result_never_replaces_an_image_of_it(tmp_path):
    own = geotiff(tmp_path / "own.tif", flat(5, bands=3), (X, Y))
    before = own.read_bytes()
    with pytest.raises(CannotAssemble) as caught:
        write(made([Given(str(own))]), own, QgsFeedback())
    assert caught.value.reason == "itself" and own.read_bytes() == before


def test_a_link_that_ends_is_never_written_into_a_file(tmp_path):
    own = geotiff(tmp_path / "own.tif", flat(5, bands=3), (X, Y))
    groups, _ = read_given([Given(str(own))], QgsFeedback())
    mosaic = assemble(groups, Recipe(), QgsFeedback())
    part = mosaic.images[0].laid.part
    streamed = replace(part, exact=part.exact.replace(str(own), "/vsicurl/https://storage.invalid/a.tif"))
    laid = replace(mosaic.images[0].laid, part=streamed)
    with pytest.raises(CannotAssemble) as caught:
        write(replace(mosaic, images=(replace(mosaic.images[0], laid=laid),)), tmp_path / "m.vrt", QgsFeedback())
    assert caught.value.reason == "streamed" and not (tmp_path / "m.vrt").exists()


def test_nothing_is_written_beside_the_images(tmp_path):
    """Not even when QGIS loads the mosaic as any other raster, statistics and all."""
    mosaic = made(given(tmp_path, A, B))
    write(mosaic, tmp_path / "m.vrt", QgsFeedback())
    before = sorted(tmp_path.glob("d*/**/*"))
    layer = QgsRasterLayer(str(tmp_path / "m.vrt"), "m")
    assert layer.dataProvider().bandStatistics(1).maximumValue == 2000
    looks(mosaic, QgsFeedback())
    write(mosaic, tmp_path / "m.tif", QgsFeedback())
    del layer
    assert sorted(tmp_path.glob("d*/**/*")) == before


def test_a_disk_that_is_full(tmp_path):
    """A real one, of 20 MB, of which 16 always stay free."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mosaic = made(given(tmp_path, replace(A, pixels=np.random.default_rng(1).integers(1, 4000, (4, 1500, 1500), "u2"))))
    mount = ["mount", "-t", "tmpfs", "-o", "size=6M", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this person may not mount a disk")
    try:
        with pytest.raises(NoRoom) as caught:
            write(mosaic, disk / "m.tif", QgsFeedback())
        assert not list(disk.iterdir()) and "m.tif" in sentence(caught.value)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_cancel_is_heard_at_once_while_pixels_are_copied(tmp_path):
    """Sharpened, resampled and compressed: the dearest kind."""
    pan = Image("PHR1B", "P", gradient(3000, 3000, 1), (X, Y), 0.5)
    ms = Image("PHR1B", "MS", gradient(750, 750), (X, Y), 2.0)
    write_pleiades(tmp_path / "d", [pan, ms])
    mosaic = made([Given(str(tmp_path / "d"))], pansharpen=True, crs="EPSG:3857")
    stopped = Stopped(after=3)
    with pytest.raises(Cancelled):
        write(mosaic, tmp_path / "m.tif", stopped)
    assert stopped.asked_after <= 4  # it goes on for none of its 80 steps: each was asked for twice at most
    assert not list(tmp_path.glob("*m.tif*"))


class Stopped:
    """Given up when it was asked some times."""

    def __init__(self, after: int) -> None:
        self._left, self.asked_after = after, 0

    def isCanceled(self) -> bool:
        self._left -= 1
        self.asked_after += self._left < 0
        return self._left < 0


def test_cancelling_leaves_the_former_file(tmp_path):
    out = tmp_path / "m.tif"
    out.write_text("former")
    stopped = QgsFeedback()
    stopped.cancel()
    mosaic = made(given(tmp_path, A))
    with pytest.raises(Cancelled):
        write(mosaic, out, stopped)
    assert out.read_text() == "former" and not list(tmp_path.glob(".m*"))
    groups, _ = read_given([Given(str(tmp_path / "d0"))], QgsFeedback())
    with pytest.raises(Cancelled):
        assemble(groups, Recipe(), stopped)


def test_the_layer_is_drawn_between_common_values(tmp_path):
    inputs = given(tmp_path, replace(A, pixels=wide(200, 1000)), replace(B, pixels=wide(600, 1400)))
    mosaic = made(inputs)
    (low, high), *_ = looks(mosaic, QgsFeedback()).limits
    assert 200 <= low < 260 and 1330 < high <= 1400
    assert looks(made(inputs, eight_bits=True), QgsFeedback()).limits is None


def test_each_reason_has_its_sentence():
    reasons = (
        "nothing",
        "outside",
        "bands",
        "no_crs",
        "crs",
        "unreachable",
        "too_large",
        "streamed",
        "not_raster",
        "itself",
    )
    said = {sentence(CannotAssemble(reason, "x")) for reason in reasons}
    assert len(said) == len(reasons) and issubclass(CannotAssemble, DinamisError)
