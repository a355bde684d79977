# SPDX-License-Identifier: GPL-2.0-or-later
"""shapely 2 is the one package that QGIS does not bring on every system."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from .domain.errors import MissingDependency

_NEEDED = "2"


def shapely_seems_absent() -> MissingDependency | None:
    """A look at the files, for start-up: importing shapely costs 70 ms, importlib.metadata 30 ms.

    shapely 2 brought the module ``constructive``; 1.8 has none.
    """
    try:
        spec = importlib.util.find_spec("shapely")
    except (ImportError, ValueError):
        spec = None
    folders = spec.submodule_search_locations if spec is not None else None
    if any(Path(folder, "constructive.py").is_file() for folder in folders or ()):
        return None
    return MissingDependency("shapely", _NEEDED)


def shapely_is_unusable() -> MissingDependency | None:
    """Imports it: an installation may be there and broken (compiled for another numpy, for instance)."""
    try:
        import shapely
    except ImportError:
        return MissingDependency("shapely", _NEEDED)
    found = getattr(shapely, "__version__", "0")
    return MissingDependency("shapely", _NEEDED, found) if int(found.split(".")[0]) < int(_NEEDED) else None
