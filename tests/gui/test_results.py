# SPDX-License-Identifier: GPL-2.0-or-later
"""The results on their real widgets, with a real canvas and real layers."""

from __future__ import annotations

import gc
import itertools
from datetime import date, datetime, timezone

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QEvent, QModelIndex, QPoint, Qt
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QMessageBox, QPushButton, QToolButton, QToolTip

from dinamis_qgis.domain.catalogues import Count
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.domain.timeline import Span
from dinamis_qgis.gui.search.results_model import Role
from dinamis_qgis.gui.search.results_status import Cut
from dinamis_qgis.gui.search.timeline_bars import TimelineBars
from tests.gui.results_parts import QUERY, ZONE, Panel
from tests.make_scenes import scene, scenes, square


def ids(scenes_):
    return {each.id for each in scenes_}


# rows


def test_rows_are_newest_first_whatever_the_order_they_come_in(panel):
    given = scenes(40) + [(scene(90, acquired=None), None)]
    panel.view.begin("x", ZONE, QUERY)
    for page in (given[20:], given[5:25], given[:8]):  # late, overlapping, early
        panel.view.add(page)
    got = [panel.model.scene(row).id for row in range(panel.model.rowCount())]
    assert got == [each.id for each, _ in given]


def test_pages_in_any_order_give_the_same_rows_in_both_list_and_layer(panel, qtbot):
    given = scenes(12)
    for order in itertools.islice(itertools.permutations([given[:3], given[3:7], given[7:]]), 6):
        panel.view.begin("x", ZONE, QUERY)
        for page in order:
            panel.view.add(page)
        assert [panel.model.scene(row) for row in range(12)] == [each for each, _ in given]
    qtbot.waitUntil(lambda: panel.layer() is not None and panel.layer().featureCount() == 12)


def test_rows_are_given_as_one_scrolls_and_all_of_them_are_in_order(panel):
    given = scenes(1000)
    panel.view.begin("x", ZONE, QUERY)
    for page in (given[:250], given[600:], given[250:600]):
        panel.view.add(page)
    panel.view.finish(False)
    first = panel.model.rowCount()
    assert first < 1000 == panel.model.count and "1,000 image" in panel.shown()
    panel.bot.waitUntil(lambda: panel.list.verticalScrollBar().maximum() > 0)
    panel.list.verticalScrollBar().setValue(panel.list.verticalScrollBar().maximum())
    assert first < panel.model.rowCount() < 1000
    panel.list.setCurrentIndex(panel.model.index(0))
    panel.bot.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.list.currentIndex().row() == 999 and not panel.model.canFetchMore(QModelIndex())
    assert [panel.model.scene(row) for row in range(1000)] == [each for each, _ in given]


def test_a_full_collection_waits_until_the_search_is_over(panel):
    usual = gc.get_threshold()
    panel.view.begin("x", ZONE, QUERY)
    panel.view.begin("y", ZONE, QUERY)
    assert gc.get_threshold()[1] > 1000 and gc.isenabled()
    panel.view.finish(True)
    assert gc.get_threshold() == usual and gc.get_freeze_count() == 0


def test_a_row_says_what_is_known_and_what_is_not(panel):
    bare = scene(1, gsd=None, cloud_cover=None, incidence=None, mission="", acquired=None)
    panel.search([(scene(0), 63.4), (bare, None), (scene(2, incidence=None, off_nadir=11.2), 0.0)])
    texts = [panel.model.index(row).data(Role.Text) for row in range(3)]
    plain = [" ".join(text[:4]).replace("\u00a0", " ") for text in texts]
    assert plain[0] == "Pléiades 1A 14 Jul 2022 0.5 m · clouds 3% · incidence 12° 63% of the zone"
    assert "off-nadir 11°" in plain[1] and "0% of the zone" in plain[1]
    assert plain[2] == (
        "unknown mission date unknown resolution unknown · clouds unknown · incidence unknown coverage unknown"
    )


def test_catalogue_text_is_never_markup(panel):
    evil = scene(0, id="<img src='http://example.org/'>", title="<b>x</b>")
    panel.search([(evil, 100.0)])
    tip = panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip and "&lt;img" in tip
    panel.view.set_failures([("<b>GEODES</b>", "no <i>answer</i>")], 1)
    assert "&lt;b&gt;GEODES" in panel.shown() and "<i>" not in panel.shown()


