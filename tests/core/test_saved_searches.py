# SPDX-License-Identifier: GPL-2.0-or-later
"""searches.json, exported files and projects that hold searches: nothing is lost, whatever is read."""

import json
import multiprocessing
from dataclasses import replace
from datetime import date

import pytest
from qgis.core import QgsProject
from shapely.geometry import box

from dinamis_qgis.core.saved_searches import (
    SavedSearches,
    SearchFile,
    imported,
    keep_in_project,
    project_searches,
    read_file,
    write_file,
)
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.errors import InvalidSearches, NewerFile
from dinamis_qgis.domain.saved_search import GIVEN, TERRITORY, SavedSearch, SavedZone, Watch


def search(name, **more):
    return SavedSearch(name, Choices(), SavedZone(TERRITORY, "Ici"), **more)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "dinamis" / "searches.json"


def names(searches):
    return [one.name for one in searches]


def test_searches_are_added_changed_and_removed_one_by_one(path):
    file = SearchFile(path)
    one, two = search("one"), search("two", watch=Watch(date(2026, 3, 3)))
    assert file.read() == ()
    assert names(file.add([one, two])) == ["one", "two"]
    assert names(file.change(one.id, lambda now: replace(now, name="first"))) == ["first", "two"]
    assert file.change(two.id, lambda now: now.shared())[1].watch is None
    assert names(file.change(two.id, lambda _: None)) == ["first"]
    assert names(file.change("gone", lambda _: None)) == ["first"]
    assert json.loads(path.read_text())["version"] == 1


def test_what_is_not_understood_stays_in_the_file(path):
    file = SearchFile(path)
    file.add([search("one")])
    said = json.loads(path.read_text())
    others = [{"id": "later", "name": "x", "zone": {"kind": "moon"}}, 5, {"no": "id"}]
    said["searches"][0]["colour"] = "red"
    path.write_text(json.dumps({**said, "searches": [*said["searches"], *others], "more": 1}))
    assert names(file.change(said["searches"][0]["id"], lambda now: replace(now, name="uno"))) == ["uno"]
    after = json.loads(path.read_text())
    assert after["more"] == 1 and after["searches"][0]["colour"] == "red" and after["searches"][0]["name"] == "uno"
    assert all(other in after["searches"] for other in others)


def test_a_broken_file_is_told_and_set_aside(path):
    path.parent.mkdir()
    for broken in ("{", '{"version": 1, "searches": {}}'):
        path.write_text(broken)
        with pytest.raises(InvalidSearches):
            SearchFile(path).read()
    path.write_text("{")
    SearchFile(path).add([search("one")])
    assert names(SearchFile(path).read()) == ["one"] and (path.parent / "searches.json.bak").read_text() == "{"


def test_a_newer_file_is_read_and_left_as_it_is(path):
    SearchFile(path).add([search("one")])
    newer = path.read_text().replace('"version": 1', '"version": 2')
    path.write_text(newer)
    assert names(SearchFile(path).read()) == ["one"]
    with pytest.raises(NewerFile):
        SearchFile(path).add([search("two")])
    assert path.read_text() == newer


def _add(path, name):
    for number in range(10):
        SearchFile(path).add([SavedSearch(f"{name}{number}", Choices(), SavedZone())])


def test_two_qgis_lose_nothing(path):
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_add, args=(path, name)) for name in "ab"]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(SearchFile(path).read()) == 20


def test_an_exported_file_is_imported_once(tmp_path):
    zone = SavedZone(GIVEN, "Baie", box(-2.6, 48.4, -2.4, 48.5))
    mine = (search("one", watch=Watch(date(2026, 3, 3))), SavedSearch("two", Choices(max_cloud=None), zone))
    file = tmp_path / "x.json"
    write_file(file, mine)
    assert "watch" not in file.read_text()
    found = read_file(file)
    assert imported(found, mine) == ()
    assert names(imported(found, ())) == ["one", "two"]
    renamed = (replace(mine[0], choices=Choices(theme="forest")), mine[1])
    fresh = imported(found, renamed)
    assert names(fresh) == ["one (2)"] and fresh[0].id != mine[0].id


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", InvalidSearches), ("[]", InvalidSearches), ('{"version": 1}', InvalidSearches),
        ('{"version": 1, "searches": [{}]}', InvalidSearches), ('{"version": 7, "searches": []}', NewerFile),
        ("[" * 200_000, InvalidSearches), ('{"version": 1, "searches": "x"}', InvalidSearches),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_told(tmp_path, content, error):
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(error):
        read_file(tmp_path / "x.json")
    with pytest.raises(InvalidSearches):
        read_file(tmp_path / "absent.json")


def test_a_project_carries_searches_and_nothing_that_was_looked_at(qgis_app, tmp_path):
    project = QgsProject()
    one = search("one", watch=Watch(date(2026, 3, 3), known={"a": frozenset("1")}))
    keep_in_project(project, one, True)
    keep_in_project(project, search("two"), True)
    assert project.isDirty() and project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    assert project_searches(again)[0] == one.shared() and names(project_searches(again)) == ["one", "two"]
    keep_in_project(again, one, False)
    assert names(project_searches(again)) == ["two"]
    again.writeEntry("dinamis", "searches", "[" * 100_000)
    assert project_searches(again) == ()


def test_changes_are_written_in_tasks_and_told(qgis_app, qtbot, path, tmp_path):
    store, told, failed = SavedSearches(path), [], []
    store.changed.connect(lambda: told.append(names(store.all)))
    store.failed.connect(failed.append)
    one = search("one")
    store.add(one)
    qtbot.waitUntil(lambda: told == [["one"]])
    store.give_file(tmp_path / "x.json", [one], lambda: told.append("given"))
    qtbot.waitUntil(lambda: "given" in told)
    store.change(one.id, lambda _: None)
    qtbot.waitUntil(lambda: told[-1] == [])
    counts = []
    store.take_file(tmp_path / "x.json", counts.append)
    qtbot.waitUntil(lambda: counts == [1])
    store.take_file(tmp_path / "none.json", counts.append)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert isinstance(failed[0], InvalidSearches) and names(store.all) == ["one"] and not store.busy
