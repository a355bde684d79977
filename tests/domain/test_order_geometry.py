# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines that an order form may refuse, and remedies that hold the whole zone."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, box

from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.errors import Cancelled
from dinamis_qgis.domain.order_geometry import (
    enlarged,
    hull,
    parts_by_size,
    problems,
    simplified,
    widened,
)
from dinamis_qgis.domain.shapes import vertex_count
from dinamis_qgis.domain.tariffs import Limit, Source

SOURCE = Source("a table", "somebody", None)


def limit(kind, value, acquisition=""):
    return Limit(kind, Decimal(value), False, SOURCE, acquisition)


def coast(corners, seed=1):
    """A ragged outline of some 20 km around 48.5° N."""
    around = np.linspace(0.0, 2.0 * np.pi, corners, endpoint=False)
    steps = np.cumsum(np.random.default_rng(seed).normal(size=corners))
    reach = 0.1 + 0.0004 * (steps - np.linspace(0.0, steps[-1], corners))  # ends where it began
    return shapely.make_valid(
        Polygon(np.column_stack([-2.5 + 1.5 * reach * np.cos(around), 48.5 + reach * np.sin(around)]))
    )


def lost_km2(shape, remedy):
    return area_km2(shape.difference(remedy.shape))


def test_each_limit_is_checked_in_its_own_unit():
    zone = box(2.0, 48.0, 2.01, 48.1)  # 0.75 km wide, 11 km long
    limits = [
        limit("least_area_km2", 100),
        limit("least_width_km", 5),
        limit("most_corners", 3),
        limit("most_parts", 1),
    ]
    found = problems(zone, 4, limits, "archive")
    assert [one.limit.kind for one in found] == ["least_area_km2", "least_width_km", "most_corners"]
    assert found[0].value == pytest.approx(area_km2(zone)) and found[1].value == pytest.approx(0.745, abs=0.01)
    assert found[2].value == 4
    two = MultiPolygon([zone, box(3.0, 48.0, 4.0, 49.0)])
    assert [(one.limit.kind, one.value) for one in problems(two, 8, limits[3:], "archive")] == [("most_parts", 2.0)]


def test_what_is_just_enough_is_enough_and_a_limit_of_the_other_acquisition_is_none():
    zone = box(2.0, 48.0, 2.1, 48.1)
    assert problems(zone, 4, [limit("most_corners", 4), limit("most_parts", 1)], "tasking") == ()
    assert problems(zone, 4, [limit("least_area_km2", 10_000, "tasking")], "archive") == ()
    assert len(problems(zone, 4, [limit("least_area_km2", 10_000, "tasking")], "tasking")) == 1


def test_corners_count_as_the_outline_was_given_not_as_it_was_densified():
    dense = shapely.segmentize(box(2.0, 48.0, 3.0, 49.0), 0.001)
    assert problems(dense, 4, [limit("most_corners", 999)], "archive") == ()
    assert problems(dense, 0, [limit("most_corners", 999)], "archive")[0].value == vertex_count(dense)


@pytest.mark.parametrize("most", [999, 100, 12])
def test_a_simplified_outline_holds_the_whole_zone_and_little_more(most):
    zone = coast(5000)
    remedy = simplified(zone, most)
    assert vertex_count(remedy.shape) <= most and remedy.shape.is_valid
    assert lost_km2(zone, remedy) < 1e-9 * area_km2(zone)
    assert remedy.added_km2 == pytest.approx(area_km2(remedy.shape) - area_km2(zone))
    assert 0.0 < remedy.added_km2 < {999: 0.1, 100: 0.25, 12: 0.5}[most] * area_km2(zone)


def test_islands_are_simplified_together_and_keep_apart():
    islands = MultiPolygon([Point(2.0 + place / 10, 48.0).buffer(0.01, 200) for place in range(5)])
    remedy = simplified(islands, 200)
    assert len(shapely.get_parts(remedy.shape)) == 5 and vertex_count(remedy.shape) <= 200
    assert lost_km2(islands, remedy) < 1e-9


def test_a_zone_across_180_degrees_is_mended_on_both_sides():
    fiji = MultiPolygon([coast_at(178.0, 180.0), coast_at(-180.0, -179.0)])
    remedy = simplified(fiji, 200)
    west, _, east, _ = remedy.shape.bounds
    assert west >= -180.0 and east <= 180.0 and vertex_count(remedy.shape) <= 200
    assert lost_km2(fiji, remedy) < 1e-6 and remedy.added_km2 < 0.1 * area_km2(fiji)


def coast_at(west, east):
    return shapely.segmentize(box(west, -18.0, east, -16.0), 0.01)


@pytest.mark.parametrize("least", [100.0, 3600.0])
def test_a_zone_too_small_grows_to_what_is_asked(least):
    zone = box(2.0, 48.0, 2.05, 48.03)
    remedy = enlarged(zone, least)
    assert least <= area_km2(remedy.shape) < least * 1.01 and lost_km2(zone, remedy) < 1e-9


def test_a_ribbon_too_narrow_grows_to_what_is_asked():
    ribbon = box(2.0, 48.0, 2.4, 48.01)
    remedy = widened(ribbon, 5.0)
    assert problems(remedy.shape, 0, [limit("least_width_km", Decimal("4.99"))], "archive") == ()
    assert remedy.added_km2 < 5.1 * 36.0 - area_km2(ribbon) and lost_km2(ribbon, remedy) < 1e-9


def test_parts_come_the_largest_first_and_the_hull_holds_them_all():
    parts = MultiPolygon([box(2.0, 48.0, 2.1, 48.1), box(3.0, 48.0, 3.5, 48.5)])
    assert [area_km2(part) for part in parts_by_size(parts)] == sorted(map(area_km2, parts.geoms), reverse=True)
    held = hull(parts)
    assert lost_km2(parts, held) < 1e-9 and held.added_km2 > 0.0


def islands(count):
    return MultiPolygon(
        [
            box(2 + x / 100, 45 + y / 100, 2.008 + x / 100, 45.008 + y / 100)
            for x in range(count // 20)
            for y in range(20)
        ]
    )


def test_a_scatter_of_parts_is_left_to_the_person():
    many = islands(5000)
    assert simplified(many, 999) is None and enlarged(many, 10_000.0) is None and widened(many, 5.0) is None
    assert hull(many).added_km2 > 0.0 and len(parts_by_size(many)) == 5000


def test_some_islands_grow_together_where_corners_are_few():
    remedy = simplified(islands(200), 100)
    assert vertex_count(remedy.shape) <= 100 and lost_km2(islands(200), remedy) < 1e-9


def test_it_stops_when_the_person_gives_up():
    asked = []

    def check():
        asked.append(True)
        if len(asked) == 3:
            raise Cancelled()

    with pytest.raises(Cancelled):
        simplified(coast(5000), 12, check)
    assert len(asked) == 3
