# SPDX-License-Identifier: GPL-2.0-or-later
"""A double of hydroweb.next (CNES) as eodag's configuration describes it: nothing without its key, pages by number."""

from __future__ import annotations

from dataclasses import dataclass, field

from shapely.geometry import shape

from tests.services.http_service import Answer, Asked

ROOT = "/api/v1/rs-catalog/stac"
_WORDS = {"collections", "intersects", "bbox", "limit", "page", "query", "sortby"}


@dataclass
class HydrowebService:
    features: list[dict]
    key: str = "right"
    searches: list[dict] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        if asked.headers.get("x-api-key") != self.key:
            return Answer.of({"detail": "Unauthorized"}, status=401)
        if asked.path != f"{ROOT}/search" or asked.method != "POST":
            return Answer(status=404)
        said = asked.json
        self.searches.append(said)
        if set(said) - _WORDS or said["limit"] > 10_000:
            return Answer.of({"detail": "bad request"}, status=422)
        found = [
            one for one in self.features
            if "intersects" not in said or shape(said["intersects"]).intersects(shape(one["geometry"]))
        ]  # fmt: skip
        start = (said["page"] - 1) * said["limit"]
        return Answer.of({"type": "FeatureCollection", "features": found[start : start + said["limit"]]})
