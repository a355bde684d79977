# SPDX-License-Identifier: GPL-2.0-or-later
"""The field's words for the codes that scenes carry: one place, so that list, map, filters and messages agree."""

from __future__ import annotations

import re

from ..domain.scene import Scene
from ..translation import tr
from .numbers import format_date

_FAMILIES = (
    (re.compile(r"PHR(1[A-Z])"), "Pléiades {}"),
    (re.compile(r"PNEO(\d)"), "Pléiades Neo {}"),
    (re.compile(r"SPOT(\d)"), "SPOT {}"),
    (re.compile(r"S2([A-Z])"), "Sentinel-2{}"),
)


def mission_name(code: str) -> str:
    """``PHR1B`` → "Pléiades 1B", ``SPOT7`` → "SPOT 7"; a code that is not known stands for itself."""
    for pattern, name in _FAMILIES:
        found = pattern.fullmatch(code.upper())
        if found:
            return name.format(found[1])
    return code or tr("unknown mission")


def scene_name(scene: Scene) -> str:
    """ "Pléiades 1B, 14 Jul 2022": the UTC day."""
    date = format_date(scene.acquired) if scene.acquired else tr("date unknown")
    return tr("{mission}, {date}").format(mission=mission_name(scene.mission), date=date)


def level_name(level: str) -> str:
    """Of ``domain.scene.LEVELS``."""
    return {
        "primary": tr("Primary"),
        "projected": tr("Projected"),
        "ortho": tr("Ortho"),
        "mosaic": tr("Mosaic"),
    }.get(level, level or tr("unknown level"))


def acquisition_mode_name(mode: str) -> str:
    """Of ``domain.scene.ACQUISITION_MODES``."""
    return {
        "mono": tr("mono"),
        "stereo": tr("stereo"),
        "tristereo": tr("tri-stereo"),
    }.get(mode, mode or tr("unknown viewing mode"))


def spectral_mode_name(mode: str) -> str:
    """The product's own letters, with their meaning; a suffix of DIMAP (``PMS-N``) is kept as it is."""
    return {
        "P": tr("panchromatic (P)"),
        "MS": tr("multispectral (MS)"),
        "P+MS": tr("P + MS (bundle)"),
        "PMS": tr("PMS, pansharpened"),
    }.get(mode.upper(), mode or tr("unknown spectral mode"))
