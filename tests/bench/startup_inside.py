# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin is not enabled in this profile: its modules are imported here for the first time, as at a start."""

import sys
import time

from qgis.utils import iface

from tests.integration.inside import answer

if any(name.split(".")[0] == "dinamis_qgis" for name in sys.modules):
    raise RuntimeError("the plugin was imported before the clock started")

start = time.perf_counter()
import dinamis_qgis  # noqa: E402

plugin = dinamis_qgis.classFactory(iface)
plugin.initGui()
answer["milliseconds"] = (time.perf_counter() - start) * 1000
start = time.perf_counter()
import MetaSearch  # noqa: E402

other = MetaSearch.classFactory(iface)
other.initGui()
answer["metasearch"] = (time.perf_counter() - start) * 1000
other.unload()
answer["imported"] = sorted(name for name in ("shapely", "requests", "numpy") if name in sys.modules)
plugin.unload()
