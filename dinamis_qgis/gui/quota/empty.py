# SPDX-License-Identifier: GPL-2.0-or-later
"""No zone yet: why the page is empty, and what to do about it."""

from __future__ import annotations

from typing import Protocol

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...translation import tr


class ZoneChooser(Protocol):
    """What the empty page asks of the zone box."""

    def draw(self) -> None: ...

    def choose_territory(self) -> None: ...


class EmptyState(QWidget):
    def __init__(self, chooser: ZoneChooser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(tr("Draw a zone or choose your territory to estimate a request."))
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.draw = QPushButton(tr("Draw a zone"))
        self.draw.clicked.connect(lambda: chooser.draw())
        self.territory = QPushButton(tr("Choose my territory…"))
        self.territory.clicked.connect(lambda: chooser.choose_territory())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.addWidget(words)
        layout.addWidget(self.draw)
        layout.addWidget(self.territory)
