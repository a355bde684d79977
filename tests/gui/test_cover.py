# SPDX-License-Identifier: GPL-2.0-or-later
"""« Couvrir ma zone » on the real results view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtWidgets import QInputDialog, QMessageBox, QPushButton
from shapely.geometry import box

from dinamis_qgis.core.keep import unkept
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.scene import Asset
from dinamis_qgis.gui.search.cover import CoverButton
from tests.core.test_cloud_masks import EAST, WEST_HALF, product, scene_of
from tests.gui.results_parts import Panel
from tests.make_scenes import scene

ZONE = box(-2.6, 48.4, -2.4, 48.5)
SCENES = [
    (scene(0, footprint=box(-2.55, 48, -2.45, 49), cloud_cover=90.0), 50.0),
    (scene(1, footprint=box(-2.7, 48, -2.5, 49), cloud_cover=10.0), 50.0),
    (scene(2, footprint=box(-2.5, 48, -2.42, 49), cloud_cover=0.0), 40.0),
    (scene(3, footprint=box(-2.6, 48, -2.42, 49), cloud_cover=80.0), 90.0),
]


@pytest.fixture
def panel(qgis_app, qgis_new_project, qtbot):
    panel = Panel(qtbot)
    panel.cover = panel.view.findChild(CoverButton)
    yield panel
    panel.view.close_page()
    QgsProject.instance().clear()


def uncovered():
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.customProperty(KIND) == "uncovered"]


def search(panel, given=SCENES, zone=ZONE):
    panel.view.begin("Été 2022", zone, SearchQuery(aoi=zone))
    panel.view.add(given)
    panel.view.finish(False)


def choose(panel, aim=None):
    """A click on the button, or on the menu's ``aim``-th entry."""
    if aim is None:
        panel.bot.mouseClick(panel.cover, Qt.MouseButton.LeftButton, pos=panel.cover.rect().center() / 2)
    else:
        panel.cover.menu().actions()[aim].trigger()
    assert not panel.cover.isEnabled()
    panel.bot.waitUntil(panel.cover.isEnabled)


def ticked(panel):
    return [one.id for one in panel.ticked.scenes]


def test_a_click_ticks_the_fewest_says_so_and_shows_what_is_missing(panel):
    search(panel)
    choose(panel)
    assert ticked(panel) == ["S00003"]
    assert "1 image" in panel.said() and "90" in panel.said() and "km²" in panel.said()
    (layer,) = uncovered()
    (feature,) = layer.getFeatures()
    assert feature["area_km2"] == pytest.approx(area_km2(box(-2.42, 48.4, -2.4, 48.5)), rel=1e-6)
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    assert node.parent().name() == "Été 2022"


def test_another_aim_takes_the_place_of_the_last_and_leaves_what_the_person_ticked(panel):
    search(panel)
    panel.ticked.tick([SCENES[0][0]])
    choose(panel, 0)
    assert ticked(panel) == ["S00000", "S00003"]
    choose(panel, 2)
    assert ticked(panel) == ["S00000", "S00002", "S00001"]
    assert "whole images" in panel.said()
    assert len(uncovered()) == 1


def test_a_whole_cover_leaves_no_layer(panel):
    search(panel)
    choose(panel)
    search(panel, [*SCENES, (scene(5, footprint=box(-3, 48, -2, 49)), 100.0)])
    choose(panel)
    assert "S00005" in ticked(panel)
    names = {layer.name() for layer in uncovered()}
    assert len(names) <= 1  # of the former search, whose picture is still ticked
    assert "whole zone" in panel.said()


def test_many_are_asked(panel, tmp_path):
    outlines = [box(-2.6 + 0.008 * number, 48, -2.592 + 0.008 * number, 49) for number in range(25)]
    picture = (Asset("ql", str(tmp_path / "none.png"), "image/png", ("overview",)),)
    strips = [(scene(number, footprint=one, assets=picture), 4.0) for number, one in enumerate(outlines)]
    search(panel, strips)
    choose(panel)
    assert ticked(panel) == []
    question = panel.view.findChild(QMessageBox)
    assert "25" in question.text()
    add = next(button for button in question.findChildren(QPushButton) if button.text() in ("Add", "&Add"))
    panel.bot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert len(ticked(panel)) == 25
    panel.ticked.clear()


