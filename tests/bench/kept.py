# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of the last run that was kept, and which of the present ratios are much worse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.bench import Figure

WORSE = 1.6  # times as much: below that machines and their moods differ; what takes twice as long is told
SMALL = 0.02  # a ratio of less, before and now, says nothing by its changes
_HEAD = "| module | figure | value | baseline | ratio | limit | kept |\n|---|---|---:|---:|---:|---:|---|"
_ROW = re.compile(r"\| (?P<module>[\w.]+) \| (?P<name>[^|]+) \| [^|]* \| [^|]* \| (?P<ratio>[\d.]+) \|")


def table(figures: Iterable[Figure]) -> str:
    return "\n".join([_HEAD, *map(_row, figures)])


def _row(figure: Figure) -> str:
    baseline = "" if figure.baseline is None else f"{figure.baseline:.4g} {figure.unit}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.3g}" if figure.ratio < 1 else f"{figure.ratio:.2f}"
    limit = f"{figure.limit:g}" + ("" if figure.baseline is not None else f" {figure.unit}")
    cells = (figure.module, figure.name, f"{figure.value:.4g} {figure.unit}", baseline, ratio, f"≤ {limit}")
    return f"| {' | '.join(cells)} | {'yes' if figure.kept else 'NO'} |"


def kept(path: Path) -> dict[str, float]:
    """Ratios by module and figure."""
    if not path.is_file():
        return {}
    rows = map(_ROW.match, path.read_text(encoding="utf-8").splitlines())
    return {f"{row['module']}: {row['name']}": float(row["ratio"]) for row in rows if row is not None}


def keep(figures: Sequence[Figure], path: Path) -> None:
    """Rows of modules that were not measured now stay."""
    now = {figure.module for figure in figures}
    lines = path.read_text(encoding="utf-8").splitlines()[2:] if path.is_file() else []
    left = [line for line in lines if line.split(" | ")[0].removeprefix("| ") not in now]
    rows = sorted([*left, *map(_row, figures)], key=lambda row: row.split(" | ")[0])
    path.write_text("\n".join([_HEAD, *rows]) + "\n", encoding="utf-8")


def regressions(figures: Iterable[Figure], before: Mapping[str, float]) -> list[str]:
    """A line for each. Figures without a baseline are not compared: they are those of one machine."""
    return [
        f"WORSE: {figure.key}: {figure.ratio:.2f}, {before[figure.key]:.2f} when it was last kept"
        for figure in figures
        if figure.ratio is not None and figure.key in before and figure.ratio > max(before[figure.key] * WORSE, SMALL)
    ]


def better(first: Sequence[Figure], again: Sequence[Figure]) -> list[Figure]:
    """Of two runs of a module, figure by figure."""
    return [min(pair, key=lambda one: one.value if one.ratio is None else one.ratio) for pair in zip(first, again)]
