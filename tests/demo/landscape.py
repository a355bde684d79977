# SPDX-License-Identifier: GPL-2.0-or-later
"""The invented country seen from above: reflectance as a function of the ground position, so that pictures register.

Surface reflectances are (red, green, blue, near infrared), 0 to 1, roughly those of temperate land.
"""

from __future__ import annotations

import numpy as np

from . import geography as geo
from . import village
from .noise import Array, Lines, cells, fbm, hashed, smooth, value_noise
from .seasons import Moment, growing
from .surfaces import SURFACES, blend, column, mix

FINE = 4.0  # metres: below, houses and trees are drawn one by one


class Country:
    """Distances to everything drawn by hand; built once, a second or so."""

    def __init__(self) -> None:
        self._coast = Lines([[*geo.COAST, geo.COAST[0]]], band=700.0)
        self._ring = np.array(geo.COAST, np.float32)
        self._rivers = Lines([line for line, _ in geo.RIVERS], [width for _, width in geo.RIVERS], band=1300.0)
        self._expressways = Lines(geo.EXPRESSWAYS)
        self._roads = Lines(geo.ROADS)

    def look(self, x: Array, y: Array, res: float, moment: Moment) -> Array:
        """(4, …) reflectance at ``x``, ``y`` (metres from the origin) for pixels of ``res`` metres."""
        wx, wy = self._crumple(x, y, res)
        shore = self._shore(x + wx, y + wy)
        river, width = self._rivers.distance(x + wx * 0.8, y + wy * 0.8)
        bank = river - width / 2
        image = self._land(x, y, res, moment, shore, bank, wx)
        self._fresh_water(image, x, y, res, moment, bank, width, shore, wx, wy)
        self._sea(image, x, y, res, moment, shore)
        village.harbour(image, x, y, res, res < FINE)
        return image

    def shore(self, x: Array, y: Array, res: float = 50.0) -> Array:
        """Signed distance to the shore in metres, positive on land (high water; rivers are land)."""
        wx, wy = self._crumple(x, y, res)
        return self._shore(x + wx, y + wy)

    def _crumple(self, x: Array, y: Array, res: float) -> tuple[Array, Array]:
        return 3300 * fbm(x, y, 5600, 10, 11, res, 0.60), 3300 * fbm(x, y, 5600, 10, 31, res, 0.60)

    def _shore(self, x: Array, y: Array) -> Array:
        d, _ = self._coast.distance(x, y)
        d = np.where(self._inside(x, y), d, -d)
        for ix, iy, radius in geo.ISLANDS:
            d = np.maximum(d, radius - np.hypot(x - ix, y - iy))
        return d

    def _inside(self, x: Array, y: Array) -> Array:
        odd = np.zeros(x.shape, bool)
        ax, ay = self._ring[-1]
        for bx, by in self._ring:
            if ay != by:
                odd ^= ((ay > y) != (by > y)) & (x < ax + (y - ay) * (bx - ax) / (by - ay))
            ax, ay = bx, by
        return odd

    # --- land -----------------------------------------------------------------------------------

    def _land(self, x: Array, y: Array, res: float, moment: Moment, shore: Array, bank: Array, wander: Array) -> Array:
        town = self._town(x, y, res)
        image, hedge, tone = self._fields(x, y, res, moment)
        woods = self._woods(x, y, res, bank, shore)
        heath = smooth(0.10, 0.30, fbm(x, y, 2600, 4, 71, res)) * smooth(900, 150, shore) * 0.8
        blend(image, heath, "heath")
        leaf = mix("bare wood", "wood", moment.summer)
        crowns = 1 + 0.25 * fbm(x, y, 160, 3, 87, res)
        if res < FINE:
            crowns = crowns * village.canopy(x, y, res)
        conifers = smooth(0.05, 0.25, fbm(x, y, 1500, 3, 81, res))
        canopy = column(leaf) * (1 - conifers) + column(SURFACES["conifer"]) * conifers
        cover = np.maximum(woods, hedge * (1 - town))
        image[:] = image * (1 - cover) + canopy * crowns * cover
        image *= (1 + self._relief(x, y, res, moment, bank))[None]
        blend(image, smooth(160, 30, shore) * smooth(-0.1, 0.3, fbm(x, y, 700, 3, 93, res)) * 0.8, "rock")
        self._built(image, x, y, res, moment, town, tone)
        self._ways(image, x, y, res, woods, town)
        return image

    def _fields(self, x: Array, y: Array, res: float, moment: Moment) -> tuple[Array, Array, Array]:
        """Parcels, in blocks with a direction each. Returns reflectance, hedge cover and a number a parcel."""
        bx, by = x + 70 * value_noise(x, y, 700, 41), y + 70 * value_noise(x, y, 700, 42)
        ci, cj, _, border = cells(bx, by, 980, 43, 0.95)
        angle = hashed(ci, cj, 44) * np.float32(np.pi)
        u = bx * np.cos(angle) + by * np.sin(angle)
        v = by * np.cos(angle) - bx * np.sin(angle)
        height = 65 + 120 * hashed(ci, cj, 45) ** 1.3
        row = np.floor(v / height)
        key = (ci * 57 + cj * 101 + row.astype(np.int32)).astype(np.int32)
        length = 80 + 420 * hashed(key, ci, 46) ** 2
        shifted = u / length + hashed(key, cj, 47)
        place = np.floor(shifted)
        parcel = hashed(key, place.astype(np.int32), 48)
        edge = np.minimum(
            np.minimum(v - row * height, (row + 1) * height - v),
            np.minimum(shifted - place, place + 1 - shifted) * length,
        )
        edge = np.minimum(edge, border)
        crops, share = growing(moment)
        turn = hashed((parcel * 65_536).astype(np.int32), np.full_like(ci, moment.year), 49)
        turn = np.clip(turn + 0.35 * fbm(x, y, 7000, 3, 57, res), 0, 0.999)
        image = column(crops[0]) * np.ones_like(x)
        low = 0.0
        kind = np.where(
            parcel < 0.42, parcel / 0.42 * share[0], share[0] + turn * (1 - share[0])
        )  # grassland stays, crops turn
        for colour, part in zip(crops, share):
            image = np.where((kind >= low)[None], column(colour), image)
            low += part
        tone = hashed((parcel * 4_194_304).astype(np.int32), ci, 50)
        within = fbm(x, y, 120, 3, 51, res)
        country = fbm(x, y, 13_000, 5, 58, res)
        image = image * (0.84 + 0.32 * tone + 0.10 * within + 0.30 * country)[None]
        if res < FINE:
            image *= (1 + 0.05 * np.sin(v * np.float32(2 * np.pi / 12.0)) * (tone > 0.35))[None]
        dense = 0.35 + 0.65 * smooth(-0.35, 0.25, fbm(x, y, 9000, 3, 55, res))  # where the bocage was kept
        kept = hashed(key, place.astype(np.int32), 56) < dense
        breadth = 5 + 7 * tone
        cover = (
            np.clip((breadth - edge) / max(res, 1.5) + 0.5, 0, 1)
            if res < 25
            else np.clip(breadth / res, 0, 1) * (edge < res / 2)
        )
        return image, cover * np.where(kept, 1.0, 0.12), tone

    def _woods(self, x: Array, y: Array, res: float, bank: Array, shore: Array) -> Array:
        rough = fbm(x, y, 2200, 8, 61, res, 0.6)
        wood = smooth(0.33, 0.34, rough + 0.12 * fbm(x, y, 400, 3, 62, res))
        for fx, fy, radius in geo.FORESTS:
            wood = np.maximum(wood, smooth(0.0, 0.02, 1 - np.hypot(x - fx, y - fy) / radius + 1.5 * rough))
        valley = smooth(230, 215, bank + 750 * rough) * (bank > 0)
        return np.maximum(wood, valley * 0.95) * smooth(60, 200, shore)

    def _relief(self, x: Array, y: Array, res: float, moment: Moment, bank: Array) -> Array:
        towards = np.radians(moment.sun_azimuth)
        dx, dy = np.float32(90 * np.sin(towards)), np.float32(90 * np.cos(towards))
        slope = fbm(x - dx, y - dy, 3000, 4, 65, res) - fbm(x + dx, y + dy, 3000, 4, 65, res)
        return np.clip(slope * 0.55 / np.tan(np.radians(moment.sun_elevation)), -0.3, 0.3)

    # --- what people built ----------------------------------------------------------------------

    def _town(self, x: Array, y: Array, res: float) -> Array:
        """How densely built, 0 to 1."""
        rough = fbm(x, y, 1300, 4, 101, res)
        town = np.zeros_like(x)
        for tx, ty, radius in geo.TOWNS:
            town = np.maximum(town, smooth(-0.12, 0.45, 1 - np.hypot(x - tx, y - ty) / radius + 1.3 * rough))
        i, j, d, _ = cells(x, y, 3900, 103)
        size = np.where(hashed(i, j, 104) < 0.8, 170 + 330 * hashed(i, j, 105) ** 2, 0)
        town = np.maximum(town, smooth(-0.2, 0.5, 1 - d / np.maximum(size, 1) + 1.1 * rough) * (size > 0))
        i, j, d, _ = cells(x, y, 620, 107, 1.0)
        size = np.where(hashed(i, j, 108) < 0.55, 22 + 40 * hashed(i, j, 109), 0.0)
        return np.maximum(town, np.clip((size - d) / np.float32(max(res, 12.0)) + 0.5, 0, 1) * 0.75 * (size > 0))

    def _built(self, image: Array, x: Array, y: Array, res: float, moment: Moment, town: Array, tone: Array) -> None:
        i, j, _, border = cells(x, y, 75 if res < 25 else max(75, res * 1.3), 111, 1.0)
        what = hashed(i, j, 112)
        town = smooth(-0.06, 0.06, town - 0.06 - 0.62 * hashed(i, j, 114))
        roof = np.where((what < 0.60)[None], column(SURFACES["slate"]), column(SURFACES["asphalt"]))
        roof = np.where((what > 0.93)[None], column(SURFACES["bright roof"]), roof)
        roof = np.where((what > 0.84)[None] & (what < 0.90)[None], column(SURFACES["tile"]), roof)
        garden = column(SURFACES["garden"])
        part = 0.38 + 0.42 * town
        fabric = roof * part + garden * (1 - part)
        fabric = fabric * (0.85 + 0.5 * hashed(i, j, 113))[None]
        if res < FINE:
            sun = village.shadow_shift(6.0, moment.sun_azimuth, moment.sun_elevation)
            village.houses(image, x, y, res, np.round(town), sun)
            return
        image[:] = image * (1 - town) + fabric * town
        k, m, _, edge = cells(x, y, 520, 115)
        works = (hashed(k, m, 116) > 0.93) & (edge > 40)  # business parks at the edge of towns
        works = works * smooth(0.02, 0.12, town) * smooth(0.75, 0.5, town)
        big = np.where((what > 0.45)[None], column(SURFACES["bright roof"]), column(SURFACES["concrete"])) * (
            0.75 + 0.4 * tone
        )
        image[:] = image * (1 - works) + big * works

    def _ways(self, image: Array, x: Array, y: Array, res: float, woods: Array, town: Array) -> None:
        wx, wy = 260 * fbm(x, y, 4200, 3, 121), 260 * fbm(x, y, 4200, 3, 122)
        for lines, breadth, colour in ((self._roads, 11.0, "asphalt"), (self._expressways, 34.0, "concrete")):
            d, _ = lines.distance(x + wx, y + wy)
            cover = (
                np.clip((breadth / 2 - d) / res + 0.5, 0, 1)
                if res < breadth
                else np.clip(breadth / res, 0.0, 1) * smooth(res, 0.25 * res, d)
            )
            blend(image, cover * 0.9, colour)

    # --- water ----------------------------------------------------------------------------------

    def _fresh_water(self, image, x, y, res, moment, bank, width, shore, wx, wy) -> None:
        cover = (
            np.clip(-bank / res + 0.5, 0, 1)
            if res < 30
            else np.clip(0.5 - bank / res, 0, 1) * np.clip(width / res * 1.5, 0, 1)
        )
        salt = smooth(5000, 500, shore) * (width > 90)
        silt = 0.55 * salt + 0.25
        colour = column(SURFACES["fresh water"]) * (1 - silt) + column(SURFACES["silt"]) * silt
        mud = (
            salt
            * smooth(-0.5 * width, -0.12 * width, bank + 0.25 * width * (0.5 - moment.tide) * 2)
            * (1 - moment.tide)
        )
        colour = colour * (1 - mud) + column(SURFACES["mud"]) * mud
        image[:] = image * (1 - cover) + colour * cover
        for px, py, radius in geo.PONDS:
            d = np.hypot(x - px + wx * 0.5, (y - py + wy * 0.5) * 1.4)
            blend(image, np.clip((radius - d) / res + 0.5, 0, 1), "fresh water")

    def _sea(self, image: Array, x: Array, y: Array, res: float, moment: Moment, shore: Array) -> None:
        streak = fbm(x, y * 2.2, 3800, 5, 131, res)
        inner = smooth(16_000, 2_000, np.hypot(x + 7_000, y - 9_500))  # the head of the bay: flat, sandy, muddy
        inner = np.maximum(inner, smooth(30_000, 9_000, np.hypot(x - 66_000, y - 27_000)))
        flat = (250 + 2700 * inner) * (0.75 + 0.5 * fbm(x, y, 1800, 4, 133, res))
        depth = -shore
        deep = smooth(0, 1, np.clip(1 - np.exp(-depth / 5200), 0, 1) + 0.16 * streak)
        water = column(SURFACES["shallows"]) * (1 - deep) + column(SURFACES["sea"]) * deep
        turbid = np.clip(
            (0.12 + 0.75 * inner)
            * np.exp(-np.maximum(depth - flat * 0.6, 0) / (900 + 2600 * inner))
            * (1 + 0.7 * streak),
            0,
            0.9,
        )
        water = water * (1 - turbid) + column(SURFACES["silt"]) * turbid
        bare = smooth(1.0, 0.86, depth / flat + moment.tide * 0.98 + 0.10 * fbm(x, y, 520, 4, 135, res))
        ripple = 1 + 0.16 * fbm(x, y, 420, 4, 136, res) + 0.10 * streak
        flats = (column(SURFACES["wet sand"]) * (1 - 0.45 * inner) + column(SURFACES["mud"]) * 0.45 * inner) * ripple
        reef = (
            smooth(0.22, 0.4, fbm(x, y, 900, 5, 137, res))
            * smooth(2600, 300, depth)
            * (1 - inner)
            * (1 - 0.75 * moment.tide)
        )
        water = water * (1 - bare) + flats * bare
        water = water * (1 - reef) + column(SURFACES["rock"]) * 0.75 * reef
        beach = smooth(0.05, 0.25, fbm(x, y, 2600, 3, 139, res) + 0.25 * inner)
        strip = smooth(-30 - res, 0, shore) * smooth(22 + res, 2, shore) * beach
        blend(image, strip * 0.85, "dry sand")
        marsh = smooth(-500, -50, shore) * smooth(0.45, 0.75, inner + 0.35 * fbm(x, y, 700, 4, 141, res))
        water = water * (1 - marsh) + column(SURFACES["marsh"]) * marsh
        sea = np.clip(0.5 - shore / res, 0, 1)
        image[:] = image * (1 - sea) + water * sea
