# SPDX-License-Identifier: GPL-2.0-or-later
"""Real parts for the tests of zones: a canvas on screen, a message bar, and a mouse that works in pixels."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from dinamis_qgis.core.selection import TickedScenes
from dinamis_qgis.core.zone import ZoneHolder
from dinamis_qgis.gui.context import PanelContext
from dinamis_qgis.gui.notices import Notices

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Panel:
    """A context and what it said."""

    canvas: QgsMapCanvas
    bar: QgsMessageBar
    context: PanelContext
    pan: QgsMapToolPan
    layer: object = None
    status: list = field(default_factory=list)
    pages: list = field(default_factory=list)

    def told(self) -> list[str]:
        return [item.text() for item in self.bar.items()]


def make_panel(crs="EPSG:2154", extent=(300_000, 6_800_000, 320_000, 6_815_000), rotation=0.0) -> Panel:
    canvas = QgsMapCanvas()
    canvas.resize(400, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    canvas.setRotation(rotation)
    canvas.setExtent(QgsRectangle(*extent))
    canvas.show()
    bar = QgsMessageBar()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    panel = Panel(canvas, bar, None, pan)
    panel.context = PanelContext(
        canvas, Notices(bar), ZoneHolder(), TickedScenes(), lambda: panel.layer, lambda _layer: None,
        panel.pages.append, panel.status.append,
    )  # fmt: skip
    return panel


class Mouse:
    """Real events on the canvas's viewport, at pixels."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas, self._view = canvas, canvas.viewport()

    def move(self, x, y, buttons=NONE, keys=Qt.KeyboardModifier.NoModifier):
        at = QPoint(x, y)
        event = QMouseEvent(QEvent.Type.MouseMove, at, self._view.mapToGlobal(at), NONE, buttons, keys)
        QApplication.sendEvent(self._view, event)

    def click(self, x, y, button=LEFT):
        self.move(x, y)
        QTest.mouseClick(self._view, button, Qt.KeyboardModifier.NoModifier, QPoint(x, y))

    def double_click(self, x, y):
        """As a person does: press, release, double press, release."""
        self.click(x, y)
        QTest.mouseDClick(self._view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, y))  # sends no release
        QTest.mouseRelease(self._view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, y))

    def drag(self, start, end, keys=Qt.KeyboardModifier.NoModifier):
        QTest.mousePress(self._view, LEFT, keys, QPoint(*start))
        self.move((start[0] + end[0]) // 2, (start[1] + end[1]) // 2, LEFT, keys)
        self.move(*end, LEFT, keys)
        QTest.mouseRelease(self._view, LEFT, keys, QPoint(*end))

    def key(self, key, keys=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self._canvas, key, keys)

    def map_point(self, x, y) -> QgsPointXY:
        return self._canvas.getCoordinateTransform().toMapCoordinates(x, y)
