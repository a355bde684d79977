# SPDX-License-Identifier: GPL-2.0-or-later
"""What only a picture of half a metre shows: streets, roofs and their shadows, tree crowns, a harbour and its boats."""

from __future__ import annotations

import math

import numpy as np

from .geography import HARBOUR
from .noise import Array, cells, fbm, hashed, smooth
from .surfaces import SURFACES, blend, column

Shift = tuple[float, float]


def shadow_shift(height: float, azimuth: float, elevation: float) -> Shift:
    """From a point, where to look for what could shade it: metres towards the sun, for things of ``height`` metres."""
    reach = height / math.tan(math.radians(elevation))
    return reach * math.sin(math.radians(azimuth)), reach * math.cos(math.radians(azimuth))


def houses(image: Array, x: Array, y: Array, res: float, built: Array, sun: Shift) -> None:
    """Blocks between streets; in each, plots with a house, a garden and a few trees. ``built``: 0 to 1."""
    street, plot = _plots(x, y)
    _, shaded = _plots(x + np.float32(sun[0]), y + np.float32(sun[1]))
    lawn = (0.75 + 0.5 * hashed(plot.key, plot.key, 305))[None]
    ground = column(SURFACES["grass"]) * lawn
    ground = np.where((hashed(plot.key, plot.key, 306) < 0.3)[None], column(SURFACES["concrete"]) * 0.8 * lawn, ground)
    kind = hashed(plot.key, plot.key, 307)[None]
    roof = np.where(kind < 0.78, column(SURFACES["slate"]) * 1.15, column(SURFACES["tile"]))
    roof = np.where(kind > 0.93, column(SURFACES["bright roof"]) * 0.9, roof)
    ground = ground * (1 - 0.6 * shaded.house * (1 - plot.house))[None]
    ground = ground * (1 - plot.house) + roof * np.where(plot.lit, 1.25, 0.72)[None] * plot.house
    pavement = np.clip((8.5 - street) / res + 0.5, 0, 1)
    road = np.clip((5.5 - street) / res + 0.5, 0, 1)
    ground = ground * (1 - pavement) + column(SURFACES["concrete"]) * 0.72 * pavement
    ground = ground * (1 - road) + column(SURFACES["asphalt"]) * road
    image[:] = image * (1 - built) + ground * built
    trees(image, x, y, res, 7.5, built * (pavement < 0.5) * (plot.house < 0.5) * 0.30, sun)


class _Plots:
    def __init__(self, key: Array, house: Array, lit: Array) -> None:
        self.key, self.house, self.lit = key, house, lit


def _plots(x: Array, y: Array) -> tuple[Array, _Plots]:
    """Distance to the middle of the nearest street, and what stands on the plot there."""
    ci, cj, _, street = cells(x, y, 105, 301, 0.75)
    angle = hashed(ci, cj, 302) * np.float32(np.pi)
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    i, j = np.floor(u / 19).astype(np.int32), np.floor(v / 23).astype(np.int32)
    key = i * 7919 + j * 104_729 + ci * 31 + cj * 131
    a = u - (i + 0.5) * 19 - (hashed(key, ci, 303) - 0.5) * 4
    b = v - (j + 0.5) * 23 - (hashed(key, cj, 304) - 0.5) * 7
    half_a, half_b = 4.2 + 2.4 * hashed(key, ci, 308), 3.6 + 1.6 * hashed(key, cj, 309)
    inside = np.minimum(half_a - np.abs(a), half_b - np.abs(b))
    there = (hashed(key, key, 310) < 0.86) & (street > 14)
    lit = (b > 0) == (np.cos(angle) < 0)  # the side of the gable that looks south
    return street, _Plots(key, np.clip(inside / 0.5 + 0.5, 0, 1) * there, lit)


def trees(image: Array, x: Array, y: Array, res: float, size: float, density: Array, sun: Shift) -> None:
    """Round crowns, lit on one side, with their shadows. ``density``: the part of places that hold a tree."""

    def crown(px: Array, py: Array) -> tuple[Array, Array]:
        i, j, d, _ = cells(px, py, size, 321, 0.9)
        radius = size * (0.28 + 0.26 * hashed(i, j, 322))
        return np.clip((radius - d) / max(res, 0.4) + 0.5, 0, 1) * (hashed(i, j, 323) < density), d / radius

    cover, _ = crown(x, y)
    shade, _ = crown(x + np.float32(sun[0] * 0.8), y + np.float32(sun[1] * 0.8))
    side, _ = crown(x + np.float32(0.25 * size * np.sign(sun[0])), y + np.float32(0.25 * size * np.sign(sun[1])))
    image *= 1 - 0.55 * (shade * (1 - cover))[None]
    tint = (0.85 + 0.9 * (1 - side))[None]
    image[:] = image * (1 - cover) + column(SURFACES["wood"]) * tint * cover


