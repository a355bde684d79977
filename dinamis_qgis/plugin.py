# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the parts, wires them to QGIS, and takes them down again in the opposite order.

Start-up is kept short: the panel's pages, shapely and requests are imported when they are first needed.
"""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from . import dependencies, own_geos, paths
from .core import log
from .core.credit_function import CreditFunction
from .core.messages import sentence
from .core.tip_function import TipFunction
from .domain.collector import FullCollections
from .processing.provider import DinamisProvider
from .translation import tr

_MENU = "DINAMIS"


class DinamisPlugin:
    def __init__(self, iface):
        self._iface = iface  # None under qgis_process

    def initProcessing(self) -> None:
        """What works without a window: all that qgis_process starts."""
        self._translator = _translator(QgsApplication.locale())
        QCoreApplication.installTranslator(self._translator)
        self._log_handler = log.install()
        own_geos.install()
        self._credit = CreditFunction()
        self._credit.register()
        self._tip = TipFunction()
        self._tip.register()
        problem = dependencies.problem_at_start()
        self._problem = sentence(problem) if problem is not None else ""
        self._provider = DinamisProvider(self._problem)
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        with FullCollections():
            self.initProcessing()
            self._build()

    def _build(self) -> None:
        from .core import saved_sources
        from .core.streamed_layers import StreamedLayers
        from .gui.accounts.remedies import remedies
        from .gui.dock import DinamisDock
        from .gui.downloads.resume import Resumption
        from .gui.image_sheet import ImageSheetAction
        from .gui.keep import KeepOffer
        from .gui.layer_menu import LayerMenu
        from .gui.library.delivery_menu import delivery_menu
        from .gui.locator import PlaceLocatorFilter
        from .gui.map_drop import MapDrop
        from .gui.notices import Notices
        from .gui.options.factory import OptionsFactory
        from .gui.options.given import Given
        from .gui.streaming.desk import StreamDesk

        window = self._iface.mainWindow()
        self._dock = DinamisDock(
            self._iface.mapCanvas(),
            self._iface.messageBar(),
            self._iface.activeLayer,
            self._iface.setActiveLayer,
            self._iface.statusBarIface().showMessage,
            window,
            self._show_options,
        )
        self._dock.hide()
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)  # iface's would show it at once
        self._action = QAction(QIcon(str(paths.resource("icons", "dinamis.svg"))), tr("DINAMIS panel"), window)
        self._action.setObjectName("DinamisPanelAction")
        self._action.setToolTip(tr("Search, place, estimate and open Pléiades and SPOT imagery"))
        self._dock.setToggleVisibilityAction(self._action)
        self._menu = self._iface.rasterMenu().addMenu(_MENU)  # addPluginToRasterMenu leaves an empty menu behind
        self._menu.addAction(self._action)
        self._iface.addToolBarIcon(self._action)
        self._guide = QAction(self._action.icon(), tr("DINAMIS: guide"), window)
        self._guide.triggered.connect(self._dock.show_guide)
        self._iface.pluginHelpMenu().addAction(self._guide)
        self._deliveries = delivery_menu(window, self._dock.open_paths)
        self._deliveries.setTitle(tr("Open a delivery"))
        self._menu.addMenu(self._deliveries)
        help_with = lambda error: remedies(error, self._show_options, window)  # noqa: E731
        notices = Notices(self._iface.messageBar(), help_with)
        self._sheet_action = ImageSheetAction(
            self._iface.mapCanvas(),
            self._iface.activeLayer,
            self._iface.openLayoutDesigner,
            notices,
            window,
            self._show_options,
        )
        self._menu.addAction(self._sheet_action)
        self._iface.layoutDesignerOpened.connect(self._sheet_action.remind)
        self._layer_menu = LayerMenu(
            QgsProject.instance(),
            self._iface.activeLayer,
            notices,
            self._iface.addCustomActionForLayerType,
            self._iface.addCustomActionForLayer,
            self._iface.removeCustomActionForLayerType,
            (self._sheet_action,),
            window,
        )
        self._options = OptionsFactory(Given(notices, self._dock.territories, self._dock.choose_territory))
        self._options.catalogues_changed.connect(self._dock.reload_catalogues)
        self._iface.registerOptionsWidgetFactory(self._options)
        self._map_drop = MapDrop(self._dock.open_paths)
        self._iface.registerCustomDropHandler(self._map_drop)
        self._keep_offer = KeepOffer(notices, QgsProject.instance(), window)
        project = QgsProject.instance()
        self._path_writer = saved_sources.install()
        self._streamed = StreamedLayers(project, window)
        self._stream_desk = StreamDesk(
            self._streamed,
            project,
            self._iface.layerTreeView(),
            self._iface.mapCanvas(),
            notices,
            help_with,
            window,
        )
        self._locator_filter = PlaceLocatorFilter(self._dock.take_place)
        self._iface.registerLocatorFilter(self._locator_filter)
        self._resumption = Resumption(self._dock.resume_downloads, window)
        if self._problem:
            self._iface.messageBar().pushMessage(_MENU, self._problem, Qgis.MessageLevel.Warning, 0)

    def unload(self) -> None:
        self._resumption.close()
        self._resumption.deleteLater()
        self._locator_filter.stop()
        self._iface.deregisterLocatorFilter(self._locator_filter)
        self._stream_desk.close()
        self._stream_desk.deleteLater()
        self._streamed.close()
        self._streamed.deleteLater()
        self._path_writer.remove()
        self._keep_offer.close()
        self._keep_offer.deleteLater()
        self._iface.unregisterCustomDropHandler(self._map_drop)
        self._iface.unregisterOptionsWidgetFactory(self._options)
        self._iface.removeToolBarIcon(self._action)
        self._deliveries.deleteLater()
        del self._deliveries
        self._menu.deleteLater()
        self._layer_menu.close()
        self._layer_menu.deleteLater()
        self._iface.layoutDesignerOpened.disconnect(self._sheet_action.remind)
        self._sheet_action.deleteLater()
        self._guide.deleteLater()
        self._action.deleteLater()
        self._iface.removeDockWidget(self._dock)
        self._dock.take_down()
        self._dock.setParent(None)
        self._dock.deleteLater()
        del self._path_writer, self._streamed, self._stream_desk, self._layer_menu, self._sheet_action
        del self._resumption, self._locator_filter, self._keep_offer, self._map_drop, self._options, self._menu
        del self._guide, self._action, self._dock
        self._unload_processing()

    def _show_options(self, section: str) -> None:
        """QGIS's Options dialog, at ours."""
        from .gui.options.factory import PAGE

        self._options.open_at(section)
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)

    def _unload_processing(self) -> None:
        from .core import credentials

        credentials.close()
        QgsApplication.processingRegistry().removeProvider(self._provider)
        self._credit.unregister()
        self._tip.unregister()
        own_geos.remove()
        log.remove(self._log_handler)
        QCoreApplication.removeTranslator(self._translator)
        del self._provider, self._credit, self._tip, self._log_handler, self._translator


def _translator(locale: str) -> QTranslator:
    """The person's language; else English, whose file holds the plural forms."""
    translator = QTranslator()
    if not translator.load(str(paths.translation(locale))):
        translator.load(str(paths.translation("en")))
    return translator
