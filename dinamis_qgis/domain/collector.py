# SPDX-License-Identifier: GPL-2.0-or-later
"""Python's full garbage collections look at every container there is, and stop QGIS for tens of milliseconds."""

from __future__ import annotations

import gc
from threading import Lock
from typing import ClassVar

_NOT_NOW = 1_000_000  # collections of the youngest generation


class FullCollections:
    """Spares them while thousands of objects arrive that are there to stay. New garbage is collected as ever; what
    stayed joins the oldest objects, unexamined, at the end. Several may put them off, in any thread, until the last
    one allows."""

    _holders: ClassVar[set[int]] = set()
    _usual: ClassVar[tuple[int, int, int]] = gc.get_threshold()
    _turn: ClassVar[Lock] = Lock()

    def __enter__(self) -> None:
        self.put_off()

    def __exit__(self, *_error: object) -> None:
        self.allow()

    def put_off(self) -> None:
        with self._turn:
            if not self._holders:
                FullCollections._usual = gc.get_threshold()
                gc.set_threshold(self._usual[0], _NOT_NOW, self._usual[2])
            self._holders.add(id(self))

    def allow(self) -> None:
        with self._turn:
            if id(self) not in self._holders:
                return
            self._holders.discard(id(self))
            if not self._holders:
                gc.freeze()
                gc.unfreeze()  # from the permanent ones to the oldest: nothing is kept from later collections
                gc.set_threshold(*self._usual)
