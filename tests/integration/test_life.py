# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin lives in a QGIS that goes its own way: layers and projects leave under its feet, QGIS quits, the profile
cannot be written."""

from __future__ import annotations

import pytest

from tests.integration import real_qgis
from tests.integration.test_plugin_in_qgis import SCRIPTS


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
