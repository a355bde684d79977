# SPDX-License-Identifier: GPL-2.0-or-later
"""One METADATA.DIM (DIMAP V1: SPOT 1 to 5, Spot World Heritage) as a :class:`Product`.

SPOT's multispectral bands lie in the file near infrared first (XS3, XS2, XS1, then SWIR): ``BAND_INDEX`` says which is
which. Levels 1A and 1B are in sensor geometry; 2A is projected without relief; 2B and 3 are orthorectified.
"""

from __future__ import annotations

import re

from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from ..domain.errors import InvalidProduct, UnsupportedProduct
from .dimap_bands import Band, number_in
from .dimap_tiles import Tile
from .dimap_values import NOTHING, data_type, moment, picture, position, producer, sizes, special, within
from .product import GeoTransform, Product
from .sensor_model import TiePoints
from .vsi import beside, file_size
from .xml_tree import Element

_MISSIONS = re.compile(r"SPOT[1-5]")
_LEVELS = {"1A": "primary", "1B": "primary", "2A": "projected", "2B": "ortho", "3": "ortho", "ORTHO": "ortho"}
_ROLES = {
    "XS1": "G", "XS2": "R", "XS3": "NIR", "XS4": "SWIR", "XI1": "G", "XI2": "R", "XI3": "NIR", "XI4": "SWIR",
    "B1": "G", "B2": "R", "B3": "NIR", "B4": "SWIR", "SWIR": "SWIR", "MIR": "SWIR",
    "GREEN": "G", "RED": "R", "NIR": "NIR", "PAN": "P", "P": "P", "HM": "P", "M": "P",
}  # fmt: skip
_SLACK = 4  # pixels that a frame may stand out of the raster


def product_from(root: Element, path: str) -> Product:
    """Raises :class:`InvalidProduct`, :class:`UnsupportedProduct` for other satellites."""
    sources = root.all("Dataset_Sources/Source_Information/Scene_Source")
    source = sources[0] if sources else NOTHING
    mission = (source.text_of("MISSION") + source.text_of("MISSION_INDEX")).upper()
    if not mission:
        raise InvalidProduct(path, "no satellite is named", "Scene_Source")
    if not _MISSIONS.fullmatch(mission):
        raise UnsupportedProduct(path, "mission", mission)
    columns, rows, count = sizes(root, "Raster_Dimensions", path)
    encoding = root.first("Raster_Encoding") or NOTHING
    crs, geotransform, model = _place(root, (columns, rows), path)
    level = _level(root, source, geotransform)
    bands = _bands(root, count, path)
    identification = root.first("Dataset_Id") or NOTHING
    return Product(
        path=path,
        kind="dimap1",
        columns=columns,
        rows=rows,
        bands=bands,
        data_type=data_type(encoding.text_of("NBITS") or "8", encoding.text_of("DATA_TYPE"), path),
        tile_size=(columns, rows),
        tiles=(_file(root, count, path),),
        name=identification.text_of("DATASET_NAME"),
        mission=mission,
        acquisitions=tuple(sorted(filter(None, map(moment, sources)))),
        level=level,
        spectral_mode="P" if count == 1 else "MS",
        radiometry=root.text_of("Data_Processing/RADIOMETRIC_PROCESSING").upper(),
        gsd=_gsd(source, geotransform, crs),
        crs=crs if geotransform is not None else "",
        geotransform=geotransform,
        model=model,
        outline=_outline(root, (columns, rows), geotransform),
        nodata=special(root, "NODATA", "SPECIAL_VALUE_INDEX"),
        saturation=special(root, "SATURATION", "SPECIAL_VALUE_INDEX"),
        value_bits=8 if (encoding.text_of("NBITS") or "8") == "8" else None,
        incidence=_angle(source, "INCIDENCE_ANGLE"),
        off_nadir=_angle(source, "VIEWING_ANGLE"),
        sun_elevation=within(number_in(source, "SUN_ELEVATION"), -90, 90),
        sun_azimuth=within(number_in(source, "SUN_AZIMUTH"), -360, 360),
        preview=picture(identification, "DATASET_QL_PATH", path),
        icon=picture(identification, "DATASET_TN_PATH", path),
        producer=producer(root.text_of("Production/DATASET_PRODUCER_NAME")),
        copyright=identification.text_of("COPYRIGHT"),
    )


def _level(root: Element, source: Element, geotransform: GeoTransform | None) -> str:
    """What lies on the map by a position is not in sensor geometry, whatever level its scene once had."""
    for text in (root.text_of("Data_Processing/PROCESSING_LEVEL"), source.text_of("SCENE_PROCESSING_LEVEL")):
        found = _LEVELS.get(text.upper())
        if found is not None and (found == "primary") == (geotransform is None):
            return found
    return "primary" if geotransform is None else ""


