# SPDX-License-Identifier: GPL-2.0-or-later
"""When nothing answers: what to give up for something to be found, and how much there would be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from shapely.geometry.base import BaseGeometry

from .catalogues import Catalogue, Count, Feedback
from .choices import Choices
from .coverage import Coverage
from .errors import Cancelled, DinamisError
from .periods import ALL, Period
from .query import SearchQuery

NO_CLOUD_LIMIT, ALL_DATES, ALL_MISSIONS, NO_FOLDED, NOTHING_ASKED = (
    "no_cloud_limit", "all_dates", "all_missions", "no_folded", "nothing_asked",
)  # fmt: skip
ONE_PAGE = 100


@dataclass(frozen=True)
class Relaxation:
    """``choices`` with one demand less (or none left)."""

    kind: str
    choices: Choices


def relaxations(choices: Choices) -> tuple[Relaxation, ...]:
    """One demand given up at a time, the one that costs least first; then all of them at once."""
    folded = choices.folded_in_use
    single = []
    if choices.max_cloud is not None and "max_cloud" in choices.meant:
        single.append(Relaxation(NO_CLOUD_LIMIT, replace(choices, max_cloud=None)))
    if choices.period.kind != ALL:
        single.append(Relaxation(ALL_DATES, replace(choices, period=Period())))
    if "missions" in folded:
        single.append(Relaxation(ALL_MISSIONS, replace(choices, missions=())))
    if set(folded) - {"missions"}:
        single.append(Relaxation(NO_FOLDED, choices.without_folded()))
    if len(single) < 2:
        return tuple(single)
    return (*single, Relaxation(NOTHING_ASKED, replace(Choices(), theme=choices.theme, max_cloud=None)))


def total(counts: Iterable[Count]) -> Count:
    counts = tuple(counts)
    return Count(sum(count.number for count in counts), all(count.exact for count in counts))


def count(asked: Iterable[tuple[Catalogue, SearchQuery]], feedback: Feedback) -> Count:
    """How many scenes the catalogues would give together. One that fails makes the count inexact."""
    return total(_count(catalogue, query, feedback) for catalogue, query in asked)


def _count(catalogue: Catalogue, query: SearchQuery, feedback: Feedback) -> Count:
    try:
        if query.min_coverage is None or query.aoi is None:
            return catalogue.count(query, feedback)
        return _measured(catalogue, query, query.aoi, feedback)
    except Cancelled:
        raise
    except DinamisError:  # its failure is already told beside the results
        return Count(0, False)


def _measured(catalogue: Catalogue, query: SearchQuery, aoi: BaseGeometry, feedback: Feedback) -> Count:
    """No service knows how much of the zone a scene covers: the first page is measured here."""
    zone = Coverage(aoi)
    seen = [scene for page in catalogue.search(replace(query, limit=ONE_PAGE), feedback) for scene in page.scenes]
    kept = sum(covers_enough(zone.percent(scene.footprint), query.min_coverage) for scene in seen)
    return Count(kept, len(seen) < ONE_PAGE)


def covers_enough(coverage: float | None, least: float | None) -> bool:
    """Unknown coverage is kept."""
    return coverage is None or least is None or coverage >= least
