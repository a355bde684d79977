# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands at the right of the panel's tabs: « ? » and the menu."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ..translation import tr
from .flat_buttons import text_button
from .help import help_button


def corner(menu: QMenu, panel: QWidget) -> QWidget:
    button = text_button("⋮", tr("Menu"), tr("Menu"))
    button.setObjectName("DinamisMenu")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    button.setMenu(menu)
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for each in (help_button(panel), button):
        each.setMaximumWidth(each.fontMetrics().horizontalAdvance(each.text()) + 12)
        row.addWidget(each)
    return made
