# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses fit for a layer's fields and metadata, which end in projects and files that people share."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SECRET = re.compile(
    r"x-(amz|goog|oss|ms)-.*|.*(signature|token|secret|credential|passw).*|(.*[_-])?(api|access|auth)?[_-]?key([_-].*)?"
    r"|(aws|google)access.*|sig|auth|authorization|policy|expires",
    re.IGNORECASE,
)


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
