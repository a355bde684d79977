# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a product has pixels: its ROI mask when it can be read, else the extent of its raster."""

from __future__ import annotations

import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from ..domain.errors import InvalidProduct
from .dimap_bands import number_in
from .geometry import polygons_only
from .mask_file import read_mask
from .product import GeoTransform, Mask
from .xml_tree import Element

_SLACK = 4  # pixels that a mask may stand out of the raster


def read_outline(
    root: Element, masks: tuple[Mask, ...], size: tuple[int, int], crs: str, geotransform: GeoTransform | None
) -> BaseGeometry | None:
    """In ``crs``; for sensor geometry the corners in longitude/latitude, whose mask is in pixels."""
    if geotransform is None:
        points = [(lon, lat) for _column, _row, lon, lat in corners_of(root)]
        shape = Polygon(points) if len(points) >= 3 else None
        return shape if shape is not None and shape.is_valid and shape.area > 0 else None
    x, width, _, y, _, height = geotransform
    extent = box(x, y + height * size[1], x + width * size[0], y)
    mask = _roi(masks, crs)
    if mask is None or not extent.buffer(_SLACK * max(width, -height)).contains(mask):
        return extent
    return polygons_only(mask.intersection(extent))


def corners_of(root: Element) -> tuple[tuple[float, float, float, float], ...]:
    """(column, row, longitude, latitude) of the vertices of the extent, in GDAL's pixels; ``()`` when one is broken."""
    points = []
    for item in root.all("Dataset_Content/Dataset_Extent/Vertex"):
        lon, lat, column, row = (number_in(item, key) for key in ("LON", "LAT", "COL", "ROW"))
        if lon is None or lat is None or abs(lon) > 180 or abs(lat) > 90:
            return ()
        points.append(((column or 0.0) - 0.5, (row or 0.0) - 0.5, lon, lat))
    return tuple(points)


def _roi(masks: tuple[Mask, ...], crs: str) -> BaseGeometry | None:
    """A mask that cannot be read is no reason to refuse the product."""
    roi = next((mask for mask in masks if mask.kind == "ROI"), None)
    try:
        shapes = read_mask(roi.path, crs) if roi is not None else []
    except InvalidProduct:
        return None
    found = polygons_only(shapely.unary_union([shapely.make_valid(shape) for shape in shapes]))
    return None if found.is_empty else found
