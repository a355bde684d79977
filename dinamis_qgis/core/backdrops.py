# SPDX-License-Identifier: GPL-2.0-or-later
"""Yearly mosaics as layers of the project: listed by their service, named for people, dated, credited.

A layer asks the service's GetTile by a template (QGIS's kind ``xyz``), which its tile matrices allow. Built by QGIS's
WMTS the same layer reads the whole capabilities again, on the main thread and each time a project opens, which then
stops at a dialog where there is no network.
"""

from __future__ import annotations

import json
from datetime import datetime, time, timezone
from functools import lru_cache
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterLayerTemporalProperties,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..domain.backdrops import Backdrop, backdrops, is_backdrop
from ..domain.catalogues.registry import CatalogueRow
from ..paths import resource
from ..translation import tr
from .credits import credit_for
from .fetch import fetch
from .layer_groups import KIND, backdrop_group
from .numbers import locale
from .task import TaskFeedback, lending_its_thread
from .wmts import tile_sources

MAX_CAPABILITIES = 32 << 20  # bytes: a national service lists hundreds of layers in some megabytes
BACKDROP = "backdrop"  # KIND of their layers
_TILES = "dinamis/backdrop"  # layer: the address of its tiles


def read_backdrops(row: CatalogueRow, feedback: TaskFeedback) -> tuple[Backdrop, ...]:
    """Those that the service of ``row`` lists. Never on the main thread. Raises what :func:`fetch` raises and
    :class:`InvalidAnswer`."""
    address = f"{_service(row)}SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetCapabilities"
    with lending_its_thread():
        capabilities = fetch(address, feedback, MAX_CAPABILITIES)
    sources = tile_sources(capabilities, address, is_backdrop, feedback)
    feedback.check()
    return backdrops(sources, tuple(_words()["sensors"]))


def family_name(backdrop: Backdrop) -> str:
    """ "SPOT", "Pléiades Mayotte": codes that are not known stand for themselves."""
    known = _words()["sensors"].get(backdrop.sensor, {})
    place = _words()["places"].get(backdrop.place, backdrop.place)
    return f"{known.get('title', backdrop.sensor)} {place}".strip()


def period_name(backdrop: Backdrop) -> str:
    """ "2024", "June 2024"."""
    day = QDate(backdrop.first.year, backdrop.first.month, 1)
    return str(backdrop.first.year) if backdrop.whole_year else locale().toString(day, "MMMM yyyy")


def backdrop_name(backdrop: Backdrop) -> str:
    family, period = family_name(backdrop), period_name(backdrop)
    return f"{family} {period}" if backdrop.whole_year else tr("{family}, {month}").format(family=family, month=period)


def credit_of(row: CatalogueRow, backdrop: Backdrop) -> str:
    """Who made the mosaic, then the mission's own line."""
    mission = _words()["sensors"].get(backdrop.sensor, {}).get("mission", "")
    acquired = datetime.combine(backdrop.first, time(), timezone.utc)
    return ", ".join(line for line in (row.credit, credit_for(mission, acquired)) if line)


def show_backdrop(project: QgsProject, row: CatalogueRow, backdrop: Backdrop) -> QgsMapLayer:
    """The backdrop's layer, visible: the one that the project already has, else a new one under « DINAMIS »."""
    tiles = _tiles(row, backdrop)
    for layer in project.mapLayers().values():
        if layer.customProperty(_TILES) == tiles:
            break
    else:
        layer = backdrop_layer(row, backdrop)
        project.addMapLayer(layer, False)
        backdrop_group(project).insertLayer(0, layer).setExpanded(False)
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setItemVisibilityCheckedParentRecursive(True)
    return layer


def shown_backdrops(project: QgsProject) -> list[QgsMapLayer]:
    return [layer for layer in project.mapLayers().values() if layer.customProperty(KIND) == BACKDROP]


def follow_dates(layers: list[QgsMapLayer], on: bool) -> None:
    """Let the Temporal Controller show each of them in its own year."""
    for layer in layers:
        layer.temporalProperties().setIsActive(on)
        layer.triggerRepaint()


def backdrop_layer(row: CatalogueRow, backdrop: Backdrop) -> QgsRasterLayer:
    """Asks nothing of the network."""
    source, name = backdrop.source, backdrop_name(backdrop)
    tiles = _tiles(row, backdrop)
    uri = QgsDataSourceUri()
    for key, value in (("type", "xyz"), ("zmin", source.zoom_min), ("zmax", source.zoom_max), ("url", tiles)):
        uri.setParam(key, str(value))
    layer = QgsRasterLayer(bytes(uri.encodedUri()).decode(), name, "wms")
    layer.setCustomProperty(KIND, BACKDROP)
    layer.setCustomProperty(_TILES, tiles)
    credit = credit_of(row, backdrop)
    # QGIS moved the attribution to the server's properties after 3.22
    (layer if hasattr(layer, "setAttribution") else layer.serverProperties()).setAttribution(credit)
    metadata = layer.metadata()
    metadata.setIdentifier(source.identifier)
    metadata.setTitle(name)
    metadata.setAbstract(source.title)
    metadata.setRights([credit] if credit else [])
    metadata.setLicenses([row.licence] if row.licence else [])
    metadata.setKeywords({"DINAMIS": [family_name(backdrop), row.id]})
    _date(layer, metadata, backdrop)
    layer.setMetadata(metadata)
    return layer


def _date(layer: QgsRasterLayer, metadata: QgsLayerMetadata, backdrop: Backdrop) -> None:
    """The range is set but inactive until that is asked for: the Temporal Controller must hide nothing by surprise."""
    first, last = backdrop.first, backdrop.last
    span = QgsDateTimeRange(
        QDateTime(QDate(first.year, first.month, first.day), QTime(0, 0), Qt.TimeSpec.UTC),
        QDateTime(QDate(last.year, last.month, last.day), QTime(23, 59, 59, 999), Qt.TimeSpec.UTC),
    )
    temporal = layer.temporalProperties()
    temporal.setMode(QgsRasterLayerTemporalProperties.TemporalMode.FixedTemporalRange)
    temporal.setFixedTemporalRange(span)
    temporal.setIsActive(False)
    extent = QgsLayerMetadata.Extent()
    extent.setTemporalExtents([span])
    metadata.setExtent(extent)


def _tiles(row: CatalogueRow, backdrop: Backdrop) -> str:
    """The template of GetTile. Versions of QGIS undo percent-encoding in it differently: there is none."""
    source = backdrop.source
    said = {
        "SERVICE": "WMTS",
        "VERSION": "1.0.0",
        "REQUEST": "GetTile",
        "LAYER": source.identifier,
        "STYLE": source.style,
        "FORMAT": source.format,
        "TILEMATRIXSET": source.matrix_set,
    }
    fixed = "&".join(f"{key}={value}" for key, value in said.items())
    return f"{_service(row)}{fixed}&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}"


def _service(row: CatalogueRow) -> str:
    return row.url.rstrip("?&") + ("&" if "?" in row.url.rstrip("?&") else "?")


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return json.loads(resource("backdrops.json").read_text(encoding="utf-8"))
