# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS writes of a layer's source into projects, layer definitions and the clipboard: never a signature, and what
opens on another machine too."""

from __future__ import annotations

import logging

from qgis.core import QgsProject

from ..domain.streamed_source import without_signatures
from .path_writer import PathWriter
from .portable_sources import beside_project

_log = logging.getLogger(__name__)


def install() -> PathWriter:
    """To be removed when the plugin goes."""
    return PathWriter(_to_save)


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
