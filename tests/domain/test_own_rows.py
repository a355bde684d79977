# SPDX-License-Identifier: GPL-2.0-or-later
"""The person's catalogues.json as it is edited: what is written, and what is never lost."""

from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest

from dinamis_qgis.domain.catalogues.own_rows import OwnRows
from dinamis_qgis.domain.catalogues.registry import CatalogueRow, read_rows
from dinamis_qgis.domain.errors import InvalidCatalogueFile, NewerFile, NotWritable


def write(path, *catalogues, version=1, **others):
    path.write_text(json.dumps({"version": version, "catalogues": catalogues, **others}), encoding="utf-8")
    return path


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def shipped(tmp_path):
    return write(
        tmp_path / "shipped.json",
        {"id": "here", "title": {"en": "Here", "fr": "Ici"}, "kind": "items", "url": "data/items.json"},
        {"id": "there", "title": "There", "kind": "stac", "url": "https://there.test", "themes": {"vhr": ["a", "b"]}},
    )


@pytest.fixture
def user(tmp_path):
    return tmp_path / "profile" / "catalogues.json"


def row_of(own, row_id):
    return next(row for row in own.rows if row.id == row_id)


def mine(**more):
    return CatalogueRow(**{"id": "mine", "title": "Mine", "kind": "stac", "url": "https://mine.test", **more})


def test_of_a_shipped_row_only_what_differs_is_written(shipped, user):
    own = OwnRows(shipped, user)
    own.put(replace(row_of(own, "there"), enabled=False, themes={"vhr": ("a",)}))
    own.save()
    assert read(user) == {
        "version": 1,
        "catalogues": [{"id": "there", "themes": {"vhr": ["a"]}, "enabled": False}],
    }
    assert read_rows(shipped, user) == (own.rows, None)


def test_a_row_that_is_again_as_shipped_leaves_the_file(shipped, user):
    own = OwnRows(shipped, user)
    there = row_of(own, "there")
    own.put(replace(there, enabled=False))
    own.save()
    own = OwnRows(shipped, user)
    assert own.is_changed("there") and not own.is_changed("here")
    own.put(there)
    own.save()
    assert read(user)["catalogues"] == [] and not OwnRows(shipped, user).is_changed("there")


def test_a_reset_brings_back_what_was_shipped(shipped, user):
    user.parent.mkdir()
    write(user, {"id": "there", "url": "https://moved.test", "note": "ours"}, {"id": "here", "enabled": False})
    own = OwnRows(shipped, user)
    own.remove("there")
    own.save()
    assert row_of(own, "there").url == "https://there.test"
    assert read(user)["catalogues"] == [{"id": "here", "enabled": False}]


def test_keys_that_are_not_ours_titles_by_language_and_relative_paths_stay(shipped, user):
    user.parent.mkdir()
    title = {"en": "Mine", "fr": "À moi"}
    raw = {"id": "mine", "title": title, "kind": "items", "url": "my/items.json", "colour": "red"}
    write(user, raw, owner="bureau SIG")
    own = OwnRows(shipped, user, "fr")
    assert row_of(own, "mine").title == "À moi"
    own.put(replace(row_of(own, "mine"), licence="CC0-1.0"))
    own.save()
    assert read(user) == {"version": 1, "catalogues": [{**raw, "licence": "CC0-1.0"}], "owner": "bureau SIG"}


def test_rows_of_ones_own_are_added_renamed_and_removed(shipped, user):
    own = OwnRows(shipped, user)
    own.put(mine(themes={"vhr": ()}))
    own.put(mine(id="other", title="Other"))
    own.rename("mine", "ours")
    own.remove("other")
    own.save()
    assert [row["id"] for row in read(user)["catalogues"]] == ["ours"]
    assert [row.id for row in OwnRows(shipped, user).rows] == ["here", "there", "ours"]
    assert row_of(OwnRows(shipped, user), "ours").themes == {"vhr": ()}


