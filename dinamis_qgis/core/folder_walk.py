# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies below a folder, and by what one sees that a part of it changed: names, sizes and dates, nothing is opened.

Links to folders are not followed, and a folder is entered once, whatever leads to it.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from ..domain.catalogues import Feedback
from ..domain.errors import Cancelled

_CANDIDATES = (".xml", ".dim", ".json", ".zip", ".tar", ".tgz", ".gz", ".tbz", ".tbz2", ".txz", ".bz2", ".xz", ".zst",
               ".tif", ".tiff", ".jp2")  # fmt: skip
_DESCRIPTIONS = (".xml", ".dim", ".json")  # they say something of the files around and below them


@dataclass
class Walk:
    """Paths with forward slashes. ``unreadable`` folders may hold what they held before: nobody knows."""

    root: str
    files: list[str] = field(default_factory=list)  # those that may be products; a folder's own before those below it
    unreadable: list[str] = field(default_factory=list)
    volumes: dict[str, str] = field(default_factory=dict)  # by folder: the mount point it lies under
    count: int = 0  # of all files
    _own: dict[str, str] = field(default_factory=dict)
    _below: dict[str, str] = field(default_factory=dict)

    def signature(self, file: str) -> str:
        """Another one when the file, or what it may describe, is another."""
        folder = file.rpartition("/")[0]
        if file.lower().endswith(_DESCRIPTIONS) and folder in self._below:
            return f"{self._own[file]} {self._below[folder]}"
        return self._own[file]

    def knows(self, file: str) -> bool:
        return file in self._own

    def volume(self, file: str) -> str:
        return self.volumes.get(file.rpartition("/")[0], "")


def walk(root: str, feedback: Feedback) -> Walk:
    """``root`` is a folder, or a file by itself. One that is not there gives an empty walk that says so."""
    found = Walk(root)
    place = Path(root)
    if place.is_dir():
        _enter(found, root, mount_of(place), None, set(), feedback)
    elif place.is_file():
        found.files.append(root)
        found.count = 1
        found._own[root] = _facts(place)
        found.volumes[root.rpartition("/")[0]] = mount_of(place.parent)
    else:
        found.unreadable.append(root)
    return found


def is_there(path: str) -> bool:
    """False too for a share that does not answer, or a folder that cannot be entered."""
    try:
        Path(path).stat()
    except (OSError, ValueError):
        return False
    return True


def mount_of(place: Path) -> str:
    """Of the volume that ``place`` lies on; on Windows its drive or share."""
    for each in (place, *place.parents):
        if os.path.ismount(each):
            return each.as_posix()
    return ""


def inode_of(folder: str) -> tuple[int, int]:
    """The device it is on, and its number there; 0 where the system has none."""
    told = Path(folder).stat()
    return told.st_dev, told.st_ino


def _enter(
    found: Walk, folder: str, volume: str, device: int | None, entered: set[tuple[int, int]], feedback: Feedback
) -> str:
    """Its signature. ``device`` is that of the folder it lies in: another one is another volume."""
    if feedback.isCanceled():
        raise Cancelled()
    below: list[str] = []
    try:
        inode = inode_of(folder)
        if inode[1] and inode in entered:
            return ""
        entered.add(inode)
        with os.scandir(folder) as listed:
            entries = sorted((entry for entry in listed if _is_text(entry.name)), key=lambda entry: entry.name)
        folders = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        files = [entry for entry in entries if not entry.is_dir()]
    except OSError:
        found.unreadable.append(folder)
        return "unreadable"
    volume = folder if device not in (None, inode[0]) else volume
    found.volumes[folder] = volume
    top = folder.rstrip("/")
    shared: dict[str, list[str]] = {}  # what goes with an image has its name: .tfw, .aux.xml, .ovr
    for entry in files:
        line = f"{entry.name} {_entry_facts(entry)}"
        below.append(line)
        shared.setdefault(entry.name.partition(".")[0], []).append(line)
    for entry in files:
        found.count += 1
        if entry.name.lower().endswith(_CANDIDATES):
            path = f"{top}/{entry.name}"
            found.files.append(path)
            found._own[path] = _digest(shared[entry.name.partition(".")[0]])
    for name in folders:
        below.append(f"{name}/ {_enter(found, f'{top}/{name}', volume, inode[0], entered, feedback)}")
    found._below[folder] = _digest(below)
    return found._below[folder]


def _is_text(name: str) -> bool:
    """Neither GDAL nor a GeoPackage takes another name."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _entry_facts(entry: os.DirEntry) -> str:
    try:
        told = entry.stat()
    except OSError:  # a link to nowhere, or gone meanwhile
        return "?"
    return f"{told.st_size} {told.st_mtime_ns}"


def _facts(place: Path) -> str:
    told = place.stat()
    return f"{told.st_size} {told.st_mtime_ns}"


def _digest(lines: list[str]) -> str:
    return hashlib.blake2b("\n".join(lines).encode(), digest_size=12).hexdigest()


def below(path: str, folders: list[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder.rstrip('/')}/") for folder in folders)
