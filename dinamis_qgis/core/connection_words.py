# SPDX-License-Identifier: GPL-2.0-or-later
"""What a catalogue can do, in the words of a person who searches images."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..domain.catalogues.connection import API, FILE, OPENSPOT, STATIC, Findings
from ..translation import tr
from .connection import BACKDROPS, FOLDER
from .numbers import format_number

_MOST_NAMED = 5  # missing collections


def what_it_can(found: Findings, auth: str = "") -> str:
    """A line for each thing that was seen. ``auth`` is the row's: what its files take nobody asks before one opens."""
    lines = (_head(found), *_search(found), _absent(found.absent))
    return "\n".join(filter(None, (*lines, _account(auth) if found.kind not in (FILE, FOLDER) else "")))


def _account(auth: str) -> str:
    return {
        "": tr("No account is needed"),
        "teledetection": tr("Searched without account; its files take an account or a pair of keys"),
        "api-key": tr("Searched without account; its files take an API key"),
        "api-key-on-search": tr("Searches and files take an API key"),
        "form": tr("Searched without account; its files are had through its form"),
    }.get(auth, "")


def _head(found: Findings) -> str:
    count = found.images or 0
    if found.kind == FOLDER:
        return tr("%n product(s) in the folder", "", count)
    if found.kind == FILE:
        return tr("%n image(s) in the file", "", count)
    seconds = format_number(math.ceil(found.seconds * 10) / 10, 1)  # never 0
    if found.kind == BACKDROPS:
        return tr("%n yearly mosaic(s), listed in {} s", "", count).format(seconds)
    if found.kind == API:
        service = " ".join(filter(None, (tr("STAC API"), found.stac_version)))
        return tr("{service}: first images after {seconds} s").format(service=service, seconds=seconds)
    static = " ".join(filter(None, (tr("Static STAC catalogue"), found.stac_version)))
    service = {OPENSPOT: "OpenSPOT", STATIC: static}.get(found.kind, found.kind)
    return tr("{service}: answers in {seconds} s").format(service=service, seconds=seconds)


def _search(found: Findings) -> Sequence[str]:
    lines = []
    if found.years is not None:
        first, last = found.years
        lines.append(tr("Years {first} to {last}").format(first=first, last=last))
    if found.links is not None:
        lines.append(tr("%n link(s) to follow from its root; filtered and sorted here", "", found.links))
    if found.collections is not None:
        lines.append(tr("%n collection(s)", "", found.collections))
    if found.counts and found.images is not None:
        images = format_number(found.images, 0)
        lines.append(tr("Counts what it finds: {} images for this row").format(images))
    elif found.counts is False:
        lines.append(tr("Does not count what it finds"))
    if found.page is not None:
        lines.append(tr("Gives %n image(s) a page", "", found.page))
    if found.post is not None:
        lines.append(
            tr("Takes zones of any shape (POST)")
            if found.post
            else tr("Takes rectangles only (GET): zones are cut here")
        )
    if found.sort is not None:
        lines.append(tr("Sorts by date") if found.sort else tr("Does not sort: the order is the service's own"))
    if found.cql2 is not None:
        lines.append(tr("Filters by itself (CQL2)") if found.cql2 else tr("Does not filter by itself: filtered here"))
    return lines


def _absent(names: Sequence[str]) -> str:
    if not names:
        return ""
    shown = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return tr("%n collection(s) of this row are not in its list: {}", "", len(names)).format(shown)
