# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters of STAC API item search, read as strictly as the specification reads them: ValueError where a service
answers 400 (https://github.com/radiantearth/stac-api-spec/tree/release/v1.0.0/item-search)."""

from __future__ import annotations

import json
import re
from datetime import datetime

from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from tests.services.http_service import Asked

_INSTANT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)  # RFC 3339, 5.6


def read_search(asked: Asked) -> dict:
    """The query, its lists and numbers read from a GET."""
    query = dict(asked.json if asked.method == "POST" else asked.query)
    if asked.method == "GET":
        for name in ("ids", "collections"):
            if name in query:
                query[name] = query[name].split(",")
        if "bbox" in query:
            query["bbox"] = [float(edge) for edge in query["bbox"].split(",")]
        if "intersects" in query:
            query["intersects"] = json.loads(query["intersects"])
    if "bbox" in query and "intersects" in query:
        raise ValueError("bbox and intersects exclude each other")
    for name in ("ids", "collections"):
        if isinstance(query.get(name), str):
            query[name] = [query[name]]
    if int(query.get("limit", 10)) < 1:
        raise ValueError("limit: at least 1")
    if "bbox" in query:
        flat_box(query["bbox"])
    if "intersects" in query:
        shape(query["intersects"])
    if "datetime" in query:
        instants(query["datetime"])
    return query


def flat_box(edges: list[float]) -> BaseGeometry:
    """Two or three dimensions; one that crosses 180° is taken as two by nobody here."""
    if not isinstance(edges, list) or len(edges) not in (4, 6) or not all(isinstance(e, (int, float)) for e in edges):
        raise ValueError("bbox: 4 or 6 numbers")
    west, south, east, north = edges if len(edges) == 4 else (edges[0], edges[1], edges[3], edges[4])
    if south > north:
        raise ValueError("bbox: south of north")
    if len(edges) == 6 and edges[2] > edges[5]:
        raise ValueError("bbox: low over high")
    return (
        box(west, south, east, north)
        if west <= east
        else box(west, south, 180, north).union(box(-180, south, east, north))
    )


def instants(said: str) -> tuple[datetime | None, datetime | None]:
    """First and last; None where open."""
    parts = said.split("/")
    if len(parts) > 2 or all(part in ("", "..") for part in parts):
        raise ValueError("datetime: an instant or an interval")
    first, last = (parts * 2)[:2] if len(parts) == 1 else parts
    start, end = (None if part in ("", "..") else instant(part) for part in (first, last))
    if start and end and start > end:
        raise ValueError("datetime: ends before it begins")
    return start, end


def instant(said: str) -> datetime:
    found = _INSTANT.fullmatch(said)
    if found is None:
        raise ValueError(f"datetime: {said}")
    year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
    zone = "+00:00" if found[8] in "Zz" else found[8]
    if second > 60:  # 60 is a leap second
        raise ValueError(f"datetime: {said}")
    micro = f"{(found[7] or '0')[:6]:0<6}"
    return datetime.fromisoformat(
        f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}.{micro}{zone}"
    )


def sort_fields(said: str | list | None) -> list[tuple[str, bool]]:
    """Names of fields and whether each goes down."""
    if isinstance(said, str):
        return [(name.lstrip("+- "), name.startswith("-")) for name in said.split(",") if name]
    return [(one["field"], one.get("direction") == "desc") for one in said or []]


def value_of(item: dict, name: str) -> str:
    known = item if name in item else item["properties"]
    return str(known.get(name.removeprefix("properties.")) or "")
