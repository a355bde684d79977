# SPDX-License-Identifier: GPL-2.0-or-later
"""Names for who hears the screen instead of seeing it."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget


def name_parts(field: QWidget, name: str) -> None:
    """Of QGIS's own fields that are made of several: it is those that have the focus."""
    field.setAccessibleName(name)
    for part in field.findChildren(QWidget):
        if isinstance(part, QAbstractButton):
            part.setAccessibleName(": ".join(filter(None, (name, part.toolTip() or part.text()))))
        elif isinstance(part, (QLineEdit, QComboBox)):
            part.setAccessibleName(name)
