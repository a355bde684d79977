# SPDX-License-Identifier: GPL-2.0-or-later
"""« Keep the results »: what searches put in a project in memory or in the cache goes to files beside the project.

Three steps, so that QGIS never waits: what is to be kept is listed on the main thread, written on any, and the layers
are pointed at the files on the main thread. A layer keeps its id, style, properties and place in the tree.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsDataProvider,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..domain.errors import NotWritable
from ..domain.filenames import file_stem
from .keep_files import FOOTPRINTS, QUICKLOOKS, Copy, Plan, Table, write
from .layer_groups import KIND, SCENE
from .library_layer import shows_library


@dataclass(frozen=True)
class KeptResults:
    """``folder`` is None when there was nothing to keep."""

    folder: Path | None
    footprint_layers: int
    quicklooks: int


def keep_results(project: QgsProject) -> KeptResults:
    """Keep, and save the project again: for scripts, which may wait. Raises :class:`NotWritable`."""
    if not unkept(project):
        return KeptResults(None, 0, 0)
    plan = plan_keeping(project)
    write(plan, _Patient())
    for layer_id in (*(table.layer_id for table in plan.tables), *(copy.layer_id for copy in plan.copies)):
        point_at_file(project, plan, layer_id)
    return save_again(project, plan)


def unkept(project: QgsProject) -> list[QgsMapLayer]:
    """Layers of searches that another computer, or another day, would not find."""
    home = Path(project.absolutePath()) if project.absolutePath() else None
    return [layer for layer in project.mapLayers().values() if _is_temporary(layer, home)]


def plan_keeping(project: QgsProject) -> Plan:
    """What goes where; on the main thread. Raises :class:`NotWritable` when the project is not a file of its own."""
    if not project.fileName() or project.projectStorage() is not None:
        raise NotWritable(project.fileName(), "the project is not saved in a file")
    file = Path(project.absoluteFilePath())
    folder = file.with_name(f"{file.stem}_dinamis")
    names, files = _tables_in(folder / FOOTPRINTS), _stems_in(folder / QUICKLOOKS)
    tables, copies = [], []
    for layer in unkept(project):
        if isinstance(layer, QgsVectorLayer):
            name = file_stem(_table_name(project, layer), names)
            source = QgsVectorLayerFeatureSource(layer)
            tables.append(Table(layer.id(), name, source, layer.fields(), layer.wkbType(), layer.crs()))
        else:
            origin = Path(layer.source())
            stem = file_stem(_scene_id(layer) or origin.stem, files)
            copies.append(Copy(layer.id(), origin, folder / QUICKLOOKS / f"{stem}{origin.suffix}"))
    return Plan(project.fileName(), folder, tuple(tables), tuple(copies))


def point_at_file(project: QgsProject, plan: Plan, layer_id: str) -> None:
    """Swap one layer's source, on the main thread; one that was deleted meanwhile stays deleted."""
    layer = project.mapLayer(layer_id)
    if layer is None or project.fileName() != plan.project_file:
        return
    options = QgsDataProvider.ProviderOptions()
    options.transformContext = project.transformContext()
    story = QgsLayerMetadata(layer.metadata())  # newer QGIS replaces it by what the new source says
    for table in plan.tables:
        if table.layer_id == layer_id:
            layer.setDataSource(f"{plan.footprints}|layername={table.name}", layer.name(), "ogr", options, False)
    for copy in plan.copies:
        if copy.layer_id == layer_id:
            layer.setDataSource(str(copy.target), layer.name(), "gdal", options, False)
    layer.setMetadata(story)


def save_again(project: QgsProject, plan: Plan) -> KeptResults:
    """With relative paths, so that the project may move with its folder. Raises :class:`NotWritable`."""
    if project.fileName() == plan.project_file:
        project.setFilePathStorage(Qgis.FilePathType.Relative)
        if not project.write():
            raise NotWritable(plan.project_file, project.error())
    return KeptResults(plan.folder, len(plan.tables), len(plan.copies))


def _is_temporary(layer: QgsMapLayer, home: Path | None) -> bool:
    kind = layer.customProperty(KIND)
    if kind in ("footprints", "uncovered"):
        return layer.providerType() == "memory"
    if shows_library(layer):
        return True
    if kind != "quicklook":
        return False
    path = Path(layer.source())
    return path.is_file() and (home is None or home not in path.parents)


def _table_name(project: QgsProject, layer: QgsMapLayer) -> str:
    """The search's title in letters that any software takes as a table's name."""
    node = project.layerTreeRoot().findLayer(layer.id())
    group = node.parent().name() if node is not None else ""
    plain = unicodedata.normalize("NFKD", group or layer.name()).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:50] or "footprints"


def _scene_id(layer: QgsMapLayer) -> str:
    try:
        return str(json.loads(layer.customProperty(SCENE, ""))[-1])
    except (ValueError, TypeError, LookupError):
        return ""


def _tables_in(path: Path) -> set[str]:
    if not path.is_file():
        return set()
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    if dataset is None:
        return set()
    return {dataset.GetLayer(number).GetName().lower() for number in range(dataset.GetLayerCount())}


def _stems_in(folder: Path) -> set[str]:
    return {file.stem.lower() for file in folder.iterdir()} if folder.is_dir() else set()


class _Patient:
    def isCanceled(self) -> bool:
        return False
