# SPDX-License-Identifier: GPL-2.0-or-later
"""What a folder, an archive or a metadata file holds: its products, whatever it is called and however deep they lie.

Each DIM is opened by itself, never through its volume: a volume fails when its first component is missing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, DinamisError, InvalidProduct, NoProduct, UnsupportedProduct, detach
from .dimap import DimapProduct, product_from
from .rasters import SUFFIXES, BareRaster, read_name, read_raster
from .vsi import beside, exists, files_under, is_zip, read_bytes, zip_root
from .xml_tree import MAX_BYTES, Element, parse_xml

_TAR = re.compile(r"\.(tar|tgz|tbz2?|txz|tar\.(gz|bz2|xz))$", re.IGNORECASE)
_DIM = re.compile(r"DIM_.*\.XML$", re.IGNORECASE)
_NOT_A_PRODUCT = re.compile(
    r"(^|/)(LINEAGE|MASKS|LIBRARY)/|(^|/)(RPC|VOL|SPOT|INDEX|STRIP|PROCESSING|HEIGHT|GROUND)_[^/]*$", re.IGNORECASE
)
_IMAGE = re.compile(r"(^|/)(?!PREVIEW_|ICON_)[^/]*\.(TIFF?|JP2)$", re.IGNORECASE)
_SNIFFED = 4096  # bytes
_DEEPEST = 6  # volumes that name volumes


@dataclass(frozen=True)
class Skipped:
    """Something that announces itself as a product and cannot be used."""

    path: str
    error: DinamisError

    def __post_init__(self) -> None:
        detach(self.error)


@dataclass(frozen=True)
class Delivery:
    """All of ``source``, in the order of their paths."""

    source: str
    products: tuple[DimapProduct, ...]
    rasters: tuple[BareRaster, ...]
    skipped: tuple[Skipped, ...]


def scan(path: str, feedback: Feedback) -> Delivery:
    """Off the main thread. A folder in which nothing is found is an empty delivery, not an error."""
    found = _Finder(path, feedback)
    found.look(path)
    return Delivery(path, tuple(found.products), tuple(found.rasters), tuple(found.skipped))


def read_delivery(path: str, feedback: Feedback) -> Delivery:
    """As :func:`scan`, but raises the error that explains why nothing at all was found."""
    delivery = scan(path, feedback)
    if not delivery.products and not delivery.rasters:
        raise delivery.skipped[0].error if delivery.skipped else NoProduct(path, "no product")
    return delivery


def pair(products: Iterable[DimapProduct]) -> list[tuple[DimapProduct, ...]]:
    """Each product alone, or (multispectral, panchromatic) when both are of one acquisition: a bundle."""
    waiting = list(products)
    groups: list[tuple[DimapProduct, ...]] = []
    while waiting:
        first = waiting.pop(0)
        other = next((product for product in waiting if partners(first, product)), None)
        if other is None:
            groups.append((first,))
            continue
        waiting.remove(other)
        groups.append((other, first) if first.spectral_mode == "P" else (first, other))
    return groups


def partners(one: DimapProduct, other: DimapProduct) -> bool:
    """Whether one is the panchromatic of the other's multispectral: same acquisition, CRS and ground."""
    pan, colour = (one, other) if one.spectral_mode == "P" else (other, one)
    if pan.spectral_mode != "P" or not colour.spectral_mode.startswith("MS"):
        return False
    if any(getattr(pan, same) != getattr(colour, same) for same in ("mission", "level", "crs", "radiometry")):
        return False
    if not pan.acquisitions or pan.acquisitions != colour.acquisitions:
        return False
    return pan.outline is None or colour.outline is None or pan.outline.intersects(colour.outline)


def find_partner(product: DimapProduct, feedback: Feedback) -> DimapProduct | None:
    """The other half of a bundle when one DIM of it was given: beside it, or in the folder of the delivery."""
    folder = posixpath.dirname(product.path)
    for place in (folder, posixpath.dirname(folder)):
        for file in _near(place):
            if feedback.isCanceled():
                raise Cancelled()
            if file == product.path:
                continue
            try:
                other = product_from(_tree(file), file)
            except DinamisError:
                continue
            if partners(product, other):
                return other
    return None


def _near(folder: str) -> list[str]:
    """DIM files at most one folder below: a whole disk is not searched for a partner."""
    if folder in ("", "/", "/vsizip"):
        return []
    if folder.startswith("/vsi"):
        depth = folder.count("/") + 2
        return [file for file in files_under(folder) if _DIM.search(file) and file.count("/") <= depth]
    top = Path(folder)
    return sorted(path.as_posix() for pattern in ("*", "*/*") for path in top.glob(pattern) if _DIM.match(path.name))


