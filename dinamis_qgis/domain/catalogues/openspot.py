# SPDX-License-Identifier: GPL-2.0-or-later
"""OpenSPOT (https://openspot-dinamis.data-terra.org): the open annual coverages of France by SPOT 6-7.

The interface has no documentation. What is used of it was read in the service DinamisService of Wikimedia's program
spacemedia: two pages that list years and modes, and the scenes of a year and mode as one GeoJSON file, filtered here.
Files are had through a form, in which a person accepts the licence: nothing here sends it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import quote
from weakref import WeakKeyDictionary

import requests

from ..errors import Cancelled, InvalidAnswer, NotFound, detach
from ..query import SearchQuery
from ..scene import Asset, Scene, packed
from ..web import ask, ask_json
from . import Count, Feedback, Page, sensors
from .items import footprint
from .values import mapping, moment, number, text

_PAGES = ("/", "/PO")
_PAGE_BYTES = 2 << 20
_FILE_BYTES = 32 << 20
_MOST_YEARS, _MOST_MODES = 60, 8
_MOST_FEATURES = 50_000  # of one file
_MARGIN = 1  # years: a coverage may hold images of its neighbours
_GSD = (1e-3, 1e6)  # m
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPTION = re.compile(r"<option\b([^<>]*)>([^<]*)", re.IGNORECASE)
_VALUE = re.compile(r"""(?<![\w-])value\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LONGEST_LIST = 20_000  # characters, where its end is missing
_MODE = re.compile(r"[A-Za-z0-9.-]{1,16}")
_WHEN = re.compile(r"_(\d{4})(\d\d)(\d\d)_?(\d\d)(\d\d)(\d\d)(\d{0,6})(?!\d)")
Key = tuple[int, str]  # year, mode


class _Read:
    """What one session has read of one service."""

    def __init__(self) -> None:
        self.keys: tuple[Key, ...] = ()
        self.files: dict[Key, tuple[Scene, ...]] = {}
        self.absent: dict[Key, NotFound] = {}


_remembered: WeakKeyDictionary[requests.Session, dict[tuple[str, str], _Read]] = WeakKeyDictionary()


class OpenSpot:
    """``root`` is the site's address. A scene's collection is ``<year>_<mode>``."""

    def __init__(
        self, root: str, session: requests.Session, catalogue_id: str = "", licence: str = "", credit: str = ""
    ) -> None:
        self.root = root.strip().rstrip("/")
        self.id = catalogue_id or self.root
        self._session = session
        self._licence, self._credit = licence, credit
        self._read = _remembered.setdefault(session, {}).setdefault((self.root, self.id), _Read())

    def search(self, query: SearchQuery, feedback: Feedback) -> Iterator[Page]:
        """A page for each year and mode, the latest year first."""
        kept = 0
        keys = self._asked(query, feedback)
        for key in keys:
            if feedback.isCanceled():
                raise Cancelled()
            wanted = [scene for scene in self._scenes(key, feedback) if query.keeps(scene)]
            page = tuple(wanted[: query.limit - kept])
            kept += len(page)
            yield Page(page, more=key is not keys[-1] or len(page) < len(wanted))
            if kept >= query.limit:
                return
        if keys and all(key in self._read.absent for key in keys):  # one alone is a mode that a year has not
            absent, self._read.absent = self._read.absent, {}
            raise absent[keys[0]]

    def count(self, query: SearchQuery, feedback: Feedback) -> Count:
        """From what was read in this session, and the latest of the files that were not."""
        keys = self._asked(query, feedback)
        missing = [key for key in keys if key not in self._read.files and key not in self._read.absent]
        if missing:
            self._scenes(missing[0], feedback)
        known = [scene for key in keys for scene in self._read.files.get(key, ())]
        return Count(sum(query.keeps(scene) for scene in known), len(missing) <= 1)

    def scene(self, collection: str, scene_id: str, self_url: str, feedback: Feedback) -> Scene:
        for key in self._keys(feedback):
            if _name(key) == collection:
                for scene in self._scenes(key, feedback):
                    if scene.id == scene_id:
                        return scene
        raise NotFound(self.root, scene_id, 404)

    def _asked(self, query: SearchQuery, feedback: Feedback) -> list[Key]:
        return [key for key in self._keys(feedback) if _may_answer(key, query)]

    def _keys(self, feedback: Feedback) -> tuple[Key, ...]:
        """Years and modes, the latest year first."""
        if not self._read.keys:
            found: set[Key] = set()
            for page in _PAGES:
                try:
                    answer = ask(self._session, "GET", self.root + page, feedback, _PAGE_BYTES, accept="text/html")
                except NotFound:
                    if page == _PAGES[0]:
                        raise
                    continue
                found.update(keys_of_page(answer.decode("utf-8", "replace")))
            if not found:
                raise InvalidAnswer(self.root, "no list of years and modes")
            self._read.keys = tuple(sorted(found, key=lambda key: (-key[0], key[1])))
        return self._read.keys

    def _scenes(self, key: Key, feedback: Feedback) -> tuple[Scene, ...]:
        if key not in self._read.files and key not in self._read.absent:
            url = f"{self.root}/api/geo/{quote(_name(key), safe='')}"
            try:
                features = ask_json(self._session, "GET", url, feedback, _FILE_BYTES).get("features")
            except NotFound as error:
                self._read.absent[key] = detach(error)
                return ()
            if not isinstance(features, list):
                raise InvalidAnswer(url, "no list of features")
            parsed = self._parsed(features[:_MOST_FEATURES], key, feedback)
            if features and not parsed:
                raise InvalidAnswer(url, "none of its features can be read")
            self._read.files[key] = parsed
        return self._read.files.get(key, ())

    def _parsed(self, features: list[Any], key: Key, feedback: Feedback) -> tuple[Scene, ...]:
        found: dict[str, Scene] = {}
        for feature in features:
            if feedback.isCanceled():
                raise Cancelled()
            scene = self._scene(mapping(feature), key)
            if scene is not None:
                found.setdefault(scene.id, scene)
        return tuple(sorted(found.values(), key=_instant, reverse=True))

    def _scene(self, feature: Mapping[str, Any], key: Key) -> Scene | None:
        said = mapping(feature.get("properties"))
        name, number_in_file = text(said.get("ds_name")), number(said.get("fid"), least=0.0)
        if not name and number_in_file is None:
            return None
        mission = sensors.mission_code((), name)
        return Scene(
            id=name or f"{_name(key)}-{number_in_file:.0f}",
            catalogue=self.id,
            collection=_name(key),
            mission=mission,
            acquired=_acquired(name, said.get("img_date")),
            gsd=number(said.get("resolution"), *_GSD),
            spectral_mode=sensors.spectral_mode((text(said.get("mode_")) or key[1],), mission, name),
            level="ortho" if name.startswith("ORT_") else "",
            footprint=footprint(feature.get("geometry")),
            licence=self._licence,
            credit=self._credit,
            assets=self._pictures(text(said.get("f_quicklook"))),
            said=packed(said),
        )

    def _pictures(self, name: str) -> tuple[Asset, ...]:
        if not name or name.strip(".") == "":
            return ()
        href = f"{self.root}/api/lien_jpg/{quote(name, safe='')}"
        return (Asset("quicklook", href, "image/jpeg", ("overview",)),)


