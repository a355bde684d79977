# SPDX-License-Identifier: GPL-2.0-or-later
"""The library through « Mes images » and in the results: what a person sees of it, and does."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QPushButton
from shapely.geometry import box

from dinamis_qgis.core.keep import keep_results
from dinamis_qgis.core.library import Library
from dinamis_qgis.core.library_file import LibraryFile
from dinamis_qgis.core.library_layer import library_layer
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.library.page import ImagesPage
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.search.results import ResultsView
from dinamis_qgis.gui.search.results_model import Role
from tests.gui.test_images_page import MS, PAN, PMS, images
from tests.services.dimap_writer import write_pleiades, write_spot, zipped

TERRITORY = box(5, 45, 6, 46)
SPOT = replace(PMS, satellite="SPOT7", when=datetime(2018, 5, 3, 10, 40, tzinfo=timezone.utc))


class Panel:
    def __init__(self, qtbot, tmp_path: Path):
        self.bot = qtbot
        self.canvas, self.messages = QgsMapCanvas(), QgsMessageBar()
        self.library = Library(LibraryFile(tmp_path / "profile" / "library.gpkg"))
        self.opened_paths = []
        self.context = PanelContext(
            self.canvas, Notices(self.messages), ZoneHolder(), TickedScenes(), lambda: None, lambda _layer: None,
            lambda _page: None, open_paths=self.opened_paths.append, library=self.library,
        )  # fmt: skip
        self.page = ImagesPage(self.context)
        for widget in (self.page, self.canvas, self.messages):
            qtbot.addWidget(widget)
        self.page.resize(360, 500)
        self.page.show()
        qtbot.waitExposed(self.page)

    def index(self, *folders):
        self.library.add(map(str, folders))
        self.settle()

    def settle(self):
        self.bot.waitUntil(lambda: not self.library.busy and not self.library._reading.busy, timeout=20_000)

    def refresh(self):
        self.library.refresh()
        self.settle()

    def names(self) -> list[str]:
        model = self.page.model
        return [model.index(row).data(Role.Text).mission for row in range(model.rowCount())]

    def absent(self) -> int:
        model = self.page.model
        facts = [model.index(row).data(Role.Text).facts for row in range(model.rowCount())]
        return sum(text.startswith("(disk absent)") for text in facts)

    def said(self) -> str:
        item = self.messages.currentItem()
        return "" if item is None else item.text()

    def act(self, *words: str):
        """Of the page's ⋮."""
        menu: QMenu = self.page.shelf.menu
        menu.aboutToShow.emit()
        for word in words[:-1]:
            menu = next(action.menu() for action in menu.actions() if action.text().startswith(word))
        return next(action for action in menu.actions() if action.text() == words[-1])


@pytest.fixture
def panel(qtbot, tmp_path, qgis_app):
    made = Panel(qtbot, tmp_path)
    yield made
    made.page.close_page()
    made.library.close()


@pytest.fixture
def folder(tmp_path) -> Path:
    write_pleiades(tmp_path / "images" / "2022", [PMS])
    write_pleiades(tmp_path / "images" / "bundle", [PAN, replace(MS, when=PAN.when)])
    write_spot(tmp_path / "images" / "spot", [SPOT])
    return tmp_path / "images"


def test_the_empty_page_offers_both_ways(panel, folder, monkeypatch):
    assert "Open a delivery…" in panel.page.empty.text() and not panel.page.bar.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    panel.page.empty.linkActivated.emit("index")
    panel.settle()
    assert panel.page.model.count == 3 and panel.page.pages.currentWidget() is panel.page.list
    assert panel.said() == "4 image(s) indexed in images."


def test_the_newest_come_first_and_the_filter_finds(panel, folder):
    panel.index(folder)
    assert panel.names()[-1] == "SPOT 7" and panel.page.bar.counter.text() == "3 image(s)"
    panel.page.bar.order.setCurrentIndex(1)
    assert panel.names()[0] == "SPOT 7"
    for words, count in (("spot 2018", 1), ("P MS 1a", 1), ("bundle", 1), ("2022-07", 2), ("nothing", 0)):
        panel.page.bar.filter.setText(words)
        panel.bot.waitUntil(lambda count=count: panel.page.model.count == count)
    assert panel.page.pages.currentWidget() is panel.page.empty and panel.page.bar.isVisible()
    assert panel.page.bar.counter.text() == "0 of 3 image(s)"
    panel.page.empty.linkActivated.emit("all")
    assert panel.page.model.count == 3 and panel.page.bar.filter.text() == ""


