# SPDX-License-Identifier: GPL-2.0-or-later
"""What a message about an account offers to do at once: sign in, give a key, unlock QGIS's database."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...domain.account_errors import (
    AccountError,
    KeyRefused,
    NeedsKey,
    NeedsMasterPassword,
    NeedsSignIn,
    SignInExpired,
)
from ...domain.errors import AuthenticationRequired
from ...translation import tr

if TYPE_CHECKING:
    from ...domain.accounts import Account

Action = tuple[str, Callable[[], None]]


def remedies(
    error: BaseException, show_options: Callable[[str], None], parent: QWidget | None = None
) -> tuple[str, tuple[Action, ...]]:
    """A sentence that leaves the remedy to its buttons ("" for the error's own), and the buttons."""
    if not isinstance(error, (AccountError, AuthenticationRequired)):
        return "", ()
    from ...core.credentials import credentials

    account = credentials().account(error.url) if isinstance(error, AccountError) else None
    if isinstance(error, NeedsMasterPassword):
        return "", ((tr("Configure…"), lambda: credentials().unlock()),)
    if account is not None and isinstance(error, SignInExpired):
        return tr("Your session has expired."), ((tr("Sign in again"), lambda: ask_sign_in(account, parent)),)
    if account is not None and isinstance(error, NeedsSignIn):
        return "", ((tr("Sign in…"), lambda: ask_sign_in(account, parent)),)
    if account is not None and isinstance(error, (NeedsKey, KeyRefused)):
        return "", ((tr("Add the key…"), lambda: ask_key(account, parent)),)
    return "", ((tr("Accounts and catalogues…"), lambda: show_options("catalogues")),)


def ask_sign_in(account: Account, parent: QWidget | None) -> QDialog:
    from .sign_in_dialog import SignInDialog

    return _opened(SignInDialog(account, parent))


def ask_key(account: Account, parent: QWidget | None) -> QDialog:
    from .key_dialog import KeyDialog

    return _opened(KeyDialog(account, parent))


def ask_keys(account: Account, parent: QWidget | None) -> QDialog:
    from .keys_dialog import KeysDialog

    return _opened(KeysDialog(account, parent))


def _opened(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
