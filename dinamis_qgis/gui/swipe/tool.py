# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool that compares two layers: one left of a divider, the other right of it, the rest of the map on both.

Press or drag anywhere to bring the divider there; Esc, another tool, or the deletion of one of the layers ends it. The
project is not touched: each side is a picture of the map without the other layer.
"""

from __future__ import annotations

from functools import partial

from qgis.core import QgsMapLayer, QgsMapRendererJob, QgsMapRendererParallelJob, QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage

from .curtain import Curtain


class SwipeTool(QgsMapTool):
    used = pyqtSignal(bool)  # taken up, put down

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._curtain: Curtain | None = None
        self._layers: tuple[QgsMapLayer, ...] = ()
        self._jobs: list[QgsMapRendererParallelJob] = []
        self._stopped: set[QgsMapRendererParallelJob] = set()  # until their threads have ended
        self._pictures: dict[int, QImage] = {}
        self._former: QgsMapTool | None = None
        self._in_use = False
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def begin(self, left: QgsMapLayer, right: QgsMapLayer) -> None:
        self._clear()
        self._layers = (left, right)
        for layer in self._layers:
            layer.willBeDeleted.connect(self.end)
        self._curtain = Curtain(self._canvas, left.name(), right.name())
        if self._canvas.mapTool() is not self:
            self._former = self._canvas.mapTool()
            self._canvas.setMapTool(self)
        self._canvas.setFocus()
        self._canvas.refresh()  # its end starts the pictures

    def end(self) -> None:
        """The tool that was used before is back."""
        if self._canvas.mapTool() is not self:
            self._clear()
            return
        former, self._former = self._former, None
        if former is not None and not sip.isdeleted(former):
            self._canvas.setMapTool(former)
        else:
            self._canvas.unsetMapTool(self)

    def close(self) -> None:
        """Leave nothing on the canvas, whose child the tool is."""
        self.end()
        for job in list(self._stopped):
            job.cancel()
        self._stopped.clear()
        self.deleteLater()

    def activate(self) -> None:
        super().activate()
        if not self._layers:  # put back by the tool that took its place: there is nothing to compare any more
            self.end()
            return
        self._in_use = True
        canvas = self._canvas
        canvas.installEventFilter(self)
        canvas.mapCanvasRefreshed.connect(self._draw)
        for moved in (canvas.extentsChanged, canvas.rotationChanged, canvas.destinationCrsChanged):
            moved.connect(self._outdated)
        self.used.emit(True)

    def deactivate(self) -> None:
        super().deactivate()
        if not self._in_use:
            return
        self._in_use = False
        canvas = self._canvas
        canvas.removeEventFilter(self)
        canvas.mapCanvasRefreshed.disconnect(self._draw)
        for moved in (canvas.extentsChanged, canvas.rotationChanged, canvas.destinationCrsChanged):
            moved.disconnect(self._outdated)
        self._clear()
        self.used.emit(False)

    # --- the divider ------------------------------------------------------------------------------

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._move(event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(event)

    def _move(self, event: QgsMapMouseEvent) -> None:
        if self._curtain is not None:
            self._curtain.move_divider(event.pos().x())

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        """Esc, before QGIS's own shortcuts and the canvas take it."""
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or event.key() != Qt.Key.Key_Escape:
            return False
        if kind == QEvent.Type.KeyPress:
            self.end()
        event.accept()
        return True

    # --- the pictures -----------------------------------------------------------------------------

    def _outdated(self, *_change: object) -> None:
        self._stop()
        if self._curtain is not None:
            self._curtain.drop_pictures()

    def _draw(self) -> None:
        """The map has been drawn (its tiles are at hand): draw both sides as it is now, in threads of QGIS's."""
        self._stop()
        for side in range(len(self._layers)):
            settings = QgsMapSettings(self._canvas.mapSettings())
            settings.setLayers(self._side(side))
            job = QgsMapRendererParallelJob(settings)
            job.finished.connect(partial(self._drawn, job, side))
            self._jobs.append(job)
        for job in self._jobs:
            job.start()

    def _side(self, side: int) -> list[QgsMapLayer]:
        """The map's layers, the wanted one where the first of the two is; on top where the map has neither."""
        shown = self._canvas.mapSettings().layers()
        places = [index for index, layer in enumerate(shown) if layer in self._layers]
        place = places[0] if places else 0
        above, below = shown[:place], [layer for layer in shown[place:] if layer not in self._layers]
        return [*above, self._layers[side], *below]

    def _drawn(self, job: QgsMapRendererJob, side: int) -> None:
        self._stopped.discard(job)
        if job not in self._jobs or self._curtain is None:
            return
        self._pictures[side] = job.renderedImage()
        if len(self._pictures) == len(self._layers):
            self._curtain.show_pictures(self._pictures[0], self._pictures[1])
            self._jobs = []

    def _stop(self) -> None:
        jobs, self._jobs, self._pictures = self._jobs, [], {}
        for job in jobs:
            if job.isActive():
                self._stopped.add(job)
                job.cancelWithoutBlocking()

    def _clear(self) -> None:
        self._stop()
        layers, self._layers = self._layers, ()
        for layer in layers:
            if not sip.isdeleted(layer):
                layer.willBeDeleted.disconnect(self.end)
        if self._curtain is not None:
            self._canvas.scene().removeItem(self._curtain)
            self._curtain = None
