# SPDX-License-Identifier: GPL-2.0-or-later
"""Sign-in by a code that the person confirms in a browser, and the keys that a service gives to who is signed in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain.accounts import Account, Secrets, Tokens
from ..domain.errors import Cancelled, DinamisError
from ..domain.web import Feedback
from ..translation import tr
from .credentials import credentials
from .task import TaskFeedback, TaskSlot, lending_its_thread

if TYPE_CHECKING:
    from ..domain.login import KeyInfo, Login


class SignIn(QObject):
    """One attempt. After ``start``: ``code_ready`` (a :class:`~dinamis_qgis.domain.login.DeviceCode`), then
    ``succeeded`` (the person's name, "" when the service gives none) or ``failed``."""

    code_ready = pyqtSignal(object)
    succeeded = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(self, account: Account, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._slot = TaskSlot(self)

    def start(self) -> None:
        account = self._account
        try:
            credentials().store.check(account)  # before a person confirms in vain
        except DinamisError as error:
            self.failed.emit(error)
            return

        def work(feedback: TaskFeedback) -> Tokens:
            login = _login(account)
            with lending_its_thread():
                code = login.begin(feedback)
                feedback.report(code)
                tokens = login.wait(code, feedback)
                try:
                    return replace(tokens, name=login.who(tokens, feedback))
                except Cancelled:
                    raise
                except DinamisError:  # who it is matters less than that it worked
                    return tokens

        self._slot.start(tr("Sign-in"), work, self._keep, self.failed.emit, self.code_ready.emit)

    def cancel(self) -> None:
        self._slot.cancel()

    def close(self) -> None:
        """Stop and say nothing more."""
        self._slot.close()

    def _keep(self, tokens: Tokens) -> None:
        try:
            credentials().keyring.put(self._account, Secrets(None, tokens))
        except DinamisError as error:
            self.failed.emit(error)
            return
        self.succeeded.emit(tokens.name)


def who_am_i(account: Account, feedback: Feedback) -> str:
    return _login(account).who(_tokens(account, feedback), feedback)


def create_key(account: Account, description: str, feedback: Feedback) -> str:
    """A new pair of keys, which is the account's from now on; its access key."""
    credentials().store.check(account)  # the service shows the secret once
    tokens = _tokens(account, feedback)
    pair = _login(account).create_key(tokens, description, feedback)
    credentials().keyring.put(account, Secrets(pair, tokens))
    return pair.access


def list_keys(account: Account, feedback: Feedback) -> list[KeyInfo]:
    return _login(account).list_keys(_tokens(account, feedback), feedback)


def revoke_key(account: Account, access_key: str, feedback: Feedback) -> None:
    _login(account).revoke_key(_tokens(account, feedback), access_key, feedback)


def _tokens(account: Account, feedback: Feedback) -> Tokens:
    return credentials().keyring.tokens(account, feedback)


def _login(account: Account) -> Login:
    from ..domain.login import Login
    from .session import QgisSession

    return Login(account, QgisSession())
