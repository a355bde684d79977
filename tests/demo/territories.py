# SPDX-License-Identifier: GPL-2.0-or-later
"""Invented communes, EPCI and département on the invented coast: a coverage without gap or overlap."""

from __future__ import annotations

import json

import numpy as np
import shapely
from osgeo import gdal, ogr
from shapely.geometry import mapping, shape

from .acquisition import UTM, transform
from .geography import ORIGIN, local
from .landscape import Country
from .noise import fbm

NOTE = "Contour inventé pour la démonstration (données synthétiques) / Invented outline (synthetic data)"

EPCIS = {  # name: communes with a seed each; a larger weight makes a larger commune
    "Baie-et-Landes Communauté (inventée)": [
        ("Lanvaléry-Armor", -2.512, 48.468, 1.45), ("Port-Hervé", -2.565, 48.572, 1.0),
        ("Hillivan", -2.640, 48.515, 0.9),
        ("Plérioux", -2.430, 48.545, 1.05), ("Saint-Brélian", -2.600, 48.415, 1.0),
        ("Trémoual", -2.430, 48.430, 0.95), ("Kerdréan", -2.475, 48.630, 0.95),
    ],
    "Rives du Gouvran (inventée)": [
        ("Saint-Corlay", -2.770, 48.515, 1.1), ("Plouvenan", -2.840, 48.590, 1.0),
        ("Yffilac", -2.705, 48.460, 0.9), ("Quintrec", -2.880, 48.440, 1.1),
        ("Moncastel", -2.700, 48.370, 1.0),
    ],
    "Pays de la Rancelle (inventé)": [
        ("Dinéan", -2.060, 48.460, 1.1), ("Plancouët", -2.245, 48.520, 1.1), ("Jugolan", -2.310, 48.410, 1.0),
        ("Saint-Castel", -2.250, 48.610, 1.0),
        ("Brocélian", -2.250, 48.320, 1.1), ("Évranec", -2.050, 48.350, 1.0),
    ],
    "": [  # the rest of the département, not shown one by one
        ("", -3.15, 48.56, 1.7), ("", -3.40, 48.72, 1.7), ("", -3.05, 48.75, 1.6), ("", -3.40, 48.45, 1.7),
        ("", -3.10, 48.30, 1.7), ("", -2.75, 48.20, 1.7),
        ("", -2.40, 48.22, 1.5), ("", -2.98, 48.62, 1.2), ("", -2.62, 48.27, 1.2),
    ],
}  # fmt: skip
DEPARTEMENT = "Armor-Penthièvre (département inventé)"
ABROAD = (
    (-3.80, 48.65),
    (-3.85, 48.35),
    (-3.45, 48.10),
    (-3.0, 47.98),
    (-2.55, 48.0),
    (-2.10, 48.10),
    (-1.80, 48.30),
    (-1.80, 48.50),
    (-1.85, 48.62),
    (-2.0, 48.2),
)
STEP = 60.0  # metres


def make_territories(country: Country) -> dict:
    seeds = [(*seed, epci) for epci, communes in EPCIS.items() for seed in communes]
    outlines = _coverage(country, [seed[1:4] for seed in seeds] + [(*place, 2.0) for place in ABROAD])
    features, groups = [], {}
    for (name, *_, epci), outline in zip(seeds, outlines):
        groups.setdefault(epci, []).append(outline)
        if name:
            features.append(_feature(name, "commune", outline))
    features += [_feature(name, "epci", shapely.union_all(parts)) for name, parts in groups.items() if name]
    features.append(
        _feature(DEPARTEMENT, "departement", shapely.union_all([part for parts in groups.values() for part in parts]))
    )
    return {
        "type": "FeatureCollection", "name": "territories", "synthetic": True,
        "description": "Territoires inventés pour la démonstration. Invented territories, for the demonstration.",
        "features": features,
    }  # fmt: skip


def _coverage(country: Country, seeds) -> list[shapely.Geometry]:
    """One outline a seed, in longitude/latitude; neighbours share their borders exactly."""
    width, height = round(150_000 / STEP), round(115_000 / STEP)
    x0, y1 = -95_000.0, 55_000.0
    x, y = np.meshgrid(
        (x0 + (np.arange(width) + 0.5) * STEP).astype("f4"), (y1 - (np.arange(height) + 0.5) * STEP).astype("f4")
    )
    land = country.shore(x, y, STEP) > 0
    wx = x + 2600 * fbm(x, y, 5200, 5, 201, STEP)
    wy = y + 2600 * fbm(x, y, 5200, 5, 207, STEP)
    best, label = np.full(x.shape, 1e9, np.float32), np.zeros(x.shape, np.int32)
    for k, (lon, lat, weight) in enumerate(seeds, 1):
        sx, sy = local(lon, lat)
        d = np.hypot(wx - sx, wy - sy) / weight
        label[d < best] = k
        best = np.minimum(best, d)
    label[~land] = 0
    parts = _polygons(label, (ORIGIN[0] + x0, STEP, 0, ORIGIN[1] + y1, 0, -STEP), len(seeds))
    parts = shapely.coverage_simplify(parts, 110.0)
    return [_in_degrees(part) for part in parts]


def _polygons(label: np.ndarray, geotransform, count: int) -> list[shapely.Geometry]:
    raster = gdal.GetDriverByName("MEM").Create("", label.shape[1], label.shape[0], 1, gdal.GDT_Int32)
    raster.SetGeoTransform(geotransform)
    raster.GetRasterBand(1).WriteArray(label)
    vector = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = vector.CreateLayer("parts")
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTInteger))
    gdal.Polygonize(raster.GetRasterBand(1), raster.GetRasterBand(1), layer, 0)
    pieces: list[list[shapely.Geometry]] = [[] for _ in range(count)]
    for feature in layer:
        pieces[feature["label"] - 1].append(shape(json.loads(feature.GetGeometryRef().ExportToJson())))
    kept = [[piece for piece in some if piece.area > 0.2e6] for some in pieces]  # islets under 20 ha are left out
    return [shapely.union_all(some) for some in kept]


def _in_degrees(part: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(part, lambda points: np.round(np.array(transform(points, UTM, 4326)), 6))


def _feature(name: str, kind: str, outline: shapely.Geometry) -> dict:
    geometry = json.loads(json.dumps(mapping(outline)))
    return {"type": "Feature", "properties": {"nom": name, "type": kind, "note": NOTE}, "geometry": geometry}
