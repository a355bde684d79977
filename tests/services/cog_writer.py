# SPDX-License-Identifier: GPL-2.0-or-later
"""SPOT 6-7 scenes as Montpellier serves them: Cloud Optimized GeoTIFFs in Lambert-93, without a declared nodata."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

import numpy as np
from osgeo import gdal, osr

WEST, NORTH = 600_000.0, 6_800_000.0


def cog(pixels: np.ndarray, pixel_size: float, block: int = 512, colours: Sequence[tuple[int, ...]] = ()) -> bytes:
    """``pixels`` are (bands, rows, columns); ``colours`` those of the values of the only one, from 0 on."""
    bands, rows, columns = pixels.shape
    kind = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16}[str(pixels.dtype)]
    image = gdal.GetDriverByName("MEM").Create("", columns, rows, bands, kind)
    image.SetGeoTransform((WEST, pixel_size, 0.0, NORTH, 0.0, -pixel_size))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(2154)
    image.SetProjection(crs.ExportToWkt())
    for number, values in enumerate(pixels, 1):
        image.GetRasterBand(number).WriteArray(values)
    if colours:
        table = gdal.ColorTable()
        for value, colour in enumerate(colours):
            table.SetColorEntry(value, colour)
        image.GetRasterBand(1).SetColorTable(table)
    path = f"/vsimem/{uuid.uuid4()}.tif"
    options = ["COMPRESS=DEFLATE", f"BLOCKSIZE={block}", "NUM_THREADS=ALL_CPUS"]
    gdal.GetDriverByName("COG").CreateCopy(path, image, options=options)
    file = gdal.VSIFOpenL(path, "rb")
    content = bytes(gdal.VSIFReadL(1, gdal.VSIStatL(path).size, file))
    gdal.VSIFCloseL(file)
    gdal.Unlink(path)
    return content


def pair(side: int, ground: float) -> tuple[bytes, bytes]:
    """(src_xs, src_pan): red, green, blue, near infrared of ``side``² pixels, and a panchromatic four times finer, over
    ``ground`` metres."""
    rng = np.random.default_rng(7)
    steps = np.linspace(0, 400, side, dtype=np.uint16)
    bands = [400 + 100 * number + steps[None, :] + rng.integers(0, 60, (side, side)) for number in range(4)]
    colour = np.stack(bands).astype(np.uint16)
    pan = np.kron(colour[:3].mean(axis=0), np.ones((4, 4))).astype(np.uint16)
    return cog(colour, ground / side), cog(pan[None], ground / side / 4)
