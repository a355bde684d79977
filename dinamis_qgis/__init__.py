# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations


def classFactory(iface):
    from .domain.collector import FullCollections

    with FullCollections():  # one of all that QGIS holds takes as long as our start
        from .plugin import DinamisPlugin

    return DinamisPlugin(iface)
