# SPDX-License-Identifier: GPL-2.0-or-later
"""« Où » as the pages show it: a list and a pencil, always in step with the shared zone."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ...core.numbers import format_km2
from ...translation import tr
from ..elided_box import ElidedBox
from ..tool_tip import tool_tip
from .controller import DRAWN, EXTENT, KEPT, SELECTION, TERRITORY, ZoneController
from .territory_dialog import choose_territory

_OTHER_TERRITORY = "other_territory"


class ZoneBox(QWidget):
    def __init__(self, controller: ZoneController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.kinds = ElidedBox()
        self.kinds.setAccessibleName(tr("Where"))
        self.kinds.activated.connect(self._chosen)
        self.pencil = self._pencil()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.kinds, 1)
        layout.addWidget(self.pencil)
        self.setFocusProxy(self.kinds)
        controller.changed.connect(self.refresh)
        controller.context.zones.changed.connect(self._describe)
        self.refresh()

    def refresh(self) -> None:
        """Write the list afresh and show what is in use."""
        self.kinds.clear()
        for kind, label in self._entries():
            self.kinds.addItem(label, kind)
        kind = DRAWN if self._controller.drawing else self._controller.kind
        self.kinds.setCurrentIndex(self.kinds.findData(kind))
        self.pencil.setChecked(self._controller.drawing)
        self._describe()

    def draw(self) -> None:
        """Begin a zone on the map."""
        self._controller.draw()

    def choose_territory(self) -> None:
        choose_territory(self._controller, self)

    def _entries(self) -> list[tuple[str, str]]:
        territory, layer = self._controller.territories.current, self._controller.selection_layer
        named = tr("My territory: {}").format(territory.name) if territory else tr("My territory…")
        selected = tr("Selected features ({})").format(layer.name()) if layer else tr("Selected features")
        entries = [
            (TERRITORY if territory else _OTHER_TERRITORY, named),
            (EXTENT, tr("Map extent")),
            (DRAWN, tr("Drawn zone")),
            (SELECTION, selected),
        ]
        if self._controller.kept is not None:
            entries.append((KEPT, tr("Saved zone: {}").format(self._controller.kept.label)))
        if territory:
            entries.append((_OTHER_TERRITORY, tr("Another territory…")))
        return entries

    def use_shape(self, shape) -> None:
        self._controller.use_shape(shape)
        self.refresh()

    def _chosen(self, index: int) -> None:
        kind = self.kinds.itemData(index)
        if kind == _OTHER_TERRITORY:
            self.choose_territory()
        else:
            self._controller.choose(kind)
        self.refresh()

    def _describe(self) -> None:
        zone = self._controller.context.zones.zone
        area = tr("Area: {}").format(format_km2(zone.km2)) if zone else tr("No zone yet")
        self.kinds.setToolTip(tool_tip(self.kinds.currentText(), area))

    def _pencil(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionToggleEditing.svg"))
        button.setIconSize(QSize(16, 16))
        button.setCheckable(True)
        button.setAccessibleName(tr("Draw the zone"))
        button.setToolTip(tr(
            "Draw a zone on the map: click each corner, then right click or Enter. Shift and drag: rectangle. "
            "Backspace: undo. Esc: give up. A drawn zone in use is edited."
        ))  # fmt: skip
        button.clicked.connect(self._draw)
        menu = QMenu(button)
        menu.addAction(tr("Draw a new zone")).triggered.connect(lambda: self._controller.draw_anew())
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda at: menu.popup(button.mapToGlobal(at)))
        return button

    def _draw(self, on: bool) -> None:
        if on:
            self._controller.draw()
        else:
            self._controller.stop_drawing()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self._controller.show_for(self, True)

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self._controller.show_for(self, False)
