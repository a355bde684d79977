# SPDX-License-Identifier: GPL-2.0-or-later
"""Several catalogues at once, over real connections: each at its own pace, each failing alone."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests
import shapely
from qgis.PyQt.QtCore import QThreadPool

from dinamis_qgis.core import search
from dinamis_qgis.core.search import SearchRun
from dinamis_qgis.domain.catalogues import Page
from dinamis_qgis.domain.errors import ServiceBroken
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Scene

ZONE = shapely.box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Row:
    id: str
    title: str = ""
    themes: dict = field(default_factory=dict)


class Handler(BaseHTTPRequestHandler):
    """``/<name>?seconds=…&status=…&count=…``."""

    def do_GET(self):
        options = dict(pair.split("=") for pair in self.path.split("?")[1].split("&"))
        self.server.released.wait(float(options.get("seconds", 0)))
        body = json.dumps([f"{options['name']}-{i}" for i in range(int(options.get("count", 3)))]).encode()
        self.send_response(int(options.get("status", 200)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class OverHttp:
    def __init__(self, url, name):
        self.url, self.id = url, name

    def search(self, query, feedback):
        answer = requests.get(self.url, timeout=30)
        if answer.status_code >= 500:
            raise ServiceBroken(self.url, status=answer.status_code)
        ids = answer.json()
        shapes = (ZONE, shapely.box(0, 0, 0.5, 1), None)
        yield Page(tuple(Scene(i, self.id, footprint=shapes[n % 3]) for n, i in enumerate(ids)), len(ids))


@pytest.fixture()
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.released = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.released.set()
    server.shutdown()
    server.server_close()


@pytest.fixture()
def heard(qgis_app, server):
    """A run whose row ids are the servers' options, and all that it said, with the seconds at which it said it."""

    def open_catalogue(row, feedback):
        name = dict(pair.split("=") for pair in row.id.split("&"))["name"]
        return OverHttp(f"http://127.0.0.1:{server.server_port}/?{row.id}", name)

    run = SearchRun(open_catalogue)
    begun, events = time.monotonic(), []

    def note(kind):
        return lambda *values: events.append((kind, time.monotonic() - begun, values))

    run.scenes_arrived.connect(note("scenes"))
    run.catalogue_failed.connect(note("failed"))
    run.catalogue_finished.connect(note("done"))
    run.progressed.connect(note("progress"))
    run.finished.connect(note("finished"))
    run.events = events
    yield run
    run.close()


def kinds(run, kind):
    return [event for event in run.events if event[0] == kind]


def asked(*ids, **query):
    return [(Row(i), SearchQuery(aoi=ZONE, **query)) for i in ids]


def test_fast_late_and_failing(heard, qtbot):
    with qtbot.waitSignal(heard.finished):
        heard.start(asked("name=fast", "name=late&seconds=5", "name=failing&status=500"))
    first, second = kinds(heard, "scenes")
    assert [scene.catalogue for scene, _ in first[2][0]] == ["fast"] * 3 and first[1] < 4.5
    assert [scene.catalogue for scene, _ in second[2][0]] == ["late"] * 3 and second[1] >= 5.0
    ((_, when, (row, error)),) = kinds(heard, "failed")
    assert row.id.startswith("name=failing") and isinstance(error, ServiceBroken) and when < 4.5
    assert sorted(row.id.split("&")[0] for _, _, (row, _) in kinds(heard, "done")) == ["name=fast", "name=late"]
    assert [event[2][0] for event in kinds(heard, "progress")] == [3, 6]
    assert len(kinds(heard, "finished")) == 1 and not heard.running


def test_a_quick_catalogue_does_not_wait_for_slow_ones_when_threads_are_few(heard, qtbot):
    pool = QThreadPool.globalInstance()
    before = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    try:
        with qtbot.waitSignal(heard.scenes_arrived, timeout=4_500):
            heard.start(asked("name=a&seconds=5", "name=b&seconds=5", "name=quick"))
        with qtbot.waitSignal(heard.finished):
            pass
        qtbot.waitUntil(lambda: pool.activeThreadCount() == 0)
    finally:
        pool.setMaxThreadCount(before)


