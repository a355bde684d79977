# SPDX-License-Identifier: GPL-2.0-or-later
"""The two sub-pages of « Demander »: a new request, and those that were made."""

from __future__ import annotations

from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ...core.ledger import Ledger
from ...translation import tr


class Front(QWidget):
    def __init__(self, page: QWidget, requests: QWidget, ledger: Ledger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(tr("New request"))
        self.tabs.addTab("")
        self.stack = QStackedWidget()
        self.stack.addWidget(page)
        self.stack.addWidget(requests)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._show)
        ledger.changed.connect(self._count)
        self._count()

    def close_front(self) -> None:
        self._ledger.changed.disconnect(self._count)

    def show_new(self) -> None:
        self.tabs.setCurrentIndex(0)

    def show_requests(self) -> None:
        self.tabs.setCurrentIndex(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Another may have changed them."""
        super().showEvent(event)
        self._ledger.load()

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._ledger.load()

    def _count(self) -> None:
        self.tabs.setTabText(1, tr("My requests ({})").format(len(self._ledger.entries)))
