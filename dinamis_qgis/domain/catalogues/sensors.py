# SPDX-License-Identifier: GPL-2.0-or-later
"""The words that services use for satellites, modes and levels, turned into ours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..scene import ACQUISITION_MODES

_FAMILIES = (
    (re.compile(r"(?:phr|pleiades|pleiadeshr)1?([ab])"), "PHR1"),
    (re.compile(r"(?:pneo|pleiadesneo)([3-6])"), "PNEO"),
    (re.compile(r"spot([1-7])"), "SPOT"),
    (re.compile(r"s(?:entinel)?2([a-d])"), "S2"),
)
_VHR = ("PHR1", "PNEO", "SPOT")
_IN_ID = re.compile(r"(?<![A-Za-z0-9])(PHR1[AB]|PNEO[3-6]|SPOT[1-7]|S2[A-D])(?![A-Za-z0-9])", re.IGNORECASE)
_MODE_IN_ID = re.compile(r"(?<![A-Za-z0-9])(PMS|MS|PAN|P|XS)(?:-(FS|N|X))?(?![A-Za-z0-9-])")
_SAME_MODE = {"PAN": "P", "XS": "MS"}
_LEVELS = (
    ("mosaic", "mosaic"),
    ("ortho", "ortho"),
    ("projected", "projected"),
    ("primary", "primary"),
    ("sensor", "primary"),  # DIMAP's word for Primary
)


def mission_code(platforms: Iterable[str], scene_id: str) -> str:
    """``PHR1A``, ``SPOT7``, ``PNEO4``…: from what the service calls the satellite, else from the scene's id, else the
    service's own word; "" when nothing is said."""
    said = [platform for platform in platforms if platform]
    for platform in said:
        plain = re.sub(r"[^a-z0-9]", "", platform.casefold().replace("é", "e"))
        for pattern, code in _FAMILIES:
            found = pattern.fullmatch(plain)
            if found:
                return code + found[1].upper()
    in_id = _IN_ID.search(scene_id)
    return in_id[1].upper() if in_id else said[0] if said else ""


def spectral_mode(said: Iterable[str], mission: str, scene_id: str) -> str:
    """``P``, ``MS``, ``PMS``, ``P+MS`` or with DIMAP's suffix (``MS-FS``): said by the service, else read in the id of
    a very-high-resolution scene, where it is a word of its own."""
    modes = {_mode(word) for word in said if _MODE_IN_ID.fullmatch(word.upper())}
    if not modes and mission.startswith(_VHR):
        modes = {_mode(found[0]) for found in _MODE_IN_ID.finditer(scene_id)}
    if len(modes) == 2 and "P" in modes and "PMS" not in modes:
        return "P+" + (modes - {"P"}).pop()
    return modes.pop() if len(modes) == 1 else ""


def acquisition_mode(said: str) -> str:
    plain = re.sub(r"[^a-z]", "", said.casefold().replace("é", "e"))
    return plain if plain in ACQUISITION_MODES else ""


def level(said: str) -> str:
    """From ``processing:level``: ``ORTHO/BASIC`` is ``ortho``. L1C, L2A and the like say too little: unknown."""
    plain = said.casefold()
    return next((ours for theirs, ours in _LEVELS if theirs in plain), "")


def _mode(word: str) -> str:
    stem, _, suffix = word.upper().partition("-")
    stem = _SAME_MODE.get(stem, stem)
    return f"{stem}-{suffix}" if suffix else stem
