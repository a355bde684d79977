# SPDX-License-Identifier: GPL-2.0-or-later
"""What a service that signs has answered: links, with the hours that they open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from .catalogues.values import web_address
from .signed_address import signed_period

MARGIN = 1800.0  # seconds before its end from which a link is not given any more; less for links of a short life
SHARE = 0.25  # of a link's life, at most, is margin


@dataclass(frozen=True)
class Link:
    href: str
    ends: float  # seconds of this machine's clock
    until: float  # it is given until then


def span(link: str, expiry: datetime | None, served: datetime | None, now: float) -> tuple[float, float]:
    """When a link that just came ends, and until when it is given, in seconds of this machine's clock."""
    own = signed_period(link)
    ends = [end for end in (expiry, None if own is None else own[1]) if end is not None]
    there = served or (own[0] if own is not None else datetime.fromtimestamp(now, timezone.utc))
    life = max(0.0, (min(ends) - there).total_seconds()) if ends else 0.0
    if own is not None:  # whatever clock the service's front has
        life = min(life, (own[1] - own[0]).total_seconds())
    return now + life, now + life - min(MARGIN, life * SHARE)


def web_links(hrefs: Mapping[str, object], places: Iterable[str]) -> Iterable[tuple[str, str]]:
    for place in places:
        link = hrefs.get(place)
        if isinstance(link, str) and web_address(link, "") and not any(sign.isspace() for sign in link):
            yield place, link


def http_date(said: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(said).astimezone(timezone.utc) if said else None
    except (ValueError, TypeError, OverflowError):
        return None
