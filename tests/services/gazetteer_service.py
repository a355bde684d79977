# SPDX-License-Identifier: GPL-2.0-or-later
"""The Géoplateforme's geocoder (index ``poi``) and its WFS of administrative outlines, in one server.

Parameters, refusals and fields are those of the service's own source (Geoplateforme/gpf-geocodeur) and of ADMIN EXPRESS
4; names and codes are real, outlines are invented squares.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from shapely.geometry import box, mapping

from dinamis_qgis.domain.gazetteer import GazetteerRow, Level
from tests.services.http_service import Answer, Asked


@dataclass(frozen=True)
class Unit:
    category: str
    layer: str
    name: str
    code: str
    west: float
    south: float
    size: float = 0.1
    codes: tuple[str, ...] = ()  # what the geocoder tells
    cleabs: str = ""
    importance: float = 0.5

    @property
    def shape(self):
        return box(self.west, self.south, self.west + self.size, self.south + self.size)


def commune(name, code, west, south, importance=0.5):
    department = code[:3] if code.startswith("97") else code[:2]
    return Unit("commune", "commune", name, code, west, south, 0.1, (code, department), f"COMMUNE_{code}", importance)


UNITS = (
    commune("Lamballe-Armor", "22093", -2.6, 48.4),
    commune("Saint-Denis", "93066", 2.33, 48.9, 0.9),
    commune("Saint-Denis", "97411", 55.4, -20.9, 0.9),
    commune("Saint-Denis", "30247", 4.25, 44.2, 0.6),
    commune("L'Haÿ-les-Roses", "94038", 2.3, 48.75),
    commune("Bonifacio", "2A041", 9.1, 41.35),
    Unit("epci", "epci", "CA Lamballe Terre et Mer", "200069391", -2.7, 48.3, 0.5, (), "EPCI____0000002150235999"),
    Unit("département", "departement", "Côtes-d'Armor", "22", -3.6, 48.0, 1.0, ("22",), "DEPARTEM_22"),
    Unit("département", "departement", "La Réunion", "974", 55.2, -21.4, 0.6, ("974",), "DEPARTEM_974"),
    Unit("région", "region", "Bretagne", "53", -5.0, 47.3, 3.0, ("53",), "REGION__53"),
    Unit("arrondissement municipal", "arrondissement_municipal", "Lyon 3e Arrondissement", "69383", 4.85, 45.75, 0.02,
         ("69383", "69123"), "ARR_MUNI_69383"),
)  # fmt: skip


def row(url: str) -> GazetteerRow:
    levels = tuple(
        Level(kind, category, f"ADMINEXPRESS-COG.LATEST:{layer}", "code_siren" if kind == "epci" else "code_insee")
        for kind, category, layer in (
            ("region", "région", "region"),
            ("department", "département", "departement"),
            ("epci", "epci", "epci"),
            ("commune", "commune", "commune"),
            ("district", "arrondissement municipal", "arrondissement_municipal"),
        )
    )
    return GazetteerRow("local", "Local", f"{url}/geocodage/search", f"{url}/wfs/ows", "cleabs", "nom_officiel", levels)


def profile_file(url: str) -> str:
    """The text of a gazetteer.json that leads to this server."""
    made = row(url)
    levels = [vars(level) for level in made.levels]
    return json.dumps({**vars(made), "version": 1, "levels": levels})


@dataclass
class GazetteerService:
    units: tuple[Unit, ...] = UNITS
    failures: list[Answer] = field(default_factory=list)  # answered first, in turn
    search_delay: float = 0.0
    outline_delay: float = 0.0
    axis_swapped: bool = False

    def __call__(self, asked: Asked) -> Answer:
        if self.failures:
            return self.failures.pop(0)
        if asked.path == "/geocodage/search":
            return self._search(asked.query)
        if asked.path == "/wfs/ows":
            return self._features({key.upper(): value for key, value in asked.query.items()})
        return Answer(b"<html>404</html>", 404)

    def _search(self, query: dict[str, str]) -> Answer:
        text, limit = query.get("q", ""), query.get("limit", "5")
        wrong = [] if 3 <= len(text) <= 200 and text[0].isalnum() else ["q: must contain between 3 and 200 chars"]
        if not limit.isdigit() or not 1 <= int(limit) <= 20:
            wrong.append("limit: Param limit must be an integer between 1 and 20")
        if query.get("index") != "poi" or query.get("category") != "administratif":
            wrong.append("unexpected index or category")
        if wrong:
            said = {"code": 400, "detail": wrong, "message": "Failed parsing query"}
            return Answer.of(said, status=400, delay=self.search_delay)
        words = _plain(text).split()
        found = [unit for unit in self.units if all(any(w.startswith(word) for w in _words(unit)) for word in words)]
        found.sort(key=lambda unit: -unit.importance)
        features = [_poi(unit) for unit in found[: int(limit)]]
        return Answer.of({"type": "FeatureCollection", "features": features, "query": text}, delay=self.search_delay)

    def _features(self, query: dict[str, str]) -> Answer:
        known = re.fullmatch(r"ADMINEXPRESS-COG\.LATEST:(\w+)", query.get("TYPENAMES", ""))
        conditions = re.findall(r"(\w+)='((?:[^']|'')*)'", query.get("CQL_FILTER", ""))
        fine = query.get("SERVICE") == "WFS" and query.get("OUTPUTFORMAT") == "application/json"
        if known is None or not conditions or not fine:
            report = b'<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"/>'
            return Answer(report, 400, {"Content-Type": "application/xml"})
        units = [unit for unit in self.units if unit.layer == known[1] and _answers(unit, conditions)]
        features = [self._feature(unit) for unit in units]
        collection = {
            "type": "FeatureCollection",
            "features": features,
            "totalFeatures": len(features),
            "numberMatched": len(features),
            "numberReturned": len(features),
            "timeStamp": "2026-11-20T16:00:00.000Z",
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4326"}},
        }
        return Answer.of(collection, delay=self.outline_delay)

    def _feature(self, unit: Unit) -> dict:
        west, south, east, north = unit.shape.bounds
        shape = box(south, west, north, east) if self.axis_swapped else unit.shape
        geometry = {"type": "MultiPolygon", "coordinates": [mapping(shape)["coordinates"]]}
        code = "code_siren" if unit.layer == "epci" else "code_insee"
        properties = {"cleabs": unit.cleabs, "nom_officiel": unit.name, code: unit.code}
        return {"type": "Feature", "id": f"{unit.layer}.1", "geometry": geometry, "properties": properties}


def _answers(unit: Unit, conditions: list[tuple[str, str]]) -> bool:
    code = "code_siren" if unit.layer == "epci" else "code_insee"
    fields = {"cleabs": unit.cleabs, "nom_officiel": unit.name, code: unit.code}
    return any(fields.get(name) == value.replace("''", "'") for name, value in conditions)


def _poi(unit: Unit) -> dict:
    point = unit.shape.centroid
    properties = {
        "name": [unit.name],
        "toponym": unit.name,
        "category": ["administratif", unit.category],
        "extrafields": {"cleabs": unit.cleabs},
        "classification": 3,
        "score": unit.importance,
        "_score": unit.importance,
        "_type": "poi",
    }
    if unit.codes:
        properties["citycode"] = list(unit.codes)
    geometry = {"type": "Point", "coordinates": [round(point.x, 6), round(point.y, 6)]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _plain(text: str) -> str:
    letters = (letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return re.sub(r"[\W_]+", " ", "".join(letters)).strip()


def _words(unit: Unit) -> list[str]:
    return _plain(unit.name).split()
