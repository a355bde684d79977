# SPDX-License-Identifier: GPL-2.0-or-later
"""« Exporter les emprises… » : the footprints of a search in a file of the person's."""

from __future__ import annotations

import contextlib
from pathlib import Path

from qgis.core import QgsVectorLayer, QgsVectorLayerFeatureSource

from ..domain.filenames import file_stem
from .keep_files import Feedback, Table, write_table

_DRIVERS = {".geojson": "GeoJSON", ".json": "GeoJSON"}


def exported_table(layer: QgsVectorLayer, path: Path) -> Table:
    """On the main thread: what :func:`export_table` writes on any."""
    source = QgsVectorLayerFeatureSource(layer)
    return Table(layer.id(), file_stem(path.stem, set()), source, layer.fields(), layer.wkbType(), layer.crs())


def export_table(table: Table, path: Path, feedback: Feedback) -> Path:
    """A GeoPackage, or GeoJSON where the name says so. Raises :class:`NotWritable` or :class:`Cancelled`."""
    with contextlib.ExitStack() as undo:
        write_table(path, table, undo, feedback, _DRIVERS.get(path.suffix.lower(), "GPKG"))
        undo.pop_all()
    return path
