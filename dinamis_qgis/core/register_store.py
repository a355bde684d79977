# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads and saves the requests of a register: nobody's change is lost. Never on the main thread."""

from __future__ import annotations

import logging
import time
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from ..domain.errors import Busy, DinamisError, InvalidFile, detach
from ..domain.register import Entry, merged
from ..domain.register_rows import Rows, entry_of, rows_of
from ..translation import tr
from .register_place import Opening
from .register_tables import VERSION, RegisterTables, opened

_ROW = "row-"  # the name of a row that has none of its own
_PATIENCE, _PAUSE = 3.0, 0.05  # seconds
_log = logging.getLogger(__name__)

SAVED, MERGED, BOTH, WAITING = "saved", "merged", "both", "waiting"


@dataclass(frozen=True)
class Reading:
    """``newer``: a newer version wrote it, it is read as far as it is understood and not written."""

    entries: tuple[Entry, ...] = ()
    refused: tuple[InvalidFile, ...] = ()
    newer: bool = False


@dataclass(frozen=True)
class Saved:
    """``how``: MERGED with somebody's changes meanwhile; BOTH when these change the same thing: then ``theirs`` stays
    in its place, and ``entry`` stands beside it under another name; WAITING in the profile, because of ``error``."""

    entry: Entry
    how: str = SAVED
    theirs: Entry | None = None
    error: DinamisError | None = None


def read(opening: Opening) -> Reading:
    """Last changed first. A row that is no request hides none of the others."""
    if opening.place.is_default and not Path(opening.place.path).exists():
        return Reading()
    with opened(opening) as tables, tables.still():
        found, newer = tables.read(), tables.version > VERSION
    entries: dict[str, Entry] = {}
    refused = []
    for number, rows in sorted(found.items()):
        try:
            entry = _named(entry_of(rows, opening.place.title), number, rows, entries)
        except InvalidFile as error:
            _log.warning("row %s of the register: %s", number, error)
            refused.append(detach(error))
        else:
            entries[entry.id] = entry
    return Reading(tuple(sorted(entries.values(), key=_last_changed, reverse=True)), tuple(refused), newer)


def save(opening: Opening, now: Entry, before: Entry | None, author: str, moment: str) -> Saved:
    """``before``: as it was read when the changes began. Raises what :func:`opened` does."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return _save(opening, now, before, author, moment)
        except Busy:  # nothing of it is written: or all, which the next look finds
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _save(opening: Opening, now: Entry, before: Entry | None, author: str, moment: str) -> Saved:
    with opened(opening, write=True, create=opening.place.is_default) as tables, tables.alone():
        number = _number(tables, now.id)
        rows = None if number is None else tables.read_one(number)
        if rows is None:  # new, or somebody removed it meanwhile: what was changed since is worth keeping
            return Saved(_write(tables, now, None, author, moment))
        theirs = _read_as(rows, now.id, opening)
        if theirs is not None and before is not None and theirs.holds_the_same(before):
            return Saved(_write(tables, replace(now, version=theirs.version), number, author, moment))
        both = None if theirs is None else merged(before, now, theirs)
        if both is None:
            beside = now.beside(tr("{} (my version)").format(now.request.title))
            return Saved(_write(tables, beside, None, author, moment), BOTH, theirs)
        if both.holds_the_same(theirs):
            return Saved(theirs)
        return Saved(_write(tables, both, number, author, moment), MERGED, theirs)


def remove(opening: Opening, entry: Entry) -> bool:
    """Whether it was removed: not when somebody changed it meanwhile."""
    with opened(opening, write=True) as tables, tables.alone():
        number = _number(tables, entry.id)
        rows = None if number is None else tables.read_one(number)
        if rows is None:
            return True
        theirs = _read_as(rows, entry.id, opening)
        if theirs is None or not theirs.holds_the_same(entry):
            return False
        tables.delete(number, rows.request["uuid"] or "")
        return True


def create(opening: Opening) -> None:
    """An empty register, where there is none yet; a GeoPackage keeps its other tables."""
    with opened(opening, create=True):
        pass


def _write(tables: RegisterTables, entry: Entry, number: int | None, author: str, moment: str) -> Entry:
    name = uuid.uuid4().hex if entry.id.startswith(_ROW) else entry.id
    written = replace(entry, id=name, version=entry.version + 1, author=author, modified=moment)
    rows = rows_of(written)
    tables.write(rows, number)
    return entry_of(rows)


def _number(tables: RegisterTables, name: str) -> int | None:
    return int(name[len(_ROW) :]) if name.startswith(_ROW) else tables.number_of(name)


def _named(entry: Entry, number: int, rows: Rows, known: dict[str, Entry]) -> Entry:
    """A row that was drawn or copied in QGIS has no name of its own: the first one keeps it."""
    own = rows.request.get("uuid")
    return replace(entry, id=f"{_ROW}{number}") if not own or own in known else entry


def _read_as(rows: Rows, name: str, opening: Opening) -> Entry | None:
    try:
        return replace(entry_of(rows, opening.place.title), id=name)
    except DinamisError:
        return None


def _last_changed(entry: Entry) -> tuple[str, str]:
    return entry.modified, entry.id
