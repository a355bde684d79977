# SPDX-License-Identifier: GPL-2.0-or-later
"""A catalogue whose every word is an attack, through all that the panel does with it. What was shown as more than text,
opened or evaluated is in the answer."""

import json
import os
import re
import time
from pathlib import Path

from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QLabel
from qgis.utils import iface, plugins
from shapely.geometry import box

from dinamis_qgis.core.fetch import fetch
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.task import TaskSlot
from dinamis_qgis.core.zone import Zone
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.domain.themes import EVERYTHING
from tests.core.register_parts import entry
from tests.integration.heard import Heard
from tests.integration.inside import answer, grab, out, spin, wait_until

given = json.loads(os.environ["DINAMIS_GIVEN"])
EVIL = given["evil"]
project = QgsProject.instance()
heard, opened, wrong = Heard(), [], []


class Doors(QObject):
    """In the place of the browser, the file manager, the mailer…"""

    @pyqtSlot("QUrl")
    def open(self, url):
        opened.append(url.toString())


doors = Doors()
for scheme in ("http", "https", "file", "javascript", "data", "smb", "ftp", "mailto", "vbscript"):
    QDesktopServices.setUrlHandler(scheme, doors.open)


def judge(where, text):
    """Rich text in which the catalogue's own tags are tags; an expression that was evaluated."""
    text = str(text or "")
    if len(text) > 1_000_000:
        wrong.append(f"{where}: {len(text)} characters")
    if Qt.mightBeRichText(text) and re.search(r"<img src='http|<a href='file:///etc|<script", text):
        wrong.append(f"{where}: {text[:200]}")
    if "EVALUATED" in text.replace("'EVALU' || 'ATED'", ""):
        wrong.append(f"{where}: evaluated {text[:200]}")


def look(where):
    for label in iface.mainWindow().findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText:
            judge(f"{where}, label {label.objectName()}", label.text())
        judge(f"{where}, tooltip", label.toolTip())
    for button in iface.mainWindow().findChildren(QAbstractButton):
        judge(f"{where}, tooltip of a button", button.toolTip())
    for action in iface.mainWindow().findChildren(QAction):
        if action.toolTip().replace("&", "") != action.text().replace("&", ""):  # else a menu shows none
            judge(f"{where}, tooltip of an action", action.toolTip())
    tree = iface.layerTreeView()
    model = tree.model()
    stack = [model.index(row, 0) for row in range(model.rowCount())]
    while stack:
        index = stack.pop()
        judge(f"{where}, layer tree", index.data(Qt.ItemDataRole.ToolTipRole))
        stack += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    for layer in project.mapLayers().values():
        judge(f"{where}, information on {layer.name()[:30]}", layer.htmlMetadata())
        judge(f"{where}, attribution", getattr(layer, "attribution", str)())
        if isinstance(layer, QgsVectorLayer):
            look_at_features(where, layer)


def look_at_features(where, layer):
    """As the map tip and the labels say them."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    for feature in layer.getFeatures():
        context.setFeature(feature)
        if layer.mapTipTemplate():
            judge(f"{where}, map tip", QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
        labels = layer.labeling().settings().fieldName if layer.labeling() is not None else ""
        if labels:
            said = QgsExpression(labels).evaluate(context)
            judge(f"{where}, label on the map", str(said).replace("<", ""))  # QGIS draws it as plain text


gaps, last = [], [0.0]


def beat():
    now = time.monotonic()
    if last[0]:
        gaps.append(now - last[0])
    last[0] = now


pulse = QTimer()
pulse.timeout.connect(beat)
place = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
place.write_text(json.dumps({"version": 1, "catalogues": given["rows"]}), encoding="utf-8")
project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
dock = plugins["dinamis_qgis"]._dock
dock.setUserVisible(True)
dock.show_page("search")
search, images, queue = dock.page("search"), dock.page("images"), dock._context.downloads
search._rows = tuple(row for row in search._rows if row.id == "hostile")
search._offer_enabled()
dock._context.zones.set(Zone(box(1.9, 47.9, 2.3, 48.3), "drawn", EVIL))
search.form.set_choices(Choices(theme=EVERYTHING, max_cloud=None))
pulse.start(10)
search._start()
model = search.results._model
wait_until(lambda: not search._run.running and model.count >= given["count"], "the images", 15)
answer["found"] = model.count
spin(0.5)
for row in range(model.count):
    index = model.index(row)
    judge("row's tooltip", index.data(Qt.ItemDataRole.ToolTipRole))
    search.results.detail.show_scene(model.scene(row))
    spin(0.05)
    look("detail")
    menu = search.results.actions.menu(model.scene(row), dock)
    menu.deleteLater()
grab(dock, "hostile.png")
answer["longest gap of rows and details"] = round(max(gaps), 2)
scenes = [scene for scene in model.scenes(range(model.count)) if scene.quicklook is not None]
dock._context.ticked.tick(scenes[:3], True)
wait_until(lambda: any(one.customProperty(KIND) == "quicklook" for one in project.mapLayers().values()), "quicklooks")
search.results._cover.click()
wait_until(lambda: not search.results._cover._task.busy, "the choice")
look("map")
queue.add(scenes, out / "chosen" / "images")
wait_until(lambda: not [one for one in queue.transfers() if one.state in ("waiting", "running")], "downloads", 60)
for name in ("images", "request", "search"):
    dock.show_page(name)
look("downloads")
ledger = dock._context.ledger
ledger.save(entry(title=EVIL, archive_ids=(scenes[0].id, scenes[0].self_url), reference=EVIL), None)
wait_until(lambda: ledger.entries and not ledger.busy, "the register")
dock.page("request").requests.menu.show_on_map.trigger()
wait_until(lambda: any("registre.gpkg" in layer.source() for layer in project.mapLayers().values()), "its layers")
spin(0.3)
look("register")
slot, errors = TaskSlot(), []
for number, failure in enumerate(given["failures"]):
    slot.start(EVIL, lambda feedback, failure=failure: fetch(failure, feedback), errors.append, errors.append)
    wait_until(lambda number=number: len(errors) == number + 1, "a refusal")
    dock._context.notices.tell(errors[-1])
    look("notice")
feedback = QgsProcessingFeedback()
processing.run(
    "dinamis:searchcatalogue", {"CATALOGUE": "hostile", "OUTPUT": str(out / "chosen" / "found.gpkg")}, feedback=feedback
)
judge("Processing log", feedback.htmlLog())
answer["log"] = [line for line in (*heard.logged, *feedback.textLog().splitlines()) if "EVALUATED" in line]
project.write(str(out / "chosen" / "project.qgs"))
heard.close()
answer["opened"], answer["shown wrongly"], answer["dialogs"] = opened, wrong[:20], heard.dialogs
answer["longest gap"] = round(max(gaps), 2)
answer["groups"] = [node.name()[:80] for node in project.layerTreeRoot().findGroups(True)]
