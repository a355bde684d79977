# SPDX-License-Identifier: GPL-2.0-or-later
"""Choosing images for cells of the ground: the uncapacitated facility location problem.

Each image chosen costs 1. Each cell costs its share of the zone times the value of the best chosen image that covers
it (lower is better), or times ``bare`` when none does. What an image saves only shrinks as others are chosen: the
greedy choice is good, an image that saves no more than it costs never will again, and the savings of several images
together are at most their sum, which is what bounds the exact search.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
import numpy.typing as npt

from ..catalogues import Feedback
from ..errors import Cancelled

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]

_EPS = 1e-9
_LEAST_SAVING = 1.0 + _EPS  # what an image costs
_WORTH_SEARCHING = 1e-3  # of an image: less is not searched for
_UPDATES = 5_000_000  # savings updated by the search around the greedy choice: about 0.1 s
_DENSE = 40_000_000  # images² × cells that the exact search takes on
_STEPS = 60_000_000  # images × cells read by the exact search: about 0.3 s


@dataclass(frozen=True)
class Facility:
    """``image[k]`` covers ``cell[k]``: every such pair once. ``values`` are the images', ``shares`` the cells'."""

    values: _Floats
    shares: _Floats
    bare: float
    image: _Ints
    cell: _Ints

    @cached_property
    def cells_of(self) -> list[_Ints]:
        order = np.argsort(self.image, kind="stable")
        return _split(self.cell[order], self.image[order], len(self.values))

    @cached_property
    def by_cell(self) -> tuple[_Ints, _Ints]:
        """Images sorted by the cell they cover, and where each cell's begin (with the end of the last)."""
        order = np.argsort(self.cell, kind="stable")
        counts = np.bincount(self.cell, minlength=len(self.shares))
        return self.image[order], np.append(0, np.cumsum(counts))

    def levels(self, chosen: list[int]) -> _Floats:
        """What each cell costs per share."""
        level = np.full(len(self.shares), self.bare)
        for image in chosen:
            cells = self.cells_of[image]
            level[cells] = np.minimum(level[cells], self.values[image])
        return level

    def cost(self, chosen: list[int]) -> float:
        return len(chosen) + float(self.levels(chosen) @ self.shares)


def greedy(facility: Facility) -> list[int]:
    """What saves most, then what then saves most, and so on."""
    choice = _Choice(facility, [])
    choice.complete()
    return choice.chosen


def choose(facility: Facility, feedback: Feedback, start: list[int] | None = None) -> list[int]:
    """Images of the least cost: proven so when they are few, otherwise the best that a bounded search finds. The same
    question has the same answer on any machine: the bounds are counts, not seconds. Raises Cancelled."""
    choice = _Choice(facility, start or [])
    choice.complete()
    _search_around(choice, feedback)
    if len(facility.values) ** 2 * len(facility.shares) > _DENSE:
        return choice.chosen
    return _Exact(facility, choice.chosen, feedback).chosen


class _Choice:
    """A set of images, with what each other image would save now: kept up to date, never computed anew."""

    def __init__(self, facility: Facility, chosen: list[int]) -> None:
        self._facility = facility
        self.updates = 0
        self.chosen: list[int] = []
        self.level = np.full(len(facility.shares), facility.bare)
        each = facility.shares[facility.cell] * (facility.bare - facility.values[facility.image])
        self.saving: _Floats = np.bincount(facility.image, each, len(facility.values)).astype(np.float64)
        for image in chosen:
            self.add(image)

    @property
    def cost(self) -> float:
        return len(self.chosen) + float(self.level @ self._facility.shares)

    def complete(self, barred: tuple[int, ...] = ()) -> None:
        """Add what saves most, as long as it saves more than it costs."""
        while len(self.saving):
            saving = self.saving
            if barred:
                saving = saving.copy()
                saving[list(barred)] = 0.0
            image = _most(saving)
            if saving[image] <= _LEAST_SAVING:
                return
            self.add(image)

    def add(self, image: int) -> None:
        cells = self._facility.cells_of[image]
        self.chosen.append(image)
        self._set(cells, np.minimum(self.level[cells], self._facility.values[image]))

    def remove(self, image: int) -> None:
        self.chosen.remove(image)
        cells = self._facility.cells_of[image]
        self._set(cells, self._facility.levels(self.chosen)[cells])

    def saved(self) -> tuple[list[int], _Floats, _Floats]:
        return self.chosen.copy(), self.level.copy(), self.saving.copy()

    def restore(self, state: tuple[list[int], _Floats, _Floats]) -> None:
        self.chosen, self.level, self.saving = state

    def without(self, images: tuple[int, ...]) -> None:
        """Take images away and complete with others."""
        for image in images:
            self.remove(image)
        self.complete(barred=images)

    def neighbours(self) -> list[tuple[int, ...]]:
        """Pairs of chosen images that share cells, those that share most first."""
        cells = {image: set(self._facility.cells_of[image].tolist()) for image in self.chosen}
        pairs = [(len(cells[one] & cells[other]), one, other) for one, other in combinations(self.chosen, 2)]
        return [(one, other) for common, one, other in sorted(pairs, key=lambda pair: -pair[0]) if common]

    def _set(self, cells: _Ints, new: _Floats) -> None:
        old = self.level[cells]
        changed = new != old
        cells, old, new = cells[changed], old[changed], new[changed]
        images, starts = self._facility.by_cell
        counts = starts[cells + 1] - starts[cells]
        total = int(counts.sum())
        if total:
            ends = np.cumsum(counts)
            place = np.arange(total) + np.repeat(starts[cells] - ends + counts, counts)
            touched = images[place]
            values = self._facility.values[touched]
            before = np.maximum(np.repeat(old, counts) - values, 0.0)
            after = np.maximum(np.repeat(new, counts) - values, 0.0)
            change = (after - before) * np.repeat(self._facility.shares[cells], counts)
            self.saving += np.bincount(touched, change, len(self.saving))
            self.updates += total
        self.level[cells] = new


