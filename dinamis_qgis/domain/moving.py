# SPDX-License-Identifier: GPL-2.0-or-later
"""What has come of a file to another folder, where its download goes on: on another disk when the first is full."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from .errors import Cancelled
from .partial import part_of, record_of, writing
from .web import Feedback

_BLOCK = 1 << 22


def bring(source: Path, target: Path, feedback: Feedback) -> None:
    """The whole file or its part; nothing where there is none, or where ``target`` has one already.

    ``source`` goes away once ``target`` has it all. Raises :class:`NotWritable`, :class:`NoRoom`, :class:`Cancelled`.
    """
    if target.exists() or record_of(target).exists():
        return
    part = part_of(target)
    if source.is_file():
        _copy(source, part, target, feedback)
        with writing(target):
            part.replace(target)
            source.unlink()
    elif part_of(source).is_file() and record_of(source).is_file():
        _copy(part_of(source), part, target, feedback)
        with writing(target):
            shutil.copyfile(record_of(source), record_of(target))  # last: without it the part is worth nothing
            record_of(source).unlink()
            part_of(source).unlink()


def forget_empty(folder: Path) -> None:
    """``folder`` and those in it that hold nothing more."""
    if not folder.is_dir() or folder.is_symlink():
        return
    with suppress(OSError):
        for inside in list(folder.iterdir()):
            forget_empty(inside)
        folder.rmdir()


def _copy(source: Path, part: Path, target: Path, feedback: Feedback) -> None:
    with writing(target), source.open("rb") as given, part.open("wb") as taken:
        for block in iter(lambda: given.read(_BLOCK), b""):
            if feedback.isCanceled():
                raise Cancelled()
            taken.write(block)
