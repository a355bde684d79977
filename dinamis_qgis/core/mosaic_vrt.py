# SPDX-License-Identifier: GPL-2.0-or-later
"""The mosaic as text: a virtual raster over its images, each warped onto the grid behind a mask of its own.

GDAL's mosaics decide band by band where a value is no data, and know no outlines. Here each image has one mask for all
its bands: within its true outline and the zone, and where its pixels hold something. What the mask leaves out never
covers a neighbour.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from osgeo import gdal

from ..domain.errors import InvalidProduct
from .mosaic_grid import Grid, Laid, bounds_on, in_pixels, is_on_grid
from .product_vrt import COLOURS
from .vsi import open_dataset, quiet_gdal

_INTEGERS = {"Byte": (0, 255), "UInt16": (0, 65535), "Int16": (-32768, 32767), "UInt32": (0, 2**32 - 1)}
Curve = tuple[tuple[float, float], ...]  # value in, value out; constant beyond its ends


@dataclass(frozen=True)
class Layered:
    """An image on the grid. ``curves``: what becomes of the values of each band; () leaves them as they are."""

    laid: Laid
    curves: tuple[Curve, ...] = ()
    nearest: bool = False  # values that are classes are never mixed


@dataclass(frozen=True)
class Values:
    """Of the mosaic's pixels."""

    data_type: str  # GDAL's name
    nodata: float
    bands: int


def mosaic_vrt(images: Sequence[Layered], grid: Grid, values: Values, said: Mapping[str, str], exact: bool) -> str:
    """``images`` from the top one down. ``exact``: without shortcuts at small scales, for a copy of all pixels.

    Raises :class:`InvalidProduct`, :class:`~dinamis_qgis.domain.mosaic_errors.CannotAssemble`.
    """
    sources = [_sources(image, grid, values, exact) for image in reversed(images)]  # GDAL draws the last one on top
    colours = COLOURS if values.bands == 3 else ("Gray",)
    bands = "".join(
        f'<VRTRasterBand dataType="{values.data_type}" band="{number}"><NoDataValue>{values.nodata:g}</NoDataValue>'
        f"<ColorInterp>{colours[number - 1]}</ColorInterp>{''.join(one[number - 1] for one in sources)}</VRTRasterBand>"
        for number in range(1, values.bands + 1)
    )
    told = "".join(f'<MDI key="{html.escape(key)}">{html.escape(text)}</MDI>' for key, text in said.items())
    return (
        f'<VRTDataset rasterXSize="{grid.columns}" rasterYSize="{grid.rows}">'
        f"<SRS>{html.escape(grid.crs)}</SRS>"
        f"<GeoTransform>{', '.join(map(repr, grid.transform))}</GeoTransform><Metadata>{told}</Metadata>"
        f"{bands}</VRTDataset>"
    )


def _sources(image: Layered, grid: Grid, values: Values, exact: bool) -> list[str]:
    """For each band."""
    window = _window(image.laid, grid)
    warped = _warped(image, grid, window, values, exact)
    left, top, columns, rows = window
    found = []
    for number in range(1, values.bands + 1):
        curve = image.curves[number - 1] if image.curves else ()
        table = ",".join(f"{one!r}:{other!r}" for one, other in curve)
        found.append(
            f'<ComplexSource><SourceFilename relativeToVRT="0">{html.escape(warped)}</SourceFilename>'
            f"<SourceBand>{number}</SourceBand>"
            f'<SrcRect xOff="0" yOff="0" xSize="{columns}" ySize="{rows}"/>'
            f'<DstRect xOff="{left}" yOff="{top}" xSize="{columns}" ySize="{rows}"/>'
            f"{f'<LUT>{table}</LUT>' if table else ''}<UseMaskBand>true</UseMaskBand></ComplexSource>"
        )
    return found


