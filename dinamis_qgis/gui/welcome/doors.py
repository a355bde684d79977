# SPDX-License-Identifier: GPL-2.0-or-later
"""« Ce que vous pouvez voir dès maintenant »: each catalogue, what its last test said, and what it takes."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...core.catalogues import configured_rows
from ...core.connection import last_test
from ...core.contacts import site
from ...core.credentials import State, credentials
from ...domain.accounts import AUTHS, SIGNING, Account
from ...domain.catalogues.registry import CatalogueRow
from ...translation import tr
from ..accounts.remedies import ask_key, ask_sign_in
from ..accounts.words import is_open, state_words
from ..elided import ElidedLabel
from ..flat_buttons import text_button
from ..options.row_words import auth_title
from ..tool_tip import tool_tip

UNTESTED, WORKS, FAILED, ELSEWHERE = "·", "✓", "✗", "↗"


@dataclass(frozen=True)
class Door:
    """``said`` of its name, its last test, its account. ``account`` None: it takes none, or it is open; ``state`` says
    which."""

    title: str
    sign: str
    said: tuple[str, ...]
    state: str
    account: Account | None = None


def doors() -> list[Door]:
    """The catalogues that are asked, those without an account first."""
    rows = [row for row in configured_rows()[0] if row.enabled and not row.synthetic]
    return [_door(row) for row in sorted(rows, key=lambda row: AUTHS.index(row.auth))]


def _door(row: CatalogueRow) -> Door:
    tested, account = last_test(row), credentials().account_of(row)
    sign = UNTESTED if tested is None else WORKS if tested.works else FAILED
    said = [tr("Never tested from here.")] if tested is None else [tested.label, tested.said]
    title = row.shows or row.title
    named = (row.title,) if row.shows else ()
    if account is None:
        said += [tr("{}: {}").format(tr("Access"), auth_title(row.auth))] if row.auth else []
        return Door(title, sign, (*named, *said), tr("no account"))
    status = credentials().status(account)
    said.append(state_words(account, status))
    if is_open(status):
        brief = state_words(account, replace(status, name="", from_environment=False))
        return Door(title, sign, (*named, *said), brief)
    return Door(title, sign, (*named, *said), _remedy(account, status.state), account)


def _remedy(account: Account, state: State) -> str:
    if state is State.NEEDS_MASTER_PASSWORD:
        return tr("Configure…")
    return tr("Sign in…") if account.kind == SIGNING else tr("Add the key…")


class DoorsList(QWidget):
    site_requested = pyqtSignal(str)  # of core.contacts
    accounts_requested = pyqtSignal()

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        """``before`` has the focus before the list has it."""
        super().__init__(parent)
        self._before = before
        self._shown: list[Door] | None = None
        self._accounts: dict[QPushButton, Account] = {}
        self._lines: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        self.legend.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        link = f'<a href="accounts">{html.escape(tr("Accounts and catalogues…"))}</a>'
        self.legend.setText(f"{UNTESTED} {html.escape(tr('Never tested from here.'))} {link}")
        self.legend.linkActivated.connect(self._follow_legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._rows)
        layout.addWidget(self.legend)

    def show_doors(self) -> None:
        """As they are configured, tested and open now."""
        found = doors()
        if found == self._shown:
            return
        self._shown = found
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self._accounts = [], {}
        ways = [self._way_in(door) for door in found]
        for door, way in zip(found, ways):
            self._add(door.sign, door.title, door.said, way)
        where = site("dinamis_catalogue").toString()
        ways.append(self._way_to_the_site(where))
        self._add(ELSEWHERE, tr("DINAMIS catalogue: Pléiades"), (where,), ways[-1])
        order = [self._before, *(way for way in ways if not isinstance(way, QLabel)), self.legend]
        for earlier, later in zip(order, order[1:]):
            QWidget.setTabOrder(earlier, later)
        self.legend.setVisible(any(door.sign == UNTESTED for door in found))

    def _add(self, sign: str, title: str, said: tuple[str, ...], way: QWidget) -> None:
        line, mark, name = QWidget(), QLabel(sign), ElidedLabel()
        name.setText(title)
        mark.setMinimumWidth(mark.fontMetrics().horizontalAdvance(ELSEWHERE))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setAccessibleName(", ".join((title, *said)))
        for widget in (mark, name):
            widget.setToolTip(tool_tip(title, *said))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(mark)
        layout.addWidget(name, 1)
        layout.addWidget(way)
        self._rows.addWidget(line)
        self._lines.append(line)

    def _way_in(self, door: Door) -> QWidget:
        if door.account is None:
            label = QLabel(door.state)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setToolTip(tool_tip(*door.said))
            return label
        button = QPushButton(door.state)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{door.state} {door.title}")
        button.setToolTip(tool_tip(*door.said))
        button.clicked.connect(self._open)
        self._accounts[button] = door.account
        return button

    def _way_to_the_site(self, where: str) -> QToolButton:
        name = tr("DINAMIS catalogue: Pléiades")
        button = text_button(tr("website"), f"{tr('website')} {name}", where)
        button.clicked.connect(self._open_site)
        return button

    def _open(self) -> None:
        account = self._accounts[self.sender()]
        if credentials().status(account).state is State.NEEDS_MASTER_PASSWORD:
            credentials().unlock()
        elif account.kind == SIGNING:
            ask_sign_in(account, self)
        else:
            ask_key(account, self)

    def _open_site(self) -> None:
        self.site_requested.emit("dinamis_catalogue")

    def _follow_legend(self, _link: str) -> None:
        self.accounts_requested.emit()
