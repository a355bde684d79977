# SPDX-License-Identifier: GPL-2.0-or-later
"""What GDAL says of a register's database, and its rows as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ..domain.errors import Busy, InvalidFile, NotWritable
from ..domain.register_errors import NoRegister, RegisterRefuses, RegisterUnreachable
from ..domain.register_rows import DAY, REAL, TEXT, WHOLE, Row
from .register_place import Opening

FIELD_TYPES = {TEXT: ogr.OFTString, WHOLE: ogr.OFTInteger64, REAL: ogr.OFTReal, DAY: ogr.OFTDate}
# GDAL takes the triggers that count rows away while it writes, and two writers meet there.
_UNCOUNTED = ["ADD_GPKG_OGR_CONTENTS=NO"]
_BUSY = ("trigger_insert_feature_count", "trigger_delete_feature_count", "locked", "busy", "lock timeout")
_WHO = ("password", "mot de passe", "fe_sendauth")  # what PostgreSQL and its library say of it, in both languages
_CLOSED = ("readonly", "read-only", "read only", "permission denied", "update mode")


def open_dataset(opening: Opening, write: bool, create: bool, failures: list[str]) -> gdal.Dataset:
    place = opening.place
    if place.path and not Path(place.path).is_file():
        if not create:
            raise RegisterUnreachable(place.title, "no such file")
        try:
            Path(place.path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritable(place.path, error.strerror or type(error).__name__) from error
        dataset = gdal.GetDriverByName("GPKG").Create(place.path, 0, 0, 0, gdal.GDT_Unknown, _UNCOUNTED)
    else:
        flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if write else gdal.OF_READONLY)
        if create and place.schema:
            _make_schema(opening)
        dataset = gdal.OpenEx(
            opening.address, flags, allowed_drivers=[opening.driver], open_options=list(opening.options)
        )
    if dataset is None and write and not failures and _opens_for_reading(opening):
        raise NotWritable(place.path or place.title, "it opens for reading only")  # GDAL says nothing of it
    if dataset is None or failures:
        raise error_of(opening, failures[0] if failures else "GDAL cannot open it")
    if place.schema and _names(dataset, "SELECT current_schema()") != {place.schema}:
        dataset = None  # closed now, and not when nobody looks at the error any more
        raise NoRegister(place.title, "no such schema")
    return dataset


def _opens_for_reading(opening: Opening) -> bool:
    flags, drivers = gdal.OF_VECTOR | gdal.OF_READONLY, [opening.driver]
    return gdal.OpenEx(opening.address, flags, allowed_drivers=drivers, open_options=list(opening.options)) is not None


def _make_schema(opening: Opening) -> None:
    """Who may not make one may still have been given it."""
    schema = opening.place.schema
    dataset = gdal.OpenEx(opening.address, gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=[opening.driver])
    if dataset is None:
        return
    spatial = _names(dataset, "SELECT extname FROM pg_extension WHERE extname = 'postgis'")
    if spatial and schema not in _names(dataset, "SELECT nspname FROM pg_namespace"):
        name = schema.replace('"', '""')
        dataset.ExecuteSQL(f'CREATE SCHEMA "{name}"')
    dataset = None
    if not spatial:
        raise RegisterUnreachable(opening.place.title, "the database has no PostGIS extension")


def _names(dataset: gdal.Dataset, query: str) -> set[str]:
    found = dataset.ExecuteSQL(query)
    if found is None:
        return set()
    names = {feature.GetFieldAsString(0) for feature in found}
    dataset.ReleaseResultSet(found)
    return names


@contextmanager
def listening(opening: Opening) -> Iterator[list[str]]:
    """What GDAL fails at, in this thread, whether or not somebody switched its exceptions on."""
    failures: list[str] = []

    def listen(kind: int, _number: int, text: str) -> None:
        if kind >= gdal.CE_Failure:
            failures.append(text)

    gdal.PushErrorHandler(listen)
    try:
        yield failures
        if failures:
            raise error_of(opening, failures[0])
    except RuntimeError as error:  # osgeo's own
        raise error_of(opening, failures[0] if failures else str(error)) from None
    finally:
        gdal.PopErrorHandler()


def error_of(opening: Opening, said: str) -> InvalidFile:
    text = opening.without_secret(said)
    shown = opening.place.path or opening.place.title
    if any(word in text.lower() for word in _BUSY):
        return Busy(shown, text)
    if any(word in text.lower() for word in _CLOSED):
        return NotWritable(shown, text)
    nobody = " user=" not in opening.address and "fatal" in text.lower()  # PostgreSQL takes the computer's user
    if opening.place.connection and (nobody or any(word in text.lower() for word in _WHO)):
        return RegisterRefuses(shown, text)
    return RegisterUnreachable(shown, text)


def first(layer: ogr.Layer) -> ogr.Feature | None:
    feature = next(iter(layer), None)
    layer.ResetReading()  # an unfinished reading holds others back
    return feature


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def free_name(name: str, taken: Callable[[str], bool]) -> str:
    number, free = 1, name
    while taken(free):
        number += 1
        free = f"{name}{number}"
    return free


def row_of(feature: ogr.Feature, columns: Mapping[str, str]) -> Row:
    return {name: _read(feature, feature.GetFieldIndex(name), kind) for name, kind in columns.items()}


def _read(feature: ogr.Feature, index: int, kind: str) -> Any:
    if index < 0 or not feature.IsFieldSetAndNotNull(index):
        return None
    if kind == WHOLE:
        return feature.GetFieldAsInteger64(index)
    if kind == REAL:
        return feature.GetFieldAsDouble(index)
    if kind == DAY:
        year, month, day, *_ = feature.GetFieldAsDateTime(index)
        return f"{year:04}-{month:02}-{day:02}"
    return feature.GetFieldAsString(index)


def fill(feature: ogr.Feature, row: Row, columns: Mapping[str, str]) -> None:
    for name, kind in columns.items():
        value, index = row[name], feature.GetFieldIndex(name)
        if value is None:
            feature.SetFieldNull(index)
        elif kind == DAY:
            year, month, day = (int(part) for part in value.split("-"))
            feature.SetField(index, year, month, day, 0, 0, 0, 0)
        elif kind == WHOLE:
            feature.SetFieldInteger64(index, value)
        else:
            feature.SetField(index, value)


def zone_of(feature: ogr.Feature) -> str | None:
    """Without the curves that others may draw."""
    geometry = feature.GetGeometryRef()
    return None if geometry is None else bytes(geometry.GetLinearGeometry().ExportToIsoWkb()).hex()
