# SPDX-License-Identifier: GPL-2.0-or-later
"""Repeatable textures as functions of position: the same place gives the same value in every picture.

Positions are float32 arrays in metres from a local origin, so that centimetres survive 100 km away.
"""

from __future__ import annotations

import numpy as np

Array = np.ndarray


def hashed(i: Array, j: Array, seed: int) -> Array:
    """A float32 in [0, 1) for each lattice point."""
    h = i.astype(np.int32).astype(np.uint32) * np.uint32(0x8DA6B343)
    h ^= j.astype(np.int32).astype(np.uint32) * np.uint32(0xD8163841)
    h ^= np.uint32(seed * 0xCB1AB31F & 0xFFFFFFFF)
    for shift, factor in ((13, 0x5BD1E995), (15, 0x27D4EB2F)):
        h ^= h >> np.uint32(shift)
        h *= np.uint32(factor)
    h ^= h >> np.uint32(16)
    return (h >> np.uint32(8)).astype(np.float32) * np.float32(2**-24)


def smooth(edge0: float | Array, edge1: float | Array, value: Array) -> Array:
    """0 at ``edge0``, 1 at ``edge1``, in either order."""
    span = np.asarray(edge1 - edge0, np.float32)
    t = np.clip((value - edge0) / np.where(span == 0, np.float32(1e-6), span), 0.0, 1.0)
    return t * t * (3 - 2 * t)


def value_noise(x: Array, y: Array, scale: float, seed: int) -> Array:
    """In [-1, 1], with one bump every ``scale`` metres."""
    u, v = x / np.float32(scale), y / np.float32(scale)
    i, j = np.floor(u), np.floor(v)
    f, g = u - i, v - j
    f, g = f * f * f * (f * (f * 6 - 15) + 10), g * g * g * (g * (g * 6 - 15) + 10)
    i, j = i.astype(np.int32), j.astype(np.int32)
    low = hashed(i, j, seed) * (1 - f) + hashed(i + 1, j, seed) * f
    high = hashed(i, j + 1, seed) * (1 - f) + hashed(i + 1, j + 1, seed) * f
    return (low * (1 - g) + high * g) * 2 - 1


def fbm(x: Array, y: Array, scale: float, octaves: int, seed: int, res: float = 0.0, gain: float = 0.5) -> Array:
    """Sum of octaves, about [-1, 1]. Those under two pixels of ``res`` metres are left out: they average to zero."""
    total, weight, norm = np.zeros_like(x), 1.0, 0.0
    for octave in range(octaves):
        norm += weight
        if scale >= 2 * res:
            total += np.float32(weight) * value_noise(x, y, scale, seed + octave)
        x, y = 0.8 * x - 0.6 * y + 37.1, 0.6 * x + 0.8 * y + 11.7
        weight *= gain
        scale *= 0.53
    return total / np.float32(norm)


def cells(x: Array, y: Array, size: float, seed: int, jitter: float = 0.8) -> tuple[Array, Array, Array, Array]:
    """Voronoi cells: lattice indices (i, j), distance to the seed, distance to the nearest border (metres)."""
    u, v = x / np.float32(size), y / np.float32(size)
    bi, bj = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    best = np.full(x.shape, 9.0, np.float32)
    second = best.copy()
    ci, cj = bi.copy(), bj.copy()
    for di in (-1, 0, 1):
        for dj in (-1, 0, 1):
            i, j = bi + di, bj + dj
            px = i + np.float32(0.5) + (hashed(i, j, seed) - np.float32(0.5)) * np.float32(jitter)
            py = j + np.float32(0.5) + (hashed(i, j, seed + 1) - np.float32(0.5)) * np.float32(jitter)
            d = np.hypot(u - px, v - py)
            nearer = d < best
            second = np.where(nearer, best, np.minimum(second, d))
            ci, cj = np.where(nearer, i, ci), np.where(nearer, j, cj)
            best = np.where(nearer, d, best)
    return ci, cj, best * np.float32(size), (second - best) * np.float32(size / 2)


class Lines:
    """Distances to polylines. Exact within ``band`` metres of them, taken from a coarse grid beyond."""

    def __init__(self, lines: list[list[tuple[float, float]]], widths: list[float] | None = None, band: float = 900.0):
        ends, widths = [], widths or [0.0] * len(lines)
        for line, width in zip(lines, widths):
            for k, (a, b) in enumerate(zip(line, line[1:])):
                ends.append(
                    (
                        *a,
                        *b,
                        width * (0.25 + 0.75 * k / (len(line) - 1)),
                        width * (0.25 + 0.75 * (k + 1) / (len(line) - 1)),
                    )
                )
        self._segments = np.array(ends, np.float32)
        self._band, self._step, self._reach = band, 250.0, 130_000.0
        axis = np.arange(-self._reach, self._reach + 1, self._step, dtype=np.float32)
        gx, gy = np.meshgrid(axis, axis)
        self._grid = self._measure(gx.ravel(), gy.ravel())[0].reshape(gx.shape)

    def _measure(self, x: Array, y: Array) -> tuple[Array, Array]:
        best, width = np.full(x.shape, 1e9, np.float32), np.zeros(x.shape, np.float32)
        for ax, ay, bx, by, wa, wb in self._segments:
            dx, dy = bx - ax, by - ay
            t = np.clip(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1)
            d = np.hypot(x - ax - t * dx, y - ay - t * dy)
            nearer = d < best
            best[nearer] = d[nearer]
            width[nearer] = (wa + (wb - wa) * t)[nearer]
        return best, width

    def distance(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Distance to the nearest line and that line's width there (tapering from its first point), in metres."""
        limit = len(self._grid) - 2
        u, v = (x + self._reach) / self._step, (y + self._reach) / self._step
        i, j = np.clip(u.astype(np.int32), 0, limit), np.clip(v.astype(np.int32), 0, limit)
        f, g = np.clip(u - i, 0, 1), np.clip(v - j, 0, 1)
        d = (self._grid[j, i] * (1 - f) + self._grid[j, i + 1] * f) * (1 - g) + (
            self._grid[j + 1, i] * (1 - f) + self._grid[j + 1, i + 1] * f
        ) * g
        d, width = d.astype(np.float32), np.zeros(x.shape, np.float32)
        near = d < self._band
        if near.any():
            d[near], width[near] = self._measure(x[near], y[near])
        return d, width
