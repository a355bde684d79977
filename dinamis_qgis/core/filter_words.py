# SPDX-License-Identifier: GPL-2.0-or-later
"""Where filters were applied, and what is wrong with an expert's one, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..domain.filter_errors import InvalidFilter
from ..translation import tr

if TYPE_CHECKING:
    from .search import Answer


def criterion_name(name: str) -> str:
    """Of ``SearchQuery.in_use``."""
    return {
        "aoi": tr("zone"),
        "period": tr("dates"),
        "months": tr("months"),
        "max_cloud": tr("clouds"),
        "missions": tr("mission"),
        "max_gsd": tr("resolution"),
        "spectral_mode": tr("spectral mode"),
        "level": tr("level"),
        "acquisition_mode": tr("viewing mode"),
        "max_incidence": tr("incidence"),
        "max_off_nadir": tr("off-nadir angle"),
        "min_coverage": tr("share of the zone"),
        "text": tr("text"),
        "cql2": tr("expert filter"),
    }.get(name, name)


def where_applied(answer: Answer) -> tuple[str, ...]:
    """Sentences about one catalogue: what it filtered itself, what was filtered here, and in which order it gives."""
    by_service = [name for name in answer.query.in_use if name in answer.by_service]
    lines = []
    if by_service:
        lines.append(tr("Filtered by the service: {}.").format(_list(by_service)))
    if answer.here:
        lines.append(
            tr("Filtered here, as the service does not or would drop what is unknown: {}.").format(_list(answer.here))
        )
    if not answer.newest_first:
        lines.append(
            tr("The service does not sort by date: of a search that was cut, more recent images may be missing.")
        )
    return tuple(lines)


def refused_filter(error: InvalidFilter) -> str:
    """One sentence, with the words before the place where it stops being understood."""
    said = {
        "expected": tr("{} is expected").format(_expected(error.detail)),
        "unexpected": tr("« {} » is not understood").format(error.detail),
        "function": tr("the function {} is not available").format(error.detail),
        "no_property": tr("IS NULL takes the name of a property"),
        "too_long": tr("it is too long"),
        "too_deep": tr("it has too many parentheses"),
    }[error.reason]
    before = error.text[: error.place].rstrip()[-20:]
    if before and error.reason in ("expected", "unexpected"):
        return tr("Expert filter: {what}, after « {before} ».").format(what=said, before=before)
    return tr("Expert filter: {}.").format(said)


def _expected(detail: str) -> str:
    return {
        "text": tr("a text between quotes"),
        "comparison": tr("a comparison (=, <, LIKE, IN, IS NULL…)"),
        "value": tr("a property or a value"),
        "instant": tr("a date such as '2022-07-14'"),
    }.get(detail, f"« {detail} »")


def _list(names: Iterable[str]) -> str:
    return ", ".join(criterion_name(name) for name in names)


WORDS: dict[type, Callable[..., str]] = {InvalidFilter: refused_filter}
