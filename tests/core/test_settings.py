# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsSettings

from dinamis_qgis.core.settings import Settings, last_choices, remember_choices
from dinamis_qgis.domain.choices import Choices


@pytest.fixture(autouse=True)
def forget(qgis_app, qgis_new_project):
    QgsSettings().remove("dinamis")
    yield
    QgsSettings().remove("dinamis")


def test_defaults_then_what_was_saved():
    assert Settings.load() == Settings()
    Settings(search="{}", more_criteria_open=True).save()
    assert Settings.load() == Settings(search="{}", more_criteria_open=True)


def test_the_project_remembers_its_own_search(tmp_path):
    project = QgsProject.instance()
    remember_choices(project, Choices(max_cloud=5.0))
    assert project.write(str(tmp_path / "a.qgz"))
    project.clear()
    remember_choices(project, Choices(max_cloud=None))
    assert last_choices(project) == Choices(max_cloud=None)
    assert project.read(str(tmp_path / "a.qgz"))
    assert last_choices(project) == Choices(max_cloud=5.0)
    project.clear()
    assert last_choices(project) == Choices(max_cloud=None)
