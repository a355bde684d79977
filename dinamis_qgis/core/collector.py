# SPDX-License-Identifier: GPL-2.0-or-later
"""Python's full garbage collections look at every container there is, and stop QGIS for tens of milliseconds."""

from __future__ import annotations

import gc

_NOT_NOW = 1_000_000  # collections of the youngest generation


class FullCollections:
    """Spares them while thousands of objects arrive that are there to stay. New garbage is collected as ever; what
    stayed joins the oldest objects, unexamined, at the end."""

    def __init__(self) -> None:
        self._usual: tuple[int, int, int] | None = None

    def put_off(self) -> None:
        if self._usual is None:
            self._usual = gc.get_threshold()
            gc.set_threshold(self._usual[0], _NOT_NOW, self._usual[2])

    def allow(self) -> None:
        if self._usual is not None:
            gc.freeze()
            gc.unfreeze()  # from the permanent ones to the oldest: nothing is kept from later collections
            gc.set_threshold(*self._usual)
            self._usual = None
