# SPDX-License-Identifier: GPL-2.0-or-later
"""Land cover maps open with the classes of their year, and maps of values say their unit."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsFeedback, QgsPalettedRasterRenderer, QgsSettings

from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.products import open_image
from dinamis_qgis.core.rasters import read_raster
from dinamis_qgis.core.thematic import known_unit, land_cover_classes
from dinamis_qgis.paths import resource


def write(path, values, unit="", kind=gdal.GDT_Byte):
    values = np.asarray(values)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, kind)
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(2154)
    dataset.SetProjection(srs.ExportToWkt())
    dataset.SetGeoTransform((300_000, 10, 0, 6_800_000, 0, -10))
    dataset.GetRasterBand(1).WriteArray(values)
    if unit:
        dataset.GetRasterBand(1).SetUnitType(unit)
    dataset = None
    return path.as_posix()


def classes_of(layer):
    return {one.value: (one.color.name(), one.label) for one in layer.renderer().classes()}


@pytest.fixture()
def french(qgis_app):
    QgsSettings().setValue("locale/userLocale", "fr_FR")
    QgsSettings().setValue("locale/overrideFlag", True)
    yield
    QgsSettings().remove("locale/userLocale")
    QgsSettings().remove("locale/overrideFlag")


def test_oso_opens_with_the_palette_of_its_year(qgis_app, tmp_path):
    layer = open_image(
        read_raster(write(tmp_path / "OCS_2018_CESBIO.tif", [[1, 23], [15, 0]])), "natural", QgsFeedback()
    )
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)
    shown = classes_of(layer)
    assert (len(shown), shown[1][0], shown[15], shown[23][1]) == (23, "#ff00ff", ("#550000", "Vineyards"), "Water")
    former = open_image(read_raster(write(tmp_path / "OCS_2016.tif", [[11, 222]])), "natural", QgsFeedback())
    assert len(classes_of(former)) == 17 and classes_of(former)[222] == ("#550000", "Vineyards")


def test_class_names_are_french_in_french(french):
    if not land_cover_classes("OCS_2019.tif")[0].name.startswith("B"):
        pytest.skip("QGIS reads its language when it starts")
    names = [one.name for one in land_cover_classes("/data/OSO_20210101_RASTER_V1-0/DATA/OCS_2021.tif")]
    assert names[:2] == ["Bâtis denses", "Bâtis diffus"] and len(names) == 24


@pytest.mark.parametrize(
    "name", ["OCS_2018_CESBIO_validity.tif", "OCS_Confidence_2020.tif", "docs_2018.tif", "OCS_1999.tif"]
)
def test_what_is_no_land_cover_map_is_left_alone(qgis_app, name):
    assert land_cover_classes(name) == ()


def test_a_map_says_the_unit_that_its_file_or_a_dated_table_gives(qgis_app, tmp_path):
    heights = [[0, 100], [200, 300]]
    for name, unit, told in (
        ("heights.tif", "m", "m"),
        ("FORMSpoT_2023.tif", "", "dm"),
        ("FORMSpoT-delta_2023.tif", "", ""),
    ):
        image = read_raster(write(tmp_path / name, heights, unit, gdal.GDT_UInt16))
        layer = open_image(image, "natural", QgsFeedback())
        assert image.value_unit == told
        settings = layer.renderer().legendSettings()
        assert (settings.suffix() if settings else "") == (f"\u00a0{told}" if told else "")
        assert (f"Unit: {told}" in layer.metadata().abstract()) is bool(told)


def test_the_unit_of_a_stac_item_is_that_of_its_file(qgis_app, tmp_path):
    write(tmp_path / "height.tif", [[1, 2]], kind=gdal.GDT_UInt16)
    item = {
        "type": "Feature", "stac_version": "1.0.0", "id": "h", "collection": "forms-t", "links": [], "geometry": None,
        "properties": {"datetime": "2022-01-01T00:00:00Z"},
        "assets": {"h": {"href": "height.tif", "type": "image/tiff", "raster:bands": [{"unit": "m"}]}},
    }  # fmt: skip
    (tmp_path / "item.json").write_text(json.dumps(item), encoding="utf-8")
    (image,) = read_delivery(tmp_path.as_posix(), QgsFeedback()).products
    assert image.value_unit == "m"


def test_every_table_says_its_source_and_how_far_it_is_verified():
    tables = json.loads(resource("thematic.json").read_text(encoding="utf-8"))
    for row in (*tables["land_cover"], *tables["units"]):
        assert row["source"] and row["verified"].startswith("2026-11-20")
    for row in tables["land_cover"]:
        values = [one["value"] for one in row["classes"]]
        assert len(set(values)) == len(values)
        assert all(re.fullmatch("#[0-9a-f]{6}", one["colour"]) and one["fr"] and one["en"] for one in row["classes"])
    assert known_unit("FORMSpoT") == "dm" and known_unit("FORMSpoT-delta") == known_unit("sufosat") == ""
