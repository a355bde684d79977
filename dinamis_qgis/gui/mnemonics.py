# SPDX-License-Identifier: GPL-2.0-or-later
"""Alt and a letter for each field of a page, in any language: no letter is used twice, and none of QGIS's menus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QMenuBar, QWidget

_GIVEN = re.compile(r"&([^&\s])")


def give_mnemonics(page: QWidget, window: QWidget | None) -> None:
    """To the labels that lead to a field. ``window`` has the menus whose letters are kept."""
    bar = window.findChild(QMenuBar) if window is not None else None
    texts = [action.text() for action in bar.actions()] if bar is not None else []
    texts += [button.text() for button in page.findChildren(QAbstractButton)]
    taken = {letter for text in texts for letter in _letters(text)}
    for label in page.findChildren(QLabel):
        text = label.text()
        if label.buddy() is None or not text or "&" in text or "<" in text:
            continue
        place = next(_places(text, taken), None)
        if place is not None:
            taken.add(text[place].lower())
            label.setText(f"{text[:place]}&{text[place:]}")


def _letters(text: str) -> set[str]:
    return {found.lower() for found in _GIVEN.findall(text.replace("&&", ""))}


def _places(text: str, taken: set[str]) -> Iterator[int]:
    """First letters of words, then the others; those of a plain keyboard only."""
    free = [place for place, sign in enumerate(text) if sign.isascii() and sign.isalpha() and sign.lower() not in taken]
    yield from (place for place in free if place == 0 or not text[place - 1].isalpha())
    yield from free
