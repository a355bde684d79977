# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentences of ``messages.py`` about accounts and keys."""

from __future__ import annotations

from typing import Callable

from ..domain import account_errors as errors
from ..translation import tr
from .error_names import host_of as _host


def _needs_key(error: errors.NeedsKey) -> str:
    return tr("{host} opens with an API key: add yours in Settings › Options › DINAMIS.").format(host=_host(error))


def _needs_sign_in(error: errors.NeedsSignIn) -> str:
    return tr(
        "These files open for those who have an account ({host}): sign in, or add a key, in Settings › Options › "
        "DINAMIS."
    ).format(host=_host(error))


def _expired(error: errors.SignInExpired) -> str:
    return tr("Your session has expired ({host}): sign in again in Settings › Options › DINAMIS.").format(
        host=_host(error)
    )


def _key_refused(error: errors.KeyRefused) -> str:
    return tr("{host} does not accept your key: give another one in Settings › Options › DINAMIS.").format(
        host=_host(error)
    )


def _invalid_key(error: errors.InvalidKey) -> str:
    return tr("This is no key of {host}: copy it whole, without spaces.").format(host=_host(error))


def _locked(error: errors.NeedsMasterPassword) -> str:
    return tr(
        "The keys of {host} are in QGIS's authentication database, which is locked: give its master password in "
        "Settings › Options › Authentication."
    ).format(host=_host(error))


def _not_stored(error: errors.NotStored) -> str:
    return tr(
        "QGIS's authentication database did not take the key of {host} ({reason}): check Settings › Options › "
        "Authentication."
    ).format(host=_host(error), reason=error.detail)


def _pending(error: errors.SignInPending) -> str:
    return tr("{host} waits for you to confirm in the browser.").format(host=_host(error))


def _denied(error: errors.SignInDenied) -> str:
    return tr("The sign-in was refused ({host}): start again, or ask the service for access.").format(host=_host(error))


def _code_expired(error: errors.SignInCodeExpired) -> str:
    return tr("The code was not confirmed in time ({host}): ask for another one.").format(host=_host(error))


def _failed(error: errors.SignInFailed) -> str:
    return tr("{host} refuses the sign-in ({reason}): try again later, or use an API key.").format(
        host=_host(error), reason=error.detail or "?"
    )


WORDS: dict[type, Callable[..., str]] = {
    errors.AccountError: _needs_sign_in,
    errors.NeedsKey: _needs_key,
    errors.NeedsSignIn: _needs_sign_in,
    errors.SignInExpired: _expired,
    errors.KeyRefused: _key_refused,
    errors.InvalidKey: _invalid_key,
    errors.NeedsMasterPassword: _locked,
    errors.NotStored: _not_stored,
    errors.SignInPending: _pending,
    errors.SlowDown: _pending,
    errors.SignInDenied: _denied,
    errors.SignInCodeExpired: _code_expired,
    errors.SignInFailed: _failed,
}
