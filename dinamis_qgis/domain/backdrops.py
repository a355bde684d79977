# SPDX-License-Identifier: GPL-2.0-or-later
"""The yearly satellite mosaics of a tile service, as their layers' names tell them.

IGN calls them ``ORTHOIMAGERY.ORTHO-SAT.<sensor>[.<place>].<year>[-<month>]`` (Géoplateforme, WMTS): which years exist
is read in the service's capabilities, never known beforehand.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

_NAME = re.compile(r"ORTHOIMAGERY\.ORTHO-SAT\.([A-Z0-9_-]+)(?:\.([A-Z0-9_.-]+?))?\.(\d{4})(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True)
class TileSource:
    """One tiled layer of a service, in the zoom levels of Web Mercator (EPSG:3857, tiles of 256 pixels)."""

    identifier: str
    title: str  # the service's own
    style: str
    format: str  # MIME type
    matrix_set: str
    zoom_min: int
    zoom_max: int


@dataclass(frozen=True)
class Backdrop:
    """``sensor`` and ``place`` are codes, ``place`` ``""`` for the service's main territory. The days are inclusive."""

    source: TileSource
    sensor: str
    place: str
    first: date
    last: date

    @property
    def family(self) -> tuple[str, str]:
        return self.sensor, self.place

    @property
    def whole_year(self) -> bool:
        return self.first.month != self.last.month


def is_backdrop(identifier: str) -> bool:
    return _parts(identifier) is not None


def backdrops(sources: Iterable[TileSource], sensors: Sequence[str]) -> tuple[Backdrop, ...]:
    """Main territory first, then family by family in the order of ``sensors``, the newest of a family first."""
    order = {sensor: index for index, sensor in enumerate(sensors)}
    found = [Backdrop(source, *parts) for source in sources for parts in [_parts(source.identifier)] if parts]
    found.sort(key=lambda one: (one.first, one.last), reverse=True)
    found.sort(key=lambda one: (bool(one.place), order.get(one.sensor, len(order)), one.sensor, one.place))
    return tuple(found)


def _parts(identifier: str) -> tuple[str, str, date, date] | None:
    named = _NAME.fullmatch(identifier)
    if named is None:
        return None
    sensor, place, year, month = named[1], named[2] or "", int(named[3]), named[4]
    first, last = (int(month), int(month)) if month else (1, 12)
    if year < 1 or not 1 <= first <= 12:
        return None
    return sensor, place, date(year, first, 1), date(year, last, monthrange(year, last)[1])
