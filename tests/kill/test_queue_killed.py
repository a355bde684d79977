# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS that is killed while its queue downloads: never a wrong file under its final name, and nothing lost."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from dinamis_qgis.domain.item_beside import NAME
from tests.services.file_service import Files, pattern
from tests.services.http_service import serving
from tests.services.scenes_service import ScenesService

KILLS = int(os.environ.get("DINAMIS_KILLS", "5"))
NAMES = ("A", "B", "C")
CHILD = """
import sys
from pathlib import Path
from qgis.testing import start_app
start_app()
from qgis.PyQt.QtCore import QEventLoop
from dinamis_qgis.core.downloads import DownloadQueue
from dinamis_qgis.domain.scene import Scene
home, out, url, *names = sys.argv[1:]
queue, loop = DownloadQueue(Path(home)), QEventLoop()
queue.failed.connect(lambda transfer, error: (print("failed", transfer.scene_id, error, flush=True), loop.quit()))
queue.changed.connect(lambda: queue.transfers() or loop.quit())
queue.open()
if not queue.transfers() and not queue.done():
    queue.add([Scene(name, url, "phr") for name in names], Path(out))
print("ready", flush=True)
if queue.transfers():
    loop.exec()
print("done", flush=True)
import os
os._exit(0)
"""


def running(*arguments: str) -> subprocess.Popen:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    while (line := child.stdout.readline()) and "ready" not in line:
        pass
    return child


def received(out: Path) -> int:
    """Bytes of all files and parts; one may be renamed meanwhile."""
    total = 0
    for path in out.rglob("*.tif*"):
        try:
            total += path.stat().st_size if not path.name.endswith(".json") else 0
        except FileNotFoundError:
            continue
    return total


def test_killed_at_random_moments(tmp_path):
    chance = random.Random(21)
    home, out = tmp_path / "dinamis", tmp_path / "images"
    contents = {name: pattern((16 << 20) + number) for number, name in enumerate(NAMES)}
    whole = sum(map(len, contents.values()))
    here, stopped = ScenesService(), 0
    with serving(here) as service:
        here.url = service.url
        for name in NAMES:
            here.files[f"/data/{name}/{name}.tif"] = Files(contents[name])
            here.scene(name, data=(f"{name}.tif", "data"))
            given = here.stac.items[-1]["assets"]["data"]
            del given["file:size"]
            given["file:checksum"] = "1220" + hashlib.sha256(contents[name]).hexdigest()
        arguments = (str(home), str(out), service.url, *NAMES)
        for _ in range(KILLS):
            child = running(*arguments)
            wanted = min(whole, received(out) + chance.random() * 0.6 * whole)
            while child.poll() is None and received(out) < wanted:
                time.sleep(0.001)
            time.sleep(chance.random() * 0.02)
            child.kill()
            child.wait()
            kept = json.loads((home / "downloads.json").read_text("utf-8"))["transfers"]
            assert {row["scene_id"] for row in kept} == set(NAMES)
            for name in NAMES:
                file = out / name / f"{name}.tif"
                assert not file.exists() or file.read_bytes() == contents[name]
            if all(row["state"] == "done" for row in kept):
                for path in (*out.rglob("*.tif"), home / "downloads.json"):
                    path.unlink()
            else:
                stopped += 1
        child = running(*arguments)
        assert child.stdout.read().strip() == "done" and child.wait() == 0
    for name in NAMES:
        assert (out / name / f"{name}.tif").read_bytes() == contents[name]
    assert sorted(path.name for path in out.rglob("*.*") if path.name != NAME) == [f"{name}.tif" for name in NAMES]
    assert stopped >= KILLS // 4  # else nothing was tried
