# SPDX-License-Identifier: GPL-2.0-or-later
"""Zones in real files of every format that is offered, written by GDAL, and in files that cannot serve."""

from __future__ import annotations

import json
import zipfile

import pytest
from osgeo import ogr, osr
from shapely.geometry import LineString, Point, Polygon, box, mapping

from dinamis_qgis.core.outline_files import (
    LINES,
    POLYGONS,
    is_zone_file,
    layers_of,
    lines_in,
    outlines_in,
    outlines_of_file,
)
from dinamis_qgis.core.territory import read_territory, write_territory
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.errors import Cancelled, InvalidFile, InvalidZone

KML = "LIBKML" if ogr.GetDriverByName("LIBKML") else "KML"  # not every GDAL has both
HOME = box(-2.6, 48.4, -2.4, 48.5)
LAMBERT = (box(290_000, 6_820_000, 300_000, 6_830_000), 2154)  # 10 km a side, near Lamballe


class Feedback:
    cancelled = False

    def isCanceled(self):
        return self.cancelled


def write(path, driver, *layers):
    """``layers``: (name, EPSG or None, [(text or None, shape), …])."""
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    for name, epsg, features in layers:
        crs = None
        if epsg is not None:
            crs = osr.SpatialReference()
            crs.ImportFromEPSG(epsg)
            crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        layer = dataset.CreateLayer(name, crs, ogr.wkbUnknown if driver != "ESRI Shapefile" else _type(features))
        named = any(text for text, _ in features)
        if named:
            layer.CreateField(ogr.FieldDefn("Name" if "KML" in driver else "nom", ogr.OFTString))
        for text, shape in features:
            feature = ogr.Feature(layer.GetLayerDefn())
            if named:
                feature.SetField(0, text)
            feature.SetGeometry(ogr.CreateGeometryFromWkb(shape.wkb))
            layer.CreateFeature(feature)
            del feature
        del layer
    return path


def _type(features):
    return {"Polygon": ogr.wkbPolygon, "LineString": ogr.wkbLineString, "Point": ogr.wkbPoint}[features[0][1].geom_type]


def zipped(path, *members, as_names=None):
    with zipfile.ZipFile(path, "w") as archive:
        for number, member in enumerate(members):
            name = as_names[number] if as_names else member.name
            archive.writestr(zipfile.ZipInfo(name), member.read_bytes())
    return path


def shapefile(folder, crs=2154, shape=LAMBERT[0]):
    folder.mkdir(exist_ok=True)
    write(folder / "zone.shp", "ESRI Shapefile", ("zone", crs, [("Ici", shape)]))
    return folder / "zone.shp"


def only(path):
    (found,) = outlines_of_file(path, Feedback())
    return found


