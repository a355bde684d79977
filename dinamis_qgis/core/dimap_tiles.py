# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of a product's pixels: where each lies in the image, and whether it is there.

GDAL's driver checks the first tile only, and lists the others that exist without saying which do not.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from ..domain.errors import InvalidProduct
from .vsi import beside, file_size
from .xml_tree import Element

MAX_SIDE = 5_000_000  # pixels
_SMALLEST_IMAGE = 64  # bytes: a file under this holds no image, whatever its name


@dataclass(frozen=True)
class Tile:
    """A file of pixels. ``row`` and ``column`` count from 1; ``first_band`` is the number of its own band 1.

    ``size`` is in bytes, 0 when the file is not there. ``window`` is its place in the image where the tiles are not all
    of one size: left, top, width, height in pixels. ``block`` are the columns and rows of its blocks, for a file that
    is to be opened at the first look at its pixels only.
    """

    path: str
    row: int
    column: int
    first_band: int
    bands: int
    size: int
    window: tuple[int, int, int, int] | None = None
    block: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        return f"R{self.row}C{self.column}"

    @property
    def missing(self) -> bool:
        return self.size < _SMALLEST_IMAGE


def read_tiles(
    root: Element, size: tuple[int, int], band_count: int, path: str
) -> tuple[tuple[int, int], tuple[Tile, ...]]:
    """The size of a tile, and the tiles, of an image of ``size`` (columns, rows). Raises :class:`InvalidProduct`."""
    announced = root.first("Raster_Data/Raster_Dimensions/Tile_Set/Regular_Tiling/NTILES_SIZE")
    tile_size = size
    if announced is not None:
        tile_size = (_side(announced, "ncols", path), _side(announced, "nrows", path))
    last_row, last_column = math.ceil(size[1] / tile_size[1]), math.ceil(size[0] / tile_size[0])
    groups = root.all("Raster_Data/Data_Access/Data_Files")
    counts = _bands_of_groups(groups, band_count, path)
    tiles, first = [], 1
    for group, bands in zip(groups, counts):
        for item in group.all("Data_File"):
            href = item.first("DATA_FILE_PATH")
            row, column = (_index(item, key) for key in ("tile_R", "tile_C"))
            if href is None or not (1 <= row <= last_row and 1 <= column <= last_column):
                raise InvalidProduct(path, "a tile that is not of the image", "Data_File")
            file = beside(path, href.attributes.get("href", ""))
            tiles.append(Tile(file, row, column, first, bands, file_size(file) or 0))
        first += bands
    if not tiles:
        raise InvalidProduct(path, "no image file is named", "Data_Files")
    return tile_size, tuple(tiles)


def _bands_of_groups(groups: list[Element], band_count: int, path: str) -> list[int]:
    if len(groups) == 1:
        return [band_count]
    counts = [len(group.all("Raster_Display/Raster_Index_List/Raster_Index")) for group in groups]
    if sum(counts) != band_count or 0 in counts:
        raise InvalidProduct(path, f"{band_count} bands, but the groups of files hold {counts}", "Data_Files")
    return counts


def _index(item: Element, key: str) -> int:
    text = item.attributes.get(key, "1")
    return int(text) if re.fullmatch(r"\d{1,5}", text) else 0


def _side(element: Element, key: str, path: str) -> int:
    text = element.attributes.get(key, "")
    if not re.fullmatch(r"\d{1,7}", text) or not 0 < int(text) <= MAX_SIDE:
        raise InvalidProduct(path, f"a size that is none: {text[:20]!r}", element.tag)
    return int(text)
