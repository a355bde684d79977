# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to QGIS's start: ``classFactory`` and ``initGui``, in the real desktop, freshly started; beside
it MetaSearch, which comes with QGIS, in the same process."""

from __future__ import annotations

import compileall
import tempfile
from pathlib import Path
from statistics import median

from tests.bench import Figure
from tests.integration import real_qgis

_SCRIPT = Path(__file__).with_name("startup_inside.py")


def run() -> list[Figure]:
    """Python compiles a plugin at its first start and keeps the result beside it; every later start finds it."""
    staged = real_qgis.stage()
    with tempfile.TemporaryDirectory() as folder:
        first, _other = _start(Path(folder))
        compileall.compile_dir(staged, quiet=2)
        times, others = zip(*(_start(Path(folder)) for _ in range(5)))
    return [
        Figure("classFactory + initGui, median of 5 starts", median(times), "ms", 50),
        Figure("classFactory + initGui / those of MetaSearch, the best of 5", min(times), "ms", 10.0, min(others)),
        Figure("the same at the very first start, not compiled yet", first, "ms", 250),
    ]


def _start(folder: Path) -> tuple[float, float]:
    answer = real_qgis.run(_SCRIPT, folder, seconds=60, plugin=False)
    return answer["milliseconds"], answer["metasearch"]
