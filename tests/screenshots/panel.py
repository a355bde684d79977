# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel's own pages, in the order of an officer's work, on the embedded demonstration."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsCollapsibleGroupBox, QgsMapToolPan
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMenu, QRadioButton, QToolButton, QWidget
from qgis.utils import iface

from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.domain.choices import Choices
from dinamis_qgis.gui.search.results_delegate import Places
from dinamis_qgis.gui.search.results_model import Role
from dinamis_qgis.gui.welcome.page import WelcomePage
from dinamis_qgis.translation import tr
from tests.demo.hands import choose, click, draw_polygon, wait_for_map
from tests.integration.inside import spin, wait_until
from tests.screenshots.looks import canvas, dock, shot, shot_of_dialog, shot_of_menu, window

project = QgsProject.instance()
LOOKED_AT = QgsRectangle(-2.95, 48.28, -2.05, 48.80)  # longitude/latitude
AREA = ((-2.62, 48.42), (-2.38, 48.40), (-2.33, 48.54), (-2.47, 48.60), (-2.63, 48.53))  # longitude/latitude
TICKED = 4


def look_at(extent: QgsRectangle) -> None:
    canvas.setExtent(_to_map().transformBoundingBox(extent))
    canvas.refresh()
    wait_for_map(canvas)


def _to_map():
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), project.crs(), project)


def welcome() -> None:
    window.setGeometry(0, 0, 1366, 768)
    iface.actionNewProject().trigger()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    look_at(LOOKED_AT)
    dock.setUserVisible(True)
    window.resizeDocks([dock], [360], Qt.Orientation.Horizontal)
    wait_until(lambda: dock.findChild(WelcomePage) is not None, "the welcome page")
    spin(1)
    shot(window, "01-window-first")
    shot(dock, "02-welcome")


def form() -> None:
    dock.show_page("search")
    page = dock.page("search")
    spin(1.5)
    shot(dock, "03-search")
    criteria = page.form.findChild(QgsCollapsibleGroupBox)
    criteria.setCollapsed(False)
    shot(dock, "04-search-criteria")
    criteria.setCollapsed(True)
    shot_of_menu(_menu(), "05-menu")
    spin(0.2)


def _menu() -> QMenu:
    return dock.findChild(QToolButton, "DinamisMenu").menu()


def results() -> None:
    dock._toggle_synthetic(True)
    page = dock.page("search")
    choose(page.form.zone.kinds, "extent")
    spin(0.6)
    shot(dock, "06-demonstration")
    click(page.form.button)
    wait_until(lambda: not page.results.running and rows().model().rowCount() > 3, "results")
    for number in range(TICKED):
        tick(number)
    wait_until(lambda: len(_layers("quicklook")) == TICKED, "quicklooks")
    rows().scrollToTop()
    wait_until(lambda: all(_thumbnail(row) for row in range(TICKED)), "thumbnails")
    wait_for_map(canvas)
    spin(1)
    shot(dock, "07-results")
    shot(window, "08-results-window")
    index = rows().model().index(0, 0)
    rows().setCurrentIndex(index)
    shot_of_menu(page.results._bar.more.menu(), "09-results-menu")


def rows():
    return dock.page("search").results.focusProxy()


def tick(number: int) -> None:
    index = rows().model().index(number, 0)
    rows().scrollTo(index)
    spin(0.1)
    click(rows().viewport(), Places(rows().visualRect(index), rows().font(), index.data(Role.TickLabel)).tick)


def _thumbnail(row: int) -> object:
    return rows().model().index(row, 0).data(Qt.ItemDataRole.DecorationRole)


def _layers(kind: str) -> list:
    return [layer for layer in project.mapLayers().values() if layer.customProperty(KIND) == kind]


def detail() -> None:
    results_view = dock.page("search").results
    results_view.actions.detail_requested.emit(results_view._model.scene(0))
    spin(1)
    shot(dock, "10-detail")
    for fold in results_view.detail.findChildren(QgsCollapsibleGroupBox):
        fold.setCollapsed(False)
    spin(0.3)
    shot(dock, "11-detail-open")
    results_view.detail.back_requested.emit()
    spin(0.4)


