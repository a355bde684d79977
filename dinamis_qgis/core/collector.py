# SPDX-License-Identifier: GPL-2.0-or-later
"""Python's full garbage collections look at every container there is, and stop QGIS for tens of milliseconds."""

from __future__ import annotations

import gc

_NOT_NOW = 1_000_000  # collections of the middle generation


class FullCollections:
    """Puts them off while thousands of objects arrive that are there to stay; young garbage is collected as ever."""

    def __init__(self) -> None:
        self._usual: tuple[int, int, int] | None = None

    def put_off(self) -> None:
        if self._usual is None:
            self._usual = gc.get_threshold()
            gc.set_threshold(self._usual[0], self._usual[1], _NOT_NOW)

    def allow(self) -> None:
        if self._usual is not None:
            gc.set_threshold(*self._usual)
            self._usual = None
