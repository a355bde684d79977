# SPDX-License-Identifier: GPL-2.0-or-later
"""The territory in use: the person's own, or an invented one that stands in for it while invented data are searched."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..translation import tr
from .task import TaskSlot
from .territory import Territory, read_territories, read_territory, write_territory


class MyTerritory(QObject):
    changed = pyqtSignal()  # ``current`` is another one
    settled = pyqtSignal()  # nothing is being read any more
    failed = pyqtSignal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._own: Territory | None = None
        self._stand_in: Territory | None = None
        self._stands_in = False
        self._offered: tuple[Territory, ...] = ()
        self._loading, self._offering, self._storing = TaskSlot(self), TaskSlot(self), TaskSlot(self)

    @property
    def current(self) -> Territory | None:
        return self._stand_in if self._stands_in else self._own

    @property
    def offered(self) -> tuple[Territory, ...]:
        """The invented outlines, while they stand in."""
        return self._offered

    @property
    def invented(self) -> bool:
        return self._stands_in

    @property
    def busy(self) -> bool:
        return self._loading.busy or self._offering.busy

    def load(self) -> None:
        self._loading.start(tr("My territory"), lambda _: _measured(self._path), self._loaded, self._failed)

    def set(self, territory: Territory) -> None:
        """Use it from now on. The person's own is kept in the profile; an invented one is never kept."""
        if self._stands_in:
            self._stand_in = territory
        else:
            self._own = territory
            work = lambda _feedback: write_territory(self._path, territory)  # noqa: E731
            self._storing.start(tr("My territory"), work, lambda _: None, self.failed.emit)
        self.changed.emit()

    def stand_in(self, path: Path | None) -> None:
        """The outlines of ``path`` stand in, the first one first; None gives the person's own back."""
        self._offering.close()
        self._stands_in = path is not None
        self._stand_in, self._offered = None, ()
        if path is None:
            self.changed.emit()
        else:
            self._offering.start(tr("Territories"), lambda _: read_territories(path), self._offer, self._failed)

    def close(self) -> None:
        for slot in (self._loading, self._offering):
            slot.close()

    def _loaded(self, territory: Territory | None) -> None:
        self._own = territory
        if territory is not None and not self._stands_in:
            self.changed.emit()
        self._settle()

    def _offer(self, territories: tuple[Territory, ...]) -> None:
        self._offered, self._stand_in = territories, territories[0]
        self.changed.emit()
        self._settle()

    def _failed(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._settle()

    def _settle(self) -> None:
        if not self.busy:
            self.settled.emit()


def _measured(path: Path) -> Territory | None:
    """Its area is known when it comes: a large outline is not measured on the main thread."""
    territory = read_territory(path)
    if territory is not None:
        territory.zone.measured()
    return territory
