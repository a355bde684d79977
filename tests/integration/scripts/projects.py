# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects are closed, made and opened while everything that the panel does is under way: nothing of a former project
comes to the next one, and the panel goes on."""

import json
from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject
from qgis.utils import iface, plugins

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.domain.accounts import KeyPair
from tests.core.register_parts import entry
from tests.integration.heard import Heard
from tests.integration.inside import answer, out, spin, wait_until
from tests.services.dimap_writer import Image, gradient, write_pleiades
from tests.services.http_service import serving
from tests.services.signing_service import cloud
from tests.services.streamed_parts import put_scene
from tests.services.wmts_service import WmtsService

MOMENTS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4)  # seconds after which the project goes
project = QgsProject.instance()
heard = Heard()
write_pleiades(out / "images", [Image("PHR1B", "PMS", gradient(300, 400), (301_000.0, 6_834_000.0), 0.5)])
other = str(out / "other.qgz")
project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
project.write(other)
dock = plugins["dinamis_qgis"]._dock


def leave_project(how):
    project.setDirty(False)
    if how == 0:
        iface.newProject(False)
    elif how == 1:
        iface.addProject(other)
    else:
        project.clear()


def begin(scene):
    """All at once."""
    search, images = dock.page("search"), dock.page("images")
    dock.show_page("search")
    search.search()
    wait_until(lambda: search.results._model.count, "some images")
    dock._context.ticked.tick(search.results._model.scenes(range(4)), True)
    search.results._cover.click()
    search.results.actions.opener.run(scene)
    images.open_paths([str(out / "images")])
    dock._context.ledger.save(entry(), None)
    dock._context.library.add([str(out / "images")])
    dock.page("request").requests.menu.show_on_map.trigger()


with cloud() as there, serving(WmtsService()) as tiles:
    QgsApplication.authManager().setMasterPassword("only for tests", True)
    own = [there.row(), {"id": "ign-mosaics", "url": tiles.url.replace("127.0.0.1", "localhost"), "enabled": True}]
    place = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
    place.write_text(json.dumps({"version": 1, "catalogues": own}), encoding="utf-8")
    there.signing.keys["access-of-the-test"] = "secret"
    credentials().set_key(credentials().account(there.signing_server.url), KeyPair("access-of-the-test", "secret"))
    scene = put_scene(there, side=256)
    dock.setUserVisible(True)
    dock.show_page("search")
    strip = dock.page("search").form.backdrops
    wait_until(lambda: strip.years.count(), "the list of backdrops")
    for how in range(3):
        strip.compare_button.menu().aboutToShow.emit()
        strip.compare_button.menu().actions()[0].menu().actions()[0].trigger()
        if how:
            wait_until(lambda: type(iface.mapCanvas().mapTool()).__name__ == "SwipeTool", "the divider")
        leave_project(how)
    spin(0.1)
    answer["tool"] = type(iface.mapCanvas().mapTool()).__name__
    dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
    wait_until(lambda: getattr(dock._context.zones.zone, "kind", "") == "territory", "the invented territory")
    for number, moment in enumerate(MOMENTS):
        begin(scene)
        if moment:
            spin(moment)
        leave_project(number % 3)
        spin(0.05)
    wait_until(lambda: not QgsApplication.taskManager().activeTasks(), "tasks end")
    answer["came later"] = sorted(layer.name() for layer in project.mapLayers().values())
    iface.newProject(False)
    spin(0.1)
    dock.page("search").search()
    wait_until(lambda: not dock.page("search")._run.running, "a search")
    answer["goes on"] = sorted(layer.name() for layer in project.mapLayers().values())
    project.setDirty(False)
    heard.close()
answer["wrong"], answer["dialogs"] = heard.wrong, heard.dialogs
