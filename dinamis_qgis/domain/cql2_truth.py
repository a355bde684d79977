# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a scene answers to a CQL2 filter, where the service does not understand it.

As in CQL2, what is compared with an absent property is neither true nor false, and a scene is kept by what is true.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from .catalogues.values import moment
from .cql2 import Test
from .scene import Scene

_INSTANTS = ("datetime", "start_datetime", "end_datetime", "created", "updated", "published")
_COMPARED = {
    "=": lambda left, right: left == right,
    "<>": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


def holds(test: Test, scene: Scene) -> bool:
    return _truth(test, _Values(scene)) is True


class _Values:
    """What properties are worth, by name; None for an absent one."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._said = scene, scene.properties

    def of(self, operand: Any) -> Any:
        if not isinstance(operand, Mapping):
            return operand
        for function in ("timestamp", "date"):
            if function in operand:
                return moment(operand[function])
        scene, name = self._scene, operand["property"]
        own = {"id": scene.id, "collection": scene.collection, "datetime": scene.acquired}
        if name in own:
            return own[name] or None
        value = self._said.get(name)
        if value is None and "datetime" not in self._said:  # no STAC item: what its driver read in other words
            value = _read(name, scene)
        return moment(value) if name in _INSTANTS else value


def _truth(test: Test, values: _Values) -> bool | None:
    op, args = test["op"], test["args"]
    if op == "not":
        inside = _truth(args[0], values)
        return None if inside is None else not inside
    if op in ("and", "or"):
        decides = op == "or"
        known = [_truth(part, values) for part in args]
        return decides if decides in known else None if None in known else not decides
    if op == "isNull":
        return values.of(args[0]) is None
    left, right = (values.of(each) for each in args)
    if left is None or right is None:
        return None
    if op == "like":
        return _pattern(right).fullmatch(left) is not None if isinstance(left, str) else None
    if isinstance(left, datetime) != isinstance(right, datetime):
        left, right = (moment(each) if isinstance(each, str) else each for each in (left, right))
    return _COMPARED[op](left, right) if _kind(left) == _kind(right) else None


def _read(name: str, scene: Scene) -> Any:
    return {
        "gsd": scene.gsd,
        "eo:cloud_cover": scene.cloud_cover,
        "view:incidence_angle": scene.incidence,
        "view:off_nadir": scene.off_nadir,
        "view:sun_elevation": scene.sun_elevation,
        "platform": scene.mission or None,
        "title": scene.title or None,
    }.get(name)


def _kind(value: Any) -> type | None:
    """Numbers compare with numbers; true is no number."""
    if isinstance(value, bool):
        return bool
    if isinstance(value, (int, float)):
        return float
    return type(value) if isinstance(value, (str, datetime)) else None


@lru_cache(maxsize=32)
def _pattern(like: str) -> re.Pattern[str]:
    """``%`` for any characters, ``_`` for one; a backslash takes the next one as it is."""
    parts = re.findall(r"\\.|.", like, re.DOTALL)
    said = (".*" if part == "%" else "." if part == "_" else re.escape(part[-1]) for part in parts)
    return re.compile("".join(said), re.DOTALL)
