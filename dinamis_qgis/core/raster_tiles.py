# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiles of one image that nobody describes (OpenSPOT, IGN): files of one folder that fit together as one raster."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Sequence
from dataclasses import replace

import shapely

from .dimap_tiles import MAX_SIDE
from .product import Product

_SHARED = (
    "mission", "acquisitions", "level", "spectral_mode", "data_type", "nodata", "crs", "gsd", "bands", "has_palette",
)  # fmt: skip
_OFF_GRID = 0.02  # pixels
_OVERLAP = 0.02  # of a tile: neighbours may share a margin


def assembled(images: Sequence[Product]) -> list[Product]:
    """Tiles of one image become one product; the others stay as they are."""
    groups: dict[tuple, list[Product]] = {}
    for image in images:
        key = (posixpath.dirname(image.path), *(getattr(image, name) for name in _SHARED))
        groups.setdefault(key, []).append(image)
    found: list[Product] = []
    for group in groups.values():
        whole = _whole(group) if len(group) > 1 else None
        found += [whole] if whole is not None else group
    return sorted(found, key=lambda image: image.path)


def _whole(tiles: Sequence[Product]) -> Product | None:
    """None where they are not on one grid, or lie on one another: images of their own."""
    first = tiles[0].geotransform
    if first is None or first[2] or first[4] or first[5] >= 0 or any(tile.has_palette for tile in tiles):
        return None
    _, width, _, _, _, height = first
    left = min(tile.geotransform[0] for tile in tiles if tile.geotransform)
    top = max(tile.geotransform[3] for tile in tiles if tile.geotransform)
    placed = []
    for tile in tiles:
        transform = tile.geotransform
        if transform is None or transform[1:3] != first[1:3] or transform[4:] != first[4:]:
            return None
        column, row = (transform[0] - left) / width, (transform[3] - top) / height
        if abs(column - round(column)) > _OFF_GRID or abs(row - round(row)) > _OFF_GRID:
            return None
        placed.append((tile, (round(column), round(row), tile.columns, tile.rows)))
    columns = max(window[0] + window[2] for _, window in placed)
    rows = max(window[1] + window[3] for _, window in placed)
    outlines = [tile.outline for tile in tiles if tile.outline is not None]
    outline = shapely.unary_union(outlines)
    together = sum(shape.area for shape in outlines)
    if max(columns, rows) > MAX_SIDE or together - outline.area > _OVERLAP * together:
        return None
    files = tuple(
        replace(tile.tiles[0], row=number, column=1, window=window) for number, (tile, window) in enumerate(placed, 1)
    )
    return replace(
        tiles[0],
        path=_pattern(tiles),
        columns=columns,
        rows=rows,
        tile_size=(math.gcd(*(t.columns for t in tiles)), math.gcd(*(t.rows for t in tiles))),
        tiles=files,
        geotransform=(left, width, 0.0, top, 0.0, height),
        outline=outline,
    )


def _pattern(tiles: Sequence[Product]) -> str:
    """One path for all of them, an asterisk where their names differ."""
    paths = [tile.path for tile in tiles]
    start = posixpath.commonprefix(paths)
    end = posixpath.commonprefix([path[: len(start) - 1 : -1] for path in paths])[::-1]
    return f"{start}*{end}"
