# SPDX-License-Identifier: GPL-2.0-or-later
"""What draws on the map by itself, and every page, is right on screens of other scales too: their tests once more, in
a Qt that scales."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("module", "scale"), [("test_swipe.py", "1.5"), ("test_swipe.py", "2"), ("test_screens.py", "2")]
)
def test_at_another_scale(module, scale):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(_HERE / module)]
    scaled = {**os.environ, "QT_SCALE_FACTOR": scale}
    ended = subprocess.run(command, env=scaled, cwd=_HERE.parents[1], capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stdout[-3000:]
