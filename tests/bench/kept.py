# SPDX-License-Identifier: GPL-2.0-or-later
"""The ratios of the last run that was kept, and which of the present ones are much worse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.bench import Figure

WORSE = 1.5  # times as much: below that machines and their moods differ
SMALL = 0.1  # a ratio of less, before and now, says nothing by its changes


def kept(path: Path) -> Mapping[str, float]:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def keep(figures: Iterable[Figure], path: Path) -> None:
    """What was kept of figures that were not measured now stays."""
    ratios = {figure.name: round(figure.ratio, 3) for figure in figures if figure.ratio is not None}
    path.write_text(json.dumps({**kept(path), **ratios}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def regressions(figures: Iterable[Figure], before: Mapping[str, float]) -> list[str]:
    """A line for each. Figures without a baseline are not compared: they are those of one machine."""
    return [
        f"WORSE: {figure.name}: {figure.ratio:.2f}, {before[figure.name]:.2f} when it was last kept"
        for figure in figures
        if figure.ratio is not None and figure.name in before and figure.ratio > max(before[figure.name] * WORSE, SMALL)
    ]