def _place(root: Element, size: tuple[int, int], path: str) -> tuple[str, GeoTransform | None, TiePoints | None]:
    code = root.text_of("Coordinate_Reference_System/Horizontal_CS/HORIZONTAL_CS_CODE")
    found = re.fullmatch(r"EPSG:(\d{4,6})", code.strip(), re.IGNORECASE)
    crs = f"EPSG:{found[1]}" if found else ""
    insert = root.first("Geoposition/Geoposition_Insert")
    if insert is not None:
        system = root.first("Raster_CS") or root.first("Coordinate_Reference_System/Raster_CS") or NOTHING
        return crs, position(insert, path, system.text_of("RASTER_CS_TYPE").upper() == "POINT"), None
    ties = root.all("Geoposition/Geoposition_Points/Tie_Point")
    keys = ("TIE_POINT_DATA_X", "TIE_POINT_DATA_Y", "TIE_POINT_CRS_X", "TIE_POINT_CRS_Y")
    points = _points(ties, keys, size)
    if len(points) < 4:
        vertices = root.all("Dataset_Frame/Vertex")
        points, crs = _points(vertices, ("FRAME_COL", "FRAME_ROW", "FRAME_LON", "FRAME_LAT"), size), "EPSG:4326"
    return crs, None, TiePoints(crs or "EPSG:4326", points) if len(points) >= 4 else None


def _points(items: list[Element], keys: tuple[str, ...], size: tuple[int, int]) -> tuple[tuple[float, ...], ...]:
    """The first pixel's centre is (1, 1)."""
    points = []
    for item in items:
        column, row, x, y = (number_in(item, key) for key in keys)
        known = column is not None and row is not None and x is not None and y is not None
        if known and -1 <= column <= size[0] + 1 and -1 <= row <= size[1] + 1 and max(abs(x), abs(y)) < 1e9:
            points.append((column - 0.5, row - 0.5, x, y))
    return tuple(points)


def _bands(root: Element, count: int, path: str) -> tuple[Band, ...]:
    described: dict[int, Element] = {}
    for item in root.all("Image_Interpretation/Spectral_Band_Info"):
        index = number_in(item, "BAND_INDEX")
        if index is None or not 1 <= index <= count or index != int(index) or int(index) in described:
            raise InvalidProduct(path, "band indexes are none of the image, or twice the same", "Spectral_Band_Info")
        described[int(index)] = item
    return tuple(_band(number, described.get(number, NOTHING), count) for number in range(1, count + 1))


def _band(number: int, item: Element, count: int) -> Band:
    """Radiance in SPOT's DIMAP V1 is ``value / PHYSICAL_GAIN + PHYSICAL_BIAS``, as in V2."""
    name = item.text_of("BAND_DESCRIPTION").upper()
    role = _ROLES.get(re.sub(r"[\s_-]|BAND", "", name), "P" if count == 1 else "")
    gain = number_in(item, "PHYSICAL_GAIN")
    return Band(number, name, role, None, gain, number_in(item, "PHYSICAL_BIAS"), item.text_of("PHYSICAL_UNIT"))


def _file(root: Element, count: int, path: str) -> Tile:
    """V1 images have one file."""
    hrefs = [item.attributes.get("href", "") for item in root.all("Data_Access/Data_File/DATA_FILE_PATH")]
    if len(set(hrefs)) != 1:
        raise InvalidProduct(path, f"{len(set(hrefs))} image files are named, not one", "Data_Access")
    file = beside(path, hrefs[0])
    return Tile(file, 1, 1, 1, count, file_size(file) or 0)


def _gsd(source: Element, geotransform: GeoTransform | None, crs: str) -> float | None:
    if geotransform is not None and crs and abs(geotransform[1]) > 1:
        return geotransform[1]
    return within(number_in(source, "THEORETICAL_RESOLUTION"), 1, 100)


def _angle(source: Element, key: str) -> float | None:
    """Signed by side of the track in V1; its size is what V2 and the catalogues give."""
    value = number_in(source, key)
    return None if value is None else within(abs(value), 0, 90)


def _outline(root: Element, size: tuple[int, int], geotransform: GeoTransform | None) -> BaseGeometry | None:
    """The scene's frame, which stands askew in a projected raster; else the raster. In the product's CRS, or in
    longitude/latitude for sensor geometry."""
    if geotransform is None:
        return _frame(root, "FRAME_LON", "FRAME_LAT")
    x, width, _, y, _, height = geotransform
    raster = box(x, y + height * size[1], x + width * size[0], y)
    frame = _frame(root, "FRAME_X", "FRAME_Y")
    return frame if frame is not None and raster.buffer(_SLACK * width).contains(frame) else raster


def _frame(root: Element, x: str, y: str) -> BaseGeometry | None:
    corners = [(number_in(item, x), number_in(item, y)) for item in root.all("Dataset_Frame/Vertex")]
    if len(corners) < 4 or any(x is None or y is None for x, y in corners):
        return None
    shape = Polygon(corners)
    return shape if shape.is_valid and shape.area > 0 else None
