# SPDX-License-Identifier: GPL-2.0-or-later
"""French is complete, keeps what stands in braces, and is written as French is."""

from __future__ import annotations

import re

import pytest

from tests.tools.translations import ENGLISH, FRENCH, english_forms, from_ts, problems, unbroken

HELD = re.compile(r"\{[^{}]*\}|%n|%L?\d")
MESSAGES = list(from_ts(FRENCH).values())
FORMS = [(message, form) for message in MESSAGES for form in message.forms]
NO_BREAK = "\u00a0\u202f"


def held(text: str, *more: str) -> list[str]:
    return sorted([*HELD.findall(text), *more])


def told(wrong):
    return "\n".join(f"{message.source!r} -> {form!r}" for message, form in wrong)


def test_nothing_is_missing_nor_obsolete():
    assert not problems()


@pytest.mark.parametrize("path", [FRENCH, ENGLISH], ids=lambda path: path.stem)
def test_braces_and_numbers_are_kept(path):
    wrong = [
        (message, form)
        for message in from_ts(path).values()
        for place, form in enumerate(message.forms)
        if form and held(form) != held(message.source) and not (place == 0 and held(form, "%n") == held(message.source))
    ]
    assert not wrong, told(wrong)


def test_spaces_before_double_signs_do_not_break():
    breaking = re.compile(rf"[^{NO_BREAK}\s:/?(](?:[;!?»%€]|:(?=\s|$))| [;:!?»%€]|«[^{NO_BREAK}]")
    wrong = [pair for pair in FORMS if breaking.search(_prose(pair[1]))]
    assert not wrong, told(wrong)


def _prose(text: str) -> str:
    """Without what is not French: addresses, format fields, Qt's %n."""
    return re.sub(r"https?://\S+|\{[^{}]*\}|%n", "x", text)


def test_ellipses_and_quotes_are_typographic():
    wrong = [pair for pair in FORMS if "..." in pair[1] or re.search(r"\w'\w", pair[1]) and "’" in pair[1]]
    assert not wrong, told(wrong)


def test_french_of_the_glossary():
    wrong = [pair for pair in FORMS if re.search(r"\b(plugin|empreinte|librairie|tasking|km2|AOI)\b", pair[1])]
    assert not wrong, told(wrong)


def test_edges_are_kept():
    wrong = [
        (message, form)
        for message, form in FORMS
        if message.source.endswith("…") != form.endswith("…") or spaces(message.source) != spaces(form)
    ]
    assert not wrong, told(wrong)


def spaces(text: str) -> tuple[bool, bool]:
    return text != text.lstrip(), text != text.rstrip()


def test_what_is_added_is_set_as_french_is():
    """Numbers stay with their units, and one apostrophe serves for all: QGIS's own French has the straight one."""
    assert unbroken("l’image : {} m, {hours} h {minutes}, 3 bandes ; {host} s'ouvre") == (
        "l'image\u00a0: {}\u00a0m, {hours}\u00a0h {minutes}, 3\u00a0bandes\u00a0; {host} s'ouvre"
    )


def test_english_forms():
    assert english_forms("%n image(s) of %n") == ["%n image of %n", "%n images of %n"]