def canopy(x: Array, y: Array, res: float) -> Array:
    """Brightness of a closed canopy: crowns of 9 m, dark between them."""
    _, _, d, _ = cells(x, y, 9.0, 331, 0.9)
    _, _, lit, _ = cells(x - 1.6, y + 1.6, 9.0, 331, 0.9)
    return 1.25 - 0.09 * d - 0.06 * (lit - d) + 0.2 * fbm(x, y, 40, 2, 335, res)


def harbour(image: Array, x: Array, y: Array, res: float, fine: bool) -> None:
    """A basin, its quays, two jetties; boats when the picture is fine enough. ``a`` runs seawards, ``b`` northwards."""
    hx, hy, heading = HARBOUR
    reach = (np.abs(x - hx) < 420) & (np.abs(y - hy) < 420)
    if not reach.any():
        return
    s, c = np.float32(math.sin(heading)), np.float32(math.cos(heading))
    a, b = (x - hx) * s + (y - hy) * c, (y - hy) * s - (x - hx) * c

    def box(a0: float, a1: float, b0: float, b1: float) -> Array:
        return np.clip(np.minimum(np.minimum(a - a0, a1 - a), np.minimum(b - b0, b1 - b)) / res + 0.5, 0, 1)

    def wall(a0: float, b0: float, a1: float, b1: float, width: float) -> Array:
        t = np.clip(((a - a0) * (a1 - a0) + (b - b0) * (b1 - b0)) / ((a1 - a0) ** 2 + (b1 - b0) ** 2), 0, 1)
        return np.clip((width / 2 - np.hypot(a - a0 - t * (a1 - a0), b - b0 - t * (b1 - b0))) / res + 0.5, 0, 1)

    jetties = ((-10, 118, 120, 128, 9), (120, 128, 205, 60, 9), (205, 60, 206, 20, 9), (-10, -112, 130, -120, 8))
    walls = np.maximum.reduce([wall(*jetty) for jetty in jetties])
    rocks = np.maximum.reduce([wall(60, 130, 122, 136, 20), wall(122, 134, 214, 62, 20), wall(30, -120, 135, -127, 17)])
    channel = smooth(90, 20, np.abs(b + 5 + 0.3 * (a - 130))) * smooth(60, 160, a) * smooth(420, 200, a)
    channel = channel + smooth(130, 20, np.hypot(a - 130, b + 5))
    water = np.maximum(box(-92, 122, -104, 112), np.clip(channel, 0, 1) * 0.85)
    blend(image, box(-118, 20, -128, 134), "concrete", 0.78)
    blend(image, rocks * smooth(-0.3, 0.3, fbm(x, y, 6, 2, 341, res)), "rock")
    blend(image, water, "shallows", 0.92)
    blend(image, walls, "concrete", 1.15)
    if not fine:
        return
    for k, quay in enumerate((-78, -46, -14, 18, 50, 82)):
        _pontoon(image, a, b, res, quay, -84, 86 - 9 * k, k)
    halls = ((-114, -112, 13, 70), (-114, -30, 13, 46), (-114, 30, 13, 84), (-80, 116, 60, 12))
    for k, (a0, b0, la, lb) in enumerate(halls):
        shade = box(a0 - 3, a0 + la - 3, b0 + 5, b0 + lb + 5)
        image *= (1 - 0.4 * shade)[None]
        blend(image, box(a0, a0 + la, b0, b0 + lb), "bright roof" if k % 2 else "slate", 0.9 if k % 2 else 1.3)
    i, j = np.floor(a / 2.6).astype(np.int32), np.floor(b / 6).astype(np.int32)
    cars = (hashed(i, j, 351) < 0.55) * box(-100, -94, -96, 104)
    shape = (np.abs(a / 2.6 - np.floor(a / 2.6) - 0.5) < 0.36) & (np.abs(b / 6 - np.floor(b / 6) - 0.5) < 0.36)
    blend(image, cars * shape, "bright roof", 0.7)


def _pontoon(image: Array, a: Array, b: Array, res: float, quay: float, start: float, end: float, seed: int) -> None:
    along = np.clip(np.minimum(a - start, end - a) / res + 0.5, 0, 1)
    blend(image, along * np.clip((1.1 - np.abs(b - quay)) / res + 0.5, 0, 1), "concrete", 0.9)
    place = np.floor((a - start) / 4.4)
    side = np.sign(b - quay)
    number = (place * 2 + (side > 0)).astype(np.int32)
    length = 6.5 + 5 * hashed(number, np.full_like(number, seed), 361)
    middle = np.abs(b - quay) - 1.8 - length / 2  # along the boat
    across = np.abs(a - start - (place + 0.5) * 4.4)
    beam = 1.5 * np.sqrt(np.clip(1 - (middle / (length / 2)) ** 2, 0, 1))
    hull = np.clip((beam - across) / res + 0.5, 0, 1) * (np.abs(middle) < length / 2) * along
    hull = hull * (hashed(number, np.full_like(number, seed), 362) < 0.8)
    blend(image, hull, "bright roof", 1.15)
    cabin = hull * (np.abs(middle + 0.5) < length * 0.16) * (across < 0.8)
    blend(image, cabin, "asphalt", 0.8)
