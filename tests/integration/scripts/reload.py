# SPDX-License-Identifier: GPL-2.0-or-later
"""Twenty times: load the plugin, open its panel, compare two backdrops, begin a search and a drawing, leave midway.

What is left behind is counted before and after.
"""

import gc
import json
from pathlib import Path

from qgis.core import QgsApplication, QgsExpression, QgsPathResolver, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

from tests.integration.inside import answer, spin, wait_until
from tests.services.http_service import serving
from tests.services.wmts_service import WmtsService

NAME = "dinamis_qgis"
SIGNED = "<VRTDataset><SourceFilename>/vsicurl/https://a.example/x.tif?X-Amz-Signature=1</SourceFilename></VRTDataset>"
canvas = iface.mapCanvas()


def leftovers():
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        spin(0.02)
        gc.collect()
    window = iface.mainWindow()
    project = QgsProject.instance()
    tree = project.layerTreeRoot()
    return {
        "docks": len(window.findChildren(QgsDockWidget)),
        "actions": len(window.findChildren(QAction)),
        "raster menu": len(iface.rasterMenu().actions()),
        "providers": len(QgsApplication.processingRegistry().providers()),
        "tasks": QgsApplication.taskManager().count(),
        "timers": len(window.findChildren(QTimer)) + len(QgsApplication.instance().findChildren(QTimer)),
        "project hooks": sum(
            project.receivers(signal)
            for signal in (
                project.layersAdded, project.layersWillBeRemoved, project.layerWillBeRemoved, project.writeProject,
                project.readProject, project.projectSaved, project.cleared,
                project.layersRemoved, project.layerRemoved, project.layerWasAdded,
            )
        ),
        "canvas hooks": sum(
            canvas.receivers(signal)
            for signal in (
                canvas.extentsChanged, canvas.mapToolSet, canvas.selectionChanged, canvas.xyCoordinates,
                canvas.currentLayerChanged, canvas.destinationCrsChanged, canvas.layersChanged,
                canvas.renderErrorOccurred,
            )
        ),
        "layer tree hooks": sum(
            tree.receivers(signal) for signal in (tree.willRemoveChildren, tree.removedChildren, tree.addedChildren)
        ),
        "path writers": QgsPathResolver().writePath(SIGNED) != SIGNED,
        "canvas items": len(canvas.scene().items()),
        "canvas children": len(canvas.children()),
        "map tool": type(canvas.mapTool()).__name__,
        "expression functions": QgsExpression.functionCount(),
        "application children": len(QgsApplication.instance().children()),
    }  # fmt: skip


def cycle(drawing):
    if not (loadPlugin(NAME) and startPlugin(NAME)):
        raise RuntimeError("the plugin did not start")
    from dinamis_qgis.core.catalogues import configured_rows

    dock = plugins[NAME]._dock
    dock.setUserVisible(True)  # on the welcome page, the first time
    dock.show_page("search")
    strip = dock.page("search").form.backdrops
    wait_until(lambda: strip.years.count(), "the list of backdrops")
    strip.compare_button.menu().aboutToShow.emit()
    strip.compare_button.menu().actions()[0].menu().actions()[0].trigger()
    if not drawing:
        wait_until(lambda: type(canvas.mapTool()).__name__ == "SwipeTool", "the divider")
        spin(0.1)
        leave()
        return
    dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
    for page in ("request", "images", "search"):
        dock.show_page(page)
        spin(0.02)
    dock.page("search").search()
    dock.page("request").page.zone_box.pencil.click()
    spin(0.05)
    leave()


def leave():
    if not unloadPlugin(NAME):
        raise RuntimeError("the plugin did not unload")
    wait_until(lambda: not QgsApplication.taskManager().activeTasks(), "tasks that were asked to stop")
    QgsProject.instance().clear()


answer["loaded"] = NAME in plugins
unloadPlugin(NAME)
with serving(WmtsService()) as service:
    rows = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
    own = [{"id": "ign-mosaics", "url": service.url}]
    rows.write_text(json.dumps({"version": 1, "catalogues": own}), encoding="utf-8")
    for drawing in (True, False):
        cycle(drawing)  # what is made once for the whole process (caches of QGIS itself) is not a leak
    answer["before"] = leftovers()
    for number in range(20):
        cycle(drawing=number % 2 == 0)
    answer["after"] = leftovers()
