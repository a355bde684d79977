# SPDX-License-Identifier: GPL-2.0-or-later
"""Requests and registers for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shapely.geometry import box

from dinamis_qgis.core import register_store as store
from dinamis_qgis.domain.register import Entry
from dinamis_qgis.domain.request import ImageryRequest, KeptEstimate

DAY = date(2026, 3, 2)
ZONE = box(-2.6, 48.4, -2.5, 48.5)
MOMENT = "2026-03-02T10:00:00Z"


def entry(title="Coast", **changes) -> Entry:
    estimate = KeptEstimate(DAY, "2022-10", 83.0, 83.0, 3500.0, 0.0, None, 0.0)
    return Entry(ImageryRequest(ZONE, title=title, estimate=estimate, **changes).in_state("draft", DAY))


def change(one: Entry, **changes) -> Entry:
    return replace(one, request=replace(one.request, **changes))


def save(opening, now, before=None, author="me", moment=MOMENT):
    return store.save(opening, now, before, author, moment)


def at_once(steps):
    """What the steps return, without their turns of the event loop."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
