# SPDX-License-Identifier: GPL-2.0-or-later
"""What is read in a DIM file, real ones and written ones; and that a damaged one gives a typed error, nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from dinamis_qgis.core.dimap import product_from, read_dimap
from dinamis_qgis.core.xml_tree import parse_xml
from dinamis_qgis.domain.errors import InvalidProduct, UnsupportedProduct
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot

IMAGE = Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5, tile=(60, 64))


def dims(folder: Path) -> dict[str, Path]:
    return {path.name.split("_")[1] + path.parent.name: path for path in folder.rglob("DIM_*.XML")}


def roles(product) -> list[str]:
    return [band.role for band in product.bands]


def test_a_written_product(tmp_path):
    (dim,) = write_pleiades(
        tmp_path, [replace(IMAGE, roi=[(301_000, 6_834_000), (301_040, 6_834_000), (301_000, 6_833_980)])]
    )
    product = read_dimap(dim.as_posix())
    assert (product.mission, product.level, product.spectral_mode, product.radiometry) == (
        "PHR1B",
        "ortho",
        "PMS",
        "BASIC",
    )
    assert product.acquired == datetime(2022, 7, 14, 11, 2, 15, 300_000, timezone.utc)
    assert (product.columns, product.rows, product.gsd, product.crs) == (100, 60, 0.5, "EPSG:2154")
    assert product.geotransform == (301_000.0, 0.5, 0.0, 6_834_000.0, 0.0, -0.5)
    assert (product.nodata, product.saturation, product.value_bits, product.data_type) == (0, 4095, 12, "UInt16")
    assert (product.cloud_cover, product.incidence, product.off_nadir) == (2.5, 12.4, 11.2)
    assert [tile.name for tile in product.tiles] == ["R1C1", "R1C2"]
    assert product.missing_tiles == ()
    assert product.outline.area == pytest.approx(400)  # the mask, not the 1 500 m² of the raster
    assert product.preview.endswith(".JPG") and product.icon.endswith(".JPG")


def test_gains_belong_to_their_band_whatever_the_order(tmp_path):
    (usual,) = write_pleiades(tmp_path / "a", [IMAGE])
    (other,) = write_pleiades(tmp_path / "b", [replace(IMAGE, bands=("B0", "B3", "B2", "B1"))])
    usual, other = read_dimap(usual.as_posix()), read_dimap(other.as_posix())
    assert roles(usual) == ["R", "G", "B", "NIR"]
    assert roles(other) == ["B", "NIR", "R", "G"]
    gains = [{band.id: (band.gain, band.wavelengths) for band in product.bands} for product in (usual, other)]
    assert gains[0] == gains[1]


def test_an_index_list_outweighs_the_display_order(tmp_path):
    image = replace(IMAGE, bands=("B3", "B0", "B1", "B2"), shuffled_display=True)
    (dim,) = write_pleiades(tmp_path, [image])
    assert roles(read_dimap(dim.as_posix())) == ["NIR", "B", "G", "R"]


def test_real_pleiades_bundle(real_data):
    found = dims(real_data / "dimap" / "pleiades_bundle_ortho")
    pan, colour = (read_dimap(found[key].as_posix()) for key in sorted(found, reverse=True))
    assert [band.role for band in pan.bands] == ["P"] and roles(colour) == ["R", "G", "B", "NIR"]
    assert colour.acquired == datetime(2022, 1, 30, 10, 8, 27, 100_000, timezone.utc)
    assert (colour.gsd, pan.gsd, colour.cloud_cover) == (2.0, 0.5, 17.7)
    assert [band.gain for band in colour.bands] == [10.91, 9.75, 9.69, 16.97]
    assert colour.bands[0].wavelengths == (590, 730)
    assert (round(colour.incidence, 2), round(colour.off_nadir, 2)) == (12.95, 11.63)  # of Center, not of the first
    assert colour.producer == "Airbus"


def test_real_spot(real_data):
    (dim,) = (real_data / "dimap").rglob("DIM_SPOT7*.XML")
    product = read_dimap(dim.as_posix())
    assert (product.mission, product.gsd, product.crs) == ("SPOT7", 1.5, "EPSG:32749")
    assert product.acquired == datetime(2020, 11, 17, 2, 45, 17, 900_000, timezone.utc)
    assert product.bands[2].wavelengths == (457, 525)  # nanometres here, micrometres for Pléiades
    assert product.outline.area / 1e6 == pytest.approx(
        product.surface_km2, rel=1e-3
    )  # the mask, whose CRS SPOT misspells


def test_real_pleiades_neo_says_its_bands_by_group_of_files(real_data):
    (dim,) = (real_data / "dimap").rglob("DIM_PNEO4*MS-FS*.XML")
    product = read_dimap(dim.as_posix())
    assert roles(product) == ["R", "G", "B", "NIR", "RE", "DB"]
    assert {(tile.first_band, tile.bands) for tile in product.tiles} == {(1, 3), (4, 3)}
    assert product.outline.area / 1e6 == pytest.approx(product.surface_km2, rel=1e-3)
    assert product.icon == ""


NEO_GROUPS = """<Data_Files><Data_File tile_R="1" tile_C="1"><DATA_FILE_PATH href="A.TIF"/></Data_File>
<Raster_Display><Raster_Index_List>{}</Raster_Index_List></Raster_Display></Data_Files>
<Data_Files><Data_File tile_R="1" tile_C="1"><DATA_FILE_PATH href="B.TIF"/></Data_File>
<Raster_Display><Raster_Index_List>{}</Raster_Index_List></Raster_Display></Data_Files>"""


def index(*ids: str) -> str:
    return "".join(
        f"<Raster_Index><BAND_ID>{name}</BAND_ID><BAND_INDEX>{number}</BAND_INDEX></Raster_Index>"
        for number, name in reversed(list(enumerate(ids, 1)))
    )


def with_groups(text: str, count: int, groups: str) -> str:
    start, end = text.index("<Data_Files>"), text.index("</Data_Files>") + len("</Data_Files>")
    text = text[:start] + groups + text[end:]
    return text.replace("<NBANDS>4<", f"<NBANDS>{count}<")


def test_groups_of_files_in_any_order(tmp_path):
    (dim,) = write_pleiades(tmp_path, [replace(IMAGE, tile=None)])
    text = with_groups(dim.read_text("utf-8"), 6, NEO_GROUPS.format(index("NIR", "RE", "DB"), index("B", "G", "R")))
    product = product_from(parse_xml(text.encode(), "x"), dim.as_posix())
    assert roles(product) == ["NIR", "RE", "DB", "B", "G", "R"]
    assert [(tile.first_band, tile.bands) for tile in product.tiles] == [(1, 3), (4, 3)]


def changed(dim: Path, old: str, new: str):
    text = dim.read_text("utf-8")
    assert old in text
    return product_from(parse_xml(text.replace(old, new).encode(), dim.as_posix()), dim.as_posix())


def test_what_is_absent_is_unknown_never_zero(tmp_path):
    (dim,) = write_spot(tmp_path, [replace(IMAGE, satellite="SPOT7", cloud_cover=None)])
    product = changed(dim, "<LOCATION_TYPE>Center<", "<LOCATION_TYPE>TopLeft<")
    assert (product.cloud_cover, product.incidence, product.off_nadir, product.sun_elevation) == (
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('href="IMG_', 'href="../../IMG_'),
        ('href="IMG_', 'href="/etc/IMG_'),
        ('href="IMG_', 'href="http://elsewhere/IMG_'),
        ('href="IMG_', 'href="..\\IMG_'),
        ("<NCOLS>100<", "<NCOLS>-1<"),
        ("<NCOLS>100<", "<NCOLS>1e9<"),
        ("<NBANDS>4<", "<NBANDS>0<"),
        ("<NBANDS>4<", "<NBANDS>3<"),
        ("<ULXMAP>301000.0<", "<ULXMAP>nan<"),
        ('tile_C="2"', 'tile_C="9"'),
        ("<NBITS>16<", "<NBITS>17<"),
    ],
)
def test_a_contradiction_is_refused(tmp_path, old, new):
    (dim,) = write_pleiades(tmp_path, [IMAGE])
    with pytest.raises(InvalidProduct):
        changed(dim, old, new)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("<MISSION>PHR<", "<MISSION>PER<", "mission"),
        ("Dimap_Document>", "Level-1C_User_Product>", "mission"),
    ],
)
def test_what_is_sound_but_not_for_us_says_why(tmp_path, old, new, reason):
    (dim,) = write_pleiades(tmp_path, [IMAGE])
    with pytest.raises(UnsupportedProduct) as caught:
        changed(dim, old, new)
    assert caught.value.reason == reason


def test_a_mask_that_is_broken_or_elsewhere_leaves_the_extent(tmp_path):
    (dim,) = write_pleiades(tmp_path, [IMAGE])
    (mask,) = (dim.parent / "MASKS").iterdir()
    for text in ("", "<a", "<Mask/>", mask.read_text("utf-8").replace("301", "901")):
        mask.write_text(text, "utf-8")
        assert read_dimap(dim.as_posix()).outline.area == pytest.approx(50 * 30)


BOMB = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><a>&d;&d;&d;</a>"""
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize(
    "text",
    [BOMB, EXTERNAL, "<a>" * 5000, "<a>" + "<b/>" * 300_000 + "</a>", "", "<a", "<a/><b/>", "\0\1", "<a>&x;</a>"],
)
def test_xml_that_is_meant_to_hurt_or_broken(text):
    with pytest.raises(InvalidProduct):
        parse_xml(text.encode(), "x.xml")


def test_a_document_that_names_no_satellite_is_broken_and_not_another_satellite_s():
    with pytest.raises(InvalidProduct):
        product_from(parse_xml(b"<Dimap_Document/>", "DIM.XML"), "DIM.XML")
