# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates and quantities as people write them in tables, in French and in English. What cannot be read is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from unicodedata import combining, normalize

DAY_FIRST, MONTH_FIRST = "day", "month"  # 03/04/2022
_CLOCK = (
    r"(?:[T _,]*(?P<hour>\d{1,2})[:hH]?(?P<minute>\d\d)(?:[:m]?(?P<second>\d\d)(?:[.,]\d*)?)?"
    r"\s*(?P<zone>Z|UTC|[+-]\d\d(?::?\d\d)?)?)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)([-/. ]?)(?P<month>\d\d?)\2(?P<day>\d\d?)" + _CLOCK)
_YEAR_LAST = re.compile(r"(?P<one>\d\d?)([-/. ])(?P<two>\d\d?)\2(?P<year>(?:19|20)\d\d)" + _CLOCK)
_WORDS = re.compile(
    r"(?:(?P<day>\d\d?)(?:er|st|nd|rd|th)?[ -]+(?P<name>[a-z]{3,9})\.?|(?P<name2>[a-z]{3,9})\.?[ -]+(?P<day2>\d\d?),?)"
    r"[ ,-]+(?P<year>(?:19|20)\d\d)" + _CLOCK.replace("T _,", "Tt _,").replace("Z|UTC", "z|utc")
)
_MONTHS = (
    ("jan",), ("fev", "feb"), ("mar",), ("avr", "apr"), ("mai", "may"), ("juin", "jun"), ("juil", "jul"),
    ("aou", "aug"), ("sep",), ("oct",), ("nov",), ("dec",),
)  # fmt: skip
_MILLISECONDS = re.compile(r"\d{12,13}")
_QUANTITY = re.compile(r"([-+]?\d{1,15}(?:[.,]\d{1,15})?(?:[eE][-+]?\d{1,2})?)\s*(%|m|cm|°|deg(?:rees|rés)?)?")
_LONGEST = 60  # characters of a date


def quantity(said: str, unit: str = "") -> float | None:
    """``0,5 m``, ``12 %``: the number. Where the value says centimetres and ``unit`` is ``m``, in metres."""
    found = _QUANTITY.fullmatch(" ".join(said.split())[:_LONGEST])
    if found is None:
        return None
    value = float(found[1].replace(",", "."))
    return value / 100.0 if found[2] == "cm" and unit == "m" else value


def instant(said: str, days: str = DAY_FIRST, clock: str = "") -> tuple[datetime, bool] | None:
    """In UTC, and whether the hour is known. ``clock`` is the hour, where another column has it. Without a zone it is
    taken as UTC."""
    text = " ".join(said.split())
    if not text or len(text) > _LONGEST:
        return None
    if clock.strip() and len(clock) < _LONGEST:
        whole = _read(f"{text.split('T')[0].split(' 00:00')[0]} {' '.join(clock.split())}", days)
        if whole is not None:
            return whole
    return _read(text, days)


def day_orders(dates: Iterable[str]) -> set[str]:
    """The orders in which dates like 03/04/2022 may all be read; empty when there is none."""
    found = [match for match in (_YEAR_LAST.fullmatch(" ".join(date.split())[:_LONGEST]) for date in dates) if match]
    if not found:
        return set()
    orders = set()
    if all(int(match["two"]) <= 12 for match in found):
        orders.add(DAY_FIRST)
    if all(int(match["one"]) <= 12 for match in found):
        orders.add(MONTH_FIRST)
    return orders


def _read(text: str, days: str) -> tuple[datetime, bool] | None:
    if _MILLISECONDS.fullmatch(text):
        return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=int(text)), True
    found = _YEAR_FIRST.fullmatch(text)
    if found is not None:
        return _made(found, int(found["month"]), int(found["day"]))
    found = _YEAR_LAST.fullmatch(text)
    if found is not None:
        one, two = int(found["one"]), int(found["two"])
        month_first = two > 12 or (days == MONTH_FIRST and one <= 12)
        return _made(found, one, two) if month_first else _made(found, two, one)
    found = _WORDS.fullmatch(_plain(text))
    if found is not None:
        name = found["name"] or found["name2"]
        month = next((place for place, starts in enumerate(_MONTHS, 1) if name.startswith(starts)), 0)
        return _made(found, month, int(found["day"] or found["day2"]))
    return None


def _made(found: re.Match[str], month: int, day: int) -> tuple[datetime, bool] | None:
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    try:
        local = datetime(int(found["year"]), month, day, hour, minute, min(second, 59), tzinfo=timezone.utc)
        return local - _zone(found["zone"] or ""), found["hour"] is not None
    except (ValueError, OverflowError):
        return None


def _zone(said: str) -> timedelta:
    if not said or said[0] not in "+-":
        return timedelta()
    digits = said[1:].replace(":", "").ljust(4, "0")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -length if said[0] == "-" else length


def _plain(text: str) -> str:
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
