# SPDX-License-Identifier: GPL-2.0-or-later
"""The footprints of the library on the map: a layer on its GeoPackage, which follows it."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer, QgsVectorLayerTemporalProperties

from ..translation import tr
from .footprint_layer import MAP_TIP, describe_footprints, style_footprints
from .layer_crs import own_crs
from .layer_groups import KIND, plugin_group
from .library_file import LibraryFile

_LIBRARY = "library"  # of KIND


def library_layer(project: QgsProject) -> QgsVectorLayer | None:
    """When the project has it. One that was kept beside the project is the person's, and follows nothing."""
    return next((layer for layer in project.mapLayers().values() if shows_library(layer)), None)


def shows_library(layer: QgsMapLayer) -> bool:
    return layer.customProperty(KIND) == _LIBRARY and "library.gpkg|" in layer.source()


def show_library(project: QgsProject, file: LibraryFile) -> QgsVectorLayer:
    """Each image once, read-only: indexing alone writes it. Lies below the products and the searches."""
    layer = library_layer(project)
    if layer is None:
        layer = QgsVectorLayer(f"{file.path}|layername=images", tr("My library: footprints"), "ogr")
        layer.setReadOnly(True)
        layer.setCustomProperty(KIND, _LIBRARY)
        layer.setDisplayExpression('"title"')
        layer.setMapTipTemplate(MAP_TIP)
        temporal = layer.temporalProperties()
        temporal.setMode(QgsVectorLayerTemporalProperties.TemporalMode.FeatureDateTimeInstantFromField)
        temporal.setStartField("acquired")
        temporal.setIsActive(False)
        own_crs(layer)
        follow(layer)
        project.addMapLayer(layer, False)
        plugin_group(project).addLayer(layer)
    return layer


def follow(layer: QgsVectorLayer) -> None:
    """The library was indexed: other images, other satellites."""
    layer.dataProvider().reloadData()
    fields = layer.fields()
    missions = {str(value or "") for value in layer.uniqueValues(fields.lookupField("mission"))}
    style_footprints(layer, missions)
    describe_footprints(layer, map(str, layer.uniqueValues(fields.lookupField("credit"))))
    layer.updateExtents()
    layer.triggerRepaint()
