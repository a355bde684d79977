# SPDX-License-Identifier: GPL-2.0-or-later
"""The register's tables as layers of QGIS, and their looks kept beside them in the register itself."""

from __future__ import annotations

import logging

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..domain.register_errors import RegisterUnreachable
from .layer_crs import own_crs
from .layer_groups import plugin_group
from .register_forms import dress, looks, table_title
from .register_place import Place, database_of
from .register_styles import STYLE, keep_styles
from .register_tables import ATTACHMENTS, HISTORY, REQUESTS
from .tariffs import sensor_names, tariff_shelf

_TABLES = (REQUESTS, HISTORY, ATTACHMENTS)
_log = logging.getLogger(__name__)


def keep_looks(place: Place, sensors: dict[str, str], made: dict[str, str] | None = None) -> None:
    """In the register's own table of styles, where none is kept yet; in a task. What a person changed stays.

    ``made``: by :func:`register_forms.looks`, which a GeoPackage needs."""
    if made is not None:
        keep_styles(place, {table: (table_title(table), qml) for table, qml in made.items()})
        return
    for table in _TABLES:
        layer = _layer(place, table)
        if layer.listStylesInDatabase()[0] > 0:
            continue
        dress(layer, table, sensors)
        said = layer.saveStyleToDatabase(STYLE, table_title(table), True, "")
        if said and layer.listStylesInDatabase()[0] < 1:
            _log.warning("the style of %s is not kept: %s", table, said)


def looks_for(place: Place) -> dict[str, str] | None:
    """On the main thread, for :func:`keep_looks`."""
    return None if place.connection else looks(sensor_names(tariff_shelf()))


def layers_of(place: Place) -> list[QgsVectorLayer]:
    """In a task; they are for the main thread. Raises :class:`RegisterUnreachable`."""
    layers = []
    for table in _TABLES:
        layer = _layer(place, table)
        layer.loadDefaultStyle()
        layer.setName(table_title(table))
        layer.moveToThread(QCoreApplication.instance().thread())
        layers.append(layer)
    return layers


def add_to_project(layers: list[QgsVectorLayer], project: QgsProject) -> QgsVectorLayer:
    """On the main thread, in « DINAMIS »; those that are there already stay as they are. Gives the requests' one."""
    shown = []
    for layer in layers:
        there = next((one for one in project.mapLayers().values() if _same(one, layer)), None)
        if there is None:
            own_crs(layer)
            project.addMapLayer(layer, False)
            plugin_group(project).addLayer(layer)
        shown.append(there or layer)
    return shown[0]


def _same(one, other: QgsVectorLayer) -> bool:
    return one.providerType() == other.providerType() and one.source() == other.source()


def _layer(place: Place, table: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(_source(place, table), table, "postgres" if place.connection else "ogr")
    if not layer.isValid():
        raise RegisterUnreachable(place.title, f"{table}: {layer.error().summary()}")
    return layer


def _source(place: Place, table: str) -> str:
    """Without the password of a connection that keeps it in clear: projects hold sources."""
    if not place.connection:
        return f"{place.path}|layername={table}"
    uri = database_of(place)
    uri.setDataSource(place.schema or "public", table, "geom" if table == REQUESTS else "", "", "fid")
    if not uri.authConfigId():
        uri.setPassword("")
    return uri.uri(False)
