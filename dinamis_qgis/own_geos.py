# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets shapely run on the GEOS it was built with.

On Linux QGIS links the system's GEOS, and the dynamic linker hands its symbols to every library that is loaded later: a
shapely installed by pip then calls two versions of GEOS on the same objects. Coordinates come back with a third
dimension that they do not have, and QGIS may crash. From 3.40 on QGIS imports shapely itself, before any plugin: then
only the system's own shapely is on one GEOS with it.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ExtensionFileLoader, ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

_DEEP_BIND = getattr(os, "RTLD_DEEPBIND", 0)  # glibc only; elsewhere libraries do not share symbols this way


class _DeepLoader(ExtensionFileLoader):
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        flags = sys.getdlopenflags()
        sys.setdlopenflags(flags | _DEEP_BIND)
        try:
            return super().create_module(spec)
        finally:
            sys.setdlopenflags(flags)


class _Finder:
    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if not name.startswith("shapely."):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, ExtensionFileLoader):
            spec.loader = _DeepLoader(spec.loader.name, spec.loader.path)
        return spec


def install() -> None:
    """Before the first import of shapely."""
    if _DEEP_BIND and _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)


def remove() -> None:
    if _Finder in sys.meta_path:
        sys.meta_path.remove(_Finder)


def is_mixed() -> bool:
    """Whether something loaded shapely before, on another GEOS than its own."""
    import shapely

    if len(shapely.Point(0, 0).coords[0]) != 2:  # GEOS before 3.12 and after
        return True
    brings_one = any(Path(shapely.__file__).parents[1].glob("shapely.libs/libgeos*"))
    lent = type(shapely.lib.__spec__.loader).__name__ != _DeepLoader.__name__  # which a reload of the plugin made anew
    return brings_one and lent and _shared_version() not in (None, shapely.geos_version)


def _shared_version() -> tuple[int, ...] | None:
    """Of the GEOS whose symbols every library gets; None where there is none such."""
    everything = ctypes.CDLL(None) if _DEEP_BIND else None
    if not hasattr(everything, "GEOSversion"):
        return None
    everything.GEOSversion.restype = ctypes.c_char_p
    return tuple(int(part) for part in everything.GEOSversion().decode().split("-")[0].split("."))  # 3.13.1-CAPI-1.19.2
