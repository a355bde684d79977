# SPDX-License-Identifier: GPL-2.0-or-later
"""« Mes images » through its own widgets: open, choose, tick, copy, cancel; and what is said when it cannot be."""

from __future__ import annotations

import shutil
import tarfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsLayerTreeRegistryBridge, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent, QGuiApplication
from qgis.PyQt.QtWidgets import QPushButton, QStyleOptionViewItem

from dinamis_qgis.core.layer_groups import search_group
from dinamis_qgis.core.products import PATH_PROPERTY
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.survey import Wish
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.domain.catalogues.registry import CatalogueRow
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.library import overview_work
from dinamis_qgis.gui.library.page import ImagesPage
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.search.results_delegate import Places
from dinamis_qgis.gui.search.results_model import Role
from tests.services.dimap_writer import Image, gradient, write_pleiades, zipped

PMS = Image("PHR1B", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5, tile=(30, 64))
MS = Image("PHR1A", "MS", gradient(40, 60), (301_000.0, 6_834_000.0), 2.0)
PAN = Image("PHR1A", "P", gradient(160, 240, 1), (301_000.0, 6_834_000.0), 0.5)


def images() -> list:
    """Layers of images in the order of the tree, without masks, footprints and quicklooks."""
    order = QgsProject.instance().layerTreeRoot().layerOrder()
    return [layer for layer in order if layer.customProperty(PATH_PROPERTY)]


class Panel:
    def __init__(self, qtbot):
        self.bot = qtbot
        self.canvas, self.bar = QgsMapCanvas(), QgsMessageBar()
        self.picked = []
        context = PanelContext(
            self.canvas,
            Notices(self.bar),
            ZoneHolder(),
            TickedScenes(),
            lambda: None,
            self.picked.append,
            lambda _page: None,
        )
        self.page = ImagesPage(context)
        for widget in (self.page, self.canvas, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(360, 500)
        self.page.show()
        qtbot.waitExposed(self.page)

    def opened(self, *paths, rows=None):
        before = self.page.model.rowCount()
        self.page.open_paths([str(path) for path in paths])
        wanted = before + 1 if rows is None else rows
        self.bot.waitUntil(lambda: self.page.model.rowCount() == wanted and not self.page._slot.busy)

    def said(self) -> str:
        item = self.bar.currentItem()
        return "" if item is None else item.text()

    def text(self, row=0):
        return self.page.model.index(row).data(Role.Text)

    def ticked(self, row=0) -> bool:
        return self.page.model.index(row).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked

    def click_tick(self, row=0):
        view, index = self.page.list, self.page.model.index(row)
        places = Places(view.visualRect(index), view.font(), index.data(Role.TickLabel))
        self.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places.tick.center())


@pytest.fixture
def panel(qtbot, qgis_app):
    made = Panel(qtbot)
    yield made
    made.page.close_page()


@pytest.fixture
def product(tmp_path) -> Path:
    write_pleiades(tmp_path / "livraison", [PMS])
    return tmp_path / "livraison"


def test_nothing_yet_says_what_to_do(panel):
    assert panel.page.pages.currentWidget() is panel.page.empty
    assert panel.page.main_button.isEnabled() and panel.page.main_button.text() == "Open a delivery…"
    assert not panel.page.sample_button.isVisible()


def test_one_product_opens_at_once(panel, product):
    panel.opened(product)
    (layer,) = images()
    assert panel.picked == [layer]
    text = panel.text()
    assert (text.mission, text.date.replace("\u00a0", " ")) == ("Pléiades 1B", "14 Jul 2022")
    assert text.facts.replace("\u00a0", " ") == "PMS · 0.5 m · Ortho"
    assert text.coverage.startswith(str(product))
    assert panel.page.model.index(0).data(Qt.ItemDataRole.DecorationRole).width() <= 112
    assert panel.said().replace("\u00a0", " ") == (
        "Pléiades 1B of 14 Jul 2022 opened. Credit: © CNES 2022, Distribution Airbus DS."
    )
    copy = next(button for button in panel.bar.currentItem().findChildren(QPushButton) if button.text() == "Copy")
    copy.click()
    assert QGuiApplication.clipboard().text() == "© CNES 2022, Distribution Airbus DS"


