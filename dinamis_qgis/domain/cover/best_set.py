# SPDX-License-Identifier: GPL-2.0-or-later
"""The best set of scenes that covers a zone, by one aim and within limits.

What is best is one figure: the number of images, plus what the ground then looks like.

- An image more is worth it when it covers 0.1 % more of the zone: slivers between neighbours ask for no image.
- Most recent: each place is seen by the newest chosen image; an image more is worth it when it makes the zone newer by
  7 days on average. Clearest: the same with clouds, for half a point of the scenes' own cloud cover.
- At an equal number of images the fewest are the clearer, then the newer ones.

An unknown value is within every limit and comes last in every order; the answer counts such scenes. Clouds are each
scene's own cover, or where its mask shows them over the zone (see :mod:`.clouds`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..area import area_km2
from ..catalogues import Feedback
from ..coverage import Coverage
from ..errors import Cancelled
from ..scene import Scene
from ..shapes import polygons_only, within_180
from .aims import Aim, Limits, ground_values, periods_of
from .cells import Cells, faces, spread
from .clouds import Key, over_the_zone
from .facility import Facility, choose, greedy

LEAST_GAIN = 0.001  # share of the zone that is worth one image
_FEW = 64  # images whose outlines are cut into exact faces
_POINTS = 2000
_ROUNDS = 4  # of points added where the choice left something bare
_PERIODS_LOOKED_AT, _PERIODS_TRIED = 60, 6  # when dates may not lie too far apart
_WHOLE = 1e-8  # share of a zone that rounding may leave

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]
_Shapes = npt.NDArray[np.object_]


@dataclass(frozen=True)
class RankedScene:
    """``index`` is the scene's place among those given; what it gains is over the ones before it."""

    index: int
    scene: Scene
    gain_percent: float
    cumulative_percent: float


@dataclass(frozen=True)
class BestSet:
    """Ranked by the aim: largest gain first, newest first or clearest first.

    ``uncovered`` is in longitude/latitude. The last five count scenes: chosen ones of unknown date, cloud cover and
    incidence, given ones that could not be considered because their footprint is unknown, and chosen ones whose clouds
    are those of their mask.
    """

    ranked: tuple[RankedScene, ...]
    zone_km2: float
    uncovered: Polygon | MultiPolygon
    uncovered_km2: float
    unknown_dates: int = 0
    unknown_clouds: int = 0
    unknown_incidences: int = 0
    without_footprint: int = 0
    clouds_by_mask: int = 0

    @property
    def scenes(self) -> tuple[Scene, ...]:
        return tuple(one.scene for one in self.ranked)

    @property
    def covered_percent(self) -> float:
        return self.ranked[-1].cumulative_percent if self.ranked else 0.0


class _Uninterrupted:
    def isCanceled(self) -> bool:
        return False


def best_set(
    aoi: BaseGeometry,
    scenes: Sequence[Scene],
    aim: Aim = Aim.FEWEST,
    limits: Limits | None = None,
    feedback: Feedback | None = None,
    clouds: Mapping[Key, BaseGeometry] | None = None,
) -> BestSet:
    """``aoi``, footprints and ``clouds`` (masks, by scene) are polygons in longitude/latitude. Raises Cancelled."""
    feedback = feedback or _Uninterrupted()
    limits = limits or Limits()
    zone, masks = Coverage(aoi), clouds or {}
    reckoned = over_the_zone(zone, scenes, masks)
    near = [index for index, scene in enumerate(reckoned) if scene.footprint is not None and limits.keeps(scene)]
    surfaces = _surfaces([scenes[index].footprint for index in near])
    unplaced = sum(scene.footprint is None for scene in scenes)
    if zone.km2 > 0:
        shapely.prepare(zone.aoi)
        touching = shapely.intersects(zone.aoi, surfaces)
        near = [index for index, kept in zip(near, touching) if kept]
        surfaces = surfaces[touching]
    if not near or zone.km2 == 0:
        return BestSet((), zone.km2, zone.aoi, zone.km2, without_footprint=unplaced)
    given = [reckoned[index] for index in near]
    chosen = _Chooser(zone, given, surfaces, aim, limits, feedback).chosen()
    ranked, left, left_km2 = _measured(zone, _in_order(given, surfaces, zone, chosen, aim), surfaces)
    kept = [given[place] for place, _, _ in ranked]
    return BestSet(
        tuple(RankedScene(near[place], scenes[near[place]], gain, total) for place, gain, total in ranked),
        zone.km2,
        left,
        left_km2,
        sum(scene.acquired is None for scene in kept),
        sum(scene.cloud_cover is None for scene in kept),
        sum(scene.incidence is None for scene in kept),
        unplaced,
        sum(scene.key in masks for scene in kept),
    )


