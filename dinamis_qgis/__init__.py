# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations


def classFactory(iface):
    from .plugin import DinamisPlugin

    return DinamisPlugin(iface)
