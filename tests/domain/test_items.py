# SPDX-License-Identifier: GPL-2.0-or-later
"""STAC items, well written or not, as scenes."""

from __future__ import annotations

import copy
import json
import math
import random
import time
from datetime import datetime, timezone
from pathlib import Path

import pytest
import requests

from dinamis_qgis.domain.catalogues.items import Origin, scene_from_item, scenes
from dinamis_qgis.domain.catalogues.stac import StacCatalogue
from dinamis_qgis.domain.scene import Grid

ORIGIN = Origin("here", lambda href, base: href, licence="row's licence", credit="row's credit")
SQUARE = {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [3, 49], [2, 49], [2, 48]]]}


def read(geometry=SQUARE, assets=None, links=(), scene_id="one", **properties):
    item = {"type": "Feature", "id": scene_id, "geometry": geometry, "properties": properties, "links": list(links)}
    return scene_from_item({**item, "assets": assets or {}}, ORIGIN)


@pytest.mark.parametrize(
    ("said", "scene_id", "code"),
    [
        ({"platform": "PHR1B"}, "x", "PHR1B"),
        ({"platform": "pleiades-1a"}, "x", "PHR1A"),
        ({"platform": "Pléiades 1B"}, "x", "PHR1B"),
        ({"platform": "SPOT-6"}, "x", "SPOT6"),
        ({"platform": "spot 7"}, "x", "SPOT7"),
        ({"platform": "pneo4"}, "x", "PNEO4"),
        ({"platform": "Pleiades Neo 3"}, "x", "PNEO3"),
        ({"platform": "sentinel-2b"}, "x", "S2B"),
        ({"platform": ["SPOT4"]}, "x", "SPOT4"),
        ({"platform": "pleiades"}, "DS_PHR1A_202007200503501_FR1", "PHR1A"),
        ({}, "SPOT6_MS_202310011034231_SPOT6_P_202310011034231", "SPOT6"),
        ({}, "SPOT67_mosaic", ""),
        ({"platform": "landsat-8"}, "x", "landsat-8"),
        ({"platform": 7}, "x", ""),
    ],
)
def test_the_mission_is_a_code_whatever_the_service_calls_the_satellite(said, scene_id, code):
    assert read(scene_id=scene_id, **said).mission == code


@pytest.mark.parametrize(
    ("said", "scene_id", "mode"),
    [
        ({"spectral_mode": "P+MS"}, "x", "P+MS"),
        ({"spectral_mode": "XS"}, "x", "MS"),
        ({}, "SPOT6_MS_202310011034231_SPOT6_P_202310011034231", "P+MS"),
        ({}, "ORT_SPOT7_20210601_104512300_000---PAN", "P"),
        ({}, "PNEO4_20211115135830_MS-FS_ORTHO", "MS-FS"),
        ({}, "DS_PHR1A_202007200503501_FR1_PX_E089N26", ""),
        ({"platform": "other"}, "A_P_B", ""),
    ],
)
def test_the_spectral_mode(said, scene_id, mode):
    assert read(scene_id=scene_id, **said).spectral_mode == mode


@pytest.mark.parametrize(
    ("said", "level"),
    [("ORTHO/BASIC", "ortho"), ("Primary", "primary"), ("SENSOR", "primary"), ("L2A", ""), (3, ""), (None, "")],
)
def test_the_level(said, level):
    assert read(**{"processing:level": said}).level == level


def test_incidence_and_off_nadir_are_two_things():
    scene = read(**{"view:off_nadir": 20.0})
    assert (scene.incidence, scene.off_nadir) == (None, 20.0)
    assert read(**{"view:incidence_angle": 22.3}).off_nadir is None


@pytest.mark.parametrize("cloud", [-1, 101, "cloudy", None, True, math.nan, math.inf, [], {}, "1e999"])
def test_a_cloud_cover_that_is_none_is_unknown(cloud):
    assert read(**{"eo:cloud_cover": cloud}).cloud_cover is None


