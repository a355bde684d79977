# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses and words fit for a layer's fields, a project's metadata, a message or a log: people share them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_SECRET = re.compile(
    r"x-(amz|goog|oss|ms)-.*|.*(signature|token|secret|credential|passw).*|(.*[_-])?(api|access|auth)?[_-]?key([_-].*)?"
    r"|(aws|google)access.*|sig|auth|authorization|policy|expires",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_PAIR = re.compile(r"([\w-]+)=([^\s&\"'<>,;]+)")


def public_text(text: str, secrets: Iterable[str] = ()) -> str:
    """What a service says, which may repeat what it was asked with: without ``secrets``, nor what looks like some."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "…")
    text = _ADDRESS.sub(lambda found: public_url(found[0]), text)
    return _PAIR.sub(lambda found: f"{found[1]}=…" if _SECRET.fullmatch(found[1]) else found[0], text)


def public_url(url: str) -> str:
    """An http(s) address without its user, password, signature and keys; what is no such address stays as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https"):
        return url
    said = [one for one in parts.query.split("&") if not _SECRET.fullmatch(one.split("=", 1)[0])]
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="&".join(said)).geturl()
