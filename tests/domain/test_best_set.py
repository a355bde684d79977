# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import chain, combinations

import numpy as np
import pytest
import shapely
from shapely.affinity import rotate
from shapely.geometry import MultiPolygon, Point, Polygon, box

from dinamis_qgis.domain.area import area_km2
from dinamis_qgis.domain.cover import best_set as module
from dinamis_qgis.domain.cover.aims import Aim, Limits
from dinamis_qgis.domain.cover.best_set import best_set
from dinamis_qgis.domain.cover.facility import Facility, greedy
from dinamis_qgis.domain.errors import Cancelled
from dinamis_qgis.domain.scene import Scene
from dinamis_qgis.domain.shapes import polygons_only

ZONE = box(-2.6, 48.4, -2.4, 48.5)
NOON = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
TIES = 0.006  # what the second and third criterion of an aim weigh at the most


def scene(name: str, footprint, days_old: float | None = 0.0, cloud: float | None = 0.0, **known) -> Scene:
    acquired = None if days_old is None else NOON - timedelta(days=days_old)
    return Scene(name, "test", acquired=acquired, cloud_cover=cloud, footprint=footprint, **known)


def names(answer) -> list[str]:
    return [one.id for one in answer.scenes]


def random_case(seed: int, count: int):
    draw = np.random.default_rng(seed)
    zone = rotate(box(0, 45, draw.uniform(0.3, 1), 45 + draw.uniform(0.3, 1)), draw.uniform(0, 90))
    if seed % 3 == 0:
        zone = zone.difference(box(0.3, 45.2, 0.4, 45.4))
    west, south, east, north = zone.bounds
    scenes = []
    for number in range(count):
        x, y = draw.uniform(west - 0.3, east - 0.1), draw.uniform(south - 0.3, north - 0.1)
        shape = rotate(box(x, y, x + draw.uniform(0.2, 0.7), y + draw.uniform(0.2, 0.7)), 12)
        if draw.random() < 0.2:
            shape = shape.difference(shape.centroid.buffer(0.05))
        scenes.append(scene(str(number), shape, float(draw.integers(0, 2000)), float(draw.integers(0, 60))))
    return zone, scenes


def cost(zone, scenes, aim: Aim) -> float:
    """The figure that the module's text promises, by plain unions: the best image on top of the others."""
    value, worst = {
        Aim.FEWEST: (lambda one: 0.0, 0.0),
        Aim.MOST_RECENT: (lambda one: (NOON - one.acquired).days / 7, 2000 / 7),
        Aim.CLEAREST: (lambda one: one.cloud_cover / 0.5, 60 / 0.5),
    }[aim]
    whole = left_km2 = area_km2(zone)
    left, total = zone, float(len(scenes))
    for one in sorted(scenes, key=value):
        left = polygons_only(left.difference(one.footprint))
        seen, left_km2 = left_km2 - area_km2(left), area_km2(left)
        total += value(one) * seen / whole
    return total + left_km2 / whole * (1000 + worst)


def excess(zone, scenes, answer, aim: Aim) -> float:
    """Ratio of the answer's cost to the least, apart from what no image covers."""
    subsets = chain.from_iterable(combinations(scenes, size) for size in range(1, len(scenes) + 1))
    best = min(cost(zone, subset, aim) for subset in subsets)
    bare = polygons_only(zone.difference(shapely.union_all([one.footprint for one in scenes])))
    floor = cost(zone, [], aim) * area_km2(bare) / area_km2(zone)
    return (cost(zone, answer.scenes, aim) - floor) / (best - floor)


@pytest.mark.parametrize("aim", Aim)
@pytest.mark.parametrize("few", [64, 0], ids=["exact cells", "points"])
def test_the_best_set_is_the_one_brute_force_finds(aim, few, monkeypatch):
    monkeypatch.setattr(module, "_FEW", few)
    ratios = []
    for seed in range(12):
        zone, scenes = random_case(seed, 7)
        ratios.append(excess(zone, scenes, best_set(zone, scenes, aim), aim))
    assert max(ratios) <= 1.1
    equal = np.mean(np.array(ratios) <= 1.0 + TIES)
    assert equal == 1.0 if few else equal > 0.7


def test_needles_in_haystacks():
    """Twelve tiles that cover the zone exactly, hidden among three thousand that do not fit together: never little of
    the zone for the images it takes, and mostly the tiles. A zone so covered is no place for sureness: which points
    stand for it decides, and they differ from one GEOS to another."""
    zone, counts = box(0, 45, 0.8, 45.6), []
    tiles = [box(x, y, x + 0.2, y + 0.2) for x in (0, 0.2, 0.4, 0.6) for y in (45, 45.2, 45.4)]
    for seed in (1, 2, 4, 5, 7):
        draw = np.random.default_rng(seed)
        corners = zip(draw.uniform(-0.2, 0.8, 3000), draw.uniform(44.8, 45.6, 3000))
        others = [box(x, y, x + 0.2, y + 0.2) for x, y in corners]
        answer = best_set(zone, [scene(str(number), one) for number, one in enumerate([*others, *tiles])])
        assert answer.covered_percent > 99.0
        counts.append(len(answer.ranked))
    assert max(counts) <= 20 and sum(count <= 13 for count in counts) >= 3


