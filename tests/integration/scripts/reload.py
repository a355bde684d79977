# SPDX-License-Identifier: GPL-2.0-or-later
"""DINAMIS_RELOADS times: load the plugin, open its panel, compare two backdrops, or begin a search, quicklooks, a
product and a drawing, and leave midway. What is left behind is counted before and after.
"""

import gc
import json
import logging
import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsExpression, QgsLocatorFilter, QgsPathResolver, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QThreadPool, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

from tests.integration import memory
from tests.integration.inside import answer, spin, wait_until
from tests.services.http_service import serving
from tests.services.wmts_service import WmtsService

NAME, RELOADS = "dinamis_qgis", int(os.environ["DINAMIS_RELOADS"])
WARM = 6  # reloads after which QGIS's and Python's own caches are as they stay
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
        "windows": len([each for each in QApplication.topLevelWidgets() if each.parent() is None]),
        "log handlers": len(logging.getLogger(NAME).handlers),
        "import hooks": len(sys.meta_path),
        "locator filters": len(iface.mainWindow().findChildren(QgsLocatorFilter)),
    }  # fmt: skip


def threads():
    """Of the system, Qt's and Python's. Those of pools end by themselves when they have nothing to do."""
    return len(list(Path("/proc/self/task").iterdir()))


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
    rows = dock.page("search").results.focusProxy().model()
    wait_until(rows.rowCount, "rows")
    dock._context.ticked.tick([rows.scene(row) for row in range(2)], True)
    dock.page("images").open_sample()
    dock.page("request").page.zone_box.pencil.click()
    spin(0.05)
    leave()


def leave():
    if not unloadPlugin(NAME):
        raise RuntimeError("the plugin did not unload")
    wait_until(lambda: not QgsApplication.taskManager().activeTasks(), "tasks that were asked to stop")
    QgsProject.instance().clear()


QThreadPool.globalInstance().setExpiryTimeout(200)  # ms; half a minute by itself
answer["loaded"] = NAME in plugins
unloadPlugin(NAME)
used = []
with serving(WmtsService()) as service:
    rows = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
    own = [{"id": "ign-mosaics", "url": service.url}]
    rows.write_text(json.dumps({"version": 1, "catalogues": own}), encoding="utf-8")
    for number in range(RELOADS):
        if number == 2:  # what is made once for the whole process (caches of QGIS itself) is not a leak
            answer["before"], before = leftovers(), threads()
        cycle(drawing=number % 2 == 0)
        leftovers()
        service.asked.clear()
        used.append(memory.in_use())
    answer["after"] = leftovers()
    wait_until(lambda: threads() <= before, "threads end", 60)
    answer["copies"] = memory.copies(NAME)
    loadPlugin(NAME)
    startPlugin(NAME)
    for page in ("search", "request", "images"):
        plugins[NAME]._dock.page(page)
    if used[-1] is not None:
        grown = min(used[-4:]) - min(used[WARM - 3 : WARM + 1])  # tasks keep a former version alive for a moment
        pyqt = memory.kept_by_pyqt(NAME, leftovers)
        answer["memory"] = {
            "reloads": RELOADS - WARM,
            "grown_mb": round(grown / 1e6, 2),
            "pyqt_mb": round(pyqt * (RELOADS - WARM) / 1e6, 2),
        }
    unloadPlugin(NAME)
