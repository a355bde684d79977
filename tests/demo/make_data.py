# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes ``resources/demo/``: an invented country, forty invented scenes, one invented ortho product.

    python -m tests.demo.make_data

Needs numpy, shapely and GDAL. The same code gives the same files.
"""

from __future__ import annotations

import json
import math
import shutil
import sys
from datetime import datetime, timezone
from pathlib import Path

from osgeo import gdal

from . import acquisition as acq
from .landscape import Country
from .product import CREDIT, make_product
from .scenes import BARE, DEGREE_BOX, LAMBERT_GRID, PLANS, TILTED, UTM_BOX, UTM_GRID, Plan
from .seasons import Moment
from .territories import make_territories

OUT = Path(__file__).resolve().parents[2] / "resources" / "demo"
EXTENSIONS = {
    "eo": "https://stac-extensions.github.io/eo/v2.0.0/schema.json",
    "view": "https://stac-extensions.github.io/view/v1.0.0/schema.json",
    "processing": "https://stac-extensions.github.io/processing/v1.2.0/schema.json",
    "proj": "https://stac-extensions.github.io/projection/v2.0.0/schema.json",
}
MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
NAMES = {"PHR1A": "Pléiades 1A", "PHR1B": "Pléiades 1B", "SPOT6": "SPOT 6", "SPOT7": "SPOT 7"}
BOXES = {UTM_GRID: acq.UTM, LAMBERT_GRID: 2154, UTM_BOX: acq.UTM, DEGREE_BOX: 4326}


def swath(plan: Plan) -> list[tuple[float, float]]:
    width = 20_000 if plan.satellite.startswith("PHR") else 60_000
    return acq.tilted_corners(plan.lon, plan.lat, width, plan.length * 1000, plan.tilt, skew=0.012)


def frame_of(plan: Plan) -> acq.Frame:
    longest = 360 if plan.satellite.startswith("PHR") else 400
    if plan.kind in (TILTED, BARE):
        return acq.tilted_frame(swath(plan), longest)
    return acq.north_up_frame(swath(plan), BOXES[plan.kind], longest, plan.cut)


def when(plan: Plan) -> datetime:
    return datetime.fromisoformat(plan.when + "00000").replace(tzinfo=timezone.utc)


def moment_of(plan: Plan) -> Moment:
    date = when(plan)
    return Moment(date.year, date.timetuple().tm_yday, plan.tide, *acq.sun(date, plan.lon, plan.lat))


def identifier(plan: Plan, number: int) -> str:
    date = when(plan)
    stamp = f"{date:%Y%m%d%H%M%S}{date.microsecond // 100_000}"
    place = f"W{math.ceil(-plan.lon):03d}N{math.floor(plan.lat):02d}"
    if plan.kind in (UTM_GRID, LAMBERT_GRID):
        return f"ORT_{plan.satellite}_{date:%Y%m%d}_{date:%H%M%S}{date.microsecond // 1000:03d}_{number:03d}"
    if plan.satellite.startswith("PHR"):
        return f"DS_{plan.satellite}_{stamp}_FR1_PX_{place}_{900 + number:04d}_{700 + 31 * number:05d}"
    return f"DS_{plan.satellite}_{stamp}_FR1_FR1_SV1_SV1_{place}_{1100 + 17 * number:05d}"


def footprint(plan: Plan, frame: acq.Frame) -> list[list[float]]:
    """The ring as catalogues write it: they neither start at the same corner nor turn the same way."""
    corners, epsg = (frame.corners(), frame.epsg) if frame.seen is None else (list(frame.seen), acq.UTM)
    points = acq.transform(corners, epsg, 4326)
    if plan.ring == 4:  # some services cut their edges into pieces
        points = [
            (a[0] + (b[0] - a[0]) * k / 3, a[1] + (b[1] - a[1]) * k / 3)
            for a, b in zip(points, points[1:] + points[:1])
            for k in range(3)
        ]
        points.reverse()
    turned = {1: (0, 3, 2, 1), 2: (3, 2, 1, 0), 3: (1, 2, 3, 0)}.get(plan.ring)
    points = [points[k] for k in turned] if turned else points
    return [[round(x, 6), round(y, 6)] for x, y in (*points, points[0])]


def item(plan: Plan, number: int, frame: acq.Frame, picture: str) -> dict:
    ring, date, name = footprint(plan, frame), when(plan), identifier(plan, number)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    ours = {
        "title": f"{NAMES[plan.satellite]}, {date.day} {MONTHS[date.month - 1]} {date.year} (synthétique)",
        "synthetic": True,
    }
    properties: dict = {"datetime": f"{date:%Y-%m-%dT%H:%M:%S}.{date.microsecond // 1000:03d}Z", **ours}
    if plan.kind == BARE:
        properties["title"] = f"Scène sans métadonnées, {date.year} (synthétique)"
    extensions: list[str] = []
    assets: dict = {}
    if plan.kind != BARE:
        pleiades = plan.satellite.startswith("PHR")
        ortho = plan.kind in (UTM_GRID, LAMBERT_GRID)
        extensions = [EXTENSIONS["view"], EXTENSIONS["processing"]]
        properties |= {
            "platform": plan.satellite,
            "constellation": "pleiades" if pleiades else "spot",
            "instruments": ["hiri" if pleiades else "naomi"],
            "gsd": 0.5 if pleiades else 1.5,
            "acquisition_mode": plan.mode,
            "spectral_mode": plan.spectral,
            "processing:level": "ORTHO" if ortho else "PRIMARY",
            "view:incidence_angle": plan.incidence,
            "view:off_nadir": round(acq.off_nadir(plan.incidence), 1),
            "view:sun_azimuth": round(moment_of(plan).sun_azimuth, 1),
            "view:sun_elevation": round(moment_of(plan).sun_elevation, 1),
            "license": "other",
            "attribution": CREDIT,
            "providers": [{"name": CREDIT, "roles": ["producer", "licensor"]}],
        }
        if plan.cloud is not None:
            extensions.insert(0, EXTENSIONS["eo"])
            properties["eo:cloud_cover"] = plan.cloud
        asset = {
            "href": picture,
            "type": "image/jpeg",
            "title": "Aperçu synthétique",
            "roles": ["overview", "thumbnail"],
        }
        if ortho:
            extensions.append(EXTENSIONS["proj"])
            (x0, y1), _, (x1, y0), _ = frame.corners()
            properties["proj:code"] = f"EPSG:{frame.epsg}"
            if plan.ring % 2:  # half of them say it on the picture, by its transform
                gt = frame.geotransform
                asset |= {
                    "proj:code": f"EPSG:{frame.epsg}",
                    "proj:shape": [frame.height, frame.width],
                    "proj:transform": [gt[1], gt[2], gt[0], gt[4], gt[5], gt[3]],
                }
            else:
                properties["proj:bbox"] = [round(v, 3) for v in (x0, y0, x1, y1)]
        assets["overview"] = asset
    return {
        "type": "Feature", "stac_version": "1.1.0", "stac_extensions": extensions, "id": name,
        "collection": "pleiades" if plan.satellite.startswith("PHR") else "spot-6-7",
        "bbox": [min(xs), min(ys), max(xs), max(ys)], "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": properties, "links": [], "assets": assets,
    }  # fmt: skip


def sky_of(plan: Plan, number: int) -> acq.Sky:
    cloud = plan.hidden_cloud if plan.cloud is None else plan.cloud
    size = (1500 if plan.satellite.startswith("PHR") else 3000) * (1.6 if cloud > 15 else 1)
    return acq.Sky(cloud / 100, plan.haze, size, 1000 + 97 * number)


def write_jpeg(path: Path, pixels, quality: int) -> None:
    count, height, width = pixels.shape
    memory = gdal.GetDriverByName("MEM").Create("", width, height, count, gdal.GDT_Byte)
    for band in range(count):
        memory.GetRasterBand(band + 1).WriteArray(pixels[band])
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    gdal.GetDriverByName("JPEG").CreateCopy(str(path), memory, options=[f"QUALITY={quality}", "PROGRESSIVE=YES"])


def write_json(path: Path, value: dict) -> None:
    lines = [json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in value["features"]]
    head = json.dumps({k: v for k, v in value.items() if k != "features"}, ensure_ascii=False)[:-1]
    path.write_text(head + ', "features": [\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


def make_scenes(country: Country, out: Path) -> None:
    pictures = out / "quicklooks"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    features = []
    for number, plan in enumerate(PLANS, 1):
        frame = frame_of(plan)
        name = f"quicklooks/{identifier(plan, number)}.jpg"
        features.append(item(plan, number, frame, name))
        if plan.kind != BARE:
            oversample = 2 if plan.satellite.startswith("PHR") else 3
            write_jpeg(
                out / name, acq.photograph(country, frame, moment_of(plan), sky_of(plan, number), oversample), 82
            )
    write_json(out / "items.json", {
        "type": "FeatureCollection", "stac_version": "1.1.0", "id": "dinamis-demonstration", "synthetic": True,
        "title": "Données de démonstration (synthétiques)",
        "description": "Scènes, images et lieux inventés. Invented scenes, pictures and places. " + CREDIT,
        "features": features,
    })  # fmt: skip


def main(out: Path = OUT) -> None:
    out.mkdir(parents=True, exist_ok=True)
    country = Country()
    write_json(out / "territories.geojson", make_territories(country))
    make_scenes(country, out)
    make_product(country, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
