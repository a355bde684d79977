# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON of any size, read in slices.

Python's own reader lets no other thread run until it has read a whole document: 40 ms and more for each MB of small
objects, during which QGIS stands still. Here it is given some tens of kilobytes at a time.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from typing import Any

from .collector import FullCollections

MOST_VALUES = 2_000_000  # some 200 MB of memory; the coast of a région, 400 000 vertices, are 1 200 000
_SMALL = 1 << 16  # bytes: read at once
_LARGE = 1 << 20
_SLICE = 1 << 17  # characters that are held
_LEAST = _SLICE // 2  # what stands ready before a value is tried: a shorter one never meets the end
_DEEPEST = 100  # levels of values that are longer than that
_ENCODINGS = ("utf-8", "utf-8-sig")
_BLANKS = re.compile(r"[ \t\n\r]*")
_TEXT = re.compile(r'(?:[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*')
_HALF = re.compile(r"\\u[dD][89abAB]")  # the first escape of a character that takes two
_POINT = (2, 3)  # numbers of one
_ESCAPE = 6  # characters of the longest, \u1234

Take = Callable[[Any], None]


def read(data: bytes, features: Take | None = None, tuples: bool = False) -> Any:
    """As ``json.loads``; raises ValueError for whatever cannot be read, be it nested too deeply or of too many values.

    With ``features`` each element of a member of that name of the outermost object is given to it instead, one after
    the other, and the member becomes an empty list: what nobody keeps does not count. With ``tuples`` points in a long
    list become tuples: hundreds of thousands of lists would keep Python's garbage collector busy.
    """
    collections = FullCollections()
    try:
        if features is None and len(data) <= _SMALL:
            return json.loads(data)
        encoding = json.detect_encoding(data[:4])
        if encoding not in _ENCODINGS:
            data = data.decode(encoding, "surrogatepass").encode("utf-8", "surrogatepass")
            encoding = "utf-8"
        if len(data) > _LARGE:  # not for less: garbage of before would never be collected where much is read
            collections.put_off()
        return _Reader(data, encoding, features, tuples).whole()
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    finally:
        collections.allow()


class _Reader:
    def __init__(self, data: bytes, encoding: str, features: Take | None, tuples: bool) -> None:
        self._data, self._features, self._tuples = memoryview(data), features, tuples
        self._decode = codecs.getincrementaldecoder(encoding)("surrogatepass").decode
        self._scan = json.JSONDecoder().raw_decode
        self._keys: dict[str, str] = {}  # each once in memory
        self._read, self._before, self._values = 0, 0, 0  # bytes decoded, characters let go, values of these
        self._text, self._at = "", 0
        self._fill()

    def whole(self) -> Any:
        found = self._value(0)
        if self._next():
            raise self._error("extra data")
        return found

    @property
    def _more(self) -> bool:
        return self._read < len(self._data)

    def _fill(self) -> None:
        """Let go what was read, and hold a slice again, as long as there is more."""
        self._values += sum(self._text.count(mark, 0, self._at) for mark in ",[{")
        if self._values > MOST_VALUES:
            raise ValueError(f"more than {MOST_VALUES} values")
        self._before += self._at
        parts = [self._text[self._at :]]
        held = len(parts[0])
        while held < _SLICE and self._more:
            block = self._data[self._read : self._read + _SLICE - held]
            self._read += len(block)
            parts.append(self._decode(block, not self._more))
            held += len(parts[-1])
        self._text, self._at = "".join(parts), 0

    def _next(self) -> str:
        """The next character that is no blank, "" at the end; it is not taken."""
        while True:
            self._at = _BLANKS.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more:
                return ""
            self._fill()

    def _value(self, depth: int) -> Any:
        kind = self._next()
        if len(self._text) - self._at < _LEAST and self._more:
            self._fill()
        if depth == 0 and kind == "{" and self._features is not None:
            return self._object(depth)
        try:
            found, end = self._scan(self._text, self._at)
        except ValueError:
            if not self._more:
                raise
        else:
            if end < len(self._text) or not self._more:
                self._at = end
                return found
        if depth == _DEEPEST:
            raise self._error("nested too deeply")
        if kind == "{":
            return self._object(depth)
        if kind == "[":
            return self._list(depth)
        if kind == '"':
            return self._string()
        raise self._error("no value")

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []

        def point(value: Any) -> None:
            found.append(tuple(value) if isinstance(value, list) and len(value) in _POINT else value)

        self._elements(depth, point if self._tuples else found.append)
        return found

    def _elements(self, depth: int, take: Take) -> None:
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return
        while True:
            take(self._value(depth + 1))
            if self._follows("]"):
                return

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self._at += 1
        if self._next() == "}":
            self._at += 1
            return found
        while True:
            if self._next() != '"':
                raise self._error("no name")
            name = self._string()
            name = self._keys.setdefault(name, name)
            if self._next() != ":":
                raise self._error("no colon")
            self._at += 1
            if depth == 0 and name == "features" and self._features is not None and self._next() == "[":
                self._handed_over(self._features)
                found[name] = []
            else:
                found[name] = self._value(depth + 1)
            if self._follows("}"):
                return found

    def _handed_over(self, take: Take) -> None:
        held = self._values

        def hand(value: Any) -> None:
            self._values = held
            take(value)

        self._elements(0, hand)

    def _follows(self, end: str) -> bool:
        """Whether ``end`` stands here, or a comma; it is taken."""
        mark = self._next()
        if mark != end and mark != ",":
            raise self._error(f"no comma and no {end}")
        self._at += 1
        return mark == end

    def _string(self) -> str:
        """Piece by piece, never in the middle of an escape or between those of a character that takes two."""
        self._at += 1
        pieces: list[str] = []
        while True:
            if len(self._text) - self._at < 2 * _ESCAPE and self._more:
                self._fill()
            piece = _TEXT.match(self._text, self._at)[0]  # type: ignore[index]
            ended = self._text[self._at + len(piece) : self._at + len(piece) + 1] == '"'
            found = json.decoder.scanstring(f'{piece}"', 0)[0]  # type: ignore[attr-defined]
            if not ended and len(piece) > _ESCAPE and _HALF.match(piece, len(piece) - _ESCAPE):
                piece, found = piece[:-_ESCAPE], found[:-1]
            pieces.append(found)
            self._at += len(piece)
            if ended:
                self._at += 1
                return "".join(pieces)
            if not piece and (len(self._text) - self._at >= 2 * _ESCAPE or not self._more):
                raise self._error("no end of a text")

    def _error(self, what: str) -> ValueError:
        return ValueError(f"{what} at character {self._before + self._at}")
