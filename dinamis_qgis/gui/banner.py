# SPDX-License-Identifier: GPL-2.0-or-later
"""The line above the tabs that says, as long as it lasts, that what is shown is invented."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ..translation import tr


class Banner(QFrame):
    left = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVisible(False)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        words = QLabel(tr("Demonstration data (synthetic)"))
        words.setForegroundRole(QPalette.ColorRole.ToolTipText)
        words.setWordWrap(True)
        quit_button = QToolButton()
        quit_button.setText(tr("Quit"))
        quit_button.setToolTip(tr("Leave the demonstration and ask the real catalogues again"))
        quit_button.clicked.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.addWidget(words, 1)
        layout.addWidget(quit_button)
