# SPDX-License-Identifier: GPL-2.0-or-later
"""Every layer that the plugin makes is deleted under its feet, as a person deletes it: in the layer tree, while the
panel shows it. Then the panel's own buttons are used again, and what was deleted is made anew."""

import json
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtWidgets import QFileDialog
from qgis.utils import iface, plugins
from shapely.geometry import box

from dinamis_qgis.core.catalogues import configured_rows
from dinamis_qgis.core.credentials import credentials
from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.core.library_layer import library_layer
from dinamis_qgis.core.mosaic_layer import MOSAIC
from dinamis_qgis.core.product_extras import EXTRA
from dinamis_qgis.core.products import PATH_PROPERTY
from dinamis_qgis.core.streamed_layers import STREAMED
from dinamis_qgis.core.zone import Zone
from dinamis_qgis.domain.accounts import KeyPair
from tests.core.register_parts import entry
from tests.integration.heard import Heard
from tests.integration.inside import answer, out, spin, wait_until
from tests.services.dimap_writer import Image, gradient, write_pleiades
from tests.services.http_service import serving
from tests.services.signing_service import cloud
from tests.services.streamed_parts import put_scene
from tests.services.wmts_service import WmtsService

X, Y = 301_000.0, 6_834_000.0
PMS = Image("PHR1B", "PMS", gradient(300, 400), (X, Y), 0.5)
project, canvas = QgsProject.instance(), iface.mapCanvas()
heard = Heard()


def kind(layer):
    source = layer.source()
    if layer.customProperty(MOSAIC):
        return "mosaic"
    if layer.customProperty(STREAMED):
        return "streamed"
    if layer.customProperty(EXTRA):
        return "beside a product"
    if layer.customProperty(PATH_PROPERTY):
        return "product"
    return layer.customProperty(KIND) or ("register" if "registre.gpkg" in source else source)


def layers(wanted=None):
    return [layer for layer in project.mapLayers().values() if wanted in (None, kind(layer))]


def idle():
    wait_until(lambda: not QgsApplication.taskManager().activeTasks(), "tasks end")
    wait_until(lambda: not canvas.isDrawing(), "the map")


def delete(doomed):
    """As the layer tree's own action does once its question is answered."""
    project.removeMapLayers([layer.id() for layer in doomed])


def use(dock):
    """What a person may click then, on each page."""
    search, images, request = dock.page("search"), dock.page("images"), dock.page("request")
    rows = search.results.focusProxy()
    model = rows.model()
    for name in ("images", "request", "search"):
        dock.show_page(name)
        spin(0.02)
    if model.rowCount():
        rows.setCurrentIndex(model.index(0, 0))
        rows.selectAll()
        rows.clearSelection()
    for row in range(images.model.rowCount()):
        index = images.model.index(row)
        images.list.setCurrentIndex(index)
        menu = images.row_menu(index)
        menu.aboutToShow.emit()
        menu.deleteLater()
        images._toggle(index)
        images._zoom(index)
    images.shelf.menu.aboutToShow.emit()
    images.assembling._enable()
    canvas.setExtent(QgsRectangle(X - 200, Y - 700, X + 900, Y + 300))
    canvas.refresh()
    request.requests.menu.aboutToShow.emit()
    spin(0.1)