def _window(laid: Laid, grid: Grid) -> tuple[int, int, int, int]:
    left, top, columns, rows = grid.window(bounds_on(laid, grid.crs))
    right, bottom = min(left + columns, grid.columns), min(top + rows, grid.rows)
    left, top = max(left, 0), max(top, 0)
    return left, top, max(right - left, 1), max(bottom - top, 1)


def _warped(image: Layered, grid: Grid, window: tuple[int, int, int, int], values: Values, exact: bool) -> str:
    """Its bands and an alpha band, over exactly ``window``."""
    laid, part = image.laid, image.laid.part
    exactly = image.nearest or is_on_grid(laid, grid)
    options = ["UNIFIED_SRC_NODATA=YES"]
    if laid.is_cut:
        options.append(f"CUTLINE={_as_wkt(laid)}")
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            warped = gdal.Warp(
                "",
                open_dataset(part.exact if exact else part.shown),
                format="VRT",
                srcSRS=laid.crs,
                dstSRS=grid.crs,
                outputBounds=grid.bounds(window),
                width=window[2],
                height=window[3],
                resampleAlg="near" if exactly else "cubic",
                srcNodata="None" if part.nodata is None else repr(part.nodata),
                srcAlpha=part.has_alpha,
                dstAlpha=True,
                warpOptions=options,
            )
            text = warped.GetMetadata("xml:VRT")[0] if warped is not None else ""
        except RuntimeError as error:
            raise InvalidProduct(part.image.path, str(error)) from error
    if not text:
        raise InvalidProduct(part.image.path, gdal.GetLastErrorMsg() or "it cannot be laid on the map")
    return _with_byte_alpha(text, values.bands + 1)


def _with_byte_alpha(text: str, band: int) -> str:
    """GDAL makes the alpha band of the type of the others, and reads the mask of such a one without overviews: a view
    of a whole image took half a minute."""
    text = re.sub(rf'(<VRTRasterBand dataType=")\w+(" band="{band}" )', r"\g<1>Byte\2", text)
    return re.sub(r'(<Option name="DST_ALPHA_MAX">)\d+<', r"\g<1>255<", text)


def _as_wkt(laid: Laid) -> str:
    """GDAL keeps only what it is given: nothing outside of the raster, and whole polygons."""
    shape = in_pixels(laid)
    rings = lambda polygon: (polygon.exterior, *polygon.interiors)  # noqa: E731
    text = lambda ring: "(" + ",".join(f"{x!r} {y!r}" for x, y in ring.coords) + ")"  # noqa: E731
    polygons = getattr(shape, "geoms", [shape])
    return "MULTIPOLYGON(" + ",".join("(" + ",".join(map(text, rings(one))) + ")" for one in polygons) + ")"


def stretched(limits: Sequence[tuple[float, float]]) -> tuple[Curve, ...]:
    """To 1…255: 0 stays for no data."""
    return tuple(((low, 1.0), (high, 255.0)) for low, high in limits)


def never(nodata: float, data_type: str, bands: int) -> tuple[Curve, ...]:
    """A pixel that counts is never no data: the value next to it takes its place. () where there is no such risk."""
    if data_type not in _INTEGERS or not math.isfinite(nodata):
        return ()
    low, high = _INTEGERS[data_type]
    if nodata == low:
        return (((low + 1.0, low + 1.0), (float(high), float(high))),) * bands
    if nodata == high:
        return (((float(low), float(low)), (high - 1.0, high - 1.0)),) * bands
    return ()


def brought_to(
    own: Sequence[tuple[float, float]], common: Sequence[tuple[float, float]], data_type: str
) -> tuple[Curve, ...]:
    """A straight line that brings ``own`` limits to the ``common`` ones, within 1 and the largest value."""
    highest = float(_INTEGERS.get(data_type, (0, 65535))[1])
    curves = []
    for (low, high), (to_low, to_high) in zip(own, common):
        slope = (to_high - to_low) / (high - low)
        first, last = low + (1.0 - to_low) / slope, low + (highest - to_low) / slope
        curves.append(((first, 1.0), (last, highest)))
    return tuple(curves)
