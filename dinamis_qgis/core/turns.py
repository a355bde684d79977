# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that QGIS wants on the main thread, a step at each turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Generator

from qgis.PyQt.QtCore import QObject, QTimer


class Turns(QObject):
    """A new start drops the former work, which then ends where it stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Generator[None, None, None] | None = None
        self._done: Callable[[], None] = _nothing
        self._failed: Callable[[Exception], None] = _nothing
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(
        self, steps: Generator[None, None, None], done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        self.close()
        self._steps, self._done, self._failed = steps, done, failed
        self._timer.start(0)

    def close(self) -> None:
        """Take no further step, and hear nothing more."""
        self._timer.stop()
        self._done = self._failed = _nothing
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()

    def _step(self) -> None:
        done, failed = self._done, self._failed
        try:
            next(self._steps)
        except StopIteration:
            self.close()
            done()
        except Exception as error:
            self.close()
            failed(error)


def _nothing(*_what: object) -> None:
    """Nobody is to hear of it."""
