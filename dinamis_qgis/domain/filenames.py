# SPDX-License-Identifier: GPL-2.0-or-later
"""File names made from the ids of scenes, which come from services and may hold anything."""

from __future__ import annotations

import re

_LONGEST = 150  # characters: leaves room for folders where paths are limited to 260


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
