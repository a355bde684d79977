# SPDX-License-Identifier: GPL-2.0-or-later
"""shapely is missing, broken or too old: what the plugin shows, and where."""

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QLabel, QTextBrowser
from qgis.utils import iface, plugins

from tests.integration.inside import answer, grab, spin

NAME = "dinamis_qgis"

answer["loaded"] = NAME in plugins
browsers = (item.findChild(QTextBrowser) for item in iface.messageBar().items())
said = [browser.toPlainText() for browser in browsers if browser is not None]  # newer QGIS says things of its own
answer["message bar"] = next((words for words in said if "shapely" in words), "")
plugin = plugins[NAME]
plugin._action.trigger()
spin(0.2)
answer["panel"] = " ".join(label.text() for label in plugin._dock.findChildren(QLabel))
grab(plugin._dock, "panel.png")
provider = QgsApplication.processingRegistry().providerById("dinamis")
answer["toolbox"] = provider.warningMessage()
answer["algorithms"] = len(provider.algorithms())