# list and map


def test_selecting_in_the_list_selects_on_the_map(panel):
    panel.search(scenes(6))
    panel.select(1, 4)
    assert {f["scene_id"] for f in panel.layer().selectedFeatures()} == {"S00001", "S00004"}


def test_selecting_on_the_map_selects_in_the_list_and_shows_it(panel):
    panel.search(scenes(300))
    panel.layer().selectByExpression("\"scene_id\" in ('S00200', 'S00201', 'S00290')")
    assert panel.list.selected_rows() == [200, 201, 290]
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(panel.model.index(200)))
    panel.layer().removeSelection()
    assert panel.list.selected_rows() == []


def test_five_thousand_rows_select_each_other(panel, qtbot):
    panel.search(scenes(5000))
    panel.list.selectAll()
    assert panel.layer().selectedFeatureCount() == 5000
    panel.layer().selectByExpression('"gsd" > 1')
    assert panel.list.selected_rows() == []


def test_a_selection_made_before_the_footprints_arrive_reaches_them(panel, qtbot):
    panel.view.begin("x", ZONE, QUERY)
    panel.view.add(scenes(400))
    panel.list.selectAll()
    qtbot.waitUntil(lambda: panel.layer() is not None and panel.layer().selectedFeatureCount() == 400)


def test_the_footprint_layer_becomes_the_active_one(panel):
    panel.search(scenes(2))
    assert panel.activated == [panel.layer()]


def test_hovering_a_row_lights_its_footprint_and_leaving_puts_it_out(panel, qtbot):
    panel.search(scenes(3))
    (band,) = panel.bands()

    def lit_after_moving():
        for row in (0, 1):  # the pointer is one for all windows: another one may have it at first
            qtbot.mouseMove(panel.list.viewport(), panel.list.visualRect(panel.model.index(row)).center())
            QApplication.processEvents()
        return band.size() == 1

    qtbot.waitUntil(lit_after_moving)
    crs = panel.canvas.mapSettings().destinationCrs()
    assert crs.authid() == "EPSG:2154" and band.asGeometry().boundingBox().xMinimum() > 100_000
    QApplication.sendEvent(panel.list, QEvent(QEvent.Type.Leave))
    assert band.size() == 0


def test_closing_takes_the_light_off_the_map(qgis_app, qgis_new_project, qtbot):
    panel = Panel(qtbot)
    assert len(panel.bands()) == 1
    panel.view.close_page()
    assert panel.bands() == []


@pytest.mark.parametrize("how", ["double click", "menu"])
def test_zooming_shows_the_whole_footprint(panel, qtbot, how):
    panel.search(scenes(3))
    panel.canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    panel.select(2)
    if how == "double click":
        qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.places(2).lines[0].center())
    else:
        action(panel.view.actions.menu(panel.model.scene(2), panel.view), "Zoom to").trigger()
    panel.layer().selectByExpression("\"scene_id\" = 'S00002'")
    wanted = panel.canvas.mapSettings().layerExtentToOutputExtent(panel.layer(), panel.layer().boundingBoxOfSelected())
    assert panel.canvas.extent().contains(wanted)
    assert wanted.width() > panel.canvas.extent().width() / 2 or wanted.height() > panel.canvas.extent().height() / 2


def test_a_scene_without_footprint_is_a_row_and_says_why_it_cannot_be_shown(panel, qtbot):
    panel.search([(scene(0, footprint=None), None)])
    panel.view.actions.zoom(panel.model.scene(0))
    assert "no footprint" in panel.said()


def test_a_place_that_the_crs_cannot_show_is_said_and_harms_nothing(panel):
    panel.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    panel.search([(scene(0, footprint=square(177.0, -89.9, 0.05)), None)])
    before = panel.canvas.extent()
    panel.view._light.show(panel.model.scene(0).footprint)
    panel.view.actions.zoom(panel.model.scene(0))
    assert panel.canvas.extent() == before or panel.canvas.extent().isFinite()


# ticks and quicklooks