def test_no_clouds_at_all_is_not_unknown():
    assert read(**{"eo:cloud_cover": 0}).cloud_cover == 0.0
    assert read(**{"eo:cloud_cover": "3.5"}).cloud_cover == 3.5


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ({"datetime": "2022-07-14T11:02:15.1234567Z"}, datetime(2022, 7, 14, 11, 2, 15, 123456), None),
        ({"datetime": "2022-07-14T11:02:15.3Z"}, datetime(2022, 7, 14, 11, 2, 15, 300000), None),
        ({"datetime": "2022-07-14T13:02:15+02:00"}, datetime(2022, 7, 14, 11, 2, 15), None),
        ({"datetime": "2022-07-14"}, datetime(2022, 7, 14), None),
        ({"datetime": "yesterday"}, None, None),
        ({"datetime": None}, None, None),
        (
            {"datetime": None, "start_datetime": "2022-01-01T00:00:00Z", "end_datetime": "2022-12-31T00:00:00Z"},
            datetime(2022, 1, 1),
            datetime(2022, 12, 31),
        ),
        (  # GEODES: the day it was published
            {
                "datetime": "2025-04-03T09:00:26Z",
                "start_datetime": "2025-04-02T17:57:41Z",
                "end_datetime": "2025-04-02T17:57:41Z",
            },
            datetime(2025, 4, 2, 17, 57, 41),
            None,
        ),
    ],
)
def test_dates_are_utc_and_a_period_stays_one(said, start, end):
    def utc(moment):
        return moment and moment.replace(tzinfo=timezone.utc)

    scene = read(**said)
    assert (scene.acquired, scene.acquired_end) == (utc(start), utc(end))


@pytest.mark.parametrize(
    ("said", "grid"),
    [
        ({"proj:code": "EPSG:2154", "proj:bbox": [1, 2, 3, 4]}, Grid("EPSG:2154", (1, 2, 3, 4))),
        ({"proj:epsg": 32630, "proj:bbox": "1,2,3,4"}, Grid("EPSG:32630", (1, 2, 3, 4))),
        ({"proj:epsg": "32630", "proj:bbox": [1, 2, 0, 3, 4, 9]}, Grid("EPSG:32630", (1, 2, 3, 4))),
        ({"proj:epsg": 32630, "proj:bbox": [1, 4, 3, 2]}, Grid("EPSG:32630", None)),
        ({"proj:epsg": 32630, "proj:bbox": [1, 2, "x", 4]}, Grid("EPSG:32630", None)),
        (
            {"proj:epsg": 32630, "proj:shape": [10, 20], "proj:transform": [0.5, 0, 100, 0, -0.5, 200, 0, 0, 1]},
            Grid("EPSG:32630", (100, 195, 110, 200)),
        ),
        ({"proj:epsg": 32630, "proj:shape": [10, 20], "proj:transform": [0.5, 0.1, 100, 0, -0.5, 200]}, None),
        ({"proj:epsg": 32630}, Grid("EPSG:32630", None)),
        ({"proj:epsg": None, "proj:bbox": [1, 2, 3, 4]}, None),
        ({"proj:projjson": {"id": {"authority": "EPSG", "code": 2154}}}, Grid("EPSG:2154", None)),
        ({"proj:code": 3}, None),
    ],
)
def test_the_grid_of_a_north_up_picture(said, grid):
    assert read(**said).grid == grid


def test_an_asset_s_grid_is_its_own():
    assets = {
        "overview": {"href": "o.jpg", "proj:bbox": [1, 2, 3, 4]},
        "plain": {"href": "p.jpg"},
        "shaped": {"href": "s.jpg", "proj:shape": [500, 500]},
    }
    said = {"proj:epsg": 2154, "proj:transform": [10, 0, 0, 0, -10, 0], "proj:shape": [10, 10]}
    grids = {asset.key: asset.grid for asset in read(assets=assets, **said).assets}
    assert grids == {"overview": Grid("EPSG:2154", (1, 2, 3, 4)), "plain": None, "shaped": Grid("EPSG:2154", None)}


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {},
        [],
        "POLYGON",
        {"type": "Point", "coordinates": [2, 48]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[2, 48], [3, 48]]]},
        {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [math.inf, 49], [2, 48]]]},
        {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [math.nan, 49], [2, 48]]]},
        {"type": "Polygon", "coordinates": [[[2, 48], [1e9, 48], [3, 49], [2, 48]]]},
        {"type": "Polygon", "coordinates": [[[2, 48], [3, 148], [3, 49], [2, 48]]]},
        {"type": "Polygon", "coordinates": [["a", "b"]]},
        {"type": "Spiral", "coordinates": 3},
        {"type": "GeometryCollection", "geometries": 3},
    ],
)
def test_a_footprint_that_is_none_is_unknown(geometry):
    assert read(geometry).footprint is None


def test_a_footprint_is_flat_valid_and_split_at_180():
    bow_tie = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    assert read(bow_tie).footprint.is_valid
    high = {"type": "Polygon", "coordinates": [[[2, 48, 9], [3, 48, 9], [3, 49, 9], [2, 48, 9]]]}
    assert read(high).footprint.area == pytest.approx(0.5)
    for west, east in ((179.5, -179.5), (179.5, 180.5), (-180.5, -179.5)):
        ring = [[west, 0], [east, 0], [east, 1], [west, 1], [west, 0]]
        footprint = read({"type": "Polygon", "coordinates": [ring]}).footprint
        assert footprint.area == pytest.approx(1.0)
        assert footprint.bounds == (-180.0, 0.0, 180.0, 1.0)


