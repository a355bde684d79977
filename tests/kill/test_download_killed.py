# SPDX-License-Identifier: GPL-2.0-or-later
"""A process that is killed at any moment never leaves a wrong file under its final name."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.services.file_service import Files, pattern
from tests.services.http_service import serving

KILLS = int(os.environ.get("DINAMIS_KILLS", "10"))
CHILD = """
import sys
from pathlib import Path
import requests
from dinamis_qgis.domain.download import download
from dinamis_qgis.domain.scene import Asset
class Free:
    isCanceled = lambda self: False
print("ready", flush=True)
download(requests.Session(), Asset("a", sys.argv[1], checksum=sys.argv[3]), Path(sys.argv[2]), Free())
"""


def run_child(*arguments: str, until: Callable[[], bool] = lambda: False) -> None:
    """To its end, or to the moment when ``until`` holds: it is killed then."""
    command = [sys.executable, "-c", CHILD, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as child:
        child.stdout.readline()
        while child.poll() is None:
            if until():
                child.kill()
            time.sleep(0.0005)


@pytest.mark.parametrize("checked", [False, True])
def test_killed_at_random_moments(tmp_path, checked):
    chance = random.Random(20)
    content = pattern(48 << 20)
    checksum = "1220" + hashlib.sha256(content).hexdigest() if checked else ""
    target, part, stopped = tmp_path / "f.tif", tmp_path / "f.tif.part", 0
    with serving(Files(content)) as service:
        arguments = (f"{service.url}/f.tif", str(target), checksum)
        for _ in range(KILLS):
            there = part.stat().st_size if part.exists() else 0
            wanted = there + chance.random() * 0.5 * len(content)  # beyond the end: while it is verified and renamed

            def until(wanted=wanted):
                with suppress(FileNotFoundError):
                    if part.stat().st_size >= min(wanted, len(content)):
                        time.sleep(chance.random() * 0.02 if wanted > len(content) else 0.0)
                        return True
                return False

            run_child(*arguments, until=until)
            stopped += part.exists()
            if target.exists():
                assert target.read_bytes() == content
                target.unlink()
        run_child(*arguments)
    assert target.read_bytes() == content and [path.name for path in tmp_path.iterdir()] == ["f.tif"]
    assert stopped >= KILLS // 4  # else nothing was tried
