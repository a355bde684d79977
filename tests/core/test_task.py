# SPDX-License-Identifier: GPL-2.0-or-later
"""Work leaves the main thread and comes back to it."""

from __future__ import annotations

import threading
import traceback
import weakref

import pytest
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QThreadPool

from dinamis_qgis.core.task import BackgroundTask, TaskSlot
from dinamis_qgis.domain.errors import Cancelled


class Ear:
    """Collects what a slot says, with the thread it was said on."""

    def __init__(self):
        self.done, self.failed, self.parts, self.threads = [], [], [], set()

    def _hear(self, kept):
        def slot(value):
            self.threads.add(threading.get_ident())
            kept.append(value)

        return slot

    def ears(self):
        return self._hear(self.done), self._hear(self.failed), self._hear(self.parts)


@pytest.fixture
def slot(qgis_app):
    slot = TaskSlot()
    yield slot
    slot.close()


def test_parts_then_the_result_arrive_on_the_main_thread(slot, qtbot):
    ear, worker = Ear(), []

    def work(feedback):
        worker.append(threading.get_ident())
        for part in "abc":
            feedback.report(part)
        return 42

    slot.start("count", work, *ear.ears())
    qtbot.waitUntil(lambda: bool(ear.done))
    assert ear.done == [42] and ear.parts == list("abc") and not ear.failed
    assert ear.threads == {threading.get_ident()} and worker[0] != threading.get_ident()
    assert not slot.busy


def test_an_error_arrives_whole(slot, qtbot):
    ear = Ear()

    def work(feedback):
        raise KeyError("lost")

    slot.start("fail", work, *ear.ears())
    qtbot.waitUntil(lambda: bool(ear.failed))
    assert isinstance(ear.failed[0], KeyError) and ear.failed[0].__traceback__ is not None and not ear.done


def test_a_cancelled_work_says_so_once(slot, qtbot):
    ear, started = Ear(), threading.Event()

    def work(feedback):
        started.set()
        threading.Event().wait(0.01)
        while True:
            feedback.check()

    slot.start("long", work, *ear.ears())
    qtbot.waitUntil(started.is_set)
    slot.cancel()
    qtbot.waitUntil(lambda: bool(ear.failed))
    assert len(ear.failed) == 1 and isinstance(ear.failed[0], Cancelled)


def test_a_replaced_work_is_not_heard(slot, qtbot):
    old, new, release = Ear(), Ear(), threading.Event()

    def slow(feedback):
        release.wait(5)
        feedback.report("stale")
        return "stale"

    slot.start("old", slow, *old.ears())
    slot.start("new", lambda feedback: "fresh", *new.ears())
    release.set()
    qtbot.waitUntil(lambda: bool(new.done))
    qtbot.wait(50)
    assert new.done == ["fresh"] and not (old.done or old.failed or old.parts)


def test_a_closed_slot_is_silent(slot, qtbot):
    ear, started, ended = Ear(), threading.Event(), threading.Event()

    def work(feedback):
        started.set()
        while not feedback.isCanceled():
            ended.wait(0.001)
        ended.set()

    slot.start("owned", work, *ear.ears())
    qtbot.waitUntil(started.is_set)
    slot.close()
    qtbot.waitUntil(ended.is_set)
    qtbot.wait(50)
    assert not (ear.done or ear.failed) and not slot.busy


def test_a_slot_that_dies_with_its_parent_is_silent(qgis_app, qtbot):
    parent, ear, started, ended = QObject(), Ear(), threading.Event(), threading.Event()
    slot = TaskSlot(parent)

    def work(feedback):
        started.set()
        ended.wait(5)
        feedback.report("late")

    task = slot.start("owned", work, *ear.ears())
    qtbot.waitUntil(started.is_set)
    sip.delete(parent)
    with qtbot.waitSignal(task.succeeded):
        ended.set()
    assert not (ear.done or ear.failed or ear.parts)


@pytest.fixture
def full_pool(qgis_app, qtbot):
    """Every thread of the pool is held until the event is set."""
    go, released = threading.Event(), []
    threads = QThreadPool.globalInstance().maxThreadCount()
    held = [BackgroundTask("held", lambda feedback: go.wait(10)) for _ in range(threads)]
    for task in held:
        task.succeeded.connect(released.append)
        task.submit()
    yield go
    go.set()
    qtbot.waitUntil(lambda: len(released) == len(held))


def test_no_task_waits_in_a_full_pool(full_pool, qtbot):
    """QGIS 3.22 takes a wrong one out of its queue now and then, and that task never starts."""
    done = []
    late = BackgroundTask("late", lambda feedback: 1)
    late.succeeded.connect(done.append)
    late.submit()
    qtbot.wait(100)
    assert "late" not in {task.description() for task in QgsApplication.taskManager().tasks()}
    full_pool.set()
    qtbot.waitUntil(lambda: done == [1])


def test_a_task_cancelled_before_its_turn_says_so(full_pool, qtbot):
    failed = []
    late = BackgroundTask("late", lambda feedback: 1)
    late.failed.connect(failed.append)
    late.submit()
    late.cancel()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)


def test_hundreds_of_short_tasks_all_end(qgis_app, qtbot):
    ended, started = [], []

    def one_more(_result=None):
        task = BackgroundTask("short", lambda feedback: sum(map(len, map(str, range(5000)))))
        task.succeeded.connect(ended.append)
        if len(started) < 300:
            task.succeeded.connect(one_more)
        started.append(task)
        task.submit()

    for _ in range(4):
        one_more()
    qtbot.waitUntil(lambda: len(ended) == len(started) >= 300, timeout=20000)


def test_a_failed_work_leaves_nothing_of_its_thread(slot, qtbot):
    """A Qt object of the worker that died with the error, on the main thread, would crash QGIS."""
    ear, held = Ear(), []

    class Loop(QObject):
        pass

    def work(feedback):
        loop = Loop()
        held.append(weakref.ref(loop))
        raise KeyError("lost")

    slot.start("fail", work, *ear.ears())
    qtbot.waitUntil(lambda: bool(ear.failed))
    assert held[0]() is None
    assert "in work" in "".join(traceback.format_tb(ear.failed[0].__traceback__))
