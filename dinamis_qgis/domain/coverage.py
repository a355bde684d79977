# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of a zone images cover, alone and together, and what stays uncovered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
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
        """:meth:`percent` of each of many, in a fifth of the time."""
        surfaces = [MultiPolygon() if footprint is None else within_180(footprint) for footprint in footprints]
        known = np.array(surfaces, dtype=object)
        shapely.prepare(known)
        footprint, part = self._tree.query(known, predicate="intersects")
        inside = shapely.covers(known[footprint], self._parts[part])
        covered = np.bincount(footprint[inside], weights=self._areas[part[inside]], minlength=len(known))
        footprint, part = footprint[~inside], part[~inside]
        pieces, cut = shapely.get_parts(shapely.intersection(self._parts[part], known[footprint]), return_index=True)
        surface = shapely.get_type_id(pieces) == shapely.GeometryType.POLYGON
        pieces, owner = pieces[surface], footprint[cut[surface]]
        covered = covered + np.bincount(owner, weights=areas_km2(pieces), minlength=len(known))
        return [
            None if surface.is_empty or self.km2 == 0.0 else self._share(float(km2))
            for surface, km2 in zip(surfaces, covered)
        ]

    def percent_together(self, footprints: Iterable[BaseGeometry | None]) -> float | None:
        """Share covered by at least one footprint. Unknown ones cover nothing; None when all are unknown."""
        surfaces = _known_surfaces(footprints)
        if not surfaces or self.km2 == 0.0:
            return None
        return self._share(self.covered_km2(_united(surfaces)))

    def _share(self, covered_km2: float) -> float:
        covered = 100.0 * covered_km2 / self.km2
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


def _known_surfaces(footprints: Iterable[BaseGeometry | None]) -> list[Polygon | MultiPolygon]:
    surfaces = [within_180(footprint) for footprint in footprints if footprint is not None]
    return [surface for surface in surfaces if not surface.is_empty]


def _united(surfaces: list[Polygon | MultiPolygon]) -> Polygon | MultiPolygon:
    return surfaces[0] if len(surfaces) == 1 else polygons_only(shapely.union_all(surfaces))
