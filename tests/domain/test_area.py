# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas against closed forms; the comparison with QGIS's own measure stands in tests/core/test_areas.py."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Point, Polygon, box

from dinamis_qgis.domain.area import area_km2

EARTH_KM2 = 510_065_621.724088  # WGS 84, the figure that GeographicLib prints


def test_the_whole_ellipsoid():
    assert area_km2(box(-180, -90, 180, 90)) == pytest.approx(EARTH_KM2, rel=1e-12)


def test_a_pole_cap_is_no_special_case():
    caps = area_km2(box(-180, 80, 180, 90)) + area_km2(box(-180, -90, 180, -80))
    assert caps + area_km2(box(-180, -80, 180, 80)) == pytest.approx(EARTH_KM2, rel=1e-12)


def test_a_small_cell_is_the_product_of_the_two_radii():
    a, e2 = 6378.137, 0.00669437999014
    lat, side = math.radians(48.5), math.radians(1e-3)
    w = 1 - e2 * math.sin(lat) ** 2
    expected = a**2 * (1 - e2) / w**2 * math.cos(lat) * side**2
    assert area_km2(box(-2.5005, 48.4995, -2.4995, 48.5005)) == pytest.approx(expected, rel=1e-9)


def test_a_hole_is_left_out():
    outer = box(0, 45, 1, 46)
    hole = box(0.2, 45.2, 0.4, 45.4)
    pierced = Polygon(outer.exterior, [hole.exterior])
    assert area_km2(pierced) == pytest.approx(area_km2(outer) - area_km2(hole), rel=1e-12)


@pytest.mark.parametrize("shape", [Polygon(), Point(0, 0), LineString([(0, 0), (1, 1)]), MultiPolygon()])
def test_what_has_no_surface_has_no_area(shape):
    assert area_km2(shape) == 0.0


def test_lines_beside_polygons_count_nothing():
    square = box(0, 0, 1, 1)
    mixed = GeometryCollection([LineString([(0, 0), (5, 5)]), square])
    assert area_km2(mixed) == area_km2(square)


longitudes = st.floats(-180, 180)
latitudes = st.floats(-89, 89)
triangles = st.lists(st.tuples(longitudes, latitudes), min_size=3, max_size=3, unique=True).map(Polygon)


@given(triangles)
def test_an_edge_cut_in_pieces_measures_the_same(triangle):
    fine = shapely.segmentize(triangle, 0.5)
    assert area_km2(triangle) == pytest.approx(area_km2(fine), rel=1e-9, abs=1e-3)


@given(triangles)
def test_the_way_round_does_not_matter(triangle):
    assert area_km2(triangle) == pytest.approx(area_km2(triangle.reverse()), rel=1e-12, abs=1e-6)


@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(1e-4, 5), st.floats(1e-4, 5), st.floats(0.1, 0.9))
def test_pieces_add_up(x, y, width, height, share):
    middle = x + width * share
    whole = area_km2(box(x, y, x + width, y + height))
    pieces = area_km2(MultiPolygon([box(x, y, middle, y + height), box(middle, y, x + width, y + height)]))
    assert pieces == pytest.approx(whole, rel=1e-9)
