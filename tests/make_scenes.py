# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenes made by hand for tests of whatever shows them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from shapely.geometry import Polygon

from dinamis_qgis.domain.scene import Scene

MISSIONS = ("PHR1A", "PHR1B", "SPOT6", "SPOT7")
FIRST = datetime(2022, 7, 14, 11, 2, tzinfo=timezone.utc)


def square(lon: float, lat: float, side: float = 0.2) -> Polygon:
    return Polygon([(lon, lat + side), (lon + side, lat + side), (lon + side, lat), (lon, lat)])


def scene(number: int, **changes) -> Scene:
    """The ``number``-th of a row of squares in Brittany, a day older than the one before."""
    values = {
        "id": f"S{number:05}",
        "catalogue": "test",
        "collection": "phr",
        "mission": MISSIONS[number % len(MISSIONS)],
        "acquired": FIRST - timedelta(days=number),
        "gsd": 0.5,
        "cloud_cover": 3.0,
        "incidence": 12.0,
        "footprint": square(-2.5 + 0.01 * (number % 100), 48.0 + 0.01 * (number // 100)),
        "credit": "© CNES 2022, Distribution Airbus DS",
    }
    return Scene(**{**values, **changes})


def scenes(count: int) -> list[tuple[Scene, float | None]]:
    return [(scene(number), 100.0) for number in range(count)]
