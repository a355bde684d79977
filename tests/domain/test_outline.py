# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines for the eye."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import MultiPolygon, Polygon, box

from dinamis_qgis.domain.outline import seen_from_afar


def coast(corners: int, bays: int = 5003) -> Polygon:
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    reach = 0.3 * (1 + 0.2 * np.sin(7 * turn) + 0.02 * np.sin(201 * turn) + 0.001 * np.sin(bays * turn))
    return Polygon(np.column_stack([-2.5 + reach * np.cos(turn), 48.2 + 0.7 * reach * np.sin(turn)]))


def test_a_coast_is_shown_with_few_points_and_nobody_sees_it():
    whole = coast(200_000)
    seen = seen_from_afar(whole, 10_000)
    assert shapely.get_num_coordinates(seen) <= 10_000
    west, _, east, _ = whole.bounds
    assert shapely.hausdorff_distance(seen.exterior, whole.exterior) < (east - west) / 1000
    assert seen.area == pytest.approx(whole.area, rel=1e-3)


def test_islands_are_all_shown_even_where_they_are_too_many():
    islands = MultiPolygon(
        [box(x, y, x + 0.005, y + 0.005) for x in np.arange(0, 1, 0.01) for y in np.arange(0, 1, 0.02)]
    )
    seen = seen_from_afar(islands, 10_000)
    assert len(islands.geoms) == 5000 == len(seen.geoms)
