# SPDX-License-Identifier: GPL-2.0-or-later
"""The XML of a synthetic DIMAP V2 ortho image: its DIM and its ROI mask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import numpy as np
from osgeo import osr

if TYPE_CHECKING:
    from .dimap_writer import Image

IN_FILE_ORDER = {"P": ("P",), "MS": ("B2", "B1", "B0", "B3"), "PMS": ("B2", "B1", "B0", "B3")}
SPECTRUM = {  # µm, W/(m² sr µm) per count
    "P": (0.47, 0.83, 9.5), "B0": (0.43, 0.55, 8.85), "B1": (0.50, 0.62, 8.89), "B2": (0.59, 0.71, 9.95),
    "B3": (0.74, 0.94, 15.24),
}  # fmt: skip


def tile_size(image: Image) -> tuple[int, int]:
    return image.tile or image.pixels.shape[1:]


def tiles(image: Image) -> Iterator[tuple[int, int, np.ndarray]]:
    """Row and column from 1, and the pixels."""
    rows, columns = tile_size(image)
    for r, top in enumerate(range(0, image.pixels.shape[1], rows), 1):
        for c, left in enumerate(range(0, image.pixels.shape[2], columns), 1):
            yield r, c, image.pixels[:, top : top + rows, left : left + columns]


def tile_name(image: Image, row: int, column: int) -> str:
    return f"IMG_{image.stem}_R{row}C{column}.{image.extension}"


def system(epsg: int) -> osr.SpatialReference:
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def dim_xml(image: Image) -> str:
    count, rows, columns = image.pixels.shape
    tile_rows, tile_columns = tile_size(image)
    down, across = -(-rows // tile_rows), -(-columns // tile_columns)
    bits = 8 if image.pixels.dtype == np.uint8 else 16
    mission, index = (
        ("SPOT", image.satellite[4:]) if image.satellite.startswith("SPOT") else ("PHR", image.satellite[3:])
    )
    profile = f"S{index}_ORTHO" if mission == "SPOT" else "PHR_ORTHO"
    cloud = "" if image.cloud_cover is None else f'<CLOUD_COVERAGE unit="percent">{image.cloud_cover}</CLOUD_COVERAGE>'
    tiling = f"""
      <Tile_Set><NTILES>{down * across}</NTILES><Regular_Tiling>
      <NTILES_SIZE nrows="{tile_rows}" ncols="{tile_columns}"/>
        <NTILES_COUNT ntiles_R="{down}" ntiles_C="{across}"/><OVERLAP_ROW>0</OVERLAP_ROW>
        <OVERLAP_COL>0</OVERLAP_COL></Regular_Tiling></Tile_Set>"""
    files = "".join(
        f'\n        <Data_File tile_R="{r}" tile_C="{c}"><DATA_FILE_PATH href="{tile_name(image, r, c)}"/></Data_File>'
        for r, c, _ in tiles(image)
    )
    licence = f"<LICENSE>{escape(image.licence)}</LICENSE>" if image.licence else ""
    time = f"{image.when:%H:%M:%S}.{image.when.microsecond // 100_000}" + ("" if mission == "SPOT" else "Z")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Dimap_Document>
  <Metadata_Identification>
    <METADATA_FORMAT version="2.15">DIMAP</METADATA_FORMAT><METADATA_PROFILE>{profile}</METADATA_PROFILE>
    <METADATA_SUBPROFILE>PRODUCT</METADATA_SUBPROFILE><METADATA_LANGUAGE>en</METADATA_LANGUAGE>
  </Metadata_Identification>
  <Dataset_Identification>
    <DATASET_TYPE>RASTER_ORTHO</DATASET_TYPE><DATASET_NAME version="1.0">{image.dataset}</DATASET_NAME>
    <DATASET_TN_PATH href="ICON_{image.stem}.JPG"/><DATASET_TN_FORMAT>image/jpeg</DATASET_TN_FORMAT>
    <DATASET_QL_PATH href="PREVIEW_{image.stem}.JPG"/><DATASET_QL_FORMAT>image/jpeg</DATASET_QL_FORMAT>
    <Legal_Constraints><COPYRIGHT>{escape(image.copyright)}</COPYRIGHT>{licence}</Legal_Constraints>
  </Dataset_Identification>
  <Dataset_Content>
    <SURFACE_AREA unit="square km">{_area(_outline(image)) / 1e6:.4f}</SURFACE_AREA>{cloud}
    <Dataset_Extent><EXTENT_TYPE>Bounding_Polygon</EXTENT_TYPE>{_vertices(image)}
    </Dataset_Extent>
  </Dataset_Content>
  <Product_Information>
    <Producer_Information><PRODUCER_NAME>{escape(image.producer)}</PRODUCER_NAME></Producer_Information>
    <Delivery_Identification><PRODUCTION_DATE>{image.when:%Y-%m-%d}T18:00:00.000</PRODUCTION_DATE>
    <JOB_ID>{image.job}</JOB_ID>
      <PRODUCT_CODE>{"SPOT" if mission == "SPOT" else "PLEIADES"}</PRODUCT_CODE></Delivery_Identification>
  </Product_Information>
  <Coordinate_Reference_System>
    <Projected_CRS><CRS_TABLES version="6.3">EPSG</CRS_TABLES><PROJECTED_CRS_NAME>{image.epsg}</PROJECTED_CRS_NAME>
      <PROJECTED_CRS_CODE>urn:ogc:def:crs:EPSG::{image.epsg}</PROJECTED_CRS_CODE></Projected_CRS>
  </Coordinate_Reference_System>
  <Geoposition>
    <Raster_CRS><RASTER_GEOMETRY>GROUND</RASTER_GEOMETRY><PIXEL_ORIENTATION>UL</PIXEL_ORIENTATION>
      <PIXEL_CRS_TYPE>CELL</PIXEL_CRS_TYPE><PIXEL_ORIGIN>1</PIXEL_ORIGIN></Raster_CRS>
    <Geoposition_Insert><ULXMAP>{image.corner[0]}</ULXMAP><ULYMAP>{image.corner[1]}</ULYMAP>
      <XDIM>{image.pixel_size}</XDIM><YDIM>{image.pixel_size}</YDIM></Geoposition_Insert>
  </Geoposition>
  <Processing_Information>
    <Production_Facility><SOFTWARE version="1">dimap_writer</SOFTWARE>
    <PROCESSING_CENTER>SYNTHETIC</PROCESSING_CENTER></Production_Facility>
    <Product_Settings>
      <PROCESSING_LEVEL>ORTHO</PROCESSING_LEVEL><SPECTRAL_PROCESSING>{image.mode}</SPECTRAL_PROCESSING>
      <Geometric_Settings><GEOMETRIC_PROCESSING>SYSTEM_ORTHO</GEOMETRIC_PROCESSING></Geometric_Settings>
      <Radiometric_Settings><RADIOMETRIC_PROCESSING>{image.radiometry}</RADIOMETRIC_PROCESSING></Radiometric_Settings>
      <Sampling_Settings><RESAMPLING_SPACING unit="m">{image.pixel_size}</RESAMPLING_SPACING></Sampling_Settings>
    </Product_Settings>
  </Processing_Information>
  <Raster_Data>
    <Data_Access>
      <DATA_FILE_ORGANISATION>BAND_COMPOSITE</DATA_FILE_ORGANISATION>
      <DATA_FILE_FORMAT>image/{"tiff" if image.extension == "TIF" else "jp2"}</DATA_FILE_FORMAT>
      <DATA_FILE_TILES>{"true" if down * across > 1 else "false"}</DATA_FILE_TILES>
      <Data_Files>{files}
      </Data_Files>
    </Data_Access>
    <Raster_Dimensions><NROWS>{rows}</NROWS><NCOLS>{columns}</NCOLS>
    <NBANDS>{count}</NBANDS>{tiling if down * across > 1 else ""}</Raster_Dimensions>
    <Raster_Encoding><DATA_TYPE>INTEGER</DATA_TYPE><NBITS>{bits}</NBITS><SIGN>UNSIGNED</SIGN>
    <COMPRESSION_TYPE>LOSSLESS</COMPRESSION_TYPE></Raster_Encoding>
    <Raster_Display>{_display(image)}
      <Special_Value><SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_COUNT>0</SPECIAL_VALUE_COUNT>
      </Special_Value>
      <Special_Value><SPECIAL_VALUE_TEXT>SATURATED</SPECIAL_VALUE_TEXT>
      <SPECIAL_VALUE_COUNT>{255 if bits == 8 else 4095}</SPECIAL_VALUE_COUNT></Special_Value>
    </Raster_Display>
  </Raster_Data>
  <Radiometric_Data>
    <Dynamic_Range><ACQUISITION_RANGE>12</ACQUISITION_RANGE><PRODUCT_RANGE>{8 if bits == 8 else 12}</PRODUCT_RANGE>
    </Dynamic_Range>
    <Radiometric_Calibration><Instrument_Calibration><Band_Measurement_List>{_measurements(image)}
    </Band_Measurement_List></Instrument_Calibration></Radiometric_Calibration>
  </Radiometric_Data>
  <Geometric_Data><Use_Area>{_geometry(image)}
  </Use_Area></Geometric_Data>
  <Quality_Assessment>
    <Imaging_Quality_Measurement><MEASURE_NAME>Area_Of_Interest (ROI)</MEASURE_NAME><Quality_Mask><Component>
      <COMPONENT_TITLE>Area_Of_Interest Mask</COMPONENT_TITLE><COMPONENT_CONTENT>GML MASK</COMPONENT_CONTENT>
      <COMPONENT_TYPE>ENCAPSULATED</COMPONENT_TYPE><COMPONENT_PATH href="{roi_name(image)}"/>
    </Component></Quality_Mask></Imaging_Quality_Measurement>{_other_masks(image)}
  </Quality_Assessment>
  <Dataset_Sources>
    <Source_Identification><SOURCE_ID>{image.dataset}</SOURCE_ID><SOURCE_TYPE>Strip_Source</SOURCE_TYPE>
      <Strip_Source><MISSION>{mission}</MISSION><MISSION_INDEX>{index}</MISSION_INDEX>
      <INSTRUMENT>{"NAOMI" if mission == "SPOT" else "PHR"}</INSTRUMENT>
        <INSTRUMENT_INDEX>{index}</INSTRUMENT_INDEX><IMAGING_DATE>{image.when:%Y-%m-%d}</IMAGING_DATE>
        <IMAGING_TIME>{time}</IMAGING_TIME>
        <BAND_MODE>PX</BAND_MODE></Strip_Source></Source_Identification>
  </Dataset_Sources>
</Dimap_Document>
"""


