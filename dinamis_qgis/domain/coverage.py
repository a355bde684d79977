# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of a zone images cover, alone and together, and what stays uncovered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import GeometryCollection, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from .area import area_km2, areas_km2
from .shapes import polygons_only, within_180

_WHOLE = 100.0 - 1e-6  # above this the missing part is what rounding of coordinates leaves (1 m² of 100 km²)


class Coverage:
    """A zone made ready for thousands of footprints.

    Zone and footprints are polygons in longitude/latitude; both are split at ±180° and repaired when invalid.
    """

    def __init__(self, aoi: BaseGeometry) -> None:
        self.aoi = within_180(aoi)
        self._parts = shapely.get_parts(self.aoi)
        self._areas = areas_km2(self._parts)
        self._tree = shapely.STRtree(self._parts)
        self.km2 = float(self._areas.sum())

    def covered_km2(self, surface: Polygon | MultiPolygon) -> float:
        """``surface`` is valid and within [-180, 180] (see :func:`within_180`)."""
        near = self._tree.query(surface, predicate="intersects")
        shapely.prepare(surface)
        inside = shapely.covers(surface, self._parts[near])
        cut = shapely.intersection(self._parts[near[~inside]], surface)
        return float(self._areas[near[inside]].sum()) + area_km2(GeometryCollection(list(cut)))

    def percent(self, footprint: BaseGeometry | None) -> float | None:
        """Share of the zone that the footprint covers, 0 to 100; None when the footprint is unknown."""
        return self.percent_together([footprint])

    def percents(self, footprints: Sequence[BaseGeometry | None]) -> list[float | None]:
        """:meth:`percent` of each of many footprints, several times faster than one by one."""
        if self.km2 == 0.0:
            return [None] * len(footprints)
        known = [number for number, footprint in enumerate(footprints) if footprint is not None]
        surfaces = _fit_for_overlays(np.array([footprints[number] for number in known], dtype=object))
        shapely.prepare(self.aoi)
        whole = shapely.covers(surfaces, self.aoi)
        near = np.flatnonzero(~whole & shapely.intersects(self.aoi, surfaces))
        covered = np.where(whole, self.km2, 0.0)
        parts, owners = shapely.get_parts(shapely.intersection(surfaces[near], self.aoi), return_index=True)
        polygons, places = shapely.get_parts(parts, return_index=True)
        flat = shapely.get_type_id(polygons) == shapely.GeometryType.POLYGON
        np.add.at(covered, near[owners[places[flat]]], areas_km2(polygons[flat]))
        percents: list[float | None] = [None] * len(footprints)
        for number, share in zip(known, 100.0 * covered / self.km2):
            percents[number] = 100.0 if share >= _WHOLE else float(share)
        return percents

    def percent_together(self, footprints: Iterable[BaseGeometry | None]) -> float | None:
        """Share covered by at least one footprint. Unknown ones cover nothing; None when all are unknown."""
        surfaces = _known_surfaces(footprints)
        if not surfaces or self.km2 == 0.0:
            return None
        covered = 100.0 * self.covered_km2(_united(surfaces)) / self.km2
        return 100.0 if covered >= _WHOLE else covered

    def uncovered(self, footprints: Iterable[BaseGeometry | None]) -> Polygon | MultiPolygon:
        """The part of the zone that no footprint covers."""
        surfaces = _known_surfaces(footprints)
        return polygons_only(self.aoi.difference(_united(surfaces))) if surfaces else self.aoi


def coverage_percent(aoi: BaseGeometry | None, footprint: BaseGeometry | None) -> float | None:
    """Share of the zone that the footprint covers, 0 to 100; None when either is unknown. For many footprints of one
    zone use :class:`Coverage`."""
    return None if aoi is None else Coverage(aoi).percent(footprint)


@dataclass(frozen=True)
class Measured:
    """A zone and what a set of images covers of it; ``covered_percent`` is None when all footprints are unknown."""

    km2: float
    parts: int
    uncovered_km2: float
    covered_percent: float | None = None


def measure(aoi: BaseGeometry, footprints: Sequence[BaseGeometry | None] = ()) -> Measured:
    coverage = Coverage(aoi)
    percent = coverage.percent_together(footprints)
    left = coverage.km2 if percent is None else coverage.km2 * (100.0 - percent) / 100.0
    return Measured(coverage.km2, len(shapely.get_parts(coverage.aoi)), left, percent)


def _fit_for_overlays(surfaces: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Those that are not valid polygons within [-180, 180] are made so."""
    west, _, east, _ = shapely.bounds(surfaces).reshape(-1, 4).T
    fit = shapely.is_valid(surfaces) & (west >= -180.0) & (east <= 180.0) & (east - west <= 180.0)
    for number in np.flatnonzero(~fit):
        surfaces[number] = within_180(surfaces[number])
    return surfaces


def _known_surfaces(footprints: Iterable[BaseGeometry | None]) -> list[Polygon | MultiPolygon]:
    surfaces = [within_180(footprint) for footprint in footprints if footprint is not None]
    return [surface for surface in surfaces if not surface.is_empty]


def _united(surfaces: list[Polygon | MultiPolygon]) -> Polygon | MultiPolygon:
    return surfaces[0] if len(surfaces) == 1 else polygons_only(shapely.union_all(surfaces))
