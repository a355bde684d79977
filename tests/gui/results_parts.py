# SPDX-License-Identifier: GPL-2.0-or-later
"""The results on their real widgets, with what a person does to them."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QTextBrowser

from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.domain.query import SearchQuery
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.notices import Notices
from dinamis_qgis.gui.search.results import ResultsView
from dinamis_qgis.gui.search.results_delegate import Places
from dinamis_qgis.gui.search.results_list import ResultsList
from dinamis_qgis.gui.search.results_model import Role
from tests.make_scenes import square

ZONE = square(-2.5, 48.0)
QUERY = SearchQuery(aoi=ZONE)


class Panel:
    """The view with what it is given, and short names for what a person does."""

    def __init__(self, qtbot, canvas=None, remedies=lambda _error: ("", ())):
        self.bot = qtbot
        self.canvas, self.bar = canvas or QgsMapCanvas(), QgsMessageBar()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
        self.canvas.resize(400, 300)
        for widget in (self.canvas, self.bar):
            qtbot.addWidget(widget)
        self.ticked, self.activated, self.pages = TickedScenes(), [], []
        self.opened, self.assembled = [], []
        self.context = PanelContext(
            self.canvas, Notices(self.bar, remedies), ZoneHolder(), self.ticked, lambda: None, self.activated.append,
            self.pages.append, open_paths=self.opened.append, assemble_paths=self.assembled.append,
        )  # fmt: skip
        self.view = ResultsView(self.context)
        qtbot.addWidget(self.view)
        self.view.resize(360, 600)
        self.view.show()
        self.list = self.view.findChild(ResultsList)
        self.model = self.list.model()

    def search(self, given, title="Été 2022", query=QUERY):
        self.view.begin(title, query.aoi, query)
        if given:
            self.view.add(given)
            self.bot.waitUntil(lambda: self.layer() and self.layer().featureCount() == len(given))
        self.view.finish(False)

    def layer(self):
        layers = [layer for layer in QgsProject.instance().mapLayers().values() if layer.type() == layer.VectorLayer]
        return layers[-1] if layers else None

    def pictures(self):
        return [layer for layer in QgsProject.instance().mapLayers().values() if layer.type() == layer.RasterLayer]

    def select(self, *rows):
        for count, row in enumerate(rows):
            place = self.list.visualRect(self.model.index(row)).center()
            key = Qt.KeyboardModifier.ControlModifier if count else Qt.KeyboardModifier.NoModifier
            self.bot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, key, place)

    def places(self, row):
        index = self.model.index(row)
        return Places(self.list.visualRect(index), self.list.font(), index.data(Role.TickLabel))

    def click(self, place):
        self.bot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def said(self):
        item = self.bar.currentItem()
        return item.findChild(QTextBrowser).toPlainText() if item else ""

    def shown(self):
        """All that labels say."""
        labels = (label.text() for label in self.view.findChildren(QLabel) if label.isVisible())
        return "\n".join(text for text in labels if text)

    def bands(self):
        return [item for item in self.canvas.scene().items() if isinstance(item, QgsRubberBand)]
