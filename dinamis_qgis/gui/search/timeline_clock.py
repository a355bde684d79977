# SPDX-License-Identifier: GPL-2.0-or-later
"""The timeline in step with QGIS's Temporal Controller, while that is asked: what is chosen on the one is played by the
other, and the moment that the map shows is marked on the bars."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsDateTimeRange, QgsInterval, QgsTemporalNavigationObject, QgsUnitTypes
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime, QObject, Qt

from ...domain.timeline import Span
from .timeline_bars import TimelineBars


class TimelineClock(QObject):
    def __init__(self, canvas: QgsMapCanvas, timeline: TimelineBars) -> None:
        super().__init__(timeline)
        self._canvas, self._timeline = canvas, timeline
        self._on = False

    def follow(self, on: bool) -> None:
        if on == self._on:
            return
        self._on = on
        if on:
            self._canvas.temporalRangeChanged.connect(self._moved)
            self._timeline.narrowed.connect(self._chosen)
            controller = self._controller()
            if controller is not None and self._timeline.whole is not None:
                controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
                controller.setFrameDuration(QgsInterval(1, _unit(self._timeline.by_year)))
                self._chosen(self._timeline.chosen)
        else:
            self._canvas.temporalRangeChanged.disconnect(self._moved)
            self._timeline.narrowed.disconnect(self._chosen)
            self._timeline.show_moment(None)

    def _controller(self) -> QgsTemporalNavigationObject | None:
        """QGIS's own; a canvas outside its main window has none."""
        found = self._canvas.temporalController()
        return found if isinstance(found, QgsTemporalNavigationObject) else None

    def _chosen(self, span: Span | None) -> None:
        controller, span = self._controller(), span or self._timeline.whole
        if controller is not None and span is not None:
            first, last = (_moment(one) for one in span.bounds)
            controller.setTemporalExtents(QgsDateTimeRange(first, last))
            controller.rewindToStart()
        self._moved()

    def _moved(self) -> None:
        shown = self._canvas.temporalRange()
        # what ends at midnight does not show the day that begins then
        first, last = _day(shown.begin()), _day(shown.end().addMSecs(-1))
        known = self._canvas.mapSettings().isTemporal() and first is not None and last is not None
        self._timeline.show_moment(Span(first, last) if known else None)


def _day(moment: QDateTime) -> date | None:
    """UTC. QGIS's own ranges may begin before the first year that Python knows."""
    day = moment.toUTC().date()
    return day.toPyDate() if day.isValid() and 1 <= day.year() <= 9999 else None


def _moment(moment) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000), Qt.TimeSpec.UTC)


def _unit(by_year: bool):
    """A name that every QGIS knows: those of the enumeration changed."""
    return QgsUnitTypes.decodeTemporalUnit("y" if by_year else "mon")[0]
