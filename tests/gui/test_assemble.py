# SPDX-License-Identifier: GPL-2.0-or-later
"""« Assembler » and « Découper » through the page's own widgets, down to the pixels on the disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QItemSelectionModel
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton
from shapely.geometry import box

from dinamis_qgis.core.mosaic_layer import MOSAIC
from dinamis_qgis.core.mosaic_words import note_path
from dinamis_qgis.core.proj import to_lon_lat
from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import Zone, ZoneHolder
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.library.assemble_sheet import AssembleSheet, Offer
from dinamis_qgis.gui.library.page import ImagesPage
from dinamis_qgis.gui.notices import Notices
from tests.core.test_mosaic import A, B, C, X, Y, flat, geotiff
from tests.services.dimap_writer import write_pleiades

TERRITORY = Zone(to_lon_lat(box(X + 10, Y - 40, X + 60, Y - 10), "EPSG:2154"), "territory", "Lamballe")


class Panel:
    def __init__(self, qtbot):
        self.bot = qtbot
        self.canvas, self.bar = QgsMapCanvas(), QgsMessageBar()
        self.territory: Zone | None = TERRITORY
        self.zones = ZoneHolder()
        nothing = lambda *_what: None  # noqa: E731
        context = PanelContext(
            self.canvas, Notices(self.bar), self.zones, TickedScenes(), nothing, nothing, nothing,
            territory=lambda: self.territory,
        )  # fmt: skip
        self.page = ImagesPage(context)
        for widget in (self.page, self.canvas, self.bar):
            qtbot.addWidget(widget)
        self.page.resize(360, 500)
        self.page.show()

    @property
    def assembling(self):
        return self.page.assembling

    def opened(self, *paths: Path):
        for path in paths:
            wanted = self.page.model.rowCount() + 1
            self.page.open_paths([str(path)])
            self.idle(lambda wanted=wanted: self.page.model.rowCount() == wanted)
        self.bar.clearWidgets()

    def idle(self, also=lambda: True):
        self.bot.waitUntil(lambda: not self.page._slot.busy and also())

    def sheet(self) -> AssembleSheet:
        self.assembling.button.click()
        return self.assembling.sheet

    def agree(self, sheet: AssembleSheet, out: Path):
        sheet.file.setFilePath(str(out))
        sheet.button.click()
        self.bot.waitUntil(lambda: not self.page._slot.busy and bool(self.said()))

    def said(self) -> list[str]:
        return [item.text() for item in self.bar.items()]

    def mosaics(self) -> list:
        return [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(MOSAIC)]


@pytest.fixture
def panel(qtbot, qgis_app, qgis_new_project):
    QgsSettings().remove("dinamis/licence_reminded")
    made = Panel(qtbot)
    yield made
    made.page.close_page()
    QgsProject.instance().clear()


@pytest.fixture
def deliveries(tmp_path) -> list[Path]:
    older = replace(B, when=datetime(2019, 7, 1, 11, tzinfo=timezone.utc))
    for number, image in enumerate((A, older, C)):
        write_pleiades(tmp_path / f"d{number}", [image])
    return [tmp_path / f"d{number}" for number in range(3)]


def test_two_rows_are_needed(panel, deliveries):
    assert not panel.assembling.button.isEnabled()
    panel.opened(deliveries[0])
    assert not panel.assembling.button.isEnabled()
    panel.opened(deliveries[1])
    assert panel.assembling.button.isEnabled()


def test_a_virtual_mosaic_cut_to_my_territory_is_on_the_map(panel, deliveries, tmp_path):
    panel.opened(*deliveries[:2])
    sheet = panel.sheet()
    assert sheet.order.currentText() == "Clearest on top" and sheet.same_contrast.isChecked()
    assert sheet.zone.currentText() == "My territory (Lamballe)" and sheet.result.currentData() == ".vrt"
    assert sheet.options.isCollapsed()
    out = tmp_path / "m.vrt"
    panel.agree(sheet, out)
    (layer,) = panel.mosaics()
    assert layer.isValid() and layer.name() == "Mosaic of 2 image(s), cut" and Path(layer.source()) == out
    assert layer.metadata().rights() == ["© CNES 2019, 2022, Distribution Airbus DS"]
    assert "Pléiades" in layer.metadata().licenses()[0] and "2019" in layer.metadata().abstract()
    assert layer.temporalProperties().fixedTemporalRange().begin().date().year() == 2019
    values = gdal.Open(str(out)).ReadAsArray()[0]
    assert values.shape == (60, 100) and values[30, 60] == 1000 and values[30, 95] == 2000
    assert panel.page.model.rowCount() == 2  # a virtual one is a layer only
    assert not any(row.on_map for row in panel.page.model.rows())  # what lies under it is not drawn
    root = QgsProject.instance().layerTreeRoot()
    assert root.layerOrder()[0] is layer and root.findLayer(layer).isVisible()
    assert any("© CNES 2019, 2022" in said for said in panel.said())


def test_a_geotiff_becomes_a_row_that_the_project_finds_again(panel, deliveries, tmp_path):
    panel.opened(*deliveries[:2])
    sheet = panel.sheet()
    sheet.result.setCurrentIndex(sheet.result.findData(".tif"))
    assert sheet.file.filePath().endswith(".tif")
    sheet.zone.setCurrentIndex(sheet.zone.findText("No cut"))
    panel.agree(sheet, tmp_path / "m")  # the suffix comes by itself
    assert (tmp_path / "m.tif").exists() and not list(tmp_path.glob(".m*"))
    assert panel.page.model.rowCount() == 3
    assert note_path(tmp_path / "m.tif").exists()
    QgsProject.instance().write(str(tmp_path / "p.qgz"))
    QgsProject.instance().clear()
    again = Panel(panel.bot)
    try:
        QgsProject.instance().read(str(tmp_path / "p.qgz"))
        panel.bot.waitUntil(lambda: again.page.model.rowCount() == 3)
        mosaic = [row for row in again.page.model.rows() if row.paths[0].endswith("m.tif")]
        assert mosaic[0].group[0].credit == "© CNES 2019, 2022, Distribution Airbus DS"
        assert len(again.assembling.rows()) == 2  # a mosaic is no part of the next one, unless it is selected
    finally:
        again.page.close_page()


def test_the_options(panel, deliveries, tmp_path):
    panel.opened(*deliveries)
    sheet = panel.sheet()
    sheet.as_listed.setChecked(True)
    assert not sheet.order.isEnabled()
    sheet.eight_bits.setChecked(True)
    sheet.zone.setCurrentIndex(sheet.zone.findText("No cut"))
    sheet.composition.setCurrentIndex(sheet.composition.findData("infrared"))
    assert sheet.sharpen.parent() is None or not sheet.sharpen.isVisible()  # no bundle among them
    choice = sheet.choice()
    assert (choice.recipe.order, choice.recipe.eight_bits, choice.recipe.composition) == ("listed", True, "infrared")
    assert choice.recipe.crs == "" and choice.zone is None and choice.recipient == ""
    panel.agree(sheet, tmp_path / "m.vrt")
    dataset = gdal.Open(str(tmp_path / "m.vrt"))
    assert dataset.GetRasterBand(1).DataType == gdal.GDT_Byte and dataset.RasterXSize == 200


def test_selected_rows_come_before_those_on_the_map(panel, deliveries):
    panel.opened(*deliveries)
    assert len(panel.assembling.rows()) == 3
    select = QItemSelectionModel.SelectionFlag.Select
    for row in (0, 2):
        panel.page.list.selectionModel().select(panel.page.model.index(row), select)
    assert [row.group[0].acquired.day for row in panel.assembling.rows()] == [5, 1]
    assert panel.sheet().windowTitle() == "Assemble 2 image(s)"


def test_one_image_is_cut_for_a_contractor(panel, deliveries, tmp_path):
    panel.opened(deliveries[0])
    menu = panel.page.row_menu(panel.page.model.index(0))
    panel.zones.set(Zone(to_lon_lat(box(X, Y - 20, X + 10, Y), "EPSG:2154"), "drawn", ""))
    next(action for action in menu.actions() if action.text() == "Cut to my zone…").trigger()
    sheet = panel.assembling.sheet
    assert sheet.zone.currentText() == "My zone" and sheet.result.currentData() == ".tif"
    assert "Pléiades" in sheet.findChildren(type(sheet.warning))[2].text()
    assert sheet.warning.isVisible()
    sheet.covered.setCurrentIndex(sheet.covered.findData("yes"))
    assert not sheet.warning.isVisible()
    panel.agree(sheet, tmp_path / "cut.tif")
    values = gdal.Open(str(tmp_path / "cut.tif")).ReadAsArray()
    assert values.shape == (3, 40, 20) and (values[0] == 1000).all()
    text = note_path(tmp_path / "cut.tif").read_text(encoding="utf-8-sig")
    for wanted in ("1 Jul 2022", "© CNES 2022, Distribution Airbus DS", "Licence DSP Pléiades", "says who made"):
        assert wanted in text.replace("\u00a0", " ")


def test_the_licence_is_recalled_once(panel, deliveries, tmp_path):
    panel.opened(*deliveries[:2])
    panel.agree(panel.sheet(), tmp_path / "m.vrt")
    wanted = "Image under the DSP Pléiades licence: public service, non-commercial use."
    (item,) = [item for item in panel.bar.items() if item.text() == wanted]
    next(button for button in item.findChildren(QPushButton) if button.text() == "See the licence").click()
    shown = [box for box in panel.page.findChildren(QMessageBox) if box.isVisible()]
    assert len(shown) == 1 and "Pléiades" in shown[0].text()
    shown[0].close()
    panel.bar.clearWidgets()
    panel.agree(panel.sheet(), tmp_path / "n.vrt")
    assert wanted not in panel.said()


def test_what_is_wrong_is_said_and_nothing_is_added(panel, deliveries, tmp_path):
    panel.territory = Zone(box(20, 60, 21, 61), "territory", "Loin")
    panel.opened(*deliveries[:2])
    panel.agree(panel.sheet(), tmp_path / "m.vrt")
    assert panel.said() == ["None of these images lies in the zone: choose other images, or do not cut."]
    assert not panel.mosaics() and not (tmp_path / "m.vrt").exists()
    assert all(row.on_map for row in panel.page.model.rows())


def test_a_place_that_is_none_cannot_be_agreed_to(panel, deliveries, tmp_path):
    panel.opened(*deliveries[:2])
    sheet = panel.sheet()
    sheet.file.setFilePath(str(tmp_path / "absent" / "m.vrt"))
    assert not sheet.button.isEnabled()
    sheet.file.setFilePath("")
    assert not sheet.button.isEnabled()
    sheet.reject()
    panel.bot.waitUntil(lambda: panel.assembling.sheet is None)


def test_without_a_territory_nothing_is_cut(panel, deliveries):
    panel.territory = None
    panel.opened(*deliveries[:2])
    sheet = panel.sheet()
    assert sheet.zone.count() == 1 and sheet.choice().recipe.zone is None
    sheet.reject()
    panel.zones.set(TERRITORY)
    sheet = panel.sheet()  # what was searched is offered, not proposed
    assert sheet.zone.count() == 2 and sheet.choice().recipe.zone is None


def test_products_of_the_disk_are_assembled_without_being_listed(panel, deliveries, tmp_path):
    panel.assembling.assemble_paths([str(path) for path in deliveries])
    panel.bot.waitUntil(lambda: panel.assembling.sheet is not None)
    assert panel.assembling.sheet.windowTitle() == "Assemble 3 image(s)"
    panel.agree(panel.assembling.sheet, tmp_path / "m.vrt")
    assert len(panel.mosaics()) == 1


def test_a_rewritten_mosaic_shows_its_new_pixels(panel, deliveries, tmp_path):
    panel.opened(*deliveries[:2])
    for order in (0, 1):
        sheet = panel.sheet()
        sheet.order.setCurrentIndex(order)
        panel.agree(sheet, tmp_path / "m.vrt")
        panel.bar.clearWidgets()
    assert len(panel.mosaics()) == 2 and all(layer.isValid() for layer in panel.mosaics())


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_cut_off_in_a_narrow_panel(qtbot, qgis_app, tmp_path, width, single):
    offer = Offer("t", "Pléiades 1B, 14 Jul 2022 · SPOT 7, 2 Aug 2022", (("My territory (Lamballe)", TERRITORY),),
                  ("natural",), True, False, tmp_path / "m", True, single, "Licence DSP Pléiades " * 5)  # fmt: skip
    sheet = AssembleSheet(offer, lambda _choice: None)
    qtbot.addWidget(sheet)
    sheet.resize(width, 10)
    sheet.show()
    sheet.options.setCollapsed(False)
    assert sheet.minimumSizeHint().width() <= width and sheet.width() == width
    assert sheet.button.isDefault()


def test_layers_of_another_kind_are_told_apart(panel, deliveries, tmp_path):
    """A grey image in the list: the composition that all have is proposed, else the reason is said."""
    panel.opened(deliveries[0], geotiff(tmp_path / "PHR1A_P_20220701110215.tif", flat(5, bands=1), (X, Y)))
    sheet = panel.sheet()
    assert sheet.composition.count() == 1
    panel.agree(sheet, tmp_path / "m.vrt")
    assert any("composition" in said for said in panel.said())


def test_a_virtual_mosaic_without_overviews_says_that_it_is_slow(panel, tmp_path):
    for number, image in enumerate((A, B)):
        write_pleiades(tmp_path / f"d{number}", [replace(image, pixels=flat(700, 1200, 1200))])
    panel.opened(tmp_path / "d0", tmp_path / "d1")
    panel.agree(panel.sheet(), tmp_path / "m.vrt")
    assert any("overviews" in said for said in panel.said())
    item = next(item for item in panel.bar.items() if "overviews" in item.text())
    next(one for one in item.findChildren(QPushButton) if one.text() == "Build overviews").click()
    panel.bot.waitUntil(lambda: any("Overviews of 2" in said for said in panel.said()), timeout=20_000)
    assert len(list(tmp_path.rglob("*.TIF.ovr"))) == 2
    assert panel.mosaics()[0].isValid()
