# SPDX-License-Identifier: GPL-2.0-or-later
"""A long work says what it is, how far it is, and how long it still takes."""

from __future__ import annotations

import pytest

from dinamis_qgis.gui import work_progress
from dinamis_qgis.gui.work_progress import WorkProgress


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 100.0

    monkeypatch.setattr(work_progress, "monotonic", lambda: Clock.now)
    return Clock


def test_share_and_time_left(qgis_app, qtbot, clock):
    """The bar stood still: Qt ignores a value while the end is not known."""
    shown = WorkProgress()
    qtbot.addWidget(shown)
    shown.begin("Assembling images")
    assert shown.words.text() == "Assembling images…" and shown.bar.maximum() == 0
    shown.advance(0.0)
    assert shown.bar.maximum() == 0
    for percent in (1.0, 10.0, 20.0, 30.0, 40.0):
        shown.advance(percent)
        clock.now += 2
    clock.now -= 2
    said = shown.words.text().replace("\u00a0", " ")
    assert shown.bar.value() == 40 and said == "Assembling images · 40% · 12 s left"


def test_each_work_begins_afresh(qgis_app, qtbot, clock):
    shown = WorkProgress()
    qtbot.addWidget(shown)
    shown.begin("One")
    shown.advance(90.0)
    shown.begin("Two")
    clock.now += 1
    shown.advance(5.0)
    assert shown.words.text().replace("\u00a0", " ") == "Two · 5%"
