# SPDX-License-Identifier: GPL-2.0-or-later
"""Indexing a folder: what is as it was is not read again, and what is out of reach stays in the library.

Nothing is written in the folder, or moved.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from ..domain.errors import Cancelled, InvalidProduct, NoProduct, UnsupportedProduct
from .delivery import Delivery, Skipped, scan
from .folder_walk import Walk, below, is_there, walk
from .identity import bundles, identity
from .library_file import LibraryFile
from .library_rows import copy_of, drop_copies, put_copies
from .product import Product
from .product_json import product_from_json, product_json
from .task import TaskFeedback
from .vsi import archive_of, files_under


@dataclass(frozen=True)
class Indexed:
    """``read``: how many files were read, the others being as they were. ``absent``: the folder was not there, and what
    is known of it stays."""

    folder: str
    products: int
    read: int
    skipped: tuple[Skipped, ...] = ()
    unreadable: tuple[str, ...] = ()
    absent: bool = False


class Remembered:
    """What was read in the files of a folder (:class:`~.delivery.Memory`)."""

    def __init__(self, walked: Walk, known: dict[str, tuple[str, str]], feedback: TaskFeedback) -> None:
        self._walked, self._known, self._feedback = walked, known, feedback
        self.fresh: dict[str, tuple[str, str]] = {}  # by file: its signature, its products

    def files(self, folder: str) -> Iterator[str]:
        if folder != self._walked.root:
            yield from files_under(folder)
            return
        for number, file in enumerate(self._walked.files):
            self._feedback.setProgress(100.0 * number / len(self._walked.files))
            yield file

    def recall(self, file: str) -> Sequence[Product] | None:
        signature, products = self._known.get(file, ("", ""))
        if not self._walked.knows(file) or signature != self._walked.signature(file):
            return None
        try:
            return [product_from_json(text) for text in json.loads(products)]
        except (ValueError, TypeError, LookupError):  # of another version: read again
            return None

    def keep(self, file: str, found: Sequence[Product]) -> None:
        if self._walked.knows(file):
            texts = json.dumps([product_json(image) for image in found], ensure_ascii=False)
            self.fresh[file] = (self._walked.signature(file), texts)


def folder_path(path: str) -> str:
    """As the library knows a folder, or a file that was added by itself."""
    return Path(os.path.normpath(Path(path).absolute())).as_posix()


def index_folder(library: LibraryFile, folder: str, feedback: TaskFeedback) -> Indexed:
    """In a task. What was read before a cancellation is remembered.

    Raises :class:`Cancelled`, and what :meth:`LibraryFile.writing` does.
    """
    with library.writing() as database:  # said before an hour is spent on reading
        number = _folder_number(database, folder)
        known = {
            path: (signature, products)
            for path, signature, products in database.execute(
                "SELECT path, signature, products FROM files WHERE folder = ?", (number,)
            )
        }
    walked = walk(folder, feedback)
    if folder in walked.unreadable or (known and not walked.count):  # an empty folder is what a volume leaves
        return Indexed(folder, 0, 0, absent=True)
    memory = Remembered(walked, known, feedback)
    try:
        found = scan(folder, feedback, memory)
        feedback.check()
    except Cancelled:
        with library.writing() as database:
            if _is_known(database, number):
                _put_files(database, number, walked, memory)
        raise
    except (InvalidProduct, NoProduct, UnsupportedProduct) as error:
        found = Delivery(folder, (), (), (Skipped(folder, error),))
    if not is_there(folder):  # it left while it was read
        return Indexed(folder, 0, 0, absent=True)
    images = {image.path: image for image in (*found.products, *found.rasters)}
    standing_for = bundles(images.values())
    copies = [
        copy_of(image, identity(image), standing_for[path], walked.volume(archive_of(path) or path))
        for path, image in images.items()
    ]
    with library.writing() as database:
        if not _is_known(database, number):
            return Indexed(folder, 0, 0, absent=True)
        _put_files(database, number, walked, memory)
        gone = _gone(database, number, walked)
        _forget_files(database, number, walked)
        drop_copies(database, number, [path for path in gone if path not in images])
        put_copies(database, number, copies)
        database.execute("UPDATE folders SET indexed = ? WHERE id = ?", (_now(), number))
    return Indexed(folder, len(images), len(memory.fresh), found.skipped, tuple(walked.unreadable))


def _folder_number(database: sqlite3.Connection, folder: str) -> int:
    database.execute("INSERT OR IGNORE INTO folders (path) VALUES (?)", (folder,))
    return database.execute("SELECT id FROM folders WHERE path = ?", (folder,)).fetchone()[0]


def _is_known(database: sqlite3.Connection, number: int) -> bool:
    """Not when somebody took it out of the library meanwhile."""
    return database.execute("SELECT 1 FROM folders WHERE id = ?", (number,)).fetchone() is not None


def _put_files(database: sqlite3.Connection, number: int, walked: Walk, memory: Remembered) -> None:
    database.executemany(
        "INSERT OR REPLACE INTO files (folder, path, signature, volume, products) VALUES (?, ?, ?, ?, ?)",
        [(number, path, told[0], walked.volume(path), told[1]) for path, told in memory.fresh.items()],
    )


def _gone(database: sqlite3.Connection, number: int, walked: Walk) -> list[str]:
    """Paths of products that were there, in places that can be looked into now."""
    rows = database.execute("SELECT path, volume FROM products WHERE folder = ?", (number,)).fetchall()
    return [path for path in _within_reach(rows, walked) if not _left_meanwhile(archive_of(path) or path, walked)]


def _left_meanwhile(file: str, walked: Walk) -> bool:
    return walked.knows(file) and not is_there(file)


def _forget_files(database: sqlite3.Connection, number: int, walked: Walk) -> None:
    rows = database.execute("SELECT path, volume FROM files WHERE folder = ?", (number,)).fetchall()
    gone = [path for path in _within_reach(rows, walked) if not walked.knows(path)]
    database.executemany("DELETE FROM files WHERE folder = ? AND path = ?", [(number, path) for path in gone])


def _within_reach(rows: list[tuple[str, str]], walked: Walk) -> list[str]:
    mounted: dict[str, bool] = {}
    found = []
    for path, volume in rows:
        place = archive_of(path) or path
        if volume not in mounted:
            mounted[volume] = not volume or os.path.ismount(volume)
        if mounted[volume] and not below(place, walked.unreadable):
            found.append(path)
    return found


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
