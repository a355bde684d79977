# SPDX-License-Identifier: GPL-2.0-or-later
"""An officer at the panel, who counts: a click on a button is a choice, a list opened and picked in is one, and so is
what is dropped or picked in a dialog of the system. Typing is not counted."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QMenu, QTabWidget, QWidget

from dinamis_qgis.core.catalogues import user_file
from dinamis_qgis.gui.dock import DinamisDock
from tests.gui.zone_parts import make_panel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PATIENCE = 30_000  # milliseconds; what is waited for ends the wait


@contextmanager
def no_live_service() -> Iterator[None]:
    """The panel asks IGN's by itself for its list of years."""
    file = user_file()
    before = file.read_bytes() if file.is_file() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"id": "ign-mosaics", "enabled": False}]
    file.write_text(json.dumps({"version": 1, "catalogues": rows}), encoding="utf-8")
    try:
        yield
    finally:
        file.unlink() if before is None else file.write_bytes(before)


class Officer:
    def __init__(self, bot, crs: str = "EPSG:2154", extent=(250_000, 6_800_000, 350_000, 6_880_000)) -> None:
        self.bot = bot
        self.panel = make_panel(crs, extent)
        self.canvas, self.bar = self.panel.canvas, self.panel.bar
        self._bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas)
        self.dock = DinamisDock(self.canvas, self.bar, lambda: self.panel.layer, self._select, lambda _text: None)
        self.dock.resize(360, 700)
        self.bar.resize(900, 60)
        self.bar.show()
        self.dock.show()
        self.dock.show_page("search")
        self.choices, self._since = 0, time.monotonic()

    def _select(self, layer) -> None:
        self.panel.layer = layer

    def begin(self) -> None:
        """The zone is known: from here on it counts."""
        self.choices, self._since = 0, time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._since

    def until(self, condition: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    # --- what hands do ----------------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | QRect | None = None) -> None:
        self.choices += 1
        self._click(widget, at)

    def tab(self, place: int) -> None:
        tabs = self.dock.findChild(QTabWidget)
        self.click(tabs.tabBar(), tabs.tabBar().tabRect(place))

    def pick(self, box: QComboBox, data: object) -> None:
        """Of a list, with the arrows."""
        self.choices += 1
        assert box.isVisible() and box.isEnabled()
        wanted = box.findData(data)
        assert wanted >= 0, [box.itemText(place) for place in range(box.count())]
        box.setFocus()
        box.showPopup()
        view = box.view()
        self.until(view.isVisible)
        view.setCurrentIndex(box.model().index(wanted, box.modelColumn()))
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.until(lambda: box.currentData() == data)

    def menu(self, opens: QWidget | Callable[[], None], *path: str) -> None:
        """Opens a menu (a click on a widget, or what is called) and goes down to an entry, level by level."""
        self.choices += 1
        failed: list[str] = []
        waiting = list(path)
        clock = QTimer()

        def look() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu) or not waiting:
                return
            found = [one for one in menu.actions() if one.text().replace("&&", "&").startswith(waiting[0])]
            if not found or not found[0].isEnabled():
                failed.append(f"{waiting[0]} is not among {[one.text() for one in menu.actions()]}")
                waiting.clear()
                menu.close()
                return
            if found[0].menu() is not None and len(waiting) > 1:
                waiting.pop(0)
                menu.setActiveAction(found[0])
                QTest.keyClick(menu, Qt.Key.Key_Right)
                if QApplication.activePopupWidget() is menu:
                    found[0].menu().popup(menu.mapToGlobal(menu.actionGeometry(found[0]).topRight()))
                return
            waiting.clear()
            QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(found[0]).center())

        clock.timeout.connect(look)
        clock.start(20)
        if isinstance(opens, QWidget):
            self._click(opens)
        else:
            opens()
        self.until(lambda: not waiting)
        clock.stop()
        self.until(lambda: QApplication.activePopupWidget() is None)
        assert not failed, failed

    def drop(self, target: QWidget, *paths: Path) -> None:
        self.choices += 1
        given = QMimeData()
        given.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place, copy = QPoint(60, 60), Qt.DropAction.CopyAction
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, copy, given, button, keys)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(place), copy, given, button, keys))

    def answer_with(self, monkeypatch, name: str, path: Path) -> None:
        """The system's own dialog, answered: a choice."""

        def answered(*_asked: object, **_how: object):
            self.choices += 1
            return (str(path), "") if name != "getExistingDirectory" else str(path)

        monkeypatch.setattr(QFileDialog, name, answered)

    def press_in_bar(self, text: str) -> None:
        """A button of QGIS's message bar."""
        self.until(lambda: self._in_bar(text))
        self.click(self._in_bar(text))

    def said(self) -> list[str]:
        return [item.text() for item in self.bar.items()]

    def _in_bar(self, text: str) -> QAbstractButton | None:
        item = self.bar.currentItem()
        found = item.findChildren(QAbstractButton) if item is not None else []
        return next((one for one in found if one.text() == text), None)

    def _click(self, widget: QWidget, at: QPoint | QRect | None = None) -> None:
        assert widget.isVisible() and widget.isEnabled(), f"nobody could click {widget.objectName() or widget}"
        place = at.center() if isinstance(at, QRect) else at if at is not None else widget.rect().center()
        QTest.mouseMove(widget, place)
        QTest.mouseClick(widget, LEFT, NONE, place)

    def close(self) -> None:
        self.dock.take_down()
        self.dock.deleteLater()
        del self._bridge
        self.canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QgsProject.instance().clear()
