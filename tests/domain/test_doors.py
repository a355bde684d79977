# SPDX-License-Identifier: GPL-2.0-or-later
"""What the further doors read, whatever it is: OpenSPOT's pages and features, files of static catalogues."""

from __future__ import annotations

import json
from datetime import datetime, timezone

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from dinamis_qgis.domain.catalogues.dialects import GEODES, STAC
from dinamis_qgis.domain.catalogues.openspot import OpenSpot, keys_of_page
from dinamis_qgis.domain.catalogues.registry import CatalogueRow, open_catalogue
from dinamis_qgis.domain.catalogues.stac_query import Abilities, SearchRequest, next_request
from dinamis_qgis.domain.catalogues.static import StaticCatalogue, is_static
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Scene

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
PIECES = st.sampled_from(
    ['<select id="choix_annee">', "<select id='choix_resolution'>", "</select>", "<option>", '<option value="PAN">',
     "<option value=2021>", "2019", "MS", "</option", "<![", "<!--", "&amp", "&#x110000;", ">", "\x00", "<option " * 50]
)  # fmt: skip


class Going:
    def isCanceled(self):
        return False


class Served(requests.Session):
    """Answers every request with the same JSON."""

    def __init__(self, content):
        super().__init__()
        self.content = json.dumps(content).encode()

    def send(self, request, **_how):
        response = requests.Response()
        response.status_code, response.url, response._content = 200, request.url, self.content
        response._content_consumed = True
        return response


@pytest.mark.parametrize(
    ("page", "keys"),
    [
        ("", set()),
        ("<select id=choix_annee><option>2021</select>", set()),
        ('<select id="choix_annee"><option>2021<select id="choix_resolution"><option value="MS">', {(2021, "MS")}),
        (
            "<select id='choix_resolution'><option value=''>Choisir<option value=PAN>1,5 m</select>"
            "<select class=x id = choix_annee ><option value=''>2020</option><option value='2021'>x</select>2022",
            {(2020, "PAN"), (2021, "PAN")},
        ),
        (
            '<p id="choix_annee_titre"><select data-id="choix_annee"><option>1999</select><select id="choix_annee">'
            '<option data-value="3" value="2018"></select><select id="choix_resolution"><option value="P&amp;S">'
            '<option value="MS">',
            {(2018, "MS")},
        ),
    ],
)
def test_years_and_modes_of_a_page(page, keys):
    assert keys_of_page(page) == keys


@given(st.lists(PIECES | st.text(max_size=10), max_size=40).map("".join))
def test_any_page_gives_years_and_modes_or_none(page):
    assert all(1900 <= year < 2100 and mode and "/" not in mode for year, mode in keys_of_page(page))


def test_a_page_without_end_takes_no_time():
    began = datetime.now(timezone.utc)
    for endless in ("<option value=" * 200_000, "<select " * 300_000, "<option " * 300_000, "id=" * 600_000):
        keys_of_page(f'<select id="choix_annee">{endless}')
    assert (datetime.now(timezone.utc) - began).total_seconds() < 3.0


@given(JSON, st.dictionaries(st.sampled_from(
    ["fid", "ds_name", "img_date", "f_quicklook", "mode_", "resolution"]
), JSON | st.sampled_from(["ORT_SPOT6_20219999_996199---PAN", "2021-02-30", "1e999", "../.."])))  # fmt: skip
@settings(deadline=None)
def test_any_feature_gives_a_scene_or_none(geometry, properties):
    catalogue = OpenSpot("https://openspot.test", requests.Session())
    scene = catalogue._scene({"properties": properties, "geometry": geometry}, (2021, "MS"))
    assert scene is None or (isinstance(scene, Scene) and scene.id)
    for asset in scene.assets if scene else ():
        assert asset.href.startswith("https://openspot.test/api/lien_jpg/") and asset.href.count("/") == 5


@pytest.mark.parametrize(
    ("landing", "static"),
    [
        ({"type": "Catalog", "links": [{"rel": "child", "href": "a"}]}, True),
        ({"type": "Collection", "links": []}, True),
        ({"stac_version": "0.9.0", "links": []}, True),
        ({"type": "Catalog", "conformsTo": [], "links": []}, False),
        ({"type": "Catalog", "links": [{"rel": "search", "href": "/search"}]}, False),
        ({"type": "Catalog", "links": [{"rel": "data"}, {"rel": "conformance"}]}, False),
        ({"links": []}, False),
        ({}, False),
    ],
)
def test_a_root_is_static_or_an_api(landing, static):
    assert is_static(landing) is static


@given(JSON, st.sampled_from(["Catalog", "Feature", "FeatureCollection"]))
@settings(deadline=None)
def test_any_file_of_a_static_catalogue_is_read_as_far_as_it_goes(content, kind):
    href = content if isinstance(content, str) else "x.json"
    links = [content, {"rel": "item", "href": href}, {"rel": "child", "href": content}]
    root = {"type": kind, "id": "x", "links": links, "features": content, "geometry": content, "properties": content}
    catalogue = StaticCatalogue("https://static.test/root.json", Served(root))
    for page in catalogue.search(SearchQuery(), Going()):
        assert all(scene.id for scene in page.scenes)


@given(JSON, JSON, st.integers(0, 100))
def test_any_context_leads_to_the_next_number_or_to_none(context, links, count):
    asked = SearchRequest("POST", "https://x.test/search", json.dumps({"limit": 80, "page": 3}))
    answer = {"features": [{}] * count, "context": context, "links": links}
    following = next_request(answer, asked, GEODES)
    assert following is None or following.content == {"limit": 80, "page": 4}


def test_a_dialect_is_data_that_the_row_names():
    row = CatalogueRow("any", "Any", "stac", "https://moved.test/stac", dialect="geodes")
    moved, plain = open_catalogue(row, requests.Session()), Abilities("https://x.test/search", sort=True)
    query = SearchQuery(start=datetime(2020, 1, 1, tzinfo=timezone.utc))
    body = Abilities.fixed(GEODES, moved.root).requests(query, 80)[0].content
    assert body == {
        "limit": 80, "page": 1, "query": {"end_datetime": {"gte": "2020-01-01T00:00:00.000Z"}},
        "sortBy": [{"field": "start_datetime", "direction": "dsc"}],
    }  # fmt: skip
    assert set(plain.requests(query, 80)[0].content) == {"limit", "datetime", "sortby"} and plain.dialect is STAC
