# SPDX-License-Identifier: GPL-2.0-or-later
"""What this process holds in memory: bytes in use, not what its allocators keep for later.

Start it with PYTHONMALLOC=malloc, so that Python's objects are counted too.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections import Counter
from collections.abc import Callable

from qgis.PyQt import sip
from qgis.PyQt.QtGui import QPixmapCache

_COPIES = 20
_NAMES = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")


class _Mallinfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in _NAMES]


_mallinfo = getattr(ctypes.CDLL(None), "mallinfo2", None)  # glibc 2.33
if _mallinfo is not None:
    _mallinfo.restype = _Mallinfo


def in_use() -> int | None:
    """Bytes; Qt's cache of pixmaps, which fills up to its own limit, is emptied first. None where it is not known."""
    if _mallinfo is None:
        return None
    QPixmapCache.clear()
    gc.collect()
    info = _mallinfo()
    return info.uordblks + info.hblkhd


def copies(package: str) -> int:
    """Of the class of the package that is there most often: former versions that something still holds."""
    found = Counter(
        f"{each.__module__}.{each.__qualname__}"
        for each in gc.get_objects()
        if isinstance(each, type) and str(each.__module__).startswith(f"{package}.")
    )
    _forget_known(found)
    return max(found.values(), default=0)


def _forget_known(found: Counter) -> None:
    """QGIS never lets go of the callable that rewrites saved sources."""
    for name in [each for each in found if each.endswith(".PathWriter")]:
        del found[name]


def kept_by_pyqt(package: str, settle: Callable[[], object]) -> float:
    """Bytes that making the package's Qt classes once more costs for ever: PyQt frees no class's meta-object."""
    classes = [
        each
        for name, module in list(sys.modules.items())
        if name.startswith(f"{package}.")
        for each in list(vars(module).values())
        if isinstance(each, sip.wrappertype) and each.__module__ == name
    ]
    _make_again(classes)
    settle()
    before = in_use()
    for _ in range(_COPIES):
        _make_again(classes)
    settle()
    return (in_use() - before) / _COPIES


def _make_again(classes: list[type]) -> None:
    for each in classes:
        members = {name: value for name, value in vars(each).items() if name not in ("__dict__", "__weakref__")}
        type(each)(each.__name__, each.__bases__, members)
