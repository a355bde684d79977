# SPDX-License-Identifier: GPL-2.0-or-later
"""The register's tables, by GDAL: the same in a GeoPackage and in PostGIS. Never on the main thread.

Every writing transaction begins with the count in ``dinamis_register``: whoever writes it first holds the others back
until all is written, or gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import shapely
from osgeo import gdal, ogr, osr

from ..domain.errors import Busy, NewerFile, NoRegister, NotWritable, RegisterUnreachable
from ..domain.register_rows import (
    ATTACHMENT_COLUMNS,
    DAY,
    HISTORY_COLUMNS,
    REAL,
    REQUEST_COLUMNS,
    TEXT,
    WHOLE,
    Row,
    Rows,
)
from .register_place import Opening

VERSION = 1
REGISTER, REQUESTS, HISTORY, ATTACHMENTS = (
    "dinamis_register", "dinamis_requests", "dinamis_history", "dinamis_attachments",
)  # fmt: skip
TABLES: Mapping[str, Mapping[str, str]] = {
    REGISTER: {"version": WHOLE, "changes": WHOLE},
    REQUESTS: REQUEST_COLUMNS,
    HISTORY: HISTORY_COLUMNS,
    ATTACHMENTS: ATTACHMENT_COLUMNS,
}
_TYPES = {TEXT: ogr.OFTString, WHOLE: ogr.OFTInteger64, REAL: ogr.OFTReal, DAY: ogr.OFTDate}
_COUNT = "UPDATE dinamis_register SET changes = changes + 1"
_BUSY = ("locked", "busy", "lock timeout")
_CLOSED = ("readonly", "read-only", "read only", "permission denied", "update mode")


class RegisterTables:
    """Open while :func:`opened` lasts."""

    def __init__(self, dataset: gdal.Dataset, opening: Opening, failures: list[str]) -> None:
        self._dataset, self._opening, self._failures = dataset, opening, failures

    def close(self) -> None:
        """Here and now, whoever still holds this: what fails then is heard too."""
        del self._dataset

    @property
    def version(self) -> int:
        """Raises :class:`NoRegister`."""
        row = _first(self._table(REGISTER))
        return 0 if row is None else row.GetFieldAsInteger("version")

    @property
    def lacks(self) -> bool:
        """A table or a column that this version writes."""
        return any(
            layer is None or any(layer.FindFieldIndex(name, True) < 0 for name in columns)
            for layer, columns in ((self._dataset.GetLayerByName(table), columns) for table, columns in TABLES.items())
        )

    def read(self) -> dict[int, Rows]:
        """All requests by their row's number."""
        history, attachments = self._by_request(HISTORY), self._by_request(ATTACHMENTS)
        found = {}
        for feature in self._table(REQUESTS):
            row = _row(feature, REQUEST_COLUMNS)
            found[feature.GetFID()] = Rows(row, _zone(feature), history[row["uuid"]], attachments[row["uuid"]])
        return found

    def read_one(self, number: int) -> Rows | None:
        layer = self._table(REQUESTS)
        with _quiet():
            feature = layer.GetFeature(number)
        if feature is None:
            return None
        row = _row(feature, REQUEST_COLUMNS)
        history, attachments = (self._by_request(table, row["uuid"]) for table in (HISTORY, ATTACHMENTS))
        return Rows(row, _zone(feature), history[row["uuid"]], attachments[row["uuid"]])

    def number_of(self, name: str) -> int | None:
        """The row of the request of this uuid."""
        layer = self._table(REQUESTS)
        layer.SetAttributeFilter(f"uuid = {_quoted(name)}")
        numbers = sorted(feature.GetFID() for feature in layer)
        layer.SetAttributeFilter(None)
        return numbers[0] if numbers else None

    def write(self, rows: Rows, number: int | None) -> None:
        """In the place of row ``number``, or as a new one. Columns that others added stay as they are."""
        layer = self._table(REQUESTS)
        feature = layer.GetFeature(number) if number is not None else ogr.Feature(layer.GetLayerDefn())
        _fill(feature, rows.request, REQUEST_COLUMNS)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(shapely.from_wkb(rows.zone))))
        self._checked(layer.CreateFeature(feature) if number is None else layer.SetFeature(feature))
        name = rows.request["uuid"]
        for table, columns, those in (
            (HISTORY, HISTORY_COLUMNS, rows.history),
            (ATTACHMENTS, ATTACHMENT_COLUMNS, rows.attachments),
        ):
            if self._by_request(table, name)[name] != list(those):
                self._delete_of(table, name)
                for row in those:
                    self._add(table, row, columns)

    def delete(self, number: int, name: str) -> None:
        self._checked(self._table(REQUESTS).DeleteFeature(number))
        for table in (HISTORY, ATTACHMENTS):
            self._delete_of(table, name)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A transaction that no other writes beside; all of it or nothing."""
        self._checked(self._dataset.StartTransaction())
        try:
            self.run(_COUNT)
            yield
            self._checked(self._dataset.CommitTransaction())
        except BaseException:
            with suppress(RuntimeError), _quiet():
                self._dataset.RollbackTransaction()
            raise

    def run(self, sql: str) -> None:
        result = self._dataset.ExecuteSQL(sql)
        if result is not None:
            self._dataset.ReleaseResultSet(result)
        self._raise_if_failed()

    def create(self) -> None:
        """What is missing of the tables and columns."""
        for name, columns in TABLES.items():
            layer = self._dataset.GetLayerByName(name)
            layer = self._create_table(name) if layer is None else layer
            for column, kind in columns.items():
                if layer.FindFieldIndex(column, True) < 0:
                    self._checked(layer.CreateField(ogr.FieldDefn(column, _TYPES[kind])))
        layer = self._table(REGISTER)
        feature = _first(layer)
        if feature is None:
            self._add(REGISTER, {"version": VERSION, "changes": 0}, TABLES[REGISTER])
        else:
            feature.SetField("version", VERSION)
            self._checked(layer.SetFeature(feature))

    def set_aside(self) -> None:
        """A copy of all that is there, beside it, before it changes its form."""
        if self._opening.place.connection:
            for name in (REQUESTS, HISTORY, ATTACHMENTS):
                if self._dataset.GetLayerByName(name) is not None:
                    self.run(f"CREATE TABLE {_free(f'{name}_bak', self._has)} AS TABLE {name}")
            return
        path = self._opening.place.path
        copy = _free(f"{path}.bak", lambda one: Path(one).exists())
        self.run(f"VACUUM INTO {_quoted(copy)}")

    # --- tables -----------------------------------------------------------------------------------

    def _has(self, name: str) -> bool:
        with _quiet():
            return self._dataset.GetLayerByName(name) is not None

    def _table(self, name: str) -> ogr.Layer:
        layer = self._dataset.GetLayerByName(name)
        self._raise_if_failed()
        if layer is None:
            raise NoRegister(self._opening.place.title, f"no table {name}")
        layer.ResetReading()
        return layer

    def _create_table(self, name: str) -> ogr.Layer:
        srs, shape = None, ogr.wkbNone
        if name == REQUESTS:
            srs, shape = osr.SpatialReference(), ogr.wkbMultiPolygon
            srs.ImportFromEPSG(4326)
            srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        layer = self._dataset.CreateLayer(name, srs, shape, ["GEOMETRY_NAME=geom", "FID=fid"])
        self._raise_if_failed()
        return layer

    def _by_request(self, table: str, name: str | None = None) -> dict[str | None, list[Row]]:
        layer = self._table(table)
        if name is not None:
            layer.SetAttributeFilter(f"request = {_quoted(name)}")
        found: dict[str | None, list[Row]] = defaultdict(list)
        for feature in layer:
            row = _row(feature, TABLES[table])
            found[row["request"]].append(row)
        layer.SetAttributeFilter(None)
        for rows in found.values():
            rows.sort(key=lambda row: row["number"] or 0)
        return found

    def _delete_of(self, table: str, name: str) -> None:
        layer = self._table(table)
        layer.SetAttributeFilter(f"request = {_quoted(name)}")
        numbers = [feature.GetFID() for feature in layer]
        layer.SetAttributeFilter(None)
        for number in numbers:
            self._checked(layer.DeleteFeature(number))

    def _add(self, table: str, row: Row, columns: Mapping[str, str]) -> None:
        layer = self._table(table)
        feature = ogr.Feature(layer.GetLayerDefn())
        _fill(feature, row, columns)
        self._checked(layer.CreateFeature(feature))

    def _raise_if_failed(self) -> None:
        if self._failures:
            raise _error(self._opening, self._failures[0])

    def _checked(self, code: int) -> None:
        self._raise_if_failed()
        if code != ogr.OGRERR_NONE:
            raise RegisterUnreachable(self._opening.place.title, f"OGR error {code}")


@contextmanager
def opened(opening: Opening, write: bool = False, create: bool = False) -> Iterator[RegisterTables]:
    """Raises :class:`RegisterUnreachable`, :class:`NoRegister`, :class:`NotWritable` (:class:`Busy` among them),
    :class:`NewerFile` where a newer version would be written.

    An older register is brought to this version when it is written to, after a copy.
    """
    with _listening(opening) as failures:
        dataset = _dataset(opening, write or create, create, failures)
        tables = RegisterTables(dataset, opening, failures)
        try:
            if create:
                _create(tables, opening)
            if tables.version < 1:
                raise NoRegister(opening.place.title, "no version in it")
            if write:
                _bring_up(tables, opening)
            yield tables
        finally:
            dataset = None
            tables.close()


def _create(tables: RegisterTables, opening: Opening) -> None:
    try:
        if tables.version >= 1:
            return
    except NoRegister:
        pass
    if opening.place.schema:
        tables.run(f'CREATE SCHEMA IF NOT EXISTS "{opening.place.schema}"')
    tables.create()


def _bring_up(tables: RegisterTables, opening: Opening) -> None:
    if tables.version > VERSION:
        raise NewerFile(opening.place.title, f"version {tables.version}, this one writes {VERSION}")
    if tables.version < VERSION or tables.lacks:
        tables.set_aside()
        tables.create()


def _dataset(opening: Opening, write: bool, create: bool, failures: list[str]) -> gdal.Dataset:
    place = opening.place
    if place.path and not Path(place.path).is_file():
        if not create:
            raise RegisterUnreachable(place.title, "no such file")
        try:
            Path(place.path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritable(place.path, error.strerror or type(error).__name__) from error
        dataset = gdal.GetDriverByName("GPKG").Create(place.path, 0, 0, 0, gdal.GDT_Unknown)
    else:
        flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if write else gdal.OF_READONLY)
        options = list(opening.options)
        dataset = gdal.OpenEx(opening.address, flags, allowed_drivers=[opening.driver], open_options=options)
    if dataset is None or failures:
        raise _error(opening, failures[0] if failures else "GDAL cannot open it")
    return dataset


@contextmanager
def _listening(opening: Opening) -> Iterator[list[str]]:
    """What GDAL fails at, in this thread, whether or not somebody switched its exceptions on."""
    failures: list[str] = []

    def listen(kind: int, _number: int, text: str) -> None:
        if kind >= gdal.CE_Failure:
            failures.append(text)

    gdal.PushErrorHandler(listen)
    try:
        yield failures
        if failures:
            raise _error(opening, failures[0])
    except RuntimeError as error:  # osgeo's own
        raise _error(opening, failures[0] if failures else str(error)) from None
    finally:
        gdal.PopErrorHandler()


@contextmanager
def _quiet() -> Iterator[None]:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _error(opening: Opening, said: str) -> Exception:
    text = opening.without_secret(said)
    shown = opening.place.path or opening.place.title
    if any(word in text.lower() for word in _BUSY):
        return Busy(shown, text)
    if any(word in text.lower() for word in _CLOSED):
        return NotWritable(shown, text)
    return RegisterUnreachable(shown, text)


def _first(layer: ogr.Layer) -> ogr.Feature | None:
    feature = next(iter(layer), None)
    layer.ResetReading()  # an unfinished reading holds others back
    return feature


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _free(name: str, taken: Callable[[str], bool]) -> str:
    number, free = 1, name
    while taken(free):
        number += 1
        free = f"{name}{number}"
    return free


def _row(feature: ogr.Feature, columns: Mapping[str, str]) -> Row:
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


def _fill(feature: ogr.Feature, row: Row, columns: Mapping[str, str]) -> None:
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


def _zone(feature: ogr.Feature) -> str | None:
    """Without the curves that others may draw."""
    geometry = feature.GetGeometryRef()
    return None if geometry is None else bytes(geometry.GetLinearGeometry().ExportToIsoWkb()).hex()
