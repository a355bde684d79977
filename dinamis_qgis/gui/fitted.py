# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialogs as high as their wrapped words need: Qt asks labels for their height before it knows their width."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog


def fit(dialog: QDialog) -> None:
    """Call it again when the words change."""
    layout = dialog.layout()
    layout.activate()
    width = max(dialog.width(), dialog.minimumWidth()) if dialog.isVisible() else dialog.minimumWidth()
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.setMinimumHeight(height)
    dialog.resize(width, height)
