# SPDX-License-Identifier: GPL-2.0-or-later
"""What is kept of a download on the disk, and how long it takes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from dinamis_qgis.domain import errors
from dinamis_qgis.domain.catalogues.file_facts import described
from dinamis_qgis.domain.moving import bring, forget_empty
from dinamis_qgis.domain.multihash import hasher
from dinamis_qgis.domain.pace import Figures, Pace
from dinamis_qgis.domain.partial import part_of, record_of
from dinamis_qgis.domain.scene import Asset, Scene
from dinamis_qgis.domain.scene_files import size_of_scene
from dinamis_qgis.domain.transfers import DONE, PAUSED, RUNNING, WAITING, from_row, to_row, transfer_of
from dinamis_qgis.domain.transfers_file import TransfersFile

SECRET = "X-Amz-Signature=0123secret"
SCENE = Scene(
    "PHR1B 2022/07", "cat", "pleiades", mission="PHR1B", acquired=datetime(2022, 7, 14, 11, tzinfo=timezone.utc),
    self_url=f"https://me:pass@s.fr/items/1?{SECRET}&f=json",
    assets=(Asset("a", f"https://data.fr:8443/b/a.tif?{SECRET}", size=5), Asset("b", "https://data.fr/b.xml", size=2)),
)  # fmt: skip


class Free:
    def isCanceled(self):
        return False


def made(folder: Path, scene=SCENE, others=(), **changes):
    return replace(transfer_of(scene, folder, (), False, others), **changes)


def test_what_is_kept_holds_no_signature_and_comes_back_the_same(tmp_path):
    one = transfer_of(SCENE, tmp_path, ("a",), True, ())
    text = json.dumps(to_row(one))
    assert "secret" not in text and "pass" not in text and "data.fr/b" not in text
    assert from_row(json.loads(text)) == one
    assert (one.size, one.host, one.self_url) == (5, "data.fr:8443", "https://s.fr/items/1?f=json")
    assert one.moment == SCENE.acquired and one.place.parent == tmp_path
    assert size_of_scene(SCENE) == 7 and size_of_scene(replace(SCENE, assets=())) is None


def test_two_scenes_of_one_name_get_two_folders(tmp_path):
    first = made(tmp_path, replace(SCENE, id="x"))
    again = made(tmp_path, replace(SCENE, id="x"), [first])
    other = made(tmp_path, replace(SCENE, id="x", collection="other"), [first])
    assert first.home == again.home == "x" != other.home


@pytest.mark.parametrize(
    "change",
    [
        {"home": "../x"}, {"home": ""}, {"folder": "relative"}, {"folder": ""}, {"old_folders": ["x"]},
        {"state": "gone"}, {"id": "../7"}, {"wanted": "a"}, {"wanted": [1]},
        {"size": -1}, {"size": "7"}, {"open_when_done": 1},
        {"catalogue": ""}, {"said": None}, {"home": None},
    ],
)  # fmt: skip
def test_a_row_that_is_none_is_left_out(tmp_path, change):
    row = {**json.loads(json.dumps(to_row(made(tmp_path)))), **change}
    assert from_row(row) is None
    assert from_row([]) is None and from_row({}) is None


def test_a_row_of_a_later_version_within_the_schema_may_say_more(tmp_path):
    one = made(tmp_path)
    assert from_row({**json.loads(json.dumps(to_row(one))), "colour": "red"}) == one


def test_the_file_gives_back_what_was_written_and_a_running_one_waits(tmp_path):
    home = tmp_path / "dinamis"
    file = TransfersFile(home)
    assert file.open() == [] and file.problem is None
    states = [made(tmp_path, state=state) for state in (RUNNING, PAUSED, DONE)]
    file.write(states)
    file.close()
    assert [one.state for one in TransfersFile(home).open()] == [WAITING, PAUSED, DONE]
    assert not list(home.glob("*.part"))


def test_two_processes_have_a_file_each_and_what_one_leaves_the_next_takes_over(tmp_path):
    first, second = TransfersFile(tmp_path), TransfersFile(tmp_path)
    one, two = made(tmp_path), made(tmp_path)
    first.open()
    first.write([one])
    assert second.open() == []
    second.write([two])
    second.close()
    third = TransfersFile(tmp_path)
    assert third.open() == [two]  # the first one's are its own
    third.close()
    first.close()
    last = TransfersFile(tmp_path)
    assert last.open() == [one, two]
    assert [path.name for path in tmp_path.glob("*.json")] == ["downloads.json"]
    last.close()
    assert TransfersFile(tmp_path).open() == [one, two]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"version": "1", "transfers": []}', "[" * 9999])
def test_a_damaged_file_is_kept_beside_and_told(tmp_path, content):
    (tmp_path / "downloads.json").write_text(content)
    file = TransfersFile(tmp_path)
    assert file.open() == [] and isinstance(file.problem, errors.InvalidFile)
    file.write([made(tmp_path)])
    assert (tmp_path / "downloads.json.bak").read_text() == content
    file.close()
    assert len(TransfersFile(tmp_path).open()) == 1


def test_a_file_of_a_newer_version_is_left_as_it_is(tmp_path):
    text = '{"version": 2, "transfers": {}}'
    (tmp_path / "downloads.json").write_text(text)
    file = TransfersFile(tmp_path)
    assert file.open() == [] and isinstance(file.problem, errors.NewerFile)
    file.write([made(tmp_path)])
    assert (tmp_path / "downloads.json").read_text() == text and (tmp_path / "downloads-2.json").exists()


def test_a_folder_where_nothing_can_be_kept(tmp_path):
    (tmp_path / "file").write_text("")
    file = TransfersFile(tmp_path / "file" / "dinamis")
    assert file.open() == [] and isinstance(file.problem, errors.NotWritable)
    file.write([made(tmp_path)])  # in memory only


def test_the_speed_is_of_the_last_seconds_and_a_silence_slows_it():
    pace = Pace()
    assert pace.figures(0.0) == Figures() and Figures().percent is None
    for second in range(31):
        pace.add(float(second), min(second, 20) * 0 + second * 100, 4000)
    figures = pace.figures(30.0)
    assert figures.speed == pytest.approx(100) and figures.seconds_left == pytest.approx(10)
    assert figures.percent == 75
    assert pace.figures(50.0).speed < 50
    assert Figures(3999, 4000).percent == 99 and Figures(4000, 4000).percent == 100
    pace.add(51.0, 5000, None)
    assert pace.figures(51.0).seconds_left is None


def test_what_has_come_goes_to_another_folder(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old / "s", new / "s"):
        folder.mkdir(parents=True)
    (old / "s" / "whole.tif").write_bytes(b"whole")
    part_of(old / "s" / "half.tif").write_bytes(b"half")
    record_of(old / "s" / "half.tif").write_text("{}")
    part_of(old / "s" / "worthless.tif").write_bytes(b"?")
    for name in ("whole.tif", "half.tif", "worthless.tif", "none.tif"):
        bring(old / "s" / name, new / "s" / name, Free())
    assert (new / "s" / "whole.tif").read_bytes() == b"whole"
    assert part_of(new / "s" / "half.tif").read_bytes() == b"half" and record_of(new / "s" / "half.tif").exists()
    assert sorted(path.name for path in new.rglob("*.*")) == ["half.tif.part", "half.tif.part.json", "whole.tif"]
    assert [path.name for path in old.rglob("*.*")] == ["worthless.tif.part"]
    part_of(old / "s" / "worthless.tif").unlink()
    forget_empty(old / "s")
    assert not (old / "s").exists()


def test_moving_is_given_up_and_loses_nothing(tmp_path):
    class Cancelled:
        isCanceled = staticmethod(lambda: True)

    source, target = tmp_path / "a.tif", tmp_path / "b.tif"
    source.write_bytes(b"x")
    with pytest.raises(errors.Cancelled):
        bring(source, target, Cancelled())
    assert source.exists() and not target.exists()
    bring(source, target, Free())
    assert target.read_bytes() == b"x" and not source.exists()


def test_size_and_checksum_in_words():
    said = "File size: 18684 bytes\n\nIs online: true\n\nChecksum MD5: 1003AE6b1edf05adf7c46cb759ffeaec"
    size, checksum = described(said)
    assert size == 18684 and hasher(checksum)[1].hex() == "1003ae6b1edf05adf7c46cb759ffeaec"
    assert described("") == described("File size: many bytes, Checksum MD5: 12") == (None, "")
