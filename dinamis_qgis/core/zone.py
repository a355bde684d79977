# SPDX-License-Identifier: GPL-2.0-or-later
"""The zone that all pages share: what is searched, covered, estimated. Nothing is drawn or chosen twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from qgis.PyQt.QtCore import QObject, pyqtSignal
from shapely.geometry.base import BaseGeometry

from ..domain.area import area_km2


@dataclass(frozen=True)
class Zone:
    """``shape``: valid polygons in longitude/latitude, split at ±180°. ``label`` is text for a person."""

    shape: BaseGeometry
    kind: str  # "territory" | "extent" | "drawn" | "selection" | "place" | "ribbon" | "file" | "bookmark"
    label: str = ""
    vertices: int = 0  # of the outline as it was given (``shape`` has more: it is densified); 0 where that says nothing

    @cached_property
    def km2(self) -> float:
        """Measured once: several boxes say it, and a département's coast has 200 000 vertices."""
        return area_km2(self.shape)

    def measured(self) -> Zone:
        """In a task: the main thread then says an area that is known."""
        _ = self.km2
        return self

    def of_kind(self, kind: str) -> Zone:
        """The same ground, which is not measured again."""
        same = replace(self, kind=kind)
        if "km2" in self.__dict__:
            same.__dict__["km2"] = self.km2
        return same


class ZoneHolder(QObject):
    """Holds the current zone (or None) and says when it changes; ``drawing`` follows a zone while it is being drawn."""

    changed = pyqtSignal()
    drawing = pyqtSignal(object)  # Zone, not yet finished; None when it was given up

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone: Zone | None = None

    @property
    def zone(self) -> Zone | None:
        return self._zone

    def set(self, zone: Zone | None) -> None:
        if zone != self._zone:
            self._zone = zone
            self.changed.emit()
