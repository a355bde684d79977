# SPDX-License-Identifier: GPL-2.0-or-later
"""« Tampon de … m autour d'une ligne » : how wide, and around which line."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from ...core.ribbon import WIDEST
from ...translation import tr
from ..tool_tip import tool_tip
from .ribbon_zone import RibbonZone


class RibbonRow(QWidget):
    def __init__(self, ribbon: RibbonZone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ribbon = ribbon
        self.width_box = QSpinBox()
        self.width_box.setRange(1, int(WIDEST))
        self.width_box.setSingleStep(50)
        self.width_box.setPrefix(tr("Buffer") + " ")
        self.width_box.setSuffix(" m")
        self.width_box.setMinimumWidth(60)
        self.width_box.setKeyboardTracking(False)
        self.width_box.setAccessibleName(tr("Width of the buffer"))
        self.width_box.setToolTip(tr("On each side of the line, in metres on the ground"))
        self.draw = _button("/mActionCaptureLine.svg", tr("Draw the line on the map"))
        self.draw.setCheckable(True)
        self.take = _button("/mIconLineLayer.svg", tr("Take the active layer's lines: the selected ones, else all"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.width_box, 1)
        layout.addWidget(self.draw)
        layout.addWidget(self.take)
        self.refresh()
        self.width_box.valueChanged.connect(lambda value: ribbon.set_width(float(value)))
        self.draw.clicked.connect(self._draw)
        self.take.clicked.connect(ribbon.take_lines)

    def refresh(self) -> None:
        self.width_box.blockSignals(True)
        self.width_box.setValue(round(self._ribbon.width))
        self.width_box.blockSignals(False)
        self.draw.setChecked(self._ribbon.drawing)

    def _draw(self, on: bool) -> None:
        if on:
            self._ribbon.draw()
        else:
            self._ribbon.stop_drawing()


def _button(icon: str, what: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(tool_tip(what))
    button.setAccessibleName(what)
    return button
