# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking a web service: one request in, its bytes or a typed error out.

The session is an ordinary ``requests.Session``; in QGIS it is :class:`dinamis_qgis.core.session.QgisSession`, which
watches ``request.feedback`` while it waits and raises :class:`~.errors.Cancelled`, and raises (``explain``) a better
reason where it knows one: a door that refuses for want of a key.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Protocol
from urllib.parse import parse_qsl

import requests

from . import big_json
from .errors import (
    WEB_PAGE,
    AccessDenied,
    AuthenticationRequired,
    Cancelled,
    HttpError,
    InvalidAnswer,
    NotFound,
    ServiceBroken,
    TimedOut,
    TooLarge,
    TooManyRequests,
    Unreachable,
    UnsafeRedirect,
)
from .public_url import public_text

TIMEOUT = 30.0  # seconds without a single byte
JSON = "application/geo+json, application/json"
PATIENCE = 10.0  # seconds: a service that asks to wait longer is told to the person instead
_LONGEST_WAIT = 86400.0
_POLL = 0.05
_BLOCK = 1 << 16
_SAID = 200  # characters of a service's own words that are kept
_USUAL = ("accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type", "user-agent",
          "range", "if-range", "host")  # fmt: skip
_SECRET_LENGTH = 6  # shorter values are words of a protocol


class Feedback(Protocol):
    def isCanceled(self) -> bool: ...


def ask(
    session: requests.Session,
    method: str,
    url: str,
    feedback: Feedback,
    max_bytes: int,
    body: Mapping[str, Any] | None = None,
    accept: str = "*/*",
    timeout: float | None = None,
) -> bytes:
    """The bytes of a 2xx answer. A service that is too busy (429, 503) and says until when is asked once more."""
    request = _request(method, url, body, accept)
    try:
        return answer_of(session, request, feedback, max_bytes, timeout)
    except HttpError as error:
        if error.status not in (429, 503) or error.retry_after is None or error.retry_after > PATIENCE:
            raise
        wait(error.retry_after, feedback)
    return answer_of(session, request, feedback, max_bytes, timeout)


