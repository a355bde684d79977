# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloads that came: those that are to be opened are, the others are listed. One after the other, in tasks."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.opening import describe, find, open_groups
from ...core.task import TaskSlot
from ...domain.transfers import Transfer
from ...translation import tr
from ..notices import Notices


class Arrivals(QObject):
    described = pyqtSignal(object)  # list of (Group, thumbnail)
    opened = pyqtSignal(object)  # Opening

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._slot = TaskSlot(self)
        self._to_list: list[str] = []
        self._to_open: list[str] = []

    def recall(self, done: Iterable[Transfer]) -> None:
        """Of former sessions: listed, if their disk is there."""
        self._to_list += [str(one.place) for one in done if one.place.is_dir()]
        self._next()

    def take_in(self, transfer: Transfer) -> None:
        (self._to_open if transfer.open_when_done else self._to_list).append(str(transfer.place))
        self._next()

    def close(self) -> None:
        self._slot.close()

    def _next(self) -> None:
        if self._slot.busy:
            return
        if self._to_open:
            place = self._to_open.pop(0)
            self._slot.start(
                tr("Opening images"),
                lambda feedback: open_groups(find([place], feedback).groups, "natural", feedback),
                lambda opening: self._done(self.opened, opening),
                self._failed,
            )
        elif self._to_list:
            places, self._to_list = self._to_list, []
            self._slot.start(
                tr("Listing the images that were downloaded"),
                lambda feedback: describe(places, feedback),
                lambda found: self._done(self.described, found),
                self._failed,
            )

    def _done(self, signal, what: object) -> None:
        signal.emit(what)
        self._next()

    def _failed(self, error: BaseException) -> None:
        self._notices.tell(error)
        self._next()
