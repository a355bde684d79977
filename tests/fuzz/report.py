# SPDX-License-Identifier: GPL-2.0-or-later
"""What came of the cases of each parser, as a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Count:
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0  # s
    grown: int = 0  # MB of memory at most, over what there was before

    @property
    def cases(self) -> int:
        return self.read + self.refused.total()


def table(counts: dict[str, Count]) -> str:
    head = ["| parser | cases | read | refused | slowest | memory |", "|---|---:|---:|---|---:|---:|"]
    rows = [
        f"| {name} | {one.cases:,} | {one.read:,} | {_said(one.refused)} | {one.slowest:.2f} s | +{one.grown} MB |"
        for name, one in counts.items()
    ]
    return "\n".join([*head, *rows])


def _said(refused: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in refused.most_common()) or "–"


def keep(counts: dict[str, Count], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"# Damaged documents, parser by parser\n\n{table(counts)}\n", encoding="utf-8")


class Peak:
    """The most memory that the process has held since this was made, where the system tells (Linux)."""

    def __init__(self) -> None:
        self._before = 0
        try:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        except OSError:
            return
        self._before = self._now()

    def grown(self) -> int:
        """MB."""
        return max(0, self._now() - self._before) >> 10

    @staticmethod
    def _now() -> int:
        try:
            lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
        except OSError:
            return 0
        return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
