# SPDX-License-Identifier: GPL-2.0-or-later
"""What a row of the results says of its scene. Unknown is said, never left blank or shown as 0."""

from __future__ import annotations

from typing import NamedTuple

from ...core.library_rows import CATALOGUE
from ...core.numbers import format_date, format_number, format_percent
from ...core.words import level_name, mission_name, scene_name, spectral_mode_name
from ...domain.scene import Scene
from ...translation import tr
from ..tool_tip import tool_tip

_DOT = "\u00a0· "  # breaks after the dot only


class RowText(NamedTuple):
    mission: str
    date: str
    facts: str
    coverage: str
    name: str  # mission and date, for messages and screen readers


def row_text(scene: Scene, coverage: float | None, in_zone: bool, on_disk: bool = False) -> RowText:
    """``coverage`` of the zone in %; without a zone (``in_zone``) the product's level and bands stand in its place."""
    where = tr("on disk") if on_disk else tr("disk absent") if scene.catalogue == CATALOGUE else ""
    place = (
        [_coverage(coverage, bool(where))]
        if in_zone
        else [level_name(scene.level), spectral_mode_name(scene.spectral_mode)]
    )
    if where:
        place.append(where)
    return RowText(
        mission_name(scene.mission),
        format_date(scene.acquired) if scene.acquired else tr("date unknown"),
        _DOT.join((_resolution(scene), _clouds(scene), _angle(scene))),
        _DOT.join(place),
        scene_name(scene),
    )


def row_tip(scene: Scene, text: RowText) -> str:
    """All of it, for when the row is too narrow."""
    lines = [text.name, text.facts, text.coverage, scene.title, scene.id]
    if scene.quicklook is None:
        lines.append(tr("No quicklook is announced: ticking keeps the image for the other pages, and adds no layer."))
    return tool_tip(*dict.fromkeys(lines))


def _resolution(scene: Scene) -> str:
    return tr("resolution unknown") if scene.gsd is None else tr("{} m").format(format_number(scene.gsd, 2))


def _clouds(scene: Scene) -> str:
    if scene.cloud_cover is None:
        return tr("clouds unknown")
    return tr("clouds {}").format(format_percent(scene.cloud_cover))


def _angle(scene: Scene) -> str:
    if scene.incidence is not None:
        return tr("incidence {}°").format(format_number(scene.incidence, 0))
    if scene.off_nadir is not None:  # at the satellite: another angle, so another word
        return tr("off-nadir {}°").format(format_number(scene.off_nadir, 0))
    return tr("incidence unknown")


def _coverage(coverage: float | None, short: bool) -> str:
    if coverage is None:
        return tr("coverage unknown")
    if short:
        return tr("covers {}").format(format_percent(coverage))
    return tr("{} of the zone").format(format_percent(coverage))
