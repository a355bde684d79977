# SPDX-License-Identifier: GPL-2.0-or-later
"""Sound documents, damaged: each case is some edits of one of them, so that what fails shrinks to the edit at fault."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from hypothesis import strategies as st

PIECES = (
    b"", b"0", b"-1", b"1e999", b"nan", b"9" * 400, b"<a>", b"</", b"]]>", b"&x;", b"&lt;", b"<!DOCTYPE a>", b"<!--",
    b"\xff", b"\x00", b"\xed\xa0\x80", b"../", b"..\\", b"file:///etc/passwd", b"\\\\host\\share\\a.tif",
    b'href="/etc/passwd"', b"B2", b"XS1", b" 1 2 3", b"EPSG", b"{", b"}", b"[", b"]", b'"', b",", b":", b"null",
    b"\xe2\x80\xae", b"[% 1 %]", b"'", b"\r\n", b";", b"<option value=", b"</select>", b"http://[x",
)  # fmt: skip
VALUES = (
    b"", b"0", b"-1", b"1", b"2", b"1e999", b"nan", b"inf", b"9" * 400, b"0.5", b"x", b"../a.tif", b"/etc/passwd",
    b"1 2 3", b"EPSG:4326", b"EPSG:0", b"R1C1", b"SPOT", b"7", b"PHR", b"2021-13-45T99:99:99Z",
    b"2021-06-01T10:00:00.0Z", b"Center", b"PIXEL", b"\xc3\xa9", b"file:///a", b"C:/a", b"-180", b"1e-320",
)  # fmt: skip
_VALUE = re.compile(rb"""(?<=[>="' ,;])([^<>"',;= ]{1,60})(?=[<"' ,;])""")
ODD = (
    None, True, False, 0, -1, 1e308, -1e308, 1e-320, 10**400, float("nan"), float("inf"), 180.0, 1e9, "", " ", "\x00",
    "\ud800", "\u202eabc", "<img src=x onerror=alert(1)>", "[% $now %]", "../../etc/passwd", "file:///etc/passwd",
    "\\\\host\\share", "http://[bad", "javascript:alert(1)", "//evil.test/a", "http://evil.test:99999/a", "C:\\a",
    "nan", "1e999", "2021-02-30T25:61:00Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2020-01-01",
    "x" * 20_000, "POINT", [], {}, [[]], [None], {"": None}, [1, 2, 3], [[0, 0], [1, 1]],
    {"type": "Polygon", "coordinates": [[[0, 0]]]},
    {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection", "geometries": []}]}, "Feature",
    "Polygon", "1.0.0", 2, "next", "self", "child", "item",
)  # fmt: skip

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)


@st.composite
def cut_and_spliced(draw, documents: Sequence[bytes]) -> bytes:
    """Pieces put in, bytes taken out, sometimes the end gone; one in sixteen is nothing but noise."""
    if draw(st.integers(0, 15)) == 0:
        return draw(st.binary(max_size=300))
    text = documents[draw(st.integers(0, len(documents) - 1))]
    spans = [found.span(1) for found in islice(_VALUE.finditer(text), 5000)]
    if spans and draw(st.booleans()):  # what stands between tags, quotes or separators: the frame stays whole
        chosen = {draw(st.integers(0, len(spans) - 1)) for _ in range(draw(st.integers(1, 4)))}
        for start, end in sorted((spans[number] for number in chosen), reverse=True):
            text = text[:start] + draw(st.sampled_from(VALUES)) + text[end:]
        return text
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.sampled_from((0, 0, 1, 5, 40, 400))) :]
    return text[: draw(st.integers(0, len(text)))] if draw(st.integers(0, 9)) == 0 else text


@st.composite
def other_values(draw, documents: Sequence[bytes]) -> bytes:
    """JSON whose values are gone, of another type or twice; one in eight is damaged as text."""
    if draw(st.integers(0, 7)) == 0:
        return draw(cut_and_spliced(documents))
    content = json.loads(documents[draw(st.integers(0, len(documents) - 1))])
    for _ in range(draw(st.integers(0, 4))):
        places = list(_places(content))
        if not places:
            break
        holder, key = places[draw(st.integers(0, len(places) - 1))]
        what = draw(st.integers(0, 9))
        if what < 6:
            holder[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif what < 8:
            holder[key] = copy.deepcopy(draw(anything))
        elif what == 8:
            del holder[key]
        else:
            holder[key] = [holder[key]] * 2
    return json.dumps(content).encode()


def _places(content: Any) -> list[tuple[Any, Any]]:
    """Every value but the root, the shallow ones first: (what holds it, its key)."""
    found: list[tuple[Any, Any]] = []
    waiting = [content]
    while waiting and len(found) < 3000:
        holder = waiting.pop(0)
        keys = holder.keys() if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
        for key in keys:
            found.append((holder, key))
            waiting.append(holder[key])
    return found
