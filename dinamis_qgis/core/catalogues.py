# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogues of this QGIS profile: the shipped rows with those of ``<profile>/dinamis/catalogues.json``."""

from __future__ import annotations

from pathlib import Path

import requests
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale

from .. import paths
from ..domain.catalogues import Catalogue
from ..domain.catalogues.own_rows import OwnRows
from ..domain.catalogues.registry import DRIVERS, LIBRARY, CatalogueRow, open_catalogue, read_rows
from ..domain.errors import InvalidFile
from ..translation import tr
from .access import search_session

# Collections of the library, by what a satellite's images are searched under; a mission that nobody told may be any.
_LIBRARY_THEMES = {
    "vhr": ("pleiades", "pleiades-neo", "spot-6-7", "unknown"),
    "spot_history": ("spot-1-5", "unknown"),
    "all": (),
}


def library_path() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "library.gpkg"


def user_file() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "catalogues.json"


def _language() -> str:
    return QLocale(QgsApplication.locale()).name()


def configured_rows() -> tuple[tuple[CatalogueRow, ...], InvalidFile | None]:
    """The rows, titled in QGIS's language, and what is wrong with the user's file if anything is: the shipped rows
    then serve alone. The library comes first, once there is one."""
    rows, problem = read_rows(paths.resource("catalogues.json"), user_file(), _language())
    return ((library_row(), *rows) if library_path().is_file() else rows), problem


def library_row() -> CatalogueRow:
    """What was indexed on this computer: there is nothing to configure of it."""
    return CatalogueRow("library", tr("My library (on disk)"), LIBRARY, str(library_path()), themes=_LIBRARY_THEMES)


def editable_rows() -> OwnRows:
    """The same rows, to be edited."""
    return OwnRows(paths.resource("catalogues.json"), user_file(), _language())


class Doors:
    """Opens catalogues with one session for all, in whatever thread: what a service can do is read once."""

    def __init__(self) -> None:
        self._session = search_session()

    def open(self, row: CatalogueRow) -> Catalogue:
        return open_catalogue(row, self._session, drivers=_DRIVERS)


def open_named(name: str, session: requests.Session) -> Catalogue:
    """A configured catalogue's id, a STAC API's URL or a path; see :func:`open_catalogue`."""
    return open_catalogue(name, session, (*configured_rows()[0], library_row()), _DRIVERS)


def _folder(row: CatalogueRow, _session: requests.Session) -> Catalogue:
    from .product_folder import ProductFolder

    return ProductFolder(row.url, row.id)


def _library(row: CatalogueRow, _session: requests.Session) -> Catalogue:
    from .library_catalogue import LibraryCatalogue
    from .library_file import LibraryFile

    return LibraryCatalogue(LibraryFile(Path(row.url)), row.id)


_DRIVERS = {**DRIVERS, "folder": _folder, LIBRARY: _library}
