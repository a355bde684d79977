# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json
from pathlib import Path

import pytest
from shapely.geometry import Point, box, mapping

from dinamis_qgis.core.my_territory import MyTerritory
from dinamis_qgis.core.territory import (
    Territory,
    read_territories,
    read_territory,
    territory_file,
    write_territory,
)
from dinamis_qgis.domain.errors import InvalidFile, NewerFile, NotWritable

HOME = Territory("Lamballe-Armor", box(-2.6, 48.4, -2.4, 48.5), "commune", "22093")


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}, ensure_ascii=False)


def feature(name, shape, **properties):
    return {"type": "Feature", "properties": {"nom": name, **properties}, "geometry": mapping(shape)}


def test_it_lies_in_the_profile(qgis_app):
    assert territory_file().parts[-2:] == ("dinamis", "territory.geojson")


def test_written_then_read(tmp_path):
    path = tmp_path / "dinamis" / "territory.geojson"
    assert read_territory(path) is None
    write_territory(path, HOME)
    assert read_territory(path) == HOME
    assert [each.name for each in path.parent.iterdir()] == ["territory.geojson"]
    assert json.loads(path.read_text(encoding="utf-8"))["dinamis_version"] == 1


def test_a_failed_write_leaves_the_former_file(tmp_path, monkeypatch):
    path = tmp_path / "territory.geojson"
    write_territory(path, HOME)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(NotWritable):
        write_territory(path, Territory("Other", box(0, 0, 1, 1)))
    assert read_territory(path) == HOME and len(list(tmp_path.iterdir())) == 1


def test_a_newer_file_is_refused_and_never_overwritten(tmp_path):
    path = tmp_path / "territory.geojson"
    path.write_text(collection(feature("x", HOME.shape), dinamis_version=2), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(NewerFile):
        read_territory(path)
    with pytest.raises(NewerFile):
        write_territory(path, HOME)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", collection(), collection(feature("", HOME.shape)),
     collection(feature("p", Point(0, 0))),
     '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "x"}, "geometry": {"type": '
     '"Polygon", "coordinates": "no"}}, 3]}', collection(feature("a", HOME.shape), feature("b", HOME.shape))],
)  # fmt: skip
def test_a_broken_file_is_told_and_kept_beside_before_it_is_replaced(tmp_path, text):
    path = tmp_path / "territory.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile):
        read_territory(path)
    write_territory(path, HOME)
    assert read_territory(path) == HOME
    assert (tmp_path / "territory.geojson.bak").read_text(encoding="utf-8") == text


def test_a_file_of_several_outlines_with_accents(tmp_path):
    path = tmp_path / "communes.geojson"
    path.write_text(
        collection(feature("Éréac", box(0, 0, 1, 1), type="commune"), feature("Bréhat", HOME.shape)), "utf-8"
    )
    first, second = read_territories(path)
    assert (first.name, first.kind, second.name) == ("Éréac", "commune", "Bréhat")


def test_the_stand_in_is_never_stored(qgis_app, qtbot, tmp_path):
    own, invented = tmp_path / "territory.geojson", tmp_path / "invented.geojson"
    write_territory(own, HOME)
    invented.write_text(collection(feature("Z", box(0, 0, 1, 1)), feature("A", box(1, 0, 2, 1))), "utf-8")
    mine = MyTerritory(own)
    with qtbot.waitSignal(mine.settled):
        mine.load()
    with qtbot.waitSignal(mine.settled):
        mine.stand_in(invented)
    assert mine.current.name == "Z" and mine.invented
    mine.set(mine.offered[1])
    assert mine.current.name == "A"
    mine.stand_in(None)
    assert mine.current == HOME and read_territory(own) == HOME


def test_a_chosen_territory_is_stored(qgis_app, qtbot, tmp_path):
    path = tmp_path / "dinamis" / "territory.geojson"
    mine = MyTerritory(path)
    mine.set(HOME)
    qtbot.waitUntil(lambda: path.is_file())
    assert mine.current == HOME and read_territory(path) == HOME


@pytest.mark.parametrize(
    "broken",
    [
        b"[" * 100_000,
        json.dumps({"type": "FeatureCollection", "features": 5}).encode(),
        json.dumps({"type": "FeatureCollection", "features": [{"properties": ["nom"], "geometry": None}]}).encode(),
        collection(feature("Metres", box(650_000, 6_860_000, 651_000, 6_861_000))).encode(),
    ],
)
def test_a_broken_file_is_named_whatever_is_broken_in_it(tmp_path, broken):
    path = tmp_path / "territory.geojson"
    path.write_bytes(broken)
    with pytest.raises(InvalidFile):
        read_territories(path)


def test_an_outline_across_the_antimeridian_is_split_there(tmp_path):
    path = tmp_path / "territory.geojson"
    path.write_bytes(b"\xef\xbb\xbf" + collection(feature("Wallis", box(179, -14, 181, -13))).encode())
    (territory,) = read_territories(path)
    assert territory.shape.bounds == (-180, -14, 180, -13) and len(territory.shape.geoms) == 2