class _Chooser:
    """Indices of the chosen among scenes that all touch the zone."""

    def __init__(
        self, zone: Coverage, scenes: list[Scene], surfaces: _Shapes, aim: Aim, limits: Limits, feedback: Feedback
    ) -> None:
        self._zone, self._scenes, self._surfaces = zone, scenes, surfaces
        self._limits, self._feedback = limits, feedback
        self._values = ground_values(scenes, aim)
        self._exact = len(scenes) <= _FEW

    def chosen(self) -> list[int]:
        cells = faces(self._zone.aoi, self._surfaces) if self._exact else spread(self._zone.aoi, _POINTS)
        facility = self._facility(cells)
        allowed = self._period(facility)
        chosen = _chosen_among(facility, allowed, self._feedback)
        for _ in range(0 if self._exact else _ROUNDS):
            missed = self._missed(chosen, allowed)
            if missed is None:
                break
            facility = _together(facility, self._facility(missed))
            chosen = _chosen_among(facility, allowed, self._feedback, chosen)
        return chosen

    def _facility(self, cells: Cells) -> Facility:
        points, km2 = cells
        image, cell = shapely.STRtree(points).query(self._surfaces, predicate="intersects")
        bare = 1.0 / LEAST_GAIN + float(self._values.max())
        return Facility(self._values, km2 / self._zone.km2, bare, image.astype(np.int64), cell.astype(np.int64))

    def _missed(self, chosen: list[int], allowed: _Ints) -> Cells | None:
        """Points where others would still cover enough to be worth an image."""
        left = polygons_only(self._zone.aoi.difference(shapely.union_all(self._surfaces[chosen])))
        if left.is_empty or area_km2(left) < LEAST_GAIN * self._zone.km2:
            return None
        points, km2 = spread(left, _POINTS // 4)
        others = np.setdiff1d(allowed, chosen)
        _, cell = shapely.STRtree(points).query(self._surfaces[others], predicate="intersects")
        reachable = np.unique(cell)
        if km2[reachable].sum() < LEAST_GAIN * self._zone.km2:
            return None
        return points[reachable], km2[reachable]

    def _period(self, facility: Facility) -> _Ints:
        """The scenes whose dates lie within the best period; all of them when no spread is asked."""
        everything = np.arange(len(self._scenes))
        if self._limits.spread is None:
            return everything
        periods = periods_of(self._scenes, self._limits.spread)
        if not self._exact and len(periods) > _PERIODS_TRIED:
            periods = _most_covering(facility, periods)
        costs = [facility.cost(self._first_choice(facility, period)) for period in periods]
        return periods[int(np.argmin(costs))]

    def _first_choice(self, facility: Facility, period: _Ints) -> list[int]:
        if self._feedback.isCanceled():
            raise Cancelled()
        if self._exact:
            return _chosen_among(facility, period, self._feedback)
        return [int(period[place]) for place in greedy(_part(facility, period))]


def _together(one: Facility, other: Facility) -> Facility:
    """The cells of both for the same images."""
    return replace(
        one,
        shares=np.append(one.shares, other.shares),
        image=np.append(one.image, other.image),
        cell=np.append(one.cell, other.cell + len(one.shares)),
    )


def _chosen_among(facility: Facility, allowed: _Ints, feedback: Feedback, start: list[int] | None = None) -> list[int]:
    if len(allowed) == len(facility.values):
        return choose(facility, feedback, start)
    begin = np.searchsorted(allowed, start or []).tolist()
    return [int(allowed[one]) for one in choose(_part(facility, allowed), feedback, begin)]


def _part(facility: Facility, allowed: _Ints) -> Facility:
    """With some of the images only (sorted): they take the numbers 0, 1, 2…"""
    place = np.full(len(facility.values), -1)
    place[allowed] = np.arange(len(allowed))
    pairs = place[facility.image] >= 0
    return replace(
        facility,
        values=facility.values[allowed],
        image=place[facility.image[pairs]],
        cell=facility.cell[pairs],
    )


def _most_covering(facility: Facility, periods: list[_Ints]) -> list[_Ints]:
    """The periods in which most of the zone can be covered; the newer one when several can do the same."""
    periods = periods[:: math.ceil(len(periods) / _PERIODS_LOOKED_AT)]
    covered = []
    for period in periods:
        bare = facility.levels(period.tolist()) == facility.bare
        covered.append(round(float(facility.shares[~bare].sum()) / LEAST_GAIN))
    order = np.argsort(-np.array(covered), kind="stable")[:_PERIODS_TRIED]
    return [periods[place] for place in order]


def _surfaces(footprints: Sequence[BaseGeometry | None]) -> _Shapes:
    """Most footprints are sound already: only the others are repaired or split, one by one."""
    surfaces = np.empty(len(footprints), dtype=object)
    surfaces[:] = footprints
    west, _, east, _ = shapely.bounds(surfaces).T if len(surfaces) else np.zeros((4, 0))
    with np.errstate(invalid="ignore"):
        sound = shapely.is_valid(surfaces) & (west >= -180) & (east <= 180) & (east - west <= 180)
    sound &= np.isin(shapely.get_type_id(surfaces), (3, 6))
    for place in np.flatnonzero(~sound):
        surfaces[place] = within_180(surfaces[place])
    return surfaces


def _in_order(scenes: list[Scene], surfaces: _Shapes, zone: Coverage, chosen: list[int], aim: Aim) -> list[int]:
    if aim is Aim.FEWEST:
        return _by_gain(zone.aoi, surfaces, chosen)
    values = ground_values([scenes[place] for place in chosen], aim)
    return [chosen[place] for place in np.argsort(values, kind="stable")]


def _by_gain(zone: Polygon | MultiPolygon, surfaces: _Shapes, chosen: list[int]) -> list[int]:
    """The largest gain first, then what adds most to it. A gain only shrinks: most need not be measured again."""
    left = zone
    gains = dict(zip(chosen, (float("inf") for _ in chosen)))
    order: list[int] = []
    while gains:
        fresh: set[int] = set()
        while True:
            first = max(gains, key=lambda place: gains[place])
            if first in fresh:
                break
            gains[first] = area_km2(polygons_only(left.intersection(surfaces[first])))
            fresh.add(first)
        order.append(first)
        del gains[first]
        left = polygons_only(left.difference(surfaces[first]))
    return order


def _measured(
    zone: Coverage, order: list[int], surfaces: _Shapes
) -> tuple[list[tuple[int, float, float]], Polygon | MultiPolygon, float]:
    """(place, gain, total in %) of each, and what stays uncovered with its km². Rounding of coordinates is not land."""
    left, left_km2, ranked, total = zone.aoi, zone.km2, [], 0.0
    for place in order:
        rest = polygons_only(left.difference(surfaces[place]))
        rest_km2 = area_km2(rest)
        if rest_km2 <= _WHOLE * zone.km2:
            rest, rest_km2 = MultiPolygon(), 0.0
        gain = 100.0 * (left_km2 - rest_km2) / zone.km2
        if gain <= 100.0 * LEAST_GAIN / 10:  # a point said it would cover more than it does
            continue
        total = 100.0 * (1.0 - rest_km2 / zone.km2)
        ranked.append((place, gain, total))
        left, left_km2 = rest, rest_km2
    return ranked, left, left_km2