class _Finder:
    def __init__(self, source: str, feedback: Feedback) -> None:
        self._source = source
        self._feedback = feedback
        self._seen: set[str] = set()
        self.products: list[DimapProduct] = []
        self.rasters: list[BareRaster] = []
        self.skipped: list[Skipped] = []

    def look(self, path: str) -> None:
        path = path if path.startswith("/vsi") else Path(path).absolute().as_posix()
        name = path.lower()
        if _TAR.search(name):
            raise UnsupportedProduct(path, "tar")
        if name.endswith(".dim"):
            raise UnsupportedProduct(path, "dimap1")
        if name.endswith(".xml"):
            self._metadata(path, 0)
        elif name.endswith(SUFFIXES):
            self._image(path)
        elif path.startswith("/vsi") or Path(path).is_dir():
            self._folder(path)
        elif is_zip(path):
            self._folder(zip_root(path))
        elif name.endswith(".zip") and Path(path).is_file():
            raise InvalidProduct(path, "the archive cannot be read")
        else:
            raise NoProduct(path, "neither a folder, an archive, a metadata file nor an image")

    def _folder(self, root: str) -> None:
        images: list[str] = []
        for file in files_under(root):
            self._check()
            upper = file.upper()
            if upper.endswith(".XML"):
                if self._is_dim(file, file[len(root) :]):
                    self._try(file)
            elif upper.endswith(".DIM"):
                self.skipped.append(Skipped(file, UnsupportedProduct(file, "dimap1")))
            elif _TAR.search(file):
                self.skipped.append(Skipped(file, UnsupportedProduct(file, "tar")))
            elif upper.endswith(".ZIP") and not root.startswith("/vsi"):
                self._archive(file)
            elif _IMAGE.search(file) and read_name(file).known:
                images.append(file)
        self._bare(images)

    def _is_dim(self, file: str, inside: str) -> bool:
        """By its name, or by its first words where it was renamed."""
        if _NOT_A_PRODUCT.search(inside):
            return False
        return bool(_DIM.match(posixpath.basename(inside))) or self._is_renamed_dim(file)

    def _bare(self, images: list[str]) -> None:
        """Named images that belong to no product, not even to one whose metadata are broken."""
        tiles = {tile.path for product in self.products for tile in product.tiles}
        broken = {posixpath.dirname(item.path) for item in self.skipped}
        for file in images:
            self._check()
            if file not in tiles and posixpath.dirname(file) not in broken:
                self._guard(file, lambda file=file: self.rasters.append(read_raster(file)))

    def _archive(self, file: str) -> None:
        if not is_zip(file):
            self.skipped.append(Skipped(file, InvalidProduct(file, "the archive cannot be read")))
            return
        self._guard(file, lambda: self._folder(zip_root(file)))

    def _metadata(self, path: str, depth: int) -> None:
        """A DIM, or a volume or list that names some."""
        if path in self._seen or depth > _DEEPEST:
            return
        self._seen.add(path)
        self._check()
        root = _tree(path)
        if root.first("Raster_Data") is not None or not _components(root):
            self.products.append(product_from(root, path))
            return
        for href in _components(root):
            self._guard(href, lambda href=href: self._metadata(_component(path, href), depth + 1))

    def _image(self, path: str) -> None:
        """A tile opens its product, any other image itself."""
        for file in _near(posixpath.dirname(path)):
            if posixpath.dirname(file) != posixpath.dirname(path):
                continue
            try:
                product = product_from(_tree(file), file)
            except DinamisError:
                continue
            if any(tile.path == path for tile in product.tiles):
                self.products.append(product)
                return
        self.rasters.append(read_raster(path))

    def _try(self, file: str) -> None:
        self._guard(file, lambda: self.products.append(product_from(_tree(file), file)))

    def _is_renamed_dim(self, file: str) -> bool:
        try:
            start = read_bytes(file, _SNIFFED)
        except InvalidProduct:
            return False
        return b"Dimap_Document" in start and b"PRODUCT</METADATA_SUBPROFILE>" in start and b"RASTER_" in start

    def _guard(self, path: str, work) -> None:
        try:
            work()
        except Cancelled:
            raise
        except DinamisError as error:
            self.skipped.append(Skipped(path, error))

    def _check(self) -> None:
        if self._feedback.isCanceled():
            raise Cancelled()


def _tree(path: str) -> Element:
    return parse_xml(read_bytes(path, MAX_BYTES), path)


def _components(root: Element) -> list[str]:
    """References to other metadata files; the documentation's web address is ENCAPSULATED."""
    if root.first("Raster_Data") is not None:
        return []
    found = root.all("Dataset_Content/Dataset_Components/Component") + root.all("Dataset_Components/Component")
    hrefs = [
        (item.first("COMPONENT_PATH") or Element("", {})).attributes.get("href", "")
        for item in found
        if item.text_of("COMPONENT_TYPE").upper() == "DIMAP"
    ]
    return [href for href in hrefs if href.lower().endswith(".xml")]


def _component(path: str, href: str) -> str:
    file = beside(path, href)
    if not exists(file):
        raise InvalidProduct(file, "a component that the volume names is missing")
    return file
