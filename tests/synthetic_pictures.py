# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of a known place, with marks whose ground positions are known: what a placement is judged by.

The truth does not come from the code under test: an acquisition frame is laid out in an azimuthal equidistant plane
about the scene's centre, a north-up picture in its own projection.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np
from osgeo import gdal, osr
from shapely.geometry import Polygon

from dinamis_qgis.domain.scene import Asset, Grid, Scene

SHARES = [(u, v) for v in (0.04, 0.35, 0.65, 0.96) for u in (0.04, 0.35, 0.65, 0.96)]  # 16 marks, out to the corners


def reference(text: str) -> osr.SpatialReference:
    srs = osr.SpatialReference()
    srs.SetFromUserInput(text)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def to_lon_lat(crs: str, points) -> np.ndarray:
    transform = osr.CoordinateTransformation(reference(crs), reference("EPSG:4326"))
    return np.array(transform.TransformPoints(np.asarray(points, dtype=float).tolist()))[:, :2]


def from_lon_lat(crs: str, points) -> np.ndarray:
    transform = osr.CoordinateTransformation(reference("EPSG:4326"), reference(crs))
    return np.array(transform.TransformPoints(np.asarray(points, dtype=float).tolist()))[:, :2]


@dataclass
class Sample:
    """``marks``: longitude/latitude of the 16 marks. ``pixel``: size of a picture's pixel on the ground, m."""

    scene: Scene
    picture: bytes
    marks: np.ndarray
    pixel: float


def frame_plane(centre: tuple[float, float]) -> str:
    return f"+proj=aeqd +lon_0={centre[0]} +lat_0={centre[1]} +datum=WGS84 +units=m"


