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

from shapely.geometry import box, shape

from tests.services.http_service import Answer, Asked, serving
from tests.services.synthetic_items import items

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
    most: int = 10_000  # a greater limit is refused
    latency: float = 0.0
    known: tuple[str, ...] = ()  # properties that a filter may name; with none, any
    searches: list[dict] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        base = f"http://{asked.headers['host']}"
        if asked.path == "/search":
            if asked.method not in self.methods:
                return Answer(status=405)
            return self._search(asked, base)
        if asked.path == "/":
            links = [{"rel": "search", "href": f"{base}/search", "method": method} for method in self.methods]
            landing = {"type": "Catalog", "id": "double", "links": links if self.declared else []}
            return Answer.of({**landing, "conformsTo": list(self.conformance)}, delay=self.latency)
        for item in self.items:
            if asked.path == f"/collections/{item['collection']}/items/{item['id']}":
                return Answer.of(item, delay=self.latency)
        return Answer.of({"code": "NotFoundError", "description": "no such thing"}, status=404)

    def _search(self, asked: Asked, base: str) -> Answer:
        query = asked.json if asked.method == "POST" else _of_get(asked.query)
        self.searches.append(query)
        limit, start = int(query.get("limit", 10)), int(query.get("token", 0))
        if limit > self.most:
            return Answer.of({"description": f"limit: at most {self.most}"}, status=400)
        if self.known and not _properties(query.get("filter", {})) <= set(self.known):
            return Answer.of({"description": "unknown property"}, status=400)
        found = [item for item in self.items if _wanted(item, query)]
        if query.get("sortby"):
            found.sort(key=lambda item: item["properties"].get("datetime") or "", reverse=True)
        answer = {"type": "FeatureCollection", "features": found[start : start + limit], "links": []}
        if self.matched == "numberMatched" or (self.matched == "first page" and start == 0):
            answer["numberMatched"] = len(found)
        elif self.matched == "context":
            answer["context"] = {"matched": len(found)}
        if start + limit < len(found):
            answer["links"].append(self._next(query, str(start + limit), f"{base}/search", asked))
        return Answer.of(answer, delay=self.latency)

    def _next(self, query: dict, token: str, url: str, asked: Asked) -> dict:
        if asked.method == "GET" or self.next_link == "get":
            plain = {name: value for name, value in query.items() if isinstance(value, (str, int))}
            said = asked.query or {**plain, "sortby": "-properties.datetime" if query.get("sortby") else ""}
            return {"rel": "next", "href": f"{url}?{urlencode({**said, 'token': token})}"}
        link = {"rel": "next", "href": url, "method": "POST"}
        if self.next_link == "merge":
            return {**link, "body": {"token": token}, "merge": True}
        return {**link, "body": {**query, "token": token}}


def _of_get(query: dict) -> dict:
    read = dict(query)
    if "bbox" in read:
        read["bbox"] = [float(edge) for edge in read["bbox"].split(",")]
    if "collections" in read:
        read["collections"] = read["collections"].split(",")
    return read


def _wanted(item: dict, query: dict) -> bool:
    said = item["properties"]
    if query.get("collections") and item["collection"] not in query["collections"]:
        return False
    if "datetime" in query:
        first, last = query["datetime"].split("/")
        start, end = said.get("start_datetime") or said["datetime"], said.get("end_datetime") or said["datetime"]
        if (first != ".." and end < first) or (last != ".." and start > last):
            return False
    zone = shape(query["intersects"]) if "intersects" in query else box(*query["bbox"]) if "bbox" in query else None
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
