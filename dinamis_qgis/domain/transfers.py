# SPDX-License-Identifier: GPL-2.0-or-later
"""A scene whose files are to be downloaded: what is kept of it on the disk, which holds no address of a file."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .filenames import folder_name, safe_name
from .public_url import public_url
from .scene import Scene
from .scene_files import chosen, size_of_scene

WAITING, RUNNING, PAUSED, FAILED, DONE = STATES = ("waiting", "running", "paused", "failed", "done")
_ID = re.compile(r"[0-9a-f]{32}")
_LIST = "tuple[str, ...]"


@dataclass(frozen=True)
class Transfer:
    """``folder`` is what the person chose; the scene's files go to ``folder / home``. ``old_folders`` hold what
    came before another one was chosen. ``said`` is why it stands still, in the person's words."""

    id: str
    catalogue: str
    collection: str
    scene_id: str
    self_url: str
    folder: str
    home: str
    title: str = ""
    mission: str = ""
    acquired: str = ""  # ISO 8601, UTC
    host: str = ""
    wanted: tuple[str, ...] = ()  # keys or roles of files; none: all
    open_when_done: bool = False
    state: str = WAITING
    size: int | None = None  # bytes, where the catalogue tells
    said: str = ""
    old_folders: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """Of its scene."""
        return (self.catalogue, self.collection, self.scene_id)

    @property
    def place(self) -> Path:
        return Path(self.folder) / self.home

    @property
    def moment(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.acquired) if self.acquired else None
        except ValueError:
            return None

    @property
    def scene(self) -> Scene:
        """What is enough to read it again from its catalogue."""
        return Scene(self.scene_id, self.catalogue, self.collection, self_url=self.self_url)


def transfer_of(
    scene: Scene, folder: Path, wanted: Iterable[str], open_when_done: bool, others: Iterable[Transfer]
) -> Transfer:
    """``others`` already have their place in that folder."""
    wanted = tuple(wanted)
    files = chosen(scene, wanted)
    key = (public_url(scene.catalogue), scene.collection, scene.id)
    taken = {one.home.lower() for one in others if one.folder == str(folder) and one.key != key}
    acquired = scene.acquired.astimezone(timezone.utc).isoformat() if scene.acquired else ""
    return Transfer(
        id=uuid.uuid4().hex,
        catalogue=key[0],
        collection=scene.collection,
        scene_id=scene.id,
        self_url=public_url(scene.self_url),
        folder=str(folder),
        home=folder_name(scene.id, scene.key, taken),
        title=scene.title,
        mission=scene.mission,
        acquired=acquired,
        host=host_of(files[0][0].href) if files else "",
        wanted=wanted,
        open_when_done=open_when_done,
        size=size_of_scene(scene, wanted),
    )


def host_of(href: str) -> str:
    try:
        return urlsplit(href).netloc.rpartition("@")[2].lower() if "://" in href else ""
    except ValueError:
        return ""


def to_row(transfer: Transfer) -> dict[str, Any]:
    """One that runs is one that waits, for whoever reads it: its process is gone by then."""
    kept = replace(transfer, state=WAITING) if transfer.state == RUNNING else transfer
    return dict(vars(kept))  # plain values all of them


def from_row(row: object) -> Transfer | None:
    """None where it is not one: it could lead anywhere."""
    if not isinstance(row, Mapping):
        return None
    given: dict[str, Any] = {each.name: row[each.name] for each in fields(Transfer) if each.name in row}
    for each in fields(Transfer):
        if each.name in given and not _is_right(given[each.name], str(each.type)):
            return None
        if each.type == _LIST and each.name in given:
            given[each.name] = tuple(given[each.name])
    try:
        read = Transfer(**given)
    except TypeError:
        return None
    sound = _ID.fullmatch(read.id) and read.state in STATES and read.state != RUNNING and read.catalogue
    places = [Path(folder) for folder in (read.folder, *read.old_folders)]
    if not sound or not read.folder or not all(place.is_absolute() for place in places):
        return None
    return read if read.home and read.home == safe_name(read.home) else None


def _is_right(value: object, kind: str) -> bool:
    if kind == _LIST:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if kind == "bool":
        return isinstance(value, bool)
    if kind == "int | None":
        return value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0)
    return isinstance(value, str)
