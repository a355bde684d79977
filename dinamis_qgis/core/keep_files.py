# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the results of searches to files; on any thread, all or nothing."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsVectorFileWriter,
    QgsVectorLayerFeatureSource,
)

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled, NotWritable

FOOTPRINTS = "footprints.gpkg"
QUICKLOOKS = "quicklooks"
_UTC = 100  # OGR's time zone flag


@dataclass(frozen=True)
class Table:
    """A footprint layer that becomes a table. The source may be read on any thread."""

    layer_id: str
    name: str
    source: QgsVectorLayerFeatureSource
    fields: QgsFields
    geometry: int
    crs: QgsCoordinateReferenceSystem


@dataclass(frozen=True)
class Copy:
    """A quicklook's file and where it goes."""

    layer_id: str
    origin: Path
    target: Path


@dataclass(frozen=True)
class Plan:
    project_file: str
    folder: Path
    tables: tuple[Table, ...]
    copies: tuple[Copy, ...]

    @property
    def footprints(self) -> Path:
        return self.folder / FOOTPRINTS


def write(plan: Plan, feedback: Feedback) -> None:
    """On any thread. Raises :class:`NotWritable` or :class:`Cancelled`; what was on disk before is then as it was."""
    with contextlib.ExitStack() as undo:
        try:
            _make_folder(plan.folder, undo)
            for table in plan.tables:
                _check(feedback)
                write_table(plan.footprints, table, undo, feedback)
            if plan.copies:
                _make_folder(plan.folder / QUICKLOOKS, undo)
            for copy in plan.copies:
                _check(feedback)
                undo.callback(_remove, copy.target)
                shutil.copyfile(copy.origin, copy.target)
        except OSError as error:
            raise NotWritable(str(plan.folder), str(error)) from error
        undo.pop_all()  # all went well: nothing is undone


def _make_folder(folder: Path, undo: contextlib.ExitStack) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True)
        undo.callback(_remove_folder, folder)


def write_table(path: Path, table: Table, undo: contextlib.ExitStack, feedback: Feedback, driver: str = "GPKG") -> None:
    """``undo`` is told how to take back what is written. A GeoPackage keeps its other tables."""
    actions = QgsVectorFileWriter.ActionOnExistingFile
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding, options.layerName = driver, "UTF-8", table.name
    if path.is_file() and driver == "GPKG":
        options.actionOnExistingFile = actions.CreateOrOverwriteLayer
        undo.callback(_drop_table, path, table.name)
    else:
        options.actionOnExistingFile = actions.CreateOrOverwriteFile
        undo.callback(_remove, path)
    writer = QgsVectorFileWriter.create(
        str(path), table.fields, table.geometry, table.crs, QgsCoordinateTransformContext(), options
    )
    good = writer.hasError() == QgsVectorFileWriter.WriterError.NoError
    for feature in table.source.getFeatures(QgsFeatureRequest()) if good else ():
        _check(feedback)
        good = writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        if not good:
            break
    problem = writer.errorMessage()
    del writer  # closes the file
    if not good:
        raise NotWritable(str(path), problem)
    if driver == "GPKG":
        _say_utc(path, table.name)


def _say_utc(path: Path, name: str) -> None:
    """QGIS 3.22 writes UTC times without saying so, and other readers take them for local times."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayerByName(name) if dataset is not None else None
    if layer is None:
        raise NotWritable(str(path), "cannot be opened again")
    definition = layer.GetLayerDefn()
    times = [
        number
        for number in range(definition.GetFieldCount())
        if definition.GetFieldDefn(number).GetType() == ogr.OFTDateTime
    ]
    layer.StartTransaction()
    for feature in list(layer):
        for number in times:
            if feature.IsFieldSetAndNotNull(number):
                *moment, zone = feature.GetFieldAsDateTime(number)
                if zone != _UTC:
                    feature.SetField(number, *moment, _UTC)
                    layer.SetFeature(feature)
    layer.CommitTransaction()


def _drop_table(path: Path, name: str) -> None:
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for number in range(dataset.GetLayerCount()) if dataset is not None else ():
        if dataset.GetLayer(number).GetName() == name:
            dataset.DeleteLayer(number)
            return


def _remove(path: Path) -> None:
    """With what SQLite leaves beside a file that was not closed well."""
    for leftover in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + leftover).unlink()


def _remove_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # something else was put there meanwhile: it stays
        folder.rmdir()


def _check(feedback: Feedback) -> None:
    if feedback.isCanceled():
        raise Cancelled()