def quad(size: float, aspect: float = 1.0, tilt: float = 12.0, keystone: float = 0.0) -> np.ndarray:
    """A frame's corners (m, top-left then clockwise) turned clockwise by ``tilt``, its top narrower by ``keystone``."""
    half, tall = size / 2.0, size / 2.0 / aspect
    top = half * (1.0 - keystone)
    corners = np.array([(-top, tall), (top, tall), (half, -tall), (-half, -tall)])
    angle = np.radians(-tilt)
    return corners @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def perspective(corners: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """Unit square (v downwards) to a quadrilateral, by the closed form (not the solver of the code under test)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dy1, dx2, dy2 = x1 - x2, y1 - y2, x3 - x2, y3 - y2
    sx, sy = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    det = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det
    a, b, d, e = x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3

    def ground(uv: np.ndarray) -> np.ndarray:
        u, v = np.asarray(uv, dtype=float).T
        w = g * u + h * v + 1.0
        return np.column_stack([(a * u + b * v + x0) / w, (d * u + e * v + y0) / w])

    return ground


def land(columns: int, rows: int, marks_px: np.ndarray, seed: int = 4) -> np.ndarray:
    """Something like fields, in mid tones, with a white dot at each mark."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(60, 170, (rows // 24 + 2, columns // 24 + 2, 3)).astype(np.uint8)
    picture = np.kron(coarse, np.ones((24, 24, 1), dtype=np.uint8))[:rows, :columns].copy()
    y, x = np.mgrid[:rows, :columns] + 0.5
    for column, row in marks_px:
        near = np.hypot(x - column, y - row)
        picture[near < 9.0] = 90
        picture[near < 3.0] = 255
    return picture


def encode(picture: np.ndarray, kind: str = "JPEG", quality: int = 85) -> bytes:
    rows, columns, bands = picture.shape
    source = gdal.GetDriverByName("MEM").Create("", columns, rows, bands, gdal.GDT_Byte)
    for band in range(bands):
        source.GetRasterBand(band + 1).WriteArray(picture[..., band])
    name = "/vsimem/encoded"
    options = [f"QUALITY={quality}"] if kind == "JPEG" else []
    gdal.GetDriverByName(kind).CreateCopy(name, source, options=options).FlushCache()
    handle = gdal.VSIFOpenL(name, "rb")
    size = gdal.VSIStatL(name).size
    data = bytes(gdal.VSIFReadL(1, size, handle))
    gdal.VSIFCloseL(handle)
    gdal.Unlink(name)
    return data


def scene(corners_lon_lat, own: Grid | None = None, full: Grid | None = None, **told) -> Scene:
    asset = Asset("quicklook", "https://images.example/q.jpg", "image/jpeg", ("overview",), grid=own)
    told.setdefault("footprint", Polygon(np.asarray(corners_lon_lat)))
    return Scene("S7_1", "test", "c", "SPOT 7", "SPOT7", assets=(asset,), grid=full, **told)


def acquisition(
    centre=(2.6, 48.5), size=60_000.0, columns=1000, rows=1000, tilt=12.0, keystone=0.0, quality=85
) -> Sample:
    plane = frame_plane(centre)
    corners = quad(size, columns / rows, tilt, keystone)
    ground = perspective(corners)
    picture = land(columns, rows, np.array(SHARES) * [columns, rows])
    return Sample(
        scene(to_lon_lat(plane, corners)),
        encode(picture, quality=quality),
        to_lon_lat(plane, ground(np.array(SHARES))),
        size / columns,
    )


def north_up(crs: str, centre=(2.6, 48.5), size=60_000.0, columns=1000, rows=1000, metadata="own") -> Sample:
    """North-up in ``crs``, full of land; ``metadata``: whose grid it is ("own", "scene"), or "crs", the CRS alone."""
    (x, y), half = from_lon_lat(crs, [centre])[0], size / 2.0
    box = (x - half, y - half * rows / columns, x + half, y + half * rows / columns)
    corners = [(box[0], box[3]), (box[2], box[3]), (box[2], box[1]), (box[0], box[1])]
    marks = np.array(SHARES)
    ground = np.array([box[0], box[3]]) + marks * [size, -size * rows / columns]
    grid = Grid(crs, None if metadata == "crs" else box)
    picture = land(columns, rows, marks * [columns, rows])
    return Sample(
        scene(to_lon_lat(crs, corners), grid if metadata == "own" else None, grid if metadata != "own" else None),
        encode(picture),
        to_lon_lat(crs, ground),
        size / columns,
    )


def wedged(crs: str, centre=(2.6, 48.5), size=60_000.0, columns=1000, tilt=12.0, empty=0, quality=60) -> Sample:
    """North-up in ``crs`` (``EPSG:4326``: longitude/latitude), the tilted scene's surroundings empty, no metadata.

    ``empty``: the level of the wedges, None for transparent ones in a PNG.
    """
    plane = frame_plane(centre)
    corners = to_lon_lat(plane, quad(size, 1.0, tilt))
    placed = corners if crs == "EPSG:4326" else from_lon_lat(crs, corners)
    low, high = placed.min(axis=0), placed.max(axis=0)
    metric = from_lon_lat(plane, corners)
    rows = round(columns * np.ptp(metric[:, 1]) / np.ptp(metric[:, 0]))
    marks = to_lon_lat(plane, perspective(quad(size, 1.0, tilt))(np.array(SHARES)))
    at = marks if crs == "EPSG:4326" else from_lon_lat(crs, marks)
    scale = np.array([columns, -rows]) / (high - low)
    picture = land(columns, rows, (at - [low[0], high[1]]) * scale)
    outline = (placed - [low[0], high[1]]) * scale
    shown = _filled(outline, columns, rows)
    if empty is None:
        data = encode(
            np.dstack([np.where(shown[..., None], picture, 0), np.where(shown, 255, 0)]).astype(np.uint8), "PNG"
        )
    else:
        data = encode(np.where(shown[..., None], picture, empty).astype(np.uint8), quality=quality)
    return Sample(scene(corners), data, marks, size / columns)


def _filled(outline: np.ndarray, columns: int, rows: int) -> np.ndarray:
    """A convex polygon burnt by its half-planes."""
    y, x = np.mgrid[:rows, :columns] + 0.5
    shown = np.ones((rows, columns), dtype=bool)
    for (x0, y0), (x1, y1) in zip(outline, np.roll(outline, -1, axis=0)):
        shown &= (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= 0.0
    return shown


def mark_errors(path: Path, sample: Sample) -> np.ndarray:
    """How far each mark of the written file is from its place, in pixels of the picture; inf where it is not found."""
    dataset = gdal.Open(str(path))
    transform = dataset.GetGeoTransform()
    pixels = dataset.ReadAsArray().astype(float)
    light = np.where(pixels[3] > 0, pixels[:3].min(axis=0), 0.0)
    srs = reference(dataset.GetProjection())
    move = osr.CoordinateTransformation(reference("EPSG:4326"), srs)
    unit = 111_320.0 if srs.IsGeographic() else 1.0
    centres_y, centres_x = np.mgrid[: light.shape[0], : light.shape[1]] + 0.5
    errors = []
    for lon, lat in sample.marks:
        x, y, _ = move.TransformPoint(float(lon), float(lat))
        column, row = (x - transform[0]) / transform[1], (y - transform[3]) / transform[5]
        c, r = int(column), int(row)
        near = np.s_[max(r - 6, 0) : max(r + 7, 0), max(c - 6, 0) : max(c + 7, 0)]
        weight = (light[near] - 180.0).clip(0.0)
        if weight.sum() < 500.0:
            errors.append(np.inf)
            continue
        found = np.array([(centres_x[near] * weight).sum(), (centres_y[near] * weight).sum()]) / weight.sum()
        east = (found[0] - column) * transform[1] * unit * (np.cos(np.radians(lat)) if unit > 1.0 else 1.0)
        errors.append(float(np.hypot(east, (found[1] - row) * transform[5] * unit)) / sample.pixel)
    return np.array(errors)
