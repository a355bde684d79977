# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a quicklook lies on the ground, decided by evidence and never by habit.

1. Projection metadata: the picture is north-up in that projection.
2. Empty wedges that fit the footprint: the picture is north-up and fills the footprint's bounding box, in
   longitude/latitude or in the local UTM zone, whichever the wedges fit better.
3. A picture that fills its frame and has the footprint's aspect is in the acquisition frame: its corners are the
   footprint's corners, fitted in metres (in degrees the same four corners misplace a 60 km scene by two pixels).
4. Otherwise the bounding box, and the placement is approximate.

Ground positions are x east, y north. Pixel positions are column, row from the outer corner of the top-left pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from . import wedges
from .errors import InvalidPicture
from .ground import corners, tidy, utm_zone
from .scene import Grid
from .wedges import Mask, Picture, Points

Project = Callable[[str, Points], Points]
"""Longitude/latitude (n, 2) to the CRS named first (authority code or WKT); not finite where, or if, it cannot."""

Bounds = tuple[float, float, float, float]
Size = tuple[int, int]  # columns, rows
Gcp = tuple[float, float, float, float]  # column, row, x, y

GRID = "grid"  # the box given by the projection metadata
GRID_CRS = "grid_crs"  # the projection is given, the box is the footprint's in it
WEDGES_LON_LAT = "wedges_lon_lat"
WEDGES_UTM = "wedges_utm"
CORNERS = "corners"
BOX = "box"  # no evidence: approximate

LON_LAT = "EPSG:4326"
_ASPECT = 0.03
_OVERLAP = 0.5  # metadata whose box shares less with the footprint's contradicts it
_STEPS = np.linspace(0.0, 1.0, 5)


@dataclass(frozen=True)
class Placement:
    """Where a picture of ``size`` (columns, rows) lies: by ``bounds`` when it is north-up in ``crs``, else by ``gcps``
    (column, row, x, y), a regular grid of 5 × 5 over the whole picture.

    ``outline`` is what of the picture is a picture (pixels), None when all is, or nobody knows.
    """

    crs: str
    size: Size
    evidence: str
    bounds: Bounds | None = None
    gcps: tuple[Gcp, ...] = ()
    approximate: bool = False
    outline: BaseGeometry | None = None

    @property
    def geotransform(self) -> tuple[float, float, float, float, float, float] | None:
        """As GDAL has it; None when the picture is not north-up."""
        if self.bounds is None:
            return None
        xmin, ymin, xmax, ymax = self.bounds
        return (xmin, (xmax - xmin) / self.size[0], 0.0, ymax, 0.0, (ymin - ymax) / self.size[1])


def place(
    picture: Picture, footprint: BaseGeometry | None, own: Grid | None, scene: Grid | None, project: Project
) -> Placement:
    """``own`` and ``scene`` are the projection metadata of the picture itself and of the scene's full image.

    Raises :class:`InvalidPicture` when nothing can place the picture.
    """
    shape, size, masks = tidy(footprint), (picture.shape[1], picture.shape[0]), wedges.empty_masks(picture)
    for grid in (own, scene):
        if grid is not None:
            box = grid.bbox or (scene.bbox if scene is not None and scene.crs == grid.crs else None)
            certain = grid is own and grid.bbox is not None
            placement = _by_grid(size, masks, grid.crs, box, certain, shape, project)
            if placement is not None:
                return placement
    if shape is None:
        raise InvalidPicture("", "neither a usable footprint nor projection metadata")
    return _by_footprint(size, masks, shape, project)


def opacity(picture: Picture, placement: Placement) -> Mask:
    """The pixels to show: neither transparent, nor outside the outline, nor in the fringe that JPEG leaves along it."""
    shown: Mask = picture[..., 3] >= 128
    masks = wedges.empty_masks(picture)
    if placement.outline is None:
        for empty in masks:
            if wedges.leaves_wedges(empty):
                shown = shown & ~wedges.reached_from_border(empty)
        return shown
    fringe = ~wedges.inside(placement.outline.buffer(-wedges.FRINGE), shown.shape)
    for empty in masks:
        shown = shown & ~(fringe & wedges.reached_from_border(empty))
    return shown & wedges.inside(placement.outline, shown.shape)


def _by_grid(
    size: Size,
    masks: list[Mask],
    crs: str,
    box: Bounds | None,
    certain: bool,
    shape: BaseGeometry | None,
    project: Project,
) -> Placement | None:
    """None where the metadata says too little, or contradicts the footprint. A box that is the full image's, not the
    picture's own (``certain``), and has another aspect than the picture makes the placement approximate."""
    if shape is None:
        return None if box is None else Placement(crs, size, GRID, box, approximate=_misfit(box, size, certain))
    area = _moved(shape, crs, project)
    if area is None or (box is not None and _overlap(box, area.bounds) < _OVERLAP):
        return None
    bounds, evidence = (area.bounds, GRID_CRS) if box is None else (box, GRID)
    outline = _in_pixels(area, bounds, size)
    if any(match.holds for match in _matches(masks, outline)):
        return Placement(crs, size, evidence, bounds, outline=outline)
    return Placement(crs, size, evidence, bounds, approximate=_misfit(bounds, size, certain))


