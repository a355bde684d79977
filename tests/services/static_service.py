# SPDX-License-Identifier: GPL-2.0-or-later
"""A static STAC catalogue as a web server gives it: files that lead to one another by relative links."""

from __future__ import annotations

from dataclasses import dataclass

from tests.services.http_service import Answer, Asked


def catalog(*links: tuple[str, str], kind: str = "Catalog", **more) -> dict:
    """``links``: (rel, href)."""
    written = [{"rel": rel, "href": href} for rel, href in links]
    return {"type": kind, "stac_version": "1.0.0", "id": "c", "description": "", "links": written, **more}


def item(name: str, collection: str = "spot", day: str = "2021-06-01", west: float = 2.0, **assets) -> dict:
    ring = [[west, 48.0], [west + 0.2, 48.0], [west + 0.2, 48.2], [west, 48.2], [west, 48.0]]
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": name, "collection": collection,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"datetime": f"{day}T10:00:00Z", "platform": "SPOT7"},
        "links": [{"rel": "self", "href": f"https://published.test/{name}.json"}, {"rel": "root", "href": "../.."}],
        "assets": assets or {"thumbnail": {"href": f"./{name}.jpg", "roles": ["thumbnail"], "type": "image/jpeg"}},
    }  # fmt: skip


@dataclass
class StaticService:
    files: dict[str, object]  # by path; an Answer is given as it is

    def __call__(self, asked: Asked) -> Answer:
        if asked.method != "GET" or asked.path not in self.files:
            return Answer(status=404 if asked.method == "GET" else 405)
        file = self.files[asked.path]
        return file if isinstance(file, Answer) else Answer.of(file)
