# SPDX-License-Identifier: GPL-2.0-or-later
"""What the detail of an image says, row by row: the order is fixed, and what is not known is said to be unknown."""

from __future__ import annotations

from typing import NamedTuple

from ...core.access_words import access_of
from ...core.numbers import format_date, format_km2, format_moment, format_number, format_percent
from ...core.words import level_name, spectral_mode_name
from ...domain.scene import Scene
from ...translation import tr


class Row(NamedTuple):
    label: str
    text: str
    known: bool = True
    tip: str = ""


def detail_rows(scene: Scene, coverage: float | None, zone_km2: float | None) -> list[Row]:
    """``coverage`` of the zone in %."""
    access = access_of(scene)
    return [
        _row(tr("Acquired"), _acquired(scene)),
        _row(tr("Resolution, mode"), *_pair(_metres(scene.gsd), _mode(scene))),
        _row(tr("Level"), level_name(scene.level) if scene.level else ""),
        _row(tr("Clouds"), "" if scene.cloud_cover is None else format_percent(scene.cloud_cover)),
        _row(tr("Incidence / off-nadir"), *_pair(_degrees(scene.incidence), _degrees(scene.off_nadir), " / ")),
        _row(tr("Covers my zone"), _coverage(coverage, zone_km2)),
        Row(tr("Access"), access.line or tr("unknown"), bool(access.line), "\n".join((access.summary, access.source))),
        _row(tr("Credit line"), scene.credit),
    ]


def _row(label: str, text: str, known: bool | None = None) -> Row:
    return Row(label, text or tr("unknown"), bool(text) if known is None else known)


def _pair(first: str, second: str, between: str = ", ") -> tuple[str, bool]:
    """Both, of which one may be unknown."""
    unknown = tr("unknown")
    if not first and not second:
        return unknown, False
    return f"{first or unknown}{between}{second or unknown}", True


def _acquired(scene: Scene) -> str:
    if scene.acquired is None:
        return ""
    if scene.acquired_end is not None and scene.acquired_end.date() != scene.acquired.date():
        first, last = format_date(scene.acquired), format_date(scene.acquired_end)
        return tr("{first} to {last}").format(first=first, last=last)
    return format_moment(scene.acquired)


def _metres(gsd: float | None) -> str:
    return "" if gsd is None else tr("{} m").format(format_number(gsd, 2))


def _mode(scene: Scene) -> str:
    return spectral_mode_name(scene.spectral_mode) if scene.spectral_mode else ""


def _degrees(angle: float | None) -> str:
    return "" if angle is None else tr("{}°").format(format_number(angle, 1))


def _coverage(percent: float | None, zone_km2: float | None) -> str:
    if percent is None or zone_km2 is None:
        return "" if percent is None else format_percent(percent)
    km2 = format_km2(zone_km2 * percent / 100.0)
    return tr("{percent} ({area})").format(percent=format_percent(percent), area=km2)
