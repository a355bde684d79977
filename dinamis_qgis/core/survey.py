# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person should know of a delivery before some of it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .opening import Found, find
from .overviews import missing_size
from .product import Group
from .task import TaskFeedback


@dataclass(frozen=True)
class Survey:
    """``overviews``: about how many bytes those of each group would take; 0 where it has all that it needs."""

    found: Found
    overviews: tuple[int, ...]

    @property
    def opens_at_once(self) -> bool:
        return len(self.found.groups) == 1 and not self.found.skipped


@dataclass(frozen=True)
class Wish:
    """Which products to open, and how."""

    groups: tuple[Group, ...]
    composition: str = "natural"
    same_contrast: bool = False
    overviews: bool = False
    remember: bool = False  # in the library


def survey(paths: Sequence[str], feedback: TaskFeedback) -> Survey:
    """In a task. Raises what is wrong when nothing at all was found."""
    seen = Survey(find(paths, feedback), ())
    if seen.opens_at_once:
        return seen
    sizes = []
    for group in seen.found.groups:
        feedback.check()
        sizes.append(missing_size(group))
    return Survey(seen.found, tuple(sizes))
