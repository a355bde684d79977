# SPDX-License-Identifier: GPL-2.0-or-later
"""All files of one scene to the disk, in a task: read again from its catalogue, then one after the other."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..domain.download import download
from ..domain.errors import NoRoom, NotFound
from ..domain.item_beside import write_item
from ..domain.moving import bring, forget_empty
from ..domain.partial import part_of, record_of, room_for, target_of
from ..domain.scene import Asset
from ..domain.scene_files import chosen, inside
from ..domain.transfers import Transfer
from .access import file_session, links, search_session
from .rereading import Rereader
from .task import TaskFeedback, lending_its_thread

_EVERY = 0.25  # seconds between two reports

Files = Sequence[tuple[Asset, PurePosixPath]]


@dataclass(frozen=True)
class Arrived:
    """Bytes that are there, and in all where it is known."""

    there: int
    size: int | None


def fetch(transfer: Transfer, feedback: TaskFeedback) -> tuple[Path, ...]:
    """The files, in the catalogue's order; reports :class:`Arrived`. Raises what the catalogue and the download do."""
    with lending_its_thread():
        scene = Rereader(search_session(), feedback).read(transfer.scene)
        files = [(asset, PurePosixPath(transfer.home) / place) for asset, place in chosen(scene, transfer.wanted)]
        if not files:
            raise NotFound(scene.self_url or scene.catalogue, "no such file")
        folder = Path(transfer.folder)
        targets = [inside(folder, place) for _asset, place in files]
        for old in transfer.old_folders:
            _bring(Path(old), transfer.home, files, targets, feedback)
        _make_sure_of_room(files, targets)
        meter, session = _Meter([asset for asset, _place in files], feedback), file_session()
        for (asset, _place), target in zip(files, targets):
            download(session, asset, target, feedback, meter.progress, links=links)
            meter.next(target.stat().st_size)
        write_item(scene, transfer.place)
        return tuple(targets)


def remove_rest(transfer: Transfer) -> None:
    """What has come of files that are not whole; whole ones stay."""
    for folder in (transfer.folder, *transfer.old_folders):
        place = Path(folder) / transfer.home
        for record in list(place.rglob(record_of(Path("*")).name)):
            with suppress(OSError):
                part_of(target_of(record)).unlink(missing_ok=True)
                record.unlink()
        forget_empty(place)


def _bring(old: Path, home: str, files: Files, targets: Sequence[Path], feedback: TaskFeedback) -> None:
    for (_asset, place), target in zip(files, targets):
        bring(old.joinpath(*place.parts), target, feedback)
    forget_empty(old / home)


def _make_sure_of_room(files: Files, targets: Sequence[Path]) -> None:
    """Before the first byte, for all whose size is known; each download looks again as it goes."""
    missing = 0
    for (asset, _place), target in zip(files, targets):
        if asset.size is not None and not target.exists():
            part = part_of(target)
            missing += max(0, asset.size - (part.stat().st_size if part.exists() else 0))
    lacking, needed = room_for(targets[0].parent, missing)
    if missing and lacking > 0:
        raise NoRoom(str(targets[0]), "the disk is full", needed=needed, lacking=lacking)


class _Meter:
    """The bytes of all files together."""

    def __init__(self, assets: Sequence[Asset], feedback: TaskFeedback) -> None:
        self._sizes = [asset.size for asset in assets]
        self._feedback = feedback
        self._number = 0
        self._before = 0
        self._told = 0.0

    def progress(self, there: int, size: int | None) -> None:
        if self._sizes[self._number] is None:
            self._sizes[self._number] = size
        now = time.monotonic()
        if now - self._told >= _EVERY:
            self._told = now
            self._tell(self._before + there)

    def next(self, size: int) -> None:
        self._sizes[self._number] = size
        self._before += size
        self._number += 1
        self._tell(self._before)

    def _tell(self, there: int) -> None:
        whole = None if None in self._sizes else sum(size or 0 for size in self._sizes)
        self._feedback.report(Arrived(there, whole))
        if whole:
            self._feedback.setProgress(100.0 * there / whole)