def test_an_image_lies_above_the_searches_whatever_is_current(panel, product):
    project = QgsProject.instance()
    search = search_group(project, "one", "a search")
    bridge, point = project.layerTreeRegistryBridge(), QgsLayerTreeRegistryBridge.InsertionPoint
    bridge.setLayerInsertionPoint(point(search, 0))
    panel.opened(product)
    bridge.setLayerInsertionPoint(point(project.layerTreeRoot(), 0))  # the group goes with the test
    (layer,) = images()
    place = project.layerTreeRoot().findLayer(layer).parent()
    assert place.name().replace("\u00a0", " ") == "Pléiades 1B, 14 Jul 2022" and place.parent().name() == "DINAMIS"
    assert place.children()[0].layerId() == layer.id() and not search.findLayers()
    assert [node.name() for node in place.children()[1:]] == ["Region of interest (mask)", "Footprint", "Quicklook"]
    assert [node.isVisible() for node in place.children()] == [True, False, False, False]


def test_the_tick_shows_hides_and_brings_back(panel, product):
    panel.opened(product)
    (layer,) = images()
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    assert panel.ticked()
    panel.click_tick()
    assert not node.isVisible() and not panel.ticked()
    node.setItemVisibilityChecked(True)  # in the layer panel
    assert panel.ticked()
    QgsProject.instance().removeMapLayer(layer)
    assert not panel.ticked() and panel.page.model.rowCount() == 1
    panel.click_tick()
    panel.bot.waitUntil(lambda: len(images()) == 1 and panel.ticked())
    assert panel.page.model.rowCount() == 1


def test_the_keyboard_does_it_too(panel, product):
    panel.opened(product)
    panel.page.list.setCurrentIndex(panel.page.model.index(0))
    panel.bot.keyClick(panel.page.list, Qt.Key.Key_Space)
    assert not panel.ticked()
    far = QgsRectangle(0, 0, 10, 10)
    panel.canvas.setExtent(far)
    panel.bot.keyClick(panel.page.list, Qt.Key.Key_Return)
    assert not panel.canvas.extent().intersects(far)


def test_a_bundle_is_one_row_and_two_layers(panel, tmp_path):
    write_pleiades(tmp_path / "d", [PAN, MS])
    panel.opened(zipped(tmp_path / "d", tmp_path / "d.zip"))
    assert panel.text().facts.replace("\u00a0", " ").startswith("P + MS · 0.5 m")
    tree = images()
    assert [layer.bandCount() for layer in tree] == [4, 1]  # the colour one on top
    nodes = [QgsProject.instance().layerTreeRoot().findLayer(layer) for layer in tree]
    assert [node.isVisible() for node in nodes] == [True, False]


def test_the_panchromatic_half_of_a_bundle_when_it_is_asked_for(panel, tmp_path):
    write_pleiades(tmp_path, [PAN, MS])
    panel.opened(tmp_path)
    menu = panel.page.row_menu(panel.page.model.index(0))
    next(action for action in menu.actions() if action.text() == "Panchromatic").trigger()
    root = QgsProject.instance().layerTreeRoot()
    panel.bot.waitUntil(lambda: [root.findLayer(layer).isVisible() for layer in images()] == [False, True])
    QgsProject.instance().clear()
    (found,) = (row.group for row in panel.page.model.rows())
    panel.page._open(Wish((found,), "panchromatic"))
    panel.bot.waitUntil(lambda: len(images()) == 2)
    assert [layer.bandCount() for layer in images()] == [1, 4]
    assert [root.findLayer(layer).isVisible() for layer in images()] == [True, False]


