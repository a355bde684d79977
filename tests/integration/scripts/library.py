# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder indexed by the panel's own menu: rows, footprints on the map, a search that finds what is on disk and opens
it, a disk that leaves and returns."""

from dataclasses import replace
from datetime import datetime, timezone

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtWidgets import QFileDialog
from qgis.utils import iface, plugins

from dinamis_qgis.core.library_layer import library_layer
from dinamis_qgis.core.products import PATH_PROPERTY
from dinamis_qgis.gui.search.results_model import Role
from tests.integration.inside import answer, grab, out, spin, wait_until
from tests.services.dimap_writer import Image, gradient, write_pleiades, write_spot

X, Y = 301_000.0, 6_834_000.0
PMS = Image("PHR1B", "PMS", gradient(300, 400), (X, Y), 0.5)
write_pleiades(out / "images" / "2022", [PMS])
write_pleiades(out / "images" / "2019", [replace(PMS, when=datetime(2019, 7, 1, 11, tzinfo=timezone.utc))])
write_spot(out / "images" / "spot", [replace(PMS, satellite="SPOT7", corner=(X + 100, Y - 50), pixel_size=1.5)])

project, canvas = QgsProject.instance(), iface.mapCanvas()
project.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
dock = plugins["dinamis_qgis"]._dock
dock.setUserVisible(True)
dock.setFloating(True)
dock.show_page("images")
dock.resize(360, 700)
page = dock.page("images")
shelf, library = page.shelf, page.shelf.library
answer["before"] = library.file.path.is_file()
QFileDialog.getExistingDirectory = lambda *_: str(out / "images")
shelf.menu.actions()[0].trigger()
wait_until(lambda: page.model.count == 3 and not library.busy, "three images")

shelf.menu.aboutToShow.emit()
shelf.on_map.trigger()
layer = library_layer(project)
answer["footprints"] = (layer.featureCount(), layer.crs().authid(), len(layer.renderer().categories()))
canvas.setExtent(QgsRectangle(X - 200, Y - 700, X + 900, Y + 300))
canvas.refresh()
wait_until(lambda: not canvas.isDrawing(), "the map")
spin(0.5)
grab(iface.mainWindow(), "library-map.png")
grab(dock, "library-panel.png")

dock.show_page("search")
search = dock.page("search")
answer["catalogues"] = [row.id for row in search._searched_rows()][:1]
search._rows = tuple(row for row in search._rows if row.id == "library")  # no live service is asked
search._offer_enabled()
search.search()
wait_until(lambda: not search._run.running and search.results._model.total == 3, "three results")
spin(0.3)
grab(dock, "library-results.png")
answer["line"] = search.results.status._count.text()
newest = search.results._model.scene(0)
answer["way"] = search.results.actions.opener.labels(newest)[0]
search.results.actions.opener.run(newest)
wait_until(lambda: any(one.customProperty(PATH_PROPERTY) for one in project.mapLayers().values()), "an image")
wait_until(lambda: not page._slot.busy, "the page")

(out / "images").rename(out / "unplugged")
library.refresh()
wait_until(lambda: any(not held.present for held in library.holdings.images), "the disk to leave")
texts = [page.model.index(row).data(Role.Text).facts for row in range(page.model.count)]
answer["absent"] = sum(text.startswith("(disque absent)") for text in texts)
dock.show_page("images")
spin(0.3)
grab(dock, "library-absent.png")
(out / "unplugged").rename(out / "images")
shelf._look_again()
wait_until(lambda: all(held.present for held in library.holdings.images), "the disk to return")
answer["rows"] = page.model.count
