# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer built in a task is still drawn where it lies once the task's thread is gone."""

from __future__ import annotations

import threading

from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QThread

from dinamis_qgis.core.layer_crs import own_crs

ZONE = 32738  # of no other test: QGIS caches what it made of a CRS


class Building(QThread):
    def __init__(self, path):
        super().__init__()
        self.path, self.layer, self.built, self.may_end = path, None, threading.Event(), threading.Event()

    def run(self):
        self.layer = QgsRasterLayer(self.path, "image")
        self.built.set()
        self.may_end.wait(10)


def test_the_crs_outlives_the_thread_that_made_it(qgis_app, tmp_path):
    raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "image.tif"), 4, 4)
    raster.SetGeoTransform((500_000, 10, 0, 7_500_000, 0, -10))
    system = osr.SpatialReference()
    system.ImportFromEPSG(ZONE)
    raster.SetProjection(system.ExportToWkt())
    del raster
    task = Building(str(tmp_path / "image.tif"))
    task.start()
    assert task.built.wait(10)
    own_crs(task.layer)
    taken_meanwhile = QgsCoordinateReferenceSystem(f"EPSG:{ZONE}")
    task.may_end.set()
    assert task.wait(10_000)
    world = QgsCoordinateReferenceSystem("EPSG:4326")
    for crs in (task.layer.crs(), taken_meanwhile):
        transform = QgsCoordinateTransform(crs, world, QgsProject.instance())
        middle = transform.transform(QgsPointXY(500_000, 7_500_000))
        assert abs(middle.x() - 45) < 1e-6 and -23 < middle.y() < -22
    assert task.layer.crs().authid() == f"EPSG:{ZONE}"
