# SPDX-License-Identifier: GPL-2.0-or-later
"""A JSON file of ours in the profile: it says its version, is replaced whole, and two QGIS at once lose nothing of it.

An older version is brought to ours, after a copy; a newer one is read and never written; one that cannot be read is set
aside as ``.bak`` before another takes its place.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .errors import Busy, InvalidFile, NewerFile, NotWritable
from .json_file import write_json
from .partial import lock_alone

Content = dict[str, Any]
Step = Callable[[Content], Content]  # from a version to the next

_VERSION_KEY = "version"
_PATIENCE = 10.0  # seconds: a write takes milliseconds
_POLL = 0.02


@dataclass(frozen=True)
class OwnFile:
    """``steps`` maps a former version to what brings it to the next one."""

    path: Path
    version: int
    most_bytes: int = 16 << 20
    steps: Mapping[int, Step] = field(default_factory=dict)
    refused: type[InvalidFile] = InvalidFile

    def read(self) -> Content:
        """As of our version; empty when there is no file. What a newer version wrote comes as it is (see
        :meth:`is_newer`). Raises ``refused``."""
        content = self._written()
        return {} if content is None else self._migrated(content)

    def is_newer(self, content: Content) -> bool:
        version = content.get(_VERSION_KEY, self.version)
        return isinstance(version, int) and version > self.version

    def change(self, edit: Callable[[Content], Content]) -> Content:
        """Replace what is there by what ``edit`` makes of it, while nobody else does.

        Raises :class:`NewerFile`, :class:`NotWritable` (:class:`Busy` among them), or what ``edit`` does: then the file
        stays as it was.
        """
        with alone(self.path):
            after = {**edit(self._ready()), _VERSION_KEY: self.version}
            write_json(self.path, after, indent=1)
            return after

    def _ready(self) -> Content:
        """What is there, to be changed; what would be lost is set aside."""
        try:
            before = self._written()
            if before is None:
                return {}
            if self.is_newer(before):
                raise NewerFile(str(self.path), f"version {before[_VERSION_KEY]}, this one writes {self.version}")
            ours = self._migrated(before)
        except NewerFile:
            raise
        except InvalidFile:
            self._set_aside()
            return {}
        if ours is not before:
            self._set_aside()
        return ours

    def _written(self) -> Content | None:
        return read_json(self.path, self.most_bytes, self.refused) if self.path.exists() else None

    def _migrated(self, content: Content) -> Content:
        version = content.get(_VERSION_KEY)
        if not isinstance(version, int) or isinstance(version, bool):
            raise self.refused(str(self.path), "should be a whole number", _VERSION_KEY)
        while version < self.version:
            if version not in self.steps:
                raise self.refused(str(self.path), "is not known", _VERSION_KEY)
            content = self.steps[version](content)
            version += 1
        return content

    def _set_aside(self) -> None:
        """As ``.bak``, or ``.2.bak`` and so on: a former copy is kept too."""
        with _writing(self.path):
            number, copy = 1, self.path.with_name(f"{self.path.name}.bak")
            while copy.exists():
                number += 1
                copy = self.path.with_name(f"{self.path.name}.{number}.bak")
            shutil.copy2(self.path, copy)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While nobody else replaces ``path``; raises :class:`NotWritable`, :class:`Busy`. What is locked is a file beside:
    ours is replaced, and a lock stays with the one that was."""
    until = time.monotonic() + _PATIENCE
    with _writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        guard = path.with_name(f"{path.name}.lock").open("ab")
    with guard:
        while not lock_alone(guard.fileno()):
            if time.monotonic() > until:
                raise Busy(str(path), "another QGIS writes it")
            time.sleep(_POLL)
        yield


def read_json(path: Path, most_bytes: int, refused: type[InvalidFile] = InvalidFile) -> Content:
    """The JSON object in a file. Raises ``refused``."""
    try:
        with path.open("rb") as file:
            written = file.read(most_bytes + 1)
    except OSError as error:
        raise refused(str(path), error.strerror or type(error).__name__) from error
    if len(written) > most_bytes:
        raise refused(str(path), f"more than {most_bytes >> 20} MB")
    try:
        content = json.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise refused(str(path), f"not JSON: {error}") from error
    if not isinstance(content, dict):
        raise refused(str(path), "not a JSON object")
    return content


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotWritable(str(path), error.strerror or type(error).__name__) from error
