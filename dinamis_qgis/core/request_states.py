# SPDX-License-Identifier: GPL-2.0-or-later
"""The states of a request: their names, and their colours on the map and in lists. A state that is none of ours is its
own name."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.register import Entry
from ..domain.request import STATES
from ..translation import tr

OTHER_COLOUR = "#b15928"
STATE_COLOURS = {
    "draft": "#9e9e9e",
    "ready": "#2a7fc9",
    "sent": "#f29100",
    "accepted": "#12a5a5",
    "acquired": "#8256b5",
    "delivered": "#2f9e3f",
    "refused": "#d43c3c",
    "closed": "#5f6b76",
}


def state_name(state: str) -> str:
    """Of ``domain.request.STATES``."""
    return {
        "draft": tr("Draft"),
        "ready": tr("Ready"),
        "sent": tr("Sent"),
        "accepted": tr("Accepted"),
        "acquired": tr("Acquired"),
        "delivered": tr("Delivered"),
        "refused": tr("Refused"),
        "closed": tr("Closed"),
    }.get(state, state)


def state_of_name(name: str) -> str:
    """What a person wrote: one of ours by its name, else a state of their own."""
    name = " ".join(name.split())
    return next((state for state in STATES if state_name(state).casefold() == name.casefold()), name)


def states_known(entries: Iterable[Entry]) -> list[str]:
    """Ours, then those that the register's people added."""
    own = {step.state for entry in entries for step in entry.request.history} | {one.request.state for one in entries}
    return [*STATES, *sorted(own.difference(STATES), key=str.casefold)]