def test_equals_are_told_apart_by_their_order_and_not_by_the_last_digit_of_a_sum():
    """0.3 + 0.2 + 0.1 is less than 0.1 + 0.2 + 0.3, by a digit that another numpy adds up otherwise."""
    image, cell = np.array([0, 0, 0, 1, 1, 1]), np.array([2, 1, 0, 0, 1, 2])
    facility = Facility(np.zeros(2), np.array([0.1, 0.2, 0.3]), 1000.0, image, cell)
    assert greedy(facility) == [0]


def test_ranks_gains_and_what_is_missing_add_up():
    west, middle, east = box(-2.7, 48, -2.5, 49), box(-2.55, 48, -2.42, 49), box(-2.44, 48, -2.41, 49)
    answer = best_set(ZONE, [scene("east", east), scene("middle", middle), scene("west", west)])
    assert names(answer) == ["middle", "west", "east"]
    assert [one.index for one in answer.ranked] == [1, 2, 0]
    assert [one.gain_percent for one in answer.ranked] == pytest.approx([65, 25, 5], abs=1e-6)
    assert [one.cumulative_percent for one in answer.ranked] == pytest.approx([65, 90, 95], abs=1e-6)
    assert answer.covered_percent == pytest.approx(95)
    assert answer.uncovered_km2 == pytest.approx(area_km2(box(-2.41, 48.4, -2.4, 48.5)), rel=1e-9)
    assert answer.uncovered.area == pytest.approx(0.001)


def test_each_aim_takes_its_own():
    scenes = [
        scene("whole, old, cloudy", ZONE, 900, 50),
        scene("west, new", box(-2.6, 48.4, -2.5, 48.5), 10, 40),
        scene("east, new", box(-2.5, 48.4, -2.4, 48.5), 20, 45),
        scene("west, clear", box(-2.6, 48.4, -2.5, 48.5), 500, 1),
        scene("east, clear", box(-2.5, 48.4, -2.4, 48.5), 600, 0),
    ]
    assert names(best_set(ZONE, scenes, Aim.FEWEST)) == ["whole, old, cloudy"]
    assert names(best_set(ZONE, scenes, Aim.MOST_RECENT)) == ["west, new", "east, new"]
    assert names(best_set(ZONE, scenes, Aim.CLEAREST)) == ["east, clear", "west, clear"]


def test_at_an_equal_number_the_clearer_then_the_newer():
    scenes = [scene("cloudy", ZONE, 0, 30), scene("old", ZONE, 500, 2), scene("new", ZONE, 5, 2)]
    assert names(best_set(ZONE, scenes)) == ["new"]


def test_an_old_image_needed_for_a_corner_does_not_hide_the_new_ones():
    corner = box(-2.41, 48.4, -2.4, 48.5)
    scenes = [scene("old", ZONE, 3000), scene("new", ZONE.difference(corner), 3)]
    answer = best_set(ZONE, scenes, Aim.MOST_RECENT)
    assert names(answer) == ["new", "old"] and answer.covered_percent == 100.0


def test_a_few_days_or_a_little_cloud_are_not_worth_an_image():
    half = box(-2.6, 48.4, -2.5, 48.5)
    scenes = [scene("whole", ZONE, 10, 1.5), scene("half", half, 0, 1.0)]
    assert names(best_set(ZONE, scenes, Aim.MOST_RECENT)) == ["whole"]
    assert names(best_set(ZONE, scenes, Aim.CLEAREST)) == ["whole"]


def test_unknown_values_are_kept_come_last_and_are_told():
    west, east = box(-2.6, 48.4, -2.5, 48.5), box(-2.5, 48.4, -2.4, 48.5)
    scenes = [
        scene("west", west, 400, 60),
        scene("west unknown", west, None, None, incidence=12.0),
        scene("east unknown", east, None, None),
        scene("nowhere", None),
    ]
    limits = Limits(timedelta(days=30), 70, 20)
    for aim in Aim:
        answer = best_set(ZONE, scenes, aim, limits)
        assert sorted(names(answer)) == ["east unknown", "west"]
        told = (answer.unknown_dates, answer.unknown_clouds, answer.unknown_incidences, answer.without_footprint)
        assert told == (1, 1, 2, 1)


def test_limits():
    scenes = [
        scene("steep", ZONE, 0, 0, incidence=35.0),
        scene("cloudy", ZONE, 0, 25, incidence=5.0),
        scene("half", box(-2.6, 48.4, -2.5, 48.5), 0, 5, incidence=5.0),
    ]
    assert names(best_set(ZONE, scenes, limits=Limits(max_cloud=20, max_incidence=30))) == ["half"]
    assert names(best_set(ZONE, scenes, limits=Limits(max_cloud=20))) == ["steep"]


