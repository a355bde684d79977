# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounded folders under ``<profile>/dinamis/cache/``: what they hold can be fetched again."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from pathlib import Path

from qgis.core import QgsApplication


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