def test_several_products_are_shown_first(panel, tmp_path):
    for number, satellite in enumerate(("PHR1A", "PHR1B")):
        write_pleiades(tmp_path / "d" / str(number), [replace(PMS, satellite=satellite)])
    (sensor,) = write_pleiades(tmp_path / "d" / "s", [replace(PMS, job="8")])
    sensor.write_text(sensor.read_text("utf-8").replace("LEVEL>ORTHO<", "LEVEL>SENSOR<"), "utf-8")
    (broken,) = write_pleiades(tmp_path / "d" / "b", [replace(PMS, job="9")])
    broken.write_text("<Dimap_Document")
    panel.page.open_paths([str(tmp_path / "d")])
    panel.bot.waitUntil(lambda: panel.page.sheet is not None)
    sheet = panel.page.sheet
    assert "3 product" in sheet.windowTitle() and "MB" in sheet.windowTitle()
    assert sheet.list.topLevelItemCount() == 4
    assert len(sheet.ticked()) == 2 and "2" in sheet.open_button.text()
    primary, disabled = (sheet.list.topLevelItem(row) for row in (2, 3))
    assert primary.flags() & Qt.ItemFlag.ItemIsEnabled and primary.text(3) == "Primary"  # to be ticked on purpose
    assert not disabled.flags() & Qt.ItemFlag.ItemIsEnabled and disabled.toolTip(0)
    sheet.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert "1" in sheet.open_button.text()
    sheet.compositions.setCurrentIndex(1)
    sheet.open_button.click()
    panel.bot.waitUntil(lambda: panel.page.model.rowCount() == 1)
    (layer,) = images()
    assert layer.renderer().redBand() == 4 and panel.page.sheet is None


def limits(layer):
    stretch = layer.renderer().redContrastEnhancement()
    return stretch.minimumValue(), stretch.maximumValue()


@pytest.mark.parametrize("same", [True, False])
def test_the_same_contrast_for_all_is_the_person_s_choice(panel, tmp_path, same):
    write_pleiades(tmp_path / "a", [PMS])
    write_pleiades(tmp_path / "b", [replace(PMS, pixels=gradient(60, 100, low=1000, high=3000))])
    panel.page.open_paths([str(tmp_path / "a"), str(tmp_path / "b")])
    panel.bot.waitUntil(lambda: panel.page.sheet is not None)
    sheet = panel.page.sheet
    assert sheet.same_contrast.isChecked() and not sheet.overviews.isVisible()  # small images take none
    sheet.same_contrast.setChecked(same)
    sheet.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not sheet.same_contrast.isEnabled() and not sheet.wish().same_contrast
    sheet.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    sheet.open_button.click()
    panel.bot.waitUntil(lambda: panel.page.model.rowCount() == 2)
    one, two = (limits(layer) for layer in images())
    assert (one == two) is same


def test_overviews_are_built_when_they_are_asked_for(panel, tmp_path, monkeypatch):
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: str(tmp_path / "profile"))
    noise = np.random.default_rng(1).integers(200, 2200, (4, 1200, 1100)).astype(np.uint16)
    large = replace(PMS, pixels=noise, tile=None)
    write_pleiades(tmp_path / "a", [large])
    write_pleiades(tmp_path / "b", [large])
    archive = zipped(tmp_path / "b", tmp_path / "b.zip")
    before = sorted(tmp_path.rglob("*"))
    panel.page.open_paths([str(tmp_path / "a"), str(archive)])
    panel.bot.waitUntil(lambda: panel.page.sheet is not None)
    sheet = panel.page.sheet
    assert sheet.overviews.text().startswith("Build overviews (+") and not sheet.overviews.isChecked()
    whole = sheet.overviews.text()
    sheet.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert sheet.overviews.text() != whole and sheet.overviews.isEnabled()
    sheet.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    sheet.overviews.setChecked(True)
    sheet.open_button.click()
    panel.bot.waitUntil(lambda: "Overviews of 2" in panel.said(), timeout=20_000)
    new = [path for path in sorted(tmp_path.rglob("*")) if path not in before and path.is_file()]
    assert sorted(path.suffix for path in new) == [".ovr", ".ovr", ".vrt"]
    assert sum((tmp_path / "a") in path.parents for path in new) == 1
    for layer in images():
        assert layer.isValid() and layer.dataProvider().userNoDataValues(1)
        pyramids = layer.dataProvider().buildPyramidList()
        assert any(each.exists if hasattr(each, "exists") else each.getExists() for each in pyramids)
    assert any(layer.source().endswith(".vrt") for layer in images())


