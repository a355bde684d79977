# SPDX-License-Identifier: GPL-2.0-or-later
"""The Tab key comes last to what is made late: this puts it where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget


def come_after(before: QWidget, widgets: Iterable[QWidget]) -> None:
    """After ``before`` and what is in it, or the one before it that takes keys."""
    inside = [one for one in before.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    before = inside[-1] if inside else before
    while before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget
