# SPDX-License-Identifier: GPL-2.0-or-later
"""The register's tables, by GDAL: the same in a GeoPackage and in PostGIS. Never on the main thread.

Every writing transaction begins with the count in ``dinamis_register``: whoever writes it first holds the others back
until all is written, or gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import shapely
from osgeo import gdal, ogr, osr

from ..domain.errors import NewerFile
from ..domain.register_errors import NoRegister, RegisterUnreachable
from ..domain.register_rows import ATTACHMENT_COLUMNS, HISTORY_COLUMNS, REQUEST_COLUMNS, WHOLE, Row, Rows
from .register_gdal import (
    FIELD_TYPES,
    error_of,
    fill,
    first,
    free_name,
    listening,
    open_dataset,
    quoted,
    row_of,
    zone_of,
)
from .register_place import Opening
from .vsi import quiet_gdal

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
_COUNT = "UPDATE dinamis_register SET changes = changes + 1"


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
        row = first(self._table(REGISTER))
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
            row = row_of(feature, REQUEST_COLUMNS)
            found[feature.GetFID()] = Rows(row, zone_of(feature), history[row["uuid"]], attachments[row["uuid"]])
        return found

    def read_one(self, number: int) -> Rows | None:
        layer = self._table(REQUESTS)
        with quiet_gdal():
            feature = layer.GetFeature(number)
        if feature is None:
            return None
        row = row_of(feature, REQUEST_COLUMNS)
        history, attachments = (self._by_request(table, row["uuid"]) for table in (HISTORY, ATTACHMENTS))
        return Rows(row, zone_of(feature), history[row["uuid"]], attachments[row["uuid"]])

    def number_of(self, name: str) -> int | None:
        """The row of the request of this uuid."""
        layer = self._table(REQUESTS)
        layer.SetAttributeFilter(f"uuid = {quoted(name)}")
        numbers = sorted(feature.GetFID() for feature in layer)
        layer.SetAttributeFilter(None)
        return numbers[0] if numbers else None

    def write(self, rows: Rows, number: int | None) -> None:
        """In the place of row ``number``, or as a new one. Columns that others added stay as they are."""
        layer = self._table(REQUESTS)
        feature = layer.GetFeature(number) if number is not None else ogr.Feature(layer.GetLayerDefn())
        fill(feature, rows.request, REQUEST_COLUMNS)
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
            with suppress(RuntimeError), quiet_gdal():
                self._dataset.RollbackTransaction()
            raise

    @contextmanager
    def still(self) -> Iterator[None]:
        """All is read as it is at one moment, whoever writes meanwhile."""
        self._checked(self._dataset.StartTransaction())
        if self._opening.place.connection:
            self.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
        with suppress(RuntimeError), quiet_gdal():
            self._dataset.RollbackTransaction()

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
                    self._checked(layer.CreateField(ogr.FieldDefn(column, FIELD_TYPES[kind])))
        layer = self._table(REGISTER)
        feature = first(layer)
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
                    self.run(f"CREATE TABLE {free_name(f'{name}_bak', self._has)} AS TABLE {name}")
            return
        path = self._opening.place.path
        copy = free_name(f"{path}.bak", lambda one: Path(one).exists())
        self.run(f"VACUUM INTO {quoted(copy)}")

    # --- tables -----------------------------------------------------------------------------------

    def _has(self, name: str) -> bool:
        with quiet_gdal():
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
            layer.SetAttributeFilter(f"request = {quoted(name)}")
        found: dict[str | None, list[Row]] = defaultdict(list)
        for feature in layer:
            row = row_of(feature, TABLES[table])
            found[row["request"]].append(row)
        layer.SetAttributeFilter(None)
        for rows in found.values():
            rows.sort(key=lambda row: row["number"] or 0)
        return found

    def _delete_of(self, table: str, name: str) -> None:
        layer = self._table(table)
        layer.SetAttributeFilter(f"request = {quoted(name)}")
        numbers = [feature.GetFID() for feature in layer]
        layer.SetAttributeFilter(None)
        for number in numbers:
            self._checked(layer.DeleteFeature(number))

    def _add(self, table: str, row: Row, columns: Mapping[str, str]) -> None:
        layer = self._table(table)
        feature = ogr.Feature(layer.GetLayerDefn())
        fill(feature, row, columns)
        self._checked(layer.CreateFeature(feature))

    def _raise_if_failed(self) -> None:
        if self._failures:
            raise error_of(self._opening, self._failures[0])

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
    with listening(opening) as failures:
        dataset = open_dataset(opening, write or create, create, failures)
        tables = RegisterTables(dataset, opening, failures)
        try:
            if create:
                _create(tables)
            if tables.version < 1:
                raise NoRegister(opening.place.title, "no version in it")
            if write:
                _bring_up(tables, opening)
            yield tables
        finally:
            dataset = None
            tables.close()


def _create(tables: RegisterTables) -> None:
    try:
        if tables.version >= 1:
            return
    except NoRegister:
        pass
    tables.create()


def _bring_up(tables: RegisterTables, opening: Opening) -> None:
    if tables.version > VERSION:
        raise NewerFile(opening.place.title, f"version {tables.version}, this one writes {VERSION}")
    if tables.version < VERSION or tables.lacks:
        tables.set_aside()
        tables.create()
