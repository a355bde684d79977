# SPDX-License-Identifier: GPL-2.0-or-later
"""« Tester la connexion »: a catalogue is asked what it can do, and what it said last is remembered.

Remembered by the address that was asked: a row that was led elsewhere has not been tested.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale, QTime

from ..domain.catalogues.connection import Findings, examine
from ..domain.catalogues.registry import TILES, CatalogueRow
from ..domain.catalogues.values import mapping, moment
from ..domain.public_url import public_url
from ..domain.query import SearchQuery
from ..translation import tr
from .access import search_session
from .numbers import format_date, locale
from .task import TaskFeedback, lending_its_thread

FOLDER, BACKDROPS = "folder", "backdrops"  # kinds of findings, beside those of the domain
_KEY = "dinamis/connections"


@dataclass(frozen=True)
class Tested:
    """The last test of a row. ``said`` is what a person was told, in the language of that day."""

    when: datetime  # UTC
    works: bool
    said: str

    @property
    def label(self) -> str:
        """ "live test of 20 Nov 2026, 16:05: it answers", in the clock of this machine."""
        here = self.when.astimezone()
        clock = locale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)
        pattern = (
            tr("Live test of {day}, {time}: it answers.")
            if self.works
            else tr("Live test of {day}, {time}: it failed.")
        )
        return pattern.format(day=format_date(here.date()), time=clock)


def connect(row: CatalogueRow, feedback: TaskFeedback) -> Findings:
    """In a task. Asked with a session of its own, so that nothing which was learnt before counts; raises what a search
    would raise."""
    started = time.monotonic()
    if row.kind == TILES:
        from .backdrops import read_backdrops

        years = [each.first.year for each in read_backdrops(row, feedback)]
        span = (min(years), max(years)) if years else None
        return Findings(BACKDROPS, time.monotonic() - started, images=len(years), years=span)
    if row.kind == FOLDER:
        from .product_folder import ProductFolder

        count = ProductFolder(row.url, row.id).count(SearchQuery(), feedback)
        return Findings(FOLDER, time.monotonic() - started, images=count.number)
    with lending_its_thread():
        return examine(row, search_session(), feedback)


def last_test(row: CatalogueRow) -> Tested | None:
    """None when the address of ``row`` was never tested."""
    said = mapping(_remembered().get(public_url(row.url)))
    when = moment(said.get("when"))
    if when is None:
        return None
    return Tested(when, said.get("works") is True, str(said.get("said", "")))


def remember_test(row: CatalogueRow, works: bool, said: str) -> None:
    when = datetime.now(timezone.utc).isoformat(timespec="seconds")
    known = {**_remembered(), public_url(row.url): {"when": when, "works": works, "said": said}}
    QgsSettings().setValue(_KEY, json.dumps(known, ensure_ascii=False))


def _remembered() -> Mapping[str, Any]:
    try:
        return mapping(json.loads(QgsSettings().value(_KEY, "{}", type=str)))
    except (ValueError, RecursionError):
        return {}
