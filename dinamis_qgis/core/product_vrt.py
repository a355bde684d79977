# SPDX-License-Identifier: GPL-2.0-or-later
"""A product's files as one virtual raster: bands as asked, nodata declared, missing tiles left empty.

GDAL's own DIMAP driver refuses a product whose first tile is missing, and declares no nodata. A text of these functions
is a raster source by itself (for GDAL, for QGIS, inside another one) or the content of a ``.vrt`` file.

QGIS asks a raster that it loads for statistics; GDAL passes the question on to the files and keeps the answer in an
``.aux.xml`` beside each. It is not passed on through a look-up table, so one that changes nothing stands in each source
here; it costs some 10 ns a pixel, which a copy of all pixels is spared (``guarded`` False).
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Union

from .compositions import NATURAL, PANCHROMATIC
from .dimap_bands import numbers_of
from .dimap_tiles import Tile
from .product import Product
from .sensor_model import Rpc, TiePoints
from .vsi import open_dataset

Place = tuple[float, float, float, float]

_WHOLE = (0.0, 0.0, 1.0, 1.0)
_OVERVIEWS = "<OverviewList>2 4 8 16 32 64</OverviewList>"  # nearest: an average would read all pixels, and again
COLOURS = ("Red", "Green", "Blue")


def all_bands_vrt(product: Product) -> str:
    """Overviews of a file that is to be opened at the first look are said to be there, or QGIS would look for them."""
    made = bands_vrt(product, tuple(band.number for band in product.bands), ())
    if not any(tile.block for tile in product.tiles):
        return made
    return made.replace("</VRTDataset>", f"{_OVERVIEWS}</VRTDataset>")


def sensor_vrt(product: Product) -> str:
    """All bands as they were taken, with the model that places them."""
    bands = [_band(product, band.number, band.number, (), _WHOLE, True) for band in product.bands]
    model = product.model
    if isinstance(model, Rpc):
        items = "".join(f'<MDI key="{key}">{html.escape(value)}</MDI>' for key, value in model.items)
        placing = f'<Metadata domain="RPC">{items}</Metadata>'
    elif isinstance(model, TiePoints):
        points = "".join(
            f'<GCP Id="{number}" Pixel="{column!r}" Line="{row!r}" X="{x!r}" Y="{y!r}"/>'
            for number, (column, row, x, y) in enumerate(model.points, 1)
        )
        placing = f'<GCPList Projection="{html.escape(model.crs)}">{points}</GCPList>'
    else:
        placing = ""
    size = f'rasterXSize="{product.columns}" rasterYSize="{product.rows}"'
    return f"<VRTDataset {size}>{placing}{''.join(bands)}{_OVERVIEWS}</VRTDataset>"


def picture_vrt(
    path: str, size: tuple[int, int], bands: int, crs: str, extent: tuple[float, float, float, float]
) -> str:
    """A picture of bytes laid on exactly ``extent``: xmin, ymin, xmax, ymax in ``crs``."""
    xmin, ymin, xmax, ymax = extent
    transform = (xmin, (xmax - xmin) / size[0], 0.0, ymax, 0.0, (ymin - ymax) / size[1])
    inside = "".join(
        f'<VRTRasterBand dataType="Byte" band="{number}"><ColorInterp>{COLOURS[number - 1] if bands == 3 else "Gray"}'
        f"</ColorInterp><ComplexSource>{_source(path, number)}{_rect('SrcRect', 0, 0, *size)}"
        f"{_rect('DstRect', 0, 0, *size)}<LUT>0:0,255:255</LUT></ComplexSource></VRTRasterBand>"
        for number in range(1, bands + 1)
    )
    return (
        f'<VRTDataset rasterXSize="{size[0]}" rasterYSize="{size[1]}"><SRS>{html.escape(crs)}</SRS>'
        f"<GeoTransform>{', '.join(map(repr, transform))}</GeoTransform>{inside}</VRTDataset>"
    )


def bands_vrt(product: Product, numbers: Sequence[int], colours: Sequence[str], guarded: bool = True) -> str:
    """These bands of the file, in this order, over the tiles that exist. ``colours`` are GDAL's interpretations."""
    bands = [_band(product, index, number, colours, _WHOLE, guarded) for index, number in enumerate(numbers, 1)]
    return _dataset((product.columns, product.rows), _position(product), product, bands)


