# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes synthetic DIMAP V1 scenes (METADATA.DIM and IMAGERY.TIF), laid out as SPOT 1 to 5 ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from osgeo import gdal

from .dimap_xml import system

gdal.UseExceptions()

CORNERS = ((3.0, 43.6), (3.12, 43.58), (3.1, 43.5), (2.98, 43.52))  # of a 1A scene: longitude, latitude, clockwise


@dataclass(frozen=True)
class Scene:
    """``corner`` is where the upper left pixel begins, in ``epsg``; None leaves the scene in sensor geometry."""

    pixels: np.ndarray  # (bands, rows, columns), bytes; 0 is nodata
    corner: tuple[float, float] | None = (500_000.0, 4_830_000.0)
    pixel_size: float = 10.0
    epsg: int = 32631
    mission: str = "5"
    level: str = "2A"
    bands: tuple[str, ...] = ("XS3", "XS2", "XS1", "SWIR")
    when: datetime = datetime(2006, 6, 19, 10, 57, 2, tzinfo=timezone.utc)
    of_centre: bool = False
    ties: bool = False  # the corners as tie points too


def write_scene(folder: Path, scene: Scene) -> Path:
    """Returns METADATA.DIM."""
    folder.mkdir(parents=True, exist_ok=True)
    bands, rows, columns = scene.pixels.shape
    image = gdal.GetDriverByName("GTiff").Create(str(folder / "IMAGERY.TIF"), columns, rows, bands)
    if scene.corner is not None:
        image.SetGeoTransform((scene.corner[0], scene.pixel_size, 0, scene.corner[1], 0, -scene.pixel_size))
        image.SetProjection(system(scene.epsg).ExportToWkt())
    for number, values in enumerate(scene.pixels, 1):
        image.GetRasterBand(number).WriteArray(values)
    del image
    dim = folder / "METADATA.DIM"
    dim.write_text(_xml(scene), encoding="iso-8859-1")
    return dim


