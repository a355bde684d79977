# SPDX-License-Identifier: GPL-2.0-or-later
"""Quicklooks laid on the map: a picture and its scene in, a georeferenced GeoTIFF and its layer out."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsAbstractMetadataBase,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsRasterLayer,
    QgsRasterLayerTemporalProperties,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt, QThread

from ..domain.errors import InvalidPicture, NotWritable
from ..domain.placement import BOX, CORNERS, GRID, GRID_CRS, WEDGES_LON_LAT, WEDGES_UTM, Placement, opacity, place
from ..domain.public_url import public_url
from ..domain.scene import Asset, Scene
from ..domain.wedges import Picture
from ..translation import tr
from .layer_groups import KIND, SCENE
from .pictures import decode, gdal_complaints
from .proj import project, reference
from .story import story_of
from .words import scene_name

APPROXIMATE = "dinamis/approximate"  # custom property of a quicklook layer
_GTIFF = ["COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=2", "PHOTOMETRIC=RGB", "ALPHA=NON-PREMULTIPLIED"]
_MOST_GROWTH = 8.0  # a warped picture has at the most so many times its pixels


@dataclass(frozen=True)
class Placed:
    """A georeferenced quicklook on disk."""

    path: Path
    placement: Placement

    @property
    def approximate(self) -> bool:
        return self.placement.approximate


def georeference(scene: Scene, picture: bytes, out: Path, asset: Asset | None = None) -> Placed:
    """Write ``out``, a GeoTIFF with an alpha band: in the picture's own projection when metadata gives one, else in the
    local UTM zone. ``asset`` is the one whose picture it is (the scene's quicklook unless told). Off the main thread.

    Raises :class:`InvalidPicture`, or :class:`NotWritable`; ``out`` is then as it was.
    """
    asset = asset or scene.quicklook
    try:
        pixels = decode(picture)
        placement = place(pixels, scene.footprint, asset.grid if asset else None, scene.grid, project)
    except InvalidPicture as error:
        raise InvalidPicture(asset.href.split("?", 1)[0] if asset else scene.id, error.reason) from error
    part = out.with_name(out.name + ".part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(pixels, placement, scene, part)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritable(str(out), str(error)) from error
    return Placed(out, placement)


def _write(pixels: Picture, placement: Placement, scene: Scene, path: Path) -> None:
    srs = reference(placement.crs)
    if srs is None:
        raise InvalidPicture(scene.id, f"unknown projection {placement.crs[:40]}")
    wkt = srs.ExportToWkt(["FORMAT=WKT2_2018"])
    with gdal_complaints() as complaints:
        source = _in_memory(pixels, opacity(pixels, placement))
        if placement.geotransform is not None:
            source.SetGeoTransform(placement.geotransform)
            source.SetProjection(wkt)
        else:
            source.SetGCPs([gdal.GCP(x, y, 0.0, column, row) for column, row, x, y in placement.gcps], wkt)
            size = _pixel_size(placement)
            # 25 points of a homography, order 3: within 0.2 px for a keystone of 1 %, 0.5 px for 5 %. The output is as
            # fine as the picture; left to itself, GDAL compares the sizes of the two frames and blurs what is turned.
            source = gdal.Warp(
                "", source, format="MEM", dstSRS=wkt, polynomialOrder=3, resampleAlg="bilinear", xRes=size, yRes=size,
                warpOptions=["XSCALE=1", "YSCALE=1"],
            )  # fmt: skip
        if source is not None:
            source.SetMetadata(_tags(scene))
            written = gdal.GetDriverByName("GTiff").CreateCopy(str(path), source, options=_GTIFF)
            del written  # closes it
    if complaints:
        raise NotWritable(str(path), complaints[0])


def _in_memory(pixels: Picture, shown: np.ndarray) -> gdal.Dataset:
    rows, columns = shown.shape
    dataset = gdal.GetDriverByName("MEM").Create("", columns, rows, 4, gdal.GDT_Byte)
    interpretations = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)
    for number, interpretation in enumerate(interpretations):
        band = dataset.GetRasterBand(number + 1)
        band.WriteArray(np.where(shown, pixels[..., number], 0))
        band.SetColorInterpretation(interpretation)
    alpha = dataset.GetRasterBand(4)
    alpha.WriteArray(np.where(shown, 255, 0).astype(np.uint8))
    alpha.SetColorInterpretation(gdal.GCI_AlphaBand)
    return dataset


def _pixel_size(placement: Placement) -> float:
    """The finest side of a pixel on the ground, in the CRS's units, unless the picture would grow beyond measure."""
    columns, rows = placement.size
    grid = np.array(placement.gcps)[:, 2:].reshape(5, 5, 2)
    width = np.hypot(*(grid[:, -1] - grid[:, 0]).T).min() / columns
    height = np.hypot(*(grid[-1] - grid[0]).T).min() / rows
    extent = np.ptp(grid.reshape(-1, 2), axis=0)
    return float(max(width if width < height else height, math.sqrt(extent.prod() / (_MOST_GROWTH * columns * rows))))


def _tags(scene: Scene) -> dict[str, str]:
    tags = {"TIFFTAG_DOCUMENTNAME": scene.id, "TIFFTAG_COPYRIGHT": scene.credit}
    if scene.acquired is not None:
        tags["TIFFTAG_DATETIME"] = scene.acquired.strftime("%Y:%m:%d %H:%M:%S")
    return {tag: text for tag, text in tags.items() if text}


def quicklook_layer(path: Path, scene: Scene, placed: Placed) -> QgsRasterLayer:
    """The quicklook as a layer that carries its own story, for the main thread wherever it was built.

    Raises :class:`InvalidPicture` when QGIS cannot open the file.
    """
    title = scene.title or scene.id
    name = scene_name(scene) if scene.mission else title
    layer = QgsRasterLayer(str(path), tr("{} (approximate)").format(name) if placed.approximate else name, "gdal")
    if not layer.isValid():
        raise InvalidPicture(str(path), "QGIS cannot open it")
    layer.setCustomProperty(KIND, "quicklook")
    key = (public_url(scene.catalogue), scene.collection, scene.id)
    layer.setCustomProperty(SCENE, json.dumps(key))
    layer.setCustomProperty(APPROXIMATE, placed.approximate)
    story_of(layer).setAttribution(scene.credit)
    metadata = layer.metadata()
    metadata.setIdentifier(scene.id)
    metadata.setTitle(title)
    metadata.setAbstract(_story(placed))
    metadata.setRights([scene.credit] if scene.credit else [])
    metadata.setLicenses([public_url(scene.licence)] if scene.licence else [])
    metadata.setKeywords({"DINAMIS": [word for word in (scene.mission, public_url(scene.catalogue)) if word]})
    if scene.self_url:
        metadata.addLink(QgsAbstractMetadataBase.Link(scene.id, "WWW:LINK", public_url(scene.self_url)))
    if scene.acquired is not None:
        _date(layer, metadata, scene.acquired)
    layer.setMetadata(metadata)
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() is not application.thread():
        layer.moveToThread(application.thread())
    return layer


def _date(layer: QgsRasterLayer, metadata: QgsLayerMetadata, acquired: datetime) -> None:
    """The range is set but inactive: the Temporal Controller must not hide pictures by surprise."""
    moment = QDateTime.fromMSecsSinceEpoch(round(acquired.timestamp() * 1000), Qt.TimeSpec.UTC)
    span = QgsDateTimeRange(moment, moment)
    temporal = layer.temporalProperties()
    temporal.setMode(QgsRasterLayerTemporalProperties.TemporalMode.FixedTemporalRange)
    temporal.setFixedTemporalRange(span)
    temporal.setIsActive(False)
    extent = QgsLayerMetadata.Extent()
    extent.setTemporalExtents([span])
    metadata.setExtent(extent)


def _story(placed: Placed) -> str:
    words = {
        GRID: tr("Placed by its projection metadata."),
        GRID_CRS: tr("Placed by its projection and the footprint's bounding box."),
        WEDGES_UTM: tr("Placed by its empty corners, which fit the footprint (north-up, UTM)."),
        WEDGES_LON_LAT: tr("Placed by its empty corners, which fit the footprint (north-up, longitude/latitude)."),
        CORNERS: tr("Placed by the footprint's corners (acquisition frame)."),
        BOX: "",
    }[placed.placement.evidence]
    return " ".join(part for part in (approximate_words() if placed.approximate else "", words) if part)


def approximate_words() -> str:
    return tr("Approximate placement: the exact footprint is not given.")