@pytest.mark.parametrize("few", [64, 0])
def test_the_dates_of_a_set_lie_within_the_spread(few, monkeypatch):
    monkeypatch.setattr(module, "_FEW", few)
    west, east = box(-2.6, 48.4, -2.49, 48.5), box(-2.51, 48.4, -2.4, 48.5)
    scenes = [
        scene("east 0", east, 0), scene("west 50", west, 50),
        scene("east 200", east, 200), scene("west 215", west, 215), scene("west 230", west, 230),
        scene("east 1000", east, 1000), scene("west 1010", west, 1010),
    ]  # fmt: skip
    within = Limits(timedelta(days=15))
    for aim in (Aim.FEWEST, Aim.MOST_RECENT):
        answer = best_set(ZONE, scenes, aim, within)
        assert sorted(names(answer)) == ["east 200", "west 215"]  # 15 days apart is within 15 days
    assert len(best_set(ZONE, scenes, limits=Limits(timedelta(0))).ranked) == 1
    assert sorted(names(best_set(ZONE, scenes, limits=Limits(timedelta(days=60))))) == ["east 0", "west 50"]


def test_slivers_between_neighbours_ask_for_no_image():
    gap = 0.2 * 0.0005  # 0.05 % of the zone
    scenes = [
        scene("west", box(-2.7, 48, -2.5, 49)),
        scene("east", box(-2.5 + gap, 48, -2.3, 49)),
        scene("bridge", box(-2.51, 48, -2.49, 49)),
    ]
    answer = best_set(ZONE, scenes)
    assert sorted(names(answer)) == ["east", "west"]
    assert answer.uncovered_km2 == pytest.approx(0.0005 * answer.zone_km2, rel=1e-6)


def test_a_hole_in_a_footprint_is_filled_by_another():
    hole = Point(-2.5, 48.45).buffer(0.02)
    scenes = [scene("pierced", box(-3, 48, -2, 49).difference(hole)), scene("small", hole.envelope)]
    assert names(best_set(ZONE, scenes)) == ["pierced", "small"]
    assert best_set(ZONE, scenes).covered_percent == 100.0
    alone = best_set(ZONE, scenes[:1])
    assert alone.uncovered_km2 == pytest.approx(area_km2(hole), rel=1e-6)


def test_zone_and_footprints_of_several_parts():
    islands = MultiPolygon([box(x, y, x + 0.01, y + 0.01) for x in (-150, -140, -130) for y in (-20, -15, -10)])
    scenes = [
        scene("west and east", MultiPolygon([box(-151, -21, -149, -9), box(-131, -21, -129, -9)])),
        scene("middle", box(-141, -21, -139, -9)),
        scene("one", box(-151, -21, -149, -14)),
    ]
    assert names(best_set(islands, scenes)) == ["west and east", "middle"]
    assert best_set(islands, scenes).covered_percent == 100.0


def test_across_the_antimeridian():
    zone = Polygon([(179, -17), (-179, -17), (-179, -16), (179, -16)])
    scenes = [
        scene("west", box(178, -18, 179.6, -15)),
        scene("across, past 180", box(179.5, -18, 180.5, -15)),
        scene("east", box(-179.6, -18, -178, -15)),
        scene("the other side of the Earth", box(-1, -18, 1, -15)),
    ]
    answer = best_set(zone, scenes)
    assert sorted(names(answer)) == ["across, past 180", "east", "west"]
    assert answer.covered_percent == 100.0 and answer.uncovered.is_empty


def test_broken_outlines_are_repaired():
    bow_tie = Polygon([(-2.6, 48.4), (-2.4, 48.5), (-2.4, 48.4), (-2.6, 48.5)])
    answer = best_set(ZONE, [scene("bow tie", bow_tie), scene("empty", Polygon()), scene("none", None)])
    assert names(answer) == ["bow tie"]
    assert answer.covered_percent == pytest.approx(50, abs=0.1) and answer.without_footprint == 1


@pytest.mark.parametrize("scenes", [[], [scene("far", box(3, 48, 4, 49))], [scene("touching", box(-2.4, 48, -2, 49))]])
def test_nothing_covers(scenes):
    answer = best_set(ZONE, scenes)
    assert answer.ranked == () and answer.covered_percent == 0.0
    assert answer.uncovered_km2 == answer.zone_km2 > 0 and answer.uncovered.equals(ZONE)


def test_the_answer_does_not_depend_on_the_run():
    zone, scenes = random_case(3, 200)
    assert names(best_set(zone, scenes, Aim.CLEAREST)) == names(best_set(zone, scenes, Aim.CLEAREST))


def test_many_images_leave_nothing_that_another_would_cover():
    zone, scenes = random_case(5, 400)
    answer = best_set(zone, scenes)
    for one in scenes:
        assert area_km2(polygons_only(answer.uncovered.intersection(one.footprint))) < 0.002 * answer.zone_km2


def test_cancelled():
    class GivenUp:
        def isCanceled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        best_set(ZONE, [scene("a", ZONE)], feedback=GivenUp())
