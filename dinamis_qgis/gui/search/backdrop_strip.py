# SPDX-License-Identifier: GPL-2.0-or-later
"""Without searching: a yearly mosaic on the map, or two of them side by side. The years are those that the service
lists, which is asked when the strip is first seen."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from shapely.geometry.base import BaseGeometry

from ...core.backdrops import (
    backdrop_name,
    credit_of,
    family_name,
    follow_dates,
    period_name,
    read_backdrops,
    show_backdrop,
    shown_backdrops,
)
from ...core.messages import sentence
from ...core.task import TaskSlot
from ...core.zones import extent_of, visible_zone
from ...domain.backdrops import Backdrop
from ...domain.catalogues.registry import CatalogueRow
from ...domain.errors import Cancelled, InvalidZone, TimedOut, Unreachable
from ...translation import tr
from ..context import PanelContext
from ..elided_box import ElidedBox
from ..swipe.tool import SwipeTool
from ..tool_tip import tool_tip


class BackdropStrip(QWidget):
    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row: CatalogueRow | None = None
        self._listed = False
        self._asking = TaskSlot(self)
        self._soon = QTimer(self)  # the panel may yet say, while it is built, that no service is to be asked
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self._arrived = QTimer(self)
        self._arrived.setSingleShot(True)
        self._arrived.timeout.connect(self._look_there_again)
        self._looked_at: BaseGeometry | None = None
        self.swipe = SwipeTool(context.canvas)
        self.swipe.used.connect(self._swiping)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.years = ElidedBox()
        self.years.setAccessibleName(tr("Yearly backdrop"))
        self.show_button = QPushButton(tr("Show"))
        self.show_button.setToolTip(tr("Add this mosaic to the map, in the group DINAMIS"))
        self.compare_button = QPushButton(tr("Compare with…"))
        self.compare_button.setToolTip(tr("Two mosaics side by side: the older one left of a divider. Esc ends it."))
        self._menu = QMenu(self.compare_button)
        self.compare_button.setMenu(self._menu)
        self.years.currentIndexChanged.connect(self._chosen)
        self.show_button.clicked.connect(self._show)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._lay_out()
        self.set_row(None)

    def set_row(self, row: CatalogueRow | None) -> None:
        """The service to ask; without any, the strip is not there."""
        if row is not None and row == self._row:
            return
        self._soon.stop()
        self._asking.close()
        self._row, self._listed = row, False
        self.years.clear()
        self._say(tr("Without searching: IGN yearly backdrop"), ready=False)
        self.setVisible(row is not None)
        if self.isVisible():  # its address was changed in the options: nothing else would ask the new one
            self._soon.start(0)

    def backdrop(self) -> Backdrop | None:
        return self.years.currentData()

    def close_strip(self) -> None:
        self._soon.stop()
        self._arrived.stop()
        self._asking.close()
        self.swipe.close()

    def showEvent(self, event: QShowEvent) -> None:
        """A service that could not be reached is asked again when the strip is next seen."""
        super().showEvent(event)
        if self._row is not None and not self._listed and not self._asking.busy:
            self._soon.start(0)

    # --- the list ---------------------------------------------------------------------------------

    def _ask(self) -> None:
        row = self._row
        if row is not None:
            self._asking.start(
                tr("Years of the IGN backdrops"), lambda feedback: read_backdrops(row, feedback), self._fill, self._fail
            )

    def _fill(self, found: tuple[Backdrop, ...]) -> None:
        self._listed = True
        if not found:
            self._say(tr("IGN backdrops: the service lists no yearly mosaic"), ready=False)
            return
        family = found[0].family
        for backdrop in found:
            if backdrop.family != family:
                self.years.insertSeparator(self.years.count())
                family = backdrop.family
            self.years.addItem(backdrop_name(backdrop), backdrop)
        self._say(tr("Without searching: IGN yearly backdrop"), ready=True)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, (Unreachable, TimedOut)):
            self._say(tr("IGN backdrops: offline"), ready=False)
        else:
            self._say(tr("IGN backdrops: {}").format(sentence(error)), ready=False)
        self.label.setToolTip(tool_tip(sentence(error)))

    def _say(self, text: str, ready: bool) -> None:
        self.label.setText(text)
        self.label.setToolTip(tool_tip())
        self.label.setEnabled(ready or self._asking.busy)
        for widget in (self.years, self.show_button, self.compare_button):
            widget.setVisible(ready)

    def _chosen(self) -> None:
        backdrop = self.backdrop()
        if backdrop is not None and self._row is not None:
            self.years.setToolTip(tool_tip(self.years.currentText(), credit_of(self._row, backdrop)))

    # --- on the map -------------------------------------------------------------------------------

    def _show(self) -> None:
        backdrop = self.backdrop()
        if backdrop is not None:
            self._context.select_layer(self._add(backdrop)[0])

    def _add(self, *wanted: Backdrop) -> list[QgsMapLayer]:
        project = QgsProject.instance()
        if not project.mapLayers():
            self._looked_at = self._place()
            self._arrived.start(0)
        return [show_backdrop(project, self._row, one) for one in wanted if self._row is not None]

    def _place(self) -> BaseGeometry | None:
        """The zone, else what the map shows."""
        zone = self._context.zones.zone
        try:
            return zone.shape if zone is not None else visible_zone(self._context.canvas.mapSettings())
        except InvalidZone:  # a map that shows nothing of the Earth
            return None

    def _look_there_again(self) -> None:
        """QGIS has set an empty project's map up by its first layer, which is the whole Earth here."""
        shape, canvas = self._looked_at, self._context.canvas
        extent = extent_of(shape, canvas.mapSettings()) if shape is not None else None
        if extent is not None:
            canvas.setExtent(extent)
            canvas.refresh()

    def _fill_menu(self) -> None:
        """All the others, by family: that of the chosen one first."""
        self._menu.clear()
        chosen = self.backdrop()
        listed = [self.years.itemData(index) for index in range(self.years.count())]
        others = [one for one in listed if one is not None and one != chosen]
        others.sort(key=lambda one: chosen is not None and one.family != chosen.family)
        menus: dict[tuple[str, str], QMenu] = {}
        for other in others:
            if other.family not in menus:
                menus[other.family] = self._menu.addMenu(family_name(other))
            action = menus[other.family].addAction(period_name(other))
            action.triggered.connect(lambda _checked=False, other=other: self._compare(other))
        self._menu.addSeparator()
        self._offer_animation()

    def _offer_animation(self) -> None:
        shown = shown_backdrops(QgsProject.instance())
        animate = self._menu.addAction(tr("Animate the years on the map"))
        animate.setCheckable(True)
        animate.setEnabled(len(shown) > 1)
        animate.setChecked(any(layer.temporalProperties().isActive() for layer in shown))
        animate.triggered.connect(self._animate)

    def _animate(self, on: bool) -> None:
        follow_dates(shown_backdrops(QgsProject.instance()), on)
        if on:
            self._context.notices.say(
                tr("Backdrops now follow the Temporal Controller: open it from the toolbar and play the years.")
            )

    def _compare(self, other: Backdrop) -> None:
        chosen = self.backdrop()
        if chosen is None:
            return
        older, newer = self._add(*sorted((chosen, other), key=lambda one: (one.first, one.last)))
        self._context.select_layer(newer)
        self.swipe.begin(older, newer)

    def _swiping(self, on: bool) -> None:
        self._context.show_status(tr("Drag the divider over the map; Esc ends the comparison.") if on else "")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.years, 1)
        row.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.label)
        layout.addLayout(row)
        layout.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignRight)
