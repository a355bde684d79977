# SPDX-License-Identifier: GPL-2.0-or-later
"""How pixels in sensor geometry lie on the ground: rational polynomials (RPC), or tie points where there are none.

Of DIMAP V2 the inverse model is used, ground to image (« Pléiades Imagery User Guide », §C.3; Neo calls it
``GroundtoImage_Values``). DIMAP counts pixels from 1 at the centre of the first (Neo says from where); GDAL from 0.
"""

from __future__ import annotations

import math
import posixpath
import re
from dataclasses import dataclass

from ..domain.errors import InvalidProduct
from .dimap_bands import number_in
from .vsi import beside, exists, read_bytes
from .xml_tree import MAX_BYTES, Element, parse_xml

_TERMS = 20
_VALIDITY = (
    "LINE_OFF", "SAMP_OFF", "LAT_OFF", "LONG_OFF", "HEIGHT_OFF",
    "LINE_SCALE", "SAMP_SCALE", "LAT_SCALE", "LONG_SCALE", "HEIGHT_SCALE",
)  # fmt: skip
_POLYNOMIALS = ("LINE_NUM_COEFF", "LINE_DEN_COEFF", "SAMP_NUM_COEFF", "SAMP_DEN_COEFF")


@dataclass(frozen=True)
class Rpc:
    """RPC00B, in GDAL's terms: ``items`` are those of its metadata domain ``RPC``. Heights are above the ellipsoid."""

    items: tuple[tuple[str, str], ...]
    mean_height: float  # m
    centre: tuple[float, float]  # longitude, latitude


@dataclass(frozen=True)
class TiePoints:
    """(column, row, x, y) in GDAL's pixels, from the corner of the first; x, y in ``crs``."""

    crs: str
    points: tuple[tuple[float, float, float, float], ...]


def read_rpc(root: Element, path: str) -> Rpc | None:
    """Of the DIM ``root`` that lies at ``path``; None when it names no model, or names one that is not there.

    Raises :class:`InvalidProduct` for a model that is broken: an image placed by it would lie anywhere.
    """
    for component in root.walk("Component"):
        href = (component.first("COMPONENT_PATH") or Element("", {})).attributes.get("href", "")
        if re.match(r"RPC_.*\.XML$", posixpath.basename(href), re.IGNORECASE):
            file = beside(path, href)
            return parse_rpc(parse_xml(read_bytes(file, MAX_BYTES), file), file) if exists(file) else None
    return None


def parse_rpc(root: Element, path: str) -> Rpc:
    """Raises :class:`InvalidProduct`."""
    values = next(iter([*root.walk("Inverse_Model"), *root.walk("GroundtoImage_Values")]), None)
    validity = next(root.walk("RFM_Validity"), None)
    if values is None or validity is None:
        raise InvalidProduct(path, "no model from the ground to the image", "Rational_Function_Model")
    first = _first_pixel(root)
    numbers = {key: _number(validity, key, path) for key in _VALIDITY}
    for key, value in numbers.items():
        if key.endswith("_SCALE") and value <= 0:
            raise InvalidProduct(path, "a scale that is none", key)
    longitude, latitude = numbers["LONG_OFF"], numbers["LAT_OFF"]
    if abs(longitude) > 180 or abs(latitude) > 90 or abs(numbers["HEIGHT_OFF"]) > 12_000:
        raise InvalidProduct(path, "a model that lies nowhere on Earth", "RFM_Validity")
    numbers["LINE_OFF"] -= first
    numbers["SAMP_OFF"] -= first
    items = [(key, f"{value!r}") for key, value in numbers.items()]
    for name in _POLYNOMIALS:
        terms = [_number(values, f"{name}_{index}", path) for index in range(1, _TERMS + 1)]
        if not any(terms):
            raise InvalidProduct(path, "a polynomial without terms", name)
        items.append((name, " ".join(f"{term!r}" for term in terms)))
    return Rpc(tuple(items), numbers["HEIGHT_OFF"], (longitude, latitude))


def _first_pixel(root: Element) -> float:
    domain = next(root.walk("ImagetoGround_Validity_Domain"), None)
    first = number_in(domain, "FIRST_COL") if domain is not None else None
    return first if first in (0.0, 1.0) else 1.0


def _number(element: Element, tag: str, path: str) -> float:
    value = number_in(element, tag)
    if value is None or not math.isfinite(value):
        raise InvalidProduct(path, "not a number", tag)
    return value