def _xml(scene: Scene) -> str:
    bands, rows, columns = scene.pixels.shape
    corners = tuple(zip(CORNERS, ((1, 1), (columns, 1), (columns, rows), (1, rows))))
    frame = "".join(
        f"<Vertex><FRAME_LON>{x}</FRAME_LON><FRAME_LAT>{y}</FRAME_LAT><FRAME_ROW>{row}</FRAME_ROW>"
        f"<FRAME_COL>{column}</FRAME_COL></Vertex>"
        for (x, y), (column, row) in corners
    )
    described = "".join(
        f"<Spectral_Band_Info><BAND_INDEX>{number}</BAND_INDEX><BAND_DESCRIPTION>{name}</BAND_DESCRIPTION>"
        f"<PHYSICAL_UNIT>equivalent radiance (W.m-2.Sr-1.um-1)</PHYSICAL_UNIT><PHYSICAL_GAIN>{number}.5</PHYSICAL_GAIN>"
        "<PHYSICAL_BIAS>0</PHYSICAL_BIAS></Spectral_Band_Info>"
        for number, name in reversed(list(enumerate(scene.bands[:bands], 1)))
    )
    return f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<Dimap_Document name="METADATA.DIM">
  <Metadata_Id><METADATA_FORMAT version="1.1">DIMAP</METADATA_FORMAT>
  <METADATA_PROFILE>SPOTSCENE_{scene.level}</METADATA_PROFILE></Metadata_Id>
  <Dataset_Id><DATASET_NAME>SCENE {scene.mission} 041-261 06/06/19 10:57:02 2 J</DATASET_NAME>
  <COPYRIGHT>COPYRIGHT CNES {scene.when.year}</COPYRIGHT><DATASET_QL_PATH href="PREVIEW.JPG"/></Dataset_Id>
  <Dataset_Frame>{frame}<SCENE_ORIENTATION>12.5</SCENE_ORIENTATION></Dataset_Frame>
  <Production><DATASET_PRODUCER_NAME>SPOT IMAGE</DATASET_PRODUCER_NAME><PRODUCT_TYPE>SPOTSCENE</PRODUCT_TYPE>
  </Production>
  <Coordinate_Reference_System><Horizontal_CS>
  <HORIZONTAL_CS_CODE>epsg:{4326 if scene.corner is None else scene.epsg}</HORIZONTAL_CS_CODE></Horizontal_CS>
  </Coordinate_Reference_System>
  <Raster_CS><RASTER_CS_TYPE>{"POINT" if scene.of_centre else "CELL"}</RASTER_CS_TYPE><PIXEL_ORIGIN>1</PIXEL_ORIGIN>
  </Raster_CS>
  <Geoposition>{_position(scene, corners)}</Geoposition>
  <Raster_Dimensions><NCOLS>{columns}</NCOLS><NROWS>{rows}</NROWS><NBANDS>{bands}</NBANDS></Raster_Dimensions>
  <Raster_Encoding><NBITS>8</NBITS><DATA_TYPE>UNSIGNED</DATA_TYPE></Raster_Encoding>
  <Data_Processing><PROCESSING_LEVEL>{scene.level}</PROCESSING_LEVEL>
  <RADIOMETRIC_PROCESSING>SYSTEM</RADIOMETRIC_PROCESSING></Data_Processing>
  <Data_Access><DATA_FILE_FORMAT>GEOTIFF</DATA_FILE_FORMAT><Data_File><DATA_FILE_PATH href="IMAGERY.TIF"/></Data_File>
  </Data_Access>
  <Image_Display><Special_Value><SPECIAL_VALUE_INDEX>0</SPECIAL_VALUE_INDEX>
  <SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT></Special_Value><Special_Value>
  <SPECIAL_VALUE_INDEX>255</SPECIAL_VALUE_INDEX><SPECIAL_VALUE_TEXT>SATURATION</SPECIAL_VALUE_TEXT></Special_Value>
  </Image_Display>
  <Image_Interpretation>{described}</Image_Interpretation>
  <Dataset_Sources><Source_Information><SOURCE_TYPE>SCENE</SOURCE_TYPE><Scene_Source>
    <IMAGING_DATE>{scene.when:%Y-%m-%d}</IMAGING_DATE><IMAGING_TIME>{scene.when:%H:%M:%S}</IMAGING_TIME>
    <MISSION>SPOT</MISSION><MISSION_INDEX>{scene.mission}</MISSION_INDEX><INSTRUMENT>HRG</INSTRUMENT>
    <INCIDENCE_ANGLE>-12.25</INCIDENCE_ANGLE><VIEWING_ANGLE>-10.75</VIEWING_ANGLE><SUN_AZIMUTH>146.0</SUN_AZIMUTH>
    <SUN_ELEVATION>66.4</SUN_ELEVATION><THEORETICAL_RESOLUTION>{scene.pixel_size}</THEORETICAL_RESOLUTION>
  </Scene_Source></Source_Information></Dataset_Sources>
</Dimap_Document>
"""


def _position(scene: Scene, corners: tuple) -> str:
    if scene.corner is not None:
        half = scene.pixel_size / 2 if scene.of_centre else 0.0
        x, y = scene.corner[0] + half, scene.corner[1] - half
        return (
            f"<Geoposition_Insert><ULXMAP>{x}</ULXMAP><ULYMAP>{y}</ULYMAP>"
            f"<XDIM>{scene.pixel_size}</XDIM><YDIM>{scene.pixel_size}</YDIM></Geoposition_Insert>"
        )
    if not scene.ties:
        return ""
    points = "".join(
        f"<Tie_Point><TIE_POINT_CRS_X>{x}</TIE_POINT_CRS_X><TIE_POINT_CRS_Y>{y}</TIE_POINT_CRS_Y>"
        f"<TIE_POINT_DATA_X>{column}</TIE_POINT_DATA_X><TIE_POINT_DATA_Y>{row}</TIE_POINT_DATA_Y></Tie_Point>"
        for (x, y), (column, row) in corners
    )
    return f"<Geoposition_Points>{points}</Geoposition_Points>"
