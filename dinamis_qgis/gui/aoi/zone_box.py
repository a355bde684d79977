# SPDX-License-Identifier: GPL-2.0-or-later
"""« Où » as the pages show it: a list and a pencil, always in step with the shared zone."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsMapLayer, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.numbers import format_km2
from ...core.outline_files import FileLayer
from ...translation import tr
from ..elided_box import ElidedBox
from ..tool_tip import tool_tip
from .controller import DRAWN, EXTENT, KEPT, SELECTION, TERRITORY, ZoneController
from .other_zones import BOOKMARK, FILE, PLACE
from .place_edit import PlaceEdit
from .ribbon_row import RibbonRow
from .ribbon_zone import RIBBON
from .territory_dialog import choose_territory
from .zone_menus import ask_crs, bookmarks_menu, layers_menu, zone_file_filter

_OTHER_TERRITORY = "other_territory"
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class _Kinds(ElidedBox):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows open the list: stepping through it unseen would begin a drawing, ask for a file, and stop at a
        selection that is empty."""
        if event.key() in _STEPS:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class ZoneBox(QWidget):
    def __init__(self, controller: ZoneController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._others = controller, controller.others
        self._asked, self._asked_over = "", ""  # a kind whose place or line is still to be given, and the one in use
        self.menu: QMenu | None = None  # of layers or bookmarks, while it is open
        self.kinds = _Kinds()
        self.kinds.setAccessibleName(tr("Where"))
        self.kinds.activated.connect(self._chosen)
        self.pencil = self._pencil()
        self.place = PlaceEdit()
        self.place.found.connect(self._others.take_outline)
        self.place.given_up.connect(self._give_up)
        self.ribbon = RibbonRow(self._others.ribbon)
        self.keep = QPushButton(tr("Make it my territory"))
        self.keep.setToolTip(tr("The zone that is proposed by default from now on, on every page"))
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(self.kinds, 1)
        row.addWidget(self.pencil)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(row)
        for below in (self.place, self.ribbon, self.keep):
            layout.addWidget(below)
        self.setFocusProxy(self.kinds)
        controller.changed.connect(self.refresh)
        controller.context.zones.changed.connect(self._describe)
        self._others.layers_found.connect(self._offer_layers)
        self._others.crs_wanted.connect(self._ask_crs)
        self.refresh()

    def refresh(self) -> None:
        """Write the list afresh and show what is in use."""
        if self._asked and self._controller.kind != self._asked_over:
            self._asked = ""
        self.kinds.clear()
        for kind, label in self._entries():
            self.kinds.addItem(label, kind)
        kind = self._shown_kind()
        self.kinds.setCurrentIndex(self.kinds.findData(kind))
        self.pencil.setChecked(self._controller.drawing)
        self.place.offer(self._controller.territories.offered)
        self.place.setVisible(kind == PLACE)
        self.place.show_name("" if self._asked else self._others.name(PLACE))
        self.ribbon.setVisible(kind == RIBBON)
        self.ribbon.refresh()
        self.keep.setVisible(not self._asked and self._others.territory() is not None)
        self._describe()

    def draw(self) -> None:
        """Begin a zone on the map."""
        self._controller.drawn.draw()

    def choose_territory(self) -> None:
        choose_territory(self._controller, self)

    def _shown_kind(self) -> str:
        if self._controller.drawing:
            return DRAWN
        return RIBBON if self._others.ribbon.drawing else self._asked or self._controller.kind

    def _entries(self) -> list[tuple[str, str]]:
        territory, layer = self._controller.territories.current, self._controller.selection_layer
        named = tr("My territory: {}").format(territory.name) if territory else tr("My territory…")
        selected = tr("Selected features ({})").format(layer.name()) if layer else tr("Selected features")
        place = self._named(PLACE, tr("Place: {}"), tr("Municipality, EPCI… (type to complete)"))
        entries = [
            (TERRITORY if territory else _OTHER_TERRITORY, named),
            (EXTENT, tr("Map extent")),
            (DRAWN, tr("Drawn zone")),
            (SELECTION, selected),
            (PLACE, place),
            (RIBBON, tr("Buffer around a line…")),
            (FILE, self._named(FILE, tr("File: {}"), tr("File…"))),
            (BOOKMARK, self._named(BOOKMARK, tr("Bookmark: {}"), tr("Bookmark"))),
        ]
        if self._controller.kept is not None:
            entries.append((KEPT, tr("Saved zone: {}").format(self._controller.kept.label)))
        if territory:
            entries.append((_OTHER_TERRITORY, tr("Another territory…")))
        return entries

    def use_shape(self, shape: BaseGeometry) -> None:
        self._controller.drawn.use(shape)
        self.refresh()

    def _named(self, kind: str, named: str, else_: str) -> str:
        in_use = self._controller.kind == kind and self._asked != kind
        return named.format(self._others.name(kind)) if in_use else else_

    def _chosen(self, index: int) -> None:
        kind = self.kinds.itemData(index)
        self._asked, self._asked_over = "", self._controller.kind
        if kind == _OTHER_TERRITORY:
            self.choose_territory()
        elif kind == PLACE:
            self._ask(PLACE)
            self.place.setFocus()
            self.place.edit.selectAll()
        elif kind == RIBBON:
            self._ask(RIBBON)
        elif kind == FILE:
            self._ask_file()
        elif kind == BOOKMARK:
            self._offer_bookmarks()
        else:
            self._controller.choose(kind)
        self.refresh()

    def _ask(self, kind: str) -> None:
        """What there was of this kind is the zone again; else it is to be given, and the zone stays meanwhile."""
        if self._others.has(kind):
            self._controller.choose(kind)
        elif self._controller.kind != kind:
            self._asked = kind
        self.refresh()
        if kind == RIBBON and not self._others.has(RIBBON) and not _has_lines(self._controller.context.active_layer()):
            self._others.ribbon.draw()

    def _give_up(self) -> None:
        self._asked = ""
        self.refresh()
        self.kinds.setFocus()

    def _keep(self) -> None:
        territory = self._others.territory()
        if territory is not None:
            self._controller.territories.set(territory)

    # --- what is asked ----------------------------------------------------------------------------

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Zone in a file"), "", zone_file_filter())
        if path:
            self._others.take_file(Path(path))

    def _offer_layers(self, layers: object) -> None:
        if self.isVisible():
            self._pop_up(layers_menu(layers, self._others.take_layer, self))

    def _offer_bookmarks(self) -> None:
        menu = bookmarks_menu(self._others.take_bookmark, self)
        if menu is None:
            said = tr("There is no bookmark yet: make one with View › New Spatial Bookmark…")
            self._controller.context.notices.say(said)
        else:
            self._pop_up(menu)

    def _ask_crs(self, layer: FileLayer) -> None:
        if self.isVisible():
            crs = ask_crs(layer, self)
            if crs:
                self._others.take_layer(layer, crs)

    def _pop_up(self, menu: QMenu) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu
        menu.popup(self.kinds.mapToGlobal(self.kinds.rect().bottomLeft()))

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
        menu.addAction(tr("Draw a new zone")).triggered.connect(lambda: self._controller.drawn.draw_anew())
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda at: menu.popup(button.mapToGlobal(at)))
        return button

    def _draw(self, on: bool) -> None:
        if on:
            self._controller.drawn.draw()
        else:
            self._controller.drawn.cancel()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self._controller.show_for(self, True)

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self._controller.show_for(self, False)


def _has_lines(layer: QgsMapLayer | None) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry
