# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a dropped path is one of ours to open, told from names alone and at once: all else stays QGIS's.

What a delivery really holds is read later, in a task (``delivery.py``).
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from .rasters import SUFFIXES, read_name

_DESCRIPTION = re.compile(r"(^|/)((DIM|VOL)_[^/]*\.XML|SPOT_(LIST|PROD|VOL)\.XML|[^/]*\.DIM)$", re.IGNORECASE)
_TAR = re.compile(r"\.(tar|tgz|tar\.gz)$", re.IGNORECASE)
_MOST_NAMES = 2000
_DEEPEST = 4  # folders


def is_delivery(path: str) -> bool:
    """A description of a product, an image or an archive that is named as one of Pléiades or SPOT, or a folder or a zip
    that holds some. Looks at a bounded number of names."""
    place = Path(path)
    try:
        if place.is_dir():
            return _any_named(_names_below(place))
        if place.suffix.lower() == ".zip":
            with zipfile.ZipFile(place) as archive:
                return _is_named(place.name) or _any_named(archive.namelist()[:_MOST_NAMES])
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False
    return _is_named(place.name)


def _any_named(names: Iterable[str]) -> bool:
    return any(_is_named(name) for name in islice(names, _MOST_NAMES))


def _is_named(name: str) -> bool:
    if _DESCRIPTION.search(name):
        return True
    ours = name.lower().endswith((*SUFFIXES, ".zip")) or _TAR.search(name)
    return bool(ours) and read_name(name).known


def _names_below(top: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(top):
        folders.sort()
        if len(Path(folder).relative_to(top).parts) >= _DEEPEST:
            folders.clear()
        yield from names
        yield from folders  # they count too: a disk has many
