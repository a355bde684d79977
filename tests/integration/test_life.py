# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin lives in a QGIS that goes its own way: layers and projects leave under its feet, QGIS quits, the profile
cannot be written."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import replace

import pytest

from tests.integration import real_qgis
from tests.integration.test_plugin_in_qgis import SCRIPTS
from tests.services.file_service import Files
from tests.services.http_service import serving
from tests.services.scenes_service import CONTENT, ScenesService


@pytest.fixture(scope="module", autouse=True)
def staged():
    real_qgis.stage()


def test_layers_deleted_under_its_feet_are_made_again(tmp_path):
    said = real_qgis.run(SCRIPTS / "deleted.py", tmp_path, seconds=150)
    assert said["exit_code"] == 0 and (said["wrong"], said["dialogs"]) == ([], [])
    kinds = ("backdrop", "footprints", "quicklook", "uncovered", "library", "product", "beside a product", "mosaic")
    assert set(said["made"]) == {*kinds, "streamed", "register"}
    assert set(said["left"]) <= {"product", "beside a product"}, "what was not ticked again came back"
    assert said["ticked"] == 0 and all(said["again"].values()) and said["found again"] == 1


def test_projects_change_while_tasks_run(tmp_path):
    said = real_qgis.run(SCRIPTS / "projects.py", tmp_path, seconds=150)
    assert said["exit_code"] == 0 and (said["wrong"], said["dialogs"]) == ([], [])
    assert said["came later"] == [], "asked for a former project"
    assert len(said["goes on"]) == 1 and said["tool"] == "QgsMapToolPan"


@pytest.mark.parametrize("moment", ["0", "0.3"])
def test_qgis_quits_midway_and_the_queue_goes_on_the_next_time(moment, tmp_path):
    here = ScenesService()
    with serving(here) as service:
        here.url = service.url
        slow = Files(CONTENT, spoil=lambda _number, _asked, answer: replace(answer, pause_after=len(CONTENT) // 2))
        for name in "ABC":
            here.scene(name, data=(f"{name}.tif", "data"))
            here.files[f"/data/{name}/{name}.tif"] = slow
        here.stac.latency = 5.0  # the search never ends before QGIS does
        settings = {"DINAMIS_SERVICE": service.url, "DINAMIS_MOMENT": moment, "seconds": 90, "home": tmp_path / "home"}
        said = real_qgis.run(SCRIPTS / "quits.py", tmp_path / "out", DINAMIS_PHASE="leave", **settings)
        assert said["exit_code"] == 0 and said["begun since"] == [] and len(said["asked"]) <= 1, said
        assert moment == "0" or any(one.path in ("", "/") for one in service.asked), "nothing was searched"
        log = (tmp_path / "out" / "qgis.log").read_text(errors="replace")
        assert not re.search("Traceback|Segmentation|Fatal|terminate called|QThread: Destroyed", log), log[-3000:]
        kept = json.loads(next((tmp_path / "home").rglob("downloads.json")).read_text("utf-8"))["transfers"]
        assert sorted(row["scene_id"] for row in kept) == ["A", "B", "C"]
        here.stac.latency = 0.0
        for name in "ABC":
            here.files[f"/data/{name}/{name}.tif"] = Files(CONTENT)
        said = real_qgis.run(SCRIPTS / "quits.py", tmp_path / "out", DINAMIS_PHASE="wait", **settings)
    assert said["came"] == ["done"] * 3 and said["exit_code"] == 0
    for name in "ABC":
        assert (tmp_path / "out" / "downloads" / name / f"{name}.tif").read_bytes() == CONTENT
    resumed = [one for one in service.asked if "range" in one.headers and one.path.endswith("A.tif")]
    assert resumed, "what had come was asked for again"


def as_anybody() -> list[str]:
    """Root may write everywhere: the command that takes this right from it."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root, and no setpriv")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def test_a_folder_of_the_profile_that_cannot_be_written(tmp_path):
    home, out = tmp_path / "home", tmp_path / "out"
    settings = {"seconds": 120, "home": home, "before": as_anybody()}
    real_qgis.run(SCRIPTS / "readonly.py", out, DINAMIS_PHASE="prepare", **settings)
    ours = next(home.rglob("catalogues.json")).parent  # QGIS itself does not start where all of it is read-only
    shutil.rmtree(ours / "cache", ignore_errors=True)
    folders = [ours, *(path for path in ours.rglob("*") if path.is_dir())]
    for path in [*folders, *(path for path in ours.rglob("*") if path.is_file())]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        said = real_qgis.run(SCRIPTS / "readonly.py", out, DINAMIS_PHASE="use", **settings)
    finally:
        for path in folders:
            path.chmod(0o755)
    assert not said["writable"] and said["exit_code"] == 0 and said["dialogs"] == []
    assert not [line for line in said["wrong"] if "Traceback" in line], said["wrong"]
    assert "footprints" in said["kinds"], said
    assert said["told"], "it is not said that nothing is kept"
