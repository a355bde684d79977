# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel does with the library whatever page is shown."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject

from ..context import PanelContext


class LibraryDesk(QObject):
    """``reload_catalogues``: from its first folder on, the library is one among the others."""

    def __init__(self, context: PanelContext, reload_catalogues: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._notices, self._reload = context.library, context.notices, reload_catalogues
        self._known = self._library.file.path.is_file()
        self._library.failed.connect(self._tell)
        self._library.indexed.connect(self._grew)
        self._library.refresh()

    def close(self) -> None:
        self._library.failed.disconnect(self._tell)
        self._library.indexed.disconnect(self._grew)
        self._library.close()

    def _tell(self, error: BaseException) -> None:
        self._notices.tell(error)

    def _grew(self, _indexed: object) -> None:
        if not self._known:
            self._known = True
            self._reload()
