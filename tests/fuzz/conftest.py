# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.fuzz.report import Count, keep, table

_COUNTS: dict[str, Count] = {}


@pytest.fixture(scope="session")
def counts() -> Iterator[dict[str, Count]]:
    yield _COUNTS
    keep(_COUNTS, ROOT / "build" / "reports" / "fuzz.md")


def pytest_terminal_summary(terminalreporter) -> None:
    if _COUNTS:
        terminalreporter.write_line(f"\n{table(_COUNTS)}")
