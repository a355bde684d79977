# SPDX-License-Identifier: GPL-2.0-or-later
"""The accounts of the catalogues: how each stands, and what to do about it. What is done here is done at once."""

from __future__ import annotations

from functools import partial

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMessageBox, QPushButton, QWidget

from ...core.credentials import State, credentials
from ...domain.accounts import SIGNING, Account
from ...domain.errors import DinamisError
from ...translation import tr
from ..accounts.remedies import ask_key, ask_keys, ask_sign_in
from ..accounts.words import is_open, state_words
from ..elided import ElidedLabel
from ..notices import Notices
from ..tool_tip import tool_tip


class AccountsBox(QgsCollapsibleGroupBox):
    def __init__(self, notices: Notices, titles: dict[str, str], parent: QWidget | None = None) -> None:
        """``titles`` of the catalogues, by id."""
        super().__init__(tr("Accounts"), parent)
        self.setSaveCollapsedState(False)
        self._notices, self._titles = notices, titles
        self._credentials = credentials()
        self._lines: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        self._credentials.changed.connect(self.show_accounts)
        self.show_accounts()

    def close_box(self) -> None:
        self._credentials.changed.disconnect(self.show_accounts)

    def show_accounts(self, _account_id: str = "") -> None:
        for widget in self._lines:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._lines = []
        for row, account in enumerate(self._credentials.accounts()):
            self._add_line(row, account)
        self.setVisible(bool(self._lines))

    def _add_line(self, row: int, account: Account) -> None:
        status = self._credentials.status(account)
        opens = [self._titles.get(row_id, row_id) for row_id in account.rows]
        title, state, actions = ElidedLabel(), QLabel(state_words(account, status)), QWidget()
        title.setText(" · ".join(opens) or account.title)
        state.setTextFormat(Qt.TextFormat.PlainText)
        title.setToolTip(tool_tip(account.id, *opens))
        state.setEnabled(is_open(status) or status.state in (State.EXPIRED, State.REFUSED))
        buttons = QHBoxLayout(actions)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addStretch()
        for button in self._buttons(account):
            button.setAccessibleName(f"{button.text()} {account.title}")
            buttons.addWidget(button)
        for column, widget in enumerate((title, state, actions)):
            self._grid.addWidget(widget, row, column)
            self._lines.append(widget)

    def _buttons(self, account: Account) -> list[QPushButton]:
        status = self._credentials.status(account)
        if status.state is State.NEEDS_MASTER_PASSWORD:
            unlock = _button(tr("Configure…"), self._credentials.unlock)
            unlock.setToolTip(tr("QGIS asks for the master password of its authentication database"))
            return [unlock]
        if status.from_environment:
            return []
        made = []
        known = status.state is not State.SIGNED_OUT
        if account.kind == SIGNING and not is_open(status):
            made.append(_button(tr("Sign in…"), partial(ask_sign_in, account, self)))
        if not is_open(status) or account.kind != SIGNING:
            made.append(_button(tr("Replace the key…") if known and account.kind != SIGNING else tr("Add the key…"),
                                partial(ask_key, account, self)))  # fmt: skip
        if account.kind == SIGNING and not known and self._credentials.sdk_folder() is not None:
            made.append(_button(tr("Import a teledetection configuration…"), partial(self._import, account)))
        if account.kind == SIGNING and is_open(status):
            made.append(_button(tr("Keys…"), partial(ask_keys, account, self)))
        if known:
            made.append(
                _button(
                    tr("Sign out") if account.kind == SIGNING else tr("Forget the key"),
                    partial(self._sign_out, account),
                )
            )
        return made

    def _import(self, account: Account) -> None:
        """The files of the package stay where they are; which folder is said before anything is read."""
        folder = self._credentials.sdk_folder()
        question = tr("Take the account that the teledetection package keeps in {}? Its files stay as they are.")
        box = QMessageBox(QMessageBox.Icon.Question, "DINAMIS", "", QMessageBox.StandardButton.Cancel, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question.format(folder))
        take = box.addButton(tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(
            lambda button: self._try(partial(self._credentials.import_sdk, account)) if button is take else None
        )
        box.open()

    def _sign_out(self, account: Account) -> None:
        self._try(partial(self._credentials.sign_out, account))

    def _try(self, act) -> None:
        try:
            act()
        except DinamisError as error:
            self._notices.tell(error)


def _button(text: str, act) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    return button
