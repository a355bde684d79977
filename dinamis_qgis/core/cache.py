# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounded folders under ``<profile>/dinamis/cache/``: what they hold can be fetched again."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication

from ..domain.errors import NotWritable


def cache_folder(name: str) -> Path:
    """Made when absent. Raises ``OSError`` when the profile cannot be written."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "dinamis" / "cache" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def trim(folder: Path, most_bytes: int, spared: Collection[Path] = ()) -> None:
    """Delete the files that were used least recently until at most ``most_bytes`` are left; ``spared`` stay."""
    files = []
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):
            status = path.stat()
            files.append((status.st_mtime, status.st_size, path))
    left = sum(size for _, size, _ in files)
    for _, size, path in sorted(files):
        if left <= most_bytes:
            return
        if path not in spared:
            with contextlib.suppress(OSError):  # held open by a layer or another QGIS: it goes another day
                path.unlink()
                left -= size


@dataclass(frozen=True)
class Kept:
    """What a folder of the cache holds; ``size`` in bytes."""

    files: int
    size: int


def kept(name: str) -> Kept:
    """Reads the folder: not on the main thread. Raises :class:`NotWritable`."""
    sizes = []
    for path in _files(name):
        with contextlib.suppress(FileNotFoundError):
            sizes.append(path.stat().st_size)
    return Kept(len(sizes), sum(sizes))


def empty(name: str) -> None:
    """What another program holds open stays. Raises :class:`NotWritable`."""
    for path in _files(name):
        with contextlib.suppress(OSError):
            path.unlink()


def _files(name: str) -> list[Path]:
    try:
        return [path for path in cache_folder(name).iterdir() if path.is_file()]
    except OSError as error:
        raise NotWritable(error.filename or "", error.strerror or "") from error
