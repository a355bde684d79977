# SPDX-License-Identifier: GPL-2.0-or-later
"""Images looked at where they lie, as raster layers. Built whole in a task: their headers are read there, and a sample
of their overviews for the contrast; the layer's source says all that QGIS asks when it opens the project again.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace

from osgeo import gdal
from qgis.core import QgsColorRampShader, QgsPalettedRasterRenderer, QgsRasterLayer, QgsRasterRenderer
from qgis.PyQt.QtGui import QColor

from ..domain.errors import (
    AccessDenied,
    AuthenticationRequired,
    InvalidProduct,
    NotFound,
    Unreachable,
)
from ..domain.public_url import public_url
from ..domain.scene import Asset, Scene
from ..domain.signed_address import bare
from ..domain.streaming import ROLES, streamed_files
from ..translation import tr
from . import access
from .compositions import NATURAL
from .dimap_bands import Band, numbers_of
from .gdal_network import learn_size
from .opening import Opened
from .product import Group, Product
from .products import PATH_PROPERTY, build_layer, hand_over
from .rasters import read_raster
from .sharpened import SHARPENED, sharpened_layer
from .stac_files import named_by, with_scene, with_unit
from .story import story_of
from .streamed_layers import STREAMED
from .task import TaskFeedback, lending_its_thread
from .thematic import land_cover_classes
from .vsi import open_dataset

_STATUS = re.compile(r"HTTP (?:response|error) code ?:? ?(\d{3})", re.IGNORECASE)
_GRID = ("columns", "rows", "geotransform", "crs", "data_type")
_ERRORS = {401: AuthenticationRequired, 403: AccessDenied, 404: NotFound, 410: NotFound}


def open_streamed(scene: Scene, composition: str, feedback: TaskFeedback) -> Opened:
    """The layers of a scene that :func:`~dinamis_qgis.domain.streaming.streamed_files` says can be streamed: a bundle
    pansharpened, over its multispectral image; bands in files of their own as one image. ``composition`` is a key of
    ``COMPOSITIONS``.

    For a task, after :func:`~.gdal_network.prepare`; the layers are handed to the main thread, where they want
    :func:`~.layer_crs.own_crs`. Raises an :class:`~dinamis_qgis.domain.account_errors.AccountError`, what a service
    answers, :class:`InvalidProduct`, :class:`~dinamis_qgis.domain.errors.Cancelled`.
    """
    assets = streamed_files(scene)
    access.expect(asset.href for asset in assets)  # one request signs them all
    with lending_its_thread():
        group: Group = tuple(_read(scene, asset, feedback) for asset in assets)
    if len(group) > 2:
        group = (_as_one(group),)
    layers = []
    if len(group) == 2 and group[0].crs == group[1].crs and numbers_of(group[0].bands, NATURAL):
        layers.append(sharpened_layer(group, composition, feedback))
    for image in group[:1] if layers else group:
        layer = build_layer(image, composition, feedback)
        if image.has_palette and not land_cover_classes(image.path):
            layer.setRenderer(_paletted(layer, image))
        layers.append(layer)
    for layer in layers:
        if not group[0].is_described:
            layer.setName(scene.title or scene.id)
        _mark(layer, scene)
        hand_over(layer)
    return Opened(group, tuple(layers), None)


def _read(scene: Scene, asset: Asset, feedback: TaskFeedback) -> Product:
    """By the link that its tile then has; the product itself is named by its public address."""
    place = bare(asset.href)
    image = access.with_link(place, feedback, lambda link: _opened(place, link, scene, asset, feedback))
    feedback.check()
    if "visual" in (*asset.roles, asset.key.lower()):
        image = replace(image, radiometry="DISPLAY")
    return with_unit(with_scene(image, scene), scene, asset)


def _as_one(bands: Group) -> Product:
    """Files of one band each, in the order of :data:`ROLES`, on one grid."""
    first = bands[0]
    for band in bands:
        if len(band.bands) != 1 or any(getattr(band, same) != getattr(first, same) for same in _GRID):
            raise InvalidProduct(band.path, "its bands are not on one grid")
    return replace(
        first,
        bands=tuple(Band(number, role, role) for number, role in zip(range(1, len(bands) + 1), ROLES)),
        tiles=tuple(replace(band.tiles[0], first_band=number) for number, band in enumerate(bands, 1)),
    )


def _opened(place: str, link: str, scene: Scene, asset: Asset, feedback: TaskFeedback) -> Product:
    file = f"/vsicurl/{link}"
    if link != place:
        learn_size(link, feedback)
    try:
        found = read_raster(file, named_by(scene, asset))
        dataset = open_dataset(file)  # a band does not keep it open
        block = tuple(dataset.GetRasterBand(1).GetBlockSize())
    except InvalidProduct as error:
        raise _refusal(place, str(error)) from None  # the link is in it
    (tile,) = found.tiles
    return replace(found, path=place, tiles=(replace(tile, size=tile.size or 1 << 20, block=block),))


def _refusal(place: str, said: str) -> Exception:
    """What GDAL's words mean."""
    status = _STATUS.search(said)
    if status is not None:
        kind = _ERRORS.get(int(status[1]))
        return kind(place, status=int(status[1])) if kind is not None else Unreachable(place, f"HTTP {status[1]}")
    words = gdal.VSIGetLastErrorMsg() if hasattr(gdal, "VSIGetLastErrorMsg") else ""
    if "CURL error" in said or "does not exist in the file system" in said:
        return Unreachable(place, words)
    return InvalidProduct(place, "not a GeoTIFF that can be streamed")


def _paletted(layer: QgsRasterLayer, image: Product) -> QgsRasterRenderer:
    """The file's own colours, which the layer's source does not repeat."""
    dataset = open_dataset(image.tiles[0].path)
    table = dataset.GetRasterBand(1).GetColorTable()
    items = [
        QgsColorRampShader.ColorRampItem(value, QColor(*table.GetColorEntry(value)), str(value))
        for value in range(table.GetCount())
    ]
    classes = QgsPalettedRasterRenderer.colorTableToClassData(items)
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)


def _mark(layer: QgsRasterLayer, scene: Scene) -> None:
    """In the layer itself, for who opens the project without this plugin."""
    layer.setName(tr("{}, streamed").format(layer.name()))
    needs = tr(
        "Streamed from the service that keeps it: to display it, QGIS needs the DINAMIS plugin, a connection and, "
        "where the service wants one, an account."
    )
    for path in (PATH_PROPERTY, SHARPENED):
        layer.removeCustomProperty(path)  # it is no file of this machine
    layer.setCustomProperty(STREAMED, json.dumps({"catalogue": public_url(scene.catalogue), "id": scene.id}))
    metadata, story = layer.metadata(), story_of(layer)
    for holder, abstract in ((metadata, metadata.abstract()), (story, metadata.abstract())):
        holder.setAbstract(f"{needs}\n{abstract}")
        holder.setTitle(layer.name())
    layer.setMetadata(metadata)
