# SPDX-License-Identifier: GPL-2.0-or-later
"""Place names and administrative outlines, as France's Géoplateforme serves them.

Two services, whose addresses and words stand in a row of data: a geocoder that completes names (its index ``poi``,
category ``administratif``: communes, EPCI, départements, régions, arrondissements of Paris, Lyon and Marseille, DROM
included) and a WFS with the outlines. The geocoder's separate ``completion`` gives no code, so homonyms could not be
told apart by it; the geocoder's own outlines (``truegeometry``) are simplified by 20 to 50 m, too coarse to be
measured.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import requests
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon

from . import big_json
from .errors import WEB_PAGE, InvalidAnswer, InvalidFile, InvalidZone
from .geojson import polygons_of
from .shapes import apart, polygons_only, within_180
from .web import JSON, Feedback, ask, ask_json

VERSION = 1
SHORTEST = 3  # characters: the geocoder refuses less
_LONGEST = 200  # characters: and more
_MOST_PLACES = 15
_MAX_PLACES = 4 << 20  # bytes
MAX_OUTLINE = 32 << 20  # bytes: a région's coast of 400 000 vertices weighs half of it
_PATIENCE = 60.0  # seconds without a single byte
_MARGIN = 0.01  # degrees: the geocoder's point is rounded
_NO_LETTER = re.compile(r"^[\W_]+")
_CODES = {
    "commune": re.compile(r"\d[\dAB]\d{3}"),
    "district": re.compile(r"\d{5}"),
    "epci": re.compile(r"\d{9}"),
    "department": re.compile(r"\d{2,3}|2[AB]"),
    "region": re.compile(r"\d{2,3}"),
}
_DEPARTMENT = re.compile(r"(97|98)\d|\d[\dAB]")
_TEXTS = ("id", "title", "search", "outlines", "identifier", "name")


@dataclass(frozen=True)
class Level:
    """One kind of administrative unit: the geocoder's category, and the WFS's layer with its field of codes."""

    kind: str  # a key of _CODES
    category: str
    layer: str
    code: str


@dataclass(frozen=True)
class GazetteerRow:
    """Where places are sought, and how the fields of its outlines are called."""

    id: str
    title: str
    search: str
    outlines: str
    identifier: str
    name: str
    levels: tuple[Level, ...]
    credit: str = ""
    licence: str = ""
    verified: str = ""

    def level(self, kind: str) -> Level | None:
        return next((level for level in self.levels if level.kind == kind), None)


@dataclass(frozen=True)
class Place:
    """A unit that the geocoder names. ``code`` is INSEE's or SIREN's, ``""`` where the service gives none;
    ``department`` is a code; ``lon`` and ``lat`` lie within its bounds."""

    name: str
    kind: str
    code: str
    department: str
    lon: float
    lat: float
    identifier: str = ""

    def as_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Place:
        return cls(**json.loads(text))


def read_row(path: Path) -> GazetteerRow:
    """Raises InvalidFile."""
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InvalidFile(str(path), error.strerror or type(error).__name__) from error
    except (ValueError, RecursionError) as error:
        raise InvalidFile(str(path), f"not JSON: {error}") from error
    if not isinstance(said, dict) or said.get("version") != VERSION:
        raise InvalidFile(str(path), f"should be {VERSION}", "version")
    texts = {key: _text_of(said, key, path) for key in _TEXTS}
    more = {key: str(said.get(key) or "") for key in ("credit", "licence", "verified")}
    listed = said.get("levels")
    if not isinstance(listed, list) or not listed:
        raise InvalidFile(str(path), "a list is missing", "levels")
    return GazetteerRow(**texts, levels=tuple(_level(each, path) for each in listed), **more)


def suggest(row: GazetteerRow, text: str, session: requests.Session, feedback: Feedback) -> tuple[Place, ...]:
    """The places whose names begin like ``text``, the likeliest first; none for less than three characters.

    Raises what :func:`ask_json` raises; a busy service that says until when is asked once more.
    """
    sought = _NO_LETTER.sub("", text).strip()[:_LONGEST]
    if len(sought) < SHORTEST:
        return ()
    query = urlencode(
        {"q": sought, "index": "poi", "category": "administratif", "autocomplete": 1, "limit": _MOST_PLACES}
    )
    return places_of(ask_json(session, "GET", f"{row.search}?{query}", feedback, _MAX_PLACES), row)


def places_of(answer: Mapping[str, Any], row: GazetteerRow) -> tuple[Place, ...]:
    """What the geocoder answered. A feature that is no administrative unit is left out."""
    features = answer.get("features")
    if not isinstance(features, list):
        raise InvalidAnswer(row.search, "no list of features")
    found = (_place(feature, row) for feature in features)
    return tuple(dict.fromkeys(place for place in found if place is not None))


def outline(row: GazetteerRow, place: Place, session: requests.Session, feedback: Feedback) -> Polygon | MultiPolygon:
    """The place's outline, longitude first.

    Raises :class:`InvalidZone` (``no_outline``) when the service has none, else what :func:`ask` raises.
    """
    level = row.level(place.kind)
    if level is None:
        raise InvalidZone("no_outline", place.name)
    query = {
        "SERVICE": "WFS",
        "VERSION": "2.0.0",
        "REQUEST": "GetFeature",
        "TYPENAMES": level.layer,
        "SRSNAME": "EPSG:4326",
        "OUTPUTFORMAT": "application/json",
        "COUNT": 10,
        "CQL_FILTER": _filter(place, level, row),
    }
    url = f"{row.outlines}?{urlencode(query)}"
    return outline_of(ask(session, "GET", url, feedback, MAX_OUTLINE, accept=JSON, timeout=_PATIENCE), place, url)


def outline_of(answer: bytes, place: Place, url: str) -> Polygon | MultiPolygon:
    """The outline around the place among those that came."""
    if answer[:2000].lstrip()[:1] == b"<":
        report = b"ExceptionReport" in answer[:2000]
        raise InvalidAnswer(url, "an exception report" if report else WEB_PAGE)
    try:
        said = big_json.read(answer, tuples=True)
        outlines = [polygons_only(each) for each in polygons_of(said) if not each.is_empty]
    except (shapely.errors.ShapelyError, ValueError, RecursionError) as error:
        raise InvalidAnswer(url, f"not GeoJSON: {error}") from error
    if not outlines:
        raise InvalidZone("no_outline", place.name)
    here = Point(place.lon, place.lat)
    near = [each for each in outlines if shapely.box(*each.bounds).buffer(_MARGIN).covers(here)]
    if not near:  # another place of that name, or latitude first
        raise InvalidAnswer(url, "the outline lies elsewhere than its place")
    return within_180(next((each for each in near if apart(shapely.make_valid, each).covers(here)), near[0]))


def _filter(place: Place, level: Level, row: GazetteerRow) -> str:
    if place.code:
        return f"{level.code}={_quoted(place.code)}"
    named = f"{row.name}={_quoted(place.name)}"
    return f"{row.identifier}={_quoted(place.identifier)} OR {named}" if place.identifier else named


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _place(feature: object, row: GazetteerRow) -> Place | None:
    said = feature.get("properties") if isinstance(feature, dict) else None
    point = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(said, dict) or not isinstance(point, dict):
        return None
    categories = _texts(said.get("category"))
    level = next((level for level in row.levels if level.category in categories), None)
    name = next((text for key in ("toponym", "name") for text in _texts(said.get(key))), "")
    lon_lat = _lon_lat(point.get("coordinates"))
    if level is None or not name or lon_lat is None:
        return None
    extra = said.get("extrafields")
    more = extra if isinstance(extra, dict) else {}
    codes = [*_texts(said.get("citycode")), *_texts(more.get("code_siren")), *_texts(more.get("code_insee"))]
    code = next((code for code in codes if _CODES[level.kind].fullmatch(code)), "")
    department = _department(level.kind, code, said)
    return Place(name, level.kind, code, department, *lon_lat, next(iter(_texts(more.get("cleabs"))), ""))


def _department(kind: str, code: str, said: Mapping[str, Any]) -> str:
    if kind in ("commune", "district"):
        known = _DEPARTMENT.match(code)
        if known is not None:
            return known[0]
    if kind == "region":
        return ""
    return code if kind == "department" else next(iter(_texts(said.get("depcode"))), "")


def _texts(value: object) -> tuple[str, ...]:
    """One text or a list of them, as the service writes either."""
    listed = value if isinstance(value, list) else [value]
    found = (" ".join(str(each).split())[:_LONGEST] for each in listed if isinstance(each, (str, int)))
    return tuple(text for text in found if text)


def _lon_lat(value: object) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) < 2:
        return None
    lon, lat = value[:2]
    if not isinstance(lon, (int, float)) or not isinstance(lat, (int, float)):
        return None
    return (float(lon), float(lat)) if -180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0 else None


def _text_of(said: Mapping[str, Any], key: str, path: Path) -> str:
    value = said.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InvalidFile(str(path), "should be a text", key)
    return value


def _level(said: object, path: Path) -> Level:
    if not isinstance(said, dict):
        raise InvalidFile(str(path), "should be an object", "levels")
    texts = {key: _text_of(said, key, path) for key in ("kind", "category", "layer", "code")}
    if texts["kind"] not in _CODES:
        raise InvalidFile(str(path), "is not known", f"levels.kind {texts['kind']}")
    return Level(**texts)
