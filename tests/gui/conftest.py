# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QColor, QImage

from dinamis_qgis.domain.scene import Asset
from tests.gui.results_parts import Panel
from tests.make_scenes import scene


@pytest.fixture
def panel(qgis_app, qgis_new_project, qtbot):
    panel = Panel(qtbot)
    yield panel
    panel.view.close_page()
    QgsProject.instance().clear()


@pytest.fixture
def pictured(tmp_path):
    """Scenes whose quicklook is a file of this machine that fills its frame."""

    def make(number, name=None):
        path = tmp_path / (name or f"{number}.png")
        if not path.exists() and name is None:
            image = QImage(120, 180, QImage.Format.Format_RGB32)
            image.fill(QColor(40 + number, 90, 60))
            image.save(str(path))
        asset = Asset("ql", str(path), "image/png", ("overview",))
        return scene(number, assets=(asset,)), 100.0

    return make
