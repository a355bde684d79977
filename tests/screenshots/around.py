# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plugin shows in QGIS's own places: Processing, layouts, menus, the locator bar."""

from __future__ import annotations

import processing
from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QMenu, QTreeView
from qgis.utils import iface, plugins

from dinamis_qgis.core.products import PATH_PROPERTY
from tests.demo.hands import wait_for_map
from tests.integration.inside import spin, wait_until
from tests.screenshots.looks import shot, shot_of_menu, window
from tests.screenshots.panel import project


def algorithms() -> None:
    provider = QgsApplication.processingRegistry().providerById("dinamis")
    for number, algorithm in enumerate(sorted(provider.algorithms(), key=lambda each: each.name())):
        dialog = processing.createAlgorithmDialog(algorithm.id())
        dialog.resize(960, 640)
        dialog.show()
        spin(0.6)
        shot(dialog, f"9{number}-processing-{algorithm.name()}")
        dialog.close()


def toolbox() -> None:
    dock = window.findChild(QDockWidget, "ProcessingToolbox")
    if dock is None:
        return
    dock.setVisible(True)
    dock.setFloating(True)
    dock.resize(330, 460)
    spin(0.5)
    tree = next(each for each in dock.findChildren(QTreeView) if each.isVisible())
    model = tree.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if "DINAMIS" in str(index.data()):
            tree.expandRecursively(index)
            tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
    spin(0.4)
    shot(dock, "a0-toolbox")
    dock.setFloating(False)
    dock.setVisible(False)


def layer_menu() -> None:
    layer = next(each for each in project.mapLayers().values() if each.customProperty(PATH_PROPERTY))
    iface.setActiveLayer(layer)
    spin(0.2)
    menu = iface.layerTreeView().menuProvider().createContextMenu()
    ours = next(action.menu() for action in menu.actions() if action.menu() and action.text() == "DINAMIS")
    shot_of_menu(ours, "a1-layer-menu")
    raster = next(each for each in window.findChildren(QMenu) if each is plugins["dinamis_qgis"]._menu)
    shot_of_menu(raster, "a2-raster-menu")


def image_sheet() -> None:
    layers = [each for each in project.mapLayers().values() if each.customProperty(PATH_PROPERTY)]
    sample = next(each for each in layers if "7000001101.zip" in each.customProperty(PATH_PROPERTY))
    iface.setActiveLayer(sample)
    iface.zoomToActiveLayer()
    wait_for_map(iface.mapCanvas())
    plugins["dinamis_qgis"]._sheet_action.trigger()
    wait_until(lambda: bool(iface.openLayoutDesigners()), "the layout window")
    designer = iface.openLayoutDesigners()[0]
    designer.window().resize(1200, 800)
    designer.view().zoomFull()
    spin(8)  # the map is drawn in the background, and says nothing when it is there
    shot(designer.window(), "a3-image-sheet")
    designer.close()
    spin(0.5)


def locator() -> None:
    window.activateWindow()
    fields = window.findChildren(QgsFilterLineEdit)
    field = next(each for each in fields if each.parent().inherits("QgsLocatorWidget"))
    field.setFocus()
    QTest.keyClicks(field, "din lamballe")
    views = window.findChildren(QTreeView)
    found = next(view for view in views if view.metaObject().className() == "QgsLocatorResultsView")
    wait_until(lambda: found.model().rowCount() > 1, "places in the locator bar")
    spin(0.5)
    shot(found, "a4-locator")
    QTest.keyClick(field, Qt.Key.Key_Escape)


STAGES = (algorithms, toolbox, layer_menu, image_sheet, locator)
