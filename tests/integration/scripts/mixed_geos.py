# SPDX-License-Identifier: GPL-2.0-or-later
"""Something imports shapely before the plugin starts, as another plugin might."""

from pathlib import Path

import shapely
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QLabel
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.integration.inside import answer, spin

NAME = "dinamis_qgis"

answer["brings_one"] = any(Path(shapely.__file__).parents[1].glob("shapely.libs/libgeos*"))
loadPlugin(NAME)
startPlugin(NAME)
plugin = plugins[NAME]
plugin._action.trigger()
spin(0.2)
answer["panel"] = " ".join(label.text() for label in plugin._dock.findChildren(QLabel))
provider = QgsApplication.processingRegistry().providerById("dinamis")
answer["toolbox"] = provider.warningMessage()
answer["algorithms"] = len(provider.algorithms())
unloadPlugin(NAME)
