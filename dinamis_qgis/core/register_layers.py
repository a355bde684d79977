# SPDX-License-Identifier: GPL-2.0-or-later
"""The register's tables as layers of QGIS, and their looks kept beside them in the register itself."""

from __future__ import annotations

import logging
from collections.abc import Generator

from qgis.core import QgsProject, QgsVectorLayer

from ..domain.register_errors import RegisterUnreachable
from .layer_groups import plugin_group
from .register_forms import dress, looks, table_title
from .register_place import Opening, Place, database_of
from .register_sign_in import lend, signed_in
from .register_styles import STYLE, keep_styles
from .register_tables import ATTACHMENTS, HISTORY, REQUESTS, opened
from .tariffs import sensor_names, tariff_shelf

_TABLES = (REQUESTS, HISTORY, ATTACHMENTS)
_log = logging.getLogger(__name__)


def keep_looks(place: Place, made: dict[str, str]) -> None:
    """Those of :func:`looks_for` in a GeoPackage's own table of styles, where none is kept yet; in a task.

    What a person changed stays."""
    keep_styles(place, {table: (table_title(table), qml) for table, qml in made.items()})


def dress_tables(place: Place, sensors: dict[str, str]) -> Generator[None, None, None]:
    """As :func:`keep_looks` in a database, by turns of the main thread's event loop: a layer that is made elsewhere
    reads the project while somebody may be emptying it. Raises :class:`RegisterUnreachable`."""
    for table in _TABLES:
        layer = _layer(place, table)
        if layer.listStylesInDatabase()[0] < 1:
            dress(layer, table, sensors)
            said = layer.saveStyleToDatabase(STYLE, table_title(table), True, "")
            if said and layer.listStylesInDatabase()[0] < 1:
                _log.warning("the style of %s is not kept: %s", table, said)
        yield


def looks_for(place: Place) -> dict[str, str]:
    """On the main thread, for :func:`keep_looks`; none for a database."""
    return {} if place.connection else looks(sensor_names(tariff_shelf()))


def check(opening: Opening) -> None:
    """In a task, before the main thread makes layers of it: that it answers. Raises what :func:`opened` does."""
    with opened(opening):
        pass


def layers_of(place: Place) -> Generator[None, None, list[QgsVectorLayer]]:
    """One at each turn of the main thread's event loop. Raises :class:`RegisterUnreachable`."""
    layers = []
    for table in _TABLES:
        layer = _layer(place, table)
        layer.loadDefaultStyle()
        layer.setName(table_title(table))
        layers.append(layer)
        yield
    return layers


def add_to_project(layers: list[QgsVectorLayer], project: QgsProject) -> QgsVectorLayer:
    """On the main thread, in « DINAMIS »; those that are there already stay as they are. Gives the requests' one."""
    shown = []
    for layer in layers:
        there = next((one for one in project.mapLayers().values() if _same(one, layer)), None)
        if there is None:
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
    uri = signed_in(place.connection, database_of(place))
    lend(uri)
    uri.setDataSource(place.schema or "public", table, "geom" if table == REQUESTS else "", "", "fid")
    if not uri.authConfigId():
        uri.setPassword("")
    return uri.uri(False)
