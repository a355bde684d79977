# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.domain.scene import Scene

ONE, TWO = Scene("1", "here"), Scene("2", "here")


def test_a_change_is_told_once_and_no_change_is_silent(qtbot):
    ticked, heard = TickedScenes(), []
    ticked.changed.connect(lambda: heard.append(ticked.scenes))
    ticked.tick([ONE, TWO])
    ticked.tick([ONE])
    ticked.tick([ONE], on=False)
    ticked.clear()
    ticked.clear()
    assert heard == [(ONE, TWO), (TWO,), ()]


def test_a_scene_read_again_is_the_same_scene():
    ticked = TickedScenes()
    ticked.tick([ONE])
    assert Scene("1", "here", title="read again") in ticked
    assert Scene("1", "elsewhere") not in ticked
