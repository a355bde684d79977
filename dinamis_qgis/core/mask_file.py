# SPDX-License-Identifier: GPL-2.0-or-later
"""A quality mask in GML. Not read by OGR: it writes a ``.gfs`` file beside it, and takes no CRS of SPOT's."""

from __future__ import annotations

import re

from shapely.geometry import Polygon

from ..domain.errors import InvalidProduct
from .vsi import read_bytes
from .xml_tree import MAX_BYTES, Element, parse_xml

_FARTHEST = 1e12  # of a CRS's units


def read_mask(path: str, crs: str, whole: bool = False) -> list[Polygon]:
    """The polygons that are in ``crs`` (``EPSG:…``), in the mask's order; maybe invalid ones.

    Raises :class:`~dinamis_qgis.domain.errors.InvalidProduct`; with ``whole`` also where one had to be left out: a
    mask that says little must not be taken for one that says "none".
    """
    tree = parse_xml(read_bytes(path, MAX_BYTES), path)
    elements = list(tree.walk("Polygon"))
    shapes = (_polygon(element) for element in elements if _same_crs(element, crs))
    read = [shape for shape in shapes if shape is not None]
    if whole and len(read) < len(elements):
        raise InvalidProduct(path, "a polygon of the mask cannot be read")
    return read


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
    if len(numbers) < 8 or len(numbers) % 2 or not all(abs(number) < _FARTHEST for number in numbers):
        return None
    return list(zip(numbers[::2], numbers[1::2]))