def _by_footprint(size: Size, masks: list[Mask], shape: BaseGeometry, project: Project) -> Placement:
    utm = utm_zone(shape)
    area = _moved(shape, utm, project)
    if area is None:
        raise InvalidPicture("", f"the footprint cannot be drawn in {utm}")
    boxes = {WEDGES_UTM: area, WEDGES_LON_LAT: shape}
    outlines = {evidence: _in_pixels(drawn, drawn.bounds, size) for evidence, drawn in boxes.items()}
    matches = [(match, evidence) for evidence in boxes for match in _matches(masks, outlines[evidence])]
    fits = [(match.offset, evidence) for match, evidence in matches if match.holds]

    def in_box(box: str, evidence: str, **told: Any) -> Placement:
        xmin, ymin, xmax, ymax = boxes[box].bounds
        if box == WEDGES_UTM:
            return Placement(utm, size, evidence, (xmin, ymin, xmax, ymax), **told)
        gcps = _gcps(size, lambda uv: project(utm, np.array([xmin, ymax]) + uv * [xmax - xmin, ymin - ymax]))
        if not np.isfinite(gcps).all():
            raise InvalidPicture("", f"the footprint cannot be drawn in {utm}")
        return Placement(utm, size, evidence, gcps=gcps, **told)

    if fits:
        best = min(fits)[1]
        return in_box(best, best, outline=outlines[best])
    # Wedges are where they should be, but not their edges (a black sea?): nobody can tell whether the frame is filled.
    unclear = any(match.empty >= wedges.EMPTY for match, _ in matches)
    quad = corners(area)
    if quad is not None and not unclear and not any(map(wedges.leaves_wedges, masks)):
        sides = np.hypot(*(np.roll(quad, -1, axis=0) - quad).T)
        if _off_aspect((sides[0] + sides[2]) / (sides[1] + sides[3]), size) <= _ASPECT:
            return Placement(utm, size, CORNERS, gcps=_gcps(size, _homography(quad)))
    return in_box(min(boxes, key=lambda box: _off_aspect(_aspect(boxes[box].bounds), size)), BOX, approximate=True)


def _matches(masks: list[Mask], outline: BaseGeometry) -> list[wedges.Match]:
    found = (wedges.match(empty, outline) for empty in masks)
    return [match for match in found if match is not None]


def _moved(shape: BaseGeometry, crs: str, project: Project) -> BaseGeometry | None:
    """The footprint's vertices in another CRS; None where they have no place in it."""
    moved = shape if crs == LON_LAT else shapely.transform(shape, lambda xy: project(crs, xy))
    return moved if np.isfinite(shapely.get_coordinates(moved)).all() and moved.area > 0.0 else None


def _in_pixels(area: BaseGeometry, bounds: Bounds, size: Size) -> BaseGeometry:
    xmin, ymin, xmax, ymax = bounds
    scale = np.array([size[0] / (xmax - xmin), size[1] / (ymin - ymax)])
    return shapely.transform(area, lambda xy: (xy - [xmin, ymax]) * scale)


def _gcps(size: Size, ground: Callable[[Points], Points]) -> tuple[Gcp, ...]:
    """``ground`` takes positions in the picture as shares of its width and height, from the top-left corner."""
    shares = np.array([(u, v) for v in _STEPS for u in _STEPS])
    return tuple((u * size[0], v * size[1], x, y) for (u, v), (x, y) in zip(shares.tolist(), ground(shares).tolist()))


def _homography(quad: Points) -> Callable[[Points], Points]:
    """The perspective that brings the unit square's corners (top-left, then clockwise) to those of ``quad``."""
    middle = quad.mean(axis=0)
    rows, values = [], []
    for (u, v), (x, y) in zip(((0, 0), (1, 0), (1, 1), (0, 1)), (quad - middle).tolist()):
        rows += [[u, v, 1, 0, 0, 0, -u * x, -v * x], [0, 0, 0, u, v, 1, -u * y, -v * y]]
        values += [x, y]
    h = np.append(np.linalg.solve(np.array(rows, dtype=float), np.array(values)), 1.0).reshape(3, 3)

    def ground(uv: Points) -> Points:
        xyw = np.column_stack([uv, np.ones(len(uv))]) @ h.T
        return np.asarray(xyw[:, :2] / xyw[:, 2:] + middle)

    return ground


def _overlap(a: Bounds, b: Bounds) -> float:
    """Shared area against the smaller of two boxes."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return max(width, 0.0) * max(height, 0.0) / smaller


def _aspect(bounds: Bounds) -> float:
    return (bounds[2] - bounds[0]) / (bounds[3] - bounds[1])


def _off_aspect(aspect: float, size: Size) -> float:
    """How far an aspect (width / height) is from the picture's, as a share, symmetric."""
    ratio = float(aspect) * size[1] / size[0]
    return max(ratio, 1.0 / ratio) - 1.0


def _misfit(bounds: Bounds, size: Size, certain: bool) -> bool:
    return not certain and _off_aspect(_aspect(bounds), size) > _ASPECT
