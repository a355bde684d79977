# SPDX-License-Identifier: GPL-2.0-or-later
"""A double of GEODES (CNES) as eodag's configuration and a recorded page describe it: strict where it would refuse."""

from __future__ import annotations

from dataclasses import dataclass, field

from shapely.geometry import shape

from tests.services.http_service import Answer, Asked

MOST = 80
_WORDS = {"collections", "intersects", "bbox", "limit", "page", "query", "sortBy"}
_OPERATORS = {
    "eq": lambda value, wanted: value == wanted,
    "neq": lambda value, wanted: value != wanted,
    "in": lambda value, wanted: value in wanted,
    "contains": lambda value, wanted: wanted in value,
    "lte": lambda value, wanted: value <= wanted,
    "gte": lambda value, wanted: value >= wanted,
}


def feature(number: int, collection: str, day: str, ring: list, base: str = "", **properties) -> dict:
    """Its ``datetime`` is the day of publication, its licence a placeholder, its asset keys are paths."""
    name = f"{collection}_{number:05d}"
    urn = f"URN:FEATURE:DATA:gdh:{number:08d}-0000-0000-0000-000000000000:V1"
    said = {
        "identifier": name, "dataset": collection, "datetime": "2025-01-01T00:00:00.000Z",
        "start_datetime": f"{day}T10:00:00.000Z", "end_datetime": f"{day}T10:00:09.000Z",
        "proj:bbox": "2.0,48.2,2.2,48.0", "sci:doi": "[]", **properties,
    }  # fmt: skip
    assets = {
        f"2025/01/01/{name}_quicklook.jpg": {
            "href": f"{base}/api/quicklook/{urn}/files/aa", "type": "image/jpeg", "roles": ["overview"],
            "description": "File size: 18684 bytes\n\nChecksum MD5: 1003ae6b1edf05adf7c46cb759ffeaec",
        },
        f"{name}.zip": {"href": f"{base}/api/download/{urn}/files/bb", "type": "application/zip", "roles": ["data"]},
    }  # fmt: skip
    links = [{"rel": "license", "href": "https://spdx.org/licenses/Apache-2.0.html"}]
    return {
        "stac_version": "1.0.0-beta.2", "type": "Feature", "id": urn, "collection": collection,
        "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": said, "links": links, "assets": assets,
    }  # fmt: skip


@dataclass
class GeodesService:
    features: list[dict]
    counts: bool = True  # whether context.matched is said
    searches: list[dict] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        if asked.path == "/api/stac/search":
            return self._search(asked) if asked.method == "POST" else Answer(status=405)
        if asked.path.startswith("/api/quicklook/"):
            return Answer(b"picture") if asked.query.get("scope") == "gdh" else Answer(status=404)
        if asked.path.startswith("/api/download/"):
            return Answer(b"data") if asked.headers.get("x-api-key") == "right" else Answer(status=403)
        for one in self.features:
            if asked.path == f"/api/stac/collections/{one['collection']}/items/{one['id']}":
                return Answer.of(one)
        return Answer(status=404)

    def _search(self, asked: Asked) -> Answer:
        said = asked.json
        self.searches.append(said)
        sorts = said.get("sortBy", [])
        if set(said) - _WORDS or said["limit"] > MOST or any(by["direction"] not in ("asc", "dsc") for by in sorts):
            return Answer.of({"message": "bad request"}, status=400)
        found = [one for one in self.features if _wanted(one, said)]
        for by in sorts:
            found.sort(key=lambda one: one["properties"][by["field"]], reverse=by["direction"] == "dsc")
        start = (said["page"] - 1) * said["limit"]
        page = found[start : start + said["limit"]]
        context = {"returned": len(page), "limit": said["limit"], **({"matched": len(found)} if self.counts else {})}
        elsewhere = "/api/stac/collections/PEPS_S2_L1C/items?limit=2&page=2"  # as in the recorded page
        links = [{"rel": "next", "href": f"http://{asked.headers['host']}{elsewhere}"}]
        return Answer.of({"type": "FeatureCollection", "features": page, "links": links, "context": context})


def _wanted(one: dict, said: dict) -> bool:
    if said.get("collections") and one["collection"] not in said["collections"]:
        return False
    if "intersects" in said and not shape(said["intersects"]).intersects(shape(one["geometry"])):
        return False
    tests = ((name, op, wanted) for name, asked in said.get("query", {}).items() for op, wanted in asked.items())
    return all(_OPERATORS[op](one["properties"][name], wanted) for name, op, wanted in tests)
