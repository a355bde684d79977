# SPDX-License-Identifier: GPL-2.0-or-later
"""The pairs of keys that a signing service knows of a person: one is made here, and kept; others are revoked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.credentials import State, credentials
from ...core.messages import sentence
from ...core.numbers import format_date
from ...core.sign_in import create_key, list_keys, revoke_key
from ...core.task import TaskFeedback, TaskSlot, lending_its_thread
from ...domain.accounts import Account
from ...domain.catalogues.values import moment, text
from ...domain.errors import Cancelled
from ...domain.login import KeyInfo
from ...translation import tr
from ..help import add_help

_DESCRIPTION = "DINAMIS for QGIS"  # what the service shows of it
_KEY, _CREATED, _SAID = range(3)
_ACCESS = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._slot = TaskSlot(self)
        self.setWindowTitle(tr("Keys: {}").format(account.title))
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("Access key"), tr("Created"), tr("Description")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.setAccessibleName(tr("Keys known to the service"))
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.create = QPushButton(tr("Create a key and use it"))
        self.create.setToolTip(tr("A key lasts until it is revoked; a session ends after some days at the most."))
        self.revoke = QPushButton(tr("Revoke"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        add_help(self, self.buttons)
        self._lay_out()
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_actions())
        self.create.clicked.connect(lambda: self._start(self._created))
        self.revoke.clicked.connect(self._revoke)
        self.buttons.rejected.connect(self.reject)
        self._slot.busy_changed.connect(lambda _busy: self._show_actions())
        self._start(lambda _feedback: "")

    def done(self, result: int) -> None:
        self._slot.close()
        super().done(result)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        for button in (self.create, self.revoke):
            button.setAutoDefault(False)
            actions.addWidget(button)
        actions.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(self.state)
        layout.addLayout(actions)
        layout.addWidget(self.buttons)
        self.resize(480, 280)

    # --- in the task ------------------------------------------------------------------------------

    def _created(self, feedback: TaskFeedback) -> str:
        create_key(self._account, _DESCRIPTION, feedback)
        return tr("The new key is kept here and used from now on.")

    def _start(self, act: Callable[[Any], str]) -> None:
        """``act``, then the keys as the service has them."""
        account = self._account
        self.state.setText(tr("Asking the service…"))

        def work(feedback: TaskFeedback) -> tuple[str, Sequence[KeyInfo]]:
            with lending_its_thread():
                return act(feedback), list_keys(account, feedback)

        self._slot.start(tr("Keys"), work, self._show, self._failed)

    # --- what is seen -----------------------------------------------------------------------------

    def _show(self, found: tuple[str, Sequence[KeyInfo]]) -> None:
        said, keys = found
        used = self._in_use()
        self.list.clear()
        for key in keys:
            created = moment(key.created)
            mine = tr("{} (in use here)") if used and key.access_key.startswith(used) else "{}"
            when = format_date(created) if created is not None else tr("unknown")
            item = QTreeWidgetItem(self.list, [mine.format(text(key.access_key)), when, text(key.description)])
            item.setData(_KEY, _ACCESS, key.access_key)
        self.state.setText(said or ("" if keys else tr("The service knows of no key of yours.")))
        self._show_actions()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.state.setText(sentence(error))

    def _revoke(self) -> None:
        access = self.list.currentItem().data(_KEY, _ACCESS)
        account = self._account

        def act(feedback: TaskFeedback) -> str:
            revoke_key(account, access, feedback)
            return tr("The key is revoked.")

        self._start(act)

    def _in_use(self) -> str:
        """How the key that is kept here begins."""
        status = credentials().status(self._account)
        return status.name.rstrip("…") if status.state in (State.KEY, State.REFUSED) else ""

    def _show_actions(self) -> None:
        free = not self._slot.busy
        self.create.setEnabled(free)
        item, used = self.list.currentItem(), self._in_use()
        mine = item is not None and bool(used) and item.data(_KEY, _ACCESS).startswith(used)
        self.revoke.setEnabled(free and item is not None and not mine)
        self.revoke.setToolTip(tr("Sign out first: this key is in use here.") if mine else tr("It opens nothing then"))
