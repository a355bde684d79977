# SPDX-License-Identifier: GPL-2.0-or-later
"""A bare GeoTIFF or JPEG 2000: what its name tells, as OpenSPOT and IGN name theirs, and what GDAL reads in it.

Seen shapes: ``ORT_SPOT7_20210601_104512300_000---PAN.TIF``, ``IMG_SPOT7_20210601_104512300_000_PAN_R1C1.TIF``,
``IMG_PHR1A_PMS_202108151540532_ORT_5888578101_R1C1.JP2``.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from datetime import datetime, timezone

from osgeo import gdal, osr
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from .compositions import NATURAL, PANCHROMATIC
from .dimap_bands import Band
from .dimap_tiles import Tile
from .product import Product
from .thematic import known_unit
from .vsi import file_size, open_dataset

SUFFIXES = (".tif", ".tiff", ".jp2")
# GDAL goes by the content: a virtual raster under such a name could lead to any file or address.
_DRIVERS = ("GTiff", "JP2OpenJPEG", "JP2ECW", "JP2KAK", "JP2MrSID", "JP2Lura")

_INLINE = 1 << 20  # bytes, of a source that is no file
_EDGE = r"(?<![A-Z0-9]){}(?![A-Z0-9])"
_MISSION = re.compile(_EDGE.format(r"(PHR1[AB]|SPOT[1-7]|PNEO[3-6])"))
_DATE = re.compile(r"(?<!\d)(\d{8})[_T-]?(\d{6})(\d{0,3})(?!\d)")
_MODE = re.compile(_EDGE.format(r"(PAN|PMS-FS|MS-FS|PMS-[NX]|MS-[NX]|PMS|MS|XS|P)"))
_LEVEL = re.compile(_EDGE.format(r"(ORT|PRJ|SEN|MOS)"))
_MODES = {"PAN": "P", "XS": "MS"}
_LEVELS = {"ORT": "ortho", "PRJ": "projected", "SEN": "primary", "MOS": "mosaic"}


@dataclass(frozen=True)
class NamedRaster:
    """What a file's name says: unknown is None or ``""``."""

    mission: str = ""
    acquired: datetime | None = None  # UTC
    spectral_mode: str = ""
    level: str = ""

    @property
    def known(self) -> bool:
        return bool(self.mission)


def read_name(path: str) -> NamedRaster:
    stem = posixpath.splitext(posixpath.basename(path.replace("\\", "/")))[0].upper()
    mission = _MISSION.search(stem)
    if mission is None:
        return NamedRaster()
    rest = stem[mission.end() :]
    mode, level = _MODE.search(rest), _LEVEL.search(stem)
    said = mode[1] if mode else ""
    return NamedRaster(mission[1], _date(stem), _MODES.get(said, said), _LEVELS[level[1]] if level else "")


def _date(stem: str) -> datetime | None:
    found = _DATE.search(stem)
    if found is None:
        return None
    fraction = float(f"0.{found[3] or 0}")
    try:
        whole = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S")
    except ValueError:
        return None
    return whole.replace(microsecond=round(fraction * 1e6), tzinfo=timezone.utc)


def read_raster(path: str, name: NamedRaster | None = None) -> Product:
    """Reads no pixel. ``name`` is what is known of it, instead of what its file's name tells.

    Raises :class:`~dinamis_qgis.domain.errors.InvalidProduct`.
    """
    return _described(open_dataset(path, _DRIVERS), path, name or read_name(path))


def read_any(source: str, nodata: float | None = None) -> Product:
    """The source of a layer that QGIS shows already, whatever GDAL reads it with; ``nodata`` goes before its own.

    Raises :class:`~dinamis_qgis.domain.errors.InvalidProduct`.
    """
    found = _described(open_dataset(source), source, NamedRaster())
    return found if nodata is None else replace(found, nodata=nodata)


def _described(dataset: gdal.Dataset, path: str, name: NamedRaster) -> Product:
    srs = dataset.GetSpatialRef()
    first = dataset.GetRasterBand(1) if dataset.RasterCount else None
    declared = first.GetNoDataValue() if first is not None else None
    transform = dataset.GetGeoTransform(can_return_null=True)
    metric = srs is not None and srs.IsProjected() and abs(srs.GetLinearUnits() - 1.0) < 1e-9
    columns, rows, bands = dataset.RasterXSize, dataset.RasterYSize, _bands(dataset, name)
    return Product(
        path=path,
        kind="jp2" if path.lower().endswith("jp2") else "geotiff",
        columns=columns,
        rows=rows,
        bands=bands,
        data_type=gdal.GetDataTypeName(first.DataType) if first is not None else "",
        tile_size=(columns, rows),
        tiles=(Tile(path, 1, 1, 1, len(bands), file_size(path) or _INLINE),),
        mission=name.mission,
        acquisitions=(name.acquired,) if name.acquired else (),
        level=name.level,
        spectral_mode=name.spectral_mode,
        gsd=round(abs(transform[1]), 6) if metric and transform else None,
        crs=crs_code(srs),
        geotransform=transform,
        outline=_outline(transform, columns, rows),
        nodata=0.0 if declared is None and name.known else declared,  # these makers use 0 and do not declare it
        has_palette=first is not None and first.GetColorTable() is not None,
        value_unit=(first.GetUnitType() if first is not None else "") or known_unit(path),
    )


def crs_code(srs: osr.SpatialReference | None) -> str:
    """Its authority's code, else its WKT; "" for none, or for one that says nothing."""
    if srs is None:
        return ""
    authority, code = srs.GetAuthorityName(None), srs.GetAuthorityCode(None)
    if authority and code:
        return f"{authority}:{code}"
    try:
        return srs.ExportToWkt()
    except RuntimeError:  # an empty one, where osgeo raises exceptions
        return ""


def _bands(dataset: gdal.Dataset, name: NamedRaster) -> tuple[Band, ...]:
    """The file's own colours where it has some; else, for a maker that is known, red, green, blue, near infrared."""
    said = {gdal.GCI_RedBand: "R", gdal.GCI_GreenBand: "G", gdal.GCI_BlueBand: "B"}
    count = dataset.RasterCount
    roles = [said.get(dataset.GetRasterBand(number).GetColorInterpretation(), "") for number in range(1, count + 1)]
    if count == 1:
        roles = list(PANCHROMATIC) if name.known else [""]
    elif name.known and (not any(roles) or roles[:3] == list(NATURAL)):
        roles = [*NATURAL, "NIR"][:count] + [""] * max(0, count - 4)
    return tuple(Band(number, str(number), role) for number, role in enumerate(roles, 1))


def _outline(transform: tuple[float, ...] | None, columns: int, rows: int) -> BaseGeometry | None:
    if transform is None:
        return None
    x, across, across_row, y, down_column, down = transform
    corners = ((0, 0), (columns, 0), (columns, rows), (0, rows))
    shape = Polygon([(x + c * across + r * across_row, y + c * down_column + r * down) for c, r in corners])
    return shape if shape.is_valid and shape.area > 0 else None
