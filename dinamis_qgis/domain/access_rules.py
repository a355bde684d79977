# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may have a scene and what that takes: dated data, not code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import InvalidFile
from .scene import Scene

_PATTERNS = ("catalogues", "collections", "missions")
_TEXTS = ("page", "verified")
_BY_LANGUAGE = ("who", "licence", "summary", "source")


@dataclass(frozen=True)
class AccessRule:
    """Patterns are regular expressions of whole ids and codes, "" for any. Words are by language (``en``, ``fr``);
    an empty licence is the one that the scene gives. ``page`` is a web page on it; ``verified`` an ISO date."""

    catalogues: str = ""
    collections: str = ""
    missions: str = ""
    who: Mapping[str, str] = field(default_factory=dict)
    licence: Mapping[str, str] = field(default_factory=dict)
    summary: Mapping[str, str] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    page: str = ""
    verified: str = ""

    def applies(self, scene: Scene) -> bool:
        told = (scene.catalogue, scene.collection, scene.mission.upper())
        patterns = (self.catalogues, self.collections, self.missions)
        return all(not pattern or re.fullmatch(pattern, value) for pattern, value in zip(patterns, told))


def rule_for(scene: Scene, rules: Iterable[AccessRule]) -> AccessRule | None:
    """The first that applies."""
    return next((rule for rule in rules if rule.applies(scene)), None)


def parse_access(data: Any, path: str) -> tuple[AccessRule, ...]:
    """Raises :class:`InvalidFile`."""
    rows = data.get("access") if isinstance(data, Mapping) else None
    if not isinstance(rows, list):
        raise InvalidFile(path, "no list of rules of access", "access")
    return tuple(_rule(row, path, f"access[{index}]") for index, row in enumerate(rows))


def _rule(row: Any, path: str, place: str) -> AccessRule:
    if not isinstance(row, Mapping):
        raise InvalidFile(path, "not an object", place)
    texts = {name: row.get(name, "") for name in (*_PATTERNS, *_TEXTS)}
    words = {name: row.get(name, {}) for name in _BY_LANGUAGE}
    words["source"] = {"en": words["source"]} if _is_text(words["source"]) else words["source"]  # an address is for all
    if not all(isinstance(text, str) for text in texts.values()):
        raise InvalidFile(path, "patterns, page and verified are texts", place)
    if not all(isinstance(by, Mapping) and "en" in by and all(map(_is_text, by.values())) for by in words.values()):
        raise InvalidFile(path, "who, licence, summary and source are texts by language, English one of them", place)
    for name in _PATTERNS:
        try:
            re.compile(texts[name])
        except re.error as error:
            raise InvalidFile(path, f"not a regular expression: {error}", f"{place}.{name}") from error
    return AccessRule(**texts, **words)


def _is_text(value: object) -> bool:
    return isinstance(value, str)
