# SPDX-License-Identifier: GPL-2.0-or-later
"""What: themes gather the collections of several catalogues under the words of the person who searches.

A catalogue's row says which themes it serves, and with which collections; a theme says which criteria mean something.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from .query import SearchQuery

EVERYTHING = "all"

_NAMES = (
    "missions", "max_gsd", "spectral_mode", "level", "acquisition_mode", "max_incidence", "max_off_nadir",
    "min_coverage", "months", "text", "cql2", "max_cloud",
)  # fmt: skip
ALL_CRITERIA = frozenset(_NAMES)  # fields of SearchQuery
_ANGLES = frozenset(("max_incidence", "max_off_nadir"))
# a map has no cloud, no angle and no mission of its own
_MAPS = frozenset(("max_gsd", "min_coverage", "months", "text", "cql2"))

CRITERIA: Mapping[str, frozenset[str]] = {
    "vhr": ALL_CRITERIA,
    "spot_history": ALL_CRITERIA - {"acquisition_mode"},
    "sentinel2": ALL_CRITERIA - _ANGLES - {"spectral_mode", "acquisition_mode"},
    "land_cover": _MAPS - {"months"},  # a map of a whole year
    "water_snow": _MAPS,
    "forest": _MAPS,
    EVERYTHING: ALL_CRITERIA,
}  # in the order of the list


class ServesThemes(Protocol):
    """``themes``: theme id to the collections that serve it; no collection stands for the whole catalogue."""

    @property
    def themes(self) -> Mapping[str, tuple[str, ...]]: ...


def offered(rows: Iterable[ServesThemes]) -> tuple[str, ...]:
    """The themes that some row really serves, then everything when that would ask for more than one theme does."""
    rows = tuple(rows)
    served = tuple(theme for theme in CRITERIA if theme != EVERYTHING and any(theme in row.themes for row in rows))
    enough = len(served) == 1 and all(served[0] in row.themes for row in rows)
    return served if enough else (*served, EVERYTHING)


def serves(row: ServesThemes, theme: str) -> bool:
    return theme == EVERYTHING or theme in row.themes


def narrowed(query: SearchQuery, row: ServesThemes, theme: str) -> SearchQuery:
    """The query as this row is asked it: the theme's collections, and only criteria that mean something for it."""
    meaningless = ALL_CRITERIA - CRITERIA.get(theme, ALL_CRITERIA)
    blank = SearchQuery()
    kept = replace(query, **{name: getattr(blank, name) for name in sorted(meaningless)})
    return replace(kept, collections=_collections(row, theme))


def _collections(row: ServesThemes, theme: str) -> tuple[str, ...]:
    """For everything: the row's own list, else those of all its themes; none stands for the whole catalogue."""
    if theme in row.themes or theme != EVERYTHING:
        return row.themes.get(theme, ())
    lists = list(row.themes.values())
    return tuple(dict.fromkeys(name for names in lists for name in names)) if all(lists) else ()
