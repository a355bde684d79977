# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with an account: the person must act before the service gives more."""

from __future__ import annotations

from .errors import ServiceError


class AccountError(ServiceError):
    """``url`` is the account's id (:class:`~.accounts.Account`); nothing here ever holds a secret."""


class NeedsKey(AccountError):
    """This door opens with an API key, and none is known."""


class NeedsSignIn(AccountError):
    """Its files open for those who are signed in, or have a key pair."""


class SignInExpired(AccountError):
    """The session is over and cannot be renewed silently."""


class KeyRefused(AccountError):
    """The service does not accept the key that is known."""


class InvalidKey(AccountError):
    """What was given for a key cannot be one: empty, or with characters that no header takes."""


class NeedsMasterPassword(AccountError):
    """QGIS's authentication database is locked, or not set up."""


class NotStored(AccountError):
    """QGIS's authentication database is disabled, or did not take what was to be kept."""


class SignInPending(AccountError):
    """The person has not yet confirmed in the browser."""


class SlowDown(SignInPending):
    """Not yet, and the service wants to be asked less often."""


class SignInDenied(AccountError):
    """The person, or the service, said no."""


class SignInCodeExpired(AccountError):
    """Nobody confirmed in time: another code is needed."""


class SignInFailed(AccountError):
    """The sign-in service refuses for a reason of its own; ``detail`` is its code."""
