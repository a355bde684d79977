# SPDX-License-Identifier: GPL-2.0-or-later
"""A process that is killed at any moment never leaves a wrong file under its final name."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
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


def run_child(*arguments: str, kill_after: float | None = None) -> float:
    """Seconds from its start, imports done, to its end."""
    command = [sys.executable, "-c", CHILD, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as child:
        child.stdout.readline()
        began = time.monotonic()
        if kill_after is not None:
            time.sleep(kill_after)  # the moment itself is what is tried
            child.kill()
        child.wait(60)
        return time.monotonic() - began


@pytest.mark.parametrize("checked", [False, True])
def test_killed_at_random_moments(tmp_path, checked):
    moments = random.Random(20)
    content = pattern(48 << 20)
    checksum = "1220" + hashlib.sha256(content).hexdigest() if checked else ""
    target, ended = tmp_path / "f.tif", 0
    with serving(Files(content)) as service:
        arguments = (f"{service.url}/f.tif", str(target), checksum)
        whole = run_child(*arguments)
        for _ in range(KILLS):
            if target.exists():
                assert target.read_bytes() == content
                target.unlink()
                ended += 1
            run_child(*arguments, kill_after=moments.uniform(0.0, 0.6) * whole)
        run_child(*arguments)
        resumed = sum("range" in asked.headers for asked in service.asked)
    assert target.read_bytes() == content and [path.name for path in tmp_path.iterdir()] == ["f.tif"]
    assert resumed and ended < KILLS  # else nothing was tried
