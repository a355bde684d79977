# SPDX-License-Identifier: GPL-2.0-or-later
"""An image on disk, whichever reader described it: what it shows, where its pixels lie, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Union

from shapely.geometry.base import BaseGeometry

from .dimap_bands import Band
from .dimap_tiles import Tile
from .sensor_model import Rpc, TiePoints

KINDS = ("dimap2", "dimap1", "stac", "geotiff", "jp2")
_STRETCHED = ("DISPLAY", "LINEAR_STRETCH", "SEAMLESS")  # radiometry made for the eye: not to be stretched again

GeoTransform = tuple[float, float, float, float, float, float]
Group = tuple["Product", ...]  # one image, or a bundle: (multispectral, panchromatic)


@dataclass(frozen=True)
class Mask:
    """A quality mask of a product: ``kind`` is the maker's code (ROI, CLD, SNW…), ``path`` its GML file."""

    kind: str
    path: str


@dataclass(frozen=True)
class Placed:
    """How an image in sensor geometry was laid on the map."""

    method: str  # rpc, corners
    height: float  # m above the ellipsoid; of the relief's zero where there is a ``relief``
    relief: str = ""  # the title of the terrain model


@dataclass(frozen=True)
class Product:
    """Unknown is None, ``""`` or ``()``. Its pixels lie on the map by ``geotransform``, or are in sensor geometry and
    lie there by ``model`` alone."""

    path: str  # of the description, or of the image itself (``/vsizip/…`` inside an archive)
    kind: str  # of KINDS
    columns: int
    rows: int
    bands: tuple[Band, ...]
    data_type: str  # GDAL's name
    tile_size: tuple[int, int]  # columns, rows
    tiles: tuple[Tile, ...]
    name: str = ""  # the maker's
    mission: str = ""  # PHR1A, SPOT6, PNEO3…
    acquisitions: tuple[datetime, ...] = ()  # UTC, sorted; a mosaic has several
    level: str = ""  # of domain.scene.LEVELS
    spectral_mode: str = ""  # P, MS, PMS, and DIMAP's suffixes
    radiometry: str = ""  # BASIC, REFLECTANCE, DISPLAY…
    gsd: float | None = None  # m, of the pixels as delivered
    crs: str = ""  # authority code, else WKT; of ``outline`` too, "" there is longitude/latitude
    geotransform: GeoTransform | None = None  # GDAL's
    model: Union[Rpc, TiePoints, None] = None
    outline: BaseGeometry | None = None  # where there are pixels
    nodata: float | None = None
    saturation: float | None = None
    value_bits: int | None = None  # significant bits of a value
    has_palette: bool = False
    value_unit: str = ""  # of the pixels' values as they are
    cloud_cover: float | None = None  # %
    snow_cover: float | None = None  # %
    incidence: float | None = None  # degrees, on the ground, at the centre
    off_nadir: float | None = None  # degrees, at the satellite, at the centre
    sun_elevation: float | None = None  # degrees, at the centre
    sun_azimuth: float | None = None  # degrees from north
    surface_km2: float | None = None
    masks: tuple[Mask, ...] = ()
    preview: str = ""  # path of the picture
    icon: str = ""
    producer: str = ""  # who orthorectified: IGN, Airbus
    copyright: str = ""  # as the product says it
    licence: str = ""
    credit: str = ""  # as a person completed it
    placed: Placed | None = None  # by us, and not by a delivered orthorectification

    @property
    def acquired(self) -> datetime | None:
        return self.acquisitions[0] if self.acquisitions else None

    @property
    def is_described(self) -> bool:
        """By its maker: a satellite is known. The others are images added as they are."""
        return bool(self.mission)

    @property
    def missing_tiles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tile.name for tile in self.tiles if tile.missing))

    @property
    def is_display(self) -> bool:
        """Already stretched by its maker, as bytes are that nobody describes."""
        return self.radiometry in _STRETCHED or (self.data_type == "Byte" and self.kind in ("geotiff", "jp2"))

    @property
    def extent(self) -> tuple[float, float, float, float] | None:
        """(xmin, ymin, xmax, ymax) in ``crs``."""
        if self.geotransform is None:
            return None
        x, width, _, y, _, height = self.geotransform
        return (x, y + height * self.rows, x + width * self.columns, y)
