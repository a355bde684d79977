# SPDX-License-Identifier: GPL-2.0-or-later
"""What a best set of images is, in words."""

from __future__ import annotations

from ..domain.cover.best_set import BestSet
from ..translation import tr
from .numbers import format_km2, format_percent


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
