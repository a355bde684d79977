# SPDX-License-Identifier: GPL-2.0-or-later
"""Single values of a DIMAP document, V1 or V2: checked, and None or ``""`` where they say nothing."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timezone

from ..domain.errors import InvalidProduct
from .dimap_bands import number_in
from .dimap_tiles import MAX_SIDE
from .product import GeoTransform
from .vsi import beside, exists
from .xml_tree import Element

NOTHING = Element("", {})
_DATA_TYPES = {(8, "UNSIGNED"): "Byte", (16, "UNSIGNED"): "UInt16", (16, "SIGNED"): "Int16"}
_MOST_BANDS = 64


def sizes(root: Element, place: str, path: str) -> tuple[int, int, int]:
    """Columns, rows and bands. Raises :class:`InvalidProduct`."""
    columns, rows, bands = (_whole(root, f"{place}/{key}", path) for key in ("NCOLS", "NROWS", "NBANDS"))
    return columns, rows, bands


def _whole(root: Element, where: str, path: str) -> int:
    text = root.text_of(where)
    limit = _MOST_BANDS if where.endswith("NBANDS") else MAX_SIDE
    if not re.fullmatch(r"\d{1,7}", text) or not 0 < int(text) <= limit:
        raise InvalidProduct(path, f"a size that is none: {text[:20]!r}", where)
    return int(text)


def data_type(bits: str, sign: str, path: str) -> str:
    """GDAL's name. Raises :class:`InvalidProduct`."""
    bits, sign = bits or "16", sign.upper() or "UNSIGNED"
    found = _DATA_TYPES.get((int(bits), sign)) if re.fullmatch(r"\d{1,2}", bits) else None
    if found is None:
        raise InvalidProduct(path, f"pixels of {bits[:10]} bits, {sign[:10]}", "Raster_Encoding")
    return found


def position(insert: Element | None, path: str, of_centre: bool = False) -> GeoTransform:
    """ULXMAP, ULYMAP are the corner of the upper left pixel, unless they are said to be ``of_centre``.

    Raises :class:`InvalidProduct`.
    """
    values = [number_in(insert, key) if insert else None for key in ("ULXMAP", "ULYMAP", "XDIM", "YDIM")]
    x, y, width, height = values
    if x is None or y is None or not width or not height:
        raise InvalidProduct(path, "no usable position", "Geoposition_Insert")
    width, height = abs(width), abs(height)
    if of_centre:
        x, y = x - width / 2, y + height / 2
    return (x, width, 0.0, y, 0.0, -height)


def moment(source: Element) -> datetime | None:
    """Imaging times are UTC, with or without Z."""
    found = re.match(r"(\d\d):(\d\d):(\d\d)(\.\d{1,6})?", source.text_of("IMAGING_TIME"))
    try:
        day = date.fromisoformat(source.text_of("IMAGING_DATE"))
        hour = time(*map(int, found.groups()[:3]), round(float(found[4] or 0) * 1e6)) if found else time()
    except ValueError:
        return None
    return datetime.combine(day, hour, timezone.utc)


def special(root: Element, name: str, value: str) -> float | None:
    """What marks pixels that are ``NODATA`` or ``SATURATED``; ``value`` is the tag that holds it."""
    for item in root.walk("Special_Value"):
        if item.text_of("SPECIAL_VALUE_TEXT").upper() == name:
            return number_in(item, value)
    return None


def within(value: float | None, low: float, high: float) -> float | None:
    return value if value is not None and low <= value <= high else None


def picture(identification: Element, key: str, path: str) -> str:
    """The path of a preview that is there, else ``""``."""
    element = identification.first(key)
    if element is None:
        return ""
    try:
        found = beside(path, element.attributes.get("href", ""))
    except InvalidProduct:
        return ""
    return found if exists(found) else ""


def producer(*said: str) -> str:
    """Of the product or of its production: images over France are orthorectified by IGN and delivered by others."""
    text = " ".join(said).upper()
    if re.search(r"\bIGN\b", text):
        return "IGN"
    return "Airbus" if re.search(r"AIRBUS|ASTRIUM|SPOT ?IMAGE", text) else ""


def stated(text: str) -> str:
    return "" if text.upper() in ("NA", "N/A", "NONE") else text