write_pleiades(out / "images" / "2022", [PMS])
write_pleiades(out / "images" / "2019", [replace(PMS, when=datetime(2019, 7, 1, 11, tzinfo=timezone.utc))])
QFileDialog.getExistingDirectory = lambda *_: str(out / "images")
project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
dock = plugins["dinamis_qgis"]._dock
with cloud() as there, serving(WmtsService()) as tiles:
    QgsApplication.authManager().setMasterPassword("only for tests", True)
    own = [there.row(), {"id": "ign-mosaics", "url": tiles.url.replace("127.0.0.1", "localhost"), "enabled": True}]
    place = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"
    place.write_text(json.dumps({"version": 1, "catalogues": own}), encoding="utf-8")
    there.signing.keys["access-of-the-test"] = "secret"
    account = credentials().account(there.signing_server.url)
    credentials().set_key(account, KeyPair("access-of-the-test", "secret"))

    dock.setUserVisible(True)
    dock.show_page("search")
    search, images, request = dock.page("search"), dock.page("images"), dock.page("request")
    strip = search.form.backdrops
    wait_until(lambda: strip.years.count(), "the list of backdrops")

    def backdrops():
        strip.compare_button.menu().aboutToShow.emit()
        strip.compare_button.menu().actions()[0].menu().actions()[0].trigger()
        wait_until(lambda: type(canvas.mapTool()).__name__ == "SwipeTool", "the divider")
        wait_until(lambda: len(layers("backdrop")) >= 2, "two backdrops")

    def found():
        if search._synthetic is None:
            dock.set_synthetic(next(row for row in configured_rows()[0] if row.synthetic))
            wait_until(lambda: getattr(dock._context.zones.zone, "kind", "") == "territory", "the invented territory")
            dock._context.zones.set(Zone(box(-3.6, 48.3, -2.3, 48.6), "drawn"))
        search.search()
        wait_until(lambda: layers("footprints") and not search._run.running, "footprints")

    def quicklooks():
        model = search.results.focusProxy().model()
        dock._context.ticked.tick([model.scene(row) for row in range(3)], True)
        wait_until(lambda: len(layers("quicklook")) >= 2, "quicklooks")

    def uncovered():
        search.results._cover.click()
        wait_until(lambda: layers("uncovered"), "what is uncovered")

    def library():
        images.shelf.menu.actions()[0].trigger()
        wait_until(lambda: dock._context.library.holdings.images and not dock._context.library.busy, "the index")
        images.shelf.menu.aboutToShow.emit()
        images.shelf.on_map.trigger()
        wait_until(lambda: library_layer(project) is not None, "the library on the map")

    def products():
        images.open_paths([str(out / "images")])
        wait_until(lambda: images.sheet is not None, "the delivery's sheet")
        images.sheet.open_button.click()
        wait_until(lambda: len(layers("product")) >= 2 and not images._slot.busy, "products")

    def mosaic():
        (out / "mosaic.vrt").unlink(missing_ok=True)
        images.assembling.button.click()
        images.assembling.sheet.file.setFilePath(str(out / "mosaic.vrt"))
        images.assembling.sheet.button.click()
        wait_until(lambda: layers("mosaic") and not images._slot.busy, "a mosaic")

    def streamed():
        search.results.actions.opener.run(put_scene(there, side=256))
        wait_until(lambda: len(layers("streamed")) == 2, "the streamed image")

    def register():
        ledger = dock._context.ledger
        ledger.save(entry(), None)
        wait_until(lambda: ledger.entries and not ledger.busy, "a request of the register")
        request.requests.menu.show_on_map.trigger()
        wait_until(lambda: layers("register"), "the register on the map")

    steps = {
        "backdrop": backdrops, "footprints": found, "quicklook": quicklooks, "uncovered": uncovered,
        "library": library, "product": products, "mosaic": mosaic, "streamed": streamed, "register": register,
    }  # fmt: skip
    made = {}
    for step in steps.values():
        step()
    idle()
    for layer in layers():
        made[kind(layer)] = made.get(kind(layer), 0) + 1
    answer["made"] = made
    for name in sorted(made):
        canvas.refresh()  # it is being drawn when it goes
        delete(layers(name))
        use(dock)
        answer[f"left of {name}"] = len(layers(name))
    idle()
    answer["left"] = [kind(layer) for layer in layers()]
    answer["ticked"] = len(dock._context.ticked)
    again = {}
    for name, step in steps.items():
        if name != "backdrop":
            step()
            again[name] = len(layers(name))
    answer["again"] = again
    project.layerTreeRoot().removeAllChildren()  # groups and all, in one go
    use(dock)
    idle()
    answer["after the tree was emptied"] = [kind(layer) for layer in layers()]
    found()
    answer["found again"] = len(layers("footprints"))
    heard.close()
answer["wrong"], answer["dialogs"] = heard.wrong, heard.dialogs