def cover_and_compare() -> None:
    view = dock.page("search").results
    click(view._bar.cover)
    spin(2)
    wait_for_map(canvas)
    shot(window, "12-cover")
    ticked = dock._context.ticked
    ticked.clear()
    spin(0.5)
    for number in (0, 1):
        tick(number)
    wait_until(lambda: len(_layers("quicklook")) == 2, "two quicklooks")
    look_at(LOOKED_AT)
    click(view._bar.compare)
    wait_for_map(canvas)
    spin(1.5)
    shot(window, "13-compare")
    canvas.setMapTool(QgsMapToolPan(canvas))
    shot_of_dialog(view.star.click, "14-keep-search")


def nothing_found() -> None:
    page = dock.page("search")
    page.results.back_requested.emit()
    spin(0.4)
    page.form.set_choices(Choices(max_cloud=0.0, text="zzz"))
    page.search()
    wait_until(lambda: not page.results.running, "no result")
    spin(1)
    shot(dock, "15-nothing-found")
    page.results.back_requested.emit()
    page.form.set_choices(Choices())
    spin(0.3)


def request() -> None:
    dock.show_page("request")
    desk = dock.page("request")
    page = desk.page
    spin(0.5)
    click(page.zone_box.pencil)
    spin(0.3)
    draw_polygon(canvas, [_to_map().transform(QgsPointXY(*corner)) for corner in AREA])
    wait_until(lambda: page.prepare.isEnabled() and bool(page.figures.text), "the estimate")
    canvas.setMapTool(QgsMapToolPan(canvas))
    spin(0.5)
    shot(dock, "20-request")
    for fold in page.findChildren(QgsCollapsibleGroupBox):
        fold.setCollapsed(False)
    spin(0.5)
    shot(dock, "21-request-details")
    shot_of_dialog(page._compare, "22-request-solutions")
    for fold in page.findChildren(QgsCollapsibleGroupBox):
        fold.setCollapsed(True)
    page.prepare.click()
    wait_until(lambda: desk.currentWidget() is desk.form, "step 2")
    spin(0.4)
    shot(dock, "23-request-archive")
    desk.go_back()
    _press(page.form, tr("Tasking"))
    spin(0.6)
    page.prepare.click()
    wait_until(lambda: desk.currentWidget() is desk.form, "step 2")
    desk.form.preset.setCurrentIndex(3)
    desk.form.preset.activated.emit(3)
    spin(0.4)
    shot(dock, "24-request-tasking")
    for fold in (desk.form.options, desk.form.people, desk.form.follow_up):
        fold.setCollapsed(False)
    spin(0.4)
    shot(dock, "25-request-open")
    for fold in (desk.form.options, desk.form.people, desk.form.follow_up):
        fold.setCollapsed(True)
    desk.form.save.click()
    wait_until(lambda: not dock._context.ledger.busy and len(dock._context.ledger.entries) == 1, "a saved request")
    desk.go_back()


def _press(form: QWidget, words: str) -> None:
    next(each for each in form.findChildren(QRadioButton) if each.text().replace("&", "") == words).click()


def my_requests() -> None:
    desk = dock.page("request")
    desk.front.show_requests()
    spin(0.6)
    shot(dock, "26-my-requests")
    shot_of_menu(desk.requests.menu, "27-register-menu")


def images() -> None:
    dock.show_page("images")
    page = dock.page("images")
    spin(0.6)
    shot(dock, "30-images-empty")
    page.open_sample()
    wait_until(lambda: page.model.rowCount() == 1 and not page._slot.busy, "the sample product", 60)
    spin(0.5)
    index = page.list.model().index(0, 0)
    page._zoom(index)
    wait_for_map(canvas)
    spin(0.5)
    shot(dock, "31-images")
    shot(window, "32-images-window")
    shot_of_menu(page.row_menu(index), "33-image-menu")
    shot_of_menu(page.shelf.menu, "34-images-menu")


def narrow() -> None:
    """As narrow as the panel may be."""
    dock.setFloating(True)
    dock.resize(320, 620)
    spin(0.5)
    for name in ("search", "request", "images"):
        dock.show_page(name)
        spin(0.5)
        shot(dock, f"40-narrow-{name}")
    dock.setFloating(False)
    window.resizeDocks([dock], [360], Qt.Orientation.Horizontal)
    spin(0.5)


STAGES = (
    welcome, form, results, detail, cover_and_compare, nothing_found, request, my_requests, images, narrow,
)  # fmt: skip
