# SPDX-License-Identifier: GPL-2.0-or-later
"""An image in sensor geometry as one that lies on the map: a virtual raster that GDAL computes where it is looked at.

No pixel is written. It is never a delivered Ortho: :class:`Placed` says what was used, and travels with the product.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal

from ..domain.errors import InvalidProduct, UnsupportedProduct
from .dimap_tiles import Tile
from .product import Placed, Product
from .product_vrt import sensor_vrt
from .proj import lon_lat_of, project
from .sensor_model import Rpc, TiePoints
from .vsi import open_dataset, quiet_gdal

_WGS84 = "EPSG:4326"
_LARGEST = 400_000  # pixels a side: beyond, the model is broken
_INLINE = 1 << 20  # bytes, of a tile that stands for others


@dataclass(frozen=True)
class Relief:
    """What stands in for the ground. ``height`` is in metres above the ellipsoid, None for the model's own mean.

    ``path`` is a terrain model that GDAL opens, to whose heights ``height`` is added: most of them count from the
    geoid, which lies 43 to 55 m above the ellipsoid in metropolitan France.
    """

    height: float | None = None
    path: str = ""
    title: str = ""


def placed(product: Product, relief: Relief = Relief()) -> Product:
    """The same image on the map, in the UTM zone of its centre, at its own resolution; an image that lies there
    already as it is.

    Raises :class:`UnsupportedProduct` (sensor) without a model, :class:`InvalidProduct` for one that leads nowhere.
    """
    if product.geotransform is not None or product.placed is not None:
        return product
    model = product.model
    if model is None:
        raise UnsupportedProduct(product.path, "sensor")
    if isinstance(model, Rpc):
        crs, shown = _utm(model.centre), product
    else:
        crs = _utm(_middle(product, model))
        shown = replace(product, model=_in_metres(product, model, crs))
    how = _how(product, relief)
    text = _warped(shown, crs, how, relief)
    dataset = open_dataset(text)
    columns, rows, transform = dataset.RasterXSize, dataset.RasterYSize, dataset.GetGeoTransform()
    del dataset
    return replace(
        product,
        columns=columns,
        rows=rows,
        tile_size=(columns, rows),
        tiles=(Tile(text, 1, 1, 1, len(product.bands), _INLINE),),
        crs=crs,
        geotransform=transform,
        nodata=product.nodata or 0.0,
        outline=None,
        model=None,
        placed=how,
    )


def _how(product: Product, relief: Relief) -> Placed:
    if not isinstance(product.model, Rpc):
        return Placed("corners", 0.0)
    if relief.path:
        return Placed("rpc", relief.height or 0.0, relief.title or relief.path)
    return Placed("rpc", product.model.mean_height if relief.height is None else relief.height)


def _warped(product: Product, crs: str, how: Placed, relief: Relief) -> str:
    """GDAL's virtual raster, as text."""
    method = ["METHOD=RPC", f"RPC_HEIGHT={how.height!r}"] if how.method == "rpc" else ["METHOD=GCP_POLYNOMIAL"]
    if how.method == "rpc" and relief.path:
        method += [f"RPC_DEM={relief.path}", "RPC_DEM_MISSING_VALUE=0"]
    nodata = product.nodata or 0.0
    size = product.gsd if product.gsd and product.gsd > 0 else None
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            warped = gdal.Warp(
                "",
                open_dataset(sensor_vrt(product)),
                format="VRT",
                srcSRS=_WGS84 if how.method == "rpc" else product.model.crs,
                dstSRS=crs,
                transformerOptions=method,
                resampleAlg="cubic",
                srcNodata=nodata,
                dstNodata=nodata,
                xRes=size,
                yRes=size,
                targetAlignedPixels=size is not None,
            )
        except RuntimeError as error:
            raise InvalidProduct(product.path, str(error), "RPC") from error
        if warped is None:
            raise InvalidProduct(product.path, gdal.GetLastErrorMsg() or "its model leads nowhere", "RPC")
    if max(warped.RasterXSize, warped.RasterYSize) > _LARGEST:
        raise InvalidProduct(product.path, "its model leads nowhere", "RPC")
    return warped.GetMetadata("xml:VRT")[0]


def _utm(place: tuple[float, float]) -> str:
    longitude, latitude = place
    zone = min(60, int((longitude + 180) // 6) + 1)
    return f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}"


def _in_metres(product: Product, ties: TiePoints, crs: str) -> TiePoints:
    """A plane fits an image in metres; in degrees it does not."""
    places = np.array([point[2:] for point in ties.points])
    if ties.crs != _WGS84:
        places = np.array([lon_lat_of(ties.crs, x, y) for x, y in places])
    moved = project(crs, places)
    if not np.isfinite(moved).all():
        raise InvalidProduct(product.path, "its corners lie nowhere on Earth", "Dataset_Frame")
    return TiePoints(crs, tuple((*point[:2], float(x), float(y)) for point, (x, y) in zip(ties.points, moved)))


def _middle(product: Product, ties: TiePoints) -> tuple[float, float]:
    """Of the tie points, in longitude/latitude. Raises :class:`InvalidProduct`."""
    x, y = (sum(point[index] for point in ties.points) / len(ties.points) for index in (2, 3))
    if ties.crs != _WGS84:
        x, y = lon_lat_of(ties.crs, x, y)
    if not (math.isfinite(x) and math.isfinite(y)) or abs(x) > 180 or abs(y) > 90:
        raise InvalidProduct(product.path, "its corners lie nowhere on Earth", "Dataset_Frame")
    return x, y
