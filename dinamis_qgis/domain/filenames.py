# SPDX-License-Identifier: GPL-2.0-or-later
"""File names made from what services say, which may be anything."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

_LONGEST = 150  # characters: leaves room for folders where paths are limited to 260
_LONGEST_FOLDER = 80
_SUFFIX = 16  # characters of an extension that are kept when a name is cut
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE | re.DOTALL)
_OURS = re.compile(r"\.part(\.json)?$", re.IGNORECASE)  # what domain/partial.py puts beside a file


def file_stem(scene_id: str, taken: set[str]) -> str:
    """The id with ``_`` for what is outside ``[A-Za-z0-9._-]``, then ``_2``… while that is taken; adds it to ``taken``.

    Case does not tell two names apart: it does not on Windows.
    """
    stem = re.sub(r"[^A-Za-z0-9._-]", "_", scene_id)[:_LONGEST] or "_"
    name, number = stem, 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}_{number}"
    taken.add(name.lower())
    return name


def folder_name(scene_id: str, key: object, taken: set[str]) -> str:
    """A folder for one scene. The same scene gets the same name in another run: what alters an id, or tells two alike
    apart, is a digest of the scene's ``key`` and never a rank."""
    name = safe_name(re.sub(r"[^A-Za-z0-9._-]", "_", scene_id)[:_LONGEST_FOLDER])
    if name != scene_id or name.lower() in taken:
        name = f"{name}-{hashlib.sha256(repr(key).encode('utf-8', 'replace')).hexdigest()[:8]}"
    taken.add(name.lower())
    return name


def safe_name(said: str) -> str:
    """``said`` itself wherever Windows, macOS and Linux all take it for the name of one file, else the nearest name.

    Never empty, ``.`` or ``..``, nor a name that a partial download uses.
    """
    name = _FORBIDDEN.sub("_", said).strip().rstrip(". ")
    if len(name.encode("utf-8")) > _LONGEST:
        suffix = PurePosixPath(name).suffix[:_SUFFIX]
        kept = name.encode("utf-8")[: _LONGEST - len(suffix.encode("utf-8")) - 9].decode("utf-8", "ignore")
        name = f"{kept}-{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:8]}{suffix}"
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return (f"{name}_" if _OURS.search(name) else name) or "_"
