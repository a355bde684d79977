# SPDX-License-Identifier: GPL-2.0-or-later
"""``downloads.json`` on the disk, and one more beside it for each other process of the same profile.

A process holds the first that is free, locked as long as it lives, and takes over what is in those that nobody holds:
no two of them ever fetch the same.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path

from .errors import InvalidFile, NewerFile, NotWritable
from .own_file import OwnFile
from .partial import lock_alone
from .transfers import Transfer, from_row, to_row

_VERSION = 1
_ROWS = "transfers"
_MOST = 9  # processes of one profile
_log = logging.getLogger(__name__)


class TransfersFile:
    """``problem`` is what a person should hear of what was found: nothing of it is lost."""

    def __init__(self, folder: Path) -> None:
        names = ["downloads.json", *(f"downloads-{number}.json" for number in range(2, _MOST + 1))]
        self._files = [OwnFile(folder / name, _VERSION) for name in names]
        self._folder = folder
        self._file: OwnFile | None = None
        self._held: int | None = None
        self.problem: InvalidFile | None = None

    def open(self) -> list[Transfer]:
        """Ours from now on. Where no file can be ours nothing is kept on the disk, and ``problem`` says why."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            found = self._take_first()
            if self._file is not None:
                self._adopt(found)
        except OSError as error:
            self.problem = NotWritable(str(self._folder), error.strerror or str(error))
            return []
        return found

    def write(self, transfers: Iterable[Transfer]) -> None:
        """Whole or not at all. Raises :class:`NotWritable`."""
        if self._file is not None:
            rows = [to_row(one) for one in transfers]
            self._file.change(lambda _before: {_ROWS: rows})

    def close(self) -> None:
        if self._held is not None:
            os.close(self._held)
        self._held = self._file = None

    def _take_first(self) -> list[Transfer]:
        for file in self._files:
            held = _hold(file.path)
            if held is None:
                continue
            try:
                found = _read(file)
            except NewerFile as error:
                self.problem = error
                os.close(held)
                continue
            except InvalidFile as error:  # set aside when another is written
                self.problem = error
                found = []
            self._file, self._held = file, held
            return found
        return []

    def _adopt(self, found: list[Transfer]) -> None:
        """What processes left that are gone."""
        known = {one.id for one in found}
        for file in self._files:
            if file is self._file or not file.path.exists():
                continue
            held = _hold(file.path)
            if held is None:
                continue
            try:
                found += [one for one in _read(file) if one.id not in known]
                self.write(found)
                file.path.unlink()
            except InvalidFile as error:
                _log.warning("%s", error)
            finally:
                os.close(held)


def _hold(path: Path) -> int | None:
    """Until it is closed; None where another process does."""
    descriptor = os.open(path.with_name(f"{path.name}.held"), os.O_RDWR | os.O_CREAT, 0o600)
    if lock_alone(descriptor):
        return descriptor
    os.close(descriptor)
    return None


def _read(file: OwnFile) -> list[Transfer]:
    """Raises :class:`InvalidFile`, :class:`NewerFile`."""
    content = file.read()
    if file.is_newer(content):
        raise NewerFile(str(file.path), f"version {content['version']}")
    rows = content.get(_ROWS)
    rows = rows if isinstance(rows, list) else []
    read = [one for one in map(from_row, rows) if one is not None]
    if len(read) < len(rows):
        _log.warning("%s: %d entries are none", file.path, len(rows) - len(read))
    return read
