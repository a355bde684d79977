# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes with an image in the layer tree: its quality masks, its footprint and its quicklook, hidden at first."""

from __future__ import annotations

import shapely
from osgeo import gdal
from qgis.core import QgsFillSymbol, QgsMapLayer, QgsRasterLayer, QgsSingleSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import QSize

from ..domain.errors import InvalidProduct
from ..translation import tr
from .geometry import polygons_only
from .inline_layer import polygons_layer
from .mask_file import read_mask
from .product import Mask, Product
from .product_texts import credit_of, layer_name, licence_of
from .product_vrt import picture_vrt
from .products import time_of
from .renderers import Look, renderer_for
from .story import story_of
from .vsi import open_dataset

OF_PRODUCT = "dinamis/of"  # the path of the image
EXTRA = "dinamis/extra"  # a mask's kind, "footprint" or "quicklook"
CLOUDS = "CLD"

_COLOURS = {
    "ROI": "#0072b2", "CLD": "#cc79a7", "SNW": "#56b4e9", "WAT": "#009e73", "DET": "#d55e00", "SLT": "#e69f00",
    "VIS": "#7f7f7f", "QTE": "#a0522d", "DTM": "#556b2f",
}  # fmt: skip
_OTHER = "#5a5a5a"
_PREVIEW_SIDES = QSize(20_000, 20_000)  # pixels: beyond, it is no preview


def mask_name(kind: str) -> str:
    return {
        "ROI": tr("Region of interest (mask)"),
        "CLD": tr("Clouds (mask)"),
        "SNW": tr("Snow (mask)"),
        "WAT": tr("Water (mask)"),
        "DET": tr("Detectors out of order (mask)"),
        "SLT": tr("Stray light (mask)"),
        "VIS": tr("Hidden ground (mask)"),
        "QTE": tr("Technical quality (mask)"),
        "DTM": tr("Terrain model's quality (mask)"),
    }.get(kind, tr("{} (mask)").format(kind))


def extras(image: Product) -> list[QgsMapLayer]:
    """To be called in a task; none for an image in sensor geometry, whose masks are in pixels. A mask without any
    polygon, or that cannot be read, has no layer."""
    if image.geotransform is None or not image.crs.startswith("EPSG:") or not image.is_described:
        return []
    made: list[QgsMapLayer] = [*filter(None, (_mask(image, mask) for mask in image.masks))]
    if image.outline is not None:
        made.append(_polygons(image, [image.outline], tr("Footprint"), "footprint", "#000000"))
    quicklook = _quicklook(image)
    return [*made, quicklook] if quicklook is not None else made


def _mask(image: Product, mask: Mask) -> QgsVectorLayer | None:
    try:
        read = read_mask(mask.path, image.crs)
    except InvalidProduct:
        return None
    shapes = [shape for shape in (polygons_only(shapely.make_valid(one)) for one in read) if not shape.is_empty]
    if not shapes:
        return None
    return _polygons(image, shapes, mask_name(mask.kind), mask.kind, _COLOURS.get(mask.kind, _OTHER))


def _polygons(image: Product, shapes: list, name: str, kind: str, colour: str) -> QgsVectorLayer:
    step = abs(image.geotransform[1]) if image.geotransform else 1.0
    said = {"mask": kind, "product": image.name or layer_name(image)}
    layer, smoothed = polygons_layer(shapes, image.crs, name, said, step)
    layer.setRenderer(QgsSingleSymbolRenderer(_symbol(kind, colour)))
    layer.setReadOnly(True)
    text = tr("{name} of {image}, as delivered.").format(name=name, image=layer_name(image))
    if smoothed > step:
        text += " " + tr("Its edges are simplified by {} units of its CRS.").format(smoothed)
    return _told(layer, image, kind, text)


def _symbol(kind: str, colour: str) -> QgsFillSymbol:
    """Outlines for what the image covers, hatches for what spoils it: the image is to be seen through both."""
    outline = {"outline_color": colour, "outline_width": "0.5"}
    if kind in ("footprint", "ROI"):
        return QgsFillSymbol.createSimple({"style": "no", **outline})
    return QgsFillSymbol.createSimple({"style": "b_diagonal", "color": colour, **outline})


def _quicklook(image: Product) -> QgsRasterLayer | None:
    """An ortho product's preview covers exactly its raster."""
    if not image.preview or image.extent is None:
        return None
    try:
        dataset = open_dataset(image.preview, ("JPEG", "PNG", "GTiff"))
    except InvalidProduct:
        return None
    columns, rows, count = dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount
    is_picture = dataset.GetRasterBand(1).DataType == gdal.GDT_Byte
    if not is_picture or columns > _PREVIEW_SIDES.width() or rows > _PREVIEW_SIDES.height():
        return None
    layer = QgsRasterLayer(
        picture_vrt(image.preview, (columns, rows), min(count, 3), image.crs, image.extent), tr("Quicklook"), "gdal"
    )
    if not layer.isValid():
        return None
    layer.setRenderer(renderer_for(layer.dataProvider(), Look((1, 2, 3) if count >= 3 else (1,), None)))
    text = tr("Quicklook of {}: a picture made for the eye, not the image.").format(layer_name(image))
    return _told(layer, image, "quicklook", text)


def _told(layer: QgsMapLayer, image: Product, kind: str, text: str):
    metadata = layer.metadata()
    metadata.setTitle(layer.name())
    metadata.setAbstract(text)
    metadata.setRights([credit_of(image)] if credit_of(image) else [])
    metadata.setLicenses([licence_of(image)] if licence_of(image) else [])
    moment = time_of(image)
    if moment is not None:
        extent = metadata.extent()
        extent.setTemporalExtents([moment])
        metadata.setExtent(extent)
    layer.setMetadata(metadata)
    story = story_of(layer)
    story.setTitle(layer.name())
    story.setAbstract(text)
    story.setAttribution(credit_of(image))
    layer.setCustomProperty(OF_PRODUCT, image.path)
    layer.setCustomProperty(EXTRA, kind)
    return layer