def test_a_tick_lays_the_quicklook_in_a_collapsed_group_and_unticking_takes_it_away(panel, qtbot, pictured):
    panel.search([pictured(n) for n in range(3)])
    panel.click(panel.places(1).box.center())
    assert ids(panel.ticked.scenes) == {"S00001"}
    qtbot.waitUntil(lambda: len(panel.pictures()) == 1)
    (picture,) = panel.pictures()
    group = QgsProject.instance().layerTreeRoot().findLayer(picture.id()).parent()
    assert picture.isValid() and group.name() == "Quicklooks" and not group.isExpanded()
    assert group.parent().name() == "Été 2022"
    panel.click(panel.places(1).box.center())
    assert not panel.ticked.scenes and not panel.pictures()
    assert panel.layer() is not None


def test_space_ticks_all_that_is_selected(panel, qtbot, pictured):
    panel.search([pictured(n) for n in range(4)])
    panel.select(0, 2, 3)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert ids(panel.ticked.scenes) == {"S00000", "S00002", "S00003"}
    qtbot.waitUntil(lambda: len(panel.pictures()) == 3)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert not panel.ticked.scenes and not panel.pictures()


def question(panel, qtbot):
    qtbot.waitUntil(lambda: panel.view.findChild(QMessageBox) is not None)
    return panel.view.findChild(QMessageBox)


@pytest.mark.parametrize("answer", ["Add", "Cancel"])
def test_many_at_once_are_asked_first(panel, qtbot, pictured, answer):
    panel.search([pictured(n) for n in range(21)])
    panel.list.selectAll()
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    box = question(panel, qtbot)
    assert "21" in box.text() and not panel.ticked.scenes
    (button,) = (b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == answer)
    button.click()
    assert len(panel.ticked) == (21 if answer == "Add" else 0)
    if answer == "Add":
        qtbot.waitUntil(lambda: len(panel.pictures()) == 21, timeout=20000)


def test_a_picture_that_fails_is_said_and_unticked_and_the_others_come(panel, qtbot, pictured, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"<html>")
    panel.search([pictured(0), pictured(1, "broken.png"), pictured(2), pictured(3, "absent.png")])
    panel.list.selectAll()
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(panel.pictures()) == 2)
    qtbot.waitUntil(lambda: ids(panel.ticked.scenes) == {"S00000", "S00002"})
    qtbot.waitUntil(lambda: "2 quicklook" in panel.said())
    assert len(QgsProject.instance().mapLayers()) == 3


def test_deleting_a_quicklook_layer_unticks_its_scene(panel, qtbot, pictured):
    panel.search([pictured(n) for n in range(2)])
    panel.ticked.tick([panel.model.scene(0), panel.model.scene(1)])
    qtbot.waitUntil(lambda: len(panel.pictures()) == 2)
    group = QgsProject.instance().layerTreeRoot().findLayer(panel.pictures()[0].id()).parent()
    group.parent().removeChildNode(group)
    qtbot.waitUntil(lambda: not panel.ticked.scenes)
    panel.click(panel.places(0).box.center())
    qtbot.waitUntil(lambda: len(panel.pictures()) == 1)


def test_another_project_may_be_opened_while_pictures_come(panel, qtbot, pictured):
    panel.search([pictured(n) for n in range(6)])
    panel.ticked.tick([panel.model.scene(n) for n in range(6)])
    qtbot.waitUntil(lambda: len(panel.pictures()) >= 1)
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: len(panel.pictures()) == len(panel.ticked))
    assert panel.layer() is None
    panel.select(1)
    panel.click(panel.places(0).box.center())
    assert panel.model.rowCount() == 6


def test_a_scene_without_picture_is_kept_for_the_other_pages(panel, qtbot):
    panel.search(scenes(1))
    panel.click(panel.places(0).box.center())
    assert ids(panel.ticked.scenes) == {"S00000"} and not panel.pictures()


def test_ticks_made_elsewhere_show_in_the_list(panel):
    panel.search(scenes(2))
    checked = Qt.ItemDataRole.CheckStateRole
    panel.ticked.tick([panel.model.scene(1)])
    assert panel.model.index(1).data(checked) == Qt.CheckState.Checked
    panel.ticked.clear()
    assert panel.model.index(1).data(checked) == Qt.CheckState.Unchecked


