# SPDX-License-Identifier: GPL-2.0-or-later
"""Requests of the register in words: a row of the list, what was asked in a year, what became of a save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..domain.quota_left import Left
from ..domain.register import Entry, Total, by_sensor, ordered_km2
from ..translation import tr
from .estimate_words import category_name, format_credits
from .numbers import format_date, format_km2
from .register_refusals import why_waiting
from .register_store import BOTH, MERGED, WAITING, Saved
from .request_states import state_name
from .request_words import heading


@dataclass(frozen=True)
class RowText:
    title: str
    detail: str
    state: str
    note: str
    tip: tuple[str, ...]


def row_text(entry: Entry, sensors: Mapping[str, str], waits: bool) -> RowText:
    request = entry.request
    said = sensors.get(request.sensor, request.sensor), format_km2(ordered_km2(request))
    note = tr("ref. noted") if request.reference else tr("no reference")
    last = request.history[-1] if request.history else None
    tip = (
        heading(request),
        tr("{}: {}").format(tr("DINAMIS reference"), request.reference) if request.reference else "",
        tr("{state} on {day}").format(state=state_name(last.state), day=format_date(last.day)) if last else "",
        tr("Last saved by {}").format(entry.author) if entry.author else "",
    )
    return RowText(
        heading(request), " · ".join(said), state_name(request.state), tr("to be saved") if waits else note, tip
    )


def asked_words(entries: Iterable[Entry], year: int, sensors: Mapping[str, str]) -> str:
    """One line: what was asked in a year, never what is left."""
    said = [amount_words(one, sensors) for one in by_sensor((entry.request for entry in entries), year)]
    if not said:
        return tr("Nothing asked in {} yet").format(year)
    return tr("Asked in {}: {}").format(year, ", ".join(said))


def left_words(left: Iterable[Left], year: int) -> str:
    """One line a category of users; "" where the tariff declares no period."""
    amounts: dict[str, list[str]] = {}
    for one in left:
        said = format_credits(one.amount) if one.sensor.credits else format_km2(one.amount)
        words = tr("{amount} {sensor}").format(amount=said, sensor=one.sensor.name)
        amounts.setdefault(one.category, []).append(words)
    return "\n".join(
        tr("Left of the free quota of {year} by this register ({category}): {amounts}").format(
            year=year, category=category_name(category), amounts=", ".join(said)
        )
        for category, said in amounts.items()
    )


def amount_words(total: Total, sensors: Mapping[str, str]) -> str:
    name = sensors.get(total.sensor, total.sensor)
    return tr("{amount} {sensor}").format(amount=asked_amount(total), sensor=name)


def asked_amount(total: Total) -> str:
    return format_km2(total.km2) if total.credits is None else format_credits(total.credits)


def granted_amount(total: Total) -> str:
    return format_km2(total.granted_km2) if total.credits is None else format_credits(total.granted_credits)


def saved_words(saved: Saved, title: str) -> str:
    """``title``: of the register."""
    name = heading(saved.entry.request)
    if saved.how == MERGED:
        return tr("“{}” was changed by somebody else meanwhile: both changes are kept.").format(name)
    if saved.how == BOTH:
        return tr(
            "“{theirs}” was changed by somebody else meanwhile, in the same place: their version stays, yours is kept "
            "beside it as “{ours}”."
        ).format(theirs=heading(saved.theirs.request) if saved.theirs else name, ours=name)
    if saved.how == WAITING:
        return tr("“{name}” is kept in your profile and will be saved in {register} later: {why}").format(
            name=name, register=title, why=why_waiting(saved.error)
        )
    return tr("“{name}” saved in {register}.").format(name=name, register=title)
