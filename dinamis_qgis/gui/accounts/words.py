# SPDX-License-Identifier: GPL-2.0-or-later
"""How an account stands, in a few words."""

from __future__ import annotations

from ...core.credentials import State, Status
from ...domain.accounts import SIGNING, Account
from ...translation import tr


def state_words(account: Account, status: Status) -> str:
    signing = account.kind == SIGNING
    if status.state is State.SIGNED_IN:
        return tr("signed in: {}").format(status.name) if status.name else tr("signed in")
    if status.state is State.KEY and status.from_environment:
        return tr("key of this machine's environment ({})").format(status.name)
    if status.state is State.KEY:
        return tr("key kept ({})").format(status.name) if status.name else tr("key kept")
    return {
        State.EXPIRED: tr("session expired"),
        State.REFUSED: tr("key refused by the service"),
        State.NEEDS_MASTER_PASSWORD: tr("locked: QGIS's master password is needed"),
    }.get(status.state, tr("not signed in") if signing else tr("no key"))


def is_open(status: Status) -> bool:
    """Whether its files can be opened as far as is known."""
    return status.state in (State.SIGNED_IN, State.KEY)
