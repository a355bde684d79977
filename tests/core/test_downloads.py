# SPDX-License-Identifier: GPL-2.0-or-later
"""The queue of downloads over a real STAC service and a real file server."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsFeedback

from dinamis_qgis.core import downloads
from dinamis_qgis.core.delivery import read_delivery
from dinamis_qgis.core.downloads import AT_ONCE, PER_HOST
from dinamis_qgis.domain import errors, partial
from dinamis_qgis.domain.transfers import DONE, FAILED, PAUSED, RUNNING, WAITING
from tests.services.download_place import downloading
from tests.services.file_service import Files
from tests.services.http_service import Answer
from tests.services.scenes_service import CONTENT


@pytest.fixture
def place(qgis_app, qtbot, tmp_path, monkeypatch):
    with downloading(qtbot, tmp_path, monkeypatch) as made:
        yield made


def test_files_come_and_the_queue_says_so(place):
    place.add("A", "B")
    place.until(lambda: len(place.queue.heard) == 2)
    assert sorted(place.queue.heard) == [("finished", "A"), ("finished", "B")]
    assert place.files() == ["A/A.tif", "B/B.tif"] and (place.out / "A" / "A.tif").read_bytes() == CONTENT
    assert place.queue.transfers() == () and [one.state for one in place.queue.done()] == [DONE, DONE]


def test_several_at_once_but_few_of_one_host(place):
    names = [f"S{number}" for number in range(7)]
    for name in names:
        place.slow(name)
    place.add(*names)
    place.until(lambda: sum(place.part(name).exists() for name in names) == PER_HOST)
    assert Counter(place.states().values()) == {RUNNING: PER_HOST, WAITING: 7 - PER_HOST}
    for one in place.queue.transfers()[PER_HOST:]:  # as if each had a host of its own
        place.queue._put(replace(one, host=one.scene_id))
    place.queue._start_next()
    assert Counter(place.states().values())[RUNNING] == AT_ONCE


def test_paused_it_holds_still_and_goes_on_from_there(place):
    place.slow("A")
    (one,) = place.add("A")
    place.half_way("A")
    place.queue.pause(one)
    place.queue.resume(one)  # before the task has let go of its file
    place.queue.pause(one)
    place.idle()
    assert place.states() == {"A": PAUSED} and place.files() == ["A/A.tif.part", "A/A.tif.part.json"]
    there = place.part("A").stat().st_size
    place.quick("A")
    place.queue.resume(one)
    place.until(lambda: place.queue.heard == [("finished", "A")])
    assert place.asked("A")[-1].headers["range"] == f"bytes={there}-" and place.files() == ["A/A.tif"]


def test_figures_of_what_runs(place):
    place.slow("A")
    (one,) = place.add("A")
    place.until(lambda: place.queue.figures(one).there > 0)
    figures = place.queue.figures(one)
    assert figures.size == len(CONTENT) and 0 < figures.percent <= 50
    assert place.queue.transfer(one).size == len(CONTENT)


def test_cancelled_nothing_of_it_is_left(place):
    place.slow("A")
    place.slow("B")
    one, two = place.add("A", "B")
    place.half_way("A")
    place.half_way("B")
    place.queue.pause(two)
    place.queue.cancel(one)
    place.until(lambda: two not in place.queue._tasks)
    place.queue.cancel(two)
    place.idle()
    assert place.files() == [] and not list(place.out.iterdir()) and place.states() == {}
    assert place.queue.heard == []


def test_a_failure_is_told_and_tried_again(place):
    place.service.files["/data/A/A.tif"] = lambda _asked: Answer(status=403)
    (one,) = place.add("A")
    place.until(lambda: place.queue.heard == [("failed", "A", errors.AccessDenied)])
    assert place.states() == {"A": FAILED} and "127.0.0.1" in place.queue.transfer(one).said
    place.quick("A")
    place.queue.resume(one)
    place.until(lambda: place.queue.heard[-1] == ("finished", "A"))


def test_the_order_is_the_person_s(place):
    for name in "ABCDE":
        place.slow(name)
    ids = place.add(*"ABCDE")
    place.queue.move(ids[4], 0)
    assert [one.scene_id for one in place.queue.transfers()] == list("EABCD")
    place.queue.move(ids[4], 99)
    place.queue.move("nothing", 0)
    assert [one.scene_id for one in place.queue.transfers()] == list("ABCDE")
    place.queue.move(ids[4], 0)
    place.until(lambda: all(place.part(name).exists() for name in "ABC"))
    place.queue.pause(ids[0])
    place.until(lambda: place.states()["E"] == RUNNING)


def test_the_queue_survives_and_goes_on_where_it_was(place):
    place.slow("A")
    for name in "BC":
        place.slow(name)
    ids = place.add(*"ABC", open_when_done=True)
    place.half_way("A")
    place.queue.pause(ids[1])
    place.until(lambda: ids[1] not in place.queue._tasks)
    place.end(place.queue)
    text = (place.home / "downloads.json").read_text()
    assert "secret" not in text and "/data/" not in text
    there = place.part("A").stat().st_size
    for name in "ABC":
        place.quick(name)
    again = place.session()
    place.until(lambda: len(again.heard) == 2)
    assert place.states(again) == {"A": DONE, "B": PAUSED, "C": DONE}
    asked = place.asked("A")[-1].headers
    assert asked["range"] == f"bytes={there}-" and asked["if-range"]
    assert all(one.open_when_done for one in again.done())


def test_two_at_once_do_not_fetch_the_same(place):
    place.slow("A")
    place.add("A")
    other = place.session()
    assert other.transfers() == ()
    scene = place.service.scene("B", data=("B.tif", "data"))
    other.add([scene], place.out)
    place.until(lambda: other.heard == [("finished", "B")])
    assert len(place.asked("A")) <= 1


def test_a_scene_is_added_once_and_looked_at_again_when_it_came(place):
    place.slow("A")
    scene = place.service.scene("A", data=("A.tif", "data"))
    assert place.queue.add([scene, scene], place.out) == 1
    (one,) = place.queue.transfers()
    place.queue.pause(one.id)
    assert place.queue.add([scene], place.out, open_when_done=True) == 0
    assert place.queue.transfer(one.id).state in (WAITING, RUNNING) and place.queue.transfer(one.id).open_when_done
    place.queue.pause(one.id)
    place.idle()
    place.quick("A")
    place.queue.resume(one.id)
    place.until(lambda: len(place.queue.heard) == 1)
    asked = len(place.asked("A"))
    assert place.queue.add([scene], place.out) == 1
    place.until(lambda: len(place.queue.heard) == 2)
    assert len(place.asked("A")) == asked and len(place.queue.done()) == 1  # its size is known: it is not fetched


def test_a_full_disk_pauses_and_another_folder_goes_on(place, tmp_path, monkeypatch):
    place.slow("A")
    (one,) = place.add("A")
    place.half_way("A")
    place.queue.pause(one)
    place.idle()
    usage = shutil.disk_usage

    def full(path):
        found = usage(path)
        return found._replace(free=partial.ROOM + 1) if str(path).startswith(str(place.out)) else found

    monkeypatch.setattr(shutil, "disk_usage", full)
    place.quick("A")
    place.queue.resume(one)
    place.until(lambda: bool(place.queue.heard))
    there = place.part("A").stat().st_size
    assert place.queue.heard == [("no room", "A", len(CONTENT) - there - 1)] and place.states() == {"A": PAUSED}
    place.queue.relocate([one], tmp_path / "other")
    place.until(lambda: place.queue.heard[-1] == ("finished", "A"))
    assert (tmp_path / "other" / "A" / "A.tif").read_bytes() == CONTENT
    assert not (place.out / "A").exists() and place.asked("A")[-1].headers["range"] == f"bytes={there}-"


@pytest.fixture
def small_disk(tmp_path):
    """A real one of 17 MB, 16 of which always stay free."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={partial.ROOM + (1 << 20)}", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this person may not mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_real_disk_that_fills_while_a_file_comes(place, small_disk, tmp_path):
    place.out = small_disk
    place.slow("A")
    (one,) = place.add("A")
    place.half_way("A")
    (small_disk / "of another program").write_bytes(bytes(partial.ROOM))  # all but what was kept free
    place.quick("A")
    place.queue.pause(one)
    place.idle()
    place.queue.resume(one)
    place.until(lambda: bool(place.queue.heard))
    assert place.queue.heard[0][:2] == ("no room", "A") and place.states() == {"A": PAUSED}
    assert not (small_disk / "A" / "A.tif").exists() and place.part("A").stat().st_size >= len(CONTENT) // 2
    place.queue.relocate([one], tmp_path / "other")
    place.until(lambda: place.queue.heard[-1] == ("finished", "A"))
    assert (tmp_path / "other" / "A" / "A.tif").read_bytes() == CONTENT


