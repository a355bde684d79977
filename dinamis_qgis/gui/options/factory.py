# SPDX-License-Identifier: GPL-2.0-or-later
"""« DINAMIS » in QGIS's own Options dialog: registered when the plugin starts, built when the dialog opens."""

from __future__ import annotations

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ... import paths
from .given import Given

PAGE = "DinamisOptionsPage"  # the name by which QGIS opens its dialog there


class OptionsFactory(QgsOptionsWidgetFactory):
    catalogues_changed = pyqtSignal()

    def __init__(self, given: Given) -> None:
        super().__init__("DINAMIS", QIcon(str(paths.resource("icons", "dinamis.svg"))))
        self._given = given
        self._section = ""

    def open_at(self, section: str) -> None:
        """Which section the next page shows first; see ``sections.py``."""
        self._section = section

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        from .page import OptionsPage

        page = OptionsPage(self._given, self._section, parent)
        page.setObjectName(PAGE)
        page.catalogues_changed.connect(self.catalogues_changed)
        self._section = ""
        return page
