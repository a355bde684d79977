# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON read in slices is what Python's own reader reads."""

from __future__ import annotations

import json
import weakref

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinamis_qgis.domain import big_json

ALIKE = settings(deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
texts = st.text(alphabet=st.characters(), max_size=150) | st.text('\\"u d83ef0\n\U0001f600é', max_size=150)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(texts, inner, max_size=6),
    max_leaves=60,
)


@pytest.fixture(autouse=True, scope="module")
def in_small_slices():
    """So that every value meets the end of one."""
    patch = pytest.MonkeyPatch()
    patch.setattr(big_json, "_SMALL", 0)
    patch.setattr(big_json, "_SLICE", 72)
    patch.setattr(big_json, "_LEAST", 36)
    yield
    patch.undo()


def read_by_python(data):
    try:
        return json.loads(data)
    except ValueError:
        return ValueError


def read_here(data):
    try:
        return big_json.read(data)
    except ValueError:
        return ValueError


@settings(ALIKE, max_examples=400)
@given(values, st.booleans(), st.sampled_from([None, 2]))
def test_whatever_is_sound_is_read_alike(value, escaped, indent):
    data = json.dumps(value, ensure_ascii=escaped, indent=indent).encode("utf-8", "surrogatepass")
    assert big_json.read(data) == json.loads(data)


@settings(ALIKE, max_examples=600)
@given(values, st.data())
def test_whatever_is_damaged_is_refused_alike(value, draw):
    data = bytearray(json.dumps(value).encode())
    at = draw.draw(st.integers(0, len(data)))
    data[at : at + draw.draw(st.integers(0, 2))] = draw.draw(
        st.sampled_from([b"", b",", b"]", b"}", b'"', b"\\", b"x"])
    )
    assert read_here(bytes(data)) == read_by_python(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"nul",
        b"-",
        b"[1,",
        b"[1,]",
        b'{"a"',
        b'{"a":',
        b'{"a":1,',
        b'{"a":1,}',
        b"{1:2}",
        b'"',
        b'"\\',
        b'"\\u12"',
        b'"a\nb"',
        b"[1 2]",
        b'{"a" 1}',
        b"[] []",
        b"\xff",
        b'"\xff"',
        b'["' + b"a" * 99 + b'\n"]',
        b"[01]",
        b"[" + b"1" * 199 + b"]",
        b'["' + b"\\ud83d\\ude00" * 29 + b'"]',
        b'["' + b"a\\ud83d" * 29 + b'"]',
        b'["\\ud83d' + b"x" * 99 + b'"]',
        b'["' + b"\xed\xa0\xbd" * 60 + b'"]',
        '\ufeff["a"]'.encode(),
        '["é"]'.encode("utf-16"),
        '["é"]'.encode("utf-32"),
        b'{"a": 1, "a": 2}',
        b"NaN",
        b"[-Infinity]",
        b"[" + b" " * 99 + b"]",
        b"[1" + b" " * 99 + b"]",
        b"{}" + b" " * 99,
    ],
)
def test_corners_are_those_of_python(data):
    found, known = read_here(data), read_by_python(data)
    if data == b"[" + b"1" * 199 + b"]":
        assert found is ValueError  # a number as long as a slice: 131 072 digits
    else:
        assert repr(found) == repr(known)


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000])
def test_what_is_nested_without_end_is_refused(data):
    with pytest.raises(ValueError, match="nested"):
        big_json.read(data)


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr(big_json, "MOST_VALUES", 100)
    assert len(big_json.read(json.dumps(list(range(90))).encode())) == 90
    with pytest.raises(ValueError, match="more than 100 values"):
        big_json.read(json.dumps(list(range(200))).encode())


def test_features_are_handed_over_one_by_one_and_do_not_count(monkeypatch):
    monkeypatch.setattr(big_json, "MOST_VALUES", 100)
    taken = []
    content = {"type": "FeatureCollection", "features": [{"id": str(n), "a": [1, 2]} for n in range(500)], "b": [1]}
    left = big_json.read(json.dumps(content).encode(), taken.append)
    assert taken == content["features"] and left == {**content, "features": []}
    for other in ({"features": 3}, {"features": []}, {"a": {"features": [1]}}, [1], "x"):
        taken.clear()
        assert big_json.read(json.dumps(other).encode(), taken.append) == other and taken == []


def test_the_same_names_are_one_in_memory():
    found = big_json.read(json.dumps([{"a long name of a member": 1, "x": "y" * 40}] * 2).encode())
    assert next(iter(found[0])) is next(iter(found[1]))


def test_points_of_a_long_list_become_tuples_and_nothing_else():
    ring = [[n / 3, n / 7] for n in range(50)]
    found = big_json.read(json.dumps({"a": [ring], "bbox": [1, 2]}).encode(), tuples=True)
    assert found == {"a": [[tuple(point) for point in ring]], "bbox": [1, 2]}


def test_garbage_is_collected_where_many_documents_are_read():
    class Knot:
        def __init__(self) -> None:
            self.itself = self

    knot = weakref.ref(Knot())
    data = json.dumps({"features": [{"id": "x"}] * 200}).encode()
    for _ in range(3000):
        big_json.read(data, lambda feature: Knot())
        if knot() is None:
            return
    pytest.fail("never")
