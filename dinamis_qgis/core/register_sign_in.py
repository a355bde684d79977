# SPDX-License-Identifier: GPL-2.0-or-later
"""Who one is at a register's database, where QGIS's connection does not keep it: asked on a person's click only, in
QGIS's own window, and held in memory until QGIS ends. On the main thread only."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsCredentials, QgsDataSourceUri

from ..domain.register_errors import RegisterRefuses

_given: dict[str, tuple[str, str]] = {}  # user and password by the name of QGIS's connection


def signed_in(connection: str, stored: QgsDataSourceUri) -> QgsDataSourceUri:
    """Raises :class:`RegisterRefuses` rather than let QGIS ask for its master password."""
    if stored.authConfigId():
        if not QgsApplication.authManager().masterPasswordIsSet():
            raise RegisterRefuses(connection, "QGIS's authentication database is locked")
    elif connection in _given:
        user, password = _given[connection]
        stored.setUsername(user)
        stored.setPassword(password)
    return stored


def ask(connection: str, stored: QgsDataSourceUri) -> bool:
    """Whether the person answered; only the database knows whether it is right."""
    if stored.authConfigId():
        return bool(QgsApplication.authManager().setMasterPassword(True))
    good, user, password = QgsCredentials.instance().get(_realm(stored), stored.username(), "", "")
    if good:
        _given[connection] = user, password
    return good


def forget(connection: str) -> None:
    """What the database refused."""
    _given.pop(connection, None)


def lend(known: QgsDataSourceUri) -> None:
    """QGIS would ask for the password of a layer whose source holds none."""
    if known.password():
        QgsCredentials.instance().put(_realm(known), known.username(), known.password())


def _realm(uri: QgsDataSourceUri) -> str:
    """As QGIS's PostgreSQL provider names it."""
    bare = QgsDataSourceUri(uri)
    bare.setPassword("")
    return bare.connectionInfo(False)
