# SPDX-License-Identifier: GPL-2.0-or-later
"""The dossier of a request, read again by other readers than those that wrote it."""

from __future__ import annotations

import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from osgeo import ogr
from shapely.geometry import Polygon, box, shape

from dinamis_qgis.core.dossier import write_dossier
from dinamis_qgis.core.tariffs import tariff_shelf
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.errors import NotWritable
from dinamis_qgis.domain.quota import Order, estimate
from dinamis_qgis.domain.request import ImageryRequest
from dinamis_qgis.domain.request_file import read_request

DAY = date(2026, 11, 20)
ZONE = Polygon(
    [(-2.6, 48.4), (-2.6, 48.6), (-2.4, 48.6), (-2.4, 48.4)],  # clockwise: to be turned round
    [[(-2.55, 48.45), (-2.45, 48.45), (-2.45, 48.55), (-2.55, 48.55)]],
)
REQUEST = ImageryRequest(
    ZONE,
    title='Trait de côte <b>&amp;</b> "été" [% 6*7 %]',
    purpose="Suivi des dunes",
    acquisition="tasking",
    start=date(2026, 11, 1),
    end=date(2027, 3, 31),
    max_cloud=10,
    organisation="Lamballe Terre & Mer",
    note="entre nous",
)


def write(folder: Path, request: ImageryRequest = REQUEST) -> Path:
    km2 = area_km2(request.zone)
    order = Order(request.sensor, request.category, request.acquisition, km2, km2)
    path = folder / "dossier.zip"
    write_dossier(path, request, estimate(tariff_shelf().on(DAY), order), DAY)
    return path


@pytest.fixture(scope="module")
def dossier(qgis_app, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    path = write(folder)
    assert list(folder.iterdir()) == [path]
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        archive.extractall(folder / "read")
    return folder / "read"


def page(pdf: Path) -> str:
    """Its text; a page that is not one A4 page fails."""
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert "(A4)" in said and [line for line in said.splitlines() if line.startswith("Pages")][0].endswith(" 1")
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def test_names_are_the_same_whatever_the_title(dossier):
    names = {path.name for path in dossier.iterdir()}
    assert names == {"request.pdf", "request.txt", "request.json", "zone.geojson", "zone.kml", "zone.shp.zip"}


@pytest.mark.parametrize("name", ["zone.geojson", "zone.kml", "zone.shp.zip"])
def test_the_zone_is_read_by_ogr(dossier, name):
    source = ogr.Open(f"/vsizip/{dossier / name}" if name.endswith(".zip") else str(dossier / name))
    layer = source.GetLayer(0)
    assert layer.GetFeatureCount() == 1
    assert layer.GetSpatialRef().IsSame(ogr.Open(str(dossier / "zone.geojson")).GetLayer(0).GetSpatialRef())
    feature = layer.GetNextFeature()
    title = feature.GetField("Name" if name.endswith("kml") else "title")
    assert title == REQUEST.title
    read = shape(json.loads(feature.GetGeometryRef().ExportToJson()))
    assert read.is_valid and read.equals(ZONE)


def test_rings_are_right_handed(dossier):
    (feature,) = json.loads((dossier / "zone.geojson").read_text(encoding="utf-8"))["features"]
    zone = shape(feature["geometry"])
    assert zone.exterior.is_ccw and not zone.interiors[0].is_ccw
    assert feature["properties"]["area_km2"] == pytest.approx(area_km2(ZONE), abs=1e-6)
    root = ElementTree.parse(dossier / "zone.kml").getroot()
    rings = [
        Polygon([tuple(map(float, point.split(","))) for point in one.text.split()]).exterior
        for one in root.iter("{http://www.opengis.net/kml/2.2}coordinates")
    ]
    assert [ring.is_ccw for ring in rings] == [True, False]


def test_the_shapefile_says_its_encoding_and_crs(dossier):
    with zipfile.ZipFile(dossier / "zone.shp.zip") as archive:
        assert {"zone.shp", "zone.shx", "zone.dbf", "zone.prj", "zone.cpg"} <= set(archive.namelist())
        assert archive.read("zone.cpg") == b"UTF-8"
        assert b"WGS_1984" in archive.read("zone.prj")


def test_the_request_is_read_again_without_what_is_internal(dossier):
    read = read_request(dossier / "request.json")
    assert read.zone.equals(ZONE) and read.title == REQUEST.title
    assert replace(read, zone=ZONE) == replace(REQUEST, note="")


def test_the_page_says_the_request_and_what_the_estimate_is_worth(dossier):
    text = page(dossier / "request.pdf")
    assert "[% 6*7 %]" in text and "42" not in text.splitlines()[0]  # no expression is evaluated
    assert "<b>&amp;</b>" in text
    assert "Archive images" not in text
    for said in ("Lamballe Terre & Mer", "Oct 2022", "quote binds", "CNES", "Natural Earth", "EPSG:2154"):
        assert said in text
    assert "entre nous" not in text
    assert "counted once" not in text
    assert "quote binds" in (dossier / "request.txt").read_text(encoding="utf-8")


def test_the_page_names_nobody_but_the_organisation(dossier):
    said = subprocess.run(["pdfinfo", dossier / "request.pdf"], capture_output=True, text=True, check=True).stdout
    about = dict(line.split(":", 1) for line in said.splitlines())
    assert about["Title"].strip() == REQUEST.title
    assert about["Author"].strip() == REQUEST.organisation


def test_several_dates_are_not_in_the_figures_and_it_is_said(qgis_app, tmp_path):
    with zipfile.ZipFile(write(tmp_path, replace(REQUEST, dates=3))) as archive:
        assert "counted once: the request asks for 3 date" in archive.read("request.txt").decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"purpose": "un mot et un autre " * 200, "constraints": "marée " * 600, "archive_ids": ("X" * 300,) * 10},
        {"zone": box(179.5, -17, 180, -16.5).union(box(-180, -17, -179.7, -16.5))},
        {"zone": box(2.35, 48.85, 2.35001, 48.85001), "sensor": "spot", "category": "foreign_science"},
        {"zone": box(-170, -80, 170, 84), "sensor": "spot"},
        {"zone": box(-63, 14, 56, 51).difference(box(-50, 16, 50, 40)), "category": "foreign_science"},
    ],
    ids=["long texts", "antimeridian", "a square metre", "the Earth", "wide"],
)
def test_any_request_makes_one_page(qgis_app, changes, tmp_path):
    with zipfile.ZipFile(write(tmp_path, replace(REQUEST, **changes))) as archive:
        archive.extract("request.pdf", tmp_path)
    text = page(tmp_path / "request.pdf")
    assert ("Texts cut short" in text) == ("purpose" in changes)
    for said in ("Purpose", "Requester", "Estimated cost", "quote binds"):
        assert said in text


def test_a_failure_leaves_the_former_file(qgis_app, tmp_path, monkeypatch):
    path = write(tmp_path)
    former = path.read_bytes()
    monkeypatch.setattr("dinamis_qgis.core.dossier.zipped_shapefile", _no_room)
    with pytest.raises(NotWritable):
        write(tmp_path)
    assert path.read_bytes() == former and list(tmp_path.iterdir()) == [path]


def test_a_place_where_nothing_can_be_written(qgis_app, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        write(tmp_path / "file")
    (tmp_path / "dossier.zip").mkdir()
    with pytest.raises(NotWritable):
        write(tmp_path)


def _no_room(*_given):
    raise OSError(28, "No space left on device")
