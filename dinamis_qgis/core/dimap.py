# SPDX-License-Identifier: GPL-2.0-or-later
"""One DIM_*.XML (DIMAP V2: Pléiades, SPOT 6-7, Pléiades Neo) as a :class:`DimapProduct`.

Everything is read in the XML: GDAL's metadata attaches gains to the wrong bands and leaves clouds, special values and
the preview out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timezone

from shapely.geometry.base import BaseGeometry

from ..domain.errors import InvalidProduct, UnsupportedProduct
from .dimap_bands import Band, number_in, read_bands
from .dimap_outline import read_outline
from .dimap_tiles import MAX_SIDE, Tile, read_tiles
from .vsi import beside, exists, read_bytes
from .xml_tree import MAX_BYTES, Element, parse_xml

_LEVELS = {"SENSOR": "primary", "PROJECTED": "projected", "ORTHO": "ortho", "MOSAIC": "mosaic"}
_MISSIONS = re.compile(r"PHR1[A-Z]|SPOT[67]|PNEO\d")
_DATA_TYPES = {(8, "UNSIGNED"): "Byte", (16, "UNSIGNED"): "UInt16", (16, "SIGNED"): "Int16"}
_STRETCHED = ("DISPLAY", "LINEAR_STRETCH", "SEAMLESS")  # radiometry made for the eye: not to be stretched again


@dataclass(frozen=True)
class DimapProduct:
    """``path`` is the DIM file (``/vsizip/…`` inside an archive). Unknown is None or ``""``."""

    path: str
    name: str  # DATASET_NAME
    mission: str  # PHR1A, PHR1B, SPOT6, SPOT7, PNEO3…
    acquisitions: tuple[datetime, ...]  # UTC, sorted; a mosaic has several
    level: str  # of domain.scene.LEVELS
    spectral_mode: str  # P, MS, PMS, and DIMAP's suffixes
    radiometry: str  # BASIC, REFLECTANCE, DISPLAY…
    gsd: float | None  # m, of the pixels as delivered
    columns: int
    rows: int
    crs: str  # authority code; "" for sensor geometry
    geotransform: tuple[float, float, float, float, float, float] | None  # GDAL's; None for sensor geometry
    bands: tuple[Band, ...]
    data_type: str  # GDAL's name
    nodata: float | None
    saturation: float | None
    value_bits: int | None  # significant bits of a value (PRODUCT_RANGE)
    cloud_cover: float | None  # %
    incidence: float | None  # degrees, on the ground, at the centre
    off_nadir: float | None  # degrees, at the satellite, at the centre
    sun_elevation: float | None  # degrees, at the centre
    surface_km2: float | None
    outline: BaseGeometry | None  # in ``crs`` (longitude/latitude for sensor geometry): the ROI mask, else the extent
    tile_size: tuple[int, int]  # columns, rows
    tiles: tuple[Tile, ...]
    preview: str  # path of the JPEG, "" when absent
    icon: str
    producer: str  # IGN, Airbus or ""
    copyright: str  # as the product says it
    licence: str

    @property
    def acquired(self) -> datetime | None:
        return self.acquisitions[0] if self.acquisitions else None

    @property
    def missing_tiles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tile.name for tile in self.tiles if tile.missing))

    @property
    def is_display(self) -> bool:
        """Already stretched by the producer."""
        return self.radiometry in _STRETCHED

    @property
    def extent(self) -> tuple[float, float, float, float] | None:
        """(xmin, ymin, xmax, ymax) in ``crs``."""
        if self.geotransform is None:
            return None
        x, width, _, y, _, height = self.geotransform
        return (x, y + height * self.rows, x + width * self.columns, y)


def read_dimap(path: str) -> DimapProduct:
    """Raises :class:`InvalidProduct`, or :class:`UnsupportedProduct` for DIMAP V1 and other satellites."""
    root = parse_xml(read_bytes(path, MAX_BYTES), path)
    return product_from(root, path)


def product_from(root: Element, path: str) -> DimapProduct:
    if root.tag != "Dimap_Document":
        raise InvalidProduct(path, f"not a DIMAP document: <{root.tag[:50]}>")
    form = root.first("Metadata_Identification/METADATA_FORMAT") or root.first("Metadata_Id/METADATA_FORMAT")
    if form is not None and form.attributes.get("version", "").startswith("1"):
        raise UnsupportedProduct(path, "dimap1")
    strips = root.all("Dataset_Sources/Source_Identification/Strip_Source")
    mission = _mission(strips)
    if not mission:
        raise InvalidProduct(path, "no satellite is named", "Strip_Source")
    if not _MISSIONS.fullmatch(mission):
        raise UnsupportedProduct(path, "mission", mission)
    settings = root.first("Processing_Information/Product_Settings") or Element("", {})
    level = _LEVELS.get(settings.text_of("PROCESSING_LEVEL").upper(), "")
    columns, rows, count = (_whole(root, f"Raster_Data/Raster_Dimensions/{key}", path) for key in _DIMENSIONS)
    tile_size, tiles = read_tiles(root, (columns, rows), count, path)
    crs, geotransform = (None, None) if level == "primary" else (_crs(root), _geotransform(root, path))
    centre = _centre(root)
    return DimapProduct(
        path=path,
        name=root.text_of("Dataset_Identification/DATASET_NAME"),
        mission=mission,
        acquisitions=tuple(sorted(filter(None, map(_acquired, strips)))),
        level=level,
        spectral_mode=_mode(settings.text_of("SPECTRAL_PROCESSING").upper()),
        radiometry=settings.text_of("Radiometric_Settings/RADIOMETRIC_PROCESSING").upper(),
        gsd=_gsd(root, settings),
        columns=columns,
        rows=rows,
        crs=crs or "",
        geotransform=geotransform,
        bands=read_bands(root, count, path),
        data_type=_data_type(root, path),
        nodata=_special(root, "NODATA"),
        saturation=_special(root, "SATURATED"),
        value_bits=_bits(number_in(root, "Radiometric_Data/Dynamic_Range/PRODUCT_RANGE")),
        cloud_cover=_within(number_in(root, "Dataset_Content/CLOUD_COVERAGE"), 0, 100),
        incidence=_within(number_in(centre, "Acquisition_Angles/INCIDENCE_ANGLE"), 0, 90),
        off_nadir=_within(number_in(centre, "Acquisition_Angles/VIEWING_ANGLE"), 0, 90),
        sun_elevation=_within(number_in(centre, "Solar_Incidences/SUN_ELEVATION"), -90, 90),
        surface_km2=_within(number_in(root, "Dataset_Content/SURFACE_AREA"), 0, 1e9),
        outline=read_outline(root, path, crs or "", geotransform, (columns, rows)),
        tile_size=tile_size,
        tiles=tiles,
        preview=_picture(root, "DATASET_QL_PATH", path),
        icon=_picture(root, "DATASET_TN_PATH", path),
        producer=_producer(root),
        copyright=root.text_of("Dataset_Identification/Legal_Constraints/COPYRIGHT"),
        licence=_said(root.text_of("Dataset_Identification/Legal_Constraints/LICENSE")),
    )


_DIMENSIONS = ("NCOLS", "NROWS", "NBANDS")


def _mission(strips: list[Element]) -> str:
    return (strips[0].text_of("MISSION") + strips[0].text_of("MISSION_INDEX")).upper() if strips else ""


def _acquired(strip: Element) -> datetime | None:
    """Imaging times are UTC, with or without Z."""
    found = re.match(r"(\d\d):(\d\d):(\d\d)(\.\d{1,6})?", strip.text_of("IMAGING_TIME"))
    try:
        day = date.fromisoformat(strip.text_of("IMAGING_DATE"))
        hour = time(*map(int, found.groups()[:3]), round(float(found[4] or 0) * 1e6)) if found else time()
    except ValueError:
        return None
    return datetime.combine(day, hour, timezone.utc)


def _mode(text: str) -> str:
    return "P" if text == "PAN" else text


def _gsd(root: Element, settings: Element) -> float | None:
    spacing = settings.first("Sampling_Settings/RESAMPLING_SPACING")
    if spacing is not None and spacing.attributes.get("unit", "m") == "m":
        value = number_in(settings, "Sampling_Settings/RESAMPLING_SPACING")
        if value is not None and value > 0:
            return value
    if root.first("Coordinate_Reference_System/Projected_CRS") is None:
        return None
    return _within(number_in(root, "Geoposition/Geoposition_Insert/XDIM"), 1e-6, 1e6)


def _crs(root: Element) -> str:
    system = root.first("Coordinate_Reference_System")
    for key in ("Projected_CRS/PROJECTED_CRS_CODE", "Geodetic_CRS/GEODETIC_CRS_CODE"):
        found = re.search(r"EPSG:.*?(\d{4,6})$", system.text_of(key) if system is not None else "", re.IGNORECASE)
        if found:
            return f"EPSG:{found[1]}"
    return ""


def _geotransform(root: Element, path: str) -> tuple[float, float, float, float, float, float]:
    """ULXMAP, ULYMAP are the corner of the upper-left pixel, not its centre."""
    insert = root.first("Geoposition/Geoposition_Insert")
    values = [number_in(insert, key) if insert else None for key in ("ULXMAP", "ULYMAP", "XDIM", "YDIM")]
    x, y, width, height = values
    if x is None or y is None or not width or not height:
        raise InvalidProduct(path, "no usable position", "Geoposition_Insert")
    return (x, abs(width), 0.0, y, 0.0, -abs(height))


def _whole(root: Element, where: str, path: str) -> int:
    text = root.text_of(where)
    limit = 64 if where.endswith("NBANDS") else MAX_SIDE
    if not re.fullmatch(r"\d{1,7}", text) or not 0 < int(text) <= limit:
        raise InvalidProduct(path, f"a size that is none: {text[:20]!r}", where)
    return int(text)


def _data_type(root: Element, path: str) -> str:
    encoding = root.first("Raster_Data/Raster_Encoding") or Element("", {})
    bits, sign = encoding.text_of("NBITS") or "16", encoding.text_of("SIGN").upper() or "UNSIGNED"
    found = _DATA_TYPES.get((int(bits), sign)) if re.fullmatch(r"\d{1,2}", bits) else None
    if found is None:
        raise InvalidProduct(path, f"pixels of {bits[:10]} bits, {sign[:10]}", "Raster_Encoding")
    return found


def _special(root: Element, name: str) -> float | None:
    for item in root.walk("Special_Value"):
        if item.text_of("SPECIAL_VALUE_TEXT").upper() == name:
            return number_in(item, "SPECIAL_VALUE_COUNT")
    return None


def _centre(root: Element) -> Element:
    for item in root.all("Geometric_Data/Use_Area/Located_Geometric_Values"):
        if item.text_of("LOCATION_TYPE").lower() == "center":
            return item
    return Element("", {})


def _bits(value: float | None) -> int | None:
    return int(value) if value is not None and 1 <= value <= 16 else None


def _within(value: float | None, low: float, high: float) -> float | None:
    return value if value is not None and low <= value <= high else None


def _picture(root: Element, key: str, path: str) -> str:
    element = root.first(f"Dataset_Identification/{key}")
    if element is None:
        return ""
    try:
        found = beside(path, element.attributes.get("href", ""))
    except InvalidProduct:
        return ""
    return found if exists(found) else ""


def _producer(root: Element) -> str:
    """Of the product or of its production: images over France are orthorectified by IGN and delivered by others."""
    names = [root.first("Product_Information/Producer_Information"), root.first("Processing_Information")]
    producer, processing = (found or Element("", {}) for found in names)
    said = f"{producer.text_of('PRODUCER_NAME')} {processing.text_of('Production_Facility/PROCESSING_CENTER')}".upper()
    if re.search(r"\bIGN\b", said):
        return "IGN"
    return "Airbus" if re.search(r"AIRBUS|ASTRIUM|SPOT ?IMAGE", said) else ""


def _said(text: str) -> str:
    return "" if text.upper() in ("NA", "N/A", "NONE") else text