def test_thumbnails_show_without_being_asked_for(panel, qtbot, pictured):
    panel.search([pictured(n) for n in range(3)])
    qtbot.waitUntil(lambda: panel.model.index(2).data(Qt.ItemDataRole.DecorationRole) is not None)


# one search after another


def test_a_new_search_takes_the_place_of_the_former_one(panel):
    panel.search(scenes(3), "first")
    panel.search(scenes(5), "second")
    assert len(QgsProject.instance().mapLayers()) == 1 and panel.layer().featureCount() == 5
    (group,) = QgsProject.instance().layerTreeRoot().findGroups()[0].findGroups()
    assert group.name() == "second"


def test_a_former_search_with_ticked_quicklooks_stays(panel, qtbot, pictured):
    panel.search([pictured(0)], "first")
    panel.ticked.tick([panel.model.scene(0)])
    panel.view.begin("second", ZONE, QUERY)  # while the picture is on its way
    panel.view.add(scenes(5)[1:])
    qtbot.waitUntil(lambda: len(QgsProject.instance().mapLayers()) == 3)
    (picture,) = panel.pictures()
    group = QgsProject.instance().layerTreeRoot().findLayer(picture.id()).parent().parent()
    assert group.name() == "first" and ids(panel.ticked.scenes) == {"S00000"}


def test_a_search_that_fails_leaves_the_former_footprints(panel):
    panel.search(scenes(3), "first")
    panel.view.begin("second", ZONE, QUERY)
    panel.view.set_failures([("GEODES", "The server does not answer.")])
    panel.view.finish(False)
    assert panel.layer().featureCount() == 3
    assert "answered" in panel.shown() and "meets these criteria" not in panel.shown()


def test_a_search_that_finds_nothing_clears_the_map(panel):
    panel.search(scenes(3), "first")
    panel.search([], "second")
    assert not QgsProject.instance().mapLayers() and not QgsProject.instance().layerTreeRoot().children()


# what the page tells


def test_progress_then_the_count(panel):
    panel.view.begin("Lamballe · été 2022", ZONE, QUERY)
    panel.view.set_progress(340)
    assert "Searching… 340 image" in panel.shown()
    cancel = button(panel, "Cancel")
    assert cancel.isVisible()
    with panel.bot.waitSignal(panel.view.cancel_requested):
        cancel.click()
    panel.view.add(scenes(12))
    panel.view.finish(True)
    assert "12 image" in panel.shown() and "cancelled" in panel.shown() and cancel.text() == "Open"


def test_a_failing_catalogue_is_told_beside_the_others_rows(panel):
    panel.search(scenes(4))
    panel.view.set_failures([("GEODES", "The service is out of reach.")], 2)
    assert "2 catalogue" in panel.shown() and "GEODES: The service is out of reach." in panel.shown()
    with panel.bot.waitSignal(panel.view.retry_requested):
        next(label for label in panel.view.findChildren(QLabel) if "Retry" in label.text()).linkActivated.emit("retry")


def test_catalogues_that_all_fail_are_not_said_to_hold_nothing(panel):
    panel.view.begin("Here", ZONE, QUERY)
    panel.view.set_failures([("GEODES", "The service is out of reach.")], 0)
    panel.view.finish(cancelled=False)
    shown = panel.shown()
    assert "No catalogue answered" in shown and "No image" not in shown and "Nothing exists" not in shown
    panel.view.set_failures([("GEODES", "The service is out of reach.")], 1)
    panel.view.finish(cancelled=False)
    assert "No image among the catalogues that answered." in panel.shown() and "Nothing exists" in panel.shown()


@pytest.mark.parametrize(
    ("cut", "words", "links"),
    [
        (Cut(True, True), "More than 30 images: the most recent ones are shown.", ["refine", "all"]),
        (
            Cut(True, True, datetime(2024, 3, 3, 10, tzinfo=timezone.utc)),
            "More than 30 images: all those after 3 Mar 2024 are shown, and some of the earlier ones.",
            ["refine", "all"],
        ),
        (Cut(False, True), "the first received are shown", ["refine", "all"]),
        (Cut(True, False), "More than 30 images", ["refine"]),
    ],
)
def test_a_search_that_was_cut_says_so_and_leads_on(panel, cut, words, links):
    panel.search(scenes(30))
    assert "More than" not in panel.shown()
    panel.view.finish(False, cut)
    assert words in panel.shown().replace("\u00a0", " ")
    label = next(one for one in panel.view.findChildren(QLabel) if "More than" in one.text())
    asked = []
    panel.view.status.refine_requested.connect(lambda: asked.append("refine"))
    panel.view.status.all_requested.connect(lambda: asked.append("all"))
    for link in ("refine", "all"):
        if f'href="{link}"' in label.text():
            label.linkActivated.emit(link)
    assert asked == links


