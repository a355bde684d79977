# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said of a zone that cannot be used."""

from __future__ import annotations

from ..translation import tr


def refused_zone(reason: str) -> str:
    """Why a zone is refused, and the remedy; ``reason`` is :class:`~..domain.errors.InvalidZone`'s."""
    reasons = {
        "empty": tr("The zone is empty: draw a polygon, or choose another zone."),
        "empty_map": tr("The map shows no place yet: add a layer or a base map, or choose your territory."),
        "not_polygon": tr("The zone is not a polygon: draw one, or choose a polygon layer."),
        "self_crossing": tr(
            "The outline of the zone crosses itself: move the vertices that cross, or repair the layer with the "
            "algorithm “Fix geometries”."
        ),
        "no_crs": tr("The layer has no coordinate reference system: set it in the properties of the layer."),
        "no_map_crs": tr("The project has no coordinate reference system: choose one at the bottom right of QGIS."),
        "not_transformable": tr(
            "The zone lies outside the domain of its coordinate reference system: check the CRS of the layer or of the "
            "project, or reduce the zone."
        ),
        "no_selection": tr("No feature is selected in the layer: select those that make your zone."),
        "no_territory": tr("Your territory is not chosen yet: choose it under ⋮ › My territory…."),
        "no_layer": tr("There is no polygon layer to take the zone from: add one, or draw the zone."),
        "no_outline": tr("No outline of this place is published: choose another one, open a file or draw the zone."),
        "points": tr("There are only points, which surround nothing: give polygons, or lines to draw a buffer around."),
        "too_many_lines": tr("The lines have too many vertices for a buffer: select some of them, or simplify them."),
        "no_line": tr("There is no line to draw a buffer around: draw one, or make a layer of lines the active one."),
    }
    return reasons.get(reason) or tr("The zone cannot be used: choose or draw another one.")