def keys_of_page(page: str) -> set[Key]:
    """The years and modes that the page's two lists offer, some of them at the most; none where the lists are not.

    A year without a value stands for its text; a mode without one is the list's title.
    """
    years = [value or shown for value, shown in options(page, "choix_annee")]
    modes = [value for value, _shown in options(page, "choix_resolution") if _MODE.fullmatch(value)]
    known = [int(year) for year in years if _YEAR.fullmatch(year)]
    return {(year, mode) for year in known[:_MOST_YEARS] for mode in modes[:_MOST_MODES]}


def options(page: str, list_id: str, by_text: bool = False) -> Iterator[tuple[str, str]]:
    """Values and texts of the options of the list that has this id or name; ``by_text``: an option that says no value
    has its text's, as in HTML."""
    start = re.search(rf"""(?<![\w-])(?:id|name)\s*=\s*["']?{list_id}(?![\w-])""", page)
    inside = page[start.end() :] if start else ""
    end = re.search(r"</?select\b", inside, re.IGNORECASE)
    for option in _OPTION.finditer(inside[: end.start()] if end else inside[:_LONGEST_LIST]):
        given = _VALUE.search(option[1])
        value = next(filter(None, given.groups()), "") if given else option[2] if by_text else ""
        yield unescape(value).strip(), unescape(option[2]).strip()


def _name(key: Key) -> str:
    return f"{key[0]}_{key[1]}"


def _may_answer(key: Key, query: SearchQuery) -> bool:
    year, mode = key
    spectral = sensors.spectral_mode((mode,), "", "")
    return (
        (not query.collections or _name(key) in query.collections)
        and (query.start is None or year >= query.start.year - _MARGIN)
        and (query.end is None or year <= query.end.year + _MARGIN)
        and (not query.spectral_mode or not spectral or spectral == query.spectral_mode.upper())
    )


def _instant(scene: Scene) -> float:
    return scene.acquired.timestamp() if scene.acquired else -math.inf


def _acquired(name: str, day: object) -> datetime | None:
    """The instant in the file's name where the service gives the same day, or none; else the start of that day."""
    said, found = moment(day), _WHEN.search(name)
    if not found:
        return said
    year, month, day_, hour, minute, second, fraction = found.groups()
    named = moment(f"{year}-{month}-{day_}T{hour}:{minute}:{second}.{fraction or '0'}Z")
    return named if named is not None and (said is None or said.date() == named.date()) else said
