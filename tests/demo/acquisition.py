# SPDX-License-Identifier: GPL-2.0-or-later
"""How a satellite sees the invented country: where its picture lies, the sun, the haze and the clouds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import numpy as np
from osgeo import gdal, osr

from .geography import ORIGIN
from .landscape import Country
from .noise import Array, fbm, smooth
from .seasons import Moment

gdal.UseExceptions()
UTM = 32630
EARTH_RADIUS, ALTITUDE = 6371.0, 694.0  # km; the same orbit for Pléiades and SPOT 6-7


@cache
def transformation(source: int, target: int) -> osr.CoordinateTransformation:
    """Between EPSG codes, x east and y north whatever the authority's order."""
    systems = []
    for code in (source, target):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    return osr.CoordinateTransformation(*systems)


def transform(points, source: int, target: int) -> list[tuple[float, float]]:
    return [
        (x, y) for x, y, _ in transformation(source, target).TransformPoints([(float(x), float(y)) for x, y in points])
    ]


@dataclass(frozen=True)
class Frame:
    """A picture on the ground: an affine geotransform (GDAL's order) in some projection, and what of it was seen."""

    width: int
    height: int
    epsg: int
    geotransform: tuple[float, float, float, float, float, float]
    seen: tuple[tuple[float, float], ...] | None = None  # corners in EPSG:32630, None when the picture is full

    def corners(self) -> list[tuple[float, float]]:
        """In the frame's projection: top left, top right, bottom right, bottom left."""
        return [self._at(c, r) for c, r in ((0, 0), (self.width, 0), (self.width, self.height), (0, self.height))]

    def _at(self, col, row):
        x0, xc, xr, y0, yc, yr = self.geotransform
        return x0 + xc * col + xr * row, y0 + yc * col + yr * row

    def ground(self, col: Array, row: Array) -> tuple[Array, Array]:
        """Metres in EPSG:32630 of picture positions (0, 0 is the top left corner of the first pixel)."""
        x, y = self._at(col.astype(float), row.astype(float))
        if self.epsg == UTM:
            return x, y
        c, r = (g.ravel() for g in np.meshgrid(np.linspace(0, self.width, 9), np.linspace(0, self.height, 9)))
        known = np.array(transform(zip(*self._at(c, r)), self.epsg, UTM))
        terms = [(i, j) for i in range(5) for j in range(5 - i)]  # millimetres off, over 100 km

        def powers(u, v):
            return np.stack([(u / self.width) ** i * (v / self.height) ** j for i, j in terms], -1)

        fit, *_ = np.linalg.lstsq(powers(c, r), known, rcond=None)
        found = powers(col, row) @ fit
        return found[..., 0], found[..., 1]

    def pixel_size(self) -> float:
        x, y = self.ground(np.array([self.width / 2, self.width / 2 + 1]), np.array([self.height / 2] * 2))
        return float(np.hypot(x[1] - x[0], y[1] - y[0]))


def tilted_corners(
    lon: float, lat: float, width: float, length: float, tilt: float, skew: float = 0.0
) -> list[tuple[float, float]]:
    """Corners in EPSG:32630 of a swath seen on a descending orbit: top left, top right, bottom right, bottom left.

    ``width`` and ``length`` in metres, ``tilt`` in degrees clockwise from north, ``skew`` (tangent) of the lines.
    """
    ((cx, cy),) = transform([(lon, lat)], 4326, UTM)
    a = math.radians(tilt)
    along, across = (math.sin(a), math.cos(a)), (math.cos(a), -math.sin(a))
    out = []
    for sx, sy in ((-1, 1), (1, 1), (1, -1), (-1, -1)):
        u, v = sx * width / 2, sy * length / 2 + skew * sx * width / 2
        out.append((cx + u * across[0] + v * along[0], cy + u * across[1] + v * along[1]))
    return out


def tilted_frame(corners: list[tuple[float, float]], longest: int) -> Frame:
    """The picture of an acquisition: it fills its frame."""
    (x0, y0), (x1, y1), _, (x3, y3) = corners
    across, along = math.dist(corners[0], corners[1]), math.dist(corners[0], corners[3])
    size = max(across, along) / longest
    w, h = round(across / size), round(along / size)
    return Frame(w, h, UTM, (x0, (x1 - x0) / w, (x3 - x0) / h, y0, (y1 - y0) / w, (y3 - y0) / h))


def north_up_frame(corners: list[tuple[float, float]], epsg: int, longest: int, full: bool = False) -> Frame:
    """The picture of an ortho product: black beyond the swath, unless it was cut inside it (``full``)."""
    points = transform(corners, UTM, epsg)
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    x0, x1, y0, y1 = (xs[1], xs[2], ys[1], ys[2]) if full else (xs[0], xs[3], ys[0], ys[3])
    stretch = math.cos(math.radians((y0 + y1) / 2)) if epsg == 4326 else 1.0
    size = max((x1 - x0) * stretch, y1 - y0) / longest
    w, h = round((x1 - x0) * stretch / size), round((y1 - y0) / size)
    return Frame(w, h, epsg, (x0, (x1 - x0) / w, 0.0, y1, 0.0, (y0 - y1) / h), None if full else tuple(corners))


