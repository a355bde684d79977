# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS writes of a layer's source into projects, layer definitions and the clipboard: never a signature, and what
opens on another machine too."""

from __future__ import annotations

import logging

from qgis.core import QgsPathResolver, QgsProject

from ..domain.streamed_source import without_signatures
from .portable_sources import beside_project

_log = logging.getLogger(__name__)


def install() -> str:
    """Gives the name to :func:`remove` it by."""
    return QgsPathResolver.setPathWriter(_to_save)


def remove(name: str) -> None:
    QgsPathResolver.removePathWriter(name)


def _to_save(source: str) -> str:
    source = without_signatures(source, _can_be_signed_again)
    try:
        return beside_project(source, QgsProject.instance())
    except Exception:  # noqa: BLE001 - QGIS ends on an exception in here
        _log.exception("a source is saved as it is")
        return source


def _can_be_signed_again(address: str) -> bool:
    try:
        from . import access  # late: QGIS starts without requests

        return access.signs(address)
    except Exception:  # noqa: BLE001 - as above; a link too many is taken away instead
        _log.exception("which service signs an address is not known")
        return True
