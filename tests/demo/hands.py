# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's hands in the real QGIS: clicks, keys and strokes sent to widgets, as the mouse and keyboard send them."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QTabWidget, QWidget

from tests.integration.inside import spin, wait_until

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_NO_KEY = Qt.KeyboardModifier.NoModifier


def click(widget: QWidget, where: QRect | QPoint | None = None, button: Qt.MouseButton = LEFT) -> None:
    """In the middle of the widget, or of a part of it. Whoever is hidden or disabled cannot be clicked."""
    if not widget.isVisible() or not widget.isEnabled():
        raise RuntimeError(f"nobody could click {widget.objectName() or type(widget).__name__}")
    at = where.center() if isinstance(where, QRect) else where if where is not None else widget.rect().center()
    QTest.mouseMove(widget, at)
    QTest.mouseClick(widget, button, _NO_KEY, at)
    spin(0.05)


def double_click(widget: QWidget, at: QPoint) -> None:
    QTest.mouseMove(widget, at)
    QTest.mouseClick(widget, LEFT, _NO_KEY, at)
    QTest.mouseDClick(widget, LEFT, _NO_KEY, at)
    spin(0.1)


def click_tab(tabs: QTabWidget, index: int) -> None:
    click(tabs.tabBar(), tabs.tabBar().tabRect(index))


def button(parent: QWidget, text: str) -> QAbstractButton:
    """The visible button that bears these words (a mnemonic's & aside)."""
    for found in parent.findChildren(QAbstractButton):
        if found.isVisible() and found.text().replace("&", "") == text:
            return found
    seen = sorted({b.text() for b in parent.findChildren(QAbstractButton) if b.isVisible() and b.text()})
    raise LookupError(f"no button {text!r} among {seen}")


def is_offered(parent: QWidget, text: str) -> bool:
    return any(found.isVisible() and found.text() == text for found in parent.findChildren(QAbstractButton))


def choose(box: QComboBox, data: object) -> None:
    """With the arrow keys, in the list where they open it, until the entry with this data is the current one."""
    index = box.findData(data)
    if index < 0:
        raise LookupError(f"{data!r} is not in the list: {[box.itemText(i) for i in range(box.count())]}")
    box.setFocus()
    while box.findData(data) != box.currentIndex():
        QTest.keyClick(box, _towards(box.findData(data), box.currentIndex()))
        spin(0.02)
        view = box.view()
        if view.isVisible():
            while view.currentIndex().row() != index:
                QTest.keyClick(view, _towards(index, view.currentIndex().row()))
            QTest.keyClick(view, Qt.Key.Key_Return)
            spin(0.1)


def _towards(wanted: int, here: int) -> Qt.Key:
    return Qt.Key.Key_Down if here < wanted else Qt.Key.Key_Up


def draw_polygon(canvas: QgsMapCanvas, corners: list[QgsPointXY]) -> None:
    """Left click on each corner (in the map's CRS), right click to end. The mouse moves between them as a hand does."""
    viewport = canvas.viewport()
    to_pixels = canvas.mapSettings().mapToPixel()
    for corner in corners:
        at = to_pixels.transform(corner)
        place = QPoint(round(at.x()), round(at.y()))
        if not viewport.rect().contains(place):
            raise RuntimeError(f"{corner.toString()} is outside the map")
        QTest.mouseMove(viewport, place)
        spin(0.05)
        QTest.mouseClick(viewport, LEFT, _NO_KEY, place)
        spin(QApplication.doubleClickInterval() / 1000 + 0.1)  # four corners, not two double clicks
    QTest.mouseClick(viewport, RIGHT, _NO_KEY, place)
    spin(0.1)


def wait_for_map(canvas: QgsMapCanvas) -> None:
    spin(0.2)
    wait_until(lambda: not canvas.isDrawing(), "the map is drawn", 60)
    spin(0.2)