def test_another_folder_while_it_comes(place, tmp_path):
    place.slow("A")
    (one,) = place.add("A")
    place.half_way("A")
    place.quick("A")
    place.queue.relocate([one], tmp_path / "other")
    place.queue.relocate([one], tmp_path / "third")
    place.until(lambda: place.queue.heard == [("finished", "A")])
    assert (tmp_path / "third" / "A" / "A.tif").read_bytes() == CONTENT
    assert not (tmp_path / "other").exists() or not list((tmp_path / "other").rglob("*.*"))


def test_a_read_only_folder_is_a_sentence(place, tmp_path):
    (tmp_path / "file").write_text("")
    place.out = tmp_path / "file" / "images"
    (one,) = place.add("A")
    place.until(lambda: bool(place.queue.heard))
    assert place.queue.heard == [("failed", "A", errors.NotWritable)] and place.queue.transfer(one).said


def test_a_queue_that_cannot_be_kept_works_all_the_same_and_says_so_once(place, tmp_path):
    place.home = tmp_path / "file"
    place.home.write_text("")
    place.queue = place.session()
    place.add("A", "B")
    place.until(lambda: len(place.queue.heard) == 3)
    assert place.queue.heard[0] == ("not kept", errors.NotWritable)
    assert place.files() == ["A/A.tif", "B/B.tif"]