def test_one_image_without_overviews_offers_them(panel, tmp_path, monkeypatch):
    monkeypatch.setattr(overview_work, "_WORTH", 1000)
    noise = np.random.default_rng(1).integers(200, 2200, (4, 1200, 1100)).astype(np.uint16)
    write_pleiades(tmp_path / "a", [replace(PMS, pixels=noise, tile=None)])
    before = sorted(tmp_path.rglob("*"))
    panel.opened(tmp_path / "a")
    panel.bot.waitUntil(lambda: "without overviews" in panel.said(), timeout=20_000)
    assert sorted(tmp_path.rglob("*")) == before  # nothing without the click that says so
    (button,) = (one for one in panel.bar.currentItem().findChildren(QPushButton) if "overviews (+" in one.text())
    button.click()
    panel.bot.waitUntil(lambda: "Overviews of 1" in panel.said(), timeout=20_000)
    assert len(list(tmp_path.rglob("*.ovr"))) == 1
    panel.bar.clearWidgets()
    menu = panel.page.row_menu(panel.page.model.index(0))
    next(action for action in menu.actions() if action.text() == "Build overviews…").trigger()
    panel.bot.waitUntil(lambda: "needs no more overviews" in panel.said(), timeout=20_000)


def test_a_compressed_archive_says_why_it_has_none(panel, tmp_path, monkeypatch):
    monkeypatch.setattr(overview_work, "_SLOW_PACKED", 1000)
    write_pleiades(tmp_path / "a", [PMS])
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "a", "a")
    panel.opened(tmp_path / "a.tar.gz")
    panel.bot.waitUntil(lambda: ".tar.gz" in panel.said(), timeout=20_000)
    assert "Unpack it" in panel.said() and len(images()) == 1


def test_a_missing_tile_is_named(panel, tmp_path):
    write_pleiades(tmp_path, [replace(PMS, absent_tiles=((1, 1),))])
    panel.opened(tmp_path)
    assert panel.said() == "Opened, but tile R1C1 is missing in the delivery."


def test_of_several_images_the_one_that_lacks_a_tile_is_named_and_the_credit_said(panel, tmp_path):
    write_pleiades(tmp_path / "a", [PMS])
    write_pleiades(tmp_path / "b", [replace(PMS, satellite="PHR1A", absent_tiles=((1, 2),))])
    panel.page.open_paths([str(tmp_path)])
    panel.bot.waitUntil(lambda: panel.page.sheet is not None)
    panel.page.sheet.open_button.click()
    panel.bot.waitUntil(lambda: panel.page.model.rowCount() == 2 and bool(panel.said()))
    said = [item.text().replace("\u00a0", " ") for item in panel.bar.items()]
    assert "Tiles missing in the delivery: Pléiades 1A, 14 Jul 2022, PMS (R1C2)." in said
    assert "2 image(s) opened. Credit: © CNES 2022, Distribution Airbus DS." in said


def test_a_raster_of_another_maker_is_added_and_said(panel, tmp_path, product):
    other = tmp_path / "scan.tif"
    shutil.copy(next(product.rglob("*.TIF")), other)
    panel.opened(other)
    assert panel.said().startswith("This is not a Pléiades or SPOT DIMAP product")
    assert panel.text().mission == "scan"


@pytest.mark.parametrize("name", ["empty", "broken.zip", "old.DIM", "a.tar", "absent"])
def test_what_cannot_be_opened_is_one_sentence_and_nothing_is_added(panel, tmp_path, name, product):
    panel.opened(product)
    (tmp_path / "empty").mkdir()
    for file in ("broken.zip", "old.DIM", "a.tar"):
        (tmp_path / file).write_text("x")
    panel.bar.clearWidgets()
    panel.page.open_paths([str(tmp_path / name)])
    panel.bot.waitUntil(lambda: bool(panel.said()))
    assert name in panel.said()
    assert panel.page.model.rowCount() == len(images()) == 1


