# SPDX-License-Identifier: GPL-2.0-or-later
"""In a profile whose folder « dinamis » cannot be written: the panel searches, opens, saves what it can and says
what it cannot. DINAMIS_PHASE ``prepare`` only lets QGIS make the profile."""

import os
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.utils import iface, plugins

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.products import PATH_PROPERTY
from tests.core.register_parts import entry
from tests.integration.heard import Heard
from tests.integration.inside import answer, out, spin, wait_until
from tests.services.dimap_writer import Image, gradient, write_pleiades

project = QgsProject.instance()


def layers(name):
    return [layer for layer in project.mapLayers().values() if layer.customProperty(name)]


def main():
    heard = Heard()
    try:
        (Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "probe").touch()
        answer["writable"] = True
    except OSError:
        answer["writable"] = False
    dock = plugins["dinamis_qgis"]._dock
    dock.setUserVisible(True)
    for page in ("search", "request", "images"):
        dock.show_page(page)
        spin(0.1)
    dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
    wait_until(lambda: getattr(dock._context.zones.zone, "kind", "") == "territory", "the invented territory")
    search, images, ledger = dock.page("search"), dock.page("images"), dock._context.ledger
    search.search()
    wait_until(lambda: search.results._model.count and not search._run.running, "images")
    scenes = search.results._model.scenes(range(3))
    dock._context.ticked.tick(scenes, True)
    write_pleiades(out / "images", [Image("PHR1B", "PMS", gradient(300, 400), (301_000.0, 6_834_000.0), 0.5)])
    images.open_paths([str(out / "images")])
    wait_until(lambda: layers(PATH_PROPERTY), "the product")
    dock._context.library.add([str(out / "images")])
    ledger.save(entry(), None)
    wait_until(lambda: not ledger.busy, "the register")
    dock._context.downloads.add(scenes, out / "downloads")
    wait_until(lambda: not QgsApplication.taskManager().activeTasks(), "tasks end", 60)
    spin(0.5)
    project.write(str(out / "project.qgz"))
    answer["kinds"] = sorted({str(layer.customProperty(KIND)) for layer in layers(KIND)})
    answer["told"] = [item.text() for item in iface.messageBar().items()]
    answer["entries"] = len(ledger.entries)
    heard.close()
    answer["wrong"], answer["dialogs"] = heard.wrong, heard.dialogs


if os.environ["DINAMIS_PHASE"] == "use":
    main()
