# SPDX-License-Identifier: GPL-2.0-or-later
"""Clouds over a zone, where masks say where they lie; elsewhere a scene keeps its own cloud cover, of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shapely.geometry.base import BaseGeometry

from ..area import area_km2
from ..coverage import Coverage
from ..scene import Scene
from ..shapes import polygons_only, within_180

Key = tuple[str, str, str]  # Scene.key


def over_the_zone(zone: Coverage, scenes: Sequence[Scene], masks: Mapping[Key, BaseGeometry]) -> list[Scene]:
    """The scenes with the clouds of their masks, in % of what each shows of the zone."""
    return [replace(one, cloud_cover=_share(zone, one, masks[one.key])) if one.key in masks else one for one in scenes]


def _share(zone: Coverage, scene: Scene, clouds: BaseGeometry) -> float | None:
    """None where the scene shows nothing of the zone."""
    if scene.footprint is None:
        return None
    seen = polygons_only(zone.aoi.intersection(within_180(scene.footprint)))
    seen_km2 = area_km2(seen)
    if seen_km2 == 0.0:
        return None
    return min(100.0, 100.0 * area_km2(polygons_only(seen.intersection(within_180(clouds)))) / seen_km2)
