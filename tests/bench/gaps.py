# SPDX-License-Identifier: GPL-2.0-or-later
"""How long Qt's event loop was kept waiting, measured by a timer that should tick all the time."""

from __future__ import annotations

from time import perf_counter, thread_time

from qgis.PyQt.QtCore import Qt, QTimer


class Gaps:
    def __init__(self) -> None:
        self.longest_ms = 0.0
        self.longest_own_ms = 0.0  # of this thread's own work: other programs and threads do not count
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def __enter__(self) -> Gaps:
        self._last, self._own = perf_counter(), thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now, own = perf_counter(), thread_time()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self.longest_own_ms = max(self.longest_own_ms, (own - self._own) * 1000)
        self._last, self._own = now, own
