# SPDX-License-Identifier: GPL-2.0-or-later
"""50 000 wordy scenes in one search, ten times what the panel lists before it asks whether to go on."""

from __future__ import annotations

from tests.bench import Figure
from tests.bench.many import figures


def run() -> list[Figure]:
    return figures(50_000, seconds=100.0, megabytes=600.0)
