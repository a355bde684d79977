# SPDX-License-Identifier: GPL-2.0-or-later
"""A product's files as one virtual raster: bands as asked, nodata declared, missing tiles left empty.

GDAL's own DIMAP driver refuses a product whose first tile is missing, and declares no nodata. A text of these functions
is a raster source by itself (for GDAL, for QGIS, inside another one) or the content of a ``.vrt`` file.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

from .dimap import DimapProduct, Tile
from .dimap_bands import INFRARED, NATURAL, PANCHROMATIC, numbers_of
from .vsi import open_dataset

COLOURS = ("Red", "Green", "Blue")
COMPOSITIONS = {"natural": NATURAL, "infrared": INFRARED, "panchromatic": PANCHROMATIC}


def all_bands_vrt(product: DimapProduct) -> str:
    return bands_vrt(product, tuple(band.number for band in product.bands), ())


def bands_vrt(product: DimapProduct, numbers: Sequence[int], colours: Sequence[str]) -> str:
    """These bands of the file, in this order, over the tiles that exist. ``colours`` are GDAL's interpretations."""
    x, width, _, y, _, height = product.geotransform or (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    return _dataset(
        (product.columns, product.rows),
        (x, width, y, height),
        product,
        [_band(product, index, number, colours, (0.0, 0.0, 1.0, 1.0)) for index, number in enumerate(numbers, 1)],
    )


def pansharpened_vrt(pan: DimapProduct, colour: DimapProduct, numbers: Sequence[int]) -> str:
    """Bands of ``colour`` at the resolution of ``pan``.

    The pansharpened raster is wrapped: at small scales the colour bands themselves are shown, as an overview. Without
    that, a full view of 40 000² pixels computes for a quarter of a minute.
    """
    sharpened = plain_pansharpened_vrt(pan, colour, numbers)
    opened = open_dataset(sharpened)
    size, (x, width, _, y, _, height) = (opened.RasterXSize, opened.RasterYSize), opened.GetGeoTransform()
    colour_x, colour_width, _, colour_y, _, colour_height = _position(colour)
    small = (math.ceil(size[0] * width / colour_width), math.ceil(size[1] * height / colour_height))
    scale = (small[0] / size[0], small[1] / size[1])  # pixels of the overview per pixel of the whole
    place = (
        (colour_x - x) / width * scale[0],
        (colour_y - y) / height * scale[1],
        colour_width / width * scale[0],
        colour_height / height * scale[1],
    )
    overview = _dataset(
        small,
        (x, width / scale[0], y, height / scale[1]),
        colour,
        [_band(colour, index, number, COLOURS, place) for index, number in enumerate(numbers, 1)],
    )
    bands = [
        _band_around(
            index,
            colour,
            COLOURS[index - 1] if len(numbers) == 3 else "Gray",
            f"<SimpleSource>{_source(sharpened, index)}{_rect('SrcRect', 0, 0, *size)}{_rect('DstRect', 0, 0, *size)}"
            f"</SimpleSource><Overview>{_source(overview, index)}</Overview>",
        )
        for index in range(1, len(numbers) + 1)
    ]
    return _dataset(size, (x, width, y, height), pan, bands)


def plain_pansharpened_vrt(pan: DimapProduct, colour: DimapProduct, numbers: Sequence[int]) -> str:
    """Weighted Brovey with equal weights over the bands that the panchromatic one spans, as gdal_pansharpen does.

    Without ``NoData`` here nothing would be masked.
    """
    spanned = numbers_of(colour.bands, (*NATURAL, "NIR")) or tuple(numbers)
    inputs = [*numbers, *(number for number in spanned if number not in numbers)]
    source = bands_vrt(colour, inputs, ())
    spectral = "".join(
        f"<SpectralBand{_destination(index, len(numbers))}>{_source(source, index)}</SpectralBand>"
        for index in range(1, len(inputs) + 1)
    )
    depth = f"<BitDepth>{colour.value_bits}</BitDepth>" if colour.value_bits and colour.data_type != "Byte" else ""
    return (
        '<VRTDataset subClass="VRTPansharpenedDataset"><PansharpeningOptions><Algorithm>WeightedBrovey</Algorithm>'
        f"<Resampling>Cubic</Resampling><NumThreads>ALL_CPUS</NumThreads>{depth}<NoData>{_nodata(colour)}</NoData>"
        "<SpatialExtentAdjustment>Union</SpatialExtentAdjustment>"
        f"<PanchroBand>{_source(bands_vrt(pan, (1,), ()), 1)}</PanchroBand>{spectral}"
        "</PansharpeningOptions></VRTDataset>"
    )


def _destination(index: int, count: int) -> str:
    return f' dstBand="{index}"' if index <= count else ""


def _position(product: DimapProduct) -> tuple[float, float, float, float, float, float]:
    return product.geotransform or (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def _dataset(
    size: tuple[int, int], place: tuple[float, float, float, float], product: DimapProduct, bands: Sequence[str]
) -> str:
    x, width, y, height = place
    return (
        f'<VRTDataset rasterXSize="{size[0]}" rasterYSize="{size[1]}"><SRS>{html.escape(product.crs)}</SRS>'
        f"<GeoTransform>{x!r}, {width!r}, 0, {y!r}, 0, {height!r}</GeoTransform>{''.join(bands)}</VRTDataset>"
    )


def _band(
    product: DimapProduct,
    index: int,
    number: int,
    colours: Sequence[str],
    place: tuple[float, float, float, float],
) -> str:
    """``place``: where the product's pixel (0, 0) falls, and how large it is, in pixels of the virtual raster."""
    sources = "".join(
        _tile_source(product, tile, number, place)
        for tile in product.tiles
        if not tile.missing and tile.first_band <= number < tile.first_band + tile.bands
    )
    return _band_around(index, product, colours[index - 1] if index <= len(colours) else "", sources, number)


def _band_around(index: int, product: DimapProduct, colour: str, inside: str, number: int | None = None) -> str:
    role = product.bands[number - 1].role if number else ""
    said = f"<Description>{html.escape(role)}</Description>" if role else ""
    shown = f"<ColorInterp>{colour}</ColorInterp>" if colour else ""
    return (
        f'<VRTRasterBand dataType="{product.data_type}" band="{index}">{said}'
        f"<NoDataValue>{_nodata(product)}</NoDataValue>{shown}{inside}</VRTRasterBand>"
    )


def _tile_source(product: DimapProduct, tile: Tile, number: int, place: tuple[float, float, float, float]) -> str:
    left, top = (tile.column - 1) * product.tile_size[0], (tile.row - 1) * product.tile_size[1]
    width = min(product.tile_size[0], product.columns - left)
    height = min(product.tile_size[1], product.rows - top)
    x, y, across, down = place
    target = (x + left * across, y + top * down, width * across, height * down)
    return (
        f"<SimpleSource>{_source(tile.path, number - tile.first_band + 1)}"
        f"{_rect('SrcRect', 0, 0, width, height)}{_rect('DstRect', *target)}</SimpleSource>"
    )


def _source(name: str, band: int) -> str:
    return f'<SourceFilename relativeToVRT="0">{html.escape(name)}</SourceFilename><SourceBand>{band}</SourceBand>'


def _rect(tag: str, x: float, y: float, width: float, height: float) -> str:
    return f'<{tag} xOff="{x!r}" yOff="{y!r}" xSize="{width!r}" ySize="{height!r}"/>'


def _nodata(product: DimapProduct) -> str:
    return f"{product.nodata or 0:g}"
