# SPDX-License-Identifier: GPL-2.0-or-later
"""Catalogues as data: the shipped rows, the user's, and what a name opens."""

import json
import re

import pytest
import requests

from dinamis_qgis import paths
from dinamis_qgis.domain import themes
from dinamis_qgis.domain.catalogues.by_address import StacByAddress
from dinamis_qgis.domain.catalogues.items_file import ItemsFile
from dinamis_qgis.domain.catalogues.registry import DRIVERS, TILES, CatalogueRow, open_catalogue, read_rows, rows
from dinamis_qgis.domain.errors import InvalidCatalogueFile, UnknownCatalogue


@pytest.fixture
def shipped(tmp_path):
    return write(
        tmp_path / "shipped.json",
        {"id": "here", "title": {"en": "Here", "fr": "Ici"}, "kind": "items", "url": "data/items.json"},
        {"id": "there", "title": "There", "kind": "stac", "url": "https://there.test", "themes": {"vhr": ["a", "b"]}},
    )


def write(path, *catalogues, **others):
    path.write_text(json.dumps({"version": 1, "catalogues": catalogues, **others}), encoding="utf-8")
    return path


def test_the_shipped_rows_are_sound_and_only_the_synthetic_one_needs_no_network():
    found = rows(paths.resource("catalogues.json"))
    assert all(row.kind in (*DRIVERS, TILES) and row.verified and row.title != row.id for row in found)
    assert [row.kind for row in found if row.synthetic] == ["items"]
    assert "spot-6-7-drs" in next(row for row in found if row.id == "teledetection").themes["vhr"]


def test_the_shipped_rows_serve_the_themes_of_the_form():
    found = [row for row in rows(paths.resource("catalogues.json")) if row.enabled and not row.synthetic]
    assert themes.offered(found) == ("vhr", "spot_history", "sentinel2", "land_cover", "water_snow", "forest", "all")
    serving = {theme: [row.id for row in found if themes.serves(row, theme)] for theme in themes.CRITERIA}
    assert {"teledetection", "openspot"} <= set(serving["vhr"]) and "geodes" in serving["spot_history"]
    assert {"teledetection", "geodes"} <= set(serving["sentinel2"]) and "geodes" in serving["land_cover"]


def test_titles_are_in_the_language_asked_for(shipped):
    assert [row.title for row in rows(shipped, language="fr_FR")] == ["Ici", "There"]
    assert [row.title for row in rows(shipped, language="de")] == ["Here", "There"]


def test_what_a_row_rests_on_is_said_in_both_languages():
    """And whether the live service was ever asked."""
    for language, words in (("en", r"not been asked|asked on \d"), ("fr", r"pas été interrogé|interrogé le \d")):
        found = rows(paths.resource("catalogues.json"), language=language)
        assert all(re.search(words, row.verified) for row in found if not row.synthetic)


def test_paths_are_relative_to_the_file_that_holds_them(shipped):
    assert rows(shipped)[0].url == str(shipped.parent / "data" / "items.json")


def test_the_user_adds_a_row_and_overrides_another_key_by_key(shipped, tmp_path):
    user = write(
        tmp_path / "user.json",
        {"id": "there", "url": "https://moved.test", "enabled": False},
        {"id": "mine", "kind": "stac", "url": "https://mine.test"},
    )
    found = {row.id: row for row in rows(shipped, user)}
    assert list(found) == ["here", "there", "mine"]
    assert found["there"].url == "https://moved.test" and not found["there"].enabled
    assert found["there"].themes == {"vhr": ("a", "b")}
    assert found["mine"].title == "mine" and found["mine"].enabled


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("{", ""),
        ("[]", "catalogues"),
        ('{"version": 0, "catalogues": []}', "version"),
        ('{"version": 1, "catalogues": [3]}', "catalogues[0]"),
        ('{"version": 1, "catalogues": [{"id": "x", "url": 3}]}', "catalogues[0].url"),
        ('{"version": 1, "catalogues": [{"id": "x", "enabled": "yes"}]}', "catalogues[0].enabled"),
        ('{"version": 1, "catalogues": [{"id": "x", "dialect": "klingon"}]}', "catalogues[0].dialect"),
        ('{"version": 1, "catalogues": [{"id": "x", "themes": {"vhr": "all"}}]}', "catalogues[0].themes.vhr"),
        ('{"version": 1, "catalogues": [{"id": "x", "url": "https://x.test"}]}', "x.kind"),
        ('{"version": 1, "catalogues": [{"id": "x"}, {"id": "x"}]}', "catalogues[1].id"),
        ('{"version": 1, "catalogues": [{"id": "x", "url": "a\\u0000"}]}', "catalogues[0].url"),
        ('{"version": 1, "catalogues": [{"id": "x", "url": "a\\ud800"}]}', "catalogues[0].url"),
    ],
)
def test_a_broken_user_file_is_named_and_the_shipped_rows_still_serve(shipped, tmp_path, content, key):
    user = tmp_path / "user.json"
    user.write_text(content, encoding="utf-8")
    found, problem = read_rows(shipped, user)
    assert [row.id for row in found] == ["here", "there"]
    assert isinstance(problem, InvalidCatalogueFile)
    assert (problem.path, problem.key) == (str(user), key) and problem.reason


def test_a_name_opens_a_row_an_address_or_a_file(shipped, tmp_path):
    session = requests.Session()
    configured = rows(shipped)
    file = tmp_path / "items.json"
    file.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    assert open_catalogue("there", session, configured).id == "there"
    assert open_catalogue(configured[1], session).id == "there"
    by_address = open_catalogue("https://other.test/stac", session, configured)
    assert isinstance(by_address, StacByAddress) and by_address.id == "https://other.test/stac"
    by_path = open_catalogue(str(file), session, configured)
    assert isinstance(by_path, ItemsFile) and by_path.id == str(file)


@pytest.mark.parametrize("name", ["", "nowhere", "ftp://x.test", "/no/such/file.json", "a\0b"])
def test_what_nothing_answers_to_is_said(shipped, name):
    with pytest.raises(UnknownCatalogue):
        open_catalogue(name, requests.Session(), rows(shipped))


def test_a_folder_waits_for_the_driver_that_core_brings(shipped, tmp_path):
    session = requests.Session()
    with pytest.raises(UnknownCatalogue):
        open_catalogue(str(tmp_path), session, rows(shipped))
    opened = open_catalogue(str(tmp_path), session, rows(shipped), {"folder": lambda row, _session: row})
    assert opened == CatalogueRow(str(tmp_path), str(tmp_path), "folder", str(tmp_path))
