# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS quits while the panel searches, opens, indexes and downloads; DINAMIS_PHASE says what it does this time:
``leave`` midway, or ``wait`` for the queue of downloads that the last one left."""

import json
import os
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
from qgis.utils import iface, plugins
from shapely.geometry import box

from dinamis_qgis.core.zone import Zone
from tests.integration.inside import answer, out, spin, wait_until
from tests.make_scenes import square
from tests.services.dimap_writer import Image, gradient, write_pleiades

asked = []


def agree():
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        asked.append(question.text())
        question.button(QMessageBox.StandardButton.Yes).click()


url, phase = os.environ["DINAMIS_SERVICE"], os.environ["DINAMIS_PHASE"]
place = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
own = [{"id": "ign-mosaics", "enabled": False}, {"id": "slow", "kind": "stac", "title": "Slow", "url": url}]
place.write_text(json.dumps({"version": 1, "catalogues": own}), encoding="utf-8")
dock = plugins["dinamis_qgis"]._dock
dock.setUserVisible(True)
for page in ("search", "images", "request"):
    dock.show_page(page)
    spin(0.02)
search, images, queue = dock.page("search"), dock.page("images"), dock._context.downloads

if phase == "wait":
    wait_until(lambda: not queue.transfers(), "the downloads", 60)
    answer["came"] = [one.state for one in queue.done()]
else:
    from dinamis_qgis.domain.scene import Scene

    write_pleiades(out / "images", [Image("PHR1B", "PMS", gradient(300, 400), (301_000.0, 6_834_000.0), 0.5)])
    scenes = [Scene(name, url, "phr", footprint=square(2.0, 48.0)) for name in ("A", "B", "C")]
    queue.add(scenes, out / "downloads", open_when_done=True)
    half = out / "downloads" / "A" / "A.tif.part"
    wait_until(lambda: half.exists() and half.stat().st_size > 50_000, "half of a file")
    search._rows = tuple(row for row in search._rows if row.id == "slow")
    search._offer_enabled()
    dock._context.zones.set(Zone(box(1.9, 47.9, 2.2, 48.2), "drawn"))
    dock.show_page("search")
    search._start()
    dock._context.library.add([str(out / "images")])
    images.open_paths([str(out / "images")])
    spin(float(os.environ["DINAMIS_MOMENT"]))
    QgsProject.instance().setDirty(False)
    yes = QTimer()
    yes.timeout.connect(agree)
    yes.start(50)
    iface.actionExit().trigger()  # QGIS asks whether to stop the tasks, stops them, and stays
    yes.stop()
    answer["asked"] = asked
    wait_until(lambda: not QgsApplication.taskManager().activeTasks(), "tasks end", 10)
    spin(0.5)
    answer["begun since"] = [task.description() for task in QgsApplication.taskManager().activeTasks()]
