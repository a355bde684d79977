# SPDX-License-Identifier: GPL-2.0-or-later
"""A lock for work that takes a request: who waits for it can still give up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .errors import Cancelled
from .web import Feedback

_POLL = 0.05  # seconds


class Turns:
    def __init__(self) -> None:
        self._lock = threading.Lock()

    @contextmanager
    def mine(self, feedback: Feedback) -> Iterator[None]:
        """Raises :class:`Cancelled` while it waits."""
        while not self._lock.acquire(timeout=_POLL):
            if feedback.isCanceled():
                raise Cancelled()
        try:
            yield
        finally:
            self._lock.release()
