# SPDX-License-Identifier: GPL-2.0-or-later
"""How the results are arranged: their order, and the span of time to which they are narrowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.PyQt.QtCore import QObject

from ...core.search_layers import SearchLayers
from ...domain.scene import Scene
from ...domain.timeline import Span
from .results_list import ResultsList
from .results_model import ResultsModel
from .results_status import ResultsStatus
from .timeline_bars import TimelineBars


class Arrangement(QObject):
    """Ties the order box and the timeline to the list and the map. Nothing is asked again."""

    def __init__(self, model: ResultsModel, rows: ResultsList, status: ResultsStatus) -> None:
        super().__init__(rows)
        self._model, self._list, self._status = model, rows, status
        self._layers: SearchLayers | None = None
        self.timeline = TimelineBars()
        self.timeline.narrowed.connect(self._narrow)
        status.order_chosen.connect(lambda order: self._keep_selection(lambda: model.sort_by(order)))

    def start(self, layers: SearchLayers) -> None:
        self._layers = layers
        self.timeline.start()

    def add(self, scenes: Iterable[Scene]) -> None:
        self.timeline.add(scenes)

    def _narrow(self, span: Span | None) -> None:
        self._keep_selection(lambda: self._model.narrow(span))
        if self._layers is not None:
            self._layers.narrow(span)
        self._status.narrowed(self._model.total, self._model.count)

    def _keep_selection(self, arrange: Callable[[], None]) -> None:
        keys = {scene.key for scene in self._model.scenes(self._list.selected_rows())}
        arrange()
        self._list.follow(keys)
