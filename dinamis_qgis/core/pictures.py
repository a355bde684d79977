# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures as services send them, decoded to RGBA: by their content, whatever their name or announced type."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from osgeo import gdal

from ..domain.errors import InvalidPicture
from ..domain.wedges import Picture

_DRIVERS = ["JPEG", "PNG", "WEBP", "GIF"]  # never VRT and its like: bytes from a service must not open files or links
_MOST_PIXELS = 25_000_000  # a quicklook has one; RGBA of this many takes 100 MB
_FEWEST = 8  # columns or rows: a tracking pixel is no quicklook


def decode(data: bytes) -> Picture:
    """(rows, columns, RGBA). Raises :class:`InvalidPicture` for what is no picture, cut short, or far too large."""
    name = f"/vsimem/{uuid.uuid4().hex}"
    gdal.FileFromMemBuffer(name, data)
    try:
        with gdal_complaints() as complaints:
            picture = _read(name)
        if complaints:
            raise InvalidPicture("", complaints[0])
        return picture
    finally:
        gdal.Unlink(name)


@contextmanager
def gdal_complaints() -> Iterator[list[str]]:
    """What GDAL warned of or failed at meanwhile, in this thread, whether or not it raises exceptions."""
    said: list[str] = []

    def listen(kind: int, _number: int, text: str) -> None:
        if kind >= gdal.CE_Warning:
            said.append(text)

    gdal.PushErrorHandler(listen)
    try:
        yield said
    except RuntimeError as error:  # osgeo's, when another plugin has switched exceptions on
        said.append(str(error))
    finally:
        gdal.PopErrorHandler()


def _read(name: str) -> Picture:
    source = gdal.OpenEx(name, gdal.OF_RASTER, allowed_drivers=_DRIVERS)
    if source is None:
        raise InvalidPicture("", "not a JPEG, PNG, WebP or GIF picture")
    columns, rows = source.RasterXSize, source.RasterYSize
    if columns * rows > _MOST_PIXELS:
        raise InvalidPicture("", f"{columns} x {rows} pixels are too many")
    if min(columns, rows) < _FEWEST:
        raise InvalidPicture("", f"{columns} x {rows} pixels are too few")
    bands = [_bytes(source.GetRasterBand(number + 1)) for number in range(min(source.RasterCount, 4))]
    palette = source.GetRasterBand(1).GetColorTable()
    if palette is not None and len(bands) == 1:
        colours = np.zeros((256, 4), dtype=np.uint8)
        for index in range(min(palette.GetCount(), 256)):
            colours[index] = palette.GetColorEntry(index)
        return np.ascontiguousarray(colours[bands[0]])
    opaque = np.full((rows, columns), 255, dtype=np.uint8)
    colour = bands[:3] if len(bands) >= 3 else [bands[0]] * 3
    alpha = bands[-1] if len(bands) in (2, 4) else opaque
    return np.dstack([*colour, alpha])


def _bytes(band: gdal.Band) -> np.ndarray:
    values = band.ReadAsArray()
    if values is None:
        raise InvalidPicture("", "cut short")
    return (values >> 8).astype(np.uint8) if values.dtype == np.uint16 else values.astype(np.uint8)