def test_pictures_are_known_by_role_by_name_or_by_suffix():
    assets = {
        "thumbnail": {"href": "t.jpg"},
        "odd/key": {"href": "https://x.test/q?scope=1", "type": "image/JPEG; foo=bar", "roles": ["overview"]},
        "data": {"href": "d.tif", "roles": ["overview"]},
        "size": {"href": "z.zip", "file:size": 12, "file:checksum": "1220AB", "roles": "data"},
    }
    scene = read(assets=assets)
    assert (scene.thumbnail.key, scene.quicklook.key) == ("thumbnail", "odd/key")
    by_key = {asset.key: asset for asset in scene.assets}
    assert by_key["data"].media_type == "image/tiff"
    assert (by_key["size"].size, by_key["size"].checksum, by_key["size"].roles) == (12, "1220ab", ("data",))


def test_the_finest_of_the_files_when_the_scene_does_not_say():
    assets = {"p": {"href": "p", "gsd": 1.5}, "xs": {"href": "x", "gsd": 6}, "thumbnail": {"href": "t", "gsd": 0.1}}
    assert read(assets=assets).gsd == 1.5
    assert read(assets=assets, gsd=0.5).gsd == 0.5
    assert read(gsd=0).gsd is None


def test_licence_and_credit_are_the_item_s_own_before_the_catalogue_s():
    link = {"rel": "license", "href": "https://x.test/licence"}
    assert read(license="etalab-2.0", links=[link]).licence == "etalab-2.0"
    assert read(license="other", links=[link]).licence == "https://x.test/licence"
    assert read(license="other").licence == "row's licence"
    assert read(attribution="© X").credit == "© X" and read().credit == "row's credit"


def test_what_cannot_be_named_is_left_out():
    given = [None, 3, [], {}, {"id": 3}, {"id": " "}, {"type": "Collection", "id": "c"}, {"id": "a"}]
    assert [scene.id for scene in scenes(given, ORIGIN)] == ["a"]
    assert list(scenes({"a": 1}, ORIGIN)) == []


def pages(real_data: Path):
    yield from sorted((real_data / "stac").glob("*.json"))
    yield from sorted((real_data / "stac" / "spec").glob("*item.json"))


def test_real_and_published_documents_are_read(real_data):
    found = {}
    for page in pages(real_data):
        content = json.loads(page.read_text(encoding="utf-8"))
        features = content.get("features", [content]) if isinstance(content, dict) else []
        for scene in scenes(features, ORIGIN):
            found.setdefault(page.name, []).append(scene)
    montpellier = [scene for name in found if name.startswith("stac-items") for scene in found[name]]
    assert len(montpellier) == 48
    assert all(scene.acquired and scene.footprint and scene.mission in ("S2A", "S2B", "S2C") for scene in montpellier)
    geodes = found["geodes_search.json"][0]
    assert geodes.acquired == datetime(2025, 4, 2, 17, 57, 41, 24000, tzinfo=timezone.utc)
    assert geodes.quicklook is not None and geodes.cloud_cover == pytest.approx(67.55, abs=0.01)
    airbus = {scene.mission: scene for name in found if name.startswith("Metadata") for scene in found[name]}
    assert set(airbus) == {"PHR1A", "SPOT7", "PNEO4"}
    assert {scene.level for scene in airbus.values()} == {"ortho"}
    assert (airbus["PHR1A"].spectral_mode, airbus["PHR1A"].grid) == ("PMS", Grid("EPSG:32645", None))
    assert found["extended-item.json"][0].grid == Grid("EPSG:32659", (712710.0, 148627.0, 717489.5, 151406.0))


@pytest.mark.parametrize(
    "href", ["http://[bad", "//[", "http://", "javascript:alert(1)", "file:///etc/passwd", "\x00", "https://x/\ud800"]
)
def test_an_address_that_is_none_costs_the_link_or_the_asset_and_not_the_scene(href):
    service = StacCatalogue("https://stac.test/", requests.Session())
    item = {
        "type": "Feature", "id": "one", "geometry": SQUARE, "properties": {},
        "links": [{"rel": "self", "href": href}],
        "assets": {"thumbnail": {"href": href if href != "\x00" else "http://[\x00"}, "overview": {"href": "o.jpg"}},
    }  # fmt: skip
    scene = scene_from_item(item, service._origin("https://stac.test/search"))
    assert [asset.href for asset in scene.assets] == ["https://stac.test/o.jpg"]
    assert scene.self_url in ("", "https://stac.test/search")


