# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job, in the real QGIS, with a person's hands on the panel's own widgets.

Leaves pictures, the project and its kept results in the output folder, and in ``answer`` the summary.
"""

from __future__ import annotations

import json
import re
import shutil
import time
import zipfile

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsDockWidget, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QListView, QTabWidget, QWidget
from qgis.utils import iface

from dinamis_qgis.core.compositions import bare_name
from dinamis_qgis.core.keep import unkept
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.products import PATH_PROPERTY
from dinamis_qgis.gui.search.results_delegate import Places
from dinamis_qgis.gui.search.results_model import Role
from dinamis_qgis.gui.welcome.page import WelcomePage
from dinamis_qgis.translation import tr
from tests.demo.hands import (
    button,
    choose,
    click,
    click_tab,
    double_click,
    draw_polygon,
    is_offered,
    wait_for_map,
)
from tests.integration.inside import answer, grab, out, raised, spin, wait_until

SEARCH, REQUEST, IMAGES = range(3)
PANEL_WIDTH = 360
LOOKED_AT = QgsRectangle(-2.95, 48.28, -2.05, 48.80)  # longitude/latitude
TICKED = 4
AREA = ((-2.62, 48.42), (-2.38, 48.40), (-2.33, 48.54), (-2.47, 48.60), (-2.63, 48.53))  # longitude/latitude

window, canvas, project = iface.mainWindow(), iface.mapCanvas(), QgsProject.instance()
errors: list[str] = []


def listen() -> None:
    """Whatever the plugin logs as a warning or worse is an error of the demonstration."""

    def heard(text: str, tab: str, level: Qgis.MessageLevel) -> None:
        if tab in ("DINAMIS", "Python") and level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            errors.append(text)

    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(heard)


def open_panel() -> tuple[QgsDockWidget, QTabWidget]:
    window.setGeometry(0, 0, 1600, 1000)
    iface.actionNewProject().trigger()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    look_at(LOOKED_AT)
    dock = next(d for d in window.findChildren(QgsDockWidget) if d.objectName() == "DinamisDock")
    action = next(a for a in iface.pluginToolBar().actions() if a.objectName() == "DinamisPanelAction")
    click(iface.pluginToolBar().widgetForAction(action))
    wait_until(dock.isVisible, "the panel is open")
    window.resizeDocks([dock], [PANEL_WIDTH], Qt.Orientation.Horizontal)
    spin(0.2)
    return dock, dock.findChild(QTabWidget)


def look_at(extent: QgsRectangle) -> None:
    transform = to_map()
    canvas.setExtent(transform.transformBoundingBox(extent))
    canvas.refresh()
    wait_for_map(canvas)


def to_map() -> QgsCoordinateTransform:
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), project.crs(), project)


def start_demonstration(dock: QgsDockWidget) -> None:
    """As a new user: the panel opens on its welcome page."""
    grab(dock, "panel-accueil.png")
    click(dock.findChild(WelcomePage).trial)
    wait_until(lambda: button(window, tr("Quit")).isVisible(), "the banner is shown")


def search_the_map(dock: QgsDockWidget) -> QWidget:
    page = dock.page("search")
    choose(page.form.zone.kinds, "extent")
    spin(0.5)
    grab(dock, "panel-rechercher.png")
    click(page.form.button)
    rows = page.results.focusProxy()
    wait_until(lambda: rows.isVisible() and rows.model().rowCount() > 0, "rows of results")
    wait_until(lambda: not page.results.running, "the end of the search")
    return page


def tick_quicklooks(rows: QListView) -> list[QgsRasterLayer]:
    for number in range(TICKED):
        index = rows.model().index(number, 0)
        rows.scrollTo(index)
        spin(0.1)
        click(rows.viewport(), Places(rows.visualRect(index), rows.font(), index.data(Role.TickLabel)).tick)
    wait_until(lambda: len(layers("quicklook")) == TICKED, f"{TICKED} quicklooks on the map")
    return layers("quicklook")


def thumbnail(rows: QListView, row: int) -> object:
    return rows.model().index(row, 0).data(Qt.ItemDataRole.DecorationRole)


def layers(kind: str) -> list:
    return [layer for layer in project.mapLayers().values() if layer.customProperty(KIND) == kind]


def draw_area(page: QWidget) -> None:
    before = canvas.mapTool()
    click(page.zone_box.pencil)
    wait_until(lambda: canvas.mapTool() is not before, "the drawing tool")
    transform = to_map()
    draw_polygon(canvas, [transform.transform(QgsPointXY(*corner)) for corner in AREA])
    wait_until(lambda: page.zone_box.kinds.currentData() == "drawn", "the zone that was drawn")
    wait_until(lambda: bool(page.figures.text), "the estimate")


def number_in(text: str) -> float | None:
    """The first number on a line, in French or English: ``3 500,5 km²``, ``3,500.5 km²``."""
    found = re.search(r"\d[\d\u00a0\u202f ,.]*", text)
    if found is None:
        return None
    digits = re.sub(r"[\u00a0\u202f ]", "", found.group()).rstrip(",.")
    if QgsApplication.locale().startswith("fr"):
        return float(digits.replace(",", "."))
    return float(digits.replace(",", ""))


def open_product(page: QWidget) -> QgsRasterLayer:
    def opened() -> list[QgsRasterLayer]:
        return [layer for layer in project.mapLayers().values() if layer.customProperty(PATH_PROPERTY)]

    click(page.sample_button)
    wait_until(opened, "the product on the map", 60)
    wait_for_map(canvas)
    (layer,) = opened()
    return layer


def save_and_keep() -> None:
    project.setFileName(str(out / "project.qgz"))
    iface.actionSaveProject().trigger()
    bar = iface.messageBar()
    wait_until(lambda: is_offered(bar, tr("Keep the results")), "the offer to keep the results")
    click(button(bar, tr("Keep the results")))
    wait_until(lambda: not unkept(project) and not project.isDirty(), "the kept results", 60)
    (kept,) = {layer.source().split("|")[0] for layer in layers("footprints")}
    shutil.copy(kept, out / "footprints.gpkg")  # where scripts look for it, whatever the project's own folder is called


def reopen() -> list[str]:
    """What is wrong with the saved project: it opens as it was closed, wherever its folder is moved."""
    before = {layer.name() for layer in project.mapLayers().values()}
    iface.actionNewProject().trigger()
    iface.addProject(str(out / "project.qgz"))
    wrong = [f"not valid: {layer.name()}" for layer in project.mapLayers().values() if not layer.isValid()]
    wrong += [f"lost: {name}" for name in before - {layer.name() for layer in project.mapLayers().values()}]
    with zipfile.ZipFile(out / "project.qgz") as archive:
        text = archive.read("project.qgs").decode("utf-8")
    wrong += [f"absolute: {path}" for path in set(re.findall(r"<datasource>(/(?!vsizip/\.\.)[^<]+)", text))]
    wait_for_map(canvas)
    return wrong


def main() -> None:
    start = time.monotonic()
    listen()
    dock, tabs = open_panel()
    start_demonstration(dock)
    page = search_the_map(dock)
    rows = page.results.focusProxy()
    scenes = rows.model().count
    quicklooks = tick_quicklooks(rows)
    rows.scrollToTop()
    wait_for_map(canvas)
    wait_until(lambda: all(thumbnail(rows, row) for row in range(TICKED)), "thumbnails")
    grab(dock, "panel.png")

    click_tab(tabs, REQUEST)
    request = dock.page("request").page
    draw_area(request)
    canvas.setMapTool(QgsMapToolPan(canvas))
    wait_for_map(canvas)
    grab(dock, "panel-demander.png")
    grab(canvas, "map.png")
    area, coverage = number_in(request.zone_line.text()), number_in(request.coverage_line.text())
    cost = next(line for line in request.figures.text.splitlines() if line.startswith(tr("Estimated cost")))

    click_tab(tabs, IMAGES)
    images = dock.page("images")
    spin(0.2)
    product = bare_name(open_product(images))
    grab(dock, "panel-images.png")
    double_click(
        images.list.viewport(), images.list.visualRect(images.list.model().index(0, 0)).topLeft() + QPoint(90, 12)
    )
    wait_for_map(canvas)
    grab(window, "window.png")
    look_at(LOOKED_AT)
    save_and_keep()
    errors.extend(reopen())

    summary = {
        "scenes": scenes,
        "quicklooks": len(quicklooks),
        "aoi_km2": area,
        "coverage_percent": coverage,
        "cost_eur": number_in(cost.split("|")[-1]),
        "product": product,
        "qgis": Qgis.QGIS_VERSION,
        "seconds": round(time.monotonic() - start, 1),
        "errors": errors + raised,
    }
    answer.update(summary)
    (out / "summary.json").write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


main()
