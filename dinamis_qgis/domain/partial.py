# SPDX-License-Identifier: GPL-2.0-or-later
"""A file on its way: ``name.part`` beside its place, and ``name.part.json`` that says of what it is a part.

A process that is killed loses nothing of it. Its content after a power cut is the file system's affair: only a
checksum then tells.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from .errors import InUse, NoRoom, NotWritable

ROOM = 16 << 20  # bytes always left free
_CHECK = 64 << 20  # bytes written between two looks at the disk
_RECORD = ".part.json"
_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


@dataclass(frozen=True)
class Origin:
    """Which version of which file: ``place`` has neither query nor user, since a signature may stand there."""

    place: str
    etag: str = ""
    last_modified: str = ""
    size: int | None = None  # bytes
    md5: str = ""  # hexadecimal, where the service gives it

    @property
    def validator(self) -> str:
        """For If-Range, which takes no weak ETag; ``""`` when nothing can tell one version from another."""
        return self.last_modified if self.etag.startswith("W/") else self.etag or self.last_modified

    def may_be(self, other: Origin) -> bool:
        """Whether nothing that both say tells them apart."""
        pairs = (
            (self.etag, other.etag),
            (self.last_modified, other.last_modified),
            (self.size, other.size),
            (self.md5, other.md5),
        )
        return self.place == other.place and all(one == two for one, two in pairs if one and two)


def place_of(href: str) -> str:
    if not href.lower().startswith(("http://", "https://")):
        return href
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def room_for(folder: Path, size: int) -> tuple[int, int]:
    """Bytes that lack on its disk for ``size`` more (none when not positive), and that are needed in all: some stay
    free. Raises ``OSError``."""
    needed = size + ROOM
    return needed - shutil.disk_usage(folder).free, needed


def part_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def record_of(target: Path) -> Path:
    return target.with_name(f"{target.name}{_RECORD}")


def target_of(record: Path) -> Path:
    return record.with_name(record.name[: -len(_RECORD)])


class PartialFile:
    """Open and ours alone within ``with``. Raises :class:`NoRoom`, :class:`InUse` or :class:`NotWritable`."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.path = part_of(target)
        self._record = record_of(target)
        self.origin: Origin | None = None
        self.position = 0  # bytes that are there
        self.in_pieces = False  # whether what is there came in several answers
        self._unchecked = 0

    def __enter__(self) -> PartialFile:
        with writing(self.target):
            if self.path.is_symlink():
                self.path.unlink()
            mode = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._file = os.fdopen(os.open(self.path, mode, 0o666), "r+b", buffering=0)
        if not lock_alone(self._file.fileno()):
            self._file.close()
            raise InUse(str(self.target), "another download writes it")
        self.origin = self._read_origin()
        self.position = self._file.seek(0, os.SEEK_END)
        self.in_pieces = self.position > 0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """What has come stays for another time, if it is anything."""
        with suppress(OSError):
            empty = self.position == 0 and not self._file.closed
            self._file.close()
            if empty:
                self._record.unlink(missing_ok=True)
                self.path.unlink()

    def begin(self, origin: Origin) -> None:
        """Start again from nothing."""
        with writing(self.target):
            self._file.truncate(0)  # before the record: it must never describe older bytes
            self._file.seek(0)
            self.position, self.origin, self.in_pieces = 0, origin, False
            fresh = self._record.with_name(f"{self._record.name}~")
            fresh.write_text(json.dumps(asdict(origin)), encoding="utf-8")
            fresh.replace(self._record)
        self._make_sure_of_room()

    def go_on(self) -> None:
        """With the bytes of another answer."""
        self.in_pieces = True
        with writing(self.target):
            self._file.seek(self.position)
        self._make_sure_of_room()

    def write(self, block: bytes) -> None:
        with writing(self.target):
            left = memoryview(block)
            while left:
                written = self._file.write(left) or 0
                self.position += written
                left = left[written:]
        self._unchecked += len(block)
        if self._unchecked >= _CHECK:
            self._make_sure_of_room()

    def blocks(self, length: int) -> Iterator[bytes]:
        """What is on the disk, from its beginning."""
        with writing(self.target):
            self._file.seek(0)
            yield from iter(lambda: self._file.read(length), b"")

    def finish(self) -> None:
        """To its final name, whole on the disk."""
        with writing(self.target):
            os.fsync(self._file.fileno())
            self._file.close()
            self.path.replace(self.target)
            self._record.unlink(missing_ok=True)

    def _make_sure_of_room(self) -> None:
        self._unchecked = 0
        size = self.origin.size if self.origin is not None else None
        missing = max(0, (size or 0) - self.position)
        with writing(self.target):
            lacking, needed = room_for(self.target.parent, missing)
        if lacking > 0:
            raise NoRoom(str(self.target), "the disk is full", needed=needed, lacking=lacking)

    def _read_origin(self) -> Origin | None:
        try:
            said = json.loads(self._record.read_text(encoding="utf-8"))
            origin = Origin(**said)
        except (OSError, ValueError, TypeError, RecursionError):  # none, or damaged: the part is worth nothing
            return None
        texts = (origin.place, origin.etag, origin.last_modified, origin.md5)
        sound = all(isinstance(one, str) for one in texts) and isinstance(origin.size, (int, type(None)))
        return origin if sound else None


def forget_record(target: Path) -> None:
    """Of a process that was killed between its two last steps."""
    with suppress(OSError):
        record_of(target).unlink()


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """What the system refuses on the way to ``target`` as one of our errors."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        if error.errno in _FULL:
            raise NoRoom(str(target), reason) from error
        raise NotWritable(str(target), reason) from error


def lock_alone(descriptor: int) -> bool:
    """Whether no one else has it; the system gives it back when the file is closed or the process ends."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 1 << 60, os.SEEK_SET)  # a byte that is never there: Windows locks against reading too
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks
        return True
    return True
