# SPDX-License-Identifier: GPL-2.0-or-later
"""A library of 5 000 products: indexed, listed, filtered, sorted, scrolled."""

from __future__ import annotations

from tests.bench import Figure, library


def run() -> list[Figure]:
    return library.run()
