# SPDX-License-Identifier: GPL-2.0-or-later
"""The credit line that a licence asks for beside an image. Rules are dated data, not code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from .errors import InvalidFile

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:, (?:19|20)\d\d)*(?!\d)")  # "2021", "2021, 2022"


@dataclass(frozen=True)
class CreditRule:
    """``missions`` is a regular expression of whole codes. ``text`` holds ``{year}``; ``""``: not attested."""

    missions: str
    text: str
    source: str
    verified: str  # ISO date

    def line(self, acquired: datetime | None) -> str:
        """Year of acquisition (UTC); without it nothing can be said."""
        if "{year}" in self.text and acquired is None:
            return ""
        year = "" if acquired is None else str(acquired.astimezone(timezone.utc).year)
        return self.text.replace("{year}", year)


def parse_rules(data: Any, path: str) -> tuple[CreditRule, ...]:
    """Raises :class:`InvalidFile`."""
    rows = data.get("credits") if isinstance(data, Mapping) else None
    if not isinstance(rows, list):
        raise InvalidFile(path, "no list of credits", "credits")
    return tuple(_rule(row, path, index) for index, row in enumerate(rows))


def credit_line(rules: Sequence[CreditRule], mission: str, acquired: datetime | None) -> str:
    """``""`` when no rule knows the mission."""
    for rule in rules:
        if re.fullmatch(rule.missions, mission.upper()):
            return rule.line(acquired)
    return ""


def merged_credits(lines: Iterable[str]) -> tuple[str, ...]:
    """Each wording once, with all its years: ``© CNES 2021, 2022, Distribution Airbus DS``.

    What was merged may be merged again.
    """
    years: dict[str, set[str]] = {}
    for line in filter(None, lines):
        said = _YEARS.findall(line)
        wording = _YEARS.sub("{}", line.replace("{", "").replace("}", ""), count=1) if len(said) == 1 else line
        years.setdefault(wording, set()).update(said[0].split(", ") if len(said) == 1 else ())
    return tuple(
        wording.replace("{}", ", ".join(sorted(found)), 1) if found else wording for wording, found in years.items()
    )


def _rule(row: Any, path: str, index: int) -> CreditRule:
    values: list[Any] = (
        [row.get(key) for key in ("missions", "text", "source", "verified")] if isinstance(row, Mapping) else [None]
    )
    if not all(isinstance(value, str) for value in values):
        raise InvalidFile(path, "missions, text, source and verified are texts", f"credits[{index}]")
    try:
        re.compile(values[0])
    except re.error as error:
        raise InvalidFile(path, f"not a regular expression: {error}", f"credits[{index}].missions") from error
    return CreditRule(*values)
