# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that describe a product: known by their name, or by their first words where they were renamed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from ..domain.errors import InvalidProduct
from .dimap import product_from
from .product import Product
from .vsi import beside, exists, files_under, read_bytes
from .xml_tree import MAX_BYTES, Element, parse_xml

_DIM = re.compile(r"(DIM_.*\.XML|.*\.DIM)$", re.IGNORECASE)
_NOT_A_PRODUCT = re.compile(
    r"(^|/)(LINEAGE|MASKS|LIBRARY)/|(^|/)(RPC|VOL|SPOT|INDEX|STRIP|PROCESSING|HEIGHT|GROUND)_[^/]*$", re.IGNORECASE
)
_SENTINEL_2 = re.compile(r"(^|/)MTD_MSIL\d[A-C]\.XML$", re.IGNORECASE)
_SNIFFED = 4096  # bytes

# Makers who describe their images otherwise than DIMAP does, by the tag of their file's root; see README.
READERS: dict[str, Callable[[Element, str], Product]] = {}


def read_description(path: str) -> Product:
    """Raises :class:`InvalidProduct`, :class:`~dinamis_qgis.domain.errors.UnsupportedProduct`."""
    return product_of(read_tree(path), path)


def product_of(root: Element, path: str) -> Product:
    """As :func:`read_description`, of a document that is read already."""
    return READERS.get(root.tag, product_from)(root, path)


def read_tree(path: str) -> Element:
    return parse_xml(read_bytes(path, MAX_BYTES), path)


def describes(file: str, inside: str) -> bool:
    """``inside`` is the path below the folder that is searched."""
    if inside.upper().endswith(".DIM") or _SENTINEL_2.search(inside):
        return True
    if not inside.upper().endswith(".XML") or _NOT_A_PRODUCT.search(inside):
        return False
    return bool(_DIM.match(posixpath.basename(inside))) or _announces_itself(file)


def _announces_itself(file: str) -> bool:
    try:
        start = read_bytes(file, _SNIFFED)
    except InvalidProduct:
        return False
    if any(f"<{tag}".encode() in start for tag in READERS):
        return True
    return b"Dimap_Document" in start and b"PRODUCT</METADATA_SUBPROFILE>" in start and b"RASTER_" in start


def descriptions_near(folder: str) -> list[str]:
    """At most one folder below: a whole disk is not searched for a partner."""
    if folder in ("", "/", "/vsizip", "/vsitar"):
        return []
    if folder.startswith("/vsi"):
        depth = folder.count("/") + 2
        found = [file for file in files_under(folder) if file.count("/") <= depth]
    else:
        top = Path(folder)
        found = sorted(path.as_posix() for pattern in ("*", "*/*") for path in top.glob(pattern))
    return [file for file in found if _DIM.match(posixpath.basename(file))]


def components(root: Element) -> list[str]:
    """References of a volume or list to other metadata files; the documentation's web address is ENCAPSULATED."""
    if root.first("Raster_Data") is not None or root.first("Raster_Dimensions") is not None:
        return []
    found = root.all("Dataset_Content/Dataset_Components/Component") + root.all("Dataset_Components/Component")
    hrefs = [
        (item.first("COMPONENT_PATH") or Element("", {})).attributes.get("href", "")
        for item in found
        if item.text_of("COMPONENT_TYPE").upper() == "DIMAP"
    ]
    return [href for href in hrefs if href.lower().endswith((".xml", ".dim"))]


def component_path(path: str, href: str) -> str:
    """Raises :class:`InvalidProduct` where it climbs out or is not there."""
    file = beside(path, href)
    if not exists(file):
        raise InvalidProduct(file, "a component that the volume names is missing")
    return file
