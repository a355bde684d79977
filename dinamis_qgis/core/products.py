# SPDX-License-Identifier: GPL-2.0-or-later
"""Images on disk as raster layers that look as they should. Built in a task; nothing is written beside the data.

A new ``QgsRasterLayer`` reads statistics for its default contrast, and GDAL keeps them in an ``.aux.xml`` beside each
tile. So a layer starts here on an empty raster of bytes, for which QGIS wants no statistics, and is then pointed at its
data with the style that it has.
"""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsBox3d,
    QgsDataProvider,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsRasterLayer,
    QgsRasterLayerTemporalProperties,
    QgsRasterRange,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..domain.catalogues import Feedback
from ..domain.errors import InvalidProduct, UnsupportedProduct
from .dimap import DimapProduct
from .dimap_bands import Band, numbers_of
from .product_texts import Image, abstract_of, credit_of, layer_name, level_of, licence_of, mission_of, mode_of
from .product_vrt import COMPOSITIONS, all_bands_vrt
from .rasters import BareRaster
from .renderers import Look, paletted, renderer_for
from .story import story_of
from .stretch import value_limits
from .words import mission_name

_EMPTY = (
    '<VRTDataset rasterXSize="1" rasterYSize="1"><SRS>EPSG:4326</SRS><GeoTransform>0, 1, 0, 0, 0, -1</GeoTransform>'
    '<VRTRasterBand dataType="Byte" band="1"/><VRTRasterBand dataType="Byte" band="2"/>'
    '<VRTRasterBand dataType="Byte" band="3"/></VRTDataset>'
)
PATH_PROPERTY = "dinamis/product"


def open_image(image: Image, composition: str, feedback: Feedback) -> QgsRasterLayer:
    """As :func:`build_layer`, given to the main thread."""
    layer = build_layer(image, composition, feedback)
    hand_over(layer)
    return layer


def hand_over(layer: QgsRasterLayer) -> None:
    layer.moveToThread(QgsApplication.instance().thread())


def build_layer(image: Image, composition: str, feedback: Feedback) -> QgsRasterLayer:
    """A layer of ``composition`` (a key of ``COMPOSITIONS``; where the image lacks it, the nearest it has).

    To be called in a task, whose thread it belongs to. Raises :class:`InvalidProduct`,
    :class:`UnsupportedProduct`, :class:`~dinamis_qgis.domain.errors.Cancelled`.
    """
    layer = _layer(_source(image), layer_name(image), image)
    _hide_nodata(layer, image)
    if isinstance(image, BareRaster) and image.has_palette:
        layer.setRenderer(paletted(layer.dataProvider()))
    else:
        layer.setRenderer(renderer_for(layer.dataProvider(), look_of(image, composition, feedback)))
    _tell_story(layer, image)
    return layer


def look_of(image: Image, composition: str, feedback: Feedback) -> Look:
    """Which bands, between which values; samples the pixels. Raises as :func:`open_image`."""
    numbers = shown_bands(image.bands, composition)
    return Look(numbers, _limits(image, _source(image), numbers, feedback))


def shown_bands(bands: tuple[Band, ...], composition: str) -> tuple[int, ...]:
    for roles in (COMPOSITIONS[composition], *COMPOSITIONS.values()):
        numbers = numbers_of(bands, roles)
        if numbers is not None:
            return numbers
    return (1, 2, 3) if len(bands) >= 3 else (1,)


def source_of(product: DimapProduct) -> str:
    """What GDAL opens: the DIM itself, or our own raster over the tiles that are there."""
    if product.geotransform is None:
        raise UnsupportedProduct(product.path, "sensor")
    if all(tile.missing for tile in product.tiles):
        raise InvalidProduct(product.path, "all its tiles are missing", "Data_Files")
    return all_bands_vrt(product) if product.missing_tiles else product.path


def _source(image: Image) -> str:
    return source_of(image) if isinstance(image, DimapProduct) else image.path


