# SPDX-License-Identifier: GPL-2.0-or-later
"""A new user on a small screen: what stands in QGIS's own places, the tip of a footprint, the copyright decoration and
the Temporal Controller in step."""

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLocator,
    QgsProject,
)
from qgis.gui import QgsMapTip
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar
from qgis.utils import iface, plugins

from dinamis_qgis.core.layer_groups import KIND
from dinamis_qgis.gui.search.timeline_bars import TimelineBars
from dinamis_qgis.gui.welcome.page import WelcomePage
from tests.demo.hands import click, click_tab, wait_for_map
from tests.integration.inside import answer, grab, spin, wait_until

window, canvas, project = iface.mainWindow(), iface.mapCanvas(), QgsProject.instance()
plugin = plugins["dinamis_qgis"]
dock = plugin._dock
window.showNormal()
window.setGeometry(0, 0, 1366, 768)
spin(0.3)

# where QGIS has its own
menu = next(one.menu() for one in iface.rasterMenu().actions() if one.menu() and one.text() == "DINAMIS")
answer["menu"] = [one.text() for one in menu.actions()]
button = iface.pluginToolBar().widgetForAction(plugin._action)
answer["toolbar"] = [isinstance(iface.pluginToolBar(), QToolBar), button.isVisible(), plugin._action.toolTip()]
answer["locator"] = [
    [one.prefix(), one.displayName()]
    for one in sip.cast(plugin._locator_filter.parent(), QgsLocator).filters()
    if one.name() == "dinamis_places"
]
provider = QgsApplication.processingRegistry().providerById("dinamis")
answer["algorithms"] = [
    [one.id(), one.displayName(), not one.icon().isNull(), "qgis_process" in one.shortHelpString()]
    for one in provider.algorithms()
]
answer["functions"] = [QgsExpression.isFunctionName(name) for name in ("dinamis_credit", "dinamis_tip")]

# the first minute
click(button)
wait_until(lambda: dock.findChild(WelcomePage) is not None and dock.findChild(WelcomePage).isVisible(), "welcome")
window.resizeDocks([dock], [360], 1)
spin(0.3)
grab(window, "1-accueil.png")
click(dock.findChild(WelcomePage).trial)
page = dock.page("search")
wait_until(lambda: dock._context.zones.zone is not None, "the zone")
spin(0.3)
grab(window, "2-rechercher.png")
click(page.form.button)
wait_until(lambda: not page.results.running and page.results.focusProxy().model().rowCount() > 10, "images")
wait_for_map(canvas)
rows = page.results.focusProxy()
page.results.actions.tick([rows.model().scene(0)])
wait_until(lambda: any(one.customProperty(KIND) == "quicklook" for one in project.mapLayers().values()), "a quicklook")
wait_for_map(canvas)
grab(window, "3-resultats.png")

# the tip of a footprint, in QGIS's own window
layer = next(one for one in project.mapLayers().values() if one.customProperty(KIND) == "footprints")
context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
context.setFeature(next(layer.getFeatures()))
answer["tip"] = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
middle = QPoint(canvas.width() // 2, canvas.height() // 2)
place = canvas.getCoordinateTransform().toMapCoordinates(middle.x(), middle.y())
shown = QgsMapTip()
shown.showMapTip(layer, place, middle, canvas)
spin(1.0)
grab(window, "4-infobulle.png")
shown.clear(canvas)

# the copyright decoration shows what stands in the layers
answer["attributions"] = [one.metadata().rights() for one in canvas.layers()]
answer["decoration"] = QgsExpression("dinamis_credit()").evaluate(context)

# in step with the Temporal Controller
bar = page.results._bar
bar.animate.setChecked(True)
controller = canvas.temporalController()
bars = page.results.findChild(TimelineBars)
answer["played"] = [controller.totalFrameCount(), bars.accessibleDescription()]
panel = next((one for one in window.findChildren(QDockWidget) if "emporal" in one.objectName()), None)
if panel is not None:
    panel.show()
controller.setCurrentFrameNumber(6)
wait_for_map(canvas)
answer["shown"] = bars.accessibleDescription()
grab(window, "5-temporel.png")
bar.animate.setChecked(False)
if panel is not None:
    panel.hide()

tabs = dock._tabs
click_tab(tabs, 1)
wait_until(lambda: bool(dock.page("request").page.figures.text), "the estimate")
spin(0.3)
grab(window, "6-demander.png")
click(dock.page("request").page.prepare)
spin(0.5)
grab(window, "7-demande.png")
click_tab(tabs, 2)
spin(0.3)
grab(window, "8-images.png")