def geojson(path, *features, crs=None):
    listed = [{"type": "Feature", "properties": said, "geometry": mapping(shape)} for said, shape in features]
    said = {"type": "FeatureCollection", "features": listed}
    if crs:
        said["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


@pytest.mark.parametrize(("suffix", "driver"), [("kml", KML), ("geojson", "GeoJSON"), ("gpkg", "GPKG")])
def test_formats_in_degrees(qgis_app, tmp_path, suffix, driver):
    found = only(write(tmp_path / f"zone.{suffix}", driver, ("zone", 4326, [("Ici", HOME)])))
    assert found.name == "Ici" and found.shape.equals_exact(HOME, 1e-9) or area_km2(found.shape) == pytest.approx(
        area_km2(HOME), rel=1e-9
    )  # fmt: skip


def test_a_kmz_is_read_in_place(qgis_app, tmp_path):
    kml = write(tmp_path / "doc.kml", KML, ("zone", 4326, [("Ici", HOME)]))
    found = only(zipped(tmp_path / "zone.kmz", kml))
    assert found.name == "Ici" and area_km2(found.shape) == pytest.approx(area_km2(HOME), rel=1e-9)


@pytest.mark.parametrize("suffix", ["zip", "shz", "livraison (2).ZIP"])
def test_a_shapefile_in_lambert_93_plain_or_zipped(qgis_app, tmp_path, suffix):
    path = shapefile(tmp_path / "plain")
    parts = sorted(path.parent.iterdir())
    archive = zipped(tmp_path / f"zone.{suffix}", *parts, as_names=[f"à rendre/{part.name}" for part in parts])
    for found in (only(path), only(archive)):
        assert found.name == "Ici" and area_km2(found.shape) == pytest.approx(100.0, rel=2e-3)
        assert found.shape.covers(Point(-2.55, 48.45)) or found.shape.bounds[1] == pytest.approx(48.4, abs=0.15)


def test_other_projections_and_drom(qgis_app, tmp_path):
    reunion = box(330_000, 7_650_000, 340_000, 7_660_000)  # RGR92 / UTM 40S
    found = only(write(tmp_path / "974.gpkg", "GPKG", ("z", 2975, [(None, reunion)])))
    assert area_km2(found.shape) == pytest.approx(100.0, rel=2e-3) and found.shape.bounds[1] < -21
    assert found.name == "974"


def test_a_geopackage_of_several_layers_offers_those_that_can_serve(qgis_app, tmp_path):
    path = write(
        tmp_path / "base.gpkg", "GPKG",
        ("rivieres", 4326, [(None, LineString([(0, 48), (0.1, 48.1)]))]),
        ("communes", 2154, [("A", LAMBERT[0]), ("B", Polygon([(0, 0), (9, 9), (9, 0), (0, 9)]))]),
        ("mairies", 4326, [(None, Point(0, 48))]),
        ("vide", 4326, []),
    )  # fmt: skip
    layers = layers_of(path, Feedback())
    assert [(layer.name, layer.holds, layer.count) for layer in layers] == [
        ("communes", POLYGONS, 2), ("rivieres", LINES, 1),
    ]  # fmt: skip
    assert [each.name for each in outlines_in(layers[0], Feedback())] == ["A"]  # the other crosses itself
    assert lines_in(layers[1], Feedback()).equals_exact(lines_in(layers[1], Feedback()), 0)
    with pytest.raises(InvalidZone) as raised:
        lines_in(layers[0], Feedback())
    assert raised.value.reason == "no_line"


def test_a_gpx_track_is_lines_not_its_points(qgis_app, tmp_path):
    path = tmp_path / "sentier.gpx"
    points = "".join(f'<trkpt lat="{48 + i / 100}" lon="-2.{i}"><ele>{i}</ele></trkpt>' for i in range(1, 9))
    path.write_text(
        '<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1">'
        f'<wpt lat="48" lon="-2"><name>gîte</name></wpt><trk><name>GR 34</name><trkseg>{points}</trkseg></trk></gpx>',
        encoding="utf-8",
    )
    (layer,) = layers_of(path, Feedback())
    assert (layer.name, layer.holds) == ("tracks", LINES)
    line = lines_in(layer, Feedback())
    assert not line.has_z and line.bounds == pytest.approx((-2.8, 48.01, -2.1, 48.08))


def test_the_crs_of_an_old_geojson_is_read(qgis_app, tmp_path):
    path = geojson(tmp_path / "l93.geojson", ({}, LAMBERT[0]), crs="urn:ogc:def:crs:EPSG::2154")
    assert area_km2(only(path).shape) == pytest.approx(100.0, rel=2e-3)


def test_a_file_without_a_crs_asks_for_it(qgis_app, tmp_path):
    path = shapefile(tmp_path / "nowhere", crs=None)
    (layer,) = layers_of(path, Feedback())
    with pytest.raises(InvalidZone) as raised:
        outlines_in(layer, Feedback())
    assert raised.value.reason == "no_crs" and layer.crs == ""
    (found,) = outlines_in(layer, Feedback(), "EPSG:2154")
    assert area_km2(found.shape) == pytest.approx(100.0, rel=2e-3)


def test_metres_called_degrees_are_refused(qgis_app, tmp_path):
    with pytest.raises(InvalidZone) as raised:
        only(geojson(tmp_path / "x.geojson", ({}, LAMBERT[0])))
    assert raised.value.reason == "not_transformable"
    with pytest.raises(InvalidZone) as raised:
        only(write(tmp_path / "y.gpkg", "GPKG", ("z", 2154, [(None, box(5e7, 5e7, 6e7, 6e7))])))
    assert raised.value.reason == "not_transformable"


def test_a_zone_across_the_antimeridian_is_split(qgis_app, tmp_path):
    jump = Polygon([(179.9, -16), (-179.9, -16), (-179.9, -16.1), (179.9, -16.1)])
    found = only(geojson(tmp_path / "fiji.geojson", ({}, jump)))
    assert area_km2(found.shape) == pytest.approx(area_km2(box(0, -16.1, 0.2, -16.0)), rel=1e-6)


@pytest.mark.parametrize(
    ("features", "reason"),
    [
        ([({}, Point(0, 48))], "points"),
        ([], "empty"),
        ([({}, LineString([(0, 48), (1, 48)]))], "not_polygon"),
        ([({}, Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]))], "self_crossing"),
    ],
)
def test_files_whose_shapes_make_no_zone(qgis_app, tmp_path, features, reason):
    with pytest.raises(InvalidZone) as raised:
        outlines_of_file(geojson(tmp_path / "x.geojson", *features), Feedback())
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("absent.geojson", None),
        ("broken.geojson", "{"),
        ("text.kml", "bonjour"),
        ("other.gpkg", "SQLite format 4"),
        ("virtual.shp", '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource>'
                        "</OGRVRTLayer></OGRVRTDataSource>"),
        ("list.csv", "a,b\n1,2"),
    ],
)  # fmt: skip
def test_files_that_are_none(qgis_app, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidFile):
        layers_of(path, Feedback())


