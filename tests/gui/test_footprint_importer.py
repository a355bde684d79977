# SPDX-License-Identifier: GPL-2.0-or-later
"""« Importer des emprises… » : the columns once, then without a question."""

from __future__ import annotations

import html
import json

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QWidget
from shapely.geometry import box

from dinamis_qgis.core.catalogues import configured_rows, user_file
from dinamis_qgis.core.footprint_files import Table
from dinamis_qgis.domain.footprint_columns import Columns
from dinamis_qgis.gui.footprints.columns_dialog import ColumnsDialog
from dinamis_qgis.gui.footprints.importer import FootprintImporter
from dinamis_qgis.gui.notices import Notices


@pytest.fixture
def parts(qgis_app, qtbot, tmp_path):
    QgsSettings().remove("dinamis")
    user_file().unlink(missing_ok=True)
    window, bar, done = QWidget(), QgsMessageBar(), []
    window.show()
    importer = FootprintImporter(Notices(bar), lambda: done.append(True), window)
    yield importer, window, bar, done
    importer.close()
    window.deleteLater()
    user_file().unlink(missing_ok=True)
    for one in (user_file().parent / "footprints").glob("*.json"):
        one.unlink()


def export(path, name="PHR1A_1"):
    properties = {"identifiant": name, "date": "14/07/2022", "nuages": "3 %", "<b>x</b>": "1"}
    feature = {"type": "Feature", "properties": properties, "geometry": box(-3, 48, -2, 49).__geo_interface__}
    point = {**feature, "geometry": {"type": "Point", "coordinates": [0, 0]}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, point]}), encoding="utf-8")
    return path


def told(bar):
    return html.unescape(bar.items()[0].text())


def dialog_of(window):
    return next((one for one in window.findChildren(ColumnsDialog) if one.isVisible()), None)


def test_the_columns_are_asked_once(parts, qtbot, tmp_path):
    importer, window, bar, done = parts
    importer.take(export(tmp_path / "mine.geojson"))
    qtbot.waitUntil(lambda: dialog_of(window) is not None)
    dialog = dialog_of(window)
    assert dialog.boxes["id"].currentText() == "identifiant" and dialog.boxes["mission"].currentText() == "none"
    assert "14\u00a0Jul\u00a02022" in dialog.preview.text() and "clouds 3" in dialog.preview.text()
    dialog.boxes["cloud"].setCurrentIndex(0)
    assert "clouds" not in dialog.preview.text()
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: done == [True])
    assert "1 footprint(s) imported: the catalogue “mine”" in told(bar) and "1 row(s) left out" in told(bar)
    assert "mine" in [row.id for row in configured_rows()[0]]
    importer.take(export(tmp_path / "second.geojson", "SPOT7_2"))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert dialog_of(window) is None and "as the last time" in told(bar)
    qtbot.mouseClick(bar.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
    assert dialog_of(window).boxes["cloud"].currentIndex() == 0
    dialog_of(window).reject()


def test_a_broken_file_is_told(parts, qtbot, tmp_path):
    importer, window, bar, done = parts
    (tmp_path / "x.geojson").write_text("{")
    importer.take(tmp_path / "x.geojson")
    qtbot.waitUntil(lambda: bool(bar.items()))
    assert "cannot be read" in told(bar) and done == []


def test_a_file_without_a_crs_asks_for_it(qgis_app, qtbot):
    samples = {"d": ("03/04/2022",), "n": ("0.2",), "r": ("50",)}
    table = Table("/x/e.csv", "/x/e.csv", "e", ("d", "n", "r"), samples, "", False, 12)
    dialog = ColumnsDialog(table, Columns({"acquired": "d", "cloud": "n", "gsd": "r"}))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok.isEnabled() and dialog.days.isVisible() and "Choose the CRS" in dialog.preview.text()
    dialog.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    assert dialog.ok.isEnabled() and dialog.columns().crs == "EPSG:2154"
    before = dialog.preview.text()
    dialog.days.setCurrentIndex(1)
    assert dialog.preview.text() != before
    dialog.cloud_unit.setCurrentIndex(1)
    dialog.gsd_unit.setCurrentIndex(1)
    assert "clouds 20" in dialog.preview.text() and "0.5" in dialog.preview.text()
