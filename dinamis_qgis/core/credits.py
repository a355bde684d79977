# SPDX-License-Identifier: GPL-2.0-or-later
"""Credit lines and licences of the missions, from ``resources/credits.json`` and ``resources/licences.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from ..domain.credits import CreditRule, credit_line, parse_rules
from ..domain.errors import InvalidFile
from ..paths import resource


def credit_for(mission: str, acquired: datetime | None) -> str:
    """``© CNES 2021, Distribution Airbus DS``; ``""`` when the wording or the year is unknown."""
    return credit_line(_rules(), mission, acquired)


def credit_wording(mission: str, year: str) -> str:
    """The credit line of an image that does not exist yet, with ``year`` in words; ``""`` when it is unknown."""
    texts = (rule.text for rule in _rules() if re.fullmatch(rule.missions, mission.upper()))
    return next(texts, "").replace("{year}", year)


def licence_for(mission: str) -> str:
    """The licence under which DINAMIS delivers this mission's images, in French as its texts are; ``""``: unknown."""
    for row in _licences():
        if re.fullmatch(str(row.get("missions", "")), mission.upper()):
            return str(row.get("title", ""))
    return ""


@lru_cache(maxsize=1)
def _rules() -> tuple[CreditRule, ...]:
    return parse_rules(_read("credits.json"), "credits.json")


@lru_cache(maxsize=1)
def _licences() -> tuple[Mapping[str, Any], ...]:
    rows = _read("licences.json").get("licences")
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise InvalidFile("licences.json", "no list of licences", "licences")
    return tuple(rows)


def _read(name: str) -> Mapping[str, Any]:
    path = resource(name)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidFile(str(path), str(error)) from error
    if not isinstance(data, Mapping):
        raise InvalidFile(str(path), "not an object")
    return data
