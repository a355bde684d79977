# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.affinity import rotate
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.coverage import Coverage, coverage_percent
from dinamis_qgis.domain.shapes import within_180

ZONE = box(-2.6, 48.4, -2.4, 48.5)


def test_whole_nothing_half():
    assert coverage_percent(ZONE, box(-3, 48, -2, 49)) == 100.0
    assert coverage_percent(ZONE, ZONE) == 100.0
    assert coverage_percent(ZONE, box(3, 48, 4, 49)) == 0.0
    assert coverage_percent(ZONE, box(-2.5, 48, -2, 49)) == pytest.approx(50.0, abs=1e-9)


def test_unknown_is_not_zero():
    assert coverage_percent(ZONE, None) is None
    assert coverage_percent(None, ZONE) is None
    assert coverage_percent(ZONE, Polygon()) is None
    assert coverage_percent(ZONE, LineString([(-3, 48), (-2, 49)])) is None
    assert coverage_percent(Point(0, 0), ZONE) is None
    assert Coverage(ZONE).percent_together([None, None]) is None


def test_a_touching_neighbour_covers_nothing():
    assert coverage_percent(ZONE, box(-2.4, 48.4, -2.2, 48.5)) == 0.0


def test_a_self_crossing_footprint_is_repaired():
    bow_tie = Polygon([(-2.6, 48.4), (-2.4, 48.5), (-2.4, 48.4), (-2.6, 48.5)])
    assert not bow_tie.is_valid
    assert coverage_percent(ZONE, bow_tie) == pytest.approx(50.0, abs=0.1)


def test_together_overlaps_count_once():
    coverage = Coverage(ZONE)
    west, middle = box(-2.6, 48, -2.5, 49), box(-2.55, 48, -2.45, 49)
    assert coverage.percent_together([west, None, middle]) == pytest.approx(75.0, abs=1e-9)
    left = coverage.uncovered([west, middle])
    assert area_km2(left) == pytest.approx(coverage.km2 / 4, rel=1e-9)
    assert area_km2(coverage.uncovered([])) == coverage.km2


ACROSS = MultiPolygon([box(179, -17, 180, -16), box(-180, -17, -179, -16)])
WRITTEN_PAST_180 = box(179, -17, 181, -16)
WRITTEN_WITH_A_JUMP = Polygon([(179, -17), (-179, -17), (-179, -16), (179, -16)])


@pytest.mark.parametrize("footprint", [ACROSS, WRITTEN_PAST_180, WRITTEN_WITH_A_JUMP])
@pytest.mark.parametrize("zone", [ACROSS, WRITTEN_PAST_180, WRITTEN_WITH_A_JUMP])
def test_across_the_antimeridian_however_it_is_written(zone, footprint):
    assert Coverage(zone).km2 == pytest.approx(area_km2(ACROSS), rel=1e-12)
    assert coverage_percent(zone, footprint) == 100.0
    assert coverage_percent(zone, box(-180, -17, -179, -16)) == pytest.approx(50.0, abs=1e-9)


def test_a_hole_across_the_antimeridian_stays_a_hole():
    hole = [(179.5, -16.8), (-179.5, -16.8), (-179.5, -16.2), (179.5, -16.2)]
    pierced = within_180(Polygon(WRITTEN_WITH_A_JUMP.exterior, [hole]))
    assert area_km2(pierced) == pytest.approx(area_km2(ACROSS) - area_km2(box(0, -16.8, 1, -16.2)), rel=1e-12)


def test_a_footprint_round_the_earth_is_not_a_jump():
    assert coverage_percent(ZONE, box(-180, -60, 180, 60)) == 100.0


def test_a_zone_of_many_parts_measures_as_one_does():
    parts = [box(x, y, x + 0.008, y + 0.008) for x in np.arange(0, 1, 0.01) for y in np.arange(45, 45.5, 0.01)]
    zone = MultiPolygon(parts)
    scene = rotate(box(0.2, 45.1, 0.7, 45.4), 12)
    expected = 100 * area_km2(zone.intersection(scene)) / area_km2(zone)
    assert Coverage(zone).percent(scene) == pytest.approx(expected, rel=1e-9)


outlines = st.builds(
    lambda x, y, w, h, turn: rotate(box(x, y, x + w, y + h), turn),
    st.floats(-3, -2), st.floats(48, 49), st.floats(0.01, 1), st.floats(0.01, 1), st.floats(0, 90),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(outlines, min_size=1, max_size=4))
def test_the_covered_and_the_uncovered_make_the_zone(footprints):
    coverage = Coverage(rotate(ZONE, 20))
    share = coverage.percent_together(footprints)
    assert 0.0 <= share <= 100.0
    assert share >= max(coverage.percent(one) for one in footprints) - 1e-6
    left = 100 * area_km2(coverage.uncovered(footprints)) / coverage.km2
    assert share + left == pytest.approx(100.0, abs=1e-6)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80)), min_size=3, max_size=8).map(Polygon))
@example(Polygon([(0, -1), (1, 0), (0, 0), (0, -1), (1, 0), (0, -2)]))  # two parts with an edge in common
def test_any_outline_is_made_valid(outline):
    shape = within_180(outline)
    assert shape.is_valid
    assert shape.is_empty or (shape.bounds[0] >= -180 and shape.bounds[2] <= 180)
    assert shapely.get_type_id(shape) in (3, 6)


def test_many_at_once_are_measured_as_one_by_one():
    parts = MultiPolygon([rotate(ZONE, 20), box(179, -17, 180, -16), box(-180, -17, -179, -16), box(5, 45, 6, 46)])
    coverage = Coverage(parts)
    footprints = [
        None,
        Polygon(),
        LineString([(-3, 48), (-2, 49)]),
        box(-2.7, 48.2, -2.2, 48.9),
        box(-10, 40, 10, 55),
        box(179.5, -17, 180.5, -16),
        box(5, 45, 6, 46),
        box(6, 45, 7, 46),  # touches only
        box(0, 0, 1, 1),
    ]
    many = coverage.percents(footprints)
    assert many == [
        pytest.approx(one, abs=1e-9) if one is not None else None for one in map(coverage.percent, footprints)
    ]
    assert coverage.percents([]) == []
    assert Coverage(MultiPolygon()).percents([ZONE]) == [None]
