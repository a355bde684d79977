# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person is told of the downloads, whatever page is in sight."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, QStorageInfo
from qgis.PyQt.QtWidgets import QWidget

from ...core.downloads import Finished
from ...core.numbers import format_size
from ...domain.errors import NoRoom
from ...domain.transfers import RUNNING, WAITING, Transfer
from ...translation import tr
from ..context import PanelContext
from .folder import ask_folder


class DownloadDesk(QObject):
    """Failures that come while one is still told are told together; so are those that end well, once all is done."""

    def __init__(self, context: PanelContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._queue, self._window = context, context.downloads, window
        self._failed: list[str] = []  # ids, told by the message in sight
        self._failure: QgsMessageBarItem | None = None
        self._without_room: list[str] = []
        self._room: QgsMessageBarItem | None = None
        self._came = 0
        self._queue.failed.connect(self._tell_failure)
        self._queue.no_room.connect(self._tell_no_room)
        self._queue.finished.connect(self._tell_finished)
        self._queue.not_kept.connect(self._context.notices.tell)

    def resume(self) -> None:
        """Open the queue, and say what goes on by itself."""
        self._queue.open()
        count = sum(one.state in (RUNNING, WAITING) for one in self._queue.transfers())
        if count:
            text = tr("%n download(s) of a former session go on.", "", count)
            self._context.notices.say(text, actions=[(tr("View"), self._show_page)])

    def close(self) -> None:
        self._queue.failed.disconnect(self._tell_failure)
        self._queue.no_room.disconnect(self._tell_no_room)
        self._queue.finished.disconnect(self._tell_finished)
        self._queue.not_kept.disconnect(self._context.notices.tell)

    def _tell_failure(self, transfer: Transfer, error: BaseException) -> None:
        notices = self._context.notices
        if self._failure is None or not notices.shows(self._failure):
            self._failed = []
        else:
            notices.withdraw(self._failure)
        self._failed.append(transfer.id)
        again = (tr("Try again"), self._try_again)
        if len(self._failed) == 1:
            self._failure = notices.tell(error, [again])
            return
        text = tr("%n download(s) failed.", "", len(self._failed))
        actions = [again, (tr("View"), self._show_page)]
        self._failure = notices.say(text, Qgis.MessageLevel.Warning, actions, 0)

    def _try_again(self) -> None:
        for transfer_id in self._failed:
            self._queue.resume(transfer_id)

    def _tell_no_room(self, transfer: Transfer, error: NoRoom) -> None:
        notices = self._context.notices
        if self._room is not None:
            notices.withdraw(self._room)
        self._without_room.append(transfer.id)
        disk = disk_name(Path(transfer.folder))
        if error.lacking:
            text = tr("{size} are missing on {disk}. The download is paused.")
            text = text.format(size=format_size(error.lacking), disk=disk)
        else:
            text = tr("{disk} is full. The download is paused.").format(disk=disk)
        action = (tr("Choose another folder"), self._relocate)
        self._room = notices.say(text, Qgis.MessageLevel.Warning, [action], 0)

    def _relocate(self) -> None:
        folder = ask_folder(self._window)
        if folder is not None:
            moved, self._without_room = self._without_room, []
            self._queue.relocate(moved, folder)

    def _tell_finished(self, finished: Finished) -> None:
        self._came += not finished.transfer.open_when_done  # one that opens says so itself
        if self._came and not any(one.state in (RUNNING, WAITING) for one in self._queue.transfers()):
            text, self._came = tr("%n download(s) finished.", "", self._came), 0
            self._context.notices.say(text, Qgis.MessageLevel.Success, [(tr("View"), self._show_page)])

    def _show_page(self) -> None:
        self._context.show_page("images")


def disk_name(folder: Path) -> str:
    """``D:``, ``/home``."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return QStorageInfo(str(folder)).rootPath().rstrip("/") or "/"
