# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the images of a mosaic lie: one CRS, one grid of pixels, and the piece of it that each image fills.

The finest image gives the pixels, so that its own values are not resampled, nor those of images on the same grid.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from osgeo import gdal
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ..domain.errors import InvalidProduct
from ..domain.mosaic_errors import CannotAssemble
from ..domain.wedges import Points
from .dimap_tiles import MAX_SIDE
from .geometry import LON_LAT, polygons_only
from .mosaic_inputs import Part
from .proj import moved, reference, to_lon_lat
from .rasters import crs_code
from .vsi import open_dataset, quiet_gdal

Bounds = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax

_OFF_GRID = 1e-3  # pixels
_PIECES = 64  # a side is cut into so many before it is transformed
_MARGIN = 0.05  # of an image's sides, around it, in which the zone is kept
_FINE = 0.25  # pixels: what a zone's outline may move when it has very many vertices
_MANY = 2000  # vertices


@dataclass(frozen=True)
class Laid:
    """An image as it opens, and the ground that it is to fill."""

    part: Part
    crs: str
    transform: tuple[float, float, float, float, float, float]
    size: tuple[int, int]  # columns, rows
    ground: BaseGeometry  # in ``crs``: its true outline, within the zone
    bands: int  # without alpha
    is_cut: bool  # whether ``ground`` is less than the whole raster

    @property
    def pixel(self) -> float:
        return abs(self.transform[1])


@dataclass(frozen=True)
class Grid:
    """North up."""

    crs: str
    x: float  # of the upper left corner
    y: float
    width: float  # of a pixel
    height: float  # of a pixel, positive
    columns: int = 0
    rows: int = 0

    @property
    def transform(self) -> tuple[float, float, float, float, float, float]:
        return (self.x, self.width, 0.0, self.y, 0.0, -self.height)

    def window(self, bounds: Bounds) -> tuple[int, int, int, int]:
        """First column and row, columns and rows of the pixels that touch ``bounds``."""
        left = math.floor((bounds[0] - self.x) / self.width + _OFF_GRID)
        top = math.floor((self.y - bounds[3]) / self.height + _OFF_GRID)
        right = math.ceil((bounds[2] - self.x) / self.width - _OFF_GRID)
        bottom = math.ceil((self.y - bounds[1]) / self.height - _OFF_GRID)
        return left, top, max(right - left, 1), max(bottom - top, 1)

    def bounds(self, window: tuple[int, int, int, int]) -> Bounds:
        left, top, columns, rows = window
        x, y = self.x + left * self.width, self.y - top * self.height
        return x, y - rows * self.height, x + columns * self.width, y

    def around(self, bounds: Bounds) -> Grid:
        """The same pixels, no more of them than ``bounds`` takes. Raises :class:`CannotAssemble` (too_large)."""
        left, top, columns, rows = self.window(bounds)
        if max(columns, rows) > MAX_SIDE:
            raise CannotAssemble("too_large")
        x, _, _, y = self.bounds((left, top, columns, rows))
        return Grid(self.crs, x, y, self.width, self.height, columns, rows)


def lay(part: Part, zone: BaseGeometry | None) -> Laid | None:
    """None where the image has nothing in ``zone`` (longitude/latitude). Raises :class:`InvalidProduct`,
    :class:`CannotAssemble` (no_crs)."""
    dataset = open_dataset(part.exact)
    transform = dataset.GetGeoTransform(can_return_null=True)
    crs = crs_code(dataset.GetSpatialRef())
    if transform is None or reference(crs) is None:
        raise CannotAssemble("no_crs", part.name)
    size = (dataset.RasterXSize, dataset.RasterYSize)
    whole = _corners(transform, size)
    ground = whole if part.outline is None else _repaired(part.outline).intersection(whole)
    if zone is not None:
        ground = ground.intersection(_zone_near(zone, whole, crs, abs(transform[1])))
    ground = polygons_only(ground)
    if ground.is_empty:
        return None
    bands = dataset.RasterCount - part.has_alpha
    return Laid(part, crs, transform, size, ground, bands, not ground.covers(whole))


def with_one_name_each(images: Sequence[Laid]) -> list[Laid]:
    """One CRS may be written in several ways."""
    names: list[str] = []
    found = []
    for image in images:
        own = reference(image.crs)
        name = next((one for one in names if one == image.crs or reference(one).IsSame(own)), image.crs)
        names += [name] if name not in names else []
        found.append(replace(image, crs=name))
    return found


def choose_crs(images: Sequence[Laid]) -> str:
    """That of most images; of the first ones in the list, where as many have another."""
    return Counter(image.crs for image in images).most_common(1)[0][0]


