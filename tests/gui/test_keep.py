# SPDX-License-Identifier: GPL-2.0-or-later
"""The offer to keep results, on a real message bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from dinamis_qgis.core.footprint_layer import new_footprint_layer
from dinamis_qgis.core.footprints import footprint_feature, footprint_fields
from dinamis_qgis.core.layer_groups import KIND, search_group
from dinamis_qgis.gui.keep import KeepOffer
from dinamis_qgis.gui.notices import Notices
from tests.make_scenes import scene


@pytest.fixture
def project(qgis_app):
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def bar(qtbot, project):
    window = QWidget()
    bar = QgsMessageBar(window)
    offer = KeepOffer(Notices(bar), project, window)
    qtbot.addWidget(window)
    yield bar
    offer.close()


def add_search(project: QgsProject):
    layer = new_footprint_layer("Footprints")
    layer.dataProvider().addFeatures([footprint_feature(scene(number), footprint_fields()) for number in range(4)])
    layer.setCustomProperty(KIND, "footprints")
    project.addMapLayer(layer, False)
    search_group(project, "s", "été").addLayer(layer)
    return layer


def test_saving_offers_once_and_the_button_keeps(qtbot, bar: QgsMessageBar, project, tmp_path: Path) -> None:
    layer = add_search(project)
    assert project.write(str(tmp_path / "p.qgz")) and project.write()
    assert len(bar.items()) == 1
    (button,) = bar.items()[0].findChildren(QPushButton)
    button.click()
    qtbot.waitUntil(lambda: layer.providerType() == "ogr" and not project.isDirty())
    qtbot.waitUntil(lambda: any("p_dinamis" in item.text() for item in bar.items()))
    assert layer.featureCount() == 4 and layer.isValid()
    assert len(bar.items()) == 1
    project.write()
    assert len(bar.items()) == 1  # nothing is left to offer


def test_a_closed_message_loses_nothing_and_comes_again(bar: QgsMessageBar, project, tmp_path: Path) -> None:
    layer = add_search(project)
    project.write(str(tmp_path / "p.qgz"))
    bar.clearWidgets()
    assert layer.featureCount() == 4 and not (tmp_path / "p_dinamis").exists()
    project.write()
    assert len(bar.items()) == 1


def test_a_project_without_search_layers_is_saved_in_silence(bar: QgsMessageBar, project, tmp_path: Path) -> None:
    project.write(str(tmp_path / "p.qgz"))
    assert not bar.items()


def test_a_read_only_place_is_one_sentence(qtbot, bar: QgsMessageBar, project, tmp_path: Path) -> None:
    layer = add_search(project)
    project.write(str(tmp_path / "p.qgz"))
    (tmp_path / "p_dinamis").write_text("in the way")
    bar.items()[0].findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: len(bar.items()) == 1 and "p_dinamis" in bar.items()[0].text())
    assert layer.providerType() == "memory" and layer.featureCount() == 4


def test_another_project_withdraws_the_offer(bar: QgsMessageBar, project, tmp_path: Path) -> None:
    add_search(project)
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert not bar.items()
