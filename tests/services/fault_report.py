# SPDX-License-Identifier: GPL-2.0-or-later
"""What came of each fault in each feature, as a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Cell:
    said: str  # a result, nothing, or the name of the error's type
    seconds: float
    gap: float  # ms that the event loop was kept waiting, at the longest


@dataclass
class Table:
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)  # (feature, fault)
    cancels: dict[str, float] = field(default_factory=dict)  # ms, at the longest, by feature

    def put(self, feature: str, fault: str, cell: Cell) -> None:
        self.cells[feature, fault] = cell

    def __str__(self) -> str:
        features = list(dict.fromkeys(feature for feature, _fault in self.cells))
        faults = list(dict.fromkeys(fault for _feature, fault in self.cells))
        rows = [["fault", *features], ["---"] * (len(features) + 1)]
        rows += [[fault, *(self._said(feature, fault) for feature in features)] for fault in faults]
        rows.append(["**longest, s**", *(f"{max(self._of(feature, 'seconds')):.1f}" for feature in features)])
        rows.append(["**event loop, ms**", *(f"{max(self._of(feature, 'gap')):.0f}" for feature in features)])
        rows.append(["**cancelled, ms**", *(self._cancelled(feature) for feature in features)])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def summary(self) -> str:
        results = sum(cell.said == "result" for cell in self.cells.values())
        count = len(self.cells)
        gap = max((cell.gap for cell in self.cells.values()), default=0.0)
        cancel = max(self.cancels.values(), default=0.0)
        return (
            f"{count} cells: {results} results, {count - results} typed errors; "
            f"event loop at most {gap:.0f} ms, cancelled within {cancel:.0f} ms"
        )

    def keep(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# Faults × features\n\n{self.summary()}\n\n{self}\n", encoding="utf-8")

    def _said(self, feature: str, fault: str) -> str:
        cell = self.cells.get((feature, fault))
        return "" if cell is None else "✓" if cell.said == "result" else cell.said

    def _of(self, feature: str, figure: str) -> list[float]:
        return [getattr(cell, figure) for (name, _fault), cell in self.cells.items() if name == feature]

    def _cancelled(self, feature: str) -> str:
        return f"{self.cancels[feature]:.0f}" if feature in self.cancels else ""
