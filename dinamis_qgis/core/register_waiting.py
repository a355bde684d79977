# SPDX-License-Identifier: GPL-2.0-or-later
"""Requests that could not be saved in their register yet: kept in the profile until it is there again."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from ..domain.errors import InvalidFile
from ..domain.own_file import Content, OwnFile
from ..domain.register import Entry
from ..domain.register_rows import of_record, to_record

VERSION = 1
_LIST = "waiting"
_log = logging.getLogger(__name__)


def waiting_file() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "register-waiting.json"


@dataclass(frozen=True)
class Waiting:
    """``place``: of its register, as settings hold it. ``before``: the entry that was changed; None for a new one."""

    place: str
    now: Entry
    before: Entry | None

    @property
    def key(self) -> tuple[str, str]:
        return self.place, self.now.id


class WaitingFile:
    def __init__(self, path: Path | None = None) -> None:
        self._file = OwnFile(path or waiting_file(), VERSION, 64 << 20)

    def read(self, place: str) -> tuple[Waiting, ...]:
        """Those of a register. Raises :class:`InvalidFile`."""
        rows = _rows(self._file.read())
        found = (_waiting(row, str(self._file.path)) for row in rows if row.get("place") == place)
        return tuple(one for one in found if one is not None)

    def put(self, new: Iterable[Waiting]) -> None:
        """In the place of what waits already, which began earlier. Raises :class:`NotWritable`."""
        new = list(new)

        def edit(content: Content) -> Content:
            rows = {_key(row): row for row in _rows(content)}
            for one in new:
                earlier = rows.get(one.key)
                before = None if one.before is None else to_record(one.before)
                rows[one.key] = {
                    "place": one.place,
                    "id": one.now.id,
                    "now": to_record(one.now),
                    "before": before if earlier is None else earlier.get("before"),
                }
            return {**content, _LIST: list(rows.values())}

        if new:
            self._file.change(edit)

    def drop(self, saved: Waiting) -> None:
        """Unless it was changed meanwhile."""
        record = to_record(saved.now)

        def edit(content: Content) -> Content:
            rows = [row for row in _rows(content) if _key(row) != saved.key or row.get("now") != record]
            return {**content, _LIST: rows}

        self._file.change(edit)


def _rows(content: Content) -> list[dict[str, Any]]:
    rows = content.get(_LIST)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return str(row.get("place")), str(row.get("id"))


def _waiting(row: dict[str, Any], path: str) -> Waiting | None:
    """None for what is no request of ours: it stays in the file."""
    try:
        before = row.get("before")
        return Waiting(row["place"], of_record(row.get("now"), path), before and of_record(before, path))
    except InvalidFile as error:
        _log.warning("%s", error)
        return None
