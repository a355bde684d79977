# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to QGIS's start: ``classFactory`` and ``initGui``, in the real desktop, freshly started."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from tests.bench import Figure
from tests.integration import real_qgis

_SCRIPT = Path(__file__).with_name("startup_inside.py")


def run() -> list[Figure]:
    real_qgis.stage()
    with tempfile.TemporaryDirectory() as folder:
        times = [real_qgis.run(_SCRIPT, Path(folder), seconds=60, plugin=False)["milliseconds"] for _ in range(5)]
    return [Figure("classFactory + initGui, median of 5 starts", median(times), "ms", 50)]
