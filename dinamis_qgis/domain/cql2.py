# SPDX-License-Identifier: GPL-2.0-or-later
"""CQL2 text (OGC 21-065r2) as CQL2-JSON: what a filter on an image's properties takes, checked before it is sent.

Comparisons, LIKE, BETWEEN, IN, IS NULL, AND, OR, NOT, TIMESTAMP and DATE. Functions and places are not read: the zone
is asked apart. BETWEEN and IN come out as comparisons, which every service with CQL2 understands.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .catalogues.values import moment
from .filter_errors import InvalidFilter

Test = Mapping[str, Any]  # {"op": …, "args": […]}
COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
_LONGEST = 4000  # characters
_DEEPEST = 40  # parentheses and NOT inside one another
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?![\w:])"
    r"|(?P<text>'(?:[^']|'')*')"
    r'|(?P<quoted>"[^"]+")'
    r"|(?P<word>[^\W\d][\w:.]*|:[\w:.]+)"
    r"|(?P<sign><=|>=|<>|[=<>(),]))"
)
_RESERVED = ("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL")
_INSTANTS = ("TIMESTAMP", "DATE")


@lru_cache(maxsize=32)
def parse(text: str) -> Test:
    """Raises :class:`InvalidFilter` with the place (characters from the start) where it stops being understood."""
    if len(text) > _LONGEST:
        raise InvalidFilter(text, _LONGEST, "too_long")
    reading = _Reading(text)
    test = reading.either(0)
    if reading.kind:
        raise InvalidFilter(text, reading.place, "unexpected", reading.said)
    return test


def uses_like(test: Test) -> bool:
    """Whether it takes more than basic CQL2."""
    return test["op"] == "like" or any(uses_like(part) for part in test["args"] if _is_test(part))


def to_text(test: Test) -> str:
    """The same as text, for a service that reads no JSON."""
    op, args = test["op"], test["args"]
    if op in ("and", "or"):
        return f" {op.upper()} ".join(f"({to_text(part)})" for part in args)
    if op == "not":
        return f"NOT ({to_text(args[0])})"
    if op == "isNull":
        return f"{_operand(args[0])} IS NULL"
    return f"{_operand(args[0])} {op.upper()} {_operand(args[1])}"


def _operand(value: Any) -> str:
    if isinstance(value, Mapping):
        for name in ("timestamp", "date"):
            if name in value:
                return f"{name.upper()}('{value[name]}')"
        return f'"{value["property"]}"'
    if isinstance(value, bool):
        return str(value).upper()
    return "'{}'".format(value.replace("'", "''")) if isinstance(value, str) else repr(value)


def _is_test(part: Any) -> bool:
    return isinstance(part, Mapping) and "op" in part


class _Reading:
    """One token at a time; ``kind`` is "" at the end."""

    def __init__(self, text: str) -> None:
        self._text, self._next = text, 0
        self.kind = self.said = ""
        self.place = 0
        self._step()

    def either(self, depth: int) -> Test:
        return self._joined("or", "OR", lambda: self._joined("and", "AND", lambda: self._negated(depth)))

    def _joined(self, op: str, word: str, part: Any) -> Test:
        parts = [part()]
        while self._took(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else {"op": op, "args": parts}

    def _negated(self, depth: int) -> Test:
        if depth > _DEEPEST:
            raise InvalidFilter(self._text, self.place, "too_deep")
        if self._took("NOT"):
            return {"op": "not", "args": [self._negated(depth + 1)]}
        if self._took("("):
            inside = self.either(depth + 1)
            self._need(")")
            return inside
        return self._predicate()

    def _predicate(self) -> Test:
        left = self._value()
        if self._took("IS"):
            not_null = self._took("NOT")
            self._need("NULL")
            if not isinstance(left, Mapping) or "property" not in left:
                raise InvalidFilter(self._text, self.place, "no_property")
            return _unless(not_null, {"op": "isNull", "args": [left]})
        if self.kind == "sign" and self.said in COMPARISONS:
            op = self.said
            self._step()
            return {"op": op, "args": [left, self._value()]}
        reverse = self._took("NOT")
        if self._took("LIKE"):
            if self.kind != "text":
                raise self._wrong("text")
            return _unless(reverse, {"op": "like", "args": [left, self._value()]})
        if self._took("BETWEEN"):
            least = self._value()
            self._need("AND")
            bounds = [{"op": ">=", "args": [left, least]}, {"op": "<=", "args": [left, self._value()]}]
            return _unless(reverse, {"op": "and", "args": bounds})
        if self._took("IN"):
            return _unless(reverse, self._among(left))
        raise self._wrong("comparison")

    def _among(self, left: Any) -> Test:
        self._need("(")
        values = [self._value()]
        while self._took(","):
            values.append(self._value())
        self._need(")")
        equals = [{"op": "=", "args": [left, value]} for value in values]
        return equals[0] if len(equals) == 1 else {"op": "or", "args": equals}

    def _value(self) -> Any:
        kind, said = self.kind, self.said
        if kind == "number":
            if math.isinf(float(said)):  # JSON has none
                raise self._wrong("value")
            self._step()
            return int(said) if re.fullmatch(r"[+-]?\d{1,15}", said) else float(said)
        if kind == "text":
            self._step()
            return said[1:-1].replace("''", "'")
        if kind == "quoted":
            self._step()
            return {"property": said[1:-1]}
        if kind != "word" or said.upper() in _RESERVED:
            raise self._wrong("value")
        self._step()
        if said.upper() in ("TRUE", "FALSE"):
            return said.upper() == "TRUE"
        if self.kind == "sign" and self.said == "(":
            return self._instant(said)
        return {"property": said}

    def _instant(self, function: str) -> Test:
        if function.upper() not in _INSTANTS:
            raise InvalidFilter(self._text, self.place - len(function), "function", function)
        self._need("(")
        kind, said = self.kind, self.said[1:-1]
        if kind != "text" or moment(said) is None:
            raise self._wrong("instant")
        self._step()
        self._need(")")
        return {function.lower(): said}

    def _took(self, word: str) -> bool:
        if self.kind in ("word", "sign") and self.said.upper() == word:
            self._step()
            return True
        return False

    def _need(self, word: str) -> None:
        if not self._took(word):
            raise self._wrong(word)

    def _wrong(self, expected: str) -> InvalidFilter:
        return InvalidFilter(self._text, self.place, "expected", expected)

    def _step(self) -> None:
        rest = self._text[self._next :]
        if not rest.strip():
            self.kind = self.said = ""
            self.place = len(self._text)
            return
        found = _TOKEN.match(self._text, self._next)
        if found is None or found.lastgroup is None:
            place = self._next + len(rest) - len(rest.lstrip())
            raise InvalidFilter(self._text, place, "unexpected", self._text[place])
        self.kind, self.said = found.lastgroup, found[found.lastgroup]
        self.place, self._next = found.start(found.lastgroup), found.end()


def _unless(reverse: bool, test: Test) -> Test:
    return {"op": "not", "args": [test]} if reverse else test
