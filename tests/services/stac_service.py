# SPDX-License-Identifier: GPL-2.0-or-later
"""A STAC API in memory that can be made as poor, or as peculiar, as real ones are."""

from __future__ import annotations

import contextlib
import json
import operator
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from shapely.geometry import shape

from tests.services.http_service import Answer, Asked, serving
from tests.services.stac_search import flat_box, instant, instants, read_search, sort_fields, value_of
from tests.services.synthetic_items import items

_GEOJSON, _OPENAPI = "application/geo+json", "application/vnd.oai.openapi+json;version=3.0"
_API = "https://api.stacspec.org/v1.0.0"
CORE = (f"{_API}/core", f"{_API}/item-search")
SORT = f"{_API}/item-search#sort"
QUERY = f"{_API}/item-search#query"
CQL2 = (
    f"{_API}-rc.2/item-search#filter",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
)


@dataclass
class StacService:
    """Answers for :class:`~.http_service.Service`. Its own ``url`` is learnt from the requests."""

    items: list[dict]
    conformance: tuple[str, ...] = (*CORE, SORT, *CQL2)
    methods: tuple[str, ...] = ("GET", "POST")
    declared: bool = True  # whether the landing page names the search and its methods
    matched: str = "numberMatched"  # "context", "first page" or "" for none
    next_link: str = "body"  # "merge" or "get"
    most: int | None = None  # a greater limit is refused; without it, brought down to 10 000 as the specification says
    latency: float = 0.0
    known: tuple[str, ...] = ()  # properties that a filter may name; with none, any
    searches: list[dict] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        base = f"http://{asked.headers['host']}"
        if asked.path == "/search":
            if asked.method not in self.methods:
                return Answer(status=405)
            try:
                return self._search(asked, read_search(asked), base)
            except ValueError as error:
                return Answer.of({"code": "InvalidParameterValue", "description": str(error)}, status=400)
        if asked.path in ("", "/"):
            return Answer.of(self._landing(base), delay=self.latency)
        if asked.path == "/api":
            return Answer(b'{"openapi": "3.0.0"}', headers={"Content-Type": _OPENAPI})
        if asked.path == "/api.html":
            return Answer(b"<html></html>", headers={"Content-Type": "text/html"})
        for item in self.items:
            if asked.path == f"/collections/{item['collection']}/items/{item['id']}":
                return Answer.of(item, delay=self.latency)
        return Answer.of({"code": "NotFoundError", "description": "no such thing"}, status=404)

    def _landing(self, base: str) -> dict:
        links = [
            {"rel": "self", "href": f"{base}/", "type": "application/json"},
            {"rel": "root", "href": f"{base}/", "type": "application/json"},
            {"rel": "service-desc", "href": f"{base}/api", "type": _OPENAPI},
            {"rel": "service-doc", "href": f"{base}/api.html", "type": "text/html"},
        ]
        if self.declared:
            search = {"rel": "search", "href": f"{base}/search", "type": _GEOJSON}
            links += [{**search, "method": method} for method in self.methods]
        landing = {
            "type": "Catalog",
            "stac_version": "1.0.0",
            "id": "double",
            "description": "A double",
            "links": links,
        }
        return {**landing, "conformsTo": list(self.conformance)}

    def _search(self, asked: Asked, query: dict, base: str) -> Answer:
        self.searches.append(query)
        limit, start = int(query.get("limit", 10)), int(query.get("token", 0))
        if self.most is None:
            limit = min(limit, 10_000)
        elif limit > self.most:
            return Answer.of({"description": f"limit: at most {self.most}"}, status=400)
        if self.known and not _properties(query.get("filter", {})) <= set(self.known):
            return Answer.of({"description": "unknown property"}, status=400)
        found = self._found(query)
        answer = {"type": "FeatureCollection", "features": found[start : start + limit], "links": []}
        if self.matched == "numberMatched" or (self.matched == "first page" and start == 0):
            answer["numberMatched"] = len(found)
        elif self.matched == "context":
            answer["context"] = {"matched": len(found)}
        if start + limit < len(found):
            answer["links"].append(self._next(query, str(start + limit), f"{base}/search", asked))
        return Answer(json.dumps(answer).encode(), headers={"Content-Type": _GEOJSON}, delay=self.latency)

    def _found(self, query: dict) -> list[dict]:
        found = [item for item in self.items if _wanted(item, query)]
        for name, descending in reversed(sort_fields(query.get("sortby"))):
            found.sort(key=lambda item, name=name: value_of(item, name), reverse=descending)
        return found

    def _next(self, query: dict, token: str, url: str, asked: Asked) -> dict:
        if asked.method == "GET" or self.next_link == "get":
            plain = {name: value for name, value in query.items() if isinstance(value, (str, int))}
            said = asked.query or {**plain, "sortby": "-properties.datetime" if query.get("sortby") else ""}
            return {"rel": "next", "href": f"{url}?{urlencode({**said, 'token': token})}"}
        link = {"rel": "next", "href": url, "method": "POST"}
        if self.next_link == "merge":
            return {**link, "body": {"token": token}, "merge": True}
        return {**link, "body": {**query, "token": token}}


def _wanted(item: dict, query: dict) -> bool:
    said = item["properties"]
    if query.get("collections") and item["collection"] not in query["collections"]:
        return False
    if "ids" in query and item["id"] not in query["ids"]:
        return False
    if "datetime" in query:
        first, last = instants(query["datetime"])
        start, end = said.get("start_datetime") or said["datetime"], said.get("end_datetime") or said["datetime"]
        if (first and instant(end) < first) or (last and instant(start) > last):
            return False
    zone = shape(query["intersects"]) if "intersects" in query else flat_box(query["bbox"]) if "bbox" in query else None
    if zone is not None and (item["geometry"] is None or not shape(item["geometry"]).intersects(zone)):
        return False
    for name, bounds in query.get("query", {}).items():
        if said.get(name) is None or not said[name] <= bounds["lte"]:
            return False
    return "filter" not in query or _holds(query["filter"], said)


def _properties(test: object) -> set[str]:
    if isinstance(test, dict) and "property" in test:
        return {test["property"]}
    return set().union(*map(_properties, test.get("args", []))) if isinstance(test, dict) else set()


def _holds(test: dict, said: dict) -> bool:
    op, args = test["op"].lower(), test["args"]
    if op in ("and", "or"):
        return (all if op == "and" else any)(_holds(one, said) for one in args)
    value = said.get(args[0]["property"])
    if op == "isnull":
        return value is None
    compared = {"<=": operator.le, "<": operator.lt, "=": operator.eq}
    if op not in compared:
        raise ValueError(json.dumps(test))
    return value is not None and compared[op](value, args[1])


@contextlib.contextmanager
def serving_apart(count: int, latency: float) -> Iterator[str]:
    """The address of a double in a process of its own, so that it takes no time from the one that is measured."""
    command = [sys.executable, "-m", __name__, str(count), str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()  # it ends with us


if __name__ == "__main__":
    with serving(StacService(items(int(sys.argv[1])), latency=float(sys.argv[2]))) as running:
        print(running.url, flush=True)
        sys.stdin.read()