def test_a_discarded_row_is_as_the_file_has_it_under_its_former_id(shipped, user):
    user.parent.mkdir()
    write(user, {"id": "mine", "kind": "stac", "url": "https://mine.test"})
    own = OwnRows(shipped, user)
    own.rename("mine", "ours")
    own.put(replace(row_of(own, "ours"), url=""))
    own.put(mine(id="new", url=""))
    own.put(replace(row_of(own, "there"), url=""))
    for row_id in ("ours", "new", "there"):
        own.discard(row_id)
    assert not own.dirty and {row.id: row.url for row in own.rows} == {
        row.id: row.url for row in OwnRows(shipped, user).rows
    }


def test_an_id_is_made_of_the_title_and_free(shipped, user):
    own = OwnRows(shipped, user)
    assert own.free_id("Mes Éléments & Cie") == "mes-elements-cie" and own.free_id("…") == "catalogue"
    assert own.free_id("Here") == "here-2"


def test_what_another_qgis_wrote_meanwhile_stays(shipped, user):
    own, other = OwnRows(shipped, user), OwnRows(shipped, user)
    other.put(mine())
    other.save()
    own.put(replace(row_of(own, "there"), enabled=False))
    own.save()
    assert [row["id"] for row in read(user)["catalogues"]] == ["mine", "there"]


def test_two_that_write_at_once_lose_nothing(shipped, user):
    def many(name):
        for number in range(12):
            own = OwnRows(shipped, user)
            own.put(mine(id=f"{name}-{number}"))
            own.save()

    others = [threading.Thread(target=many, args=(name,)) for name in "abcd"]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert len(read(user)["catalogues"]) == 48


def test_a_file_of_a_later_version_is_read_and_never_written(shipped, user):
    user.parent.mkdir()
    write(user, {"id": "mine", "kind": "stac", "url": "https://mine.test", "orbit": 3}, version=2)
    before = user.read_bytes()
    own = OwnRows(shipped, user)
    assert own.read_only and isinstance(own.problem, NewerFile)
    assert [row.id for row in own.rows] == ["here", "there", "mine"]
    own.put(mine(id="more"))
    with pytest.raises(NewerFile):
        own.save()
    assert user.read_bytes() == before and not list(user.parent.glob("*.bak"))


def test_one_that_became_later_while_it_was_edited_is_not_written_either(shipped, user):
    own = OwnRows(shipped, user)
    own.put(mine())
    user.parent.mkdir()
    write(user, version=2)
    with pytest.raises(NewerFile):
        own.save()
    assert read(user)["version"] == 2


def test_of_a_later_version_that_cannot_be_read_the_shipped_rows_serve(shipped, user):
    user.parent.mkdir()
    write(user, {"name": "mine"}, version=2)
    own = OwnRows(shipped, user)
    assert own.read_only and [row.id for row in own.rows] == ["here", "there"]


@pytest.mark.parametrize("content", ["{", '{"version": 0, "catalogues": [{"id": "mine"}]}', '{"version": 1}'])
def test_a_broken_or_older_file_is_kept_beside_before_it_is_written(shipped, user, content):
    user.parent.mkdir()
    user.write_text(content, encoding="utf-8")
    own = OwnRows(shipped, user)
    assert isinstance(own.problem, InvalidCatalogueFile) and not own.read_only
    own.put(mine())
    own.save()
    assert (user.parent / "catalogues.json.bak").read_text(encoding="utf-8") == content
    assert [row["id"] for row in read(user)["catalogues"]] == ["mine"] and own.problem is None


def test_nothing_is_written_when_nothing_changed(shipped, user):
    own = OwnRows(shipped, user)
    own.put(row_of(own, "there"))
    own.save()
    assert not user.exists()


def test_a_write_that_fails_leaves_the_former_file_whole(shipped, user, monkeypatch):
    user.parent.mkdir()
    write(user, {"id": "mine", "kind": "stac", "url": "https://mine.test"})
    before = user.read_bytes()
    own = OwnRows(shipped, user)
    own.put(mine(enabled=False))

    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dump", full)
    with pytest.raises(NotWritable):
        own.save()
    left = [path for path in user.parent.iterdir() if path.suffix != ".lock"]
    assert user.read_bytes() == before and left == [user]
    assert own.dirty
