# SPDX-License-Identifier: GPL-2.0-or-later
"""What a picture's empty pixels tell: whether its content has the outline that a footprint announces.

Pictures are arrays (rows, columns, RGBA) of bytes. Outlines are polygons in pixels: x to the right, y downwards, (0, 0)
at the outer corner of the top-left pixel. Quicklooks are often JPEG: "black" is near black, and edges ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

Picture = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Points = npt.NDArray[np.float64]  # (n, 2)

_NEAR = 24  # levels from pure black or white: JPEG at quality 60 rings so far beside an edge
_DEPTH = 3.0  # px: a wedge thinner than this proves nothing
_SAMPLES = 400  # along the outline
_SEEN = 0.3  # share of the outline where the edge must be seen: a dark sea may hide the rest of it
EMPTY = 0.8  # share of the expected wedges that must be empty
_BITTEN = 0.25  # share of the empty border that may bite into the content's convex hull
FRINGE = 3.0  # px that JPEG blurs along an edge


@dataclass(frozen=True)
class Match:
    """How the empty pixels fit an outline. ``offset`` is the mean distance between the two edges, in pixels."""

    seen: float  # share of the outline where the edge is found beside it
    empty: float  # share of what lies outside the outline that is empty
    offset: float

    @property
    def holds(self) -> bool:
        return self.seen >= _SEEN and self.empty >= EMPTY


def empty_masks(picture: Picture) -> list[Mask]:
    """What may be "no data" in the picture, one mask a reading: transparent, black, white."""
    red, green, blue, alpha = np.moveaxis(picture, 2, 0)
    clear = alpha < 128
    black = clear | (np.maximum(np.maximum(red, green), blue) <= _NEAR)
    white = clear | (np.minimum(np.minimum(red, green), blue) >= 255 - _NEAR)
    return [mask for mask in (clear, black, white) if mask.any()]


def match(empty: Mask, outline: BaseGeometry) -> Match | None:
    """Compare the empty pixels with an outline; None when the outline leaves no wedge deep enough to compare."""
    tolerance = max(_DEPTH, 0.01 * max(empty.shape))
    offsets = _edge_offsets(empty, outline, reach=2.0 * tolerance)
    outside = ~inside(outline, empty.shape)
    if offsets is None or not outside.any():
        return None
    return Match(float(np.mean(offsets <= tolerance)), float(empty[outside].mean()), float(offsets.mean()))


def inside(outline: BaseGeometry, shape: tuple[int, ...]) -> Mask:
    """The pixels whose centre lies within the outline (even-odd rule)."""
    rows, columns = shape[:2]
    result = np.zeros((rows, columns), dtype=bool)
    centres = np.arange(columns) + 0.5
    for start, end in _segments(outline):
        (x0, y0), (x1, y1) = (start, end) if start[1] <= end[1] else (end, start)
        first, last = np.clip(np.ceil([y0 - 0.5, y1 - 0.5]), 0, rows).astype(int)
        if last > first:
            crossings = x0 + (x1 - x0) * (np.arange(first, last) + 0.5 - y0) / (y1 - y0)
            result[first:last] ^= centres > crossings[:, None]
    return result


def reached_from_border(empty: Mask) -> Mask:
    """Empty pixels that a row or a column reaches from the frame without crossing content (lone specks are none)."""
    calm = _smoothed(empty)
    along = np.logical_and.accumulate
    return np.asarray(
        along(calm, axis=1)
        | along(calm[:, ::-1], axis=1)[:, ::-1]
        | along(calm, axis=0)
        | along(calm[::-1], axis=0)[::-1],
        dtype=bool,
    )


def leaves_wedges(empty: Mask) -> bool:
    """Whether empty pixels leave a convex content, as that of a scene turned or padded within its frame is.

    Such a content leaves two opposite corners empty at the least. A dark sea lies on one side, and its coast bites into
    the content, as clouds at the border do.
    """
    border = reached_from_border(empty)
    a, b, c, d = (bool(border[row, column]) for row in (0, -1) for column in (0, -1))
    if border.mean() < 0.01 or not (a and d or b and c):
        return False
    content = ~border
    rows = np.flatnonzero(content.any(axis=1))
    if not rows.size:
        return True
    first = content[rows].argmax(axis=1)
    last = content.shape[1] - content[rows][:, ::-1].argmax(axis=1)
    sides = [np.column_stack([x, y]) for x in (first, last) for y in (rows, rows + 1)]
    hull = shapely.MultiPoint(np.concatenate(sides)).convex_hull
    return bool(hull.area - content.sum() <= _BITTEN * border.sum())


def _edge_offsets(empty: Mask, outline: BaseGeometry, reach: float) -> Points | None:
    """For points along the outline, how far from it the picture passes from empty to content, in pixels (``reach``
    where it does not). Points with no room beside them within the frame are left out; None when they are nearly all."""
    points, inwards = _samples(outline)
    steps = np.arange(-reach, reach + 0.25, 0.5)
    where = np.floor(points[:, None, :] + steps[None, :, None] * inwards[:, None, :]).astype(int)
    rows, columns = empty.shape
    framed = (where[..., 0] >= 0) & (where[..., 0] < columns) & (where[..., 1] >= 0) & (where[..., 1] < rows)
    usable = framed[:, np.searchsorted(steps, -_DEPTH)] & framed[:, np.searchsorted(steps, _DEPTH)]
    if usable.mean() < 0.05:
        return None
    where, framed = where[usable], framed[usable]
    void = empty[where[..., 1].clip(0, rows - 1), where[..., 0].clip(0, columns - 1)]
    # The best place for the edge is where least content lies before it and least emptiness after it.
    content_before = np.pad(np.cumsum(framed & ~void, axis=1), ((0, 0), (1, 0)))
    empty_before = np.pad(np.cumsum(framed & void, axis=1), ((0, 0), (1, 0)))
    misfit = content_before + empty_before[:, -1:] - empty_before
    edge = misfit.argmin(axis=1)
    clear = misfit.min(axis=1) <= 0.2 * framed.sum(axis=1)
    return np.where(clear, np.minimum(np.abs(-reach - 0.25 + 0.5 * edge), reach), reach)


def _samples(outline: BaseGeometry) -> tuple[Points, Points]:
    """Points evenly spread along the outer rings, and the unit vectors that lead inwards from them."""
    points, inwards = [], []
    spacing = max(1.0, outline.length / _SAMPLES)
    for start, end in _segments(outline, outer_only=True):
        along = end - start
        length = float(np.hypot(*along))
        if length == 0.0:
            continue
        count = max(1, round(length / spacing))
        points.append(start + along * ((np.arange(count) + 0.5) / count)[:, None])
        inwards.append(np.tile([-along[1] / length, along[0] / length], (count, 1)))
    return np.concatenate(points), np.concatenate(inwards)


def _segments(outline: BaseGeometry, outer_only: bool = False) -> list[tuple[Points, Points]]:
    found: list[tuple[Points, Points]] = []
    parts: Any = getattr(outline, "geoms", [outline])
    for part in parts:
        polygon = orient(part)
        for ring in [polygon.exterior] if outer_only else [polygon.exterior, *polygon.interiors]:
            xy = np.asarray(ring.coords, dtype=float)[:, :2]
            found.extend(zip(xy[:-1], xy[1:]))
    return found


def _smoothed(mask: Mask) -> Mask:
    """Majority of the 3 × 3 neighbourhood."""
    padded = np.pad(mask.astype(np.uint8), 1, mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    return np.asarray(rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:] >= 5)
