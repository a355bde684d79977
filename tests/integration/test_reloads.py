# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin is reloaded again and again in the real desktop: it leaves nothing, and memory does not grow."""

from __future__ import annotations

import os

from tests.integration import real_qgis
from tests.integration.test_plugin_in_qgis import SCRIPTS

RELOADS = int(os.environ.get("DINAMIS_RELOADS", "8"))
MOST_MB = 5.0
MANY = 40
HELD = 4  # versions of a class: QGIS and Qt let go of the last tasks' work a moment later


def test_reloads_leave_nothing(tmp_path):
    real_qgis.stage()
    settings = {"DINAMIS_RELOADS": str(RELOADS), "PYTHONMALLOC": "malloc"}
    said = real_qgis.run(SCRIPTS / "reload.py", tmp_path, seconds=90 + 6 * RELOADS, **settings)
    assert said["loaded"] and said["exit_code"] == 0
    assert said["after"] == said["before"]
    assert said["copies"] <= HELD, said["copies"]
    if "memory" in said and RELOADS >= MANY:  # in fewer, caches that fill up once would count
        print(f"\n{RELOADS} reloads: {said['memory']}, {said['copies']} versions held at most")
        assert said["memory"]["grown_mb"] - said["memory"]["pyqt_mb"] < MOST_MB, said["memory"]
