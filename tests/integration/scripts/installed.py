# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip installed by QGIS's own installer into a profile that never had the plugin; then a search, on the embedded
demonstration, and the algorithms."""

import os
import sys
from pathlib import Path

import pyplugin_installer
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsSettings
from qgis.utils import iface, plugins

from tests.integration.inside import answer, grab, spin, wait_until

NAME = "dinamis_qgis"
root = Path(os.environ["DINAMIS_SCRIPT"]).parents[3]  # its package would be taken for the one that is installed
sys.path[:] = [path for path in sys.path if Path(path).resolve() != root]
answer["before"] = NAME in plugins
QgsSettings().remove(f"PythonPlugins/{NAME}")  # a profile that was never told of it
pyplugin_installer.instance().installFromZipFile(os.environ["DINAMIS_ZIP"])
answer["said"] = [item.text() for item in iface.messageBar().items()]
plugin = plugins[NAME]
home = Path(QgsApplication.qgisSettingsDirPath()).resolve()
found = Path(sys.modules[NAME].__file__).resolve()
answer["where"] = f"{found} in {home}"
answer["in the profile"] = found.is_relative_to(home)

plugin._action.trigger()
dock = plugin._dock
configured = sys.modules[f"{NAME}.core.catalogues"].configured_rows()[0]
dock.setUserVisible(True)
dock.show_page("search")
dock.set_synthetic(next(row for row in configured if row.synthetic))
QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
iface.mapCanvas().setExtent(QgsRectangle(290_000, 6_820_000, 330_000, 6_850_000))
spin(0.5)  # the zone follows the map
dock.page("search").search()
rows = dock.page("search").results.focusProxy().model()
wait_until(rows.rowCount, "rows")
answer["rows"] = rows.rowCount()
grab(dock, "installed.png")
answer["algorithms"] = len(QgsApplication.processingRegistry().providerById("dinamis").algorithms())
answer["python errors"] = [
    item.text() for item in iface.messageBar().items() if "Python" in item.text() or "Traceback" in item.text()
]