def test_where_filters_were_applied_is_told_on_demand(panel):
    panel.search(scenes(3))
    button = panel.view.status._where
    assert not button.isVisible()
    panel.view.finish(False, None, ["Spot: Filtered by the service: clouds.", "<b>GEODES</b>: Filtered here: text."])
    assert button.isVisible() and "Filtered by the service: clouds." in button.accessibleDescription()
    assert "&lt;b&gt;GEODES" in button.toolTip()


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("oldest", lambda one, _: one.acquired.timestamp()),
        ("clearest", lambda one, _: one.cloud_cover),
        ("steepest", lambda one, _: one.incidence),
        ("covering", lambda _, coverage: None if coverage is None else -coverage),
    ],
)
def test_images_are_sorted_and_the_unknown_come_last(panel, order, key):
    given = [
        (
            scene(n, cloud_cover=(None, 3.0, 30.0)[n % 3], incidence=(5.0, None, 1.0, 5.0)[n % 4]),
            (50.0, None, 100.0)[n % 3],
        )
        for n in range(24)
    ]
    panel.search(given[:12])
    panel.select(0, 2)
    chosen = {panel.model.scene(row).key for row in panel.list.selected_rows()}
    box = panel.view.status.order
    box.setCurrentIndex(box.findData(order))
    assert {panel.model.scene(row).key for row in panel.list.selected_rows()} == chosen, "the selection stays"
    panel.view.add(given[12:])
    values = [key(panel.model.scene(row), panel.model.coverage(panel.model.scene(row).key)) for row in range(24)]
    known = [value for value in values if value is not None]
    assert values == sorted(known) + [None] * (24 - len(known)) and len(known) > 12
    dates = [panel.model.scene(row).acquired for row in range(24) if values[row] == values[0]]
    assert dates == sorted(dates, reverse=True), "equals come newest first"