def _display(image: Image) -> str:
    ids = image.band_ids
    usual = IN_FILE_ORDER[image.mode] if image.shuffled_display else ids
    shown = usual if len(ids) > 1 else ids * 3
    channels = "".join(f"<{c}_CHANNEL>{b}</{c}_CHANNEL>" for c, b in zip(("RED", "GREEN", "BLUE", "ALPHA"), shown))
    index = "".join(
        f"<Raster_Index><BAND_ID>{band}</BAND_ID><BAND_INDEX>{number}</BAND_INDEX></Raster_Index>"
        for number, band in enumerate(ids, 1)
    )
    listed = f"<Raster_Index_List>{index}</Raster_Index_List>" if image.band_index or image.shuffled_display else ""
    return f"{listed}<Band_Display_Order>{channels}</Band_Display_Order>"


def _measurements(image: Image) -> str:
    out = ""
    for band in sorted(image.band_ids):
        low, high, gain = SPECTRUM[band]
        out += f"""
      <Band_Spectral_Range><BAND_ID>{band}</BAND_ID><MEASURE_UNIT>micrometers</MEASURE_UNIT><MIN>{low}</MIN>
      <MAX>{high}</MAX></Band_Spectral_Range>
      <Band_Radiance><BAND_ID>{band}</BAND_ID><MEASURE_UNIT>watt/m2/steradians/micrometers</MEASURE_UNIT>
      <GAIN>{gain}</GAIN><BIAS>0</BIAS></Band_Radiance>"""
    return out


