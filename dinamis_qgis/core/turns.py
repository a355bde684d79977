# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that QGIS wants on the main thread, a step at each turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from qgis.PyQt.QtCore import QObject, QTimer


class Turns(QObject):
    """A new start drops the former work, which then ends where it stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Generator[None, None, Any] | None = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[Exception], None] = _nothing
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def start(
        self, steps: Generator[None, None, Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """``done`` is given what the steps return."""
        self.close()
        self._steps, self._done, self._failed = steps, done, failed
        self._timer.start(0)

    def close(self) -> None:
        """Take no further step, and hear nothing more."""
        self._timer.stop()
        self._done = self._failed = _nothing
        steps, self._steps = self._steps, None
        if steps is not None and not steps.gi_running:
            steps.close()

    def _step(self) -> None:
        """A step may ask a person something, in an event loop of its own: what comes meanwhile may close us."""
        steps, done, failed = self._steps, self._done, self._failed
        try:
            next(steps)
        except StopIteration as end:
            if self._steps is steps:
                self.close()
                done(end.value)
        except Exception as error:  # noqa: BLE001 - handed to the starter
            if self._steps is steps:
                self.close()
                failed(error)
        else:
            if self._steps is steps:
                self._timer.start(0)
            else:
                steps.close()


def _nothing(*_what: object) -> None:
    """Nobody is to hear of it."""
