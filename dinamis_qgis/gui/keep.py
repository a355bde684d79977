# SPDX-License-Identifier: GPL-2.0-or-later
"""Offers to keep the results of searches when a project that holds some was saved."""

from __future__ import annotations

from collections import deque
from typing import Any

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ..core.layer_groups import KIND
from ..core.task import TaskSlot
from ..domain.errors import DinamisError
from ..translation import tr
from .notices import Notices


class KeepOffer(QObject):
    """Lives as long as the plugin. Saying no, or nothing, loses nothing: the same is offered at the next save."""

    def __init__(self, notices: Notices, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._project = project
        self._offer: Any = None
        self._slot = TaskSlot(self)
        self._swaps = QTimer(self)
        self._swaps.setInterval(0)
        self._swaps.timeout.connect(self._swap_one)
        self._plan: Any = None
        self._waiting: deque[str] = deque()
        project.projectSaved.connect(self._say)
        project.cleared.connect(self._withdraw)

    def close(self) -> None:
        self._project.projectSaved.disconnect(self._say)
        self._project.cleared.disconnect(self._withdraw)
        self._swaps.stop()
        self._slot.close()
        self._withdraw()

    def _say(self) -> None:
        self._withdraw()
        if self._busy() or not any(layer.customProperty(KIND) for layer in self._project.mapLayers().values()):
            return
        from ..core.keep import unkept

        count = len(unkept(self._project))
        if count:
            text = tr("The project is saved; %n layer(s) of search results in it are temporary.", "", count)
            self._offer = self._notices.say(text, actions=[(tr("Keep the results"), self._keep)], seconds=0)

    def _withdraw(self) -> None:
        if self._offer is not None:
            self._notices.withdraw(self._offer)
            self._offer = None

    def _busy(self) -> bool:
        return self._slot.busy or self._swaps.isActive()

    def _keep(self) -> None:
        from ..core.keep import plan_keeping
        from ..core.keep_files import write

        self._offer = None
        try:
            plan = plan_keeping(self._project)
        except DinamisError as error:
            self._notices.tell(error)
            return
        self._slot.start(
            tr("Keep the results"),
            lambda feedback: write(plan, feedback),
            lambda _: self._swap(plan),
            self._notices.tell,
        )

    def _swap(self, plan: Any) -> None:
        self._plan = plan
        self._waiting.extend([table.layer_id for table in plan.tables] + [copy.layer_id for copy in plan.copies])
        self._swaps.start()

    def _swap_one(self) -> None:
        """A layer a turn: opening a file takes some milliseconds."""
        from ..core.keep import point_at_file, save_again

        if self._waiting:
            point_at_file(self._project, self._plan, self._waiting.popleft())
            return
        self._swaps.stop()
        plan, self._plan = self._plan, None
        try:
            kept = save_again(self._project, plan)
        except DinamisError as error:
            self._notices.tell(error)
            return
        self._notices.say(tr("Results kept in {}").format(kept.folder), Qgis.MessageLevel.Success)