def test_all_stopped_by_qgis_that_quits_the_others_do_not_begin_and_all_go_on_the_next_time(place):
    for name in "ABCDE":
        place.slow(name)
    ids = place.add(*"ABCDE")
    place.until(lambda: len(place.queue._tasks) == PER_HOST)
    place.half_way("A")
    place.queue.pause(ids[4])
    QgsApplication.taskManager().cancelAll()
    place.idle()
    assert set(place.states().values()) == {PAUSED}
    place.queue.resume(ids[3])
    place.queue.pause(ids[3])  # by the person: it stays so
    place.end(place.queue)
    for name in "ABCDE":
        place.quick(name)
    again = place.session()
    place.until(lambda: list(place.states(again).values()).count(DONE) == 3)
    assert {name: place.states(again)[name] for name in "DE"} == {"D": PAUSED, "E": PAUSED}


def test_cancelled_in_qgis_s_own_list_it_is_paused(place):
    place.slow("A")
    (one,) = place.add("A")
    place.half_way("A")
    place.queue._tasks[one].cancel()
    place.until(lambda: place.states() == {"A": PAUSED})
    assert place.queue.heard == [] and place.queue.transfer(one).said == ""


def test_only_the_last_ones_that_came_are_remembered(place, monkeypatch):
    monkeypatch.setattr(downloads, "_REMEMBERED", 2)
    place.add("A", "B", "C")
    place.until(lambda: len(place.queue.heard) == 3)
    assert len(place.queue.done()) == 2
    assert len(json.loads((place.home / "downloads.json").read_text())["transfers"]) == 2


def test_pause_all_and_resume_all(place):
    for name in "AB":
        place.slow(name)
    place.add("A", "B")
    place.half_way("A")
    place.half_way("B")
    place.queue.pause_all()
    assert set(place.states().values()) == {PAUSED}
    place.idle()
    place.quick("A")
    place.quick("B")
    place.queue.resume_all()
    place.until(lambda: len(place.queue.heard) == 2)


def test_all_together_the_queue_is_written_once_and_for_each_that_stops(place, monkeypatch):
    """Two hundred paused one by one made QGIS stand still for two seconds."""
    names = [f"S{number}" for number in range(20)]
    for name in names:
        place.slow(name)
    place.add(*names)
    writings = []
    monkeypatch.setattr(place.queue._file, "write", lambda transfers: writings.append(len(list(transfers))))
    place.queue.pause_all()
    assert set(place.states().values()) == {PAUSED} and len(writings) <= 1 + AT_ONCE
    place.idle()
    writings.clear()
    place.queue.resume_all()
    assert PAUSED not in place.states().values() and writings == [20]


def test_a_scene_that_its_catalogue_has_no_more(place):
    scene = replace(place.service.scene("A", data=("A.tif", "data")), id="gone")
    place.queue.add([scene], place.out)
    place.until(lambda: place.queue.heard == [("failed", "gone", errors.NotFound)])
    assert not Path(place.out / "gone").exists()


def test_a_bare_image_keeps_what_the_catalogue_says_of_it(place, tmp_path):
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "x.tif"), 8, 8, 3).FlushCache()
    place.service.files["/data/A/src.tif"] = Files((tmp_path / "x.tif").read_bytes())
    scene = place.service.scene("A", src_xs=("src.tif", "data"))
    item = place.service.stac.items[-1]
    del item["assets"]["src_xs"]["file:size"]
    item["properties"].update(platform="SPOT7", license="https://x.fr/licence?token=secret", title="A scene")
    place.queue.add([scene], place.out)
    place.until(lambda: place.queue.heard == [("finished", "A")])
    assert place.files() == ["A/src.tif"]
    assert "secret" not in (place.out / "A" / "stac-item.json").read_text()
    (found,) = read_delivery(str(place.out / "A"), QgsFeedback()).products
    assert (found.mission, found.name, found.acquired.isoformat()) == ("SPOT7", "A scene", "2021-08-15T23:30:00+00:00")
    assert found.licence == "https://x.fr/licence" and found.spectral_mode == "MS"