def test_a_double_click_opens_both_halves(panel, folder):
    panel.index(folder)
    row = panel.names().index("Pléiades 1A")
    index = panel.page.model.index(row)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    place = panel.page.list.visualRect(index).center()
    panel.bot.mouseClick(panel.page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel.bot.mouseDClick(panel.page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel.bot.waitUntil(lambda: len(images()) == 2)
    panel.bot.waitUntil(lambda: not panel.page._slot.busy)
    assert panel.page.model.count == 3
    opened = panel.page.model.index(panel.names().index("Pléiades 1A"))
    assert opened.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    panel.index(folder)  # again, once it is open: still one row
    assert panel.page.model.count == 3


def test_a_row_that_was_never_opened_is_found_on_the_map_and_opened_from_its_menu(panel, folder):
    panel.index(folder)
    index = panel.page.model.index(panel.names().index("SPOT 7"))
    menu = panel.page.row_menu(index)
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert "Natural colours" not in actions and "Pansharpen (P + MS)" not in actions
    panel.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    actions["Zoom"].trigger()
    assert panel.canvas.extent().contains(QgsPointXY(301_007, 6_833_995)) and panel.canvas.extent().width() < 1000
    actions["Open"].trigger()
    panel.bot.waitUntil(lambda: len(images()) == 1)


def test_thumbnails_are_read_when_they_come_into_sight(panel, folder):
    panel.index(folder)
    index = panel.page.model.index(0)
    panel.bot.waitUntil(lambda: index.data(Qt.ItemDataRole.DecorationRole) is not None)
    assert index.data(Qt.ItemDataRole.DecorationRole).width() <= 112


def test_an_absent_disk_is_told_greyed_and_found_again(panel, folder, tmp_path):
    panel.index(folder)
    folder.rename(tmp_path / "unplugged")
    panel.refresh()
    assert panel.absent() == 3
    index = panel.page.model.index(0)
    assert index.data(Role.Greyed) and "found again" in index.data(Qt.ItemDataRole.ToolTipRole)
    panel.page.list.zoom_requested.emit(index)
    assert "absent" in panel.said() and not images()
    panel.act("Index all again").trigger()
    panel.settle()
    assert "found again" in panel.said() and len(panel.names()) == 3
    (tmp_path / "unplugged").rename(folder)
    panel.page.shelf._look_again()
    panel.settle()
    assert panel.absent() == 0 and panel.page.model.count == 3


def test_a_disk_that_returns_is_looked_for_while_the_page_is_seen(panel, folder):
    assert panel.page.shelf._clock.isActive()
    panel.page.hide()
    assert not panel.page.shelf._clock.isActive()


def test_footprints_on_the_map_follow_the_library(panel, folder, tmp_path):
    panel.index(folder / "2022")
    panel.act("Footprints on the map").trigger()
    layer = library_layer(QgsProject.instance())
    assert layer.isValid() and layer.featureCount() == 1 and layer.readOnly()
    assert layer.metadata().rights()
    panel.index(folder)
    assert layer.featureCount() == 3 and len(layer.renderer().categories()) == 3
    assert panel.act("Footprints on the map").isChecked()
    panel.act("Footprints on the map").trigger()
    assert not QgsProject.instance().layerTreeRoot().findLayer(layer).isVisible()
    assert QgsProject.instance().write(str(tmp_path / "p.qgz"))
    keep_results(QgsProject.instance())
    assert layer.isValid() and layer.featureCount() == 3 and "p_dinamis" in layer.source()


def test_a_folder_is_indexed_again_and_removed(panel, folder, tmp_path):
    panel.index(folder)
    shutil.rmtree(folder / "spot")
    panel.act("Indexed folders", str(folder), "Index again").trigger()
    panel.settle()
    assert panel.page.model.count == 2
    panel.act("Indexed folders", str(folder), "Remove from the library").trigger()
    panel.bot.waitUntil(lambda: panel.page.model.count == 0)
    assert (folder / "2022").is_dir() and panel.page.pages.currentWidget() is panel.page.empty


def test_what_cannot_be_read_is_named(panel, folder):
    (folder / "cut.zip").write_bytes(b"PK cut")
    panel.index(folder)
    assert panel.said() == "4 image(s) indexed in images. 1 other(s) cannot be read."
    button = next(
        each for each in panel.messages.currentItem().findChildren(QPushButton) if each.text() == "Which ones"
    )
    button.click()
    assert "cut.zip" in panel.page.shelf.box.detailedText()


def test_indexing_is_shown_and_can_be_stopped(panel, folder):
    panel.library.add([str(folder)])
    assert panel.page.bar.isVisible() and panel.page.bar.working.isVisible()
    assert panel.page.bar.work.text() == "Indexing images…"
    panel.page.bar.cancel.click()
    panel.settle()
    assert not panel.page.bar.working.isVisible() and panel.said() == ""
    panel.index(folder)
    assert panel.page.model.count == 3


def test_only_my_territory(panel, folder, monkeypatch):
    panel.index(folder)
    monkeypatch.setattr("dinamis_qgis.core.library._territory", lambda: TERRITORY)
    assert not panel.act("In my territory only").isEnabled()
    panel.refresh()
    panel.act("In my territory only").trigger()
    assert panel.page.model.count == 0 and panel.page.bar.counter.text() == "0 of 3 image(s), in my territory"
    panel.page.empty.linkActivated.emit("all")
    assert panel.page.model.count == 3 and not panel.act("In my territory only").isChecked()


def test_a_delivery_is_added_as_it_is_ticked(panel, folder):
    panel.page.open_paths([str(folder)])
    panel.bot.waitUntil(lambda: panel.page.sheet is not None)
    sheet = panel.page.sheet
    assert sheet.remember.isChecked() and sheet.remember.text() == "Add to my library (nothing is moved)"
    sheet.accept()
    panel.bot.waitUntil(lambda: len(panel.library.holdings.images) == 3 and len(images()) == 4, timeout=20_000)
    panel.settle()
    assert panel.page.model.count == 3
    panel.page.open_paths([str(folder / "2022"), str(folder / "spot")])
    panel.bot.waitUntil(lambda: panel.page.sheet is not None and panel.page.sheet is not sheet)
    panel.page.sheet.remember.setChecked(False)
    panel.page.sheet.accept()
    panel.bot.waitUntil(lambda: not panel.page._slot.busy)
    assert len(panel.library.holdings.folders) == 1


def test_one_image_is_added_from_its_row(panel, folder, tmp_path):
    archive = zipped(folder / "2022", tmp_path / "one.zip")
    panel.page.open_paths([str(archive)])
    panel.bot.waitUntil(lambda: panel.page.model.count == 1)
    menu = panel.page.row_menu(panel.page.model.index(0))
    next(action for action in menu.actions() if action.text().startswith("Add to my")).trigger()
    panel.settle()
    assert [each.path for each in panel.library.holdings.folders] == [str(archive)]
    assert panel.page.model.count == 1
    menu = panel.page.row_menu(panel.page.model.index(0))
    assert not any(action.text().startswith("Add to my") for action in menu.actions())


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_the_panel(panel, folder, width):
    panel.index(folder)
    panel.page.resize(width, 500)
    assert panel.page.minimumSizeHint().width() <= width


# --- in the results -------------------------------------------------------------------------------


@pytest.fixture
def results(panel, qtbot):
    view = ResultsView(panel.context)
    qtbot.addWidget(view)
    yield view
    view.close_page()


def held_scenes(panel):
    from dinamis_qgis.core.library_catalogue import LibraryCatalogue
    from dinamis_qgis.core.task import TaskFeedback

    class Calm(TaskFeedback):
        def __init__(self):
            pass

        def isCanceled(self):
            return False

    pages = LibraryCatalogue(panel.library.file, "library").search(SearchQuery(), Calm())
    return [scene for page in pages for scene in page.scenes]


@pytest.mark.parametrize("first", ["library", "service"])
def test_what_is_on_disk_is_one_row_and_opens(panel, folder, results, first):
    panel.index(folder)
    ours = held_scenes(panel)
    theirs = [replace(scene, id=f"S-{scene.id}", catalogue="service", self_url="", assets=()) for scene in ours[:2]]
    theirs.append(replace(theirs[0], id="other", acquired=datetime(2021, 1, 1, tzinfo=timezone.utc)))
    results.begin("x", None, SearchQuery())
    for part in (ours, theirs) if first == "library" else (theirs, ours):
        results.add([(scene, None) for scene in part])
    results.finish(False)
    assert results._model.total == 4
    assert results.status._count.text() == "4 image(s), 3 on disk already"
    bundle = next(scene for scene in results._model.all_scenes() if scene.mission == "PHR1A")
    results.actions.opener.run(bundle)
    (paths,) = panel.opened_paths
    assert sorted(Path(path).name[:12] for path in paths) == ["DIM_PHR1A_MS", "DIM_PHR1A_P_"]


def test_a_service_s_row_stays_while_the_disk_is_absent(panel, folder, results, tmp_path):
    panel.index(folder)
    ours = held_scenes(panel)
    folder.rename(tmp_path / "unplugged")
    panel.refresh()
    theirs = [replace(ours[0], id="S", catalogue="service", self_url="", assets=())]
    results.begin("x", None, SearchQuery())
    results.add([(scene, None) for scene in (*ours, *theirs)])
    results.finish(False)
    assert results._model.total == 4 and results.status._count.text() == "4 image(s)"
    texts = [results._model.index(row).data(Role.Text).coverage for row in range(4)]
    assert sum("disk absent" in text for text in texts) == 3
    (tmp_path / "unplugged").rename(folder)
    panel.refresh()
    texts = [results._model.index(row).data(Role.Text).coverage for row in range(4)]
    assert sum("on disk" in text for text in texts) == 4


def test_the_search_asks_the_library_from_its_first_folder_on(qgis_app, tmp_path, monkeypatch):
    from dinamis_qgis.core import catalogues

    place = tmp_path / "library.gpkg"
    monkeypatch.setattr(catalogues, "library_path", lambda: place)
    assert "library" not in [row.id for row in catalogues.configured_rows()[0]]
    place.write_bytes(b"")
    first = catalogues.configured_rows()[0][0]
    assert (first.id, first.kind, first.enabled, first.synthetic) == ("library", "library", True, False)