def _search_around(choice: _Choice, feedback: Feedback) -> None:
    """Take one image away, then two neighbours, and complete with others, as long as that lowers the cost."""
    limit = choice.updates + _UPDATES
    better = True
    while better:
        better = False
        for ruin in [*((image,) for image in choice.chosen), *choice.neighbours()]:
            if feedback.isCanceled():
                raise Cancelled()
            if choice.updates > limit:
                return
            if not set(ruin) <= set(choice.chosen):
                continue
            cost, state = choice.cost, choice.saved()
            choice.without(ruin)
            if choice.cost < cost - _WORTH_SEARCHING:
                choice.complete()
                better = True
            else:
                choice.restore(state)


class _Exact:
    """Branch and bound from a first choice. When it runs out of steps, the best so far stands."""

    def __init__(self, facility: Facility, first: list[int], feedback: Feedback) -> None:
        self._feedback = feedback
        self._steps = 0
        self.chosen, self._cost = first, facility.cost(first)
        levels = np.full((len(facility.values), len(facility.shares)), facility.bare)
        levels[facility.image, facility.cell] = facility.values[facility.image]
        self._levels, which = np.unique(levels, axis=1, return_inverse=True)
        shares = np.bincount(which.ravel(), weights=facility.shares, minlength=self._levels.shape[1])
        self._shares = shares.astype(np.float64)
        if len(facility.values):
            start = np.full(len(self._shares), facility.bare)
            self._visit(start, [], np.flatnonzero(~_dominated(self._levels)))

    def _visit(self, level: _Floats, chosen: list[int], candidates: _Ints) -> None:
        if self._feedback.isCanceled():
            raise Cancelled()
        while len(candidates) and self._steps < _STEPS:
            self._steps += len(candidates) * len(self._shares)
            theirs = np.minimum(level, self._levels[candidates])
            now = float(level @ self._shares)
            saving = now - theirs @ self._shares
            useful = saving > _LEAST_SAVING
            candidates, saving, theirs = candidates[useful], saving[useful], theirs[useful]
            if not len(candidates):
                return
            best = _most(saving)
            if len(chosen) + 1 + now - saving[best] < self._cost - _EPS:
                self.chosen, self._cost = [*chosen, int(candidates[best])], len(chosen) + 1 + now - float(saving[best])
            most = np.cumsum(np.sort(saving)[::-1])  # that 1, 2, 3… images can save together
            reachable = np.maximum(now - most, float(theirs.min(axis=0) @ self._shares))
            if len(chosen) + float((reachable + np.arange(1, len(most) + 1)).min()) >= self._cost - _EPS:
                return
            others = np.delete(candidates, best)
            self._visit(theirs[best], [*chosen, int(candidates[best])], others)
            candidates = others  # and now without it


def _most(saving: _Floats) -> int:
    """The first of those that save most: sums of the same shares differ in their last digits from one numpy to another,
    and would choose other images."""
    return int(np.argmax(np.round(saving, 6)))


def _dominated(levels: _Floats) -> npt.NDArray[np.bool_]:
    """Images that another one equals or betters on every cell; of equals the first stays."""
    out = np.zeros(len(levels), dtype=np.bool_)
    for one in range(len(levels)):
        better = (levels <= levels[one]).all(axis=1) & ~out
        better[one] = False
        equal = (levels == levels[one]).all(axis=1)
        better &= ~equal | (np.arange(len(levels)) < one)
        out[one] = better.any()
    return out


def _split(values: _Ints, groups: _Ints, count: int) -> list[_Ints]:
    ends = np.cumsum(np.bincount(groups, minlength=count))[:-1]
    return list(np.split(values, ends)) if count else []