def _layer(source: str, name: str, image: Image) -> QgsRasterLayer:
    layer = _pointed_at(source, name)
    expected = (image.columns, image.rows, len(image.bands))
    if (layer.width(), layer.height(), layer.bandCount()) != expected and isinstance(image, DimapProduct):
        layer = _pointed_at(all_bands_vrt(image), name)  # an older GDAL does not know this kind of DIMAP
    if not layer.isValid() or layer.bandCount() < len(image.bands):
        raise InvalidProduct(image.path, layer.error().summary() or "its pixels cannot be opened")
    return layer


def _pointed_at(source: str, name: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(_EMPTY, name, "gdal")
    layer.setDataSource(source, name, "gdal", QgsDataProvider.ProviderOptions(), False)
    return layer


def _hide_nodata(layer: QgsRasterLayer, image: Image) -> None:
    """DIMAP declares no nodata to GDAL: 0 would be drawn black."""
    if image.nodata is None:
        return
    for band in image.bands:
        layer.dataProvider().setUserNoDataValue(band.number, [QgsRasterRange(image.nodata, image.nodata)])


def _limits(
    image: Image, source: str, numbers: tuple[int, ...], feedback: Feedback
) -> tuple[tuple[float, float], ...] | None:
    whole = (0.0, float(2 ** _bits(image) - 1))
    if isinstance(image, DimapProduct) and image.is_display:
        return None if image.data_type == "Byte" else (whole,) * len(numbers)
    saturation = image.saturation if isinstance(image, DimapProduct) else None
    if image.data_type == "Byte" and isinstance(image, BareRaster):
        return None
    found = value_limits(source, numbers, image.nodata, saturation, feedback)
    return tuple(limits or whole for limits in found)


def _bits(image: Image) -> int:
    if image.data_type == "Byte":
        return 8
    return (image.value_bits if isinstance(image, DimapProduct) else None) or 16


def _tell_story(layer: QgsRasterLayer, image: Image) -> None:
    """Title, abstract, credit, licence, keywords and date: in the layer, so that they follow it into the project."""
    credit, licence, abstract = credit_of(image), licence_of(image), abstract_of(image)
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(image.path)
    metadata.setType("dataset")
    metadata.setTitle(layer.name())
    metadata.setAbstract(abstract)
    metadata.setRights([credit] if credit else [])
    metadata.setLicenses([licence] if licence else [])
    words = [mission_name(mission_of(image)) if mission_of(image) else "", mode_of(image), level_of(image)]
    metadata.setKeywords({"gmd:topicCategory": ["imageryBaseMapsEarthCover"], "DINAMIS": [w for w in words if w]})
    metadata.setCrs(layer.crs())
    extent = QgsLayerMetadata.Extent()
    spatial = QgsLayerMetadata.SpatialExtent()
    spatial.extentCrs = layer.crs()
    box = layer.extent()
    spatial.bounds = QgsBox3d(box.xMinimum(), box.yMinimum(), 0, box.xMaximum(), box.yMaximum(), 0)
    extent.setSpatialExtents([spatial])
    moment = _range(image)
    if moment is not None:
        extent.setTemporalExtents([moment])
        properties = layer.temporalProperties()
        properties.setMode(QgsRasterLayerTemporalProperties.TemporalMode.FixedTemporalRange)
        properties.setFixedTemporalRange(moment)
        properties.setIsActive(False)  # or the Temporal Controller would hide the image by surprise
    metadata.setExtent(extent)
    layer.setMetadata(metadata)
    story = story_of(layer)
    story.setTitle(layer.name())
    story.setAbstract(abstract)
    story.setAttribution(credit)
    layer.setCustomProperty(PATH_PROPERTY, image.path)


def _range(image: Image) -> QgsDateTimeRange | None:
    moments = image.acquisitions if isinstance(image, DimapProduct) else (image.acquired,) if image.acquired else ()
    if not moments:
        return None
    first, last = (
        QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000), Qt.TimeSpec.UTC)
        for moment in (moments[0], moments[-1])
    )
    return QgsDateTimeRange(first, last)
