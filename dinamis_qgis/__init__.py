# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations


def classFactory(iface):  # noqa: N802 - the name QGIS calls
    from .plugin import DinamisPlugin

    return DinamisPlugin(iface)
