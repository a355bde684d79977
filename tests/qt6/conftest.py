# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin under PyQt6, in an environment that has no QGIS (``make test-qt6``): no QGIS 4 can be installed here yet.

``qgis.PyQt`` is PyQt6 with a few names that QGIS's own puts back, and nothing else of what it mends. The other modules
of QGIS are stand-ins: their classes can be named, derived from and made, and do nothing.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from types import ModuleType
from typing import Any

UNDER_QT6 = bool(os.environ.get("DINAMIS_QT6")) and importlib.util.find_spec("PyQt6") is not None
collect_ignore_glob = [] if UNDER_QT6 else ["*"]
QT = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml", "QtSvg", "QtPrintSupport", "QtTest", "sip")
VARIANTS = {"String": "QString", "Double": "Double", "DateTime": "QDateTime", "Int": "Int"}
MOVED = ("QAction", "QActionGroup", "QShortcut")  # from QtWidgets to QtGui: QGIS's qgis.PyQt has them in both
QGIS_4, GDAL = 40000, "3110000"


def _module(name: str, **content: Any) -> ModuleType:
    made = sys.modules[name] = ModuleType(name)
    made.__dict__.update(content)
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], last, made)
    return made


def _stand_in(module: str) -> ModuleType:
    from PyQt6.QtWidgets import QWidget

    class Kind(type(QWidget)):
        """Whatever is asked of a class of QGIS (enums, static methods, constants) is that class."""

        def __getattr__(cls, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return cls

        def __int__(cls) -> int:
            return 1

        __index__ = __int__

        def __or__(cls, _other: object) -> Any:
            return cls

    def made(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        base = QWidget if module == "gui" else object
        kind = Kind(name, (base,), {"__init__": lambda self, *_given, **_named: base.__init__(self)})
        setattr(stand_in, name, kind)
        return kind

    stand_in = _module(f"qgis.{module}", __getattr__=made)
    return stand_in


def _install() -> None:
    _module("qgis", __path__=[])
    _module("qgis.PyQt", __path__=[])
    for name in QT:
        sys.modules[f"qgis.PyQt.{name}"] = module = importlib.import_module(f"PyQt6.{name}")
        setattr(sys.modules["qgis.PyQt"], name, module)
    for name in MOVED:
        setattr(sys.modules["qgis.PyQt.QtWidgets"], name, getattr(sys.modules["qgis.PyQt.QtGui"], name))
    core = sys.modules["qgis.PyQt.QtCore"]
    for name, kind in VARIANTS.items():
        setattr(core.QVariant, name, getattr(core.QMetaType.Type, kind))
    for name in ("core", "gui", "utils", "analysis"):
        _stand_in(name)
    sys.modules["qgis.core"].Qgis.QGIS_VERSION_INT = QGIS_4
    sys.modules["qgis.core"].QgsApplication.locale = staticmethod(lambda: "fr")
    _module("osgeo", __path__=[])
    for name in ("gdal", "ogr", "osr"):
        _module(f"osgeo.{name}", __getattr__=sys.modules["qgis.core"].__getattr__, VersionInfo=lambda: GDAL)


if UNDER_QT6:
    _install()
