# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses that will soon be wanted signed: they fill up the batches of those that are wanted now.

A service refuses a whole batch for one address. Which one is found by halves, without asking for what nobody waits for:
those that were refused together are parted in two, and are only sent again with one of their own half.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

_MOST = 20_000


class ExpectedLinks:
    """Any thread may call."""

    def __init__(self) -> None:
        self._halves: OrderedDict[str, int] = OrderedDict()  # 0: not suspected of anything
        self._last = 0
        self._lock = threading.Lock()

    def add(self, places: Iterable[str]) -> None:
        with self._lock:
            for place in places:
                self._halves.setdefault(place, 0)
            while len(self._halves) > _MOST:
                self._halves.popitem(last=False)

    def discard(self, places: Iterable[str]) -> None:
        with self._lock:
            for place in places:
                self._halves.pop(place, None)

    def take(self, wanted: Sequence[str], room: int, fits: Callable[[str], bool]) -> list[str]:
        """As many as there is room for, beside those that are wanted, which are expected no more."""
        with self._lock:
            halves = {self._halves.pop(place, 0) for place in wanted}
            if len(halves) > 1:  # of several: none that was refused
                halves = {0}
            fitting = (place for place, half in self._halves.items() if half in halves and fits(place))
            found = list(islice(fitting, max(0, room)))
            for place in found:
                del self._halves[place]
        return found

    def part(self, places: Sequence[str]) -> None:
        """One of them is to blame, or several: a lone one is dropped."""
        if len(places) < 2:
            return
        middle = len(places) // 2
        with self._lock:
            for half in (places[:middle], places[middle:]):
                self._last += 1
                self._halves.update(dict.fromkeys(half, self._last))
