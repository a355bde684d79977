# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json
from datetime import datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinamis_qgis.domain.cql2 import parse, to_text, uses_like
from dinamis_qgis.domain.cql2_truth import holds
from dinamis_qgis.domain.filter_errors import InvalidFilter
from dinamis_qgis.domain.scene import Scene

CLOUD = {"property": "eo:cloud_cover"}


def scene(**properties):
    said = {"datetime": "2022-07-14T11:02:00Z", **properties}
    return Scene("A_1", "c", "spot", acquired=datetime(2022, 7, 14, 11, 2, tzinfo=timezone.utc), said=json.dumps(said))


def test_text_becomes_json():
    assert parse("eo:cloud_cover <= 10 AND (platform = 'SPOT7' OR gsd < .5)") == {
        "op": "and",
        "args": [
            {"op": "<=", "args": [CLOUD, 10]},
            {
                "op": "or",
                "args": [
                    {"op": "=", "args": [{"property": "platform"}, "SPOT7"]},
                    {"op": "<", "args": [{"property": "gsd"}, 0.5]},
                ],
            },
        ],
    }
    assert parse("not eo:cloud_cover is not null") == {
        "op": "not", "args": [{"op": "not", "args": [{"op": "isNull", "args": [CLOUD]}]}]
    }  # fmt: skip
    assert parse("\"s2:a-b\" like 'l''é%'") == {"op": "like", "args": [{"property": "s2:a-b"}, "l'é%"]}
    assert parse("datetime >= TIMESTAMP('2022-07-01T00:00:00Z')")["args"][1] == {"timestamp": "2022-07-01T00:00:00Z"}


def test_between_and_in_are_comparisons_that_every_service_knows():
    assert parse("gsd BETWEEN 0.5 AND 2") == parse("gsd >= 0.5 AND gsd <= 2")
    assert parse("platform IN ('SPOT6', 'SPOT7')") == parse("platform = 'SPOT6' OR platform = 'SPOT7'")
    assert parse("platform NOT IN ('SPOT6')") == parse("NOT platform = 'SPOT6'")
    assert uses_like(parse("gsd < 1 AND NOT title LIKE 'a%'")) and not uses_like(parse("gsd < 1"))


@pytest.mark.parametrize(
    ("text", "place", "reason", "detail"),
    [
        ("", 0, "expected", "value"),
        ("gsd <", 5, "expected", "value"),
        ("gsd", 3, "expected", "comparison"),
        ("gsd < 1 AND", 11, "expected", "value"),
        ("(gsd < 1", 8, "expected", ")"),
        ("gsd < 1 gsd", 8, "unexpected", "gsd"),
        ("gsd ! 1", 4, "unexpected", "!"),
        ("title LIKE 3", 11, "expected", "text"),
        ("S_INTERSECTS(geometry, 1)", 0, "function", "S_INTERSECTS"),
        ("3 IS NULL", 9, "no_property", ""),
        ("datetime > DATE('hier')", 16, "expected", "instant"),
        ("title = 'open", 8, "unexpected", "'"),
        ("(" * 50 + "gsd < 1" + ")" * 50, 41, "too_deep", ""),
        ("gsd < 1 OR " * 500, 4000, "too_long", ""),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_with_its_place(text, place, reason, detail):
    with pytest.raises(InvalidFilter) as told:
        parse(text)
    assert (told.value.place, told.value.reason, told.value.detail) == (place, reason, detail)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    try:
        test = parse(text)
    except InvalidFilter:
        return
    assert parse(to_text(test)) == test


_PROPERTY = st.sampled_from(["eo:cloud_cover", "gsd", "platform", "s2:a-b"]).map(lambda name: {"property": name})
_LITERAL = st.one_of(
    st.integers(-1000, 1000), st.floats(-1e6, 1e6), st.booleans(), st.text("aé'%_ \\", max_size=5)
)  # fmt: skip
_LEAF = st.one_of(
    st.builds(
        lambda op, left, right: {"op": op, "args": [left, right]},
        st.sampled_from(["=", "<>", "<", "<=", ">", ">="]), _PROPERTY, _LITERAL,
    ),
    st.builds(lambda left: {"op": "isNull", "args": [left]}, _PROPERTY),
)  # fmt: skip


def _joined(parts):
    return st.one_of(
        st.builds(
            lambda op, several: {"op": op, "args": several},
            st.sampled_from(["and", "or"]),
            st.lists(parts, min_size=2, max_size=3),
        ),
        parts.map(lambda part: {"op": "not", "args": [part]}),
    )


@given(st.recursive(_LEAF, _joined, max_leaves=8))
def test_text_is_the_same_filter_again(test):
    assert parse(to_text(test)) == test


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("eo:cloud_cover <= 10", True),
        ("eo:cloud_cover > 10", False),
        ("NOT eo:cloud_cover > 10", True),
        ("absent > 10", False),
        ("NOT absent > 10", False),
        ("absent IS NULL", True),
        ("absent > 10 OR absent IS NULL", True),
        ("absent > 10 AND eo:cloud_cover > 10", False),
        ("NOT (absent > 10 AND eo:cloud_cover > 10)", True),
        ("platform = 'SPOT7'", True),
        ("platform = 7", False),
        ("platform LIKE 'SPOT_'", True),
        ("platform LIKE 'spot%'", False),
        ("id LIKE 'A\\_1'", True),
        ("collection IN ('spot', 'pleiades')", True),
        ("eo:cloud_cover = TRUE", False),
        ("flag = TRUE", True),
        ("datetime BETWEEN TIMESTAMP('2022-07-14T11:02:00Z') AND DATE('2022-07-15')", True),
        ("datetime < '2022-07-14T13:02:00+02:00'", False),
        ("created >= DATE('2023-01-01')", True),
    ],
)
def test_a_scene_answers_as_cql2_has_it(text, kept):
    one = scene(**{"eo:cloud_cover": 3.5, "platform": "SPOT7", "flag": True, "created": "2023-02-01T00:00:00Z"})
    assert holds(parse(text), one) is kept


def test_a_door_in_other_words_is_asked_in_those_of_stac_too():
    one = Scene("x", "openspot", gsd=1.5, mission="SPOT7", said=json.dumps({"mode_": "PMS"}))
    assert holds(parse("gsd <= 1.5 AND platform = 'SPOT7' AND mode_ = 'PMS'"), one)
    assert holds(parse("eo:cloud_cover IS NULL"), one)


def test_a_number_without_end_is_refused():
    with pytest.raises(InvalidFilter) as told:
        parse("gsd < 1e999")
    assert (told.value.place, told.value.reason, told.value.detail) == (6, "expected", "value")