def test_coverage_is_measured_and_unknown_is_kept(heard, qtbot):
    with qtbot.waitSignal(heard.finished):
        heard.start(asked("name=c", min_coverage=80.0))
    ((_, _, (part,)),) = kinds(heard, "scenes")
    assert [(scene.id, coverage) for scene, coverage in part] == [("c-0", 100.0), ("c-2", None)]
    ((_, _, (_, matched)),) = kinds(heard, "done")
    assert matched is None  # something was filtered on this side


def test_cancel_answers_at_once_and_late_answers_are_dropped(heard, qtbot, server):
    heard.start(asked("name=slow&seconds=20", "name=quick"))
    qtbot.waitUntil(lambda: bool(kinds(heard, "done")))
    with qtbot.waitSignal(heard.finished):  # the service is still silent
        heard.cancel()
    assert heard.cancelled and not heard.running
    told = len(heard.events)
    server.released.set()
    qtbot.wait(400)
    assert len(heard.events) == told and heard.count == 3


def test_what_is_cancelled_in_qgis_own_list_of_tasks_is_not_taken_for_the_whole(heard, qtbot, server):
    heard.start(asked("name=slow&seconds=20", "name=quick"))
    qtbot.waitUntil(lambda: bool(kinds(heard, "done")))
    with qtbot.waitSignal(heard.finished):
        (task,) = heard._tasks
        task.cancel()
        server.released.set()
    assert heard.cancelled and heard.count == 3 and not kinds(heard, "failed")


def test_what_an_abandoned_task_had_already_sent_is_dropped(heard, qtbot, server):
    heard.start(asked("name=slow&seconds=20"))
    (task,) = heard._tasks
    heard.cancel()
    told = len(heard.events)
    task.reported.emit([(Scene("late", "slow"), None)])
    task.succeeded.emit(1)
    task.failed.emit(ServiceBroken("https://a.test"))
    assert len(heard.events) == told
    server.released.set()


def test_a_new_search_drops_the_answers_of_the_former(heard, qtbot, server):
    heard.start(asked("name=old&seconds=20"))
    with qtbot.waitSignal(heard.finished):
        heard.start(asked("name=new"))
    server.released.set()
    qtbot.wait(400)
    assert {scene.catalogue for event in kinds(heard, "scenes") for scene, _ in event[2][0]} == {"new"}


def test_the_same_scene_comes_once(heard, qtbot):
    with qtbot.waitSignal(heard.finished):
        heard.start(asked("name=same", "name=same&count=5"))
    ids = [scene.id for event in kinds(heard, "scenes") for scene, _ in event[2][0]]
    assert sorted(ids) == ["same-0", "same-1", "same-2", "same-3", "same-4"]


def test_the_whole_run_is_capped(heard, qtbot, monkeypatch):
    monkeypatch.setattr(search, "MOST_SCENES", 4)
    with qtbot.waitSignal(heard.finished):
        heard.start(asked("name=a", "name=b"))
    assert heard.count == 4 and heard.truncated and len(kinds(heard, "finished")) == 1


def test_nothing_to_ask_ends_at_once(heard, qtbot):
    with qtbot.waitSignal(heard.finished):
        heard.start([])


