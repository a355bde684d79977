# SPDX-License-Identifier: GPL-2.0-or-later
"""Ribbons are as wide as they say on the ground, wherever the line lies."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from qgis.core import QgsDistanceArea, QgsPointXY
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box

from dinamis_qgis.core.ribbon import as_lines, ribbon
from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.errors import Cancelled, InvalidZone


def metres_between(one, other):
    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    return measure.measureLine(QgsPointXY(*one), QgsPointXY(*other))


def length(line):
    points = [line.interpolate(share, normalized=True) for share in np.linspace(0, 1, 400)]
    return sum(metres_between((a.x, a.y), (b.x, b.y)) for a, b in zip(points, points[1:]))


@pytest.mark.parametrize("metres", [50.0, 500.0, 5000.0])
@pytest.mark.parametrize(
    ("longitude", "latitude"), [(0.0, 0.0), (-3.0, 48.0), (55.5, -21.1), (-61.5, 16.2), (-52.7, 4.9), (-56.3, 46.9)]
)
def test_its_area_is_the_length_times_the_width_and_two_half_discs(qgis_app, longitude, latitude, metres):
    line = LineString([(longitude, latitude), (longitude + 0.6, latitude + 0.3)])
    wanted = (2 * metres * length(line) + math.pi * metres**2) / 1e6
    assert area_km2(ribbon(line, metres)) == pytest.approx(wanted, rel=1e-4)


def test_its_edge_is_at_the_width_from_the_line(qgis_app):
    line = LineString([(-3.0, 48.0), (-2.9, 48.0), (-2.85, 48.05)])
    edge = ribbon(line, 800.0).exterior
    dense = [line.interpolate(share, normalized=True) for share in np.linspace(0, 1, 600)]
    for share in np.linspace(0, 1, 40):
        here = edge.interpolate(share, normalized=True)
        nearest = min(metres_between((here.x, here.y), (point.x, point.y)) for point in dense)
        assert nearest == pytest.approx(800.0, rel=0.01)


def test_a_long_coast_has_no_seam(qgis_app):
    x = np.linspace(-5.0, 1.0, 3000)
    line = LineString(np.column_stack([x, 48.5 + 0.2 * np.sin(x * 9)]))
    found = ribbon(line, 1000.0)
    assert isinstance(found, Polygon) and found.is_valid and found.covers(line)


def test_across_the_antimeridian_it_is_split(qgis_app):
    found = ribbon(LineString([(179.9, -16.0), (180.2, -16.1)]), 1000.0)
    assert found.bounds[0] == -180.0 and found.bounds[2] == 180.0 and len(found.geoms) == 2
    assert area_km2(found) == pytest.approx(71.05, rel=1e-3)


def test_lines_that_cross_count_once(qgis_app):
    cross = MultiLineString([[(0, 0), (0.1, 0.1)], [(0, 0.1), (0.1, 0)]])
    one = area_km2(ribbon(cross.geoms[0], 1000.0))
    assert one < area_km2(ribbon(cross, 1000.0)) < 2 * one


@pytest.mark.parametrize("shape", [MultiLineString(), LineString([(1, 1), (1, 1)]), Point(0, 0), box(0, 0, 1, 1)])
def test_what_is_no_line_has_no_ribbon(qgis_app, shape):
    with pytest.raises(InvalidZone) as raised:
        ribbon(shape, 100.0)
    assert raised.value.reason == "no_line"


def test_lines_are_gathered_flat_and_bounded(monkeypatch):
    gathered = as_lines([LineString([(0, 0, 5), (1, 1, 5)]), MultiLineString([[(2, 2), (3, 3)], [(4, 4), (5, 5)]])])
    assert len(gathered.geoms) == 3 and not gathered.has_z
    monkeypatch.setattr("dinamis_qgis.core.ribbon._MOST_VERTICES", 3)
    with pytest.raises(InvalidZone) as raised:
        as_lines([gathered])
    assert raised.value.reason == "too_many_lines"
    with pytest.raises(InvalidZone):
        as_lines([shapely.Point(0, 0)])


def test_it_is_given_up_at_once(qgis_app):
    class GivenUp:
        def isCanceled(self):
            return True

    with pytest.raises(Cancelled):
        ribbon(LineString([(0, 0), (1, 1)]), 10.0, GivenUp())
