# SPDX-License-Identifier: GPL-2.0-or-later
"""What the further doors read, whatever it is: OpenSPOT's pages and features, files of static catalogues."""

from __future__ import annotations

import json
from datetime import datetime, timezone

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from dinamis_qgis.domain.catalogues.dialects import GEODES, STAC
from dinamis_qgis.domain.catalogues.openspot import keys_of_page
from dinamis_qgis.domain.catalogues.registry import CatalogueRow, open_catalogue
from dinamis_qgis.domain.catalogues.stac_query import Abilities, SearchRequest, next_request
from dinamis_qgis.domain.catalogues.static import is_static
from dinamis_qgis.domain.query import SearchQuery

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


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


def test_a_page_without_end_takes_no_time():
    began = datetime.now(timezone.utc)
    for endless in ("<option value=" * 200_000, "<select " * 300_000, "<option " * 300_000, "id=" * 600_000):
        keys_of_page(f'<select id="choix_annee">{endless}')
    assert (datetime.now(timezone.utc) - began).total_seconds() < 3.0


@pytest.mark.parametrize(
    ("landing", "static"),
    [
        ({"type": "Catalog", "links": [{"rel": "child", "href": "a"}]}, True),
        ({"type": "Collection", "links": []}, True),
        ({"stac_version": "0.9.0", "links": []}, True),
        ({"type": "Catalog", "conformsTo": [], "links": []}, False),
        ({"type": "Catalog", "links": [{"rel": "search", "href": "/search"}]}, False),
        ({"type": "Catalog", "links": [{"rel": "data"}, {"rel": "conformance"}]}, False),
        ({"type": "Catalog", "links": [{"rel": []}]}, True),
        ({"links": []}, False),
        ({}, False),
    ],
)
def test_a_root_is_static_or_an_api(landing, static):
    assert is_static(landing) is static


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
