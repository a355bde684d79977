# SPDX-License-Identifier: GPL-2.0-or-later
"""What a best set of images is, in words."""

from __future__ import annotations

from ..domain.cover.aims import Limits
from ..domain.cover.best_set import BestSet
from ..translation import tr
from .numbers import format_km2, format_number, format_percent, grouped


def cover_sentence(answer: BestSet) -> str:
    """« 3 images couvrent 98 % de la zone ; il manque 4,2 km² »."""
    count = len(answer.ranked)
    if count == 0:
        return tr("No image covers the zone.")
    if answer.uncovered.is_empty:
        return tr("%n image(s) cover the whole zone", "", count)
    words = tr("%n image(s) cover {share} of the zone; {area} are missing", "", count)
    return words.format(share=format_percent(answer.covered_percent), area=format_km2(answer.uncovered_km2))


def cover_doubts(answer: BestSet) -> list[str]:
    """What the choice could not know, one sentence each."""
    told = (
        (answer.unknown_dates, lambda n: tr("%n chosen image(s) of unknown date: ranked last.", "", n)),
        (answer.unknown_clouds, lambda n: tr("%n chosen image(s) of unknown cloud cover: ranked last.", "", n)),
        (answer.unknown_incidences, lambda n: tr("%n chosen image(s) of unknown incidence: kept.", "", n)),
        (answer.without_footprint, lambda n: tr("%n image(s) without footprint could not be considered.", "", n)),
    )
    return [words(count) for count, words in told if count]


def cloud_words(answer: BestSet) -> str:
    """How clouds were reckoned, when they were part of the choice."""
    count = answer.clouds_by_mask
    if count == 0:
        return tr("clouds are known for whole images only, not where they lie")
    if count == len(answer.ranked):
        return tr("clouds are those that the masks show over the zone")
    return tr("clouds over the zone by the masks of %n image(s) on disk, of whole images for the others", "", count)


def limit_words(limits: Limits) -> str:
    """« Limites : dates à 30 jours au plus, nuages 20 % au plus », or ""."""
    said = []
    if limits.spread is not None:
        said.append(tr("dates {} apart at most").format(days_words(limits.spread.days)))
    if limits.max_cloud is not None:
        said.append(tr("clouds {} at most").format(format_percent(limits.max_cloud)))
    if limits.max_incidence is not None:
        said.append(tr("incidence {} at most").format(degree_words(limits.max_incidence)))
    return tr("Limits: {}").format(", ".join(said)) if said else ""


def days_words(days: int) -> str:
    return grouped(tr("%n day(s)", "", days), days)


def degree_words(degrees: float) -> str:
    return tr("{}°").format(format_number(degrees))
