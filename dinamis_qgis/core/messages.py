# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that turns an error into a sentence: the cause, then the remedy.

In ``core`` because Processing says the same sentences without a window.
"""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from ..domain import errors
from ..translation import tr


def sentence(error: BaseException) -> str:
    """What to tell a person about ``error``. An unknown error says so and points at the log."""
    for kind in type(error).__mro__:
        words = _WORDS.get(kind)
        if words is not None:
            return words(error)
    return tr("Unexpected error ({}). The log panel, tab DINAMIS, holds the details.").format(type(error).__name__)


_WORDS: dict[type, Callable[..., str]] = {
    errors.DinamisError: lambda error: str(error),
    errors.InvalidTariff: lambda error: tr(
        "The tariff file {file} is left out: {key} is wrong. Correct it, or remove the file; the log panel says more."
    ).format(file=Path(error.path).name, key=error.key or tr("its content")),
    errors.UnknownTariff: lambda error: (
        tr("There is no tariff {}: leave the field empty for the one in force.").format(error.name)
        if error.name
        else tr("No tariff can be read: reinstall the plugin.")
    ),
}
