# SPDX-License-Identifier: GPL-2.0-or-later
"""What « Mes images » says when it lists nothing: why, and what to do."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...translation import tr

_OPEN, _INDEX, _ALL = "open", "index", "all"


class EmptyList(QLabel):
    open_requested = pyqtSignal()
    index_requested = pyqtSignal()
    all_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(12)
        self.setTextFormat(Qt.TextFormat.RichText)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard)
        self.linkActivated.connect(self._follow)

    def say(self, filtered: bool) -> None:
        """``filtered``: there are images, and none that is asked for."""
        if filtered:
            words = html.escape(tr("No image answers to the filter. {all}"))
            text = words.format(all=_link(_ALL, tr("Show all")))
        else:
            words = html.escape(
                tr("No image here. {open} (folder, zip, disk) or {index} to find all your images again on the map.")
            )
            text = words.format(open=_link(_OPEN, tr("Open a delivery…")), index=_link(_INDEX, tr("Index a folder…")))
        self.setText(text)

    def _follow(self, link: str) -> None:
        {_OPEN: self.open_requested, _INDEX: self.index_requested, _ALL: self.all_requested}[link].emit()


def _link(name: str, words: str) -> str:
    return f'<a href="{name}">{html.escape(words)}</a>'