class Archive:
    """Scenes of one day each, newest first; ``asked`` are the limits and ends that were asked for."""

    id = "archive"

    def __init__(self, count, newest_first=True, per_day=1):
        first = datetime(2020, 1, 1, tzinfo=timezone.utc)
        days = (first + timedelta(days=number // per_day) for number in range(count))
        self.scenes = [Scene(f"s{n}", self.id, acquired=day, footprint=ZONE) for n, day in enumerate(days)][::-1]
        self.newest_first, self.asked = newest_first, []

    def search(self, query, feedback):
        self.asked.append((query.limit, query.end))
        found = [scene for scene in self.scenes if query.keeps(scene)]
        for start in range(0, min(query.limit, len(found)), 10):
            until = min(start + 10, query.limit)
            yield Page(tuple(found[start:until]), more=until < len(found), newest_first=self.newest_first)


@pytest.fixture()
def run_of(qgis_app, qtbot):
    runs = []

    def make(archive, limit=25, **criteria):
        run = SearchRun(lambda _row, _feedback: archive)
        run.ids = []
        run.scenes_arrived.connect(lambda part: run.ids.extend(scene.id for scene, _coverage in part))
        runs.append(run)
        with qtbot.waitSignal(run.finished):
            run.start([(Row("archive"), SearchQuery(limit=limit, **criteria))])
        return run

    yield make
    for run in runs:
        run.close()


@pytest.mark.parametrize(("count", "cut"), [(24, False), (25, False), (26, True)])
def test_a_search_is_cut_only_when_there_is_more(run_of, count, cut):
    run = run_of(Archive(count))
    assert run.count == min(count, 25) and run.truncated is cut and run.can_load_on is cut


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("per_day", [1, 80])
def test_the_rest_is_loaded_and_each_scene_comes_once(run_of, qtbot, newest_first, per_day):
    archive = Archive(100, newest_first, per_day)
    run = run_of(archive)
    with qtbot.waitSignal(run.finished):
        run.load_on()
    assert run.ids == [scene.id for scene in archive.scenes] and not run.truncated
    assert (archive.asked[1][1] is not None) is newest_first, "from the oldest on, where the order is sure"
    with qtbot.assertNotEmitted(run.finished):
        run.load_on()


def test_all_of_it_has_an_end_too(run_of, qtbot, monkeypatch):
    monkeypatch.setattr(search, "MOST_LOADED", 60)
    run = run_of(Archive(100))
    with qtbot.waitSignal(run.finished):
        run.load_on()
    assert run.count == 60 and run.truncated and not run.can_load_on


def test_the_limit_counts_what_covers_enough_of_the_zone(run_of):
    archive = Archive(100)
    half = shapely.box(0.0, 0.0, 0.5, 1.0)
    archive.scenes = [replace(one, footprint=half if n % 2 else ZONE) for n, one in enumerate(archive.scenes)]
    run = run_of(archive, aoi=ZONE, min_coverage=90.0)
    assert run.count == 25 and run.truncated
    answer = run.answers["archive"]
    assert answer.here == ("aoi", "min_coverage") and answer.newest_first and answer.matched is None


def test_loading_on_can_be_cancelled_and_taken_up_again(run_of, qtbot):
    archive = Archive(100)
    run = run_of(archive)
    with qtbot.waitSignal(run.finished):
        run.load_on()
        run.cancel()
    assert run.cancelled and run.truncated and run.can_load_on
    with qtbot.waitSignal(run.finished):
        run.load_on()
    assert sorted(run.ids) == sorted(scene.id for scene in archive.scenes) and not run.truncated


def test_since_when_nothing_lacks_when_one_catalogue_goes_further_back(qgis_app, qtbot, monkeypatch):
    """Of one that keeps its order; « the most recent » is said of no other."""
    monkeypatch.setattr(search, "MOST_SCENES", 60)
    long, short = Archive(200), Archive(200)
    short.scenes = [replace(one, catalogue="short", id=f"x{one.id}") for one in short.scenes]
    archives = {"archive": long, "short": short}
    run = SearchRun(lambda row, _feedback: archives[row.id])

    def start(**limits):
        with qtbot.waitSignal(run.finished, timeout=30_000):
            run.start([(Row(name), SearchQuery(limit=limit)) for name, limit in limits.items()])

    start(archive=50, short=10)
    assert run.truncated and run.whole_since == short.scenes[9].acquired and run.oldest == long.scenes[49].acquired
    start(archive=10)
    assert run.whole_since == run.oldest == long.scenes[9].acquired
    short.newest_first = False
    start(archive=50, short=10)
    assert run.truncated and run.whole_since is None
    start(archive=200)
    assert run.truncated and run.whole_since == long.scenes[59].acquired, "the cap of all catalogues"
    run.close()
