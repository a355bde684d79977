# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a register lies: a GeoPackage, or a schema of a PostGIS database that QGIS has a connection to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsApplication, QgsDataSourceUri, QgsProviderConnectionException, QgsProviderRegistry

from ..domain.register_errors import RegisterUnreachable
from .register_sign_in import signed_in
from .settings import Settings

_POSTGRES = "postgres:"
_SECONDS = 5  # to wait for a database


@dataclass(frozen=True)
class Place:
    """``path`` of a GeoPackage, else the name of QGIS's ``connection`` and a ``schema``. No password stands here."""

    path: str = ""
    connection: str = ""
    schema: str = ""

    @classmethod
    def from_text(cls, text: str) -> Place:
        """As settings hold it; "" is the profile's own."""
        if text.startswith(_POSTGRES):
            schema, _, connection = text[len(_POSTGRES) :].partition(":")
            return cls(connection=connection, schema=schema)
        return cls(text or str(default_path()))

    @classmethod
    def chosen(cls) -> Place:
        return cls.from_text(Settings.load().register)

    def as_text(self) -> str:
        return f"{_POSTGRES}{self.schema}:{self.connection}" if self.connection else self.path

    def choose(self) -> None:
        settings = Settings.load()
        settings.register = "" if self.is_default else self.as_text()
        settings.save()

    @property
    def is_default(self) -> bool:
        return not self.connection and Path(self.path) == default_path()

    @property
    def title(self) -> str:
        if not self.connection:
            return Path(self.path).name
        return f"{self.connection}.{self.schema}" if self.schema else self.connection


def default_path() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "registre.gpkg"


def postgres_connections() -> list[str]:
    """Of QGIS's browser, by name."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    return sorted(metadata.connections(False), key=str.casefold) if metadata is not None else []


def database_of(place: Place) -> QgsDataSourceUri:
    """As QGIS keeps it. Raises :class:`RegisterUnreachable`."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    try:
        connection = metadata.createConnection(place.connection) if metadata is not None else None
    except QgsProviderConnectionException:
        connection = None
    if connection is None or place.connection not in postgres_connections():
        raise RegisterUnreachable(place.title, "QGIS has no connection of this name")
    return QgsDataSourceUri(connection.uri())


@dataclass(frozen=True)
class Opening:
    """How GDAL opens a register. ``address`` may hold a password: it is never shown, logged or kept."""

    place: Place
    address: str = field(repr=False)
    driver: str
    options: tuple[str, ...] = ()

    def without_secret(self, text: str) -> str:
        return " ".join(text.replace(self.address, self.place.title).split())


def opening(place: Place) -> Opening:
    """On the main thread. Raises :class:`RegisterUnreachable`, :class:`RegisterRefuses`."""
    if not place.connection:
        return Opening(place, place.path, "GPKG")
    address = f"PG:{signed_in(place.connection, database_of(place)).connectionInfo(True)} connect_timeout={_SECONDS}"
    active = (f"ACTIVE_SCHEMA={place.schema}",) if place.schema else ()
    return Opening(place, address, "PostgreSQL", active)
