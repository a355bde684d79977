# SPDX-License-Identifier: GPL-2.0-or-later
"""« Fiche image »: made of what is on the map, rendered as QGIS prints it; what an image says stays text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QGuiApplication, QImage

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.compositions import shown_composition
from dinamis_qgis.core.credit_function import CreditFunction
from dinamis_qgis.core.image_sheet import image_in_sight
from dinamis_qgis.core.opening import find, open_groups
from dinamis_qgis.core.story import story_of
from dinamis_qgis.gui.image_sheet import ImageSheetAction
from dinamis_qgis.gui.layer_menu import LayerMenu
from tests.core.test_contrast import Task
from tests.gui.test_images_page import PMS
from tests.gui.zone_parts import make_panel
from tests.services.dimap_writer import write_pleiades


@pytest.fixture
def map_with_image(qgis_app, qgis_new_project):
    function = CreditFunction()
    function.register()
    project, panel = QgsProject.instance(), make_panel()
    panel.opened = []
    panel.action = ImageSheetAction(
        panel.canvas, lambda: panel.layer, panel.opened.append, panel.context.notices, panel.canvas
    )
    yield project, panel
    project.layoutManager().clear()
    function.unregister()
    panel.canvas.deleteLater()
    project.clear()


def add_product(project, panel):
    """The product that the demonstration offers, as the panel opens it."""
    row = next(row for row in configured_rows()[0] if row.synthetic)
    found = find([row.sample_product], Task())
    opening = open_groups(found.groups, "natural", Task())
    layer = opening.opened[0].layers[0]
    project.addMapLayer(layer)
    panel.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    panel.canvas.setLayers([layer])
    panel.canvas.setExtent(panel.canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
    return layer


def test_it_is_ready_to_print(map_with_image, tmp_path):
    project, panel = map_with_image
    layer = add_product(project, panel)
    panel.action.trigger()
    (layout,) = panel.opened
    assert layout in project.layoutManager().layouts() and layer.name() in layout.name()
    said = {
        item.id(): item.currentText()
        for item in layout.items()
        if isinstance(item, QgsLayoutItemLabel)
    }  # fmt: skip
    assert said["title"] == layer.name() and said["credit"] == story_of(layer).attribution() != ""
    assert (
        said["facts"].replace("\u200b", "") == layer.metadata().abstract()
        and "EPSG:2154" in said["footer"]
        and "1:" in said["footer"]
    )
    shown = layout.itemById("map")
    assert shown.extent().contains(panel.canvas.extent()) and shown.crs().authid() == "EPSG:2154"
    path = Path(os.environ.get("DINAMIS_SHEET") or tmp_path / "sheet.png")
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 100
    assert QgsLayoutExporter(layout).exportToImage(str(path), settings) == QgsLayoutExporter.ExportResult.Success
    picture = QImage(str(path))
    assert picture.width() == 1169 and abs(picture.height() - 827) <= 1  # A4
    inside = {picture.pixel(x, y) for x in range(200, 700, 20) for y in range(200, 600, 20)}
    assert len(inside) > 50, "the map is not drawn"


def test_each_is_another_layout(map_with_image):
    project, panel = map_with_image
    add_product(project, panel)
    for _ in range(3):
        panel.action.trigger()
    assert len({layout.name() for layout in project.layoutManager().layouts()}) == 3


def test_the_licence_is_recalled_at_the_first_page_that_shows_an_image_under_it(map_with_image, tmp_path):
    project, panel = map_with_image
    QgsSettings().remove("dinamis/licence_reminded")
    add_product(project, panel)
    panel.action.trigger()
    wanted = "Image under the DSP Pléiades licence: public service, non-commercial use."
    assert wanted not in panel.told()  # of the demonstration, which has a licence of its own
    write_pleiades(tmp_path, [PMS])
    found = find([str(tmp_path)], Task())
    project.addMapLayer(open_groups(found.groups, "natural", Task()).opened[0].layers[0])
    for _ in range(2):
        panel.action.trigger()
    assert panel.told().count(wanted) == 1


def test_without_an_image_in_sight_it_says_so(map_with_image):
    project, panel = map_with_image
    panel.action.trigger()
    assert panel.opened == [] and "No image of the panel" in panel.told()[0]
    layer = add_product(project, panel)
    assert image_in_sight(project, None) is layer
    project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    assert image_in_sight(project, layer) is None


def test_what_an_image_says_is_never_evaluated(map_with_image):
    project, panel = map_with_image
    layer = add_product(project, panel)
    wild = "[% 1 + 1 %] <b>x</b>"
    layer.setName(wild)
    metadata = layer.metadata()
    metadata.setAbstract(wild)
    layer.setMetadata(metadata)
    story_of(layer).setAttribution(wild)
    panel.action.trigger()
    labels = [panel.opened[0].itemById(name) for name in ("title", "facts", "credit")]
    assert [label.currentText() for label in labels] == [wild] * 3
    assert all(label.mode() == QgsLayoutItemLabel.ModeFont for label in labels)
    assert not QgsExpression("dinamis_credit()").hasParserError()


def test_the_layer_tree_offers_its_entries_on_images_only(map_with_image, qtbot):
    project, panel = map_with_image
    before = QgsProject.instance().receivers(QgsProject.instance().layersAdded)
    added, offered, removed = [], [], []
    menu = LayerMenu(
        project,
        lambda: panel.layer,
        panel.context.notices,
        lambda action, *_where: added.append(action),
        lambda action, layer: offered.append((action.text(), layer)),
        removed.append,
        (panel.action,),
    )
    image = add_product(project, panel)
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "towns", "memory"))
    always = [("Copy the credit line", image), (panel.action.text(), image)]
    assert offered == [("Natural colours", image), ("Colour infrared", image), *always]
    copy = added[3]
    copy.trigger()
    assert "not known" in panel.told()[-1]
    panel.layer = image
    copy.trigger()
    assert QGuiApplication.clipboard().text() == story_of(image).attribution()
    bands = image.renderer().usesBands()
    added[1].trigger()
    qtbot.waitUntil(lambda: image.renderer().usesBands() != bands, timeout=20_000)
    assert shown_composition(image) == "infrared" and image.name().startswith("Colour infrared · ")
    menu.close()
    assert removed == added and project.receivers(project.layersAdded) == before