def choose_grid(images: Sequence[Laid], crs: str) -> Grid:
    """Raises :class:`CannotAssemble` (unreachable, too_large), :class:`InvalidProduct`."""
    best: Grid | None = None
    for image in images:
        grid = _own_grid(image, crs)
        if best is None or grid.width * grid.height < best.width * best.height * (1 - 1e-9):
            best = grid
    if best is None:
        raise CannotAssemble("nothing")
    corners = shapely.box(*zip(*(bounds_on(image, crs) for image in images)))
    return best.around(tuple(float(edge) for edge in shapely.total_bounds(corners)))


def bounds_on(image: Laid, crs: str) -> Bounds:
    """Of its ground. Raises :class:`CannotAssemble` (unreachable)."""
    if crs == image.crs:
        return image.ground.bounds
    xmin, ymin, xmax, ymax = image.ground.bounds
    dense = shapely.segmentize(image.ground, max(xmax - xmin, ymax - ymin) / _PIECES)
    there = shapely.transform(dense, lambda points: moved(points, image.crs, crs))
    bounds = there.bounds
    if not all(map(math.isfinite, bounds)):
        raise CannotAssemble("unreachable", image.part.name)
    return bounds


def is_on_grid(image: Laid, grid: Grid) -> bool:
    """Whether its pixels are pixels of the grid: its values are then taken as they are."""
    x, width, _, y, _, height = image.transform
    if image.crs != grid.crs or not _is_north_up(image):
        return False
    if abs(width / grid.width - 1) > 1e-9 or abs(-height / grid.height - 1) > 1e-9:
        return False
    steps = ((x - grid.x) / grid.width, (grid.y - y) / grid.height)
    return all(abs(step - round(step)) < _OFF_GRID for step in steps)


def in_pixels(image: Laid) -> BaseGeometry:
    """Its ground, as GDAL counts columns and rows."""
    inverse = gdal.InvGeoTransform(image.transform)
    x, across, across_row, y, down_column, down = inverse

    def move(points: Points) -> Points:
        columns = x + points[:, 0] * across + points[:, 1] * across_row
        rows = y + points[:, 0] * down_column + points[:, 1] * down
        return np.column_stack([columns, rows])

    return shapely.transform(image.ground, move)


def _own_grid(image: Laid, crs: str) -> Grid:
    x, width, _, y, _, height = image.transform
    if crs == image.crs and _is_north_up(image):
        return Grid(crs, x, y, width, -height)
    source, target = reference(image.crs), reference(crs)
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            suggested = gdal.AutoCreateWarpedVRT(
                open_dataset(image.part.exact), source.ExportToWkt(), target.ExportToWkt()
            )
        except RuntimeError as error:
            raise InvalidProduct(image.part.image.path, str(error), "CRS") from error
    if suggested is None:
        raise CannotAssemble("unreachable", image.part.name)
    side = suggested.GetGeoTransform()[1]
    return Grid(crs, 0.0, 0.0, side, side)


def _is_north_up(image: Laid) -> bool:
    _, width, turned, _, leaning, height = image.transform
    return width > 0 > height and not turned and not leaning


def _corners(transform: Sequence[float], size: tuple[int, int]) -> BaseGeometry:
    x, across, across_row, y, down_column, down = transform
    pixels = ((0, 0), (size[0], 0), size, (0, size[1]))
    return shapely.Polygon([(x + c * across + r * across_row, y + c * down_column + r * down) for c, r in pixels])


def _repaired(shape: BaseGeometry) -> BaseGeometry:
    return shape if shape.is_valid else polygons_only(shapely.make_valid(shape))


def _zone_near(zone: BaseGeometry, whole: BaseGeometry, crs: str, pixel: float) -> BaseGeometry:
    """What of the zone lies around an image, in its CRS: the rest may lie where that CRS has no meaning."""
    around = to_lon_lat(whole, crs)
    if around is None:
        return shapely.Polygon()
    near = shapely.unary_union([zone.intersection(_widened(piece)) for piece in shapely.get_parts(around)])
    if near.is_empty:
        return shapely.Polygon()
    there = shapely.transform(near, lambda points: moved(points, LON_LAT, crs))
    if not all(map(math.isfinite, shapely.get_coordinates(there).ravel())):
        return shapely.Polygon()
    there = _repaired(there)
    return there.simplify(_FINE * pixel) if shapely.get_num_coordinates(there) > _MANY else there


def _widened(piece: BaseGeometry) -> BaseGeometry:
    xmin, ymin, xmax, ymax = piece.bounds
    margin = _MARGIN * max(xmax - xmin, ymax - ymin)
    return box(xmin - margin, ymin - margin, xmax + margin, ymax + margin)
