# SPDX-License-Identifier: GPL-2.0-or-later
"""shapely 2 is the one package that QGIS does not bring on every system."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from . import own_geos
from .domain.errors import DinamisError, MissingDependency, MixedLibraries

_NEEDED = "2"


def problem_at_start() -> DinamisError | None:
    """A look at the files, without importing: importing shapely costs 70 ms, importlib.metadata 30 ms.

    shapely 2 brought the module ``constructive``; 1.8 has none.
    """
    if "shapely" in sys.modules:
        return problem()
    spec = importlib.util.find_spec("shapely")
    folders = spec.submodule_search_locations if spec is not None else None
    if any(Path(folder, "constructive.py").is_file() for folder in folders or ()):
        return None
    return MissingDependency("shapely", _NEEDED)


def problem() -> DinamisError | None:
    """Imports it: an installation may be there and broken (compiled for another numpy, for instance)."""
    try:
        import shapely
    except ImportError:
        return MissingDependency("shapely", _NEEDED)
    if not hasattr(shapely, "from_wkb"):  # the version says nothing: Debian's may be "0+unknown"
        return MissingDependency("shapely", _NEEDED, getattr(shapely, "__version__", "0"))
    return MixedLibraries("shapely") if own_geos.is_mixed() else None
