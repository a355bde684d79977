# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """With a ``baseline`` the limit is on ``value / baseline``; without, on ``value`` itself."""

    name: str
    value: float
    unit: str
    limit: float
    baseline: float | None = None
    module: str = ""

    @property
    def key(self) -> str:
        return f"{self.module}: {self.name}"

    @property
    def ratio(self) -> float | None:
        return None if self.baseline is None else self.value / self.baseline

    @property
    def kept(self) -> bool:
        return (self.value if self.ratio is None else self.ratio) <= self.limit
