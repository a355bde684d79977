# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of THEIA: the classes of a land cover map of a year, and the unit of a map's values.

From ``resources/thematic.json``, dated, with the source of each table and how far it is verified.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ..domain.errors import InvalidFile
from ..paths import resource
from .numbers import locale

_LAND_COVER = re.compile(r"(?<![A-Z0-9])(?:OCS|OSO)_((?:19|20)\d\d)", re.IGNORECASE)
_OF_QUALITY = re.compile(r"CONFIDENCE|VALIDITY|PROBA", re.IGNORECASE)  # beside the map, and no map


class LandCoverClass(NamedTuple):
    value: int
    colour: str  # #rrggbb
    name: str  # in the interface's language


def land_cover_classes(file: str) -> tuple[LandCoverClass, ...]:
    """Those of an OSO map, by the year in its file's name (``OCS_2018_CESBIO.tif``); () for any other file."""
    name = _name(file)
    found = _LAND_COVER.search(name)
    if found is None or _OF_QUALITY.search(name):
        return ()
    language = "fr" if locale().name().startswith("fr") else "en"
    for table in _tables()["land_cover"]:
        if table["from"] <= int(found[1]) <= table["to"]:
            return tuple(LandCoverClass(one["value"], one["colour"], one[language]) for one in table["classes"])
    return ()


def known_unit(*names: str) -> str:
    """The unit of the values of a map, by its collection or its file's name; "" when it is not known."""
    for row in _tables()["units"]:
        if any(re.search(row["names"], _name(name), re.IGNORECASE) for name in names):
            return str(row["unit"])
    return ""


def _name(file: str) -> str:
    return file.replace("\\", "/").rsplit("/", 1)[-1]


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Any]:
    path = resource("thematic.json")
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidFile(str(path), str(error)) from error
