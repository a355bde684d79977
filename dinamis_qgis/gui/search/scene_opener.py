# SPDX-License-Identifier: GPL-2.0-or-later
"""The main button of an image: what « Ouvrir » does with it, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QWidget

from ...core.catalogues import configured_rows
from ...core.numbers import format_size
from ...domain.catalogues.registry import CatalogueRow
from ...domain.scene import Scene
from ...domain.scene_files import is_downloadable, size_of_scene
from ...translation import tr
from ..context import PanelContext
from ..form_dialog import ask_for_file


class Way(Enum):
    OPEN = auto()  # its files are on this machine
    DOWNLOAD = auto()
    FORM = auto()  # of its service, which a person fills in
    ACCESS = auto()  # nothing from here: its detail says who may have it


class SceneOpener:
    """``show_detail`` takes a scene that cannot be had from here."""

    def __init__(self, context: PanelContext, show_detail: Callable[[Scene], None], window: QWidget) -> None:
        self._context, self._show_detail, self._window = context, show_detail, window

    def way(self, scene: Scene) -> Way:
        if _local(scene):
            return Way.OPEN
        row = row_of(scene)
        if row is not None and row.auth == "form":
            return Way.FORM
        if is_downloadable(scene) and (row is None or not row.auth):
            return Way.DOWNLOAD
        return Way.ACCESS

    def labels(self, scene: Scene | None) -> tuple[str, str]:
        """What the main button says, with the size where it is known, and in fewer words."""
        way = Way.OPEN if scene is None else self.way(scene)
        if scene is None or way is Way.OPEN:
            return tr("Open"), tr("Open")
        if way is Way.ACCESS:
            return tr("See the access"), tr("See the access")
        short = tr("Download and open")
        size = size_of_scene(scene) if way is Way.DOWNLOAD else None
        return (short if size is None else tr("Download and open ({})").format(format_size(size))), short

    def run(self, scene: Scene) -> None:
        way = self.way(scene)
        if way is Way.OPEN:
            self._context.open_paths([_local(scene)])
        elif way is Way.ACCESS:
            self._show_detail(scene)
        else:
            self.download(scene, open_when_done=True)

    def can_download(self, scene: Scene) -> bool:
        """Many at once: no form is filled in for each."""
        return self.way(scene) is Way.DOWNLOAD

    def download_all(self, scenes: list[Scene]) -> None:
        from ..downloads.start import start_downloads

        start_downloads(scenes, self._context, self._window)

    def download(self, scene: Scene, open_when_done: bool = False) -> None:
        if self.way(scene) is Way.FORM:
            ask_for_file(scene, self._context.notices, lambda path: self._context.open_paths([path]), self._window)
            return
        from ..downloads.start import start_downloads

        start_downloads([scene], self._context, self._window, open_when_done=open_when_done)


def row_of(scene: Scene) -> CatalogueRow | None:
    """None for what was searched by its address or in a folder."""
    return next((row for row in configured_rows()[0] if row.id == scene.catalogue), None)


def _local(scene: Scene) -> str:
    """Where the image of a scene of this machine is; "" for any other, and where its disk is absent."""
    places = [asset.href for asset in scene.images] + [QUrl(scene.self_url).toLocalFile()]
    return next((there for there in map(_present, filter(_is_path, places)) if there), "")


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
