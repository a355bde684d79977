# SPDX-License-Identifier: GPL-2.0-or-later
"""The register of requests: what an organisation asked, where each request stands, and what two people's changes make
together."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Optional

from .area import area_km2
from .errors import InvalidRequest, InvalidZone
from .public_url import public_url
from .request import LONGEST_TEXT, ImageryRequest
from .scene import Scene

ATTACHED = ("scene", "product")

# A request was asked once it was sent, whatever became of it; granted once DINAMIS said yes.
ASKED = ("sent", "accepted", "acquired", "delivered", "refused")
GRANTED = ("accepted", "acquired", "delivered")

# Fields that mean something together only: of two people's changes, one's are kept whole.
_TOGETHER = (
    ("zone", "estimate", "sensor", "category", "acquisition"),
    ("start", "end"),
    ("state", "history"),
    ("stereo", "spectral", "geometry", "radiometry", "projection"),
)


@dataclass(frozen=True)
class Attachment:
    """A scene (``address``: of its record online, or its identifier) or a product (``address``: its path)."""

    kind: str  # one of ATTACHED
    name: str
    address: str
    day: date

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", _one_line(self.name))
        object.__setattr__(self, "address", _one_line(self.address))


def attached_scene(scene: Scene, name: str, day: date) -> Attachment:
    """Without any signature or key."""
    return Attachment("scene", name, public_url(scene.self_url) or scene.id, day)


@dataclass(frozen=True)
class Entry:
    """A request as the register holds it. ``version`` counts its changes, 0 before the first; ``modified`` is ISO 8601
    in UTC."""

    request: ImageryRequest
    attachments: tuple[Attachment, ...] = ()
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    version: int = 0
    modified: str = ""
    author: str = ""

    def holds_the_same(self, other: Entry) -> bool:
        return (self.request, self.attachments) == (other.request, other.attachments)

    def attach(self, more: Iterable[Attachment]) -> Entry:
        """What is attached already stays once."""
        known = {(one.kind, one.address) for one in self.attachments}
        fresh = {(one.kind, one.address): one for one in more if (one.kind, one.address) not in known}
        return replace(self, attachments=(*self.attachments, *fresh.values()))

    def copy(self, title: str) -> Entry:
        """A new draft that asks for the same."""
        request = replace(
            self.request, title=title, state="draft", reference="", history=(), feedback="", note="", estimate=None
        )
        return Entry(request)

    def beside(self, title: str) -> Entry:
        """All of it, as another request."""
        return Entry(replace(self.request, title=title), self.attachments)


def merged(before: Entry | None, ours: Entry, theirs: Entry) -> Entry | None:
    """Both people's changes since ``before``, in their entry; None where both changed the same thing differently."""
    if ours.holds_the_same(theirs):
        return theirs
    if before is None:
        return None
    taken: dict[str, Any] = {}
    for group in _groups():
        ours_now, theirs_now, then = ([getattr(one.request, name) for name in group] for one in (ours, theirs, before))
        if ours_now in (then, theirs_now):
            continue
        if theirs_now != then:
            return None
        taken.update(zip(group, ours_now))
    attachments = tuple(one for one in theirs.attachments if one in ours.attachments or one not in before.attachments)
    fresh = (one for one in ours.attachments if one not in before.attachments and one not in attachments)
    try:
        request = replace(theirs.request, **taken)
    except (InvalidRequest, InvalidZone):  # each change is sound, both together are not
        return None
    return replace(theirs, request=request, attachments=(*attachments, *fresh))


def _one_line(text: str) -> str:
    """Without what no database or form takes."""
    clean = ("" if unicodedata.category(sign) in ("Cc", "Cs", "Cn") else sign for sign in text[:LONGEST_TEXT])
    return "".join(clean).strip()


def _groups() -> list[tuple[str, ...]]:
    grouped = {name for group in _TOGETHER for name in group}
    return [*_TOGETHER, *((each.name,) for each in fields(ImageryRequest) if each.name not in grouped)]


# --- what was asked -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Total:
    """Of one year, sensor and state: ``km2`` or, for a sensor ordered by the credit, at least so many ``credits``; and
    what of it was granted."""

    year: int
    sensor: str
    state: str
    requests: int = 0
    km2: float = 0.0
    credits: Optional[int] = None
    granted_km2: float = 0.0
    granted_credits: int = 0


def asked_on(request: ImageryRequest) -> date | None:
    """The day on which it was first sent; None for what never was."""
    return _first_day(request, ASKED)


def granted_on(request: ImageryRequest) -> date | None:
    return _first_day(request, GRANTED)


def ordered_km2(request: ImageryRequest) -> float:
    """As estimated when it was prepared, else of its zone."""
    return request.estimate.order_km2 if request.estimate is not None else area_km2(request.zone)


def totals(requests: Iterable[ImageryRequest]) -> tuple[Total, ...]:
    """Of what was asked, by the year of its sending; newest year first."""
    found: dict[tuple[int, str, str], Total] = {}
    for request in requests:
        day = asked_on(request)
        if day is None:
            continue
        place = (day.year, request.sensor, request.state)
        found[place] = _plus(found.get(place, Total(*place)), request)
    return tuple(sorted(found.values(), key=lambda one: (-one.year, one.sensor, one.state)))


def by_sensor(requests: Iterable[ImageryRequest], year: int) -> tuple[Total, ...]:
    """What was asked in a year, whatever became of it."""
    found: dict[str, Total] = {}
    for request in requests:
        day = asked_on(request)
        if day is not None and day.year == year:
            before = found.get(request.sensor, Total(year, request.sensor, ""))
            found[request.sensor] = _plus(before, request)
    return tuple(found[sensor] for sensor in sorted(found))


def _plus(total: Total, request: ImageryRequest) -> Total:
    km2, credits = ordered_km2(request), request.estimate.credits if request.estimate is not None else None
    granted = granted_on(request) is not None
    return replace(
        total,
        requests=total.requests + 1,
        km2=total.km2 + km2,
        credits=total.credits if credits is None else (total.credits or 0) + credits,
        granted_km2=total.granted_km2 + (km2 if granted else 0.0),
        granted_credits=total.granted_credits + (credits or 0 if granted else 0),
    )


def _first_day(request: ImageryRequest, states: tuple[str, ...]) -> date | None:
    return min((step.day for step in request.history if step.state in states), default=None)


def with_step(request: ImageryRequest, state: str, day: date) -> ImageryRequest:
    """In this state from ``day`` on; nothing is noted where it was already."""
    return request if request.history and request.state == state else request.in_state(state, day)


def sent(request: ImageryRequest, reference: str, day: date) -> ImageryRequest:
    """DINAMIS gave it a reference: it has it. What is further on stays there."""
    known = replace(request, reference=reference)
    return with_step(known, "sent", day) if known.state in ("draft", "ready") else known
