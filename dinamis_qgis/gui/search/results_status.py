# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search says of itself above its rows: how far it is, which catalogues failed, whether there is more."""

from __future__ import annotations

import html
from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ...core.numbers import format_number
from ...translation import tr
from ..elided import ElidedLabel

_RETRY = "retry"


class ResultsStatus(QWidget):
    retry_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)  # services rarely say how many there are
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setAccessibleName(tr("Search in progress"))
        self._more = _wrapped()
        self._failures = _wrapped()
        self._failures.setTextFormat(Qt.TextFormat.RichText)
        self._failures.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYS)
        self._failures.linkActivated.connect(lambda _link: self.retry_requested.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for part in (self._count, self._bar, self._more, self._failures):
            layout.addWidget(part)

    def begin(self) -> None:
        self._bar.show()
        self._count.show()
        self._more.hide()
        self._failures.hide()
        self.received(0)

    def received(self, count: int) -> None:
        self._count.setText(tr("Searching… %n image(s) received", "", count))

    def failed(self, failures: Sequence[tuple[str, str]], answered: int) -> None:
        """Titles of catalogues with the sentence about each; the names of catalogues are text, never HTML."""
        lines = [tr("%n catalogue(s) answered.", "", answered)] if answered else []
        lines += [tr("{catalogue}: {reason}").format(catalogue=title, reason=reason) for title, reason in failures]
        retry = f'<a href="{_RETRY}">{html.escape(tr("Retry"))}</a>'
        self._failures.setText("<br>".join(html.escape(line) for line in lines) + f" {retry}")
        self._failures.setVisible(bool(failures))

    def finish(self, count: int, limit: int | None, cancelled: bool, on_disk: int = 0) -> None:
        """``limit`` is given when a catalogue had more than that and was cut."""
        self._bar.hide()
        text = tr("%n image(s)", "", count)
        if on_disk:
            text = tr("{images}, {there} on disk already").format(images=text, there=on_disk)
        self._count.setText(tr("{}, search cancelled").format(text) if cancelled else text)
        self._count.setVisible(cancelled or count > 0)  # none at all is said in its own words
        self._more.setVisible(limit is not None)
        if limit is not None:
            number = format_number(limit, 0)
            self._more.setText(tr("More than {} images: the most recent ones are shown.").format(number))


_BY_KEYS = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
