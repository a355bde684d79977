# SPDX-License-Identifier: GPL-2.0-or-later
"""A :class:`Product` as JSON and back, for whoever remembers what was read."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from typing import Any

import shapely

from .dimap_bands import Band
from .dimap_tiles import Tile
from .geometry import to_qgis
from .product import Mask, Product
from .sensor_model import Rpc, TiePoints

_PARTS = {"bands": Band, "tiles": Tile, "masks": Mask}
_MODELS = {"Rpc": Rpc, "TiePoints": TiePoints}
_OURS = ("placed",)  # what we did to it, and not what it is


def product_json(product: Product) -> str:
    """What is unknown is left out."""
    said: dict[str, Any] = {}
    for name, default in _DEFAULTS.items():
        value = getattr(product, name)
        if value is None or value == default or name in _OURS:
            continue
        if name in _PARTS:
            value = [_values(part) for part in value]
        elif name == "acquisitions":
            value = [moment.isoformat() for moment in value]
        elif name == "outline":
            value = bytes(to_qgis(value).asWkb()).hex()
        elif name == "model":
            value = [type(value).__name__, _values(value)]
        said[name] = value
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def product_from_json(text: str) -> Product:
    """Raises ValueError, TypeError or LookupError for what this version did not write."""
    said = json.loads(text)
    for name, kind in _PARTS.items():
        said[name] = tuple(kind(*_frozen(values)) for values in said.get(name, ()))
    if "acquisitions" in said:
        said["acquisitions"] = tuple(map(datetime.fromisoformat, said["acquisitions"]))
    if "outline" in said:
        said["outline"] = shapely.from_wkb(bytes.fromhex(said["outline"]))
    if "model" in said:
        kind, values = said["model"]
        said["model"] = _MODELS[kind](*_frozen(values))
    return Product(**{name: _frozen(value) for name, value in said.items()})


def _values(part: Any) -> list[Any]:
    return [getattr(part, each.name) for each in fields(part)]


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value


_DEFAULTS = {each.name: each.default for each in fields(Product)}
