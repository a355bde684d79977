# SPDX-License-Identifier: GPL-2.0-or-later
"""« din … » in the real locator bar: a place is found, becomes the zone and is shown; then the plugin is unloaded while
the service is slow."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsLocator, QgsLocatorContext, QgsProject
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTreeView
from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

from tests.integration.inside import answer, grab, spin, wait_until
from tests.services.gazetteer_service import GazetteerService, profile_file
from tests.services.http_service import serving

QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
folder = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis"
folder.mkdir(exist_ok=True)
with serving(GazetteerService()) as service:
    (folder / "gazetteer.json").write_text(profile_file(service.url), encoding="utf-8")
    plugin = plugins["dinamis_qgis"]
    locator = sip.cast(plugin._locator_filter.parent(), QgsLocator)
    fields = iface.mainWindow().findChildren(QgsFilterLineEdit)
    field = next(each for each in fields if each.parent().inherits("QgsLocatorWidget"))
    field.setFocus()
    QTest.keyClicks(field, "din lamballe")
    views = iface.mainWindow().findChildren(QTreeView)
    results = next(view for view in views if view.metaObject().className() == "QgsLocatorResultsView")
    wait_until(lambda: results.model().rowCount() > 1 and not locator.isRunning(), "places in the locator bar")
    spin(0.5)
    rows = [results.model().index(row, 0).data() for row in range(results.model().rowCount())]
    answer["rows"] = rows
    grab(results, "locator.png")
    wanted = next(row for row, text in enumerate(rows) if text and text.startswith("Lamballe-Armor"))
    results.setCurrentIndex(results.model().index(wanted, 0))
    QTest.keyClick(field, Qt.Key.Key_Return)
    dock = plugin._dock
    wait_until(lambda: dock._zones is not None and dock._context.zones.zone is not None, "a zone")
    wait_until(lambda: dock._context.zones.zone.kind == "place", "the place as the zone")
    spin(0.5)
    zone = dock._context.zones.zone
    answer["zone"], answer["km2"] = zone.label, zone.km2
    answer["visible"] = dock.isUserVisible()
    extent = iface.mapCanvas().extent()
    answer["width_m"] = extent.width()
    grab(dock, "places.png")
    service.answer.search_delay = 3.0
    asked = len(service.asked)
    locator.fetchResults("din bretagne", QgsLocatorContext())
    wait_until(lambda: len(service.asked) > asked, "the slow service is asked")
    unloadPlugin("dinamis_qgis")
    answer["left"] = [each.name() for each in locator.filters() if "dinamis" in each.name()]
    loadPlugin("dinamis_qgis")
    startPlugin("dinamis_qgis")
    answer["back"] = [each.name() for each in locator.filters() if "dinamis" in each.name()]
