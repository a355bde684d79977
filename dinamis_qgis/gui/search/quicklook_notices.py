# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said of quicklooks that cannot be shown, or only about where they belong: once for many, not once each."""

from __future__ import annotations

import logging

from qgis.core import Qgis, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer

from ...core.messages import sentence
from ...core.quicklook_layers import QuicklookLayers
from ...domain.errors import DinamisError
from ...domain.scene import Scene
from ...translation import tr
from ..notices import Notices

_log = logging.getLogger(__name__)
_TOGETHER_MS = 800  # what happens within this time shares a message, and so does what is still coming…
_MOST_ROUNDS = 12  # …for as many times


class QuicklookNotices(QObject):
    def __init__(self, quicklooks: QuicklookLayers, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quicklooks = quicklooks
        self._notices = notices
        self._errors: list[BaseException] = []
        self._approximate = 0
        self._rounds = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_TOGETHER_MS)
        self._wait.timeout.connect(self._say)
        quicklooks.added.connect(self._added)
        quicklooks.failed.connect(self._failed)

    def _added(self, _scene: Scene, layer: QgsRasterLayer) -> None:
        if layer.customProperty("dinamis/approximate"):
            self._approximate += 1
            self._wait.start()

    def _failed(self, _scene: Scene, error: BaseException) -> None:
        self._errors.append(error)
        self._wait.start()

    def _say(self) -> None:
        self._rounds += 1
        if self._quicklooks.busy and self._rounds < _MOST_ROUNDS:
            self._wait.start()
            return
        self._rounds = 0
        errors, self._errors = self._errors, []
        approximate, self._approximate = self._approximate, 0
        if approximate:
            self._notices.say(tr("Approximate placement: the exact footprint is not given."))
        if len(errors) == 1:
            self._notices.tell(errors[0])
        elif errors:
            for error in errors:
                known = isinstance(error, DinamisError)
                _log.warning("%s", error, exc_info=None if known else (type(error), error, error.__traceback__))
            text = tr("%n quicklook(s) could not be shown.", "", len(errors))
            self._notices.say(f"{text} {sentence(errors[0])}", Qgis.MessageLevel.Warning, (), 0)
