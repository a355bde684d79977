# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast bytes come, and how long the rest takes."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

_WINDOW = 10.0  # seconds over which the speed is told


@dataclass(frozen=True)
class Figures:
    there: int = 0  # bytes
    size: int | None = None  # bytes
    speed: float | None = None  # bytes a second
    seconds_left: float | None = None

    @property
    def percent(self) -> int | None:
        """Whole, and 100 only when all is there."""
        return min(100, self.there * 100 // self.size) if self.size else None


class Pace:
    """Fed with what is there at moments of one monotonic clock (seconds)."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()
        self._size: int | None = None

    def add(self, moment: float, there: int, size: int | None) -> None:
        self._size = size
        self._seen.append((moment, there))
        while len(self._seen) > 2 and moment - self._seen[1][0] > _WINDOW:
            self._seen.popleft()

    def figures(self, now: float) -> Figures:
        """A silence slows it down: it is told as it is at ``now``."""
        if not self._seen:
            return Figures()
        (began, first), (_last, there) = self._seen[0], self._seen[-1]
        seconds = now - began
        speed = (there - first) / seconds if seconds > 0.5 else None
        left = None
        if speed and self._size is not None:
            left = max(0, self._size - there) / speed
        return Figures(there, self._size, speed, left)
