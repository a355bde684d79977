# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QEventLoop, QTimer

from dinamis_qgis.core.turns import Turns


@pytest.fixture
def turns(qgis_app):
    one = Turns()
    yield one
    one.close()


def once():
    yield


def test_others_have_their_turn_between_two_steps(turns, qtbot):
    told = []

    def steps():
        for number in range(3):
            QTimer.singleShot(0, lambda number=number: told.append(f"other {number}"))
            told.append(number)
            yield
        return "done"

    turns.start(steps(), told.append, pytest.fail)
    assert told == []
    qtbot.waitUntil(lambda: "done" in told, timeout=20_000)
    assert [one for one in told if isinstance(one, int)] == [0, 1, 2] and told[-1] == "done"
    assert told.index("other 0") < told.index(2)


def test_a_failure_is_told_once_and_nothing_goes_on(turns, qtbot):
    told = []

    def steps():
        yield
        raise OSError("full")

    turns.start(steps(), lambda _: told.append("done"), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    qtbot.wait(1)
    assert [str(one) for one in told] == ["full"]


def test_dropped_work_ends_where_it_stands_and_cleans_up(turns, qtbot):
    told = []

    def steps():
        try:
            while True:
                told.append("step")
                yield
        finally:
            told.append("cleaned")

    turns.start(steps(), pytest.fail, pytest.fail)
    qtbot.waitUntil(lambda: len(told) > 2, timeout=20_000)
    turns.close()
    assert told[-1] == "cleaned"
    turns.start(once(), lambda _: told.append("next"), pytest.fail)
    qtbot.waitUntil(lambda: told[-1] == "next", timeout=20_000)
    assert told.count("cleaned") == 1


def test_who_is_told_may_start_again(turns, qtbot):
    told = []
    turns.start(once(), lambda _: turns.start(once(), lambda _: told.append("second"), pytest.fail), pytest.fail)
    qtbot.waitUntil(lambda: told == ["second"], timeout=20_000)


def test_who_closes_it_in_the_middle_of_a_step_that_asks_something_is_obeyed(turns, qtbot):
    told = []

    def steps():
        try:
            loop = QEventLoop()
            QTimer.singleShot(0, turns.close)
            QTimer.singleShot(50, loop.quit)
            loop.exec()
            told.append("asked")
            yield
            told.append("went on")
        finally:
            told.append("cleaned")

    turns.start(steps(), pytest.fail, pytest.fail)
    qtbot.waitUntil(lambda: "cleaned" in told, timeout=20_000)
    assert told == ["asked", "cleaned"]
