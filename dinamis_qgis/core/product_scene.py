# SPDX-License-Identifier: GPL-2.0-or-later
"""An image on disk as a scene of a catalogue: its footprint in longitude/latitude, and where to find it again."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote

import shapely
from shapely.geometry.base import BaseGeometry

from ..domain.scene import Asset, Grid, Scene
from .geometry import LON_LAT, polygons_only
from .product import Product
from .product_texts import credit_of, layer_name, licence_of
from .proj import to_lon_lat
from .vsi import plain


def scene_of(image: Product, catalogue: str) -> Scene:
    return Scene(
        id=scene_id(image.path),
        catalogue=catalogue,
        title=layer_name(image),
        mission=image.mission,
        acquired=image.acquired,
        gsd=image.gsd,
        spectral_mode=image.spectral_mode,
        level=image.level,
        cloud_cover=image.cloud_cover,
        incidence=image.incidence,
        off_nadir=image.off_nadir,
        sun_elevation=image.sun_elevation,
        footprint=footprint(image),
        self_url=url_of(image.path),
        licence=licence_of(image),
        credit=credit_of(image),
        assets=pictures(image),
    )


def footprint(image: Product) -> BaseGeometry | None:
    """In longitude/latitude, or None when its place is unknown."""
    if image.outline is None or (image.geotransform is not None and not image.crs):
        return None  # in coordinates of which nobody says what they are
    shape = polygons_only(shapely.make_valid(image.outline))
    return None if shape.is_empty else to_lon_lat(shape, image.crs or LON_LAT)


def scene_id(path: str) -> str:
    """The file's name without ``DIM_``, as DIMAP names its products."""
    return re.sub(r"^DIM_", "", posixpath.splitext(posixpath.basename(path))[0], flags=re.IGNORECASE)


def url_of(path: str) -> str:
    """``file:`` URL; inside an archive, as if the archive were a folder."""
    inside = plain(path)
    return "file://" + quote(inside if inside.startswith("/") else f"/{inside}")


def is_at(path: str, url: str) -> bool:
    return unquote(url) == unquote(url_of(path))


def pictures(product: Product) -> tuple[Asset, ...]:
    """An ortho product's preview covers exactly its raster; of a sensor one only the corners are known."""
    extent = product.extent
    grid = Grid(product.crs, extent) if extent and product.crs else None
    roles = (("preview", product.preview, "overview"), ("icon", product.icon, "thumbnail"))
    return tuple(Asset(key, path, "image/jpeg", (role,), grid=grid) for key, path, role in roles if path)
