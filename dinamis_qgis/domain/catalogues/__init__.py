# SPDX-License-Identifier: GPL-2.0-or-later
"""A door to imagery: the protocol that each catalogue module follows.

A catalogue is data (a row of ``resources/catalogues.json``) plus a small driver named by the row's ``kind``.
To add a door: write a module beside ``stac.py`` with a class that follows :class:`Catalogue`, and name it in
``registry.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..query import SearchQuery
    from ..scene import Scene


class Feedback(Protocol):
    """What a long work asks while it works (QgsFeedback follows it)."""

    def isCanceled(self) -> bool: ...


@dataclass(frozen=True)
class Page:
    """Scenes as they came, already filtered by the query.

    ``matched`` is the service's own count for the whole query: None where it does not say, or where anything was
    filtered on this side. ``more``: whether scenes may follow this page, given or not. ``by_service`` are the criteria
    (of ``SearchQuery.in_use``) that the service applied; the others were applied here. ``newest_first``: whether all
    that follows is surely older.
    """

    scenes: tuple[Scene, ...]
    matched: int | None = None
    more: bool = False
    by_service: frozenset[str] = frozenset()
    newest_first: bool = False


@dataclass(frozen=True)
class Count:
    """How many scenes a query would find: ``number``, or more of them when not ``exact`` (one page was read)."""

    number: int
    exact: bool


class Catalogue(Protocol):
    """Works off the main thread; raises only :class:`~dinamis_qgis.domain.errors.DinamisError`."""

    id: str

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        """Pages until the service has no more, ``query.limit`` scenes were kept, or the feedback is cancelled (then
        :class:`~dinamis_qgis.domain.errors.Cancelled`). A page may be empty."""

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        """Costs one request at the most."""

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        """One scene read again, for whoever holds only its footprint's fields."""
