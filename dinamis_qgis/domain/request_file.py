# SPDX-License-Identifier: GPL-2.0-or-later
"""``request.json``: a request as JSON, to be read again by this plugin or by any program.

Dates are ISO 8601, areas km², amounts euros, the zone a GeoJSON geometry. What a reader does not know it passes over;
what is absent or null has the default; what has a wrong type or value is refused with its key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any, Callable, NoReturn

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from .errors import InvalidRequest, InvalidRequestFile, InvalidZone, NewerFile
from .request import ImageryRequest, KeptEstimate, Step
from .shapes import within_180

SCHEMA = 1
_LARGEST = 50 << 20  # bytes
_WIDEST = 540.0  # degrees
_PRIVATE = ("note", "feedback")


def to_json(request: ImageryRequest, *, private: bool = False) -> dict[str, Any]:
    """Without what stays inside the organisation unless ``private``."""
    told: dict[str, Any] = {"schema": SCHEMA, "zone": mapping(request.outline)}
    for field in fields(request):
        if field.name != "zone" and (private or field.name not in _PRIVATE):
            told[field.name] = _plain(getattr(request, field.name))
    return told


def from_json(data: Any, path: str = "") -> ImageryRequest:
    """Raises :class:`InvalidRequestFile`, :class:`NewerFile`."""
    if not isinstance(data, Mapping):
        raise InvalidRequestFile(path, "not an object")
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise InvalidRequestFile(path, "not a whole number from 1", "schema")
    if schema > SCHEMA:
        raise NewerFile(path, f"schema {schema}, this one reads {SCHEMA}", "schema")
    try:
        return ImageryRequest(**_values(ImageryRequest, data, ""))
    except _Wrong as wrong:
        raise InvalidRequestFile(path, wrong.reason, wrong.key) from wrong
    except InvalidRequest as error:
        raise InvalidRequestFile(path, f"{error.reason} {error.detail}".strip(), error.field) from error
    except InvalidZone as error:
        raise InvalidRequestFile(path, error.reason, "zone") from error


def read_request(path: Path) -> ImageryRequest:
    """Raises :class:`InvalidRequestFile`, :class:`NewerFile`."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise InvalidRequestFile(str(path), f"larger than {_LARGEST >> 20} MB")
        data = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidRequestFile(str(path), str(error) or type(error).__name__) from error
    return from_json(data, str(path))


class _Wrong(Exception):
    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key, self.reason = key, reason


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, (KeptEstimate, Step)):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _values(kind: type, data: Any, place: str) -> dict[str, Any]:
    """The arguments that ``kind`` is made with, each read by the type that it declares."""
    if not isinstance(data, Mapping):
        raise _Wrong(place, "not an object")
    read = {}
    for field in fields(kind):
        key = f"{place}.{field.name}" if place else field.name
        value = data.get(field.name)
        if value is not None:
            read[field.name] = _READERS[str(field.type)](value, key)
        elif field.default is MISSING:
            raise _Wrong(key, "absent")
    return read


def _string(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise _Wrong(key, "not a text")
    return value


def _number(value: Any, key: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or abs(value) > 1e12:
        raise _Wrong(key, "not a number")
    return float(value)


def _whole(value: Any, key: str) -> int:
    number = _number(value, key)
    if number != int(number):
        raise _Wrong(key, "not a whole number")
    return int(number)


def _day(value: Any, key: str) -> date:
    try:
        return date.fromisoformat(_string(value, key))
    except ValueError as error:
        raise _Wrong(key, "not a date (2026-11-30)") from error


def _list(value: Any, key: str) -> list[tuple[Any, str]]:
    if not isinstance(value, list):
        raise _Wrong(key, "not a list")
    return [(one, f"{key}[{index}]") for index, one in enumerate(value)]


def _shape(value: Any, key: str) -> BaseGeometry:
    try:
        shape = shapely.from_geojson(json.dumps(value))
    except (shapely.GEOSException, ValueError) as error:
        raise _Wrong(key, "not a GeoJSON geometry") from error
    if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon") or shape.is_empty:
        raise _Wrong(key, "not a polygon")
    west, south, east, north = shape.bounds
    if min(west + _WIDEST, _WIDEST - east, south + 90.0, 90.0 - north) < 0.0:
        raise _Wrong(key, "not in longitude/latitude")
    return within_180(shapely.force_2d(shape))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


_READERS: Mapping[str, Callable[[Any, str], Any]] = {
    "BaseGeometry": _shape,
    "str": _string,
    "int": _whole,
    "float": _number,
    "date": _day,
    "Optional[date]": _day,
    "Optional[float]": _number,
    "Optional[int]": _whole,
    "Optional[KeptEstimate]": lambda value, key: KeptEstimate(**_values(KeptEstimate, value, key)),
    "tuple[str, ...]": lambda value, key: tuple(_string(one, place) for one, place in _list(value, key)),
    "tuple[Step, ...]": lambda value, key: tuple(Step(**_values(Step, one, place)) for one, place in _list(value, key)),
}
