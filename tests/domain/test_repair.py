# SPDX-License-Identifier: GPL-2.0-or-later
"""Broken outlines are repaired the same way by shapely 2.0, which lacks the method, as by later ones."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Polygon, box

from dinamis_qgis.domain import shapes
from dinamis_qgis.domain.shapes import valid_polygons

BROKEN = {
    "bow tie": (Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), 2.0),
    "hole beyond the shell": (Polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [[(3, 1), (6, 1), (6, 3), (3, 3)]]), 14.0),
    "two holes that overlap": (
        Polygon(
            [(0, 0), (9, 0), (9, 9), (0, 9)],
            [list(box(1, 1, 4, 4).exterior.coords), list(box(3, 3, 6, 6).exterior.coords)],
        ),
        81 - 17.0,
    ),
    "two parts that overlap": (MultiPolygon([box(0, 0, 2, 2), box(1, 1, 3, 3)]), 7.0),
    "a shape with a spike": (Polygon([(0, 0), (4, 0), (4, 4), (4, 9), (4, 4), (0, 4)]), 16.0),
    "hole as large as the shell": (Polygon(box(0, 0, 1, 1).exterior, [box(0, 0, 1, 1).exterior.coords]), 0.0),
    "with a line beside": (
        GeometryCollection([Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), LineString([(0, 0), (9, 9)])]),
        2.0,
    ),
}


@pytest.fixture(params=[True, False], ids=["by structure", "ring by ring"])
def way(request, monkeypatch):
    if request.param and not shapes._BY_STRUCTURE:
        pytest.skip("this shapely does not know it")
    monkeypatch.setattr(shapes, "_BY_STRUCTURE", request.param)


@pytest.mark.parametrize("name", BROKEN)
def test_the_ground_that_is_enclosed_stays(way, name):
    shape, area = BROKEN[name]
    repaired = valid_polygons(shape)
    assert repaired.is_valid and repaired.area == pytest.approx(area)


point = st.tuples(st.integers(0, 6), st.integers(0, 6))


@settings(max_examples=60, deadline=None)
@given(st.lists(point, min_size=4, max_size=9))
def test_ring_by_ring_is_always_valid_and_within_the_outline(ring):
    before, shapes._BY_STRUCTURE = shapes._BY_STRUCTURE, False
    try:
        repaired = valid_polygons(Polygon(ring))
    finally:
        shapes._BY_STRUCTURE = before
    assert repaired.is_valid
    assert repaired.within(shapely.MultiPoint(ring).convex_hull.buffer(1e-9)) or repaired.is_empty
