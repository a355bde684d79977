# SPDX-License-Identifier: GPL-2.0-or-later
"""Images on disk as raster layers that look as they should. Built in a task; nothing is written beside the data.

A new ``QgsRasterLayer`` reads statistics for its default contrast, and GDAL keeps them in an ``.aux.xml`` beside each
tile. So a layer starts here on an empty raster of bytes, for which QGIS wants no statistics, and is then pointed at its
data with the style that it has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import (
    QgsApplication,
    QgsBox3d,
    QgsDataProvider,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRasterLayerTemporalProperties,
    QgsRasterRange,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..domain.catalogues import Feedback
from ..domain.errors import InvalidProduct
from .compositions import COMPOSITIONS, tell_roles
from .dimap_bands import Band, numbers_of
from .orthorectified import Relief, placed
from .overviews import aside
from .product import Product
from .product_texts import abstract_of, credit_of, layer_name, licence_of
from .product_vrt import all_bands_vrt, sensor_vrt
from .renderers import Look, of_classes, paletted, renderer_for, tell_unit
from .story import story_of
from .stretch import QUICK_SIDE, WHOLE_SIDE, limits_of, sample
from .thematic import land_cover_classes
from .words import mission_name

if TYPE_CHECKING:
    import numpy as np

_EMPTY = (
    '<VRTDataset rasterXSize="1" rasterYSize="1"><SRS>EPSG:4326</SRS><GeoTransform>0, 1, 0, 0, 0, -1</GeoTransform>'
    '<VRTRasterBand dataType="Byte" band="1"/><VRTRasterBand dataType="Byte" band="2"/>'
    '<VRTRasterBand dataType="Byte" band="3"/></VRTDataset>'
)
PATH_PROPERTY = "dinamis/product"
FLAT = Relief()


def open_image(image: Product, composition: str, feedback: Feedback, relief: Relief = FLAT) -> QgsRasterLayer:
    """As :func:`build_layer`, given to the main thread."""
    layer = build_layer(image, composition, feedback, relief)
    hand_over(layer)
    return layer


def point_again(layer: QgsRasterLayer, image: Product) -> None:
    """After its files changed: its colours, its name and its id stay. On the main thread."""
    source, style = source_of(image), layer.renderer().clone()
    if layer.source() == source:
        layer.dataProvider().reloadData()
    else:
        layer.setDataSource(source, layer.name(), "gdal", QgsDataProvider.ProviderOptions(), False)
        _hide_nodata(layer, image)
        layer.setRenderer(style)
    layer.triggerRepaint()


def hand_over(layer: QgsMapLayer) -> None:
    layer.moveToThread(QgsApplication.instance().thread())


def build_layer(
    image: Product, composition: str, feedback: Feedback, relief: Relief = FLAT, look: Look | None = None
) -> QgsRasterLayer:
    """A layer of ``composition`` (a key of ``COMPOSITIONS``; where the image lacks it, the nearest it has), or of a
    ``look`` that is known already. An image in sensor geometry is laid on ``relief``, and says so.

    To be called in a task, whose thread it belongs to. Raises :class:`InvalidProduct`,
    :class:`~dinamis_qgis.domain.errors.UnsupportedProduct`, :class:`~dinamis_qgis.domain.errors.Cancelled`.
    """
    source = source_of(image, relief)
    there = on_map(image, relief)
    layer = _layer(source, layer_name(image), there)
    _hide_nodata(layer, there)
    classes = land_cover_classes(image.path) if len(image.bands) == 1 else ()
    if classes:
        layer.setRenderer(of_classes(layer.dataProvider(), classes))
    elif image.has_palette:
        layer.setRenderer(paletted(layer.dataProvider()))
    else:
        layer.setRenderer(renderer_for(layer.dataProvider(), look or look_of(image, composition, feedback)))
        tell_unit(layer, image.value_unit)
    tell_story(layer, replace(image, placed=there.placed))
    if not classes and not image.has_palette:
        tell_roles(layer, tuple(band.role for band in image.bands))
    layer.setCustomProperty(PATH_PROPERTY, image.path)
    return layer


def look_of(image: Product, composition: str, feedback: Feedback) -> Look:
    """Which bands, between which values; samples the pixels. Raises as :func:`open_image`."""
    numbers = shown_bands(image.bands, composition)
    return Look(numbers, _limits(image, numbers, feedback))


def shown_bands(bands: tuple[Band, ...], composition: str) -> tuple[int, ...]:
    for roles in (COMPOSITIONS[composition], *COMPOSITIONS.values()):
        numbers = numbers_of(bands, roles)
        if numbers is not None:
            return numbers
    return (1, 2, 3) if len(bands) >= 3 else (1,)


def source_of(image: Product, relief: Relief = FLAT) -> str:
    """What GDAL opens: the description or the image itself, or our own raster over the tiles that are there.

    Raises :class:`InvalidProduct`, :class:`~dinamis_qgis.domain.errors.UnsupportedProduct`.
    """
    if all(tile.missing for tile in image.tiles):
        raise InvalidProduct(image.path, "all its tiles are missing", "Data_Files")
    quick = "" if _in_sensor_geometry(image) else aside(image)
    if quick:
        return quick
    if not _in_sensor_geometry(image) and ".tar.gz/" not in image.path:  # QGIS would rewrite that path
        if image.kind == "dimap2" and not image.missing_tiles and image.placed is None:
            return image.path
        if len(image.tiles) == 1 and image.tiles[0].path == image.path:
            return image.path
    return all_bands_vrt(on_map(image, relief))


def on_map(image: Product, relief: Relief = FLAT) -> Product:
    """Of sensor geometry, the image as it is laid on the map; any other as it is."""
    return placed(image, relief) if _in_sensor_geometry(image) else image


def _in_sensor_geometry(image: Product) -> bool:
    """A bare raster without a place is none of ours to judge: it opens as QGIS opens it."""
    return image.geotransform is None and (image.model is not None or image.kind.startswith("dimap"))


def open_styled(source: str, name: str, look: Look) -> QgsRasterLayer:
    """A raster whose values declare themselves (our own). Raises :class:`InvalidProduct`."""
    layer = _pointed_at(source, name)
    if not layer.isValid():
        raise InvalidProduct(name, layer.error().summary() or "its pixels cannot be opened")
    layer.setRenderer(renderer_for(layer.dataProvider(), look))
    return layer


def _layer(source: str, name: str, image: Product) -> QgsRasterLayer:
    layer = _pointed_at(source, name)
    expected = (image.columns, image.rows, len(image.bands))
    if (layer.width(), layer.height(), layer.bandCount()) != expected and image.kind == "dimap2":
        layer = _pointed_at(all_bands_vrt(image), name)  # an older GDAL does not know this kind of DIMAP
    if not layer.isValid() or layer.bandCount() < len(image.bands):
        raise InvalidProduct(image.path, layer.error().summary() or "its pixels cannot be opened")
    return layer


def _pointed_at(source: str, name: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(_EMPTY, name, "gdal")
    layer.setDataSource(source, name, "gdal", QgsDataProvider.ProviderOptions(), False)
    return layer


def _hide_nodata(layer: QgsRasterLayer, image: Product) -> None:
    """DIMAP declares no nodata to GDAL: 0 would be drawn black."""
    if image.nodata is None:
        return
    for band in image.bands:
        layer.dataProvider().setUserNoDataValue(band.number, [QgsRasterRange(image.nodata, image.nodata)])


def _limits(image: Product, numbers: tuple[int, ...], feedback: Feedback) -> tuple[tuple[float, float], ...] | None:
    whole = (0.0, float(2 ** _bits(image) - 1))
    if image.is_display:
        return None if image.data_type == "Byte" else (whole,) * len(numbers)
    return tuple(limits_of(values) or whole for values in sampled(image, numbers, feedback))


def sampled(image: Product, numbers: tuple[int, ...], feedback: Feedback) -> list[np.ndarray]:
    """Values of some bands, as they were delivered. Raises as :func:`open_image`."""
    source = sensor_vrt(image) if _in_sensor_geometry(image) else source_of(image)
    side = QUICK_SIDE if any(tile.block for tile in image.tiles) else WHOLE_SIDE
    return sample(source, numbers, image.nodata, image.saturation, feedback, side)


def _bits(image: Product) -> int:
    if image.data_type == "Byte":
        return 8
    return image.value_bits or 16


def tell_story(layer: QgsRasterLayer, image: Product) -> None:
    """Title, abstract, credit, licence, keywords and date: in the layer, so that they follow it into the project."""
    credit, licence, abstract = credit_of(image), licence_of(image), abstract_of(image)
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(image.path)
    metadata.setType("dataset")
    metadata.setTitle(layer.name())
    metadata.setAbstract(abstract)
    metadata.setRights([credit] if credit else [])
    metadata.setLicenses([licence] if licence else [])
    words = [mission_name(image.mission) if image.mission else "", image.spectral_mode, image.level]
    metadata.setKeywords({"gmd:topicCategory": ["imageryBaseMapsEarthCover"], "DINAMIS": [w for w in words if w]})
    metadata.setCrs(layer.crs())
    extent = QgsLayerMetadata.Extent()
    spatial = QgsLayerMetadata.SpatialExtent()
    spatial.extentCrs = layer.crs()
    box = layer.extent()
    spatial.bounds = QgsBox3d(box.xMinimum(), box.yMinimum(), 0, box.xMaximum(), box.yMaximum(), 0)
    extent.setSpatialExtents([spatial])
    moment = time_of(image)
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


def time_of(image: Product) -> QgsDateTimeRange | None:
    moments = image.acquisitions
    if not moments:
        return None
    first, last = (
        QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000), Qt.TimeSpec.UTC)
        for moment in (moments[0], moments[-1])
    )
    return QgsDateTimeRange(first, last)
