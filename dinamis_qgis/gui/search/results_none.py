# SPDX-License-Identifier: GPL-2.0-or-later
"""When nothing was found: why, and what would find something, each way with its own count."""

from __future__ import annotations

import html
from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...core.numbers import format_number
from ...domain.catalogues import Count
from ...domain.query import SearchQuery
from ...translation import tr

_FLAG = Qt.TextInteractionFlag


class NothingFound(QWidget):
    relaxation_chosen = pyqtSignal(object)  # the wider query
    request_chosen = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queries: list[SearchQuery] = []
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._ways = _links()
        self._ways.linkActivated.connect(lambda link: self.relaxation_chosen.emit(self._queries[int(link)]))
        request = _links()
        ask, prepare = html.escape(tr("Nothing exists yet?")), html.escape(tr("Prepare a request"))
        request.setText(f'{ask} <a href="request">{prepare}</a>')
        request.linkActivated.connect(lambda _link: self.request_chosen.emit())
        self._request = request
        layout = QVBoxLayout(self)
        for part in (self._why, self._ways, request):
            layout.addWidget(part)
        layout.addStretch()

    def say(self, failed: int, answered: int) -> None:
        """Without relaxations (yet). A catalogue that failed may well hold an image: that is not "none"."""
        if failed and not answered:
            self._why.setText(tr("No catalogue answered: nothing is known yet of the images of this zone."))
        elif failed:
            self._why.setText(tr("No image among the catalogues that answered."))
        else:
            self._why.setText(tr("No image meets these criteria."))
        self._request.setVisible(answered > 0 or not failed)
        self.offer(())

    def offer(self, relaxations: Sequence[tuple[str, Count, SearchQuery]]) -> None:
        """(what is relaxed, how many images that would find, the query)."""
        self._queries = [query for _label, _count, query in relaxations]
        lines = [
            tr("{way}: {count}").format(way=label, count=_count_text(count)) for label, count, _query in relaxations
        ]
        self._ways.setText(
            "<br>".join(f'<a href="{place}">{html.escape(line)}</a>' for place, line in enumerate(lines))
        )
        self._ways.setVisible(bool(lines))


def _count_text(count: Count) -> str:
    if count.exact:
        return tr("%n image(s)", "", count.number)
    return tr("{} or more").format(format_number(count.number, 0))


def _links() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(_FLAG.LinksAccessibleByMouse | _FLAG.LinksAccessibleByKeyboard)
    return label
