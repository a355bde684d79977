# SPDX-License-Identifier: GPL-2.0-or-later
"""Signed in, then all that the panel does with a key: searched, looked at, streamed, downloaded, refused, saved.

What was shown (message bar, log panel, texts of widgets, clipboard) is in the answer; the test looks in it, and in all
that was written, for what the services gave.
"""

import json
import os
from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsLayerDefinition, QgsProject
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit
from qgis.utils import iface, plugins
from shapely.geometry import box

from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.sign_in import SignIn
from dinamis_qgis.core.streamed_layers import STREAMED
from dinamis_qgis.core.task import TaskSlot
from dinamis_qgis.core.zone import Zone
from tests.core.register_parts import entry
from tests.integration.heard import Heard
from tests.integration.inside import answer, out, spin, wait_until

given = json.loads(os.environ["DINAMIS_GIVEN"])
project, clipboard = QgsProject.instance(), QApplication.clipboard()
heard, shown, copied = Heard(), set(), set()
place = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
place.write_text(json.dumps({"version": 1, "catalogues": given["rows"]}), encoding="utf-8")
QgsApplication.authManager().setMasterPassword("only for tests", True)
project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
clipboard.dataChanged.connect(lambda: copied.add(clipboard.text()))


def see():
    """Every text in sight, tooltips included."""
    for kind in (QLabel, QAbstractButton, QLineEdit):
        for widget in iface.mainWindow().findChildren(kind):
            shown.update((widget.text(), widget.toolTip()))
    for widget in iface.mainWindow().findChildren(QTextEdit):
        shown.add(widget.toPlainText())
    shown.update(item.text() for item in iface.messageBar().items())
    for layer in project.mapLayers().values():
        shown.update((layer.name(), layer.metadata().abstract()))


def layers(kind, name=KIND):
    known = ((layer, layer.customProperty(name)) for layer in project.mapLayers().values())
    return [layer for layer, said in known if said and kind in (None, said)]


dock = plugins["dinamis_qgis"]._dock
dock.setUserVisible(True)
dock.show_page("search")
search, images = dock.page("search"), dock.page("images")
account = credentials().account(given["signing"])
sign_in, signed = SignIn(account), []
sign_in.succeeded.connect(signed.append)
sign_in.failed.connect(signed.append)
sign_in.start()
wait_until(lambda: bool(signed), "the sign-in")
answer["signed in"] = credentials().status(account).state.name

search._rows = tuple(row for row in search._rows if row.id == "teledetection")
search._offer_enabled()
dock._context.zones.set(Zone(box(1.5, 48.1, 1.9, 48.5), "drawn", "Zone"))
search._start()
model = search.results._model
wait_until(lambda: model.count == 1 and not search._run.running, "the image")
scene = model.scene(0)
dock._context.ticked.tick([scene], True)
wait_until(lambda: layers("quicklook"), "its quicklook")
search.results.actions.opener.run(scene)
wait_until(lambda: len(layers(None, STREAMED)) == 2, "the streamed image")
iface.zoomFull()
wait_until(lambda: not iface.mapCanvas().isDrawing(), "the map")
queue = dock._context.downloads
queue.add([scene], out / "downloads")
wait_until(lambda: queue.done() and not queue.transfers(), "the download", 60)
spin(0.3)
see()

# saved in every way
project.write(str(out / "project.qgs"))
plugins["dinamis_qgis"]._keep_offer._keep()
wait_until(lambda: not plugins["dinamis_qgis"]._keep_offer._busy(), "the kept results", 60)
project.write(str(out / "project.qgs"))
QgsLayerDefinition.exportLayerDefinition(str(out / "all.qlr"), project.layerTreeRoot().children())
for number, layer in enumerate(project.mapLayers().values()):
    layer.saveNamedStyle(str(out / f"style{number}.qml"))
    iface.layerTreeView().setCurrentLayer(layer)
    iface.mainWindow().findChild(type(iface.actionSaveProject()), "mActionCopyLayer").trigger()
    mime = clipboard.mimeData()
    copied.update(bytes(mime.data(kind)).decode("utf-8", "replace") for kind in mime.formats())
dock._context.ledger.save(entry(title="Zone", archive_ids=(scene.id, scene.self_url)), None)
wait_until(lambda: dock._context.ledger.entries and not dock._context.ledger.busy, "the register")

# refused, each in its way
slot, errors = TaskSlot(), []
for number, href in enumerate(given["refused"]):
    slot.start("refused", lambda feedback, href=href: fetch(href, feedback), errors.append, errors.append)
    wait_until(lambda number=number: len(errors) == number + 1, f"a refusal of {href}")
    if isinstance(errors[-1], Exception):
        dock._context.notices.tell(errors[-1])
    shown.update((repr(errors[-1]), str(errors[-1])))
    see()
answer["errors"] = [type(error).__name__ for error in errors]
iface.newProject(False)
iface.addProject(str(out / "project.qgs"))
spin(0.5)
see()
heard.close()
answer["shown"], answer["logged"], answer["copied"] = sorted(map(str, shown)), heard.logged, sorted(copied)
answer["dialogs"] = heard.dialogs
