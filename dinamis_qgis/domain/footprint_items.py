# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a table of footprints -> STAC items. What a row does not say stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from shapely.geometry import mapping as as_geojson
from shapely.geometry.base import BaseGeometry

from .catalogues import sensors
from .catalogues.values import text, web_address
from .footprint_columns import CENTIMETRES, FRACTION, Columns
from .footprint_values import instant, quantity

_LONGEST = 500  # characters of a value that is kept
_DAY = timedelta(days=1) - timedelta(microseconds=1)
_HISTORY = tuple(f"SPOT{number}" for number in range(1, 6))


def item(row: Mapping[str, str], outline: BaseGeometry, columns: Columns, fallback_id: str, taken: set[str]) -> Any:
    """``row``: texts by column. ``taken``: the ids that others have; this one's is added."""

    def said(name: str) -> str:
        return text(row.get(columns.names.get(name, ""), ""))[:_LONGEST]

    properties: dict[str, Any] = {"source": {text(key)[:_LONGEST]: text(row[key])[:_LONGEST] for key in row}}
    item_id = _free(said("id") or fallback_id, taken)
    mission = _mission(said("mission"), said("id"), said("title"))
    for key, value in (
        ("platform", mission), ("title", said("title")), ("spectral_mode", said("spectral_mode")),
        ("processing:level", said("level")), ("license", said("licence")), ("attribution", said("credit")),
    ):  # fmt: skip
        if value:
            properties[key] = value
    for key, number in (
        ("eo:cloud_cover", _cloud(said("cloud"), columns)), ("gsd", _gsd(said("gsd"), columns)),
        ("view:incidence_angle", _angle(said("incidence"))), ("view:off_nadir", _angle(said("off_nadir"))),
        ("view:sun_elevation", quantity(said("sun_elevation"))),
    ):  # fmt: skip
        if number is not None:
            properties[key] = number
    properties.update(_dates(said("acquired"), said("time"), columns))
    picture, link = web_address(said("quicklook"), ""), web_address(said("link"), "")
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": item_id,
        "geometry": as_geojson(outline),
        "properties": properties,
        "assets": {"quicklook": {"href": picture, "roles": ["overview"]}} if picture else {},
        "links": [{"rel": "self", "href": link}] if link else [],
    }


def theme_of(made: Mapping[str, Any]) -> str:
    """What an item serves: very high resolution where its satellite says nothing else."""
    mission = str(made["properties"].get("platform", ""))
    return "spot_history" if mission in _HISTORY else "sentinel2" if mission.startswith("S2") else "vhr"


def _mission(said: str, *names: str) -> str:
    known = sensors.mission_code((said,) if said else (), names[0])
    if known and known != said:
        return known
    return next(filter(None, (sensors.mission_code((), name) for name in names if name)), said)


def _cloud(said: str, columns: Columns) -> float | None:
    value = quantity(said)
    if value is not None and columns.cloud_unit == FRACTION and "%" not in said:
        value = round(value * 100.0, 6)
    return value if value is not None and 0.0 <= value <= 100.0 else None


def _gsd(said: str, columns: Columns) -> float | None:
    value = quantity(said, "m")
    if value is not None and columns.gsd_unit == CENTIMETRES and not said.endswith("m"):
        value /= 100.0
    return value if value is not None and value > 0.0 else None


def _angle(said: str) -> float | None:
    """A sign tells the side."""
    value = quantity(said)
    return abs(value) if value is not None and abs(value) <= 90.0 else None


def _dates(said: str, clock: str, columns: Columns) -> dict[str, Any]:
    read = instant(said, columns.days, clock)
    if read is None:
        return {"datetime": None}
    moment, hour_known = read
    if hour_known:
        return {"datetime": moment.isoformat().replace("+00:00", "Z")}
    last = (moment + _DAY).isoformat()
    return {"datetime": None, "start_datetime": moment.isoformat(), "end_datetime": last}


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}_{number}"
    taken.add(name)
    return name
