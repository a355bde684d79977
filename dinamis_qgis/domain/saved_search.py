# SPDX-License-Identifier: GPL-2.0-or-later
"""A search that is kept: what is asked, where, and whether new images are watched for. Never a key, nor a result.

As JSON it may come from anywhere: what is no search is left out, and every size has a bound.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from typing import Any

import shapely
from shapely.geometry import mapping as as_geojson
from shapely.geometry.base import BaseGeometry

from .catalogues.items import footprint
from .catalogues.values import mapping, text
from .choices import Choices
from .public_url import public_url
from .scene import Scene

TERRITORY, EXTENT, GIVEN = "territory", "extent", "given"
MOST_SEARCHES = 500
_MOST_KNOWN = 20_000  # scenes of a watched search, and of one catalogue
_MOST_CATALOGUES = 200
_LONGEST_NAME = 200  # characters
_LONGEST_CRITERIA = 100_000
_LONGEST_ID = 64


@dataclass(frozen=True)
class SavedZone:
    """The person's territory or the map's extent, as they are when the search is run again; or a ``shape`` (valid
    polygons in longitude/latitude)."""

    kind: str = TERRITORY
    label: str = ""
    shape: BaseGeometry | None = None


Found = Mapping[str, "frozenset[str]"]  # digests of scenes, by the id of the catalogue that answered


@dataclass(frozen=True)
class Watch:
    """``known`` are the scenes that were looked at; a catalogue that is not in it has never answered, and what it
    holds is learnt first. ``place`` is the digest of the zone for which that holds: a territory may be another one."""

    since: date  # of the last look
    asked: date | None = None  # the last day on which the catalogues were asked
    place: str = ""
    known: Found = field(default_factory=dict, hash=False)

    def known_at(self, place: str) -> Found:
        return self.known if place == self.place else {}


def _new_id() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True)
class SavedSearch:
    name: str
    choices: Choices
    zone: SavedZone
    invented: bool = False  # of the invented data, not of real catalogues
    watch: Watch | None = None
    id: str = field(default_factory=_new_id)

    @property
    def can_be_watched(self) -> bool:
        """What follows the map is not the same from one day to the next; what is invented has no news."""
        return self.zone.kind != EXTENT and not self.invented

    def asks_the_same(self, other: SavedSearch) -> bool:
        return (self.choices, self.zone.kind, self.zone.shape, self.invented) == (
            other.choices, other.zone.kind, other.zone.shape, other.invented,
        )  # fmt: skip

    def shared(self) -> SavedSearch:
        """As it goes to others: without what this person has looked at."""
        return replace(self, watch=None)

    def watched(self, today: date) -> SavedSearch:
        return replace(self, watch=self.watch or Watch(today)) if self.can_be_watched else self

    def looked_at(self, shape: BaseGeometry, found: Found, today: date, whole: Container[str]) -> SavedSearch:
        """What was shown is not new any more. Of catalogues that are not ``whole`` a part was shown: where nothing was
        known, the rest would look new."""
        if self.watch is None:
            return self
        place = place_of(shape)
        known = dict(self.watch.known_at(place))
        for catalogue, seen in found.items():
            if catalogue in whole or catalogue in known:
                known[catalogue] = known.get(catalogue, frozenset()) | seen
        return replace(self, watch=replace(self.watch, since=today, place=place, known=known))

    def with_news(self, shape: BaseGeometry, found: Found, today: date) -> tuple[SavedSearch, int]:
        """The search once its catalogues were asked, and how many scenes are new: they stay so until looked at."""
        if self.watch is None:
            return self, 0
        place = place_of(shape)
        known = dict(self.watch.known_at(place))
        count = sum(len(seen - known[catalogue]) for catalogue, seen in found.items() if catalogue in known)
        known = {**found, **known}
        return replace(self, watch=replace(self.watch, asked=today, place=place, known=known)), count


def place_of(shape: BaseGeometry) -> str:
    corners = shapely.get_coordinates(shape.normalize())
    return blake2b(corners.tobytes(), digest_size=8).hexdigest()


def digest(scene: Scene) -> str:
    return blake2b(repr(scene.key).encode("utf-8", "replace"), digest_size=8).hexdigest()


def free_name(name: str, taken: Iterable[str]) -> str:
    """``name``, or ``name (2)`` and so on."""
    names = {each.casefold() for each in taken}
    tried, number = name, 1
    while tried.casefold() in names:
        number += 1
        tried = f"{name} ({number})"
    return tried


# --- as JSON --------------------------------------------------------------------------------------


def written(search: SavedSearch) -> dict[str, Any]:
    """As a member of ``searches`` in a file. Addresses (a catalogue's id may be one) lose their keys."""
    criteria = json.loads(search.choices.to_text())
    for name, value in criteria.items():
        if isinstance(value, list):
            criteria[name] = [public_url(one) if isinstance(one, str) else one for one in value]
    zone: dict[str, Any] = {"kind": search.zone.kind, "label": search.zone.label}
    if search.zone.shape is not None:
        zone["geometry"] = as_geojson(search.zone.shape)
    said = {"id": search.id, "name": search.name, "criteria": criteria, "zone": zone, "invented": search.invented}
    if search.watch is not None:
        said["watch"] = {
            "since": search.watch.since.isoformat(),
            "asked": search.watch.asked.isoformat() if search.watch.asked else None,
            "place": search.watch.place,
            "known": {name: sorted(seen)[:_MOST_KNOWN] for name, seen in search.watch.known.items()},
        }
    return said


def read(said: object) -> SavedSearch | None:
    """None for what is no search, or one whose zone cannot be used."""
    given = mapping(said)
    search_id, name = text(given.get("id"))[:_LONGEST_ID], text(given.get("name"))[:_LONGEST_NAME]
    criteria, zone = given.get("criteria"), _zone(mapping(given.get("zone")))
    if not search_id or not name or not isinstance(criteria, dict) or zone is None:
        return None
    try:
        plain = json.dumps(criteria)
    except RecursionError:
        return None
    if len(plain) > _LONGEST_CRITERIA:
        return None
    choices = Choices.from_text(plain)
    return SavedSearch(name, choices, zone, given.get("invented") is True, _watch(given.get("watch")), search_id)


def read_all(searches: object) -> tuple[SavedSearch, ...]:
    """The searches of a list, each id once."""
    found: dict[str, SavedSearch] = {}
    for said in searches if isinstance(searches, list) else []:
        search = read(said)
        if search is not None and len(found) < MOST_SEARCHES:
            found.setdefault(search.id, search)
    return tuple(found.values())


def _zone(said: Mapping[str, Any]) -> SavedZone | None:
    kind, label = said.get("kind"), text(said.get("label"))[:_LONGEST_NAME]
    if kind in (TERRITORY, EXTENT):
        return SavedZone(str(kind), label)
    shape = footprint(said.get("geometry")) if kind == GIVEN else None
    return None if shape is None else SavedZone(GIVEN, label, shape)


def _watch(said: object) -> Watch | None:
    given = mapping(said)
    since = _day(given.get("since"))
    if since is None:
        return None
    lists = list(mapping(given.get("known")).items())[:_MOST_CATALOGUES]
    known = {
        name: frozenset(one for one in seen[:_MOST_KNOWN] if isinstance(one, str))
        for name, seen in lists
        if isinstance(name, str) and isinstance(seen, list)
    }
    return Watch(since, _day(given.get("asked")), text(given.get("place")), known)


def _day(said: object) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
