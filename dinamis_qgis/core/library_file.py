# SPDX-License-Identifier: GPL-2.0-or-later
"""``<profile>/dinamis/library.gpkg``: opened for one read or one write at a time, off the main thread.

Two QGIS may write it: a write is one transaction. An older version is brought to ours after a copy (``.bak``), a newer
one is read and never written, and what is no library is set aside.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..domain.errors import Busy, InvalidFile, NewerFile, NotWritable
from .library_schema import STEPS, VERSION, create, version_of

_PATIENCE = 10.0  # seconds: a write takes one or two
_LOCKED = ("locked", "busy")
_UNWRITABLE = ("readonly", "read-only", "unable to open", "full", "disk i/o")


@dataclass(frozen=True)
class LibraryFile:
    path: Path
    version: int = VERSION
    steps: Mapping[int, Callable[[sqlite3.Connection], None]] = field(default_factory=lambda: STEPS)
    patience: float = _PATIENCE

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """None when there is no library yet. Raises :class:`InvalidFile`, :class:`Busy`."""
        if not self.path.is_file():
            yield None
            return
        with self._told_apart(), closing(self._open_to_read()) as database:
            version = version_of(database)
            if version is None:
                raise InvalidFile(str(self.path), "not a library of images")
            if version < self.version:
                database.close()
                with self.writing():
                    pass  # brought to ours
                database = self._open_to_read()
            with closing(database):
                yield database

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction, made when the block ends well. Raises :class:`NewerFile`, :class:`NotWritable`,
        :class:`Busy`."""
        with self._told_apart():
            self._make_room()
            with closing(self._connect("rwc")) as database:
                database.execute("BEGIN IMMEDIATE")
                try:
                    self._prepare(database)
                    yield database
                except BaseException:
                    database.execute("ROLLBACK")
                    raise
                database.execute("COMMIT")

    def writes_older_than(self, database: sqlite3.Connection) -> bool:
        """Whether a newer version of the plugin wrote it: then :meth:`writing` refuses."""
        return (version_of(database) or 0) > self.version

    def _prepare(self, database: sqlite3.Connection) -> None:
        if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            create(database)
        version = version_of(database) or self.version
        if version > self.version:
            raise NewerFile(str(self.path), f"version {version}, this one writes {self.version}")
        if version < self.version:
            self._copy(database)
        for former in range(version, self.version):
            if former not in self.steps:
                raise InvalidFile(str(self.path), f"version {former} is not known")
            self.steps[former](database)
            database.execute("UPDATE dinamis_library SET version = ?", (former + 1,))

    def _make_room(self) -> None:
        """For a file of ours: one that is no library keeps its content under another name."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if not self.path.is_file() or not self.path.stat().st_size:
                return
            try:
                with closing(self._connect("ro")) as database:
                    ours = version_of(database) is not None
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    return  # locked or unreadable: writing will say so
                ours = False
            if not ours:
                self.path.replace(self._spare_name())
        except OSError as error:
            raise NotWritable(str(self.path), error.strerror or type(error).__name__) from error

    def _copy(self, database: sqlite3.Connection) -> None:
        """As it was before this transaction: nothing was changed yet."""
        with closing(self._connect("ro")) as source, closing(sqlite3.connect(self._spare_name())) as copy:
            source.backup(copy)

    def _spare_name(self) -> Path:
        number, name = 1, self.path.with_name(f"{self.path.name}.bak")
        while name.exists():
            number += 1
            name = self.path.with_name(f"{self.path.name}.{number}.bak")
        return name

    def _open_to_read(self) -> sqlite3.Connection:
        database = self._connect("ro")
        try:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            database.close()
            if not any(word in str(error) for word in _UNWRITABLE):
                raise
            return self._connect("ro&immutable=1")  # in a folder where SQLite cannot write what goes with it
        return database

    def _connect(self, mode: str) -> sqlite3.Connection:
        """Transactions are begun and ended by who writes."""
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(address, timeout=self.patience, isolation_level=None, uri=True)

    @contextmanager
    def _told_apart(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            reason = str(error).lower()
            if any(word in reason for word in _LOCKED):
                raise Busy(str(self.path), "another QGIS writes it") from error
            if any(word in reason for word in _UNWRITABLE):
                raise NotWritable(str(self.path), str(error)) from error
            raise InvalidFile(str(self.path), str(error)) from error
        except sqlite3.DatabaseError as error:
            raise InvalidFile(str(self.path), str(error)) from error
