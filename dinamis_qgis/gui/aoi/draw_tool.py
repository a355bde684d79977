# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool that draws a zone and edits it, or draws a line.

Drawing: a click adds a vertex; right click, Enter or a double click finishes; Backspace or Ctrl+Z takes the last vertex
back; Shift and drag draws a rectangle (of the screen, whatever the map's rotation). Editing: drag a vertex, press on
an edge to insert one, Delete or right click on a vertex removes it, Ctrl+Z undoes; right click elsewhere or Enter
finishes. Esc gives up, and the tool that was used before is back.
"""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence

from .bands import DrawingBand
from .outline import Outline

_REACH = 8  # pixels within which a vertex or an edge is meant
_SMALLEST = 4  # pixels: a shorter drag is a click


class DrawTool(QgsMapTool):
    """``accept(geometry)`` is asked at the end: when it refuses, the outline stays, to be mended. ``line``: a line is
    drawn, without rectangle and without editing."""

    drawing = pyqtSignal(object)  # QgsGeometry in the map's CRS, empty until there is a surface (a line)
    used = pyqtSignal(bool)  # taken up, put down

    def __init__(self, canvas: QgsMapCanvas, accept: Callable[[QgsGeometry], bool], line: bool = False) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._accept = accept
        self._is_line = line
        self._band = DrawingBand(canvas)
        self._former: QgsMapTool | None = None
        self.in_use = False
        self._crs = canvas.mapSettings().destinationCrs()
        self._forget()
        self.setCursor(Qt.CursorShape.CrossCursor)

    # --- taking up and putting down ---------------------------------------------------------------

    def begin(self, polygon: QgsGeometry | None = None) -> None:
        """Draw a new zone (or go on with the unfinished one), or edit ``polygon``, in the map's CRS."""
        if polygon is not None:
            self._forget()
            self._outline = Outline(tuple(polygon.asPolygon()[0][:-1]))
            self._closed = True
        self._take_up()

    def restart(self) -> None:
        """Draw a new zone, whatever was unfinished."""
        self._forget()
        self._take_up()

    def _take_up(self) -> None:
        if self._canvas.mapTool() is not self:
            self._former = self._canvas.mapTool()
            self._canvas.setMapTool(self)
        self._canvas.setFocus()
        self._show()

    def activate(self) -> None:
        super().activate()
        self.in_use = True
        self._follow_crs()
        self._canvas.installEventFilter(self)
        self._canvas.destinationCrsChanged.connect(self._follow_crs)
        self.used.emit(True)

    def deactivate(self) -> None:
        """Another tool was chosen: the unfinished outline waits for :meth:`begin`."""
        super().deactivate()
        self.in_use = False  # the canvas still names this tool here
        self._canvas.removeEventFilter(self)
        self._canvas.destinationCrsChanged.disconnect(self._follow_crs)
        self._grabbed = self._corner = None
        self.used.emit(False)

    def cancel(self) -> None:
        self._forget()
        self._band.hide()
        self.drawing.emit(QgsGeometry())
        self._put_down()

    def close(self) -> None:
        self.cancel()
        self._band.remove()

    def _put_down(self) -> None:
        if self._canvas.mapTool() is not self:
            return
        if self._former is not None and not sip.isdeleted(self._former):
            self._canvas.setMapTool(self._former)
        else:
            self._canvas.unsetMapTool(self)
        self._former = None

    def _forget(self) -> None:
        self._outline = Outline()
        self._closed = False  # an outline that is edited, not drawn
        self._corner: QgsPointXY | None = None  # where a rectangle begins
        self._grabbed: int | None = None
        self._cursor: QgsPointXY | None = None
        self._after_double_click: Callable[[], None] | None = None

    def _finish(self) -> None:
        if len(self._outline) == 0:
            self.cancel()
        elif self._accept(self._outline.line() if self._is_line else self._outline.polygon()):
            self._forget()
            self._band.hide()
            self._put_down()
        elif len(self._outline) > 2 and not self._is_line:
            self._closed = True
            self._show()

    # --- mouse ------------------------------------------------------------------------------------

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self._is_line:
            self._corner = event.mapPoint()
        elif self._closed:
            self._grab(event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        self._cursor = event.mapPoint()
        if self._grabbed is not None:
            self._outline.drag(self._grabbed, event.mapPoint())
        self._show()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if self._after_double_click is not None:
            then, self._after_double_click = self._after_double_click, None
            then()
        elif event.button() == Qt.MouseButton.RightButton:
            self._right_click(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._left_release(event)

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._closed:
            # its second release still comes: it must not reach the tool that is put back (Pan would move the map)
            self._after_double_click = self._finish

    def _left_release(self, event: QgsMapMouseEvent) -> None:
        corner, self._corner = self._corner, None
        if corner is not None and self._pixels_between(corner, event.mapPoint()) >= _SMALLEST:
            self._outline.replace(self._rectangle(corner, event.mapPoint()))
            self._finish()
        elif self._grabbed is not None:
            self._grabbed = None
            self._show()
        elif not self._closed:
            self._outline.add(event.mapPoint())
            self._show()

    def _right_click(self, event: QgsMapMouseEvent) -> None:
        vertex = self._vertex_at(event.pos()) if self._closed else None
        if vertex is None or not self._outline.delete(vertex):
            self._finish()
        self._show()

    def _grab(self, event: QgsMapMouseEvent) -> None:
        vertex = self._vertex_at(event.pos())
        if vertex is not None:
            self._outline.hold()
        else:
            vertex = self._edge_at(event.pos())
            if vertex is None:
                return
            self._outline.insert(vertex, event.mapPoint())
        self._grabbed = vertex

    # --- keyboard ---------------------------------------------------------------------------------

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        """Our keys, before QGIS's own shortcuts (Undo of a layer, deletion of features) and the canvas take them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._key_action(event) is not None:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            action = self._key_action(event)
            if action is not None:
                action()
                return True
        return False

    def _key_action(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._undo
        return {
            Qt.Key.Key_Escape: self.cancel,
            Qt.Key.Key_Return: self._finish,
            Qt.Key.Key_Enter: self._finish,
            Qt.Key.Key_Backspace: self._erase,
            Qt.Key.Key_Delete: self._erase,
        }.get(event.key())

    def _undo(self) -> None:
        self._outline.undo()
        self._show()

    def _erase(self) -> None:
        if not self._closed:
            self._outline.undo()
        elif self._cursor is not None:
            vertex = self._vertex_at(self.toCanvasCoordinates(self._cursor))
            if vertex is not None:
                self._outline.delete(vertex)
        self._show()

    # --- geometry ---------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._corner is not None and self._cursor is not None:
            polygon = QgsGeometry.fromPolygonXY([list(self._rectangle(self._corner, self._cursor))])
            self._band.show(polygon, ())
        else:
            also = () if self._closed or self._cursor is None else (self._cursor,)
            line = self._outline.line(*also) if len(self._outline) else QgsGeometry()
            polygon = line if self._is_line else self._outline.polygon(*also)
            self._band.show(polygon if len(polygon.asWkb()) else line, self._outline.points)
        self.drawing.emit(polygon)

    def _rectangle(self, start: QgsPointXY, end: QgsPointXY) -> tuple[QgsPointXY, ...]:
        """With sides along the screen's."""
        to_pixel = self._canvas.getCoordinateTransform()
        first, last = to_pixel.transform(start), to_pixel.transform(end)
        # 3.22 takes fractions of pixels under this name only
        back = getattr(to_pixel, "toMapCoordinatesF", to_pixel.toMapCoordinates)
        return (start, back(last.x(), first.y()), end, back(first.x(), last.y()))

    def _pixels_between(self, one: QgsPointXY, other: QgsPointXY) -> float:
        to_pixel = self._canvas.getCoordinateTransform()
        return to_pixel.transform(one).distance(to_pixel.transform(other))

    def _vertex_at(self, pixel: QPoint) -> int | None:
        here = QgsPointXY(pixel.x(), pixel.y())
        to_pixel = self._canvas.getCoordinateTransform()
        far = [(to_pixel.transform(point).distance(here), index) for index, point in enumerate(self._outline.points)]
        nearest = min(far, default=(_REACH + 1.0, 0))
        return nearest[1] if nearest[0] <= _REACH else None

    def _edge_at(self, pixel: QPoint) -> int | None:
        """The index that a vertex inserted on the edge under ``pixel`` gets."""
        here = QgsPointXY(pixel.x(), pixel.y())
        to_pixel = self._canvas.getCoordinateTransform()
        points = [to_pixel.transform(point) for point in self._outline.points]
        for index, (one, other) in enumerate(zip(points, points[1:] + points[:1])):
            if here.sqrDistToSegment(one.x(), one.y(), other.x(), other.y())[0] <= _REACH**2:
                return index + 1
        return None

    def _follow_crs(self) -> None:
        """The map's CRS changed: the outline stays where it is on the ground."""
        former, self._crs = self._crs, self._canvas.mapSettings().destinationCrs()
        if former == self._crs or len(self._outline) == 0:
            return
        transform = QgsCoordinateTransform(former, self._crs, QgsProject.instance().transformContext())
        try:
            self._outline.moved(transform.transform)
        except QgsCsException:
            self._forget()
        self._show()
