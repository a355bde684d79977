# SPDX-License-Identifier: GPL-2.0-or-later
"""A map that lies within hundreds of footprints is drawn at once, labels included."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from qgis.core import QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle
from qgis.PyQt.QtCore import QSize
from shapely.geometry import box

from dinamis_qgis.core.footprint_layer import new_footprint_layer, style_footprints
from dinamis_qgis.core.footprints import footprint_feature
from dinamis_qgis.domain.scene import Scene
from tests.bench import Figure


def seconds_to_draw(layer, labels: bool) -> float:
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    settings.setExtent(QgsRectangle(285_000, 6_830_000, 286_000, 6_831_000))
    settings.setOutputSize(QSize(900, 900))
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, labels)
    job = QgsMapRendererParallelJob(settings)
    start = perf_counter()
    job.start()
    job.waitForFinished()
    return perf_counter() - start


def run() -> list[Figure]:
    layer = new_footprint_layer("Footprints")
    scenes = [
        Scene(id=str(n), catalogue="c", mission="SPOT7", footprint=box(-3, 48, -2 + n / 1000, 49)) for n in range(300)
    ]
    layer.dataProvider().addFeatures([footprint_feature(scene, layer.fields()) for scene in scenes])
    style_footprints(layer, {"SPOT7"})
    runs = [(seconds_to_draw(layer, True) * 1000, seconds_to_draw(layer, False) * 1000) for _ in range(5)]
    labelled, bare = (median(values) for values in zip(*runs))
    return [Figure("map within 300 footprints, drawn with labels / without", labelled, "ms", 5, baseline=bare)]
