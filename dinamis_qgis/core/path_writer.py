# SPDX-License-Identifier: GPL-2.0-or-later
"""The callable that is handed to QGIS to rewrite the sources it saves.

QGIS never lets go of it, not even when it is removed: this module imports nothing of ours, and what it calls is
forgotten, so that a reload of the plugin leaves no former version in memory.
"""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsPathResolver


class PathWriter:
    def __init__(self, write: Callable[[str], str]) -> None:
        self._write: Callable[[str], str] | None = write
        self._name = QgsPathResolver.setPathWriter(self)

    def __call__(self, source: str) -> str:
        return source if self._write is None else self._write(source)

    def remove(self) -> None:
        QgsPathResolver.removePathWriter(self._name)
        self._write = None