def test_the_timeline_narrows_the_list_and_the_map_and_asks_nothing(panel, qtbot):
    def at(name, year, month, day, hour=12):
        return (scene(1, id=name, acquired=datetime(year, month, day, hour, tzinfo=timezone.utc)), 100.0)

    undated = (scene(1, id="undated", acquired=None), 100.0)
    given = [
        at("june", 2022, 6, 30, 23), at("july", 2022, 7, 1, 0), at("july too", 2022, 7, 31, 23),
        at("october", 2022, 10, 2),
    ]  # fmt: skip
    panel.search([*given, undated])
    timeline = panel.view.findChild(TimelineBars)
    assert timeline.isVisible() and "5 image" in panel.shown()
    width = timeline.width()
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(width * 3 // 10, 5))
    rows = [panel.model.scene(row).id for row in range(panel.model.rowCount())]
    assert rows == ["july too", "july", "undated"], "days are UTC, and unknown is kept"
    assert sorted(one["scene_id"] for one in panel.layer().getFeatures()) == ["july", "july too", "undated"]
    assert "3 of 5 image" in panel.shown() and "2 image" in timeline.accessibleDescription()
    panel.view.add([at("july again", 2022, 7, 5), at("june again", 2022, 6, 5)])
    assert panel.model.rowCount() == 4, "what comes later is narrowed too"
    timeline.setFocus()
    with qtbot.assertNotEmitted(panel.view.back_requested):
        qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    assert panel.model.rowCount() == 7 and panel.layer().subsetString() == ""


def test_the_timeline_is_worked_by_dragging_and_by_keys(panel, qtbot):
    given = [
        (scene(1, id=f"s{month}", acquired=datetime(2022, month, 15, tzinfo=timezone.utc)), 100.0)
        for month in range(1, 11)
    ]
    panel.search(given)
    timeline = panel.view.findChild(TimelineBars)
    step = timeline.width() // 10
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=QPoint(5 * step + 5, 5))
    qtbot.mouseMove(timeline, QPoint(2 * step + 5, 5))
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=QPoint(2 * step + 5, 5))
    assert [panel.model.scene(row).id for row in range(panel.model.rowCount())] == ["s6", "s5", "s4", "s3"]
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    assert panel.model.rowCount() == 1 and panel.model.scene(0).id == "s1"
    qtbot.keyClick(timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [panel.model.scene(row).id for row in range(panel.model.rowCount())] == ["s2", "s1"]
    line = timeline.fontMetrics().height()
    cross = QPoint(timeline.width() - line // 2, timeline.height() - line // 2)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=cross)
    assert panel.model.rowCount() == 10
    for _ in range(2):
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(step + 5, 5))
    assert panel.model.rowCount() == 10, "a second click on a bar shows all again"


def test_none_found_offers_wider_queries_with_their_counts(panel):
    panel.search([])
    wider = SearchQuery(aoi=ZONE, max_cloud=None)
    panel.view.show_none([("No cloud limit", Count(4, True), wider), ("All dates", Count(100, False), QUERY)])
    shown = panel.shown()
    assert "No image meets these criteria." in shown
    assert "No cloud limit: 4 image" in shown and "All dates: 100 or more" in shown
    links = next(label for label in panel.view.findChildren(QLabel) if "No cloud limit" in label.text())
    with panel.bot.waitSignal(panel.view.relaxation_chosen) as chosen:
        links.linkActivated.emit("0")
    assert chosen.args == [wider]
    next(label for label in panel.view.findChildren(QLabel) if "request" in label.text()).linkActivated.emit("request")
    assert panel.pages == ["request"]


def test_escape_cancels_then_goes_back(panel, qtbot):
    panel.view.activateWindow()
    panel.view.begin("x", ZONE, QUERY)
    panel.list.setFocus()
    with qtbot.waitSignal(panel.view.cancel_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    panel.view.finish(True)
    with qtbot.waitSignal(panel.view.back_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)


def test_escape_in_an_open_list_closes_it_alone(panel, qtbot):
    panel.view.activateWindow()
    panel.search(scenes(3))
    asked = []
    panel.view.back_requested.connect(lambda: asked.append(True))
    orders = panel.view.status.findChild(QComboBox)
    orders.setFocus()
    orders.showPopup()
    qtbot.waitUntil(orders.view().isVisible)
    qtbot.keyClick(QApplication.focusWidget() or orders.view(), Qt.Key.Key_Escape)
    assert not orders.view().isVisible() and asked == []


def button(panel, text):
    return next(b for b in panel.view.findChildren(QPushButton) if b.text() == text)


def more(panel):
    """The menu at the bottom."""
    (button,) = (b for b in panel.view.findChildren(QToolButton) if b.text() == "⋮")
    return button.menu()


def action(menu, text):
    return next(each for each in menu.actions() if each.text() == text)


def test_the_row_menu_copies_and_offers_only_what_works(panel, pictured):
    panel.search([pictured(0), (scene(1, credit="", footprint=None), None)])
    menu = panel.view.actions.menu(panel.model.scene(0), panel.view)
    action(menu, "Copy the identifier").trigger()
    assert QApplication.clipboard().text() == "S00000"
    action(menu, "Copy the credit line").trigger()
    assert QApplication.clipboard().text() == "© CNES 2022, Distribution Airbus DS"
    action(menu, "Add the quicklook").trigger()
    assert ids(panel.ticked.scenes) == {"S00000"}
    assert action(panel.view.actions.menu(panel.model.scene(0), panel.view), "Remove the quicklook")
    bare = panel.view.actions.menu(panel.model.scene(1), panel.view)
    offered = [each.text() for each in bare.actions() if each.isEnabled()]
    assert offered == ["Details", "Add to a request", "Copy the identifier"]


def test_dates_are_animated_on_demand(panel):
    panel.search(scenes(2))
    animate = action(more(panel), "Animate the dates")
    animate.trigger()
    assert panel.layer().temporalProperties().isActive()
    animate.trigger()
    assert not panel.layer().temporalProperties().isActive()


@pytest.mark.parametrize("width", [320, 360])
def test_everything_fits_the_narrow_panel(panel, width):
    panel.search(scenes(5))
    panel.view.resize(width, 600)
    assert panel.view.minimumSizeHint().width() <= width
    places = panel.places(0)
    assert places.menu.right() <= panel.list.viewport().width()
    assert places.lines[2].right() < places.tick.left() and places.lines[2].width() > 40


def test_rows_are_as_high_as_a_large_font_needs(panel):
    font = panel.list.font()
    font.setPointSizeF(2 * font.pointSizeF())
    panel.list.setFont(font)
    panel.search(scenes(3))
    rects = [panel.list.visualRect(panel.model.index(row)) for row in range(3)]
    for row, rect in enumerate(rects):
        words = panel.places(row).lines
        assert rect.contains(words[0]) and rect.top() <= words[2].top() and words[2].bottom() <= rect.bottom()
    assert rects[1].top() > rects[0].bottom()


@pytest.mark.parametrize(
    ("stores", "count"), [({"a": "store.test", "b": "store.test"}, 4), ({"a": "store.test"}, 5), ({}, 5)]
)
def test_an_item_that_two_doors_of_one_store_show_is_one_row(panel, stores, count):
    panel.view.begin("Search", QUERY.aoi, QUERY, stores)
    panel.view.add([(scene(n, catalogue="a"), 100.0) for n in range(3)])
    panel.view.add([(scene(n, catalogue="b"), 100.0) for n in (2, 3)])
    panel.view.finish(False)
    assert panel.model.total == count


def test_the_timeline_is_in_step_with_the_temporal_controller_when_asked(panel):
    """Both ways: what is chosen on it is played, and the moment that the map shows is framed on it."""
    clock = QgsTemporalNavigationObject()
    panel.canvas.setTemporalController(clock)
    months = [datetime(2022, month, 14, 11, tzinfo=timezone.utc) for month in (5, 6, 8)]
    panel.search([(scene(number, acquired=day), 100.0) for number, day in enumerate(months)])
    bars = panel.view.findChild(TimelineBars)
    panel.bot.waitUntil(lambda: bars.isVisible() and bars.whole is not None)
    clock.setCurrentFrameNumber(0)
    assert bars.accessibleDescription().count("2022") == 2  # not asked: nothing moves

    animate = action(more(panel), "Animate the dates")
    animate.trigger()
    shown = clock.temporalExtents()
    assert shown.begin().date().toPyDate() == date(2022, 5, 1) and shown.end().date().toPyDate() == date(2022, 8, 31)
    clock.setCurrentFrameNumber(1)
    assert bars.accessibleDescription().endswith("on the map: Jun\u00a02022")
    bars._choose(Span(date(2022, 8, 1), date(2022, 8, 31)))
    assert clock.temporalExtents().begin().date().toPyDate() == date(2022, 8, 1)
    assert bars.accessibleDescription().endswith("on the map: Aug\u00a02022")
    animate.trigger()
    clock.setCurrentFrameNumber(0)
    assert "on the map" not in bars.accessibleDescription()
    panel.canvas.setTemporalController(QgsTemporalNavigationObject(panel.canvas))


def test_the_legend_explains_what_is_on_the_map(panel):
    panel.search([(scene(0, mission="PHR1B"), 100.0), (scene(1, mission="SPOT7"), 100.0)])
    menu = more(panel)
    menu.aboutToShow.emit()
    legend = next(one.menu() for one in menu.actions() if one.text() == "Legend")
    assert [one.text() for one in legend.actions()] == [
        "Footprint of Pléiades 1B",
        "Footprint of SPOT 7",
        "Searched zone",
    ]
    assert all(not one.icon().isNull() for one in legend.actions())


def test_the_colours_of_a_bar_are_told_in_words(panel):
    panel.search([(scene(number, mission=("PHR1B", "SPOT7")[number % 2]), 100.0) for number in range(40)])
    bars = panel.view.findChild(TimelineBars)
    panel.bot.waitUntil(lambda: bars.isVisible())
    place = QPoint(3, 3)
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, place, bars.mapToGlobal(place)))
    assert "Pléiades 1B: " in QToolTip.text() and "SPOT 7: " in QToolTip.text()
    QToolTip.hideText()
