# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints, wedges and file names, without QGIS. ``tests/core/test_quicklooks.py`` measures where pictures land."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.geometry.polygon import orient

from dinamis_qgis.domain.errors import InvalidPicture
from dinamis_qgis.domain.filenames import file_stem
from dinamis_qgis.domain.ground import corners, tidy, utm_zone
from dinamis_qgis.domain.placement import CORNERS, GRID, place
from dinamis_qgis.domain.scene import Grid
from dinamis_qgis.domain.wedges import inside, leaves_wedges

SCALE = 100_000.0


def flat(_crs: str, points: np.ndarray) -> np.ndarray:
    """A world without projections: 1° is 100 km."""
    return points * SCALE


def turned(tilt: float, width: float = 0.6, height: float = 0.4) -> np.ndarray:
    angle = np.radians(-tilt)
    square = np.array([(-width, height), (width, height), (width, -height), (-width, -height)]) / 2.0
    return square @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) + [2.0, 48.0]


@settings(deadline=None)
@given(tilt=some.floats(-25, 25), start=some.integers(0, 3), backwards=some.booleans(), extra=some.integers(1, 9))
def test_corners_are_found_whatever_the_ring(tilt: float, start: int, backwards: bool, extra: int) -> None:
    truth = turned(tilt)
    ring = np.roll(truth, start, axis=0)[:: -1 if backwards else 1]
    shares = np.linspace(0, 1, extra + 1)[:-1, None]
    dense = np.concatenate([a + (b - a) * shares for a, b in zip(ring, np.roll(ring, -1, axis=0))])
    found = corners(Polygon(np.roll(dense, extra // 2, axis=0)))
    assert found == pytest.approx(truth, abs=1e-9)


@pytest.mark.parametrize(
    "shape",
    [
        Point(0, 0).buffer(1.0),
        Polygon([(0, 0), (1, 0), (0, 1)]),
        Polygon([(0, 0), (4, 0), (1, 1), (0, 4)]),
        MultiPolygon([box(0, 0, 1, 1), box(3, 3, 4, 4)]),
    ],
    ids=["disc", "triangle", "arrow", "two parts"],
)
def test_what_is_no_quadrilateral_has_no_corners(shape) -> None:
    assert corners(shape) is None


def test_zones() -> None:
    places = {
        (2.6, 48.5): 32631,
        (-2.5, 48.5): 32630,
        (55.5, -21.1): 32740,
        (-176.2, -13.3): 32701,
        (180.5, -17): 32701,
    }
    assert {utm_zone(Point(*place).buffer(0.1)) for place in places} == {f"EPSG:{code}" for code in places.values()}
    assert utm_zone(box(0, 85, 10, 88)) == "EPSG:32661" and utm_zone(box(0, -88, 10, -85)) == "EPSG:32761"


def test_a_split_footprint_is_made_whole() -> None:
    whole = tidy(MultiPolygon([box(179.5, -18, 180, -17), box(-180, -18, -179.5, -17)]))
    assert isinstance(whole, Polygon) and whole.bounds == (179.5, -18, 180.5, -17)
    assert tidy(box(0, 0, 1, 1).difference(box(0.4, 0.4, 0.6, 0.6))).area == 1.0
    assert tidy(Polygon([(0, 0, 5), (1, 0, 5), (1, 1, 5)])).has_z is False
    assert tidy(None) is tidy(Polygon()) is tidy(Point(1, 1)) is tidy(Polygon([(0, 0), (1, 1), (2, 2)])) is None


@pytest.mark.parametrize("mirrored", [False, True])
def test_an_acquisition_frame_is_never_mirrored(mirrored: bool) -> None:
    truth = turned(12.0)
    picture = np.full((40, 60, 4), 128, dtype=np.uint8)
    placed = place(picture, orient(Polygon(truth), 1.0 if mirrored else -1.0), None, None, flat)
    assert placed.evidence == CORNERS and not placed.approximate
    first, last = np.array(placed.gcps[0]), np.array(placed.gcps[-1])
    assert first == pytest.approx([0, 0, *(truth[0] * SCALE)]) and last == pytest.approx([60, 40, *(truth[2] * SCALE)])


def test_the_pictures_own_grid_comes_first_and_a_contradiction_is_passed_over() -> None:
    footprint, picture = box(2.0, 48.0, 2.6, 48.4), np.full((40, 60, 4), 128, dtype=np.uint8)
    true, false = tuple(np.array(footprint.bounds) * SCALE), (0.0, 0.0, 60.0, 40.0)
    placed = place(picture, footprint, Grid("own", true), Grid("full", true), flat)
    assert (placed.crs, placed.evidence, placed.geotransform[0]) == ("own", GRID, true[0])
    assert place(picture, footprint, Grid("own", false), Grid("full", true), flat).crs == "full"
    assert place(picture, footprint, Grid("same"), Grid("same", true), flat).bounds == true
    wide = np.full((40, 90, 4), 128, dtype=np.uint8)
    assert place(wide, footprint, Grid("own", true), None, flat).approximate is False  # it says so itself
    assert place(wide, footprint, None, Grid("full", true), flat).approximate is True  # the full image's, not its


def test_nothing_to_place_by() -> None:
    with pytest.raises(InvalidPicture):
        place(np.full((40, 60, 4), 128, dtype=np.uint8), None, Grid("EPSG:2154"), None, flat)


def test_pixels_inside_follow_their_centres() -> None:
    assert inside(box(0.6, 0.6, 2.4, 3.0), (4, 4)).sum() == 1 * 2
    hole = box(0, 0, 9, 9).difference(box(3, 3, 6, 6))
    assert inside(hole, (9, 9)).sum() == 81 - 9


def test_a_padded_picture_leaves_wedges_and_a_strip_of_sea_does_not() -> None:
    padded, sea = np.zeros((100, 100), dtype=bool), np.zeros((100, 100), dtype=bool)
    padded[:15], padded[85:] = True, True
    sea[:15] = True
    assert leaves_wedges(padded) and not leaves_wedges(sea) and leaves_wedges(np.ones((9, 9), dtype=bool))


def test_file_names() -> None:
    taken: set[str] = set()
    ids = ["a/b", "a b", "A_B", "../../etc", "", "é" * 300]
    names = [file_stem(scene_id, taken) for scene_id in ids]
    assert names[:5] == ["a_b", "a_b_2", "A_B_3", ".._.._etc", "_"] and len(names[5]) <= 150
