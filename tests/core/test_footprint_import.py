# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of footprints in every format, in any CRS, whole or broken: a catalogue that is searched like any other."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from osgeo import ogr, osr
from qgis.core import QgsSettings
from shapely.geometry import box, shape

from dinamis_qgis.core.catalogues import configured_rows, open_named, user_file
from dinamis_qgis.core.footprint_files import look, read
from dinamis_qgis.core.footprint_import import bring_in, remember, remembered
from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.errors import Cancelled, InvalidFile
from dinamis_qgis.domain.footprint_columns import Columns, guess
from dinamis_qgis.domain.query import SearchQuery

ROWS = [
    {"identifiant": "PHR1A_1", "date_acq": "2022/07/14", "satellite": "PHR1A", "nuages": "3", "titre": "Baie é"},
    {"identifiant": "SPOT7_2", "date_acq": "2021/06/01", "satellite": "SPOT7", "nuages": "", "titre": ""},
]
SHAPES = [box(-2.6, 48.4, -2.4, 48.5), box(-2.0, 48.0, -1.5, 48.4)]
KML = "LIBKML" if ogr.GetDriverByName("LIBKML") else "KML"  # which reads outlines and names, no other column
DRIVERS = {
    "geojson": "GeoJSON", "kml": KML, "shp": "ESRI Shapefile", "gpkg": "GPKG", "csv": "CSV",
}  # fmt: skip


class Feedback:
    cancelled = False

    def isCanceled(self):
        return self.cancelled


def srs(code):
    made = osr.SpatialReference()
    made.ImportFromEPSG(code)
    made.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return made


