# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search says of itself above its rows: how far it is, which catalogues failed, whether there is more."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from ...core.numbers import format_date, format_number
from ...domain import ordering
from ...translation import tr
from ..elided import ElidedLabel
from ..elided_box import ElidedBox
from ..tool_tip import tool_tip
from .login_note import LoginNote

_RETRY, _DETAILS, _REFINE, _ALL = "retry", "details", "refine", "all"


class Cut(NamedTuple):
    """A search of which not all was loaded. ``newest``: whether what was is surely the most recent; ``can_load_on``:
    whether the rest may be had; ``since``: where one catalogue was loaded further back than another, the day from which
    on nothing lacks."""

    newest: bool
    can_load_on: bool
    since: datetime | None = None


class ResultsStatus(QWidget):
    retry_requested = pyqtSignal()
    refine_requested = pyqtSignal()
    all_requested = pyqtSignal()
    order_chosen = pyqtSignal(str)  # of domain.ordering

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ElidedLabel()
        self._running = self._cancelled = False
        self.order = ElidedBox()
        self.order.setAccessibleName(tr("Order"))
        self.order.setMinimumContentsLength(9)
        self.order.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for order, words in _orders():
            self.order.addItem(words, order)
        self.order.currentIndexChanged.connect(lambda _index: self.order_chosen.emit(self.order.currentData()))
        self._where = QToolButton()
        self._where.setIcon(QgsApplication.getThemeIcon("/mActionFilter2.svg"))
        self._where.setAutoRaise(True)
        self._where.setAccessibleName(tr("Which filters were applied where"))
        self._where.clicked.connect(self._show_where)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)  # services rarely say how many there are
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setAccessibleName(tr("Search in progress"))
        self._more = _wrapped()
        self._more.setTextFormat(Qt.TextFormat.RichText)
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYS)
        self._more.linkActivated.connect(self._follow)
        self._failures = _wrapped()
        self._failures.setTextFormat(Qt.TextFormat.RichText)
        self._failures.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYS)
        self._failures.linkActivated.connect(self._follow_failure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self.login = LoginNote()
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(1)
        line.addWidget(self._count, 1)
        line.addWidget(self._where)
        line.addWidget(self.order)
        for part in (self._line, self._bar, self._more, self._failures, self.login):
            layout.addWidget(part)

    def begin(self, count: int = 0) -> None:
        """``count`` are there already, when a search is loaded on."""
        self._running = True
        self._bar.show()
        self._line.show()
        self._more.hide()
        self._failures.setVisible(bool(count) and not self._failures.isHidden())
        self._where.setVisible(bool(count))
        self.received(count)

    def received(self, count: int) -> None:
        self._count.setText(tr("Searching… %n image(s) received", "", count))

    def failed(self, failures: Sequence[tuple[str, str]], answered: int, details: str = "") -> None:
        """Titles of catalogues (text, never HTML) with the sentence about each; ``details``: for support."""
        lines = [tr("%n catalogue(s) answered.", "", answered)] if answered else []
        lines += [tr("{catalogue}: {reason}").format(catalogue=title, reason=reason) for title, reason in failures]
        links = [(_RETRY, tr("Retry"))] + ([(_DETAILS, tr("Copy details"))] if details else [])
        self._details = details
        self._failures.setText("<br>".join(html.escape(line) for line in lines) + f" {_linked(links)}")
        self._failures.setVisible(bool(failures))

    def finish(
        self, total: int, shown: int, cut: Cut | None, filters: Sequence[str], cancelled: bool, on_disk: int = 0
    ) -> None:
        """``shown`` of ``total`` images are listed; ``filters`` tell, by catalogue, which were applied where."""
        self._bar.hide()
        self._running, self._cancelled, self._on_disk = False, cancelled, on_disk
        self.narrowed(total, shown)
        self._line.setVisible(cancelled or total > 0)  # none at all is said in its own words
        self._where.setToolTip(tool_tip(*filters))
        self._where.setAccessibleDescription(" ".join(filters))
        self._where.setVisible(bool(filters))
        self._more.setVisible(cut is not None)
        if cut is not None:
            self._more.setText(_cut_words(total, cut))

    def narrowed(self, total: int, shown: int) -> None:
        """Told when the search has ended: until then it says how far it is."""
        if self._running:
            return
        text = tr("%n image(s)", "", total).replace(str(total), format_number(total, 0))
        if shown < total:
            text = tr("{shown} of {total}").format(shown=format_number(shown, 0), total=text)
        elif self._on_disk:
            text = tr("{images}, {there} on disk already").format(images=text, there=self._on_disk)
        self._count.setText(tr("{}, search cancelled").format(text) if self._cancelled else text)

    def _follow(self, link: str) -> None:
        (self.refine_requested if link == _REFINE else self.all_requested).emit()

    def _follow_failure(self, link: str) -> None:
        if link == _DETAILS:
            QApplication.clipboard().setText(self._details)
            self._failures.setText(self._failures.text().replace(html.escape(tr("Copy details")), tr("Details copied")))
        else:
            self.retry_requested.emit()

    def _show_where(self) -> None:
        below = self._where.mapToGlobal(QPoint(0, self._where.height()))
        QWhatsThis.showText(below, self._where.toolTip(), self._where)


def _orders() -> tuple[tuple[str, str], ...]:
    return (
        (ordering.NEWEST, tr("Newest first")),
        (ordering.OLDEST, tr("Oldest first")),
        (ordering.CLEAREST, tr("Clearest first")),
        (ordering.STEEPEST, tr("Most vertical first")),
        (ordering.COVERING, tr("Best coverage first")),
    )


def _cut_words(count: int, cut: Cut) -> str:
    number = format_number(count, 0)
    if cut.since is not None:
        said = tr("More than {number} images: all those after {day} are shown, and some of the earlier ones.")
        said = said.format(number=number, day=format_date(cut.since))
    elif cut.newest:
        said = tr("More than {} images: the most recent ones are shown.").format(number)
    else:
        said = tr("More than {} images: the first received are shown, which may not be the most recent.").format(number)
    links = [(_REFINE, tr("Refine"))] + ([(_ALL, tr("Load all"))] if cut.can_load_on else [])
    return f"{html.escape(said)} {_linked(links)}"


def _linked(links: Sequence[tuple[str, str]]) -> str:
    return " · ".join(f'<a href="{link}">{html.escape(text)}</a>' for link, text in links)


_BY_KEYS = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
