# SPDX-License-Identifier: GPL-2.0-or-later
"""A JSON file of ours: versions, copies, and several writers."""

import json
import multiprocessing
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinamis_qgis.domain import own_file
from dinamis_qgis.domain.errors import Busy, InvalidSearches, NewerFile, NotWritable
from dinamis_qgis.domain.own_file import OwnFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "dinamis" / "ours.json"


def written(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def add(name):
    return lambda content: {**content, "names": [*content.get("names", []), name]}


def test_a_file_is_made_with_its_folder_and_says_its_version(path):
    ours = OwnFile(path, 3)
    assert ours.read() == {}
    ours.change(add("a"))
    assert json.loads(path.read_text()) == {"names": ["a"], "version": 3} == ours.read()
    assert not list(path.parent.glob("*.bak")) and not list(path.parent.glob("*.part"))


def test_an_older_one_is_brought_to_ours_after_a_copy(path):
    steps = {1: lambda old: {"version": 2, "people": old["names"]}, 2: lambda old: {**old, "greeting": "hi"}}
    old = {"version": 1, "names": ["a"]}
    ours = OwnFile(written(path, old), 3, steps=steps)
    assert ours.read() == {"version": 2, "people": ["a"], "greeting": "hi"}
    assert json.loads(path.read_text()) == old  # reading writes nothing
    ours.change(lambda content: content)
    assert json.loads(path.read_text()) == {"version": 3, "people": ["a"], "greeting": "hi"}
    assert json.loads((path.parent / "ours.json.bak").read_text()) == old


def test_a_newer_one_is_read_and_never_written(path):
    new = {"version": 9, "names": ["a"], "more": 1}
    ours = OwnFile(written(path, new), 3)
    content = ours.read()
    assert content == new and ours.is_newer(content)
    with pytest.raises(NewerFile):
        ours.change(add("b"))
    assert json.loads(path.read_text()) == new


@pytest.mark.parametrize(
    "broken", ["", "{", "[1]", '{"names": []}', '{"version": true}', "[" * 100_000, "\xff", "nul\0"]
)
def test_a_broken_one_is_refused_and_set_aside_before_it_is_replaced(path, broken):
    ours = OwnFile(written(path, broken), 1, refused=InvalidSearches)
    with pytest.raises(InvalidSearches):
        ours.read()
    assert path.read_text(encoding="utf-8") == broken
    ours.change(add("a"))
    written(path, broken)
    ours.change(add("b"))
    assert ours.read()["names"] == ["b"]
    for copy in ("ours.json.bak", "ours.json.2.bak"):
        assert (path.parent / copy).read_text(encoding="utf-8") == broken


def test_one_that_is_too_long_is_not_read(path):
    with pytest.raises(InvalidSearches):
        OwnFile(written(path, " " * 5000), 1, most_bytes=4096, refused=InvalidSearches).read()


def test_when_the_change_fails_the_file_stays(path):
    ours = OwnFile(written(path, {"version": 1, "names": ["a"]}), 1)

    def fail(_content):
        raise ValueError

    with pytest.raises(ValueError):
        ours.change(fail)
    assert ours.read()["names"] == ["a"]
    ours.change(add("b"))  # and it is not left locked


def test_a_place_where_nothing_can_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        OwnFile(tmp_path / "file" / "ours.json", 1).change(add("a"))


def _many(path, name, times):
    for number in range(times):
        OwnFile(path, 1).change(add(f"{name}{number}"))


def test_two_processes_and_two_threads_lose_nothing(path):
    """Two QGIS, and two tasks of each."""
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=_many, args=(path, name, 15)) for name in "ab"]
    others += [threading.Thread(target=_many, args=(path, name, 15)) for name in "cd"]
    for one in others:
        one.start()
    for one in others:
        one.join()
    names = OwnFile(path, 1).read()["names"]
    assert len(names) == 60 and set(names) == {f"{name}{number}" for name in "abcd" for number in range(15)}


def test_one_that_stays_locked_is_said(path, monkeypatch):
    monkeypatch.setattr(own_file, "_PATIENCE", 0.05)
    ours = OwnFile(path, 1)

    def inside(content):
        with pytest.raises(Busy):
            ours.change(add("b"))
        return add("a")(content)

    ours.change(inside)
    assert ours.read()["names"] == ["a"]


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inside: st.lists(inside), max_leaves=8
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(), _json), st.binary(max_size=60))
def test_any_content_is_read_refused_or_replaced_and_never_lost(tmp_path, content, noise):
    path = tmp_path / "any.json"
    path.unlink(missing_ok=True)
    ours = OwnFile(path, 1, refused=InvalidSearches)
    ours.change(lambda _before: content)
    assert set(ours.read()) == {*content, "version"}
    path.write_bytes(noise)
    for copy in tmp_path.glob("*.bak"):
        copy.unlink()
    try:
        ours.read()
    except InvalidSearches:
        ours.change(lambda before: before)
        assert next(tmp_path.glob("*.bak")).read_bytes() == noise
