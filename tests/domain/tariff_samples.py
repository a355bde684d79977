# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped tariff, and ways to break it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from dinamis_qgis import paths
from dinamis_qgis.domain.tariff_file import read_tariff

SHIPPED = paths.resource("tariffs", "2022-10.json")
SCHEMA = paths.resource("tariffs", "schema.json")
TARIFF = read_tariff(SHIPPED)

_ABSENT = object()


def changed(*keys: str | int, to: Any = _ABSENT) -> dict[str, Any]:
    """The shipped file with one value changed, or dropped."""
    data = copy.deepcopy(json.loads(SHIPPED.read_text(encoding="utf-8")))
    at = data
    for key in keys[:-1]:
        at = at[key]
    if to is _ABSENT:
        del at[keys[-1]]
    else:
        at[keys[-1]] = to
    return data


def write(folder: Path, name: str, data: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