def test_archives_that_climb_or_hide_or_swell_are_refused(qgis_app, tmp_path, monkeypatch):
    outside = geojson(tmp_path / "outside.geojson", ({}, HOME))
    climbing = ("../outside.geojson", "/etc/x.geojson", "a/../../b.geojson", "C:\\x.geojson", "lisez-moi.txt")
    for number, name in enumerate(climbing):
        with pytest.raises(InvalidFile) as raised:
            layers_of(zipped(tmp_path / f"{number}.zip", outside, as_names=[name]), Feedback())
        assert raised.value.reason == "nothing in the archive can be read"
    fine = zipped(tmp_path / "fine.zip", outside)
    assert len(layers_of(fine, Feedback())) == 1
    monkeypatch.setattr("dinamis_qgis.core.vector_files._MOST_BYTES", 10)
    with pytest.raises(InvalidFile) as raised:
        layers_of(fine, Feedback())
    assert "large" in raised.value.reason
    cut = tmp_path / "cut.zip"
    cut.write_bytes(fine.read_bytes()[:-30])
    with pytest.raises(InvalidFile):
        layers_of(cut, Feedback())


def test_nothing_is_written_beside_the_file(qgis_app, tmp_path):
    path = shapefile(tmp_path / "plain")
    gpkg = write(path.parent / "base.gpkg", "GPKG", ("z", 4326, [(None, HOME)]))
    before = sorted(each.name for each in path.parent.iterdir())
    only(path), only(gpkg)
    assert sorted(each.name for each in path.parent.iterdir()) == before


def test_a_long_file_is_given_up_at_once(qgis_app, tmp_path):
    features = [({}, box(i / 1000, 48, i / 1000 + 0.001, 48.1)) for i in range(600)]
    (layer,) = layers_of(geojson(tmp_path / "many.geojson", *features), Feedback())
    given_up = Feedback()
    given_up.cancelled = True
    with pytest.raises(Cancelled):
        outlines_in(layer, given_up)


def test_which_files_are_taken_for_zones():
    assert all(map(is_zone_file, ("a.KML", "b.shp", "c.zip", "d.gpkg")))
    assert not any(map(is_zone_file, ("a.tif", "b.csv", "", "kml")))


def test_names_in_a_windows_encoding_are_read_and_can_be_kept(tmp_path):
    shape = json.dumps(mapping(HOME))
    path = tmp_path / "zone.geojson"
    path.write_bytes(
        f'{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"nom":"Côte d\'Émeraude"}},'
        f'"geometry":{shape}}}]}}'.encode("cp1252")
    )
    (outline,) = outlines_of_file(path, Feedback())
    assert outline.name == "Côte d'Émeraude"
    kept = tmp_path / "territory.geojson"
    write_territory(kept, outline)
    assert read_territory(kept).name == outline.name


def test_a_ring_left_open_is_closed_as_qgis_closes_it_and_one_of_two_points_is_no_zone(qgis_app, tmp_path):
    for name, ring in (("open", [[2, 48], [3, 48], [3, 49], [2, 49]]), ("none", [[2, 48], [3, 48]])):
        said = {"type": "Polygon", "coordinates": [ring]}
        (tmp_path / f"{name}.geojson").write_text(json.dumps(said), encoding="utf-8")
    (found,) = outlines_of_file(tmp_path / "open.geojson", Feedback())
    assert found.zone.shape.equals(box(2, 48, 3, 49))
    with pytest.raises(InvalidZone) as caught:
        outlines_of_file(tmp_path / "none.geojson", Feedback())
    assert caught.value.reason == "self_crossing"
