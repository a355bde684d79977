# SPDX-License-Identifier: GPL-2.0-or-later
"""Tabs for a narrow panel."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget


class TightTabs(QProxyStyle):
    """Half the usual space beside the words of a tab: three of them and the menu fit in 320 pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        usual = super().pixelMetric(metric, option, widget)
        return usual // 2 if metric == QStyle.PixelMetric.PM_TabBarTabHSpace else usual
