# SPDX-License-Identifier: GPL-2.0-or-later
"""A project with a streamed pair: saved, opened without a login, signed in, opened without the plugin.

Every dialog that QGIS opens meanwhile is noted, and closed.
"""

import json
import re
import zipfile
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins, unloadPlugin

from tests.integration.inside import answer, grab, out, spin, wait_until
from tests.services.signing_service import cloud
from tests.services.streamed_parts import put_scene

NAME = "dinamis_qgis"
window, canvas, project = iface.mainWindow(), iface.mapCanvas(), QgsProject.instance()
dialogs: list[str] = []


def note_dialogs():
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialogs.append(dialog.windowTitle() or type(dialog).__name__)
        dialog.close()


def layers():
    return list(project.mapLayers().values())


def look(name):
    """What is seen: the canvas, the marks in the layer tree, the messages."""
    canvas.refresh()
    spin(0.3)
    wait_until(lambda: not canvas.isDrawing(), "the map")
    view = iface.layerTreeView()
    grab(window, f"{name}.png")
    image = canvas.grab().toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    answer[name] = {
        "valid": [layer.isValid() for layer in layers()],
        "signed": ["X-Amz-Signature" in layer.source() for layer in layers()],
        "marks": [[mark.toolTip() for mark in view.indicators(node)] for node in project.layerTreeRoot().findLayers()],
        "messages": [item.text() for item in iface.messageBar().items()],
        "drawn": middle.lightness() < 250,
        "dirty": project.isDirty(),
    }


def open_again(path):
    project.setDirty(False)
    iface.addProject(path)


watch = QTimer()
watch.timeout.connect(note_dialogs)
watch.start(100)
window.resize(1400, 900)
with cloud() as there:
    from dinamis_qgis.core.credentials import credentials
    from dinamis_qgis.domain.accounts import KeyPair

    QgsApplication.authManager().setMasterPassword("only for tests", True)
    rows = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
    rows.write_text(json.dumps({"version": 1, "catalogues": [there.row()]}), encoding="utf-8")
    pair = KeyPair("access-of-the-test", "secret-of-the-test")
    there.signing.keys[pair.access] = pair.secret
    account = credentials().account(there.signing_server.url)
    credentials().set_key(account, pair)
    dock = plugins[NAME]._dock
    dock.setUserVisible(True)
    opener = dock.page("search").results.actions.opener
    opener.run(put_scene(there, side=768))
    wait_until(lambda: len(layers()) == 2, "the image")
    iface.zoomFull()
    look("opened")
    path = str(out / "project.qgz")
    project.write(path)
    with zipfile.ZipFile(path) as archive:
        saved = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    answer["secrets"] = re.findall(r"(?i)x-amz-\w+|-of-the-test", saved)
    iface.layerTreeView().setCurrentLayer(layers()[0])
    window.findChild(type(iface.actionSaveProject()), "mActionCopyLayer").trigger()
    copied = QApplication.clipboard().mimeData()
    texts = [bytes(copied.data(kind)).decode("utf-8", "replace") for kind in copied.formats()]
    answer["copied"] = any("sm1-gdc" in text for text in texts)
    answer["secrets"] += [found for text in texts for found in re.findall(r"(?i)x-amz-\w+", text)]

    credentials().sign_out(account)
    iface.messageBar().clearWidgets()
    there.store_server.asked.clear()
    open_again(path)
    wait_until(lambda: plugins[NAME]._streamed.waiting, "the layers wait")
    look("without a login")
    credentials().set_key(account, pair)
    wait_until(lambda: not plugins[NAME]._streamed.waiting, "the layers come back")
    look("signed in again")

    unloadPlugin(NAME)
    there.store_server.asked.clear()
    open_again(path)
    look("without the plugin")
    answer["abstract"] = layers()[0].metadata().abstract()
answer["dialogs"] = dialogs