def test_who_gives_up_on_many_keeps_what_was_there(panel, tmp_path):
    picture = (Asset("ql", str(tmp_path / "none.png"), "image/png", ("overview",)),)
    outlines = [box(-2.6 + 0.008 * number, 48, -2.592 + 0.008 * number, 49) for number in range(25)]
    strips = [
        (scene(n, footprint=one, assets=() if n in (3, 7) else picture, cloud_cover=0.0), 4.0)
        for n, one in enumerate(outlines)
    ]
    search(panel, [*strips, (scene(90, footprint=box(-3, 48, -2, 49), cloud_cover=60.0), 100.0)])
    panel.ticked.tick([strips[3][0]])
    choose(panel)
    assert ticked(panel) == ["S00003", "S00090"]
    said = panel.said()
    choose(panel, 2)  # the clearest: all the strips
    question = panel.view.findChild(QMessageBox)
    panel.bot.mouseClick(question.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert ticked(panel) == ["S00003", "S00090"] and panel.said() == said and not uncovered()
    panel.ticked.tick([strips[7][0]])  # by hand: no choice of ours takes it away
    choose(panel)
    assert ticked(panel) == ["S00003", "S00090", "S00007"]
    panel.ticked.clear()


def test_it_waits_for_a_zone_and_for_images(panel):
    assert not panel.cover.isEnabled()
    search(panel, zone=None)
    assert not panel.cover.isEnabled() and panel.cover.toolTip()
    search(panel, [])
    assert not panel.cover.isEnabled()
    panel.view.begin("x", ZONE, SearchQuery(aoi=ZONE))
    panel.view.add(SCENES)
    assert not panel.cover.isEnabled()  # more may come
    panel.view.finish(False)
    assert panel.cover.isEnabled()


def test_nothing_covers(panel):
    search(panel, [(scene(0, footprint=box(3, 48, 4, 49)), 0.0), (scene(1, footprint=None), None)])
    choose(panel)
    assert ticked(panel) == [] and "No image covers" in panel.said() and "without footprint" in panel.said()


def test_a_new_search_drops_the_answer(panel, qtbot):
    search(panel)
    panel.cover.menu().actions()[0].trigger()
    search(panel, SCENES[:2])
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    qtbot.waitUntil(panel.cover.isEnabled)
    assert ticked(panel) == [] and not uncovered() and not panel.said()


def test_what_is_missing_is_kept_with_the_results(panel):
    search(panel)
    choose(panel)
    assert uncovered()[0] in unkept(QgsProject.instance())


def limit(panel, which, entry):
    """The ``entry``-th of a limit's list in the menu."""
    menu = getattr(panel.cover.menu(), which)
    menu.actions()[entry].trigger()
    return menu


def test_within_limits_and_it_says_so(panel):
    search(panel)
    menu = limit(panel, "clouds", 3)  # none, 5, 10, 20
    assert "20%" in menu.title() and "20%" in panel.cover.toolTip() and ticked(panel) == []
    choose(panel)
    assert ticked(panel) == ["S00002", "S00001"] or ticked(panel) == ["S00001", "S00002"]
    assert "clouds 20% at most" in panel.said() and "whole images" in panel.said()


def test_a_limit_that_comes_later_chooses_again(panel):
    search(panel)
    choose(panel)
    assert ticked(panel) == ["S00003"]
    limit(panel, "clouds", 3)
    panel.bot.waitUntil(lambda: "S00003" not in ticked(panel))
    assert sorted(ticked(panel)) == ["S00001", "S00002"]
    limit(panel, "clouds", 0)
    panel.bot.waitUntil(lambda: ticked(panel) == ["S00003"])
    assert "Limits" not in panel.said()


def test_the_last_choice_alone_is_told(panel):
    search(panel)
    choose(panel)
    choose(panel, 2)
    assert len(panel.bar.items()) == 1 and "2 image" in panel.said()


def test_dates_and_incidence(panel):
    old = scene(400, footprint=box(-2.5, 48, -2.4, 49))
    west = scene(0, footprint=box(-2.7, 48, -2.5, 49))
    steep = scene(1, footprint=box(-2.5, 48, -2.4, 49), incidence=40.0)
    search(panel, [(old, 50.0), (west, 50.0), (steep, 50.0)])
    limit(panel, "incidence", 3)  # 30°: without the steep one
    choose(panel)
    assert sorted(ticked(panel)) == ["S00000", "S00400"]
    limit(panel, "spread", 3)  # 90 days: one of them alone
    panel.bot.waitUntil(lambda: len(ticked(panel)) == 1)
    assert "dates 90 day" in panel.said() and "incidence 30° at most" in panel.said()


def test_another_limit_is_typed(panel, monkeypatch):
    asked = []
    answers = iter([(45, True), (0, False)])
    monkeypatch.setattr(QInputDialog, "getInt", lambda *given: (asked.append(given[3]), next(answers))[1])
    menu = limit(panel, "spread", -1)
    assert menu.limit == 45 and menu.actions()[-1].isChecked() and "45" in menu.title()
    limit(panel, "spread", -1)  # given up: as before
    assert asked == [30, 45] and menu.limit == 45 and menu.actions()[-1].isChecked()
    limit(panel, "spread", 0)
    assert menu.limit is None and menu.actions()[0].isChecked() and "45" not in menu.title()


def test_masks_of_images_on_disk(panel, tmp_path):
    dim = product(tmp_path, {"CLD": [WEST_HALF]})
    url = QUrl.fromLocalFile(str(dim)).toString()
    cloudy_said = replace(scene_of(dim, 0, 90.0), self_url=url)
    search(panel, [(cloudy_said, 100.0), (scene_of(dim, 1, 20.0), 100.0)], EAST)
    choose(panel, 2)
    assert ticked(panel) == ["S00000"] and "masks" in panel.said()


def test_chosen_images_that_are_all_on_disk_may_be_assembled(panel, tmp_path):
    west, east = box(-2.6, 48, -2.5, 49), box(-2.5, 48, -2.4, 49)
    files = [tmp_path / name for name in ("a.tif", "b.tif")]
    for file in files:
        file.touch()
    urls = [QUrl.fromLocalFile(str(file)).toString() for file in files]
    here = [replace(SCENES[n][0], footprint=shape, self_url=urls[n]) for n, shape in enumerate((west, east))]
    search(panel, [(one, 50.0) for one in here])
    choose(panel)
    button = next(one for one in panel.bar.currentItem().findChildren(QPushButton) if one.text() == "Assemble")
    button.click()
    assert [sorted(paths) for paths in panel.assembled] == [sorted(map(str, files))]


def test_images_that_are_elsewhere_are_not_offered_to_be_assembled(panel):
    search(panel)
    choose(panel, 2)
    assert len(ticked(panel)) > 1
    assert "Assemble" not in [one.text() for one in panel.bar.currentItem().findChildren(QPushButton)]
