# SPDX-License-Identifier: GPL-2.0-or-later
"""The detail of an image, its menus and the bar below the results, on real widgets with a real canvas."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone

import pytest
from qgis.core import QgsFeature, QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QStackedWidget, QToolButton

from dinamis_qgis.core import saved_sources
from dinamis_qgis.core.credentials import State, Status, credentials
from dinamis_qgis.core.downloads import DownloadQueue
from dinamis_qgis.core.keep import keep_results
from dinamis_qgis.domain.item_beside import write_item
from dinamis_qgis.domain.scene import Asset, packed
from dinamis_qgis.gui.requests.add_to_request import AddToRequestMenu
from dinamis_qgis.gui.search.results_model import Role
from dinamis_qgis.gui.search.scene_opener import Way
from tests.gui.results_parts import Panel
from tests.make_scenes import scene, scenes

SIGNED = "https://files.test/{}.tif?X-Amz-Signature=secret&v=1"
FILES = tuple(Asset(f"band{n}", SIGNED.format(n), "image/tiff", ("data",), size=600_000_000) for n in range(3))


class Detail:
    """What a person reads and does in the detail."""

    def __init__(self, panel: Panel):
        self.panel, self.view = panel, panel.view.detail
        self.pages = QStackedWidget()
        self.pages.addWidget(panel.view)
        self.pages.addWidget(self.view)
        self.pages.resize(360, 640)
        self.pages.show()
        panel.bot.addWidget(self.pages)

    def show(self, wanted) -> None:
        self.view.show_scene(wanted)
        self.pages.setCurrentWidget(self.view)
        self.view.setFocus()

    def rows(self) -> dict[str, str]:
        return {label.text(): value.text().replace("\u00a0", " ") for label, value in self.view._facts.rows}

    def unknown(self) -> list[str]:
        return [label.text() for label, value in self.view._facts.rows if not value.isEnabled()]

    def place(self) -> str:
        return self.view._position.text()

    def button(self, name: str) -> QToolButton:
        return next(b for b in self.view.findChildren(QToolButton) if b.accessibleName() == name)


@pytest.fixture
def detail(panel):
    QgsSettings().remove("QgsCollapsibleGroupBox")  # what another test unfolded, QGIS remembers
    return Detail(panel)


def test_rows_stand_in_their_order_and_say_what_is_known(panel, detail):
    known = scene(0, mission="PHR1B", spectral_mode="PMS", level="ortho", incidence=12.4, off_nadir=11.2, catalogue="x")
    panel.search([(known, 63.4)])
    detail.show(known)
    rows = detail.rows()
    assert list(rows) == [
        "Acquired", "Resolution, mode", "Level", "Clouds", "Incidence / off-nadir", "Covers my zone", "Access",
        "Credit line",
    ]  # fmt: skip
    assert rows["Acquired"] == "14 Jul 2022, 11:02 UTC"
    assert rows["Resolution, mode"] == "0.5 m, PMS, pansharpened"
    assert rows["Incidence / off-nadir"] == "12.4° / 11.2°"
    assert rows["Covers my zone"].startswith("63% (") and rows["Covers my zone"].endswith(" km²)")
    assert rows["Access"] == "members · DSP Pléiades licence"
    assert rows["Credit line"] == "© CNES 2022, Distribution Airbus DS"
    assert detail.unknown() == []


def test_what_is_not_known_is_said_in_the_disabled_colour(panel, detail):
    bare = scene(0, acquired=None, gsd=None, cloud_cover=None, incidence=None, mission="", credit="")
    panel.search([(bare, None)])
    detail.show(bare)
    assert set(detail.rows().values()) == {"unknown"} and len(detail.unknown()) == 8
    assert not detail.button("Copy the credit line").isVisible()
    half = scene(0, incidence=None, off_nadir=11.2)
    detail.show(half)
    assert detail.rows()["Incidence / off-nadir"] == "unknown / 11.2°" and not detail.unknown()[0:0]


def test_the_detail_says_which_filters_were_applied_where(panel, detail):
    panel.search(scenes(1))
    detail.show(panel.model.scene(0))
    assert not detail.view._filters.isVisible()
    panel.view.finish(False, None, ["GEODES: Filtered by the service: dates.", "<b>OpenSPOT</b>: here."])
    assert detail.view._filters.isVisible() and "by the service: dates" in detail.view._filters.text()
    assert detail.view._filters.textFormat() == Qt.TextFormat.PlainText


def test_a_day_alone_has_no_hour_and_a_period_has_both_ends(panel, detail):
    day = datetime(2022, 7, 14, tzinfo=timezone.utc)
    panel.search(scenes(1))
    detail.show(scene(0, acquired=day))
    assert detail.rows()["Acquired"] == "14 Jul 2022"
    detail.show(scene(0, acquired=day, acquired_end=day.replace(month=9)))
    assert detail.rows()["Acquired"] == "14 Jul 2022 to 14 Sep 2022"


def test_one_walks_through_the_results_and_comes_back_to_the_same_row(panel, detail, qtbot):
    panel.search(scenes(40))
    panel.select(2)
    detail.show(panel.model.scene(2))
    assert detail.place() == "3 / 40"
    qtbot.keyClick(detail.view, Qt.Key.Key_Right)
    detail.button("Next image").click()
    assert detail.place() == "5 / 40" and detail.view.scene.id == "S00004"
    qtbot.keyClick(detail.view, Qt.Key.Key_Left)
    assert detail.place() == "4 / 40" and panel.list.currentIndex().row() == 3
    assert {f["scene_id"] for f in panel.layer().selectedFeatures()} == {"S00003"}
    with qtbot.waitSignal(detail.view.back_requested):
        qtbot.keyClick(detail.view, Qt.Key.Key_Escape)


def test_the_ends_of_the_list_are_ends(panel, detail, qtbot):
    panel.search(scenes(300))
    detail.show(panel.model.scene(0))
    assert not detail.button("Previous image").isEnabled()
    qtbot.keyClick(detail.view, Qt.Key.Key_Left)
    assert detail.place() == "1 / 300"
    detail.show(panel.model.scene(299))
    assert not detail.button("Next image").isEnabled() and detail.place() == "300 / 300"
    detail.button("Previous image").click()
    assert panel.list.currentIndex().row() == 298  # a row that the list had not fetched yet


def test_coming_back_finds_the_list_where_it_was(panel, detail, qtbot):
    panel.search(scenes(150))
    qtbot.waitUntil(lambda: panel.list.verticalScrollBar().maximum() > 0)
    panel.list.verticalScrollBar().setValue(640)
    panel.select(12)
    detail.show(panel.model.scene(12))
    detail.pages.setCurrentWidget(panel.view)
    assert panel.list.verticalScrollBar().value() == 640 and panel.list.selected_rows() == [12]


def test_the_quicklook_comes_and_a_click_shows_it_on_the_map(panel, detail, qtbot, pictured):
    wanted = pictured(1)
    panel.search([pictured(0), wanted])
    panel.canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    detail.show(wanted[0])
    qtbot.waitUntil(lambda: detail.view._picture.image() is not None and detail.view._picture.image().height() == 180)
    qtbot.mouseClick(detail.view._picture, Qt.MouseButton.LeftButton)
    assert wanted[0] in panel.ticked and panel.canvas.extent().xMinimum() > 1000
    qtbot.waitUntil(lambda: len(panel.pictures()) == 1)
    assert detail.view._tick.isChecked()
    detail.view._tick.click()
    assert not panel.ticked.scenes


def test_a_quicklook_that_fails_says_so_and_walking_on_shows_the_next_one(panel, detail, qtbot, pictured, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"<html>")
    panel.search([pictured(0, "broken.png"), pictured(1)])
    detail.show(panel.model.scene(0))
    qtbot.waitUntil(lambda: "could not" in detail.view._picture.text())
    detail.view.step(1)
    qtbot.waitUntil(lambda: detail.view._picture.image() is not None)


def test_files_and_properties_are_folded_and_keep_no_signature(panel, detail):
    said = {"z": 1, "a": SIGNED.format("x"), "list": [1, {"href": SIGNED.format("y")}], "<b>": "<img src='http://x'>"}
    whole = scene(0, assets=FILES, said=packed(said))
    panel.search([(whole, 100.0)])
    detail.show(whole)
    files, properties = detail.view._files, detail.view._properties
    assert files.isCollapsed() and properties.isCollapsed()
    assert files.title() == "Files (3, 1.8 GB)".replace(" GB", "\u00a0GB") or "1.8" in files.title()
    for fold in (files, properties):
        fold.setCollapsed(False)
    rows = {tree_item.text(0): tree_item.text(1) for tree_item in items(properties.tree)}
    assert rows["a"] == "https://files.test/x.tif?v=1" and rows["z"] == "1" and list(rows) == sorted(rows, key=rank)
    assert "secret" not in json.dumps(rows) and len(items(files.tree)) == 3
    files.setCollapsed(True)
    properties.setCollapsed(True)


def items(tree):
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def rank(name):
    return (name not in ("id", "collection"), name != "id", name)


def test_files_that_do_not_say_their_size_have_no_total(panel, detail):
    partly = scene(0, assets=(*FILES, Asset("x", "https://files.test/x.tif", "image/tiff", ("data",))))
    panel.search([(partly, 100.0)])
    detail.show(partly)
    assert detail.view._files.title() == "Files (4)"


def test_the_json_is_a_public_item(panel, detail):
    whole = scene(0, assets=FILES, self_url=SIGNED.format("item"), said=packed({"datetime": "2022-07-14T11:02:00Z"}))
    panel.search([(whole, 100.0)])
    detail.show(whole)
    detail.view._fill_menu()
    action(detail.view._menu, "Copy the JSON").trigger()
    item = json.loads(QApplication.clipboard().text())
    assert "secret" not in json.dumps(item) and item["id"] == "S00000" and item["type"] == "Feature"
    assert item["assets"]["band0"]["file:size"] == 600_000_000
    assert item["properties"]["datetime"] == "2022-07-14T11:02:00Z" and item["geometry"]["type"] == "Polygon"


def test_the_online_record_is_a_web_page_or_nothing(panel, detail):
    for url, there in (("https://host.test/items/1", True), ("file:///etc/passwd", False), ("", False)):
        detail.show(scene(0, self_url=url))
        detail.view._fill_menu()
        assert action(detail.view._menu, "Online record").isEnabled() is there


def action(menu, text):
    return next(each for each in menu.actions() if each.text() == text)


# the main button


@pytest.mark.parametrize("width", [320, 360])
def test_the_main_button_follows_the_row_and_all_fits(panel, width, tmp_path):
    product = tmp_path / "IMG.tif"
    product.write_bytes(b"x")
    local = scene(1, assets=(Asset("data", str(product), "image/tiff", ("data",)),))
    panel.search([(scene(0, assets=FILES), 100.0), (local, 100.0), (scene(2), 100.0)])
    panel.view.resize(width, 600)
    said = []
    for row in range(3):
        panel.select(row)
        main = panel.view._bar.main
        said.append(main.accessibleName().replace("\u00a0", " "))
        for part in (main, panel.view._bar.compare, panel.view._bar.cover, panel.view._bar.more):
            assert part.width() >= part.minimumSizeHint().width() or part is main
            assert panel.view.rect().contains(part.mapTo(panel.view, part.rect().bottomRight()))
    assert said == ["Download and open (1.8 GB)", "Open", "See the access"]


def test_what_is_on_disk_opens_and_what_cannot_be_had_shows_who_may(panel, qtbot, tmp_path):
    product = tmp_path / "IMG.tif"
    product.write_bytes(b"x")
    local = scene(0, assets=(Asset("data", str(product), "image/tiff", ("data",)),))
    panel.search([(local, 100.0), (scene(1), 100.0)])
    panel.select(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.opened == [[str(product)]]
    panel.select(1)
    with qtbot.waitSignal(panel.view.actions.detail_requested) as asked:
        panel.view._bar.main.click()
    assert asked.args[0].id == "S00001"


def test_a_product_of_a_folder_opens_by_its_own_address_and_an_absent_disk_does_not(panel, tmp_path):
    opener = panel.view.actions.opener
    archive = tmp_path / "a b.zip"
    archive.write_bytes(b"x")
    inside = scene(0, self_url=f"file://{tmp_path}/a%20b.zip/DIM_1.XML", catalogue=str(tmp_path))
    assert opener.way(inside) is Way.OPEN
    opener.run(inside)
    assert panel.opened == [[str(archive)]]
    assert opener.way(replace(inside, self_url="file:///absent/DIM_1.XML")) is Way.ACCESS


def test_a_scene_of_openspot_leads_to_its_form(panel, qtbot):
    opener = panel.view.actions.opener
    assert opener.way(scene(0, catalogue="openspot")) is Way.FORM
    assert opener.way(scene(0, catalogue="teledetection", assets=FILES)) is Way.ACCESS  # it takes an account


COG = "image/tiff; application=geotiff; profile=cloud-optimized"
TOKENS = [
    "sv=2021&sr=b&sig=secret%3D&se=2026-11-21T00%3A00%3A00Z",
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=secret&X-Amz-Date=20261120T000000Z&X-Amz-Expires=60",
    "token=secret",
    "api_key=secret&v=1",
    "X-Goog-Signature=secret",
]


@pytest.mark.parametrize("token", TOKENS)
def test_a_link_with_the_token_of_another_service_is_downloaded_not_streamed(panel, token):
    """It would end while the layer stays, and nobody here could renew it."""
    opener = panel.view.actions.opener
    place = "https://store.example/a.tif"
    assert opener.way(scene(0, assets=(Asset("img", place, COG, ("data",)),))) is Way.STREAM
    assert opener.way(scene(0, assets=(Asset("img", f"{place}?{token}", COG, ("data",)),))) is Way.DOWNLOAD


@pytest.mark.parametrize("token", TOKENS)
def test_neither_a_project_nor_a_queue_holds_the_token_of_another_service(panel, pictured, tmp_path, token):
    address = f"https://user:secret@store.example/a?{token}"
    (picture, _), writer = pictured(0), saved_sources.install()
    there = replace(
        scene(0), catalogue=address, self_url=address, licence=address, said=packed({"href": address}),
        assets=(*picture.assets, Asset("img", address, COG, ("data",))),
    )  # fmt: skip
    panel.search([(there, 100.0)])
    panel.click(panel.places(0).tick.center())
    panel.bot.waitUntil(lambda: bool(panel.pictures()), timeout=20_000)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "project.qgs"))
    keep_results(project)
    writer.remove()
    queue = DownloadQueue(tmp_path / "queue")
    queue.open()
    queue.add([there], tmp_path / "images")
    queue.close()
    write_item(there, tmp_path)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"project.qgs", "downloads.json", "stac-item.json"} <= {path.name for path in kept}
    assert [path for path in kept if b"secret" in path.read_bytes()] == []


def test_who_may_have_it_says_where_that_was_read(panel, detail):
    detail.show(scene(0, mission="PHR1A"))
    detail.view._main.click()
    box = detail.view.findChild(QMessageBox)
    assert "members" in box.text() and "spatial.ign.fr" in box.informativeText() and "2026" in box.informativeText()
    box.close()


def test_downloads_are_added_to_the_queue(panel, tmp_path, monkeypatch):
    from dinamis_qgis.gui.downloads import start

    monkeypatch.setattr(start, "chosen_folder", lambda: tmp_path)
    wanted = scene(0, assets=FILES)
    panel.search([(wanted, 100.0)])
    panel.select(0)
    panel.view._bar.main.click()
    (transfer,) = panel.context.downloads.transfers()
    assert transfer.open_when_done and transfer.size == 1_800_000_000


def test_all_are_downloaded_once_their_number_and_size_were_agreed_to(panel, tmp_path, monkeypatch):
    from dinamis_qgis.gui.downloads import start

    monkeypatch.setattr(start, "chosen_folder", lambda: tmp_path)
    panel.search([(scene(0, assets=FILES), 100.0), (scene(1, assets=FILES), 100.0), (scene(2), 100.0)])
    panel.view._bar._fill_menu()
    action(panel.view._bar.more.menu(), "Download all…").trigger()
    box = panel.view.findChild(QMessageBox)
    assert "2 image" in box.text() and "3.6" in box.text() and not panel.context.downloads.transfers()
    next(each for each in box.buttons() if each.text().replace("&", "") == "Download").click()
    assert {transfer.scene_id for transfer in panel.context.downloads.transfers()} == {"S00000", "S00001"}


def test_what_was_downloaded_is_on_disk_and_opens(panel, qtbot, tmp_path, monkeypatch):
    from dinamis_qgis.gui.downloads import start

    monkeypatch.setattr(start, "chosen_folder", lambda: tmp_path)
    wanted = scene(0, assets=FILES)
    queue = panel.context.downloads
    queue.add([wanted], tmp_path)
    (transfer,) = queue.transfers()
    queue._put(replace(transfer, state="done"))
    queue.changed.emit()
    panel.search([(wanted, 100.0), (scene(1), 100.0)])
    assert "on disk" in panel.model.index(0).data(Role.Text).coverage and "2 image(s), 1 on disk" in panel.shown()
    assert panel.view.actions.opener.way(wanted) is Way.DOWNLOAD  # it was deleted since
    transfer.place.mkdir()
    panel.select(0)
    panel.view._bar.press()
    assert panel.opened == [[str(transfer.place)]]


def test_an_account_that_is_known_opens_the_way(panel, detail, monkeypatch):
    closed = scene(0, catalogue="geodes", assets=FILES, mission="SPOT5")
    detail.show(closed)
    detail.view._main.click()
    box = detail.view.findChild(QMessageBox)
    assert "GEODES" in box.text() and any("Accounts" in each.text() for each in box.buttons())
    box.close()
    monkeypatch.setattr(credentials(), "status", lambda _account: Status(State.KEY))
    credentials().changed.emit("")
    assert detail.view._main.accessibleName().startswith("Download and open")


# menus


def test_a_footprint_on_the_map_has_the_menu_of_its_row(panel, qtbot):
    panel.search(scenes(6))
    panel.canvas.setLayers([panel.layer()])
    panel.view.actions.zoom(panel.model.scene(5))
    middle = panel.model.scene(5).footprint.centroid
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

    place = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("OGC:CRS84"), panel.canvas.mapSettings().destinationCrs(), QgsProject.instance()
    ).transform(QgsPointXY(middle.x, middle.y))
    pixel = panel.canvas.getCoordinateTransform().transform(place)
    at = QPoint(round(pixel.x()), round(pixel.y()))
    event = QgsMapMouseEvent(panel.canvas, QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.RightButton)
    menu = QMenu()
    panel.canvas.contextMenuAboutToShow.emit(menu, event)
    under = [each.menu() for each in menu.actions() if each.menu()]
    assert len(under) == 6 and under[0].title() == "Pléiades 1A, 14\u00a0Jul\u00a02022"
    row = panel.view.actions.menu(panel.model.scene(0), panel.view)
    assert [each.text() for each in under[0].actions()] == [each.text() for each in row.actions()]
    under[5].aboutToShow.emit()
    assert panel.bands()[0].size() == 1
    panel.canvas.setLayers([])
    empty = QMenu()
    panel.canvas.contextMenuAboutToShow.emit(empty, event)
    assert not empty.actions()


def test_closing_takes_the_menus_off_the_map(panel):
    panel.search(scenes(1))
    before = panel.canvas.receivers(panel.canvas.contextMenuAboutToShow)
    other = Panel(panel.bot, panel.canvas)
    assert panel.canvas.receivers(panel.canvas.contextMenuAboutToShow) == before + 1
    other.view.close_page()
    assert panel.canvas.receivers(panel.canvas.contextMenuAboutToShow) == before


def test_the_menu_key_opens_the_menu_of_the_row(panel, qtbot):
    panel.search(scenes(3))
    panel.select(1)
    with qtbot.waitSignal(panel.list.menu_requested) as asked:
        place = panel.list.visualRect(panel.model.index(1)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, panel.list.viewport().mapToGlobal(place))
        QApplication.sendEvent(panel.list.viewport(), event)
    assert asked.args[0].id == "S00001"
    for menu in panel.view.findChildren(QMenu):
        menu.close()


# comparing


def test_two_ticked_images_are_compared_the_older_one_on_the_left(panel, qtbot, pictured):
    panel.search([pictured(n) for n in range(3)])
    compare = panel.view._bar.compare
    assert not compare.isEnabled()
    panel.ticked.tick([panel.model.scene(0), panel.model.scene(2)])
    assert compare.isEnabled()
    compare.click()  # while the quicklooks are on their way
    qtbot.waitUntil(lambda: panel.canvas.mapTool() is compare.swipe)
    names = [layer.name() for layer in compare.swipe._layers]
    assert "12" in names[0] and "14" in names[1]  # 12 and 14 July
    extents = [
        panel.canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()) for layer in panel.pictures()
    ]
    assert all(extent.intersects(panel.canvas.extent()) for extent in extents)
    panel.ticked.tick([panel.model.scene(1)])
    assert not compare.isEnabled()
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Escape)
    assert panel.canvas.mapTool() is not compare.swipe


def test_a_comparison_that_is_awaited_is_dropped_with_its_tick(panel, qtbot, pictured):
    panel.search([pictured(n) for n in range(2)])
    panel.ticked.tick([panel.model.scene(0), panel.model.scene(1)])
    panel.view._bar.compare.click()
    panel.ticked.tick([panel.model.scene(0)], False)
    qtbot.waitUntil(lambda: len(panel.pictures()) == 1)
    assert panel.canvas.mapTool() is not panel.view._bar.compare.swipe


# the menu at the bottom


@pytest.mark.parametrize("name", ["emprises.gpkg", "emprises.geojson"])
def test_footprints_are_exported(panel, qtbot, tmp_path, name):
    panel.search(scenes(12))
    path = tmp_path / name
    panel.view._bar.export(path)
    qtbot.waitUntil(lambda: "exported" in panel.said())
    layer = QgsVectorLayer(str(path), "x", "ogr")
    assert layer.featureCount() == 12
    feature = QgsFeature()
    layer.getFeatures().nextFeature(feature)
    assert feature["scene_id"] == "S00000" and feature.geometry().boundingBox().xMinimum() == pytest.approx(-2.5)


def test_an_export_that_cannot_be_written_is_told(panel, qtbot, tmp_path):
    panel.search(scenes(2))
    panel.view._bar.export(tmp_path / "absent" / "x.gpkg")
    qtbot.waitUntil(lambda: panel.said() != "")
    assert "exported" not in panel.said()


def test_the_legend_names_the_missions_that_were_found(panel):
    panel.search(scenes(4))
    panel.view._bar._fill_menu()
    said = [each.text() for each in panel.view._bar._legend.actions()]
    assert said[:4] == [f"Footprint of {name}" for name in ("Pléiades 1A", "Pléiades 1B", "SPOT 6", "SPOT 7")]


@pytest.mark.parametrize("width", [320, 360])
def test_the_detail_fits_the_narrow_panel(panel, detail, width):
    panel.search(scenes(5))
    detail.show(scene(1, assets=FILES))
    detail.pages.resize(width, 640)
    for label in detail.view.findChildren(QLabel):
        if label.isVisible():
            assert label.mapTo(detail.view, label.rect().topRight()).x() <= width
    assert detail.view.minimumSizeHint().width() <= width


def test_the_detail_adds_its_image_to_a_request_whichever_is_shown(panel, detail):
    menu = detail.view._menu
    for number in range(3):
        detail.show(scene(number))
        menu.aboutToShow.emit()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    offered = [each.text() for each in menu.actions()]
    assert offered[0] == "Add to a request" and offered.count("Add to a request") == 1
    assert len(menu.findChildren(AddToRequestMenu)) == 1  # the former ones are gone