def ask_json(
    session: requests.Session,
    method: str,
    url: str,
    feedback: Feedback,
    max_bytes: int,
    body: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The JSON object that a service answers; :class:`InvalidAnswer` when it is anything else."""
    return json_object(ask(session, method, url, feedback, max_bytes, body, JSON), url)


def json_object(answer: bytes, url: str) -> dict[str, Any]:
    """What ``url`` answered, read; :class:`InvalidAnswer` when it is no JSON object."""
    content = read_json(answer, url)
    if not isinstance(content, dict):
        raise InvalidAnswer(url, "not a JSON object")
    return content


def read_json(answer: bytes, url: str) -> Any:
    """What ``url`` answered, whatever it is; :class:`InvalidAnswer` when it is no JSON."""
    try:
        return big_json.read(answer)
    except ValueError as error:
        is_page = answer[:_SAID].lstrip()[:1] == b"<"
        raise InvalidAnswer(url, WEB_PAGE if is_page else f"not JSON: {error}") from error


def announce_json(session: requests.Session, method: str, url: str, body: Mapping[str, Any] | None = None) -> None:
    """Say what :func:`ask_json` will ask next: a session that can (QGIS's) sends it now, while we work on what came."""
    if hasattr(session, "announce"):
        with suppress(requests.exceptions.RequestException, ValueError):  # an address that is none: told when asked
            session.announce(session.prepare_request(_request(method, url, body, JSON)))


def forget_announced(session: requests.Session) -> None:
    """Give up what was announced in this thread and will not be asked."""
    if hasattr(session, "forget_announced"):
        session.forget_announced()


def _request(method: str, url: str, body: Mapping[str, Any] | None, accept: str) -> requests.Request:
    return requests.Request(method, url, json=body, headers={"Accept": accept})


def answer_of(
    session: requests.Session,
    request: requests.Request,
    feedback: Feedback,
    max_bytes: int,
    timeout: float | None = None,
) -> bytes:
    """The bytes of a 2xx answer to ``request``, asked once."""
    with exchange(session, request, feedback, timeout) as response:
        return body_of(response, feedback, max_bytes)


@contextmanager
def exchange(
    session: requests.Session, request: requests.Request, feedback: Feedback, timeout: float | None = None
) -> Iterator[requests.Response]:
    """A 2xx answer whose body is still to be read; whatever goes wrong meanwhile is a typed error."""
    if feedback.isCanceled():
        raise Cancelled()
    try:
        prepared = session.prepare_request(request)
        prepared.feedback = feedback
        with session.send(prepared, stream=True, timeout=timeout or TIMEOUT) as response:
            _raise_for_status(response)
            yield response
    except HttpError as error:
        if hasattr(session, "explain"):
            session.explain(error)
        raise
    except (requests.exceptions.InvalidSchema, requests.exceptions.TooManyRedirects) as error:
        raise UnsafeRedirect(request.url, str(error)) from error
    except requests.exceptions.Timeout as error:
        raise TimedOut(request.url, str(error)) from error
    except (requests.exceptions.RequestException, ValueError) as error:
        raise Unreachable(request.url, str(error)) from error


def body_of(response: requests.Response, feedback: Feedback, max_bytes: int) -> bytes:
    received = bytearray()
    for block in response.iter_content(_BLOCK):
        if feedback.isCanceled():
            raise Cancelled()
        received += block
        if len(received) > max_bytes:
            raise TooLarge(response.url, f"more than {max_bytes} bytes", max_bytes)
    return bytes(received)


def _raise_for_status(response: requests.Response) -> None:
    status = response.status_code
    if 200 <= status < 300:
        return
    kinds = {401: AuthenticationRequired, 403: AccessDenied, 404: NotFound, 410: NotFound, 429: TooManyRequests}
    kind = kinds.get(status, ServiceBroken if status >= 500 else HttpError)
    raise kind(response.url, _said(response), status, _retry_after(response.headers.get("Retry-After")))


def _said(response: requests.Response) -> str:
    """The service's own explanation, short: plain JSON members only, never its HTML."""
    try:
        content = json.loads(next(response.iter_content(_BLOCK), b""))
    except (ValueError, RecursionError, TimedOut, Unreachable):  # what follows the status may well not come
        return ""
    members = content if isinstance(content, dict) else {}
    said = next(
        (members[key] for key in ("description", "detail", "message", "error") if isinstance(members.get(key), str)), ""
    )
    return public_text(" ".join(said.split()), _secrets_of(response))[:_SAID]


def _secrets_of(response: requests.Response) -> list[str]:
    """What it was asked with and only it may know: a service may repeat that in its refusal."""
    asked = getattr(response, "request", None)
    headers: Mapping[str, Any] = getattr(asked, "headers", {})
    found: list[str] = []
    for name, value in headers.items():
        if name.lower() not in _USUAL:
            text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
            found += [text, *text.split()[1:]]  # a bearer's token too
    body = getattr(asked, "body", None)
    if body and "form" in str(headers.get("Content-Type", "")):
        text = body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body)
        found += [value for _name, value in parse_qsl(text)]
    return [one for one in found if len(one) >= _SECRET_LENGTH]


def _retry_after(said: str | None) -> float | None:
    """Seconds (a day at the most), from a number or from an HTTP date."""
    if not said:
        return None
    try:
        if said.strip().isdigit():
            return min(float(said), _LONGEST_WAIT)
        moment = parsedate_to_datetime(said).astimezone(timezone.utc)
        return min(max(0.0, (moment - datetime.now(timezone.utc)).total_seconds()), _LONGEST_WAIT)
    except (ValueError, TypeError, OverflowError):
        return None


def wait(seconds: float, feedback: Feedback) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if feedback.isCanceled():
            raise Cancelled()
        time.sleep(_POLL)
