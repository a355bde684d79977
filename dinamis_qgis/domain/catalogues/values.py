# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading values that others wrote: what is absent, of another type or out of range is unknown, and never an error."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any
from urllib.parse import urljoin, urlsplit

_FRACTION = re.compile(r"\.(\d+)")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
LONGEST = 2_000  # characters of a text…
LONG = 20_000  # …and of one that only machines read


def web_address(href: str, base: str) -> str:
    """``href`` as seen from ``base``, "" when that is no http(s) address."""
    if len(href) > LONG:
        return ""
    try:
        url = urljoin(base, href)
        url.encode()  # half of a surrogate pair goes into no request and no file
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def text(value: object, most: int = LONGEST) -> str:
    """On one line, without what no file, database or widget takes: control characters, halves of surrogate pairs; cut
    after ``most`` characters, as a panel that lays out ten million freezes.

    ``[%`` is broken up: QGIS evaluates what follows it in the names of layers and categories of a legend; and so are
    tags, which QGIS takes for its own in what it shows of a layer.
    """
    if not isinstance(value, str):
        return ""
    said = value if len(value) <= most else f"{value[:most]}…"
    return _TAG.sub("< ", " ".join(_UNPRINTABLE.sub(" ", said).split()).replace("[%", "[ %"))


def texts(value: object) -> tuple[str, ...]:
    """A list of texts; a lone text is a list of one."""
    values = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else []
    return tuple(filter(None, map(text, values)))


def number(value: object, least: float = -math.inf, most: float = math.inf) -> float | None:
    """A finite number within [least, most], also when written as text."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        read = float(value)
    except (ValueError, OverflowError):
        return None
    return read if math.isfinite(read) and least <= read <= most else None


def numbers(value: object) -> tuple[float, ...]:
    """A list of finite numbers, also as comma-separated text; empty unless every one is a number."""
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, (list, tuple)) else []
    read = [number(part) for part in parts]
    known = tuple(part for part in read if part is not None)
    return known if len(known) == len(read) else ()


def moment(value: object) -> datetime | None:
    """An RFC 3339 date and time, in UTC; without a zone it is taken as UTC. A date alone is its first instant."""
    said = text(value).upper().replace("Z", "+00:00")
    said = _FRACTION.sub(lambda found: f".{found[1][:6]:0<6}", said, count=1)  # Python 3.9 reads 3 or 6 digits only
    try:
        read = datetime.fromisoformat(said)
        return (read if read.tzinfo else read.replace(tzinfo=timezone.utc)).astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None
