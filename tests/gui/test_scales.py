# SPDX-License-Identifier: GPL-2.0-or-later
"""What draws on the map by itself is right on screens of 150 and 200 %: its tests once more, in a Qt that scales."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent


@pytest.mark.parametrize("scale", ["1.5", "2"])
@pytest.mark.parametrize("module", ["test_swipe.py"])
def test_at_another_scale(module, scale):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(_HERE / module)]
    scaled = {**os.environ, "QT_SCALE_FACTOR": scale}
    ended = subprocess.run(command, env=scaled, cwd=_HERE.parents[1], capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stdout[-3000:]