def _geometry(image: Image) -> str:
    return "".join(
        f"""
    <Located_Geometric_Values><LOCATION_TYPE>{place}</LOCATION_TYPE><TIME>{image.when:%Y-%m-%dT%H:%M:%S}.000Z</TIME>
      <Acquisition_Angles><AZIMUTH_ANGLE>180.1</AZIMUTH_ANGLE>
      <VIEWING_ANGLE unit="deg">{image.off_nadir + shift:.2f}</VIEWING_ANGLE>
        <INCIDENCE_ANGLE>{image.incidence + shift:.2f}</INCIDENCE_ANGLE></Acquisition_Angles>
      <Solar_Incidences><SUN_AZIMUTH unit="deg">{image.sun[0]:.2f}</SUN_AZIMUTH>
      <SUN_ELEVATION unit="deg">{image.sun[1]:.2f}</SUN_ELEVATION></Solar_Incidences>
    </Located_Geometric_Values>"""
        for place, shift in (("Top Center", -0.05), ("Center", 0.0), ("Bottom Center", 0.05))
    )


def _extent(image: Image) -> list[tuple[float, float]]:
    x, y = image.corner
    _, rows, columns = image.pixels.shape
    right, bottom = x + columns * image.pixel_size, y - rows * image.pixel_size
    return [(x, y), (right, y), (right, bottom), (x, bottom)]


