# SPDX-License-Identifier: GPL-2.0-or-later
"""What « ⋮ » of an opened image does: pansharpen, masks, compare, place on a relief, complete, share the contrast."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QPushButton

from dinamis_qgis.core.product_extras import EXTRA
from dinamis_qgis.core.sharpened import SHARPENED
from tests.gui.test_images_page import MS, PAN, PMS, Panel, images
from tests.services.dimap_writer import write_pleiades
from tests.services.sensor_writer import make_primary

CLOUD = [(301_010.0, 6_833_990.0), (301_020.0, 6_833_990.0), (301_020.0, 6_833_985.0)]


@pytest.fixture
def panel(qtbot, qgis_app):
    made = Panel(qtbot)
    yield made
    made.page.close_page()


def menu_of(panel, row=0) -> dict:
    menu = panel.page.row_menu(panel.page.model.index(row))
    panel.menu = menu  # or its actions would go with it
    return {action.text(): action for action in menu.actions() if action.text()}


def layers(key: str) -> list:
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(key)]


def visible(layer) -> bool:
    return QgsProject.instance().layerTreeRoot().findLayer(layer).isVisible()


def test_a_bundle_is_sharpened_on_the_map(panel, tmp_path):
    write_pleiades(tmp_path / "d", [PAN, MS])
    panel.opened(tmp_path / "d")
    menu_of(panel)["Pansharpen (P + MS)"].trigger()
    panel.bot.waitUntil(lambda: bool(layers(SHARPENED)))
    (sharp,) = layers(SHARPENED)
    assert sharp.width() == 240 and visible(sharp) and not any(visible(layer) for layer in images())
    assert panel.picked[-1] is sharp and panel.ticked()
    panel.click_tick()
    assert not visible(sharp) and not panel.ticked()
    panel.click_tick()
    assert visible(sharp) and not any(visible(layer) for layer in images())
    group = QgsProject.instance().layerTreeRoot().findLayer(sharp).parent()
    assert group.children()[0].layerId() == sharp.id() and len(group.children()) == 6


def test_a_sharpened_image_changes_its_composition_too(panel, tmp_path):
    write_pleiades(tmp_path / "d", [PAN, MS])
    panel.opened(tmp_path / "d")
    assert [layer.name().partition(" · ")[0] for layer in images()] == ["Natural colours", "Panchromatic"]
    menu_of(panel)["Pansharpen (P + MS)"].trigger()
    panel.bot.waitUntil(lambda: bool(layers(SHARPENED)), timeout=20_000)
    (sharp,) = layers(SHARPENED)
    natural = [sharp.renderer().redBand(), sharp.renderer().redContrastEnhancement().maximumValue()]
    menu_of(panel)["Colour infrared"].trigger()
    panel.bot.waitUntil(lambda: sharp.renderer().redBand() == 4, timeout=20_000)
    assert (sharp.renderer().greenBand(), sharp.renderer().blueBand()) == (1, 2) and natural[0] == 1
    assert sharp.name().startswith("Colour infrared · Pléiades 1A") and visible(sharp)
    assert not any(visible(layer) for layer in images())
    menu_of(panel)["Panchromatic"].trigger()  # which it has not: the other half
    panel.bot.waitUntil(lambda: not visible(sharp), timeout=20_000)
    assert [visible(layer) for layer in images()] == [False, True]
    sharp.setName("mine")
    QgsProject.instance().layerTreeRoot().findLayer(sharp).setItemVisibilityChecked(True)
    menu_of(panel)["Natural colours"].trigger()
    panel.bot.waitUntil(lambda: sharp.renderer().redBand() == 1, timeout=20_000)
    assert sharp.name() == "mine" and sharp.renderer().redContrastEnhancement().maximumValue() == natural[1]


def test_layers_of_a_former_version_change_their_composition_too(panel, tmp_path):
    """They do not say their bands, and what was sharpened has three."""
    write_pleiades(tmp_path / "d", [PAN, MS])
    panel.opened(tmp_path / "d")
    menu_of(panel)["Pansharpen (P + MS)"].trigger()
    panel.bot.waitUntil(lambda: bool(layers(SHARPENED)), timeout=20_000)
    (sharp,) = layers(SHARPENED)
    colour, pan = images()
    for layer in (sharp, colour, pan):
        layer.removeCustomProperty("dinamis/bands")
    menu_of(panel)["Colour infrared"].trigger()
    panel.bot.waitUntil(lambda: colour.renderer().redBand() == 4, timeout=20_000)
    assert visible(colour) and not visible(sharp) and sharp.renderer().redBand() == 1


def test_or_into_a_file_that_the_person_chooses(panel, tmp_path, monkeypatch):
    write_pleiades(tmp_path / "d", [PAN, MS])
    panel.opened(tmp_path / "d")
    out = tmp_path / "sharp.tif"
    offered = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _w, _t, name, _f: (offered.append(name), (str(out), ""))[1]
    )
    menu_of(panel)["Pansharpen into a GeoTIFF…"].trigger()
    assert panel.page.main_button.text() == "Cancel"
    panel.bot.waitUntil(lambda: bool(layers(SHARPENED)))
    assert layers(SHARPENED)[0].source() == str(out) and gdal.Open(str(out)).RasterCount == 4
    assert not offered[0].startswith(str(tmp_path / "d"))  # never into the delivery by itself
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: ("", ""))
    menu_of(panel)["Pansharpen into a GeoTIFF…"].trigger()
    assert not panel.page._slot.busy


def test_half_a_bundle_says_what_is_missing(panel, tmp_path):
    write_pleiades(tmp_path / "d", [MS])
    panel.opened(tmp_path / "d")
    menu_of(panel)["Pansharpen (P + MS)"].trigger()
    panel.bot.waitUntil(lambda: "panchromatic" in panel.said())
    assert len(images()) == 1 and not layers(SHARPENED)


def test_clouds_are_one_click(panel, tmp_path):
    write_pleiades(tmp_path / "a", [replace(PMS, masks={"CLD": [CLOUD]})])
    panel.opened(tmp_path / "a")
    (mask,) = (layer for layer in layers(EXTRA) if layer.customProperty(EXTRA) == "CLD")
    action = menu_of(panel)["Cloud mask"]
    assert action.isCheckable() and not action.isChecked() and not visible(mask)
    action.trigger()
    assert visible(mask) and menu_of(panel)["Cloud mask"].isChecked()
    menu_of(panel)["Cloud mask"].trigger()
    assert not visible(mask)
    QgsProject.instance().removeMapLayer(mask)
    assert not menu_of(panel)["Cloud mask"].isEnabled()


def test_no_cloud_mask_no_entry(panel, tmp_path):
    write_pleiades(tmp_path / "a", [PMS])
    panel.opened(tmp_path / "a")
    assert "Cloud mask" not in menu_of(panel) and "Pansharpen (P + MS)" not in menu_of(panel)


def test_two_images_are_compared_with_the_curtain(panel, tmp_path):
    write_pleiades(tmp_path / "a", [PMS])
    write_pleiades(tmp_path / "b", [replace(PMS, satellite="PHR1A")])
    panel.opened(tmp_path / "a")
    assert not menu_of(panel)["Compare with…"].menu().actions()
    panel.opened(tmp_path / "b")
    one, other = images()
    panel.click_tick(1)
    (action,) = menu_of(panel)["Compare with…"].menu().actions()
    assert action.text() == other.name()
    action.trigger()
    tool = panel.canvas.mapTool()
    assert tool is panel.page.work._swipe and visible(one) and visible(other)
    panel.page.close_page()
    assert panel.canvas.mapTool() is not tool
    panel.page.close_page = lambda: None


def test_contrast_is_shared_by_what_is_on_the_map(panel, tmp_path):
    write_pleiades(tmp_path / "a", [PMS])
    write_pleiades(tmp_path / "b", [replace(PMS, satellite="PHR1A", pixels=PMS.pixels // 2)])
    panel.opened(tmp_path / "a")
    assert "Same contrast for all" not in menu_of(panel)
    panel.opened(tmp_path / "b")

    def highest() -> list[float]:
        return [layer.renderer().redContrastEnhancement().maximumValue() for layer in images()]

    assert len(set(highest())) == 2
    menu_of(panel)["Same contrast for all"].trigger()
    panel.bot.waitUntil(lambda: len(set(highest())) == 1)


def test_a_primary_image_says_how_it_lies_and_is_laid_otherwise(panel, tmp_path, monkeypatch):
    (dim,) = write_pleiades(tmp_path / "p", [PMS])
    model = make_primary(dim)
    panel.opened(tmp_path / "p")
    assert panel.said() == "Primary image: placed by its model (RPC, mean height), may be off by several metres."
    former = images()[0].id()
    monkeypatch.setattr(QInputDialog, "getDouble", lambda _w, _t, _l, given, *_limits: (given + 60, True))
    menu_of(panel)["Place on…"].menu().actions()[0].trigger()
    panel.bot.waitUntil(lambda: len(images()) == 1 and "200" in images()[0].abstract())
    assert QgsProject.instance().mapLayer(former) is None
    assert panel.page.model.rowCount() == 1 and panel.ticked()
    relief = tmp_path / "mnt.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(relief), 10, 10, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((model.longitude - 0.1, 0.02, 0, model.latitude + 0.1, 0, -0.02))
    dataset.SetProjection("EPSG:4326")
    dataset.GetRasterBand(1).WriteArray(np.full((10, 10), 80, np.float32))
    del dataset
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(relief), "MNT & co"))
    actions = menu_of(panel)["Place on…"].menu().actions()
    assert [action.text() for action in actions] == ["Constant height…", "MNT && co"]
    monkeypatch.setattr(QInputDialog, "getDouble", lambda *_arguments: (48.0, True))
    actions[1].trigger()
    panel.bot.waitUntil(lambda: len(images()) == 1 and "MNT & co" in images()[0].abstract())
    assert "48" in images()[0].abstract()


def test_an_unknown_image_is_completed_and_stays_so(panel, qtbot, tmp_path):
    write_pleiades(tmp_path / "x", [PMS])
    scan = tmp_path / "scan.tif"
    shutil.copy(next(tmp_path.rglob("*R1C1.TIF")), scan)
    panel.opened(scan)
    button = next(one for one in panel.bar.currentItem().findChildren(QPushButton) if one.text() == "Complete")
    button.click()
    dialog = panel.page.work.dialog
    assert dialog.completion().day is None
    dialog.day.setDate(QDate(2019, 7, 3))
    dialog.credit.setText("© Commune <b>")
    dialog.accept()
    (layer,) = images()
    assert layer.attribution() == "© Commune <b>" and layer.metadata().rights() == ["© Commune <b>"]
    period = layer.temporalProperties().fixedTemporalRange()
    assert period.begin().date().toPyDate() == period.end().date().toPyDate() == date(2019, 7, 3)
    assert "2019" in panel.text().date and "Copy the credit" in menu_of(panel)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "p.qgz"))
    panel.page.close_page()
    panel.page.close_page = lambda: None
    project.clear()
    other = Panel(qtbot)
    assert project.read(str(tmp_path / "p.qgz"))
    qtbot.waitUntil(lambda: other.page.model.rowCount() == 1)
    assert "2019" in other.text().date and "Copy the credit" in menu_of(other)
    other.page.close_page()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p.qgz", "scan.tif", "x"]