def sun(when: datetime, lon: float, lat: float) -> tuple[float, float]:
    """Azimuth and elevation in degrees (Spencer's series, within half a degree)."""
    day = when.timetuple().tm_yday
    g = 2 * math.pi * (day - 1) / 365
    declination = (
        0.006918
        - 0.399912 * math.cos(g)
        + 0.070257 * math.sin(g)
        - 0.006758 * math.cos(2 * g)
        + 0.000907 * math.sin(2 * g)
    )
    minutes = 229.18 * (
        0.000075
        + 0.001868 * math.cos(g)
        - 0.032077 * math.sin(g)
        - 0.014615 * math.cos(2 * g)
        - 0.040849 * math.sin(2 * g)
    )
    hour = math.radians((when.hour * 60 + when.minute + minutes + 4 * lon) / 4 - 180)
    phi = math.radians(lat)
    elevation = math.asin(
        math.sin(phi) * math.sin(declination) + math.cos(phi) * math.cos(declination) * math.cos(hour)
    )
    azimuth = math.atan2(math.sin(hour), math.cos(hour) * math.sin(phi) - math.tan(declination) * math.cos(phi))
    return math.degrees(azimuth) + 180, math.degrees(elevation)


def off_nadir(incidence: float) -> float:
    """Angle at the satellite for an angle on the ground, in degrees, on a round earth."""
    return math.degrees(math.asin(math.sin(math.radians(incidence)) * EARTH_RADIUS / (EARTH_RADIUS + ALTITUDE)))


@dataclass(frozen=True)
class Sky:
    cloud: float  # part of the seen ground, 0 to 1
    haze: float = 0.08
    size: float = 5000.0  # metres, of the clouds
    seed: int = 1


def photograph(country: Country, frame: Frame, moment: Moment, sky: Sky, oversample: int) -> Array:
    """(3, height, width) uint8, black where nothing was seen."""
    step = 1.0 / oversample
    col, row = np.meshgrid(
        (np.arange(frame.width * oversample) + 0.5) * step, (np.arange(frame.height * oversample) + 0.5) * step
    )
    gx, gy = frame.ground(col, row)
    x, y = (gx - ORIGIN[0]).astype(np.float32), (gy - ORIGIN[1]).astype(np.float32)
    res = frame.pixel_size() * step
    image = country.look(x, y, res, moment)[:3]
    image = overcast(image, x, y, res, moment, sky, inside(frame, gx, gy))
    h, w = frame.height, frame.width
    image = image.reshape(3, h, oversample, w, oversample).mean((2, 4))
    pixels = developed(image)
    if frame.seen is not None:
        centre = slice(oversample // 2, None, oversample)
        pixels *= inside(frame, gx[centre, centre], gy[centre, centre])[None]
    return pixels


def inside(frame: Frame, x: Array, y: Array) -> Array:
    seen = np.ones(x.shape, bool)
    if frame.seen is not None:
        for (ax, ay), (bx, by) in zip(frame.seen, (*frame.seen[1:], frame.seen[0])):
            seen &= (x - ax) * (by - ay) - (y - ay) * (bx - ax) >= 0
    return seen


def overcast(image: Array, x: Array, y: Array, res: float, moment: Moment, sky: Sky, seen: Array) -> Array:
    veil = np.array([0.155, 0.175, 0.205], np.float32)[:, None, None]
    thickness = np.clip(sky.haze * (1 + 0.6 * fbm(x, y, 24_000, 3, sky.seed + 7, res)), 0, 0.9)
    if sky.cloud > 0:
        field = _cloud_field(x, y, res, sky)
        level = np.quantile(field[seen][::7], 1 - sky.cloud)
        cover = smooth(level - 0.13, level + 0.13, field)
        distance = 0.25 * sky.size / math.tan(math.radians(moment.sun_elevation))
        towards = math.radians(moment.sun_azimuth)
        dx, dy = np.float32(distance * math.sin(towards)), np.float32(distance * math.cos(towards))
        shadow = smooth(level - 0.02, level + 0.15, _cloud_field(x + dx, y + dy, res, sky))
        image = image * (1 - 0.6 * shadow)[None]
        lit = field - _cloud_field(x + dx * 0.2, y + dy * 0.2, res, sky)
        white = np.clip(0.40 + 0.55 * (field - level) + 1.1 * lit, 0.24, 0.85)
        image = image * (1 - thickness) + veil * thickness
        return image * (1 - cover) + white * np.array([1, 1.005, 1.02], np.float32)[:, None, None] * cover
    return image * (1 - thickness) + veil * thickness


def _cloud_field(x: Array, y: Array, res: float, sky: Sky) -> Array:
    drift = 0.35 * sky.size
    wx = x + drift * fbm(x, y, sky.size, 3, sky.seed + 20, res)
    wy = y * 1.25 + drift * fbm(x, y, sky.size, 3, sky.seed + 30, res)
    bank = fbm(x, y, sky.size * 6, 2, sky.seed + 40, res)
    return 0.35 * bank + fbm(wx, wy, sky.size, 8, sky.seed + 50, res, 0.62)


def developed(reflectance: Array) -> Array:
    """Reflectance as a browse picture shows it."""
    path = np.array([0.008, 0.015, 0.027], np.float32)[:, None, None]
    return (255 * (1 - np.exp(-(reflectance + path) / 0.20)) ** 0.74).astype(np.uint8)
