# SPDX-License-Identifier: GPL-2.0-or-later
"""What the results are given, for whatever measures them."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMessageBar
from shapely.geometry import box

from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.notices import Notices

ZONE = box(-5.0, 42.0, 9.0, 51.5)  # every synthetic item touches it
_kept: list[object] = []


def context() -> PanelContext:
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    _kept.extend((canvas, bar))

    def nothing(*_given: object) -> None:
        return None

    return PanelContext(canvas, Notices(bar), ZoneHolder(), TickedScenes(), nothing, nothing, nothing)
