# SPDX-License-Identifier: GPL-2.0-or-later
"""What of all that is dropped on QGIS is ours, told from names."""

from __future__ import annotations

import zipfile

import pytest

from dinamis_qgis import dependencies
from dinamis_qgis.core import recognition
from dinamis_qgis.core.recognition import is_delivery
from dinamis_qgis.domain.errors import MissingDependency
from dinamis_qgis.gui.map_drop import MapDrop


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("DIM_PHR1B_PMS_202207141102153_ORT_7000001101.XML", True),
        ("SPOT_LIST.XML", True),
        ("VOL_PHR.XML", True),
        ("METADATA.DIM", True),
        ("IMG_PHR1A_PMS_202108151540532_ORT_5888578101_R1C1.JP2", True),
        ("ORT_SPOT7_20210601_104512300_000---PAN.TIF", True),
        ("FCGC600_PHR1A_1.tar.gz", True),
        ("scan.tif", False),
        ("DIM.txt", False),
        ("style.xml", False),
        ("roads.gpkg", False),
        ("PHR1A_report.pdf", False),
        ("", False),
    ],
)
def test_files_are_told_by_their_names(tmp_path, name, ours):
    path = tmp_path / name
    if name:
        path.write_text("x")
    assert is_delivery(str(path)) is ours
    if name:
        (tmp_path / "d" / "deep").mkdir(parents=True)
        path.rename(tmp_path / "d" / "deep" / name)
        assert is_delivery(str(tmp_path / "d")) is ours


def test_zips_and_folders_are_looked_into(tmp_path, monkeypatch):
    for name, inside in (("a.zip", "d/DIM_X.XML"), ("b.zip", "roads.shp")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(inside, "x")
    assert is_delivery(str(tmp_path / "a.zip")) and not is_delivery(str(tmp_path / "b.zip"))
    (tmp_path / "broken.zip").write_text("x")
    assert not is_delivery(str(tmp_path / "broken.zip")) and not is_delivery(str(tmp_path / "absent"))
    disk = tmp_path / "disk"
    for number in range(30):
        (disk / f"{number:02}").mkdir(parents=True)
    (disk / "99").mkdir()
    (disk / "99" / "DIM_X.XML").write_text("x")
    assert is_delivery(str(disk))
    monkeypatch.setattr(recognition, "_MOST_NAMES", 20)
    assert not is_delivery(str(disk))  # it is not searched for ever


def test_those_that_are_ours_open_together(tmp_path, qtbot):
    ours, other, opened = [tmp_path / "DIM_X.XML", tmp_path / "VOL_Y.XML"], tmp_path / "roads.gpkg", []
    for path in (*ours, other):
        path.write_text("x")
    drop = MapDrop(opened.append)
    assert [drop.handleFileDrop(str(path)) for path in (ours[0], other, ours[1])] == [True, False, True]
    qtbot.waitUntil(lambda: opened == [[str(path) for path in ours]])


def test_without_shapely_qgis_opens_them(tmp_path, monkeypatch):
    (tmp_path / "DIM_X.XML").write_text("x")
    monkeypatch.setattr(dependencies, "problem", lambda: MissingDependency("shapely", "2"))
    assert not MapDrop(lambda _paths: None).handleFileDrop(str(tmp_path / "DIM_X.XML"))