def test_text_is_fit_for_files_databases_and_widgets():
    scene = read(scene_id="a\x00b\ud800c\u202e", title="one\ntwo\x07 \udfff", platform="x\x1b[31m")
    assert (scene.id, scene.title, scene.mission) == ("a b c\u202e", "one two", "x [31m")
    (scene.id + scene.title + scene.mission).encode()


@pytest.mark.parametrize("gsd", [1e300, 1e-9, -1, 0, float("inf"), 10**400])
def test_a_resolution_that_no_satellite_has_is_unknown(gsd):
    assert read(gsd=gsd).gsd is None


def test_a_footprint_that_crosses_itself_is_mended_at_once_or_unknown():
    """Mending is quadratic in the crossings: a few hundred random vertices held a task for minutes."""
    started = time.monotonic()
    for count in (200, 2000):
        places = [random.Random(7 * number).uniform(0, 1) for number in range(2 * count)]
        ring = [list(pair) for pair in zip(places[::2], places[1::2])]
        scene = read({"type": "Polygon", "coordinates": [[*ring, ring[0]]]})
        assert scene.footprint is None if count == 2000 else scene.footprint.is_valid
    assert time.monotonic() - started < 60.0


def test_a_footprint_nested_without_end_is_unknown():
    nested = {"type": "GeometryCollection", "geometries": [SQUARE]}
    for _ in range(2000):
        nested = {"type": "GeometryCollection", "geometries": [nested]}
    assert read(nested).footprint is None


FULL_ITEM = {
    "type": "Feature",
    "stac_version": "1.0.0",
    "id": "one",
    "collection": "c",
    "bbox": [2, 48, 3, 49],
    "geometry": SQUARE,
    "properties": {
        "datetime": "2021-06-01T10:00:00Z",
        "start_datetime": "2021-06-01T10:00:00Z",
        "end_datetime": "2021-06-01T10:00:09Z",
        "title": "T",
        "identifier": "I",
        "platform": "spot-7",
        "mission": "spot",
        "gsd": 1.5,
        "eo:cloud_cover": 3,
        "view:incidence_angle": 12.0,
        "view:off_nadir": 9.0,
        "view:sun_elevation": 40.0,
        "processing:level": "L1",
        "spectral_mode": "P+MS",
        "acquisition_mode": "mono",
        "license": "other",
        "attribution": "A",
        "proj:epsg": 32631,
        "proj:code": "EPSG:32631",
        "proj:bbox": [0, 0, 9, 9],
        "proj:shape": [9, 9],
        "proj:transform": [1, 0, 0, 0, -1, 9],
        "proj:wkt2": "",
        "proj:projjson": {"id": {"authority": "EPSG", "code": 32631}},
    },
    "links": [{"rel": "self", "href": "https://x.test/one"}, {"rel": "license", "href": "https://x.test/l"}],
    "assets": {
        "data": {
            "href": "https://x.test/a.tif",
            "type": "image/tiff",
            "roles": ["data"],
            "title": "D",
            "gsd": 1.5,
            "file:size": 9,
            "file:checksum": "1220",
            "product_type": "XS",
            "bands": [{"unit": "m"}],
            "alternate": {},
        },
        "overview": {"href": "https://x.test/o.jpg", "type": "image/jpeg", "roles": ["overview"], "proj:shape": [9, 9]},
    },
}
OTHER_TYPES = (
    None,
    True,
    0,
    -1,
    1e308,
    float("nan"),
    10**400,
    "",
    "x",
    "\x00",
    [],
    [[]],
    [None],
    {},
    {"a": {}},
    ["x", 1],
)


def places_in(value, way=()):
    if way:
        yield way
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from places_in(value[key], (*way, key))


def test_any_field_may_be_of_any_other_type():
    """Each field of an item, each in turn: a scene, or none, and what could be read of the others is there."""
    places = list(places_in(FULL_ITEM))
    assert len(places) > 80
    for *way, last in places:
        for other in OTHER_TYPES:
            item = copy.deepcopy(FULL_ITEM)
            holder = item
            for step in way:
                holder = holder[step]
            holder[last] = other
            scene = scene_from_item(item, ORIGIN)
            assert scene is None or isinstance(scene.id, str)
            assert scene is not None or [*way, last] in (["id"], ["type"])
            if way[:1] == ["assets"] and scene is not None:
                assert scene.acquired == datetime(2021, 6, 1, 10, tzinfo=timezone.utc) and scene.gsd == 1.5
