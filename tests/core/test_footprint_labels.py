# SPDX-License-Identifier: GPL-2.0-or-later
"""A map that lies within hundreds of footprints is drawn at once, labels included."""

from __future__ import annotations

from time import perf_counter

from qgis.core import QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle
from qgis.PyQt.QtCore import QSize
from shapely.geometry import box

from dinamis_qgis.core.footprint_layer import new_footprint_layer, style_footprints
from dinamis_qgis.core.footprints import footprint_feature
from dinamis_qgis.domain.scene import Scene


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


def test_labels_of_footprints_that_cover_the_whole_map_are_placed_at_once(qgis_app):
    layer = new_footprint_layer("Footprints")
    scenes = [
        Scene(id=str(n), catalogue="c", mission="SPOT7", footprint=box(-3, 48, -2 + n / 1000, 49)) for n in range(300)
    ]
    layer.dataProvider().addFeatures([footprint_feature(scene, layer.fields()) for scene in scenes])
    style_footprints(layer, {"SPOT7"})
    assert seconds_to_draw(layer, labels=True) < 1 + 5 * seconds_to_draw(layer, labels=False)
