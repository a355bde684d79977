# SPDX-License-Identifier: GPL-2.0-or-later
"""One DIM_*.XML (DIMAP V2: Pléiades, SPOT 6-7, Pléiades Neo) as a :class:`Product`; a V1 one by its own reader.

Everything is read in the XML: GDAL's metadata attaches gains to the wrong bands and leaves clouds, special values and
the preview out.
"""

from __future__ import annotations

import re

from ..domain.errors import InvalidProduct, UnsupportedProduct
from . import dimap1
from .dimap_bands import number_in, read_bands
from .dimap_outline import corners_of, read_outline
from .dimap_tiles import read_tiles
from .dimap_values import NOTHING, data_type, moment, picture, position, producer, sizes, special, stated, within
from .product import Mask, Product
from .sensor_model import TiePoints, read_rpc
from .vsi import beside, exists, read_bytes
from .xml_tree import MAX_BYTES, Element, parse_xml

_LEVELS = {"SENSOR": "primary", "PROJECTED": "projected", "ORTHO": "ortho", "MOSAIC": "mosaic"}
_MISSIONS = re.compile(r"PHR1[A-Z]|SPOT[67]|PNEO\d")
_ROOTS = ("Dimap_Document", "PHR_DIMAP_Document")
_MASK = re.compile(r"(?:^|/)([A-Z]{3})_[^/]*\.GML$", re.IGNORECASE)


def read_dimap(path: str) -> Product:
    """Raises :class:`InvalidProduct`, or :class:`UnsupportedProduct` for other satellites."""
    return product_from(parse_xml(read_bytes(path, MAX_BYTES), path), path)


def product_from(root: Element, path: str) -> Product:
    """As :func:`read_dimap`, of a document that is read already."""
    if root.tag in _SENTINEL_2:
        raise UnsupportedProduct(path, "mission", "Sentinel-2")
    if root.tag not in _ROOTS:
        raise InvalidProduct(path, f"not a DIMAP document: <{root.tag[:50]}>")
    form = root.first("Metadata_Identification/METADATA_FORMAT") or root.first("Metadata_Id/METADATA_FORMAT")
    if form is not None and form.attributes.get("version", "").startswith("1"):
        return dimap1.product_from(root, path)
    return _product(root, path)


_SENTINEL_2 = ("Level-1C_User_Product", "Level-2A_User_Product", "Level-1B_User_Product")


def _product(root: Element, path: str) -> Product:
    strips = root.all("Dataset_Sources/Source_Identification/Strip_Source")
    mission = _mission(strips)
    if not mission:
        raise InvalidProduct(path, "no satellite is named", "Strip_Source")
    if not _MISSIONS.fullmatch(mission):
        raise UnsupportedProduct(path, "mission", mission)
    settings = root.first("Processing_Information/Product_Settings") or NOTHING
    level = _LEVELS.get(settings.text_of("PROCESSING_LEVEL").upper(), "")
    columns, rows, count = sizes(root, "Raster_Data/Raster_Dimensions", path)
    tile_size, tiles = read_tiles(root, (columns, rows), count, path)
    crs, geotransform, model = "", None, None
    if level == "primary":
        model = read_rpc(root, path) or _corners(root)
    else:
        crs, geotransform = _crs(root), position(root.first("Geoposition/Geoposition_Insert"), path)
    masks = _masks(root, path)
    centre = _centre(root)
    encoding = root.first("Raster_Data/Raster_Encoding") or NOTHING
    identification = root.first("Dataset_Identification") or NOTHING
    made = root.first("Product_Information/Producer_Information") or NOTHING
    facility = root.first("Processing_Information/Production_Facility") or NOTHING
    return Product(
        path=path,
        kind="dimap2",
        columns=columns,
        rows=rows,
        bands=read_bands(root, count, path),
        data_type=data_type(encoding.text_of("NBITS"), encoding.text_of("SIGN"), path),
        tile_size=tile_size,
        tiles=tiles,
        name=identification.text_of("DATASET_NAME"),
        mission=mission,
        acquisitions=tuple(sorted(filter(None, map(moment, strips)))),
        level=level,
        spectral_mode=_mode(settings.text_of("SPECTRAL_PROCESSING").upper()),
        radiometry=settings.text_of("Radiometric_Settings/RADIOMETRIC_PROCESSING").upper(),
        gsd=_gsd(root, settings),
        crs=crs,
        geotransform=geotransform,
        model=model,
        outline=read_outline(root, masks, (columns, rows), crs, geotransform),
        nodata=special(root, "NODATA", "SPECIAL_VALUE_COUNT"),
        saturation=special(root, "SATURATED", "SPECIAL_VALUE_COUNT"),
        value_bits=_bits(number_in(root, "Radiometric_Data/Dynamic_Range/PRODUCT_RANGE")),
        cloud_cover=within(number_in(root, "Dataset_Content/CLOUD_COVERAGE"), 0, 100),
        snow_cover=within(number_in(root, "Dataset_Content/SNOW_COVERAGE"), 0, 100),
        incidence=within(number_in(centre, "Acquisition_Angles/INCIDENCE_ANGLE"), 0, 90),
        off_nadir=within(number_in(centre, "Acquisition_Angles/VIEWING_ANGLE"), 0, 90),
        sun_elevation=within(number_in(centre, "Solar_Incidences/SUN_ELEVATION"), -90, 90),
        sun_azimuth=within(number_in(centre, "Solar_Incidences/SUN_AZIMUTH"), -360, 360),
        surface_km2=within(number_in(root, "Dataset_Content/SURFACE_AREA"), 0, 1e9),
        masks=masks,
        preview=picture(identification, "DATASET_QL_PATH", path),
        icon=picture(identification, "DATASET_TN_PATH", path),
        producer=producer(made.text_of("PRODUCER_NAME"), facility.text_of("PROCESSING_CENTER")),
        copyright=identification.text_of("Legal_Constraints/COPYRIGHT"),
        licence=stated(identification.text_of("Legal_Constraints/LICENSE")),
    )


