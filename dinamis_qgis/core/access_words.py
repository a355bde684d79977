# SPDX-License-Identifier: GPL-2.0-or-later
"""« Accès » of a scene: who may have it and what that takes, from ``resources/licences.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from qgis.core import QgsApplication

from ..domain.access_rules import AccessRule, parse_access, rule_for
from ..domain.errors import InvalidFile
from ..domain.public_url import public_url
from ..domain.scene import Scene
from ..paths import resource
from ..translation import tr
from .numbers import format_date


@dataclass(frozen=True)
class Access:
    line: str  # « adhérents · licence DSP Pléiades »; "" when nothing is known
    summary: str
    source: str  # with the day it was read
    page: str  # a web page on it, or ""


def access_of(scene: Scene) -> Access:
    rule = rule_for(scene, _rules())
    said = public_url(scene.licence)
    if rule is None:
        licence = tr("licence {}").format(said) if said else ""
        return Access(licence, "", tr("The catalogue's own words") if said else "", _page(said))
    licence = _word(rule.licence) or said or tr("licence unknown")
    source = tr("Source: {source}, read on {day}.").format(source=_word(rule.source), day=_day(rule))
    return Access(f"{_word(rule.who)}\u00a0· {licence}", _word(rule.summary), source, rule.page or _page(said))


def _page(text: str) -> str:
    return text if text.startswith(("http://", "https://")) else ""


def _word(by_language: object) -> str:
    language = QgsApplication.locale()[:2]
    return by_language.get(language) or by_language.get("en", "")


def _day(rule: AccessRule) -> str:
    try:
        return format_date(date.fromisoformat(rule.verified))
    except ValueError:
        return rule.verified


@lru_cache(maxsize=1)
def _rules() -> tuple[AccessRule, ...]:
    path = resource("licences.json")
    try:
        return parse_access(json.loads(path.read_text(encoding="utf-8")), path.name)
    except (OSError, ValueError) as error:
        raise InvalidFile(str(path), str(error)) from error
