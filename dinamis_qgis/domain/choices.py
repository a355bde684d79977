# SPDX-License-Identifier: GPL-2.0-or-later
"""What the search form holds: the person's choices, and the query that they make."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any

from shapely.geometry.base import BaseGeometry

from . import themes
from .catalogues.values import number
from .periods import KINDS, Period, is_southern
from .query import SearchQuery

USUAL_CLOUD = 20.0  # %
FOLDED = (
    "missions", "max_gsd", "spectral_mode", "level", "acquisition_mode", "max_incidence", "max_off_nadir",
    "min_coverage", "months", "text", "left_out", "cql2",
)  # fmt: skip


@dataclass(frozen=True)
class Choices:
    """The first of each list is the default. ``missions`` are codes; an empty or None criterion asks nothing.

    ``left_out`` are the ids of catalogues that are not to be asked: one that is added later is.
    """

    theme: str = "vhr"
    period: Period = field(default_factory=Period)
    max_cloud: float | None = USUAL_CLOUD
    missions: tuple[str, ...] = ()
    max_gsd: float | None = None
    spectral_mode: str = ""
    level: str = ""
    acquisition_mode: str = ""
    max_incidence: float | None = None
    max_off_nadir: float | None = None
    min_coverage: float | None = None
    months: tuple[int, ...] = ()
    text: str = ""
    left_out: tuple[str, ...] = ()
    cql2: str = ""

    @property
    def meant(self) -> frozenset[str]:
        """The criteria that mean something for the theme; which catalogues are asked always does."""
        return themes.CRITERIA.get(self.theme, themes.ALL_CRITERIA) | {"left_out"}

    @property
    def folded_in_use(self) -> tuple[str, ...]:
        """The folded criteria that ask something."""
        return tuple(name for name in FOLDED if name in self.meant and getattr(self, name) not in (None, "", ()))

    def without_folded(self) -> Choices:
        blank = Choices()
        return replace(self, **{name: getattr(blank, name) for name in FOLDED})

    def query(self, aoi: BaseGeometry | None, today: date, limit: int = 1000) -> SearchQuery:
        southern = aoi is not None and is_southern(aoi.bounds)
        start, end = self.period.bounds(today, southern)
        asked = {name: getattr(self, name) for name in (*FOLDED, "max_cloud") if name in self.meant - {"left_out"}}
        return SearchQuery(aoi=aoi, start=start, end=end, limit=limit, **asked)

    def to_text(self) -> str:
        """As JSON, for settings and project entries."""
        return json.dumps(asdict(self), default=date.isoformat, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Choices:
        """What :meth:`to_text` wrote. What cannot be read (another version's, edited by hand) keeps its default."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        return cls._from(said) if isinstance(said, dict) else cls()

    @classmethod
    def _from(cls, said: dict[str, Any]) -> Choices:
        known: dict[str, Any] = {}
        for each in fields(cls):
            value = said.get(each.name)
            if each.name == "period":
                known["period"] = _period(value)
            elif each.name in _LISTS and isinstance(value, list):
                known[each.name] = tuple(str(one) for one in value)
            elif each.name == "months" and isinstance(value, list):
                known["months"] = tuple(month for month in value if month in range(1, 13))
            elif each.name in _NUMBERS and each.name in said:
                known[each.name] = number(value)
            elif each.name in _WORDS and isinstance(value, str):
                known[each.name] = value
        return cls(**known)


_NUMBERS = ("max_cloud", "max_gsd", "max_incidence", "max_off_nadir", "min_coverage")
_WORDS = ("theme", "spectral_mode", "level", "acquisition_mode", "text", "cql2")
_LISTS = ("missions", "left_out")
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def _period(said: Any) -> Period:
    if not isinstance(said, dict) or said.get("kind") not in KINDS:
        return Period()
    try:
        first, last = (date.fromisoformat(said[key]) if said.get(key) else None for key in ("first", "last"))
        year, last_year = (int(said[key]) if said.get(key) else None for key in ("year", "last_year"))
    except (TypeError, ValueError, OverflowError):
        return Period()
    if not all(each is None or _FIRST_YEAR <= each <= _LAST_YEAR for each in (year, last_year)):
        return Period()
    return Period(said["kind"], year, first, last, last_year)
