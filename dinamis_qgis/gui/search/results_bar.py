# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar below the results: the main button, which follows the row, and what is done with several images."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QToolButton, QWidget

from ...core.export import export_table, exported_table
from ...core.footprint_layer import mission_colour
from ...core.task import TaskSlot
from ...core.words import mission_name
from ...domain.scene import Scene
from ...paths import resource
from ...translation import tr
from ..aoi.bands import COLOUR as ZONE_COLOUR
from ..context import PanelContext
from ..fitted_button import FittedButton
from .compare import CompareButton
from .cover import CoverButton
from .scene_opener import SceneOpener

_ICON = 16


class ResultsBar(QWidget):
    """While a search runs the main button cancels it."""

    cancel_requested = pyqtSignal()
    animation_toggled = pyqtSignal(bool)

    def __init__(
        self,
        context: PanelContext,
        opener: SceneOpener,
        compare: CompareButton,
        cover: CoverButton,
        footprints: Callable[[], QgsVectorLayer | None],
        scenes: Callable[[], list[Scene]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._opener, self._footprints, self._scenes = context, opener, footprints, scenes
        self._scene: Scene | None = None
        self._running = False
        self._writing = TaskSlot(self)
        self.main = FittedButton()
        self.main.setDefault(True)
        self.main.clicked.connect(self.press)
        opener.changed.connect(self._show)
        self.compare, self.cover = compare, cover
        compare.setIcon(_icon("compare.svg"))
        cover.setIcon(_icon("cover.svg"))
        self.more = more_button(self._build_menu())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.main)
        layout.addWidget(compare)
        layout.addStretch()
        layout.addWidget(cover)
        layout.addWidget(self.more)
        self._show()

    def follow(self, scene: Scene | None) -> None:
        """The row that the main button is about."""
        self._scene = scene
        self._show()

    def set_running(self, running: bool) -> None:
        self._running = running
        self._show()

    def press(self) -> None:
        if self._running:
            self.cancel_requested.emit()
        elif self._scene is not None:
            self._opener.run(self._scene)

    def reset(self) -> None:
        """A new search."""
        self.animate.setChecked(False)
        self.follow(None)

    def close_bar(self) -> None:
        self._writing.close()
        self.compare.close_button()
        self.cover.close_page()

    # --- what fits --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def _show(self) -> None:
        words = (tr("Cancel"),) * 2 if self._running else self._opener.labels(self._scene)
        self.main.set_words(*words)
        self.main.setEnabled(self._running or self._scene is not None)
        self._fit()

    def _fit(self) -> None:
        """Words while there is room; then, from the right, icons with tooltips; the main button gives way last."""
        icon_only, words = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextOnly
        for cover, compare in ((words, True), (icon_only, True), (icon_only, False)):
            self.cover.setToolButtonStyle(cover)
            self.compare.setText(tr("Compare") if compare else "")
            parts = (self.main, self.compare, self.cover, self.more)
            if sum(part.sizeHint().width() for part in parts) + 4 * self.layout().spacing() <= self.width():
                break
        self.compare.setIconSize(QSize(_ICON, _ICON) if not self.compare.text() else QSize(0, 0))

    # --- ⋮ ----------------------------------------------------------------------------------------

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        self._export = menu.addAction(tr("Export the footprints…"))
        self._export.triggered.connect(self._ask_file)
        self._download = menu.addAction(tr("Download all…"))
        self._download.triggered.connect(self._download_all)
        self.animate = menu.addAction(tr("Animate the dates"))
        self.animate.setCheckable(True)
        self.animate.toggled.connect(self.animation_toggled)
        self._legend = menu.addMenu(tr("Legend"))
        menu.aboutToShow.connect(self._fill_menu)
        return menu

    def _fill_menu(self) -> None:
        there = self._footprints() is not None
        self._export.setEnabled(there and not self._writing.busy)
        self.animate.setEnabled(there)
        self._download.setEnabled(any(self._opener.can_download(scene) for scene in self._scenes()))
        self._legend.clear()
        missions = sorted({scene.mission for scene in self._scenes()}, key=mission_name)
        self._legend.setEnabled(bool(missions))
        for mission in missions:
            words = tr("Footprint of {}").format(mission_name(mission)).replace("&", "&&")
            self._legend.addAction(_outline_icon(mission_colour(mission)), words)
        self._legend.addAction(_outline_icon(ZONE_COLOUR), tr("Searched zone"))

    def _ask_file(self) -> None:
        kinds = "GeoPackage (*.gpkg);;GeoJSON (*.geojson)"
        name, kind = QFileDialog.getSaveFileName(self, tr("Export the footprints"), tr("footprints.gpkg"), kinds)
        if name:
            path = Path(name)
            self.export(path if path.suffix else path.with_suffix(".geojson" if "GeoJSON" in kind else ".gpkg"))

    def export(self, path: Path) -> None:
        layer = self._footprints()
        if layer is None:
            return
        table = exported_table(layer, path)
        self._writing.start(
            tr("Exporting the footprints"),
            lambda feedback: export_table(table, path, feedback),
            lambda written: self._context.notices.say(tr("Footprints exported: {}").format(written)),
            self._context.notices.tell,
        )

    def _download_all(self) -> None:
        self._opener.download_all([scene for scene in self._scenes() if self._opener.can_download(scene)])


def more_button(menu: QMenu) -> QToolButton:
    """[⋮]"""
    button = QToolButton()
    button.setText("⋮")
    button.setToolTip(tr("More"))
    button.setAccessibleName(tr("More"))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    return button


def _icon(name: str) -> QIcon:
    return QIcon(str(resource("icons", name)))


def _outline_icon(colour: QColor) -> QIcon:
    """As on the map."""
    pixmap = QPixmap(_ICON, _ICON)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidth(3)
    painter.setPen(pen)
    painter.drawRect(2, 2, _ICON - 5, _ICON - 5)
    painter.end()
    return QIcon(pixmap)
