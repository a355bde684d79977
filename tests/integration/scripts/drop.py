# SPDX-License-Identifier: GPL-2.0-or-later
"""Files dropped on QGIS's window: two zips of products, another image, and both together."""

import shutil
from dataclasses import replace

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

from dinamis_qgis.core.products import PATH_PROPERTY
from tests.integration.inside import answer, grab, out, wait_until
from tests.services.dimap_writer import Image, gradient, write_pleiades, zipped

project = QgsProject.instance()


def drop(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window = iface.mainWindow()
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(600, 400), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), *how))


image = Image("PHR1A", "PMS", gradient(60, 100), (301_000.0, 6_834_000.0), 0.5)
archives = []
for satellite in ("PHR1A", "PHR1B"):
    write_pleiades(out / satellite, [replace(image, satellite=satellite)])
    archives.append(zipped(out / satellite, out / f"{satellite}.zip"))
scan = shutil.copy(next((out / "PHR1A").rglob("*.TIF")), out / "scan.tif")

drop(*archives)
page = plugins["dinamis_qgis"]._dock.page("images")
wait_until(lambda: page.sheet is not None, "the delivery's sheet")
answer["sheet"] = len(page.sheet.ticked())
grab(page.sheet, "sheet.png")
page.sheet.open_button.click()
wait_until(lambda: len(project.mapLayers()) >= 2 and not page._slot.busy, "two images")
paths = [layer.customProperty(PATH_PROPERTY) or "" for layer in project.mapLayers().values()]
answer["ours"] = sorted(name for name in ("PHR1A", "PHR1B") if any(f"/{name}.zip/" in path for path in paths))
before = set(project.mapLayers())
drop(scan)
wait_until(lambda: len(set(project.mapLayers()) - before) == 1, "an image that QGIS opens")
answer["theirs"] = [layer.name() for key, layer in project.mapLayers().items() if key not in before]
before = set(project.mapLayers())
drop(scan, next((out / "PHR1B").rglob("DIM_*.XML")))


def is_new(ours):
    """An image that came last; ours brings its masks along."""
    new = [
        layer for key, layer in project.mapLayers().items() if key not in before and isinstance(layer, QgsRasterLayer)
    ]
    return any(bool(layer.customProperty(PATH_PROPERTY)) is ours for layer in new)


wait_until(lambda: is_new(False) and is_new(True) and not page._slot.busy, "one of each")
answer["mixed"] = [is_new(False), is_new(True)]
