# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a product has pixels: its ROI mask when it can be read, else the extent of its raster.

The mask is read here and not by OGR, which writes a ``.gfs`` file beside the GML.
"""

from __future__ import annotations

import re

import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from ..domain.errors import InvalidProduct
from .dimap_bands import number_in
from .geometry import polygons_only
from .vsi import beside, exists, read_bytes
from .xml_tree import MAX_BYTES, Element, parse_xml

_SLACK = 4  # pixels that a mask may stand out of the raster


def read_outline(
    root: Element, path: str, crs: str, geotransform: tuple[float, ...] | None, size: tuple[int, int]
) -> BaseGeometry | None:
    """In ``crs``; for sensor geometry the corners in longitude/latitude, whose mask is in pixels."""
    if geotransform is None:
        return _corners(root)
    x, width, _, y, _, height = geotransform
    extent = box(x, y + height * size[1], x + width * size[0], y)
    mask = _mask(root, path, crs)
    if mask is None or not extent.buffer(_SLACK * max(width, -height)).contains(mask):
        return extent
    return polygons_only(mask.intersection(extent))


def _corners(root: Element) -> BaseGeometry | None:
    points = [(number_in(item, "LON"), number_in(item, "LAT")) for item in root.all(f"{_EXTENT}/Vertex")]
    if len(points) < 3 or any(lon is None or lat is None or abs(lon) > 180 or abs(lat) > 90 for lon, lat in points):
        return None
    shape = Polygon(points)
    return shape if shape.is_valid and shape.area > 0 else None


_EXTENT = "Dataset_Content/Dataset_Extent"


def _mask(root: Element, path: str, crs: str) -> BaseGeometry | None:
    for mask in root.walk("Quality_Mask"):
        for component in mask.all("Component/COMPONENT_PATH"):
            href = component.attributes.get("href", "")
            if re.search(r"(^|/)ROI_[^/]*\.GML$", href, re.IGNORECASE):
                return _polygons(href, path, crs)
    return None


def _polygons(href: str, path: str, crs: str) -> BaseGeometry | None:
    """A mask that cannot be read is no reason to refuse the product."""
    try:
        file = beside(path, href)
        if not exists(file):
            return None
        tree = parse_xml(read_bytes(file, MAX_BYTES), file)
        shapes = [_polygon(element) for element in tree.walk("Polygon") if _same_crs(element, crs)]
    except InvalidProduct:
        return None
    found = polygons_only(shapely.unary_union([shapely.make_valid(shape) for shape in shapes if shape is not None]))
    return None if found.is_empty else found


def _same_crs(polygon: Element, crs: str) -> bool:
    """SPOT writes ``32749 WGS84/UTM 49S…``, Pléiades ``urn:ogc:def:crs:EPSG:6.3:32618``, Neo ``urn:…:epsg::32622``."""
    code = crs.rpartition(":")[2]
    return bool(code) and re.search(rf"(?<!\d){code}(?!\d)", polygon.attributes.get("srsName", "")) is not None


def _polygon(element: Element) -> Polygon | None:
    outer = element.text_of("exterior/LinearRing/posList")
    holes = [item.text for item in element.all("interior/LinearRing/posList")]
    rings = [_ring(text) for text in [outer, *holes]]
    if rings[0] is None:
        return None
    return Polygon(rings[0], [ring for ring in rings[1:] if ring is not None])


def _ring(text: str) -> list[tuple[float, float]] | None:
    try:
        numbers = [float(word) for word in text.split()]
    except ValueError:
        return None
    if len(numbers) < 8 or len(numbers) % 2 or not all(abs(number) < 1e12 for number in numbers):
        return None
    return list(zip(numbers[::2], numbers[1::2]))