def masked_vrt(product: Product, numbers: Sequence[int], colours: Sequence[str], guarded: bool = True) -> str:
    """As :func:`bands_vrt`, and an alpha band of what each file itself says of its pixels (alpha, mask)."""
    bands = [_band(product, index, number, colours, _WHOLE, guarded) for index, number in enumerate(numbers, 1)]
    sources = "".join(
        f"<SimpleSource>{_tile_rects(product, tile, 'mask,1', _WHOLE)}</SimpleSource>"
        for tile in product.tiles
        if not tile.missing
    )
    alpha = (
        f'<VRTRasterBand dataType="Byte" band="{len(numbers) + 1}"><ColorInterp>Alpha</ColorInterp>{sources}'
        "</VRTRasterBand>"
    )
    return _dataset((product.columns, product.rows), _position(product), product, [*bands, alpha])


def pansharpened_vrt(pan: Product, colour: Product, numbers: Sequence[int], quick: bool = True) -> str:
    """Bands of ``colour`` at the resolution of ``pan``, on a grid that GDAL fits around both.

    ``quick``: at small scales the colour bands themselves are shown, as an overview. Without that, a full view of
    40 000² pixels computes for a quarter of a minute; but a copy of all pixels wants none of it.
    """
    sharpened = _plain_pansharpened_vrt(pan, colour, numbers, guarded=quick)
    opened = open_dataset(sharpened)
    size, transform = (opened.RasterXSize, opened.RasterYSize), opened.GetGeoTransform()
    known = ""
    if any(tile.block for tile in (*pan.tiles, *colour.tiles)):
        known = _known(colour.data_type, size, tuple(opened.GetRasterBand(1).GetBlockSize()))
    overview = _under(colour, numbers, size, transform) if quick else ""
    whole = f"{_rect('SrcRect', 0, 0, *size)}{_rect('DstRect', 0, 0, *size)}"
    bands = [
        _band_around(
            index,
            colour,
            (COLOURS[index - 1] if index <= 3 else "Undefined") if len(numbers) >= 3 else "Gray",
            f"<SimpleSource>{_source(sharpened, index)}{known}{whole}</SimpleSource>"
            + (f"<Overview>{_source(overview, index)}</Overview>" if quick else ""),
            number,
        )
        for index, number in enumerate(numbers, 1)
    ]
    return _dataset(size, transform, pan, bands)


def _under(product: Product, numbers: Sequence[int], size: tuple[int, int], transform: Sequence[float]) -> str:
    """Bands of ``product`` at about their own resolution, over exactly the ground of a finer raster."""
    x, width, _, y, _, height = transform
    own_x, own_width, _, own_y, _, own_height = _position(product)
    small = (math.ceil(size[0] * width / own_width), math.ceil(size[1] * height / own_height))
    scale = (small[0] / size[0], small[1] / size[1])  # pixels of the result per pixel of the finer raster
    place = (
        (own_x - x) / width * scale[0],
        (own_y - y) / height * scale[1],
        own_width / width * scale[0],
        own_height / height * scale[1],
    )
    bands = [_band(product, index, number, COLOURS, place, True) for index, number in enumerate(numbers, 1)]
    return _dataset(small, (x, width / scale[0], 0.0, y, 0.0, height / scale[1]), product, bands)


def _plain_pansharpened_vrt(pan: Product, colour: Product, numbers: Sequence[int], guarded: bool) -> str:
    """Weighted Brovey with equal weights over the bands that the panchromatic one spans, as gdal_pansharpen does.

    Without ``NoData`` here nothing would be masked.
    """
    spanned = numbers_of(colour.bands, (*NATURAL, "NIR")) or tuple(numbers)
    inputs = [*numbers, *(number for number in spanned if number not in numbers)]
    source = bands_vrt(colour, inputs, (), guarded)
    spectral = "".join(
        f"<SpectralBand{_destination(index, len(numbers))}>{_source(source, index)}</SpectralBand>"
        for index in range(1, len(inputs) + 1)
    )
    depth = f"<BitDepth>{colour.value_bits}</BitDepth>" if colour.value_bits and colour.data_type != "Byte" else ""
    sharp = bands_vrt(pan, numbers_of(pan.bands, PANCHROMATIC) or (1,), (), guarded)
    return (
        '<VRTDataset subClass="VRTPansharpenedDataset"><PansharpeningOptions><Algorithm>WeightedBrovey</Algorithm>'
        f"<Resampling>Cubic</Resampling><NumThreads>ALL_CPUS</NumThreads>{depth}<NoData>{_nodata(colour)}</NoData>"
        "<SpatialExtentAdjustment>Union</SpatialExtentAdjustment>"
        f"<PanchroBand>{_source(sharp, 1)}</PanchroBand>{spectral}"
        "</PansharpeningOptions></VRTDataset>"
    )


