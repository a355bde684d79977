# SPDX-License-Identifier: GPL-2.0-or-later
"""Images that are added to the project and looked at where they lie."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject

from ...core.access import signs
from ...core.gdal_network import prepare
from ...core.opening import Opened, Opening
from ...core.project_slot import ProjectSlot
from ...core.streamed_image import open_streamed
from ...domain.scene import Scene
from ...domain.signed_address import bare
from ...domain.streaming import streamed_files
from ...translation import tr
from ..context import PanelContext
from ..library.on_map import add_to_project
from ..library.opened_notices import tell_opened


def can_be_streamed(scene: Scene) -> bool:
    """Not by a link that another service has signed: it would end, and nobody here could renew it."""
    files = streamed_files(scene)
    return bool(files) and all(bare(one.href) == one.href or signs(one.href) for one in files)


class StreamOpener(QObject):
    """Several images at once; one that is being opened is not opened twice."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._slots: dict[tuple[str, str, str], ProjectSlot] = {}

    def open(self, scene: Scene) -> None:
        if scene.key not in self._slots:
            self._slots[scene.key] = ProjectSlot(self)
            self._slots[scene.key].busy_changed.connect(self._show_busy)
        slot = self._slots[scene.key]
        if slot.busy:
            return
        for asset in streamed_files(scene):
            prepare(asset.href)
        slot.start(
            tr("Opening images"),
            lambda feedback: open_streamed(scene, "natural", feedback),
            lambda opened: self._add(scene, opened),
            self._context.notices.tell,
        )

    def close(self) -> None:
        for slot in self._slots.values():
            slot.close()

    def _show_busy(self) -> None:
        busy = any(slot.busy for slot in self._slots.values())
        self._context.show_status(tr("Opening the image…") if busy else "")

    def _add(self, scene: Scene, opened: Opened) -> None:
        add_to_project(opened, self._context.canvas)
        self._context.select_layer(opened.layers[0])
        if opened.group[0].is_described:
            tell_opened(Opening((opened,), ()), self._context.notices, lambda _image: None)
        else:
            self._context.notices.say(tr("“{}” opened.").format(scene.title or scene.id), Qgis.MessageLevel.Success)