def _mission(strips: list[Element]) -> str:
    return (strips[0].text_of("MISSION") + strips[0].text_of("MISSION_INDEX")).upper() if strips else ""


def _mode(text: str) -> str:
    return "P" if text == "PAN" else text


def _gsd(root: Element, settings: Element) -> float | None:
    spacing = settings.first("Sampling_Settings/RESAMPLING_SPACING")
    if spacing is not None and spacing.attributes.get("unit", "m") == "m":
        value = number_in(settings, "Sampling_Settings/RESAMPLING_SPACING")
        if value is not None and value > 0:
            return value
    if root.first("Coordinate_Reference_System/Projected_CRS") is None:
        return _ground_sample(_centre(root))
    return within(number_in(root, "Geoposition/Geoposition_Insert/XDIM"), 1e-6, 1e6)


def _ground_sample(centre: Element) -> float | None:
    """Of sensor geometry, in metres: as the pixels lie at the centre."""
    found = within(number_in(centre, "Ground_Sample_Distance/GSD_ACROSS_TRACK"), 1e-2, 1e3)
    return None if found is None else round(found, 2)


def _crs(root: Element) -> str:
    system = root.first("Coordinate_Reference_System") or NOTHING
    for key in ("Projected_CRS/PROJECTED_CRS_CODE", "Geodetic_CRS/GEODETIC_CRS_CODE"):
        found = re.search(r"EPSG:.*?(\d{4,6})$", system.text_of(key), re.IGNORECASE)
        if found:
            return f"EPSG:{found[1]}"
    return ""


def _corners(root: Element) -> TiePoints | None:
    """For sensor geometry whose model is not there; the first pixel's centre is (1, 1)."""
    points = corners_of(root)
    return TiePoints("EPSG:4326", points) if len(points) >= 4 else None


def _masks(root: Element, path: str) -> tuple[Mask, ...]:
    """Those that are there, each kind once."""
    found: dict[str, Mask] = {}
    for component in (item for mask in root.walk("Quality_Mask") for item in mask.all("Component/COMPONENT_PATH")):
        href = component.attributes.get("href", "")
        kind = _MASK.search(href.replace("\\", "/"))
        if kind is None or kind[1].upper() in found:
            continue
        try:
            file = beside(path, href)
        except InvalidProduct:
            continue
        if exists(file):
            found[kind[1].upper()] = Mask(kind[1].upper(), file)
    return tuple(found.values())


def _centre(root: Element) -> Element:
    for item in root.all("Geometric_Data/Use_Area/Located_Geometric_Values"):
        if item.text_of("LOCATION_TYPE").lower() == "center":
            return item
    return NOTHING


def _bits(value: float | None) -> int | None:
    return int(value) if value is not None and 1 <= value <= 16 else None
