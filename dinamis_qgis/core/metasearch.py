# SPDX-License-Identifier: GPL-2.0-or-later
"""The catalogues of data sets of Data Terra's poles, as connections of MetaSearch, which QGIS brings."""

from __future__ import annotations

import json
from dataclasses import dataclass

from qgis.core import QgsSettings

from .. import paths

_GROUP = "MetaSearch"


@dataclass(frozen=True)
class Service:
    name: str  # holds no slash: it is a group of QGIS's settings
    url: str  # of its CSW
    sure: bool  # how well the address is attested


def pole_services() -> tuple[Service, ...]:
    said = json.loads(paths.resource("metasearch.json").read_text(encoding="utf-8"))
    return tuple(Service(one["name"], one["url"], one["confidence"] == "high") for one in said["services"])


def register(services: tuple[Service, ...]) -> tuple[Service, ...]:
    """Add the connections that are missing, and give them. One that leads to the same address under any name, or that
    has the name, is the person's: it stays as it is."""
    settings = QgsSettings()
    settings.beginGroup(_GROUP)
    names = settings.childGroups()
    known = {_plain(str(settings.value(f"{name}/url", ""))) for name in names}
    taken = {name.casefold() for name in names}
    added = tuple(one for one in services if _plain(one.url) not in known and one.name.casefold() not in taken)
    for one in added:
        settings.setValue(f"{one.name}/url", one.url)
    settings.endGroup()
    return added


def _plain(url: str) -> str:
    return url.split("?", 1)[0].rstrip("/").casefold()
