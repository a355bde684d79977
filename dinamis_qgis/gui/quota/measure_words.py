# SPDX-License-Identifier: GPL-2.0-or-later
"""What « Demander » says of the zone that it measured."""

from __future__ import annotations

from ...core.numbers import format_km2, format_percent, grouped
from ...core.zone import Zone
from ...domain.coverage import Measured
from ...translation import tr


def zone_words(measured: Measured | None, zone: Zone | None) -> str:
    if measured is None or zone is None:
        return ""
    said = [format_km2(measured.km2), grouped(tr("%n part(s)", "", measured.parts), measured.parts)]
    if zone.vertices:
        said.append(grouped(tr("%n corner(s)", "", zone.vertices), zone.vertices))
    return " · ".join(said)


def coverage_words(measured: Measured | None) -> str:
    if measured is None:
        return ""
    if measured.covered_percent is None:
        return tr("Ticked images: what they cover is unknown")
    return tr("Ticked images: they cover {} of the zone").format(format_percent(measured.covered_percent))
