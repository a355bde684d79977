# SPDX-License-Identifier: GPL-2.0-or-later
"""The best set among 10 000 scenes for a département, against the greedy choice written with QgsGeometry loops."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from time import perf_counter

import numpy as np
import shapely
from qgis.core import QgsGeometry, QgsSpatialIndex
from shapely.affinity import rotate
from shapely.geometry import box

from dinamis_qgis.core.geometry import to_qgis
from dinamis_qgis.domain.cover.aims import Aim, Limits
from dinamis_qgis.domain.cover.best_set import LEAST_GAIN, best_set
from dinamis_qgis.domain.scene import Scene
from tests.bench import Figure
from tests.make_scenes import FIRST

COUNT = 10_000
RUNS = 5


def departement() -> shapely.Polygon:
    """6 700 km², 1 200 vertices, a coast that is not smooth."""
    turn = np.linspace(0, 2 * np.pi, 1200, endpoint=False)
    radius = 0.5 + 0.03 * np.sin(9 * turn) + 0.005 * np.sin(80 * turn)
    return shapely.Polygon(np.column_stack([-2.9 + 1.2 * radius * np.cos(turn), 48.2 + 0.8 * radius * np.sin(turn)]))


def scenes() -> list[Scene]:
    """Of 20 km by 20 km, tilted, one beside and upon another all over the département; twelve years."""
    draw = np.random.default_rng(5)
    return [
        Scene(
            str(number),
            "bench",
            acquired=FIRST - timedelta(days=float(draw.uniform(0, 4400))),
            cloud_cover=float(draw.uniform(0, 60)),
            incidence=float(draw.uniform(0, 40)),
            footprint=rotate(box(x, y, x + 0.27, y + 0.18), 12),
        )
        for number, (x, y) in enumerate(zip(draw.uniform(-3.7, -2.3, COUNT), draw.uniform(47.7, 48.6, COUNT)))
    ]


def greedy_loop(zone: QgsGeometry, footprints: list[QgsGeometry]) -> int:
    """What gains most, until nothing gains 0.1 % of the zone. Planar areas, and only footprints that touch the zone."""
    index = QgsSpatialIndex()
    for number, footprint in enumerate(footprints):
        index.addFeature(number, footprint.boundingBox())
    near = [number for number in index.intersects(zone.boundingBox()) if footprints[number].intersects(zone)]
    left, least, count = QgsGeometry(zone), zone.area() * LEAST_GAIN, 0
    while near:
        gains = {number: footprints[number].intersection(left).area() for number in near}
        best = max(gains, key=gains.get)
        if gains[best] < least:
            break
        left = left.difference(footprints[best])
        near = [number for number in near if gains[number] >= least and number != best]
        count += 1
    return count


def run() -> list[Figure]:
    zone, given = departement(), scenes()
    seconds = {}
    for name, aim, limits in (
        ("fewest", Aim.FEWEST, Limits()),
        ("most recent", Aim.MOST_RECENT, Limits()),
        ("clearest, dates within 6 months", Aim.CLEAREST, Limits(timedelta(days=183))),
    ):
        seconds[name] = median(_timed(best_set, zone, given, aim, limits) for _ in range(RUNS))
    footprints = [to_qgis(scene.footprint) for scene in given]
    started = perf_counter()
    by_loop = greedy_loop(to_qgis(zone), footprints)
    loop = perf_counter() - started
    count = len(best_set(zone, given).ranked)
    return [
        *(Figure(f"best set among {COUNT}, {name}", 1000 * took, "ms", 1500) for name, took in seconds.items()),
        Figure("the fewest, against QgsGeometry loops", 1000 * seconds["fewest"], "ms", 1 / 20, 1000 * loop),
        Figure("the same, images chosen", count, "images", 1.0, by_loop),
    ]


def _timed(*work) -> float:
    started = perf_counter()
    work[0](*work[1:])
    return perf_counter() - started
