# SPDX-License-Identifier: GPL-2.0-or-later
"""« ▾ » beside « Préparer la demande »: a tasking for a usual need, in one choice."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QSizePolicy, QToolButton, QWidget

from ...core.request_names import preset_names
from ...translation import tr

USUAL = "mapping"


class TaskingMenu(QToolButton):
    chosen = pyqtSignal(str)  # a preset

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("▾")
        self.setToolTip(tr("Prepare the tasking of a new image for a usual need"))
        self.setAccessibleName(tr("Prepare a tasking"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        menu = QMenu(self)
        for name, words in preset_names().items():
            action = menu.addAction(tr("New image: {}").format(words))
            action.setData(name)
        menu.triggered.connect(self._picked)
        self.setMenu(menu)

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(action.data())
