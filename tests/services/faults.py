# SPDX-License-Identifier: GPL-2.0-or-later
"""What a network and its services do to those who ask: each fault answers in place of a sound service."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from functools import lru_cache

from tests.services.http_service import Answer, Asked

Sound = Callable[[Asked], Answer]
RESULT, ERROR, EITHER = "result", "error", "either"
DRIP = 0.02  # seconds a byte: as one byte a second is to real patience, to that of the tests


@dataclass(frozen=True)
class Fault:
    """``outcome`` is what every feature must come to; ``tls`` names the certificate of the server."""

    answer: Callable[[Asked, Sound], Answer]
    outcome: str = ERROR
    tls: str = ""
    host: str = "127.0.0.1"


def always(answer: Answer, outcome: str = ERROR) -> Fault:
    return Fault(lambda _asked, _sound: answer, outcome)


def changed(outcome: str = ERROR, **changes: object) -> Fault:
    """The sound answer, spoilt."""
    return Fault(lambda asked, sound: replace(sound(asked), **changes), outcome)


def _spoilt(spoil: Callable[[bytes], bytes], outcome: str = EITHER, **headers: str) -> Fault:
    def answer(asked: Asked, sound: Sound) -> Answer:
        good = sound(asked)
        return replace(good, body=spoil(good.body), headers={**good.headers, **headers})

    return Fault(answer, outcome)


def _headers(outcome: str, said: Callable[[Asked], dict[str, str]]) -> Fault:
    def answer(asked: Asked, sound: Sound) -> Answer:
        good = sound(asked)
        return replace(good, headers={**good.headers, **said(asked)})

    return Fault(answer, outcome)


def _otherwise(body: bytes, put: Callable[[object], object]) -> bytes:
    """JSON with every value changed; whatever is no JSON is left."""
    try:
        return json.dumps(put(json.loads(body))).encode()
    except ValueError:
        return b"[]"


def _odd(value: object) -> object:
    if isinstance(value, dict):
        return {name: _odd(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_odd(one) for one in value]
    return {"an": "object"} if isinstance(value, str) else "a text"


def _nan(value: object) -> object:
    if isinstance(value, dict):
        return {name: _nan(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_nan(one) for one in value]
    return float("nan") if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _to(place: str) -> Fault:
    return always(Answer(status=302, headers={"Location": place}))


def _once_round(asked: Asked, sound: Sound) -> Answer:
    """To the same address with another query, then the sound answer."""
    if "again" in asked.query:
        return sound(asked)
    query = "&".join([*(f"{name}={value}" for name, value in asked.query.items()), "again=1"])
    return Answer(status=307, headers={"Location": f"{asked.path}?{query}"})


def _in_a_while(seconds: int) -> str:
    return format_datetime(datetime.now(timezone.utc) + timedelta(seconds=seconds), usegmt=True)


def _busy_once(header: Callable[[], str]) -> Fault:
    """Each address is refused the first time."""
    met: set[tuple[str, str]] = set()

    def answer(asked: Asked, sound: Sound) -> Answer:
        place = (asked.path, str(asked.query))
        if place in met:
            return sound(asked)
        met.add(place)
        return Answer(status=429, headers={"Retry-After": header()})

    return Fault(answer, EITHER)


@lru_cache(maxsize=1)
def bomb() -> bytes:
    """96 MB of blanks."""
    return gzip.compress(b" " * (96 << 20), 6)


FAULTS: dict[str, Callable[[], Fault]] = {
    "none": lambda: Fault(lambda asked, sound: sound(asked), RESULT),
    "latency": lambda: changed(RESULT, delay=0.1),
    "silence": lambda: changed(delay=60.0),
    "silence after the headers": lambda: changed(pause_after=0),
    "trickle": lambda: changed(EITHER, trickle=DRIP),
    "cut at byte 0": lambda: changed(cut_after=0),
    "cut at byte 20": lambda: changed(EITHER, cut_after=20),
    "reset": lambda: changed(reset_after=-1),
    "reset midway": lambda: changed(EITHER, reset_after=10),
    "too short for its length": lambda: _headers(EITHER, lambda _asked: {"Content-Length": "100000"}),
    "too long for its length": lambda: _headers(EITHER, lambda _asked: {"Content-Length": "5"}),
    "gzip bomb": lambda: always(
        Answer(bomb(), headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})
    ),
    "broken gzip": lambda: _spoilt(lambda body: b"\x1f\x8b\x08\x00" + body, ERROR, **{"Content-Encoding": "gzip"}),
    "endless body": lambda: always(Answer(b" " * (1 << 20), headers={"Content-Type": "image/jpeg"}, endless=True)),
    "HTML": lambda: always(Answer(b"<!DOCTYPE html><html>Sign in</html>", headers={"Content-Type": "text/html"})),
    "nothing": lambda: always(Answer(b"")),
    "truncated": lambda: _spoilt(lambda body: body[: len(body) // 2]),
    "deeply nested": lambda: always(Answer(b"[" * 100_000)),
    "nested in members": lambda: always(Answer(b'{"a":' * 100_000 + b"1" + b"}" * 100_000)),
    "huge": lambda: always(Answer(b'{"features": [' + b'{"id": "x"},' * 300_000 + b"{}]}"), EITHER),
    "NaN": lambda: _spoilt(lambda body: _otherwise(body, _nan)),
    "wrong types": lambda: _spoilt(lambda body: _otherwise(body, _odd)),
    "a list": lambda: _spoilt(lambda body: _otherwise(body, lambda value: [value])),
    "noise": lambda: always(Answer(bytes(range(256)) * 4)),
    "redirect within": lambda: Fault(_once_round, RESULT),
    "redirect loop": lambda: Fault(lambda asked, _sound: Answer(status=302, headers={"Location": asked.path})),
    "redirect to file": lambda: _to("file:///etc/passwd"),
    "redirect to nothing": lambda: _to("http://[bad"),
    **{
        str(status): lambda status=status: always(Answer(status=status))
        for status in (400, 401, 403, 404, 405, 409, 413)
    },
    **{
        str(status): lambda status=status: always(Answer(status=status))
        for status in (418, 422, 500, 501, 502, 503, 504)
    },
    "429, in an hour": lambda: always(Answer(status=429, headers={"Retry-After": "3600"})),
    "429, at a date": lambda: always(Answer(status=429, headers={"Retry-After": _in_a_while(3600)})),
    "429, once": lambda: _busy_once(lambda: "0"),
    "429, once, until a date": lambda: _busy_once(lambda: _in_a_while(-5)),
    "clock a day ahead": lambda: _headers(RESULT, lambda _asked: {"Date": _in_a_while(86_400)}),
    "clock a year late": lambda: _headers(RESULT, lambda _asked: {"Date": _in_a_while(-31_000_000)}),
    "connections close": lambda: changed(RESULT, closes=True),
    "IPv6": lambda: Fault(lambda asked, sound: sound(asked), RESULT, host="::1"),
    "self-signed": lambda: Fault(lambda asked, sound: sound(asked), tls="self-signed"),
    "expired certificate": lambda: Fault(lambda asked, sound: sound(asked), tls="expired"),
    "certificate of another host": lambda: Fault(lambda asked, sound: sound(asked), tls="another"),
}
