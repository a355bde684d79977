# SPDX-License-Identifier: GPL-2.0-or-later
"""Twenty times: load the plugin, open its panel, begin a search and a drawing, leave in the midst of them.

What is left behind is counted before and after.
"""

import gc

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

from tests.integration.inside import answer, spin, wait_until

NAME = "dinamis_qgis"


def leftovers():
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        spin(0.02)
        gc.collect()
    window = iface.mainWindow()
    project = QgsProject.instance()
    canvas = iface.mapCanvas()
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
            )
        ),
        "canvas items": len(canvas.scene().items()),
        "canvas children": len(canvas.children()),
        "map tool": type(canvas.mapTool()).__name__,
        "application children": len(QgsApplication.instance().children()),
    }  # fmt: skip


def cycle():
    if not (loadPlugin(NAME) and startPlugin(NAME)):
        raise RuntimeError("the plugin did not start")
    from dinamis_qgis.core.catalogues import configured_rows

    dock = plugins[NAME]._dock
    dock.setUserVisible(True)
    spin(0.05)
    dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
    for page in ("request", "images", "search"):
        dock.show_page(page)
        spin(0.02)
    dock.page("search").search()
    dock.page("request").zone_box.pencil.click()
    spin(0.05)
    if not unloadPlugin(NAME):
        raise RuntimeError("the plugin did not unload")
    wait_until(lambda: not QgsApplication.taskManager().activeTasks(), "tasks that were asked to stop")
    QgsProject.instance().clear()


answer["loaded"] = NAME in plugins
unloadPlugin(NAME)
cycle()  # what is made once for the whole process (caches of QGIS itself) is not a leak
answer["before"] = leftovers()
for _ in range(20):
    cycle()
answer["after"] = leftovers()
