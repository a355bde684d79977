# SPDX-License-Identifier: GPL-2.0-or-later
"""An image that the panel opened: its entries in the layer tree's menu, and its sheet in QGIS's layout window."""

import shutil

from qgis.core import QgsPrintLayout, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins, unloadPlugin

from dinamis_qgis.gui.welcome.page import WelcomePage
from tests.integration.inside import answer, grab, out, spin, wait_until
from tests.services.dimap_writer import Image, gradient, write_pleiades

project, tree = QgsProject.instance(), iface.layerTreeView()


def entries(layer):
    iface.setActiveLayer(layer)
    spin(0.05)
    menu = tree.menuProvider().createContextMenu()
    ours = [action for action in menu.actions() if action.menu() and action.text() == "DINAMIS"]
    return {each.text(): each for action in ours for each in action.menu().actions()}, menu


write_pleiades(out / "PHR1A", [Image("PHR1A", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5)])
scan = QgsRasterLayer(str(shutil.copy(next((out / "PHR1A").rglob("*.TIF")), out / "scan.tif")), "scan")
project.addMapLayer(scan)

plugin = plugins["dinamis_qgis"]
plugin._action.trigger()
wait_until(lambda: plugin._dock.findChild(WelcomePage) is not None, "the welcome page")
welcome = [plugin._dock.findChild(WelcomePage).isVisible()]
plugin._dock.open_paths([str(out / "PHR1A")])
wait_until(lambda: len(project.mapLayers()) >= 2, "the image")
wait_until(lambda: not plugin._dock.page("images")._slot.busy, "the end of the opening")
answer["welcome"] = [*welcome, plugin._dock.findChild(WelcomePage).isVisible()]
image = next(layer for layer in project.mapLayers().values() if "· Pléiades" in layer.name())

own = QgsPrintLayout(project)  # a layout of the person
own.setName("own")
project.layoutManager().addLayout(own)
iface.openLayoutDesigner(own).close()
spin(0.2)
answer["licence"] = [item.text().replace("\u00a0", " ") for item in iface.messageBar().items() if "DSP" in item.text()]
found, menu = entries(image)
answer["ours"] = list(found)
found["Copier la mention"].trigger()
answer["clipboard"] = QApplication.clipboard().text()
found["Fiche image (mise en page)…"].trigger()
spin(1)
answer["designers"] = len(iface.openLayoutDesigners())
layout = iface.openLayoutDesigners()[0].layout()
answer["credit"], answer["title"] = layout.itemById("credit").currentText(), layout.itemById("title").currentText()
grab(iface.openLayoutDesigners()[0].window(), "designer.png")
iface.openLayoutDesigners()[0].close()
answer["theirs"] = list(entries(scan)[0])
unloadPlugin("dinamis_qgis")
answer["after"] = list(entries(image)[0])
