# SPDX-License-Identifier: GPL-2.0-or-later
"""Tasks whose result goes into the project: what was asked for one does not land in the next."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from .task import BackgroundTask, TaskSlot


class ProjectSlot(TaskSlot):
    """Its task is given up, in silence, when the project is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._goes_on = False
        QgsProject.instance().cleared.connect(self._project_cleared)

    def start(self, *how: Any, **others: Any) -> BackgroundTask:
        self._goes_on = False
        return super().start(*how, **others)

    def go_on(self) -> None:
        """The current task outlives the project: it writes a file that the person asked for."""
        self._goes_on = True

    def _project_cleared(self) -> None:
        if not self._goes_on:
            self.close()
