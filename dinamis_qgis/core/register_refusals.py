# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a register of requests is not read or written, in a sentence. Nothing heavy is imported here: every error needs
these words."""

from __future__ import annotations

from typing import Callable

from ..domain import errors, register_errors
from ..translation import tr


def why_waiting(error: errors.DinamisError | None) -> str:
    for kind, words in (
        (errors.NewerFile, tr("a newer version of DINAMIS wrote it; update the plugin.")),
        (errors.Busy, tr("another program is writing it.")),
        (errors.NotWritable, tr("it is read-only for you; ask for the right to write, or choose another register.")),
        (register_errors.RegisterRefuses, tr("it asks who you are; sign in.")),
        (
            register_errors.RegisterUnreachable,
            tr("it is away; check the drive, the network or the connection."),
        ),
        (register_errors.NoRegister, tr("it has no tables of a register; choose another one or create them.")),
    ):
        if isinstance(error, kind):
            return words
    return tr("it cannot be written.")


def _unreachable(error: register_errors.RegisterUnreachable) -> str:
    return tr(
        "The register {file} cannot be reached ({reason}): check the drive, the network or the connection. What you "
        "save meanwhile is kept in your profile."
    ).format(file=error.path, reason=error.reason)


def _refuses(error: register_errors.RegisterRefuses) -> str:
    return tr(
        "The register {} asks who you are: sign in with your user name and password of the database. What you save "
        "meanwhile is kept in your profile."
    ).format(error.path)


def _no_register(error: register_errors.NoRegister) -> str:
    return tr("{file} holds no register of requests: create one in it, or choose another.").format(file=error.path)


WORDS: dict[type, Callable[..., str]] = {
    register_errors.RegisterUnreachable: _unreachable,
    register_errors.RegisterRefuses: _refuses,
    register_errors.NoRegister: _no_register,
}
