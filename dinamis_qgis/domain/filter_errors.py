# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be wrong with a filter that a person types."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import DinamisError


@dataclass(eq=False)
class InvalidFilter(DinamisError):
    """A CQL2 text that is not understood from ``place`` (characters) on.

    ``reason`` is ``expected`` or ``unexpected`` (``detail``: what), ``function`` (``detail``: its name),
    ``no_property``, ``too_long`` or ``too_deep``.
    """

    text: str
    place: int
    reason: str
    detail: str = ""

    def __str__(self) -> str:
        return f"InvalidFilter: {self.reason} {self.detail} at {self.place} of {self.text!r}"