def _outline(image: Image) -> list[tuple[float, float]]:
    return list(image.roi) or _extent(image)


def _area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def _vertices(image: Image) -> str:
    _, rows, columns = image.pixels.shape
    to_degrees = osr.CoordinateTransformation(system(image.epsg), system(4326))
    out = ""
    for (x, y), (column, row) in zip(_extent(image), ((1, 1), (columns, 1), (columns, rows), (1, rows))):
        lon, lat, _ = to_degrees.TransformPoint(x, y)
        out += f"\n      <Vertex><LON>{lon}</LON><LAT>{lat}</LAT><X>{x}</X><Y>{y}</Y>"
        out += f"<COL>{column}</COL><ROW>{row}</ROW></Vertex>"
    return out


def roi_name(image: Image) -> str:
    return f"MASKS/ROI_{image.stem}_MSK.GML"


def _other_masks(image: Image) -> str:
    return "".join(
        f"""<Imaging_Quality_Measurement><MEASURE_NAME>{kind}</MEASURE_NAME><Quality_Mask><Component>
      <COMPONENT_TYPE>ENCAPSULATED</COMPONENT_TYPE><COMPONENT_PATH href="{mask_name(image, kind)}"/>
    </Component></Quality_Mask></Imaging_Quality_Measurement>"""
        for kind in image.masks
    )


def mask_name(image: Image, kind: str) -> str:
    return f"MASKS/{kind}_{image.stem}_MSK.GML"


def roi_xml(image: Image) -> str:
    return mask_xml(image, "ROI", [_outline(image)])


def mask_xml(image: Image, kind: str, rings: Sequence[Sequence[tuple[float, float]]]) -> str:
    members = "".join(
        f"""<hma:maskMembers><hma:MaskFeature gml:id="{kind}-{number}">
  <hma:maskType codeSpace="urn:phr:ipu:maskType">{kind}</hma:maskType>
    <gml:extentOf><gml:Polygon srsName="urn:ogc:def:crs:EPSG:6.3:{image.epsg}"><gml:exterior><gml:LinearRing>
      <gml:posList>{" ".join(f"{x} {y}" for x, y in (*ring, ring[0]))}</gml:posList>
    </gml:LinearRing></gml:exterior></gml:Polygon></gml:extentOf></hma:MaskFeature></hma:maskMembers>"""
        for number, ring in enumerate(rings)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<hma:Mask gml:id="{kind}_{image.stem}" xmlns:gml="http://www.opengis.net/gml" xmlns:hma="http://earth.esa.int/hma">
  <gml:name>{kind}_{image.stem}</gml:name>{members or "<hma:maskMembers/>"}
</hma:Mask>
"""
