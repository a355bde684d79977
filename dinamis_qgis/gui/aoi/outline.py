# SPDX-License-Identifier: GPL-2.0-or-later
"""The vertices of a zone while it is drawn or edited, with what was before each change."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY


class Outline:
    """An open list of points in the map's CRS; as a polygon it closes itself."""

    def __init__(self, points: tuple[QgsPointXY, ...] = ()) -> None:
        self._points = points
        self._before: list[tuple[QgsPointXY, ...]] = []

    @property
    def points(self) -> tuple[QgsPointXY, ...]:
        return self._points

    def __len__(self) -> int:
        return len(self._points)

    def polygon(self, *also: QgsPointXY) -> QgsGeometry:
        """Empty with fewer than three points."""
        points = [*self._points, *also]
        return QgsGeometry.fromPolygonXY([points]) if len(points) > 2 else QgsGeometry()

    def line(self, *also: QgsPointXY) -> QgsGeometry:
        """Empty with fewer than two points."""
        points = [*self._points, *also]
        return QgsGeometry.fromPolylineXY(points) if len(points) > 1 else QgsGeometry()

    def add(self, point: QgsPointXY) -> None:
        self.replace((*self._points, point))

    def insert(self, index: int, point: QgsPointXY) -> None:
        self.replace((*self._points[:index], point, *self._points[index:]))

    def delete(self, index: int) -> bool:
        """False when a triangle would be opened."""
        if len(self._points) <= 3:
            return False
        self.replace(self._points[:index] + self._points[index + 1 :])
        return True

    def replace(self, points: tuple[QgsPointXY, ...]) -> None:
        self._before.append(self._points)
        self._points = points

    def drag(self, index: int, point: QgsPointXY) -> None:
        """Move a vertex without remembering each step: :meth:`hold` once before."""
        self._points = (*self._points[:index], point, *self._points[index + 1 :])

    def hold(self) -> None:
        self._before.append(self._points)

    def undo(self) -> bool:
        if not self._before:
            return False
        self._points = self._before.pop()
        return True

    def moved(self, move) -> None:
        """The same outline after ``move`` (another CRS of the map), its past included."""
        self._points = tuple(map(move, self._points))
        self._before = [tuple(map(move, points)) for points in self._before]
