# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentences of ``messages.py`` about what is kept in the profile."""

from __future__ import annotations

from typing import Callable

from ..domain import errors
from ..translation import tr
from .error_names import file_of as _file


def _busy(error: errors.Busy) -> str:
    return tr("{file} is being written by another QGIS: try again in a moment.").format(file=_file(error))


def _invalid_searches(error: errors.InvalidSearches) -> str:
    return tr(
        "The searches of {file} cannot be read ({reason}): the file is left as it is, and kept as .bak when you keep "
        "another search."
    ).format(file=_file(error), reason=" ".join(filter(None, (error.key, error.reason))))


WORDS: dict[type, Callable[..., str]] = {
    errors.Busy: _busy,
    errors.InvalidSearches: _invalid_searches,
}
