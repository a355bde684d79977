# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with a register of requests, besides what goes wrong with every file."""

from __future__ import annotations

from .errors import InvalidFile


class RegisterUnreachable(InvalidFile):
    """A register of requests that cannot be opened now: a drive or a database that is not there."""


class RegisterRefuses(RegisterUnreachable):
    """A database that asks who one is, or does not believe it."""


class NoRegister(InvalidFile):
    """A GeoPackage or a database without the tables of a register."""
