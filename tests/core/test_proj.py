# SPDX-License-Identifier: GPL-2.0-or-later
"""Tasks transform in threads that come and go: rightly, and without spoiling QGIS's own projections."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

from dinamis_qgis.core.product_scene import footprint
from dinamis_qgis.core.proj import project, to_lon_lat


def test_every_thread_transforms_alike(qgis_app):
    point = np.array([[-3.0, 48.0]])
    right = np.array([[500_000.0, 5_316_300.5]])
    wrong = []  # nothing is transformed on the main thread before: that would hide it

    def work():
        for _ in range(3):
            if not np.allclose(project("EPSG:32630", point), right, atol=1.0, rtol=0):
                wrong.append(1)

    for _ in range(100):
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong


def test_what_is_no_projection_gives_no_place(qgis_app):
    point = np.array([[-3.0, 48.0]])
    for text in ("", "EPSG:999999", "nonsense", "/etc/passwd", "http://127.0.0.1:9/x.wkt", "PROJCS[broken"):
        assert np.isinf(project(text, point)).all(), text


def test_an_image_placed_in_a_thread_that_ends_leaves_its_projection_to_the_others(qgis_app):
    """QGIS 3.22 remembers a CRS that a thread made first, and cannot use it once that thread has ended."""
    placed = []
    image = SimpleNamespace(
        outline=shapely.box(300_000, 4_000_000, 301_000, 4_001_000), crs="EPSG:32754", geotransform=None
    )
    thread = threading.Thread(target=lambda: placed.append(footprint(image)))
    thread.start()
    thread.join()
    crs = QgsCoordinateReferenceSystem("EPSG:32754")  # by nobody else in these tests
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4258"), crs, QgsProject.instance())
    west, south = placed[0].bounds[:2]
    corner = there.transform(QgsPointXY(west, south))
    assert there.isValid() and abs(corner.x() - 300_000) < 50 and abs(corner.y() - 4_000_000) < 50


def test_a_shape_across_the_antimeridian_is_split(qgis_app):
    shape = to_lon_lat(shapely.box(800_000, 8_000_000, 900_000, 8_100_000), "EPSG:32760")
    assert len(shape.geoms) == 2 and shape.bounds[0] >= -180 and shape.bounds[2] <= 180
    assert max(part.bounds[2] - part.bounds[0] for part in shape.geoms) < 1.5


@pytest.mark.parametrize("crs", ["", "EPSG:999999"])
def test_a_shape_of_no_projection_has_no_place(qgis_app, crs):
    assert to_lon_lat(shapely.box(0, 0, 1, 1), crs) is None
