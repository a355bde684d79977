# SPDX-License-Identifier: GPL-2.0-or-later
"""What a folder, an archive or a metadata file holds: its products, whatever it is called and however deep they lie.

Each description is opened by itself, never through its volume: a volume fails when its first component is missing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Callable, Protocol

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, DinamisError, InvalidProduct, NoProduct, UnsupportedProduct, detach
from .descriptions import (
    component_path,
    components,
    describes,
    descriptions_near,
    product_of,
    read_description,
    read_tree,
)
from .product import Product
from .raster_tiles import assembled
from .rasters import SUFFIXES, read_name, read_raster
from .stac_files import items_in, read_item
from .vsi import exists, files_under, is_tar, is_zip, tar_root, zip_root

_TAR = re.compile(r"\.(tar|tgz|tar\.gz)$", re.IGNORECASE)
_OTHER_TAR = re.compile(r"\.(tbz2?|txz|tar\.(bz2|xz|zst))$", re.IGNORECASE)
_IMAGE = re.compile(r"(^|/)(?!PREVIEW_|ICON_)[^/]*\.(TIFF?|JP2)$", re.IGNORECASE)
_DEEPEST = 6  # volumes that name volumes
_BARE = ("geotiff", "jp2")  # kinds of images that nobody describes
_MOST_STRANGERS = 400  # images of which nothing is known, in one folder


@dataclass(frozen=True)
class Skipped:
    """Something that announces itself as a product and cannot be used."""

    path: str
    error: DinamisError

    def __post_init__(self) -> None:
        detach(self.error)


@dataclass(frozen=True)
class Delivery:
    """All of ``source``, in the order of their paths: what its maker describes, and images by themselves."""

    source: str
    products: tuple[Product, ...]
    rasters: tuple[Product, ...]
    skipped: tuple[Skipped, ...]


class Memory(Protocol):
    """What was read before, of files that are as they were."""

    def files(self, folder: str) -> Iterator[str]:
        """As :func:`files_under`."""

    def recall(self, file: str) -> Sequence[Product] | None: ...

    def keep(self, file: str, found: Sequence[Product]) -> None: ...


class NoMemory:
    def files(self, folder: str) -> Iterator[str]:
        return files_under(folder)

    def recall(self, _file: str) -> None:
        return None

    def keep(self, _file: str, _found: Sequence[Product]) -> None:
        """Forgets."""


NO_MEMORY = NoMemory()


def scan(path: str, feedback: Feedback, memory: Memory = NO_MEMORY) -> Delivery:
    """Off the main thread. A folder in which nothing is found is an empty delivery, not an error."""
    return _found(_Finder(feedback, memory), path)


def read_delivery(path: str, feedback: Feedback) -> Delivery:
    """As :func:`scan`; a folder that holds nothing but images of unknown makers gives those.

    Raises the error that explains why nothing at all was found.
    """
    finder = _Finder(feedback)
    delivery = _found(finder, path)
    if not delivery.products and not delivery.rasters and not delivery.skipped:
        finder.take_strangers()
        delivery = Delivery(path, (), tuple(finder.rasters), tuple(finder.skipped))
    if not delivery.products and not delivery.rasters:
        raise delivery.skipped[0].error if delivery.skipped else NoProduct(path, "no product")
    return delivery


def _found(finder: _Finder, path: str) -> Delivery:
    finder.look(path)
    return Delivery(path, tuple(finder.products), tuple(finder.rasters), tuple(finder.skipped))


def _items_of(file: str) -> Sequence[Product]:
    """None of a file that is no item: only data."""
    try:
        return read_item(file)
    except Cancelled:
        raise
    except DinamisError:
        return ()


class _Finder:
    def __init__(self, feedback: Feedback, memory: Memory = NO_MEMORY) -> None:
        self._feedback = feedback
        self._memory = memory
        self._seen: set[str] = set()
        self._strangers: list[str] = []
        self.products: list[Product] = []
        self.rasters: list[Product] = []
        self.skipped: list[Skipped] = []

    def look(self, path: str) -> None:
        path = path if path.startswith("/vsi") else Path(path).absolute().as_posix()
        name = path.lower()
        if name.endswith((".xml", ".dim")):
            self._metadata(path, 0)
        elif name.endswith(SUFFIXES):
            self._tiles(path) if "*" in posixpath.basename(path) and not exists(path) else self._image(path)
        elif path.startswith("/vsi") or Path(path).is_dir():
            self._folder(path)
        elif name.endswith(".json"):
            self.products += read_item(path)
        elif _OTHER_TAR.search(name):
            raise UnsupportedProduct(path, "tar")
        elif is_zip(path):
            self._folder(zip_root(path))
        elif is_tar(path):
            self._folder(tar_root(path))
        elif (name.endswith(".zip") or _TAR.search(name)) and Path(path).is_file():
            raise InvalidProduct(path, "the archive cannot be read")
        else:
            raise NoProduct(path, "neither a folder, an archive, a metadata file nor an image")

    def take_strangers(self) -> None:
        """Images whose names tell nothing: the folder was given for them."""
        self._bare(self._strangers[:_MOST_STRANGERS])

    def _folder(self, root: str) -> None:
        images: list[str] = []
        items: list[str] = []
        for file in self._memory.files(root):
            self._check()
            if file.lower().endswith((".xml", ".dim")):
                self._guard(file, lambda file=file: self._description(file, file[len(root) :]))
            elif file.lower().endswith(".json"):
                items.append(file)
            elif _OTHER_TAR.search(file):
                self.skipped.append(Skipped(file, UnsupportedProduct(file, "tar")))
            elif file.lower().endswith(".zip") or _TAR.search(file):
                if not root.startswith("/vsi"):
                    self._archive(file)
            elif _IMAGE.search(file):
                (images if read_name(file).known else self._strangers).append(file)
        for file in items:
            self._item(file)
        self._bare(images)

    def _description(self, file: str, inside: str) -> None:
        self.products += self._remembered(file, lambda: [read_description(file)] if describes(file, inside) else [])

    def _raster(self, file: str) -> Sequence[Product]:
        return self._remembered(file, lambda: [read_raster(file)])

    def _remembered(self, file: str, read: Callable[[], Sequence[Product]]) -> Sequence[Product]:
        found = self._memory.recall(file)
        if found is None:
            found = read()
            self._memory.keep(file, found)
        return found

    def _item(self, file: str) -> None:
        """A STAC item beside its files; one without them, or whose files a better description has, is only data."""
        taken = self._taken()
        found = self._remembered(file, lambda: _items_of(file))
        self.products += [product for product in found if not any(tile.path in taken for tile in product.tiles)]

    def _bare(self, images: list[str]) -> None:
        """Images that belong to no product, not even to one whose metadata are broken."""
        taken = self._taken()
        broken = {posixpath.dirname(item.path) for item in self.skipped}
        found: list[Product] = []
        for file in images:
            self._check()
            if file not in taken and posixpath.dirname(file) not in broken:
                self._guard(file, lambda file=file: found.extend(self._raster(file)))
        self.rasters += assembled(found)

    def _taken(self) -> set[str]:
        return {tile.path for product in self.products for tile in product.tiles}

    def _archive(self, file: str) -> None:
        known = self._memory.recall(file)
        if known is not None:
            self.products += [image for image in known if image.kind not in _BARE]
            self.rasters += [image for image in known if image.kind in _BARE]
            return
        products, rasters, skipped = len(self.products), len(self.rasters), len(self.skipped)
        self._open_archive(file)
        if len(self.skipped) == skipped:
            self._memory.keep(file, (*self.products[products:], *self.rasters[rasters:]))

    def _open_archive(self, file: str) -> None:
        if is_zip(file):
            self._guard(file, lambda: self._folder(zip_root(file)))
        elif is_tar(file):
            self._guard(file, lambda: self._folder(tar_root(file)))
        else:
            self.skipped.append(Skipped(file, InvalidProduct(file, "the archive cannot be read")))

    def _metadata(self, path: str, depth: int) -> None:
        """A description, or a volume or list that names some."""
        if path in self._seen or depth > _DEEPEST:
            return
        self._seen.add(path)
        self._check()
        root = read_tree(path)
        hrefs = components(root)
        if not hrefs:
            self.products.append(product_of(root, path))
        for href in hrefs:
            self._guard(href, lambda href=href: self._metadata(component_path(path, href), depth + 1))

    def _image(self, path: str) -> None:
        """A tile opens its product, any other image itself."""
        for product in self._described_beside(path):
            if any(tile.path == path for tile in product.tiles):
                self.products.append(product)
                return
        self.rasters.append(read_raster(path))

    def _described_beside(self, path: str) -> Iterator[Product]:
        folder = posixpath.dirname(path)
        for file in (*descriptions_near(folder), *items_in(folder)):
            self._check()
            if posixpath.dirname(file) == folder:
                try:
                    yield from read_item(file) if file.lower().endswith(".json") else (read_description(file),)
                except DinamisError:
                    continue

    def _tiles(self, pattern: str) -> None:
        """All the files that one path with an asterisk stands for, as :func:`assembled` names its products."""
        folder, name = posixpath.split(pattern)
        self._bare(
            [
                file
                for file in files_under(folder)
                if posixpath.dirname(file) == folder and fnmatchcase(posixpath.basename(file), name)
            ]
        )

    def _guard(self, path: str, work: Callable[[], None]) -> None:
        try:
            work()
        except Cancelled:
            raise
        except DinamisError as error:
            self.skipped.append(Skipped(path, error))

    def _check(self) -> None:
        if self._feedback.isCanceled():
            raise Cancelled()
