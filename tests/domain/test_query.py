# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from datetime import datetime, timezone

import pytest
import shapely

from dinamis_qgis.domain.filter_errors import InvalidFilter
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Scene


def at(year, month, end=None):
    last = datetime(*end, 1, tzinfo=timezone.utc) if end else None
    return Scene("x", "c", acquired=datetime(year, month, 15, tzinfo=timezone.utc), acquired_end=last)


@pytest.mark.parametrize(
    ("scene", "kept"),
    [
        (at(2019, 12), True),
        (at(2022, 1), True),
        (at(2022, 2), False),
        (at(2021, 11, (2021, 12)), True),
        (at(2021, 2, (2021, 11)), False),
        (at(2021, 2, (2025, 3)), True),
        (Scene("x", "c"), True),
    ],
)
def test_months_are_those_of_any_year(scene, kept):
    assert SearchQuery(months=(12, 1)).keeps(scene) is kept


def test_incidence_and_off_nadir_are_two_angles():
    scene = Scene("x", "c", incidence=22.3, off_nadir=20.0)
    assert SearchQuery(max_off_nadir=20.0).keeps(scene) and not SearchQuery(max_incidence=20.0).keeps(scene)
    assert SearchQuery(max_off_nadir=1.0).keeps(Scene("x", "c", incidence=80.0)), "unknown is kept"


def test_what_is_asked_is_named():
    assert SearchQuery().in_use == ()
    query = SearchQuery(aoi=shapely.box(0, 0, 1, 1), end=datetime(2022, 1, 1), months=(7,), max_cloud=0.0, cql2="a = 1")
    assert query.in_use == ("aoi", "period", "months", "max_cloud", "cql2")


def test_a_filter_that_is_none_is_an_error_and_drops_nothing_silently():
    with pytest.raises(InvalidFilter):
        SearchQuery(cql2="gsd <").keeps(Scene("x", "c"))
