# SPDX-License-Identifier: GPL-2.0-or-later
"""Small flat buttons: a sign, with its name for who does not see it."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton

from .tool_tip import tool_tip


def arrow_button(kind: Qt.ArrowType, name: str, tip: str) -> QToolButton:
    button = text_button("", name, tip)
    button.setArrowType(kind)
    return button


def text_button(text: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(tool_tip(tip))
    return button
