# SPDX-License-Identifier: GPL-2.0-or-later
"""The person's own catalogues.json, to be edited: a draft beside the shipped rows, until it is saved.

Of a shipped row only what differs is written, so that the next version of the plugin brings the rest up to date. Keys
that are not ours stay as they are.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from ..errors import InvalidCatalogueFile, NewerFile, NotWritable
from ..json_file import write_json
from ..own_file import alone
from .registry import VERSION, CatalogueRow, newer_version, read_file, read_rows

_Raw = dict[str, Any]
_UNFIT = re.compile(r"[^a-z0-9]+")


class OwnRows:
    """``rows`` are as they would be read; ``problem`` is what is wrong with the file, which is then left as it is when
    ``read_only``, and else kept as ``.bak`` before it is written."""

    def __init__(self, shipped: Path, user: Path, language: str = "en") -> None:
        self._path = user
        found, self.problem = read_rows(shipped, user, language)
        self._rows = {row.id: row for row in found}
        self._shipped = {row.id: row for row in read_rows(shipped, None, language)[0]}
        self._raw = _raw_rows(read_file(user)) if self.problem is None and user.is_file() else {}
        self._read = dict(self._rows), dict(self._raw)
        self._renamed: dict[str, str] = {}  # id now, id in the file
        self._touched: set[str] = set()

    @property
    def rows(self) -> tuple[CatalogueRow, ...]:
        return tuple(self._rows.values())

    @property
    def read_only(self) -> bool:
        return isinstance(self.problem, NewerFile)

    @property
    def dirty(self) -> bool:
        return bool(self._touched)

    @property
    def touched(self) -> frozenset[str]:
        """Ids of rows that :meth:`save` will write or take out."""
        return frozenset(self._touched)

    @property
    def file_name(self) -> str:
        return self._path.name

    def shipped(self, row_id: str) -> CatalogueRow | None:
        """The row as it was shipped; None for one of the person's own."""
        return self._shipped.get(row_id)

    def is_changed(self, row_id: str) -> bool:
        """Whether a shipped row says something else than what was shipped."""
        return row_id in self._shipped and self._rows[row_id] != self._shipped[row_id]

    def put(self, row: CatalogueRow) -> None:
        """A new row, or another content for the row of that id."""
        former = self._rows.get(row.id)
        if row == former:
            return
        standard = self._shipped.get(row.id)
        raw = dict(self._raw.get(row.id, {"id": row.id}))
        for name in _NAMES:
            value = getattr(row, name)
            if former is not None and value == getattr(former, name):
                continue  # as it is written: a title by language, a path relative to the file
            if value == (_DEFAULTS[name] if standard is None else getattr(standard, name)):
                raw.pop(name, None)
            else:
                raw[name] = _written(value)
        self._rows[row.id] = row
        self._raw[row.id] = raw
        self._touched.add(row.id)

    def remove(self, row_id: str) -> None:
        """A row of the person's own is gone; a shipped one is again as it was shipped."""
        self._raw.pop(row_id, None)
        self._touched.add(row_id)
        if row_id in self._shipped:
            self._rows[row_id] = self._shipped[row_id]
        else:
            del self._rows[row_id]

    def discard(self, row_id: str) -> None:
        """As if it had not been touched, under the id that it had."""
        former = self._renamed.pop(row_id, row_id)
        rows, raws = self._read
        self._rows.pop(row_id, None)
        self._raw.pop(row_id, None)
        if former in rows:
            self._rows[former] = rows[former]
        if former in raws:
            self._raw[former] = raws[former]
        self._touched -= {row_id, former}

    def rename(self, row_id: str, new_id: str) -> None:
        """Another id for a row of the person's own, in its place."""
        raw = {**self._raw.pop(row_id, {}), "id": new_id}
        self._rows = {
            (new_id if known == row_id else known): (replace(row, id=new_id) if known == row_id else row)
            for known, row in self._rows.items()
        }
        self._raw[new_id] = raw
        self._renamed[new_id] = self._renamed.pop(row_id, row_id)
        self._touched |= {row_id, new_id}

    def free_id(self, title: str) -> str:
        """``mes-images-2``: an id made of a title, that no row has."""
        letters = "".join(letter for letter in normalize("NFKD", title.casefold()) if not combining(letter))
        base = _UNFIT.sub("-", letters).strip("-") or "catalogue"
        numbered = (f"{base}-{number}" for number in range(2, len(self._rows) + 3))
        return next(name for name in (base, *numbered) if name not in self._rows)

    def save(self) -> None:
        """Write what was changed into the file as it is now: another QGIS may have written it meanwhile.

        Raises :class:`NotWritable` (:class:`Busy` among them), :class:`NewerFile`.
        """
        if self._touched:
            with alone(self._path):
                self._write()

    def _write(self) -> None:
        content = self._content_now()
        newer = newer_version(content, self._path)
        if newer is not None:
            raise newer
        kept = _raw_rows(content)
        for row_id in [known for known in self._rows if known in self._touched] + sorted(self._touched):
            raw = self._raw.get(row_id)
            if raw is None or (row_id in self._shipped and set(raw) <= {"id"}):
                kept.pop(row_id, None)
            else:
                kept[row_id] = raw
        write_json(self._path, {**content, "version": VERSION, "catalogues": list(kept.values())}, indent=2)
        self.problem = None
        self._touched.clear()

    def _content_now(self) -> _Raw:
        if not self._path.exists():
            return {}
        try:
            content = read_file(self._path)
            if newer_version(content, self._path) or (self.problem is None and content.get("version") == VERSION):
                return content
        except InvalidCatalogueFile:
            pass  # kept beside, like a file of another version
        try:
            shutil.copy2(self._path, self._path.with_name(f"{self._path.name}.bak"))
        except OSError as error:
            raise NotWritable(str(self._path), error.strerror or type(error).__name__) from error
        return {}


def _raw_rows(content: Mapping[str, Any]) -> dict[str, _Raw]:
    return {row["id"]: row for row in content.get("catalogues", [])}


def _written(value: object) -> object:
    if isinstance(value, Mapping):
        return {theme: list(collections) for theme, collections in value.items()}
    return value


_NAMES = tuple(each.name for each in fields(CatalogueRow) if each.name != "id")
_DEFAULTS: Mapping[str, object] = {
    each.name: {} if each.name == "themes" else None if each.default is MISSING else each.default
    for each in fields(CatalogueRow)
}
