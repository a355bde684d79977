# SPDX-License-Identifier: GPL-2.0-or-later
"""The main button of an image: what « Ouvrir » does with it, and what it says."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.catalogues import configured_rows
from ...core.credentials import State, credentials
from ...core.library_rows import CATALOGUE
from ...core.numbers import format_size
from ...core.vsi import archive_of
from ...domain.catalogues.registry import CatalogueRow
from ...domain.public_url import public_url
from ...domain.scene import Scene
from ...domain.scene_files import is_downloadable, size_of_scene
from ...translation import tr
from ..context import PanelContext
from ..form_dialog import ask_for_file
from ..streaming.opener import StreamOpener, can_be_streamed


class Way(Enum):
    OPEN = auto()  # its files are on this machine
    STREAM = auto()  # looked at where it lies
    DOWNLOAD = auto()
    FORM = auto()  # of its service, which a person fills in
    ACCESS = auto()  # nothing from here: its detail says who may have it


class SceneOpener(QObject):
    """``show_detail`` takes a scene that cannot be had from here."""

    changed = pyqtSignal()  # ways may be others now: a download came, someone signed in

    def __init__(self, context: PanelContext, show_detail: Callable[[Scene], None], window: QWidget) -> None:
        super().__init__(window)
        self._context, self._show_detail, self._window = context, show_detail, window
        self._came: dict[tuple[str, str, str], str] = {}
        self._doors: dict[str, Way] = {}  # by catalogue
        self.streams = StreamOpener(context, self)
        context.downloads.changed.connect(self._note_downloads)
        context.library.changed.connect(self.changed)
        credentials().changed.connect(self._note_account)
        self._note_downloads()

    def close(self) -> None:
        self.streams.close()
        self._context.downloads.changed.disconnect(self._note_downloads)
        self._context.library.changed.disconnect(self.changed)
        credentials().changed.disconnect(self._note_account)

    def on_disk(self, scene: Scene) -> bool:
        """Whether it was downloaded, is in the library on a disk that is there, or is a product of a folder; its files
        are looked for when it is opened."""
        if (self._came and _public_key(scene) in self._came) or self._context.library.holdings.place_of(scene):
            return True
        return scene.catalogue != CATALOGUE and scene.self_url.startswith("file:")

    def way(self, scene: Scene) -> Way:
        if self.places(scene):
            return Way.OPEN
        door = self._door(scene)
        if door is not Way.DOWNLOAD:
            return door
        if can_be_streamed(scene):
            return Way.STREAM
        return Way.DOWNLOAD if is_downloadable(scene) else Way.ACCESS

    def _door(self, scene: Scene) -> Way:
        """What its catalogue lets one do: read once for all of its scenes."""
        name = scene.catalogue
        if name not in self._doors:
            row = row_of(scene)
            if row is not None and row.auth == "form":
                self._doors[name] = Way.FORM
            else:
                self._doors[name] = Way.DOWNLOAD if row is None or may_be_opened(row) else Way.ACCESS
        return self._doors[name]

    def labels(self, scene: Scene | None) -> tuple[str, str]:
        """What the main button says, with the size where it is known, and in fewer words."""
        way = Way.OPEN if scene is None else self.way(scene)
        if scene is None or way in (Way.OPEN, Way.STREAM):
            return tr("Open"), tr("Open")
        if way is Way.ACCESS:
            return tr("See the access"), tr("See the access")
        short = tr("Download and open")
        size = size_of_scene(scene) if way is Way.DOWNLOAD else None
        return (short if size is None else tr("Download and open ({})").format(format_size(size))), short

    def run(self, scene: Scene) -> None:
        way = self.way(scene)
        if way is Way.OPEN:
            self._context.open_paths(self.places(scene))
        elif way is Way.STREAM:
            self.streams.open(scene)
        elif way is Way.ACCESS:
            self._show_detail(scene)
        else:
            self.download(scene, open_when_done=True)

    def can_download(self, scene: Scene) -> bool:
        """Many at once: no form is filled in for each."""
        return self._door(scene) is Way.DOWNLOAD and is_downloadable(scene) and not self.place(scene)

    def download_all(self, scenes: list[Scene]) -> None:
        """Once the person has said yes to so many images, and so many gigabytes."""
        from ..downloads.start import start_downloads

        sizes = [size_of_scene(scene) for scene in scenes]
        question = tr("Download %n image(s)?", "", len(scenes))
        if None not in sizes:
            question = tr("Download %n image(s), {}?", "", len(scenes)).format(
                format_size(sum(size or 0 for size in sizes))
            )
        box = QMessageBox(
            QMessageBox.Icon.Question, "DINAMIS", question, QMessageBox.StandardButton.Cancel, self._window
        )
        yes = box.addButton(tr("Download"), QMessageBox.ButtonRole.AcceptRole)
        yes.clicked.connect(lambda: start_downloads(scenes, self._context, self._window))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def download(self, scene: Scene, open_when_done: bool = False) -> None:
        if self.way(scene) is Way.FORM:
            ask_for_file(scene, self._context.notices, lambda path: self._context.open_paths([path]), self._window)
            return
        from ..downloads.start import start_downloads

        start_downloads([scene], self._context, self._window, open_when_done=open_when_done)

    def place(self, scene: Scene) -> str:
        """The first of :meth:`places`, or ""."""
        return next(iter(self.places(scene)), "")

    def places(self, scene: Scene) -> list[str]:
        """Where the scene is on this machine, both halves of a bundle of the library; looks at disks."""
        came = self._came.get(_public_key(scene), "")
        if came and _present(came):
            return [came]
        held = self._context.library.holdings.place_of(scene)
        if held and all(map(_present, map(_file_of, held))):
            return list(held)
        return [place] if (place := _local(scene)) else []

    def _note_downloads(self) -> None:
        self._came = {transfer.key: str(transfer.place) for transfer in self._context.downloads.done()}
        self.changed.emit()

    def _note_account(self, _account: str) -> None:
        """Signed in or out, or the catalogues were changed."""
        self._doors.clear()
        self.changed.emit()


def _public_key(scene: Scene) -> tuple[str, str, str]:
    """As the queue of downloads knows it."""
    return (public_url(scene.catalogue), scene.collection, scene.id)


def may_be_opened(row: CatalogueRow) -> bool:
    """Whether its files take no account, or the person's is known here."""
    account = credentials().account_of(row)
    return account is None or credentials().status(account).state in (State.SIGNED_IN, State.KEY)


def row_of(scene: Scene) -> CatalogueRow | None:
    """None for what was searched by its address or in a folder."""
    return next((row for row in configured_rows()[0] if row.id == scene.catalogue), None)


def _local(scene: Scene) -> str:
    """Where the image of a scene of this machine is; "" for any other, and where its disk is absent."""
    places = [asset.href for asset in scene.images] + [QUrl(scene.self_url).toLocalFile()]
    return next((there for there in map(_present, filter(_is_path, places)) if there), "")


def _file_of(path: str) -> str:
    """Of a product: its archive, or for tiles that stand under one name their folder."""
    place = archive_of(path) or path
    return posixpath.dirname(place) if "*" in posixpath.basename(place) else place


def _is_path(place: str) -> bool:
    return bool(place) and not place.lower().startswith(("http://", "https://"))


def _present(place: str) -> str:
    """Of a file inside an archive, the archive."""
    path = Path(place)
    try:
        return next(
            (str(each) for each in (path, *path.parents) if each.is_file() or each == path and each.exists()), ""
        )
    except (OSError, ValueError):
        return ""
