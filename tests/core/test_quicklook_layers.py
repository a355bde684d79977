# SPDX-License-Identifier: GPL-2.0-or-later
"""Quicklooks on their way to the map, and what the person does meanwhile."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsProject

from dinamis_qgis.core import quicklook_layers
from dinamis_qgis.core.quicklook_layers import QuicklookLayers
from dinamis_qgis.core.search_layers import SearchLayers
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.domain.scene import Asset
from tests.services.http_service import Answer, serving
from tests.synthetic_pictures import acquisition


@pytest.fixture
def slow(qgis_app):
    """A service whose pictures come when ``gate`` opens, and scenes that have one there."""
    sample, gate = acquisition(columns=200, rows=200), threading.Event()

    def answer(_asked):
        gate.wait(10)
        return Answer(sample.picture)

    with serving(answer) as service:
        scenes = [
            replace(
                sample.scene, id=f"q{number}", assets=(Asset("t", f"{service.url}/{number}", roles=("thumbnail",)),)
            )
            for number in range(5)
        ]
        yield scenes, gate, service
        gate.set()


def test_quicklooks_asked_for_one_project_do_not_land_in_the_next(slow, qtbot):
    scenes, gate, service = slow
    project, ticked = QgsProject.instance(), TickedScenes()
    quicklooks, home = QuicklookLayers(ticked, project), SearchLayers("summer", project)
    quicklooks.set_home(home)
    ticked.tick(scenes)
    qtbot.waitUntil(lambda: len(service.asked) > 0)
    project.clear()
    assert not len(ticked) and not any(quicklooks.loading(scene.key) for scene in scenes)
    gate.set()
    ticked.tick(scenes[:1])
    qtbot.waitUntil(lambda: quicklooks.layer(scenes[0].key) is not None)
    assert [layer.id() for layer in project.mapLayers().values()] == [quicklooks.layer(scenes[0].key).id()]
    quicklooks.close()


def test_making_room_spares_what_is_being_made_and_is_done_once_for_many(slow, qtbot, monkeypatch):
    """One of 2 000 was deleted by the next one's task before it was shown."""
    scenes, gate, _service = slow
    project, ticked, spared = QgsProject.instance(), TickedScenes(), []
    monkeypatch.setattr(quicklook_layers, "trim", lambda _folder, _most, spare: spared.append(spare))
    quicklooks = QuicklookLayers(ticked, project)
    quicklooks.set_home(SearchLayers("summer", project))
    ticked.tick(scenes)
    gate.set()
    qtbot.waitUntil(lambda: not quicklooks.busy, timeout=20_000)
    first = quicklooks.layer(scenes[0].key)
    assert len(spared) == 1 and Path(first.source()) in spared[0]
    ticked.tick(scenes, False)
    ticked.tick(scenes[:1])
    qtbot.waitUntil(lambda: quicklooks.layer(scenes[0].key) is not None, timeout=20_000)
    assert len(spared) == 2 and len(spared[1]) == 1
    quicklooks.close()


def test_many_leave_the_map_by_and_by_and_all_of_them(slow, qtbot, monkeypatch):
    scenes, gate, _service = slow
    gate.set()
    monkeypatch.setattr(quicklook_layers, "_LEAVE_AT_ONCE", 2)
    project, ticked = QgsProject.instance(), TickedScenes()
    quicklooks = QuicklookLayers(ticked, project)
    quicklooks.set_home(SearchLayers("summer", project))
    ticked.tick(scenes)
    qtbot.waitUntil(lambda: not quicklooks.busy, timeout=20_000)
    assert len(project.mapLayers()) == 5
    ticked.clear()
    assert len(project.mapLayers()) == 3
    qtbot.waitUntil(lambda: not project.mapLayers() and not project.layerTreeRoot().children(), timeout=20_000)
    ticked.tick(scenes)
    qtbot.waitUntil(lambda: not quicklooks.busy, timeout=20_000)
    ticked.clear()
    quicklooks.close()
    assert not project.mapLayers()
