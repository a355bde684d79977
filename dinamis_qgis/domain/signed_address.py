# SPDX-License-Identifier: GPL-2.0-or-later
"""What an address says of its own signature (AWS Signature, version 4)."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from urllib.parse import parse_qsl, urlsplit


def bare(href: str) -> str:
    """``href`` without its signature."""
    head, mark, query = href.partition("?")
    if not mark or "x-amz-" not in query.lower():
        return href
    kept = [one for one in query.split("&") if not one.lower().startswith("x-amz-")]
    return f"{head}?{'&'.join(kept)}" if kept else head


def signed_period(href: str) -> tuple[datetime, datetime] | None:
    """From when until when a signed address opens, by the clock of who signed it (AWS Signature, version 4)."""
    try:
        said = {name.lower(): value for name, value in parse_qsl(urlsplit(href).query)}
        begins = datetime.strptime(said["x-amz-date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
        return begins, begins + timedelta(seconds=int(said["x-amz-expires"]))
    except (KeyError, ValueError, OverflowError):
        return None