@pytest.mark.parametrize("maker", ["PeruSat", "Sentinel-2"])
def test_a_product_of_another_satellite_is_a_sentence_and_stays_as_it_is(panel, tmp_path, maker):
    home = tmp_path / "livraison"
    if maker == "PeruSat":
        (dim,) = write_pleiades(home, [PMS])
        text = dim.read_text("utf-8").replace("<MISSION>PHR<", "<MISSION>PERUSAT<").replace("PHR_ORTHO", "PER1_ORTHO")
        dim.write_text(text.replace("<MISSION_INDEX>1B<", "<MISSION_INDEX>1<"), "utf-8")
    else:
        granule = home / "S2A_MSIL2A_20220101T105231_N0301_R051_T31TCJ_20220101T130000.SAFE" / "GRANULE"
        granule.mkdir(parents=True)
        (granule.parent / "manifest.safe").write_text("<xfdu/>")
        (granule.parent / "MTD_MSIL2A.xml").write_text("<n1:Level-2A_User_Product xmlns:n1='x'/>")
        gdal.GetDriverByName("GTiff").Create(str(granule / "T31TCJ_20220101T105231_B02_10m.jp2"), 8, 8)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    panel.page.open_paths([str(home)])
    panel.bot.waitUntil(lambda: bool(panel.said()) and not panel.page._slot.busy, timeout=20_000)
    assert "comes from another satellite" in panel.said()
    assert panel.page.sheet is None and panel.page.model.rowCount() == 0 and not QgsProject.instance().mapLayers()
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_drop_opens(panel, product):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(product))])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.page.dropEvent(event)
    panel.bot.waitUntil(lambda: panel.page.model.rowCount() == 1)


def test_cancel_leaves_all_as_it_was(panel, product):
    panel.page.open_paths([str(product)])
    assert panel.page.main_button.text() == "Cancel"
    panel.bot.mouseClick(panel.page.main_button, Qt.MouseButton.LeftButton)
    panel.bot.waitUntil(lambda: not panel.page._slot.busy, timeout=20_000)
    panel.bot.waitUntil(lambda: panel.page.main_button.text() == "Open a delivery…", timeout=20_000)  # once laid out
    assert panel.page.model.rowCount() == 0 and not QgsProject.instance().mapLayers() and panel.said() == ""


def test_another_composition_from_the_row(panel, product):
    panel.opened(product)
    menu = panel.page.row_menu(panel.page.model.index(0))
    names = [action.text() for action in menu.actions() if action.text()]
    looks, rest = names[:3], names[3:]
    assert looks == ["Zoom", "Natural colours", "Colour infrared"]
    adding = "Add to my library (nothing is moved)"
    assert rest == [
        "Build overviews…",
        "Cut to my zone…",
        "Compare with…",
        "Copy the credit",
        adding,
        "Open the folder",
    ]
    next(action for action in menu.actions() if action.text() == "Colour infrared").trigger()
    (layer,) = images()
    panel.bot.waitUntil(lambda: layer.renderer().redBand() == 4)


def test_the_demonstration_offers_its_product(panel, product):
    panel.page.set_synthetic(CatalogueRow("x", "X", "items", "", synthetic=True, sample_product=str(product)))
    assert panel.page.sample_button.isVisible()
    panel.bot.mouseClick(panel.page.sample_button, Qt.MouseButton.LeftButton)
    panel.bot.waitUntil(lambda: panel.page.model.rowCount() == 1)
    panel.page.set_synthetic(None)
    assert not panel.page.sample_button.isVisible()


def test_a_project_that_is_opened_again_lists_its_images(panel, tmp_path, qtbot):
    write_pleiades(tmp_path / "d", [PAN, MS])
    panel.opened(tmp_path / "d")
    project = QgsProject.instance()
    stretch = images()[0].renderer().redContrastEnhancement().maximumValue()
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    other = Panel(qtbot)
    assert project.read(str(tmp_path / "p.qgz"))
    qtbot.waitUntil(lambda: other.page.model.rowCount() == 1)
    assert other.ticked() and other.text().facts.startswith("P + MS")
    colour = images()[0]
    assert colour.isValid() and not colour.temporalProperties().isActive()
    assert colour.renderer().redContrastEnhancement().maximumValue() == stretch
    assert colour.dataProvider().userNoDataValues(1) and colour.metadata().rights()
    assert not list(tmp_path.rglob("*.aux.xml"))
    other.page.close_page()


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_the_panel(panel, product, width):
    panel.opened(product)
    panel.page.set_synthetic(CatalogueRow("x", "X", "items", "", synthetic=True, sample_product=str(product)))
    panel.page.sample_button.setText("Ouvrir le produit de démonstration")
    panel.page.main_button.setText("Ouvrir une livraison…")
    panel.page.resize(width, 500)
    assert panel.page.minimumSizeHint().width() <= width
    assert panel.page.width() == width
    rect = QRect(0, 0, panel.page.list.viewport().width(), 64)
    places = Places(rect, QStyleOptionViewItem().font, "map")
    assert places.menu.right() <= rect.right()