def _destination(index: int, count: int) -> str:
    return f' dstBand="{index}"' if index <= count else ""


def _position(product: Product) -> tuple[float, ...]:
    return product.geotransform or (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def _dataset(size: tuple[int, int], transform: Sequence[float], product: Product, bands: Sequence[str]) -> str:
    numbers = ", ".join(f"{number!r}" for number in transform)
    return (
        f'<VRTDataset rasterXSize="{size[0]}" rasterYSize="{size[1]}"><SRS>{html.escape(product.crs)}</SRS>'
        f"<GeoTransform>{numbers}</GeoTransform>{''.join(bands)}</VRTDataset>"
    )


def _band(product: Product, index: int, number: int, colours: Sequence[str], place: Place, guarded: bool) -> str:
    """``place``: where the product's pixel (0, 0) falls, and how large it is, in pixels of the virtual raster."""
    sources = "".join(
        _tile_source(product, tile, number, place, guarded)
        for tile in product.tiles
        if not tile.missing and tile.first_band <= number < tile.first_band + tile.bands
    )
    return _band_around(index, product, colours[index - 1] if index <= len(colours) else "", sources, number)


def _band_around(index: int, product: Product, colour: str, inside: str, number: int | None = None) -> str:
    role = product.bands[number - 1].role if number else ""
    said = f"<Description>{html.escape(role)}</Description>" if role else ""
    shown = f"<ColorInterp>{colour}</ColorInterp>" if colour else ""
    nodata = (
        f"<NoDataValue>{_nodata(product)}</NoDataValue>" if product.nodata is not None or _has_gaps(product) else ""
    )
    return f'<VRTRasterBand dataType="{product.data_type}" band="{index}">{said}{nodata}{shown}{inside}</VRTRasterBand>'


_RANGES = {"Byte": (0, 255), "UInt16": (0, 65535), "Int16": (-32768, 32767)}


def _tile_source(product: Product, tile: Tile, number: int, place: Place, guarded: bool) -> str:
    inside = _tile_rects(product, tile, number - tile.first_band + 1, place)
    if not guarded or product.data_type not in _RANGES:
        return f"<SimpleSource>{inside}</SimpleSource>"
    low, high = _RANGES[product.data_type]
    return f"<ComplexSource>{inside}<LUT>{low}:{low},{high}:{high}</LUT></ComplexSource>"


def _tile_rects(product: Product, tile: Tile, band: Union[int, str], place: Place) -> str:
    left, top, width, height = tile.window or _regular_window(product, tile)
    x, y, across, down = place
    target = (x + left * across, y + top * down, width * across, height * down)
    known = _known(product.data_type, (width, height), tile.block) if tile.block else ""
    return f"{_source(tile.path, band)}{known}{_rect('SrcRect', 0, 0, width, height)}{_rect('DstRect', *target)}"


def _regular_window(product: Product, tile: Tile) -> tuple[int, int, int, int]:
    left, top = (tile.column - 1) * product.tile_size[0], (tile.row - 1) * product.tile_size[1]
    return (left, top, min(product.tile_size[0], product.columns - left), min(product.tile_size[1], product.rows - top))


def _source(name: str, band: Union[int, str]) -> str:
    """QGIS looks for archives in the text of any source, and would put a slash into ``.tar.gz``."""
    told = html.escape(name).replace(".tar.", "&#46;t&#97;r.")
    return f'<SourceFilename relativeToVRT="0">{told}</SourceFilename><SourceBand>{band}</SourceBand>'


def _known(data_type: str, size: tuple[int, int], block: tuple[int, int]) -> str:
    """What GDAL would open a source for, to learn it."""
    return (
        f'<SourceProperties RasterXSize="{size[0]}" RasterYSize="{size[1]}" DataType="{data_type}" '
        f'BlockXSize="{block[0]}" BlockYSize="{block[1]}"/>'
    )


def _rect(tag: str, x: float, y: float, width: float, height: float) -> str:
    return f'<{tag} xOff="{x!r}" yOff="{y!r}" xSize="{width!r}" ySize="{height!r}"/>'


def _has_gaps(product: Product) -> bool:
    return len(product.tiles) != 1 or product.tiles[0].missing


def _nodata(product: Product) -> str:
    return f"{product.nodata or 0:g}"