def export(path: Path, code=4326, rows=ROWS, shapes=SHAPES) -> Path:
    """As another program would."""
    suffix = path.suffix[1:]
    if suffix == "csv":
        head = ";".join(["WKT", *rows[0]])
        lines = [";".join([f'"{one.wkt}"', *row.values()]) for one, row in zip(shapes, rows)]
        path.write_text("\n".join([head, *lines]), encoding="cp1252")
        return path
    target = srs(code)
    to = osr.CoordinateTransformation(srs(4326), target)
    dataset = ogr.GetDriverByName(DRIVERS[suffix]).CreateDataSource(str(path))
    layer = dataset.CreateLayer("emprises", target, ogr.wkbPolygon)
    for name in rows[0]:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for one, row in zip(shapes, rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in row.items():
            if value:
                feature.SetField(name[:10] if suffix == "shp" else name, value)
        geometry = ogr.CreateGeometryFromWkb(one.wkb)
        geometry.Transform(to)
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    del layer, dataset
    return path


def taken(path, **more):
    table = look(path, Feedback())
    columns = guess(table.columns, table.samples)
    return read(table, Columns(columns.names, **more), Feedback(), lambda _percent: None)


@pytest.mark.parametrize(("suffix", "code"), [(s, 4326) for s in DRIVERS] + [(s, 2154) for s in ("shp", "gpkg")])
def test_every_format_says_the_same(qgis_app, tmp_path, suffix, code):
    found = taken(export(tmp_path / f"e.{suffix}", code))
    assert found.left_out == 0
    if (suffix, KML) != ("kml", "KML"):
        assert [one["id"] for one in found.items] == ["PHR1A_1", "SPOT7_2"]
        first, second = (one["properties"] for one in found.items)
        assert (first["platform"], first["eo:cloud_cover"], first["title"]) == ("PHR1A", 3.0, "Baie é")
        assert first["start_datetime"].startswith("2022-07-14") and "eo:cloud_cover" not in second
    for one, outline in zip(found.items, SHAPES):
        assert (
            shape(one["geometry"]).symmetric_difference(outline).area < 1e-3 * outline.area
        )  # a straight edge there is a curve here
        assert len(one["geometry"]["coordinates"][0]) < 80


def test_a_kmz_is_read_in_place(qgis_app, tmp_path):
    with zipfile.ZipFile(tmp_path / "e.kmz", "w") as archive:
        archive.write(export(tmp_path / "e.kml"), "doc.kml")
    found = taken(tmp_path / "e.kmz").items
    assert len(found) == 2 and (KML == "KML" or [one["id"] for one in found] == ["PHR1A_1", "SPOT7_2"])


def test_a_zipped_shapefile_is_read_in_place(qgis_app, tmp_path):
    export(tmp_path / "e.shp", 2154)
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        for part in tmp_path.glob("e.*"):
            if part.suffix != ".zip":
                archive.write(part, f"dossier/{part.name}")
    assert [one["id"] for one in taken(tmp_path / "e.zip").items] == ["PHR1A_1", "SPOT7_2"]


def test_a_csv_in_lambert_says_no_crs_and_takes_the_one_that_is_told(qgis_app, tmp_path):
    to = osr.CoordinateTransformation(srs(4326), srs(2154))
    moved = []
    for one in SHAPES:
        geometry = ogr.CreateGeometryFromWkb(one.wkb)
        geometry.Transform(to)
        moved.append(shape(json.loads(geometry.ExportToJson())))
    path = export(tmp_path / "e.csv", shapes=moved)
    table = look(path, Feedback())
    assert table.crs == "" and not table.in_degrees
    with pytest.raises(InvalidFile):
        taken(path)
    with pytest.raises(InvalidFile):
        taken(path, crs="/etc/passwd")
    outline = shape(taken(path, crs="EPSG:2154").items[0]["geometry"])
    assert outline.symmetric_difference(SHAPES[0]).area < 0.01 * SHAPES[0].area


def test_what_is_no_surface_is_left_out_and_counted(qgis_app, tmp_path):
    ring = [[0, 0], [1, 0], [1, 1], [0, 0]]
    geometries = [
        {"type": "Point", "coordinates": [0, 0]}, None, {"type": "LineString", "coordinates": ring},
        {"type": "MultiPolygon", "coordinates": [[ring]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": [[[170, 0], [-170, 0], [-170, 5], [170, 5], [170, 0]]]},
        {"type": "Polygon", "coordinates": [[[1e6, 0], [2e6, 0], [2e6, 5], [1e6, 0]]]},
    ]  # fmt: skip
    features = [{"type": "Feature", "properties": {"id": str(n)}, "geometry": g} for n, g in enumerate(geometries)]
    path = tmp_path / "e.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    found = taken(path)
    assert [one["id"] for one in found.items] == ["2", "3", "5"] and found.left_out == 4
    assert abs(shape(found.items[2]["geometry"]).area - 100.0) < 1e-9  # across 180°, not round the Earth


@pytest.mark.parametrize("name", ["e.geojson", "e.csv", "e.kml", "e.gpkg", "e.shp", "e.zip", "e.txt", "absent.csv"])
def test_what_is_no_file_of_footprints_is_told(qgis_app, tmp_path, name):
    if name != "absent.csv":
        (tmp_path / name).write_bytes(b"<VRTDataset/>" if name == "e.txt" else b"a,b\n1,2\n")
    with pytest.raises(InvalidFile):
        taken(tmp_path / name)


def test_a_long_file_can_be_given_up(qgis_app, tmp_path):
    feedback = Feedback()
    table = look(export(tmp_path / "e.geojson"), feedback)
    feedback.cancelled = True
    with pytest.raises(Cancelled):
        read(table, Columns(), feedback, lambda _percent: None)


@pytest.fixture
def own_rows(qgis_app):
    user_file().unlink(missing_ok=True)
    QgsSettings().remove("dinamis")
    yield user_file()
    user_file().unlink(missing_ok=True)
    for one in (user_file().parent / "footprints").glob("*.json"):
        one.unlink()


def test_an_import_is_a_catalogue_like_any_other(own_rows, tmp_path):
    table = look(export(tmp_path / "Mes emprises.shp", 2154), Feedback())
    columns = guess(table.columns, table.samples)
    done = bring_in(table, columns, Feedback(), lambda _percent: None)
    assert (done.count, done.left_out, done.row.title) == (2, 0, "Mes emprises")
    row = next(row for row in configured_rows()[0] if row.id == done.row.id)
    assert (
        row.enabled and set(row.themes) == {"vhr", "all"} and row.verified.startswith("Imported from Mes emprises.shp")
    )
    catalogue = open_named(row.id, QgisSession())
    (page,) = catalogue.search(SearchQuery(aoi=SHAPES[0], max_cloud=10.0), Feedback())
    assert [(one.id, one.catalogue, one.mission) for one in page.scenes] == [("PHR1A_1", row.id, "PHR1A")]
    export(tmp_path / "other" / "Mes emprises.shp") if (tmp_path / "other").mkdir() else None
    again = bring_in(table, columns, Feedback(), lambda _percent: None)
    assert again.row.id == row.id and len(json.loads(own_rows.read_text())["catalogues"]) == 1


def test_columns_are_remembered_for_the_next_file_that_has_the_same(own_rows, tmp_path):
    table = look(export(tmp_path / "a.geojson"), Feedback())
    assert remembered(table) is None
    columns = Columns({"id": "titre"}, crs="EPSG:2154")
    remember(table, columns)
    assert remembered(look(export(tmp_path / "b.geojson"), Feedback())) == columns
    assert remembered(look(export(tmp_path / "c.geojson", rows=[{"other": "x"}] * 2), Feedback())) is None
    settings = QgsSettings()
    settings.setValue("dinamis/footprint_columns", "{broken")
    assert remembered(table) is None
    remember(table, columns)
    assert remembered(table) == columns


def test_gdal_may_raise_while_it_counts(tmp_path, monkeypatch):
    """GDAL 3.13 does, of a table whose quotes do not match, where another plugin switched its exceptions on."""

    def count(_layer):
        raise RuntimeError("CSV file has unbalanced number of double-quotes.")

    monkeypatch.setattr(ogr.Layer, "GetFeatureCount", count)
    with pytest.raises(InvalidFile, match="double-quotes"):
        look(export(tmp_path / "table.csv"), Feedback())
