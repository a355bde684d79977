# SPDX-License-Identifier: GPL-2.0-or-later
"""Any number of invented SPOT 6-7 and Pléiades items, the same each time: tilted footprints over mainland France."""

from __future__ import annotations

import math
import random
from datetime import datetime, timedelta

_KINDS = {  # collection: satellites, swath in km, resolution in m
    "spot": (("SPOT6", "SPOT7"), 60.0, 1.5),
    "pleiades": (("PHR1A", "PHR1B"), 20.0, 0.5),
}
_FIRST = datetime(2013, 1, 1, 10)


def items(count: int, seed: int = 7) -> list[dict]:
    draw = random.Random(seed)
    return [_item(number, draw) for number in range(count)]


def collections() -> list[dict]:
    return [
        {
            "type": "Collection",
            "stac_version": "1.0.0",
            "id": name,
            "description": f"{name} (synthetic)",
            "license": "proprietary",
            "links": [],
            "extent": {
                "spatial": {"bbox": [[-180.0, -90.0, 180.0, 90.0]]},
                "temporal": {"interval": [["2013-01-01T00:00:00Z", None]]},
            },
        }
        for name in _KINDS
    ]


def item(scene_id: str, collection: str, ring: list[list[float]], date: str, **properties: object) -> dict:
    """``ring`` in longitude/latitude, closed."""
    west, south = (min(point[axis] for point in ring) for axis in (0, 1))
    east, north = (max(point[axis] for point in ring) for axis in (0, 1))
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": scene_id,
        "collection": collection,
        "bbox": [west, south, east, north],
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"datetime": date, **properties},
        "links": [],
        "assets": {"overview": {"href": f"{scene_id}.jpg", "type": "image/jpeg", "roles": ["overview"]}},
    }


def _item(number: int, draw: random.Random) -> dict:
    """One in seven has no cloud cover, one in eleven no incidence: real catalogues have holes."""
    collection = draw.choice(list(_KINDS))
    satellites, swath, gsd = _KINDS[collection]
    satellite = draw.choice(satellites)
    date = _FIRST + timedelta(days=draw.randrange(4400), milliseconds=draw.randrange(4_000_000))
    ring = _tilted(draw.uniform(-4.5, 8.0), draw.uniform(42.5, 50.8), swath, draw.uniform(8.0, 16.0))
    incidence = round(abs(draw.gauss(0.0, 14.0)), 2)
    said = {
        "platform": satellite,
        "gsd": gsd,
        "eo:cloud_cover": round(min(100.0, draw.expovariate(1 / 12)), 1),
        "view:incidence_angle": incidence,
        "view:off_nadir": round(incidence * 0.885, 2),
        "processing:level": draw.choice(("ORTHO", "PRIMARY")),
    }
    if number % 7 == 0:
        del said["eo:cloud_cover"]
    if number % 11 == 0:
        del said["view:incidence_angle"]
    scene_id = f"DS_{satellite}_{date:%Y%m%d%H%M%S}_{number:05}"
    return item(scene_id, collection, ring, date.isoformat(timespec="milliseconds") + "Z", **said)


def _tilted(lon: float, lat: float, side_km: float, degrees: float) -> list[list[float]]:
    turn, half = math.radians(degrees), side_km / 2.0
    ring = []
    for x, y in ((-half, half), (half, half), (half, -half), (-half, -half), (-half, half)):
        east, north = x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)
        ring.append([round(lon + east / (111.32 * math.cos(math.radians(lat))), 6), round(lat + north / 110.57, 6)])
    return ring
