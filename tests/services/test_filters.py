# SPDX-License-Identifier: GPL-2.0-or-later
"""Filters: at the service where nothing unknown is lost, here otherwise, and the same images either way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box, shape

from dinamis_qgis.core.session import QgisSession
from dinamis_qgis.domain.catalogues.dialects import STAC
from dinamis_qgis.domain.catalogues.items import Origin, scenes
from dinamis_qgis.domain.catalogues.stac import StacCatalogue
from dinamis_qgis.domain.catalogues.stac_query import CQL2_JSON, CQL2_TEXT, Abilities
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.web import ask_json
from tests.services.http_service import serving
from tests.services.stac_service import CORE, CQL2, QUERY, SORT, StacService
from tests.services.synthetic_items import items

CLOUDY = SearchQuery(max_cloud=10.0)


@pytest.fixture
def pages(in_task):
    def run(service, query, always=()):
        def work(feedback):
            dialect = replace(STAC, always=always)
            return list(StacCatalogue(running.url, QgisSession(), dialect=dialect).search(query, feedback))

        with serving(service) as running:
            return in_task(work, timeout=30_000)

    return run


def ids(found):
    return {scene.id for page in found for scene in page.scenes}


def kept_here(everything, query):
    return {one.id for one in scenes(everything, Origin("x", lambda href, _base: href)) if query.keeps(one)}


def test_the_page_says_which_criteria_the_service_applied(pages):
    query = SearchQuery(max_cloud=10.0, missions=("SPOT7",), months=(7,), cql2="gsd < 2")
    rich = pages(StacService(items(300)), query)[-1]
    assert rich.by_service == {"max_cloud", "cql2"} and rich.newest_first
    poor = pages(StacService(items(300), conformance=CORE), query)[-1]
    assert poor.by_service == frozenset() and not poor.newest_first


def test_the_query_extension_is_trusted_only_with_what_is_always_there(pages):
    everything = items(300)
    service = StacService(everything, conformance=(*CORE, QUERY))
    assert pages(service, CLOUDY)[-1].by_service == frozenset()
    assert not any("query" in asked for asked in service.searches)
    for one in everything:
        one["properties"].setdefault("eo:cloud_cover", 0.0)
    service = StacService(everything, conformance=(*CORE, QUERY))
    found = pages(service, CLOUDY, always=("eo:cloud_cover",))
    assert found[-1].by_service == {"max_cloud"} and found[-1].matched == len(ids(found))
    asked = [asked["query"] for asked in service.searches if "query" in asked]  # all but the guess
    assert asked and all(one == {"eo:cloud_cover": {"lte": 10.0}} for one in asked)
    assert ids(found) == kept_here(everything, CLOUDY)


def test_an_expert_filter_that_the_service_refuses_is_applied_here_and_spoils_nothing_else(pages):
    everything = items(300)
    service = StacService(everything, known=("eo:cloud_cover",))
    query = SearchQuery(max_cloud=10.0, cql2="platform = 'SPOT7'")
    found = pages(service, query)
    assert found[-1].by_service == {"max_cloud"} and found[-1].newest_first and found[-1].matched is None
    assert ids(found) == kept_here(everything, query) and ids(found)


def test_like_is_kept_here_unless_the_service_says_that_it_knows_it(pages):
    query = SearchQuery(cql2="platform LIKE 'SPOT%'")
    everything = items(200)
    service = StacService(everything, conformance=(*CORE, SORT, *CQL2))
    found = pages(service, query)
    assert found[-1].by_service == frozenset() and not any("filter" in asked for asked in service.searches)
    assert ids(found) == kept_here(everything, query)


@pytest.mark.parametrize("limit", [100, 250, 251, 300])
def test_more_is_said_when_there_is_more(pages, limit):
    found = pages(StacService(items(300)), SearchQuery(limit=limit))
    assert len(ids(found)) == limit and found[-1].more is (limit < 300)


def test_each_page_is_asked_once(pages):
    service = StacService(items(1200))
    pages(service, SearchQuery(missions=("SPOT7",)))
    tokens = [asked.get("token", "") for asked in service.searches]
    assert len(tokens) == len(set(tokens)) == 5


# --- the same filter at pgstac and here -----------------------------------------------------------

_BOUND = st.one_of(
    st.builds(
        "{} {} {}".format,
        st.sampled_from(["eo:cloud_cover", '"view:incidence_angle"', "view:off_nadir"]),
        st.sampled_from(["=", "<>", "<", "<=", ">", ">="]),
        st.sampled_from([0, 5, 9.5, 20, 55.5]),
    ),
    st.builds("platform {} '{}'".format, st.sampled_from(["=", "<>"]), st.sampled_from(["SPOT7", "PHR1A"])),
    st.sampled_from(
        [
            "eo:cloud_cover IS NULL", "view:incidence_angle IS NOT NULL", "nowhere IS NULL", "nowhere < 3",
            "eo:cloud_cover BETWEEN 2 AND 4", "platform IN ('SPOT6', 'PHR1B')", "platform LIKE 'SPOT%'",
            "collection = 'spot'", "datetime < TIMESTAMP('2017-06-01T00:00:00Z')",
        ]
    ),
)  # fmt: skip
_FILTER = st.recursive(
    _BOUND,
    lambda part: st.one_of(
        st.builds("({} {} {})".format, part, st.sampled_from(["AND", "OR"]), part), part.map("NOT ({})".format)
    ),
    max_leaves=4,
)


def test_an_expert_filter_keeps_the_same_images_at_pgstac_and_here(in_task, pgstac, ten_thousand):
    zone = box(-3.0, 47.8, -2.2, 48.4)
    near = [one for one in ten_thousand if shape(one["geometry"]).intersects(zone)]

    @given(_FILTER)
    @settings(max_examples=25, deadline=None)
    def same(text):
        def work(feedback):
            return list(StacCatalogue(pgstac, QgisSession()).search(SearchQuery(zone, cql2=text), feedback))

        found = in_task(work, timeout=120_000)
        assert all(("cql2" in page.by_service) is ("LIKE" not in text) for page in found), "pgstac does not claim LIKE"
        assert ids(found) == kept_here(near, SearchQuery(cql2=text))

    assert len(near) > 50
    same()


@pytest.mark.parametrize("query", [CLOUDY, SearchQuery(max_cloud=10.0, max_off_nadir=5.0, cql2="platform = 'SPOT7'")])
@pytest.mark.parametrize(("post", "lang"), [(True, CQL2_JSON), (False, CQL2_TEXT)])
def test_json_in_a_body_and_text_in_an_address_ask_the_same_of_pgstac(in_task, pgstac, ten_thousand, query, post, lang):
    able = Abilities(f"{pgstac}/search", post=post, filter_langs=(lang,))
    (request,) = able.requests(query, 1)

    def work(feedback):
        return ask_json(QgisSession(), request.method, request.url, feedback, 1 << 20, request.content)

    assert able.applied(query) == frozenset(query.in_use)
    assert in_task(work, timeout=60_000)["numberMatched"] == len(kept_here(ten_thousand, query))
